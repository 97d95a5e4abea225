"""The results section of a study of ClinicalTrials.gov to records.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure#ResultsSection
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.loaders.ctgov.study_results import ResultsSection
from kg.model import Arm, Record


@dataclass(frozen=True, slots=True)
class Results:
    """What a results section says.

    :ivar records: everything it says, in the order of the source.
    :ivar trial_slots: by name the slots of the trial that point to it: ``participant_flow``, ``baseline``,
        ``outcome_result``, ``adverse_event`` and ``result_group``.
    """

    records: list[Record]
    trial_slots: dict[str, tuple[str, ...]]


def results(section: ResultsSection, record: str, trial: str, arms: Sequence[Arm]) -> Results:
    """Everything a results section says.

    :param record: IRI of the record that states it; what is made is named under it.
    :param trial: IRI of the trial.
    :param arms: of the trial; a group of results is none of them, and is joined to them by a rule set only.
    """
    return Results([], {})
