"""What in a page contradicts itself or is seldom seen; every reading is kept."""

from __future__ import annotations

from kg.loaders.page.draft import Draft, Given, Slots, Told

LATE_PHASES = {"PHASE3", "PHASE4"}
Read = dict[str, Slots]


def check(draft: Draft, trial: Slots, record: Slots) -> None:
    """Keep a difficulty for each check that finds something.

    :param trial: slots of the trial.
    :param record: slots of the registry's record.
    """
    _registered_late(draft, _one(trial, "start_date"), _one(record, "first_submitted"))
    _verified_early(draft, _one(record, "last_verified"), _one(record, "first_submitted"))
    _late_phase_with_one_arm(draft, trial)
    _one_site_of_several(draft, trial)


def _one(slots: Slots, name: str) -> Told | None:
    given = slots.get(name)
    return given if isinstance(given, Told) else None


def _all(slots: Slots, name: str) -> list[Given]:
    given = slots.get(name)
    return list(given) if isinstance(given, list) else []


def day_number(day: str) -> int:
    """Days from the beginning of the Gregorian calendar to a day given as ``YYYY-MM-DD``; for differences only."""
    year, month, number = (int(part) for part in day.split("-"))
    # Counted from March, so that the day that leap years add comes last.
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + number


def _registered_late(draft: Draft, start: Told | None, submitted: Told | None) -> None:
    if not start or not submitted or len(str(start.value)) < 10 or len(str(submitted.value)) < 10:
        return
    days = day_number(str(submitted.value)) - day_number(str(start.value))
    if days > 0:
        words = f"first submitted {days} days after the start of the study"
        told = Told(words, submitted.words, "submitted-after-start")
        draft.difficulty("UNUSUAL", "Registered after the start", told, (draft.trial, draft.record))


def _verified_early(draft: Draft, verified: Told | None, submitted: Told | None) -> None:
    if verified and submitted and str(verified.value)[:7] < str(submitted.value)[:7]:
        words = f"last verified in {verified.value}, first submitted on {submitted.value}"
        told = Told(words, verified.words, "verified-before-submitted")
        draft.difficulty("CONFLICT", "Last verified before first submitted", told, (draft.record,))


def _late_phase_with_one_arm(draft: Draft, trial: Slots) -> None:
    late = [told for told in _all(trial, "phase") if isinstance(told, Told) and told.value in LATE_PHASES]
    allocation = _one(trial, "allocation")
    if late and allocation and allocation.value == "NA" and len(_all(trial, "arm")) == 1:
        words = f"{late[0].words.text} with one arm and allocation {allocation.words.text}"
        told = Told(words, late[0].words, "late-phase-with-one-arm")
        draft.difficulty("UNUSUAL", "Late phase with one arm", told, (draft.trial,))


def _one_site_of_several(draft: Draft, trial: Slots) -> None:
    several = [one for one in _all(trial, "design_feature") if isinstance(one, Told) and one.value == "MULTICENTRE"]
    if several and len(_all(trial, "site")) == 1:
        told = Told("said to be multicentre, one site is listed", several[0].words, "multicentre-with-one-site")
        draft.difficulty("CONFLICT", "Multicentre with one site", told, (draft.trial,))
