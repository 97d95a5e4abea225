"""What in a study contradicts itself or is seldom seen, and what its titles name; the same as on pages of trials."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.design_features import features_of_summary, features_of_title
from kg.extract.words import Words
from kg.loaders.ctgov.draft import Draft
from kg.loaders.page.checks import LATE_PHASES, day_number
from kg.model import RegistryRecord, Trial

_TITLES_AND_SUMMARY = ("title", "official title", "summary")
# What stands before and in the words without which a text names no feature, such as multi-centre, and how they may be
# joined: looking for all of them takes 0.5 µs, reading a summary 50.
_NUMBERS = ("multi", "single", "mono", "one", "uni")
_PLACES = ("cent", "site", "institution")


def check(draft: Draft, trial: Trial, record: RegistryRecord) -> None:
    """Keep a difficulty for each check that finds something."""
    start, submitted, verified = trial.start_date, record.first_submitted, record.last_verified
    if start and submitted and len(start) == 10 == len(submitted):
        days = day_number(submitted) - day_number(start)
        if days > 0:
            words = f"first submitted {days} days after the start of the study"
            draft.difficulty("UNUSUAL", "Registered after the start", words, trial.iri, record.iri)
    if verified and submitted and verified < submitted[:7]:
        words = f"last verified in {verified}, first submitted on {submitted}"
        draft.difficulty("CONFLICT", "Last verified before first submitted", words, record.iri)
    if trial.allocation == "NA" and len(trial.arm) == 1 and LATE_PHASES.intersection(trial.phase):
        words = f"{', '.join(trial.phase)} with one arm and allocation N/A"
        draft.difficulty("UNUSUAL", "Late phase with one arm", words)
    if "MULTICENTRE" in trial.design_feature and len(trial.site) == 1:
        draft.difficulty("CONFLICT", "Multicentre with one site", "said to be multicentre, one site is listed")


def design_features(draft: Draft) -> list[tuple[str, Words, Words]]:
    """Features of the design that titles and summary name: token, words as a whole, and those of them that name it."""
    return [
        (token, passage.words, found)
        for passage in draft.passages
        if passage.field in _TITLES_AND_SUMMARY
        for token, found in _features(passage.field, passage.words.text)
    ]


def _features(field: str, text: str) -> Iterator[tuple[str, Words]]:
    lower = text.lower().replace("\n", " ")
    if "ospective" not in lower and not any(_is_numbered(place, lower) for place in _PLACES):
        return
    yield from (features_of_summary if field == "summary" else features_of_title)(Words.at(text, 0, len(text)))


def _is_numbered(place: str, text: str) -> bool:
    at = text.find(place)
    while at >= 0:
        before = text[max(0, at - 8) : at]
        if (before[:-1] if before.endswith((" ", "-")) else before).endswith(_NUMBERS):
            return True
        at = text.find(place, at + 1)
    return False
