"""How a trial goes on: its status, its beginning and end, why it was stopped, and when its results were sent."""

from __future__ import annotations

from collections.abc import Iterable

from kg.loaders.ctis.layout import GlobalEnd, MemberState, Retrieved
from kg.loaders.ctis.places import Layout
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import day, given

# Words and token of the public status; an ended trial may have ended early, which its events tell.
STATUSES: dict[int, tuple[str, str | None]] = {
    1: ("Under evaluation", None),
    2: ("Authorised, recruitment pending", "NOT_YET_RECRUITING"),
    3: ("Authorised, recruiting", "RECRUITING"),
    4: ("Ongoing, recruiting", "RECRUITING"),
    5: ("Ongoing, recruitment ended", "ACTIVE_NOT_RECRUITING"),
    6: ("Temporarily halted", "SUSPENDED"),
    7: ("Suspended", "SUSPENDED"),
    8: ("Ended", None),
    9: ("Expired", None),
    10: ("Revoked", None),
    11: ("Not authorised", None),
    12: ("Cancelled", None),
}
# Until June 2024 the portal gave the words.
TOKENS = {
    **{words.casefold(): token for words, token in STATUSES.values()},
    "authorised, not started": "NOT_YET_RECRUITING",
}
# What states notify of the end, and the status where all that notify one say the same.
ENDS = {"EARLY_TERMINATION": "TERMINATED", "END_OF_TRIAL": "COMPLETED"}
STOPPED = frozenset({"TERMINATED", "SUSPENDED"})


def status(draft: Draft, trial: Retrieved) -> dict[str, str | None]:
    """Status in the portal's words and as a token, and why the trial was stopped."""
    code = trial.ct_status if isinstance(trial.ct_status, int) else trial.ct_public_status_code
    words, token = STATUSES.get(code or 0, (None, None))
    if words is None:
        # A number that the portal's pages do not explain says nothing.
        words = given(str(trial.ct_status or ""))
        words = None if words and words.isdigit() else words
        token = TOKENS.get((words or "").casefold())
    if words == "Ended":
        token = _ended(trial)
    return {
        "status_text": words,
        "overall_status": token,
        "why_stopped": _why(draft, trial) if token in STOPPED else None,
    }


def site_status(state: MemberState | None, states: Iterable[MemberState]) -> str | None:
    """Token of the status in the member state of some sites, as the list of member states has it."""
    name = (state.msc_name or state.country_name) if state else None
    codes = [one.msc_public_status_code for one in states if name and name in (one.msc_name, one.country_name)]
    return STATUSES.get(codes[0] or 0, (None, None))[1] if codes else None


def _ended(trial: Retrieved) -> str | None:
    events = trial.events.trial_events if trial.events else ()
    ends = {one.notification_type for state in events for one in state.events if one.notification_type in ENDS}
    return ENDS[ends.pop() or ""] if len(ends) == 1 else None


def _why(draft: Draft, trial: Retrieved) -> str | None:
    """Reasons of an early end, else of a halt, each once."""
    if trial.events is None:
        return None
    reasons = draft.texts(
        state.early_termination_reason.name for state in trial.events.trial_events if state.early_termination_reason
    )
    halts = trial.events.temporary_halt_list
    of_halts = [*(reason.name for halt in halts for reason in halt.reason_list)]
    of_halts += [halt.sponsor_justification_comment for halt in halts]
    return "; ".join(reasons or draft.texts(of_halts)) or None


def dates(trial: Retrieved, layout: Layout) -> dict[str, str | None]:
    """The first recruitment in any member state, else the first start, else the planned one; the end likewise."""
    began = _began(trial, layout)
    duration = layout.information.trial_duration
    planned = day(duration.estimated_recruitment_start_date) if duration else None
    ends = (duration.estimated_global_end_date or duration.estimated_end_date) if duration else None
    start, ended = began or planned, _global_end(trial) or day(trial.end_date_eu, day_first=True)
    completion = ended or day(ends)
    return {
        "start_date": start,
        "start_date_type": ("ACTUAL" if began else "ESTIMATED") if start else None,
        "completion_date": completion,
        "completion_date_type": ("ACTUAL" if ended else "ESTIMATED") if completion else None,
    }


def _began(trial: Retrieved, layout: Layout) -> str | None:
    """The active period is the latest one: where recruitment was opened again it did not begin the trial."""
    states = [part.msc_info for part in layout.two if part.msc_info]
    periods = [
        one for state in states for one in (state.active_trial_recruitment_period, *state.trial_recruitment_period)
    ]
    if recruited := _first([*(one.recruitment_start_date for one in periods if one), trial.recruitment_start_date]):
        return recruited
    started = [one for state in states for one in (state.active_trial_period, *state.trial_period)]
    events = [one for state in (trial.events.trial_events if trial.events else ()) for one in state.events]
    notified = [one.date for one in events if one.notification_type == "START_OF_TRIAL"]
    if start := _first([*(one.trial_start_date for one in started if one), *notified, trial.trial_start_date]):
        return start
    # Of trials that came from EudraCT and notified no start it is the day of the decision, years after the start.
    in_union = day(trial.start_date_eu, day_first=True)
    return in_union if in_union != day(trial.decision_date, day_first=True) else None


def _global_end(trial: Retrieved) -> str | None:
    """The end in all countries, within the union and without."""
    application = trial.authorized_application
    told = application.trial_global_end if application else None
    ends = (told,) if isinstance(told, GlobalEnd) else told or ()
    written = [trial.events.trial_global_end_date if trial.events else None, *(end.global_end_date for end in ends)]
    return next((found for one in written if (found := day(one, day_first=True))), None)


def results_submitted(trial: Retrieved) -> str | None:
    """The day on which the first summary or report of results was sent."""
    told = trial.results
    sent = (*told.summary_results, *told.layperson_results, *told.clinical_study_reports) if told else ()
    return _first([one.submission_date or one.submit_date for one in sent])


def _first(written: Iterable[str | None]) -> str | None:
    return min((found for one in written if (found := day(one, day_first=True))), default=None)
