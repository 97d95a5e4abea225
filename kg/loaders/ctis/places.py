"""The parts of a trial from wherever they stand in the layouts before and since June 2024."""

from __future__ import annotations

from kg.loaders.ctis.layout import PartOne, Retrieved, TrialDetails
from kg.loaders.ctis.layout import TrialInformation as Information
from kg.loaders.registry.words import day


class Layout:
    """What is read of one trial.

    :ivar one: what holds for all member states.
    :ivar two: what each member state adds.
    :ivar states: the member states, as the application lists them.
    :ivar submitted: day of the first application.
    """

    def __init__(self, trial: Retrieved) -> None:
        application = trial.authorized_application
        self.one = (application.authorized_part_i if application else trial.authorized_part_i) or PartOne()
        self.two = application.authorized_parts_ii if application else trial.authorized_parts_ii
        self.states = application.member_states_concerned if application else trial.member_states_concerned
        eudra_ct = application.eudra_ct if application else trial.eudra_ct_info
        self.eudra_ct = eudra_ct.eudra_ct_code if eudra_ct else None
        submitted = application.application_info if application else ()
        first = [one.submission_date for one in submitted if one.type == "INITIAL"]
        self.submitted = min((found for one in [*first, trial.submission_date] if (found := day(one))), default=None)
        self.details = self.one.trial_details or TrialDetails()
        self.information = self.details.trial_information or Information()
