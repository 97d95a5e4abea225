"""Pages made from real registry records: what the record says comes back from the page."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from kg.document import Document, Reading
from kg.extract.contacts import masked
from kg.loaders.trial_page import FORMAT
from kg.model import Arm, ArmIntervention, ConditionName, Eligibility, Intervention, Outcome, Record, Site, Trial
from kg.model.enums import ENUMS
from tests.made_pages import Study, page_of, plain

CORPUS = Path(__file__).resolve().parents[1].parent / "shared/corpus/ctgov-json.zip"
AnyRecord = TypeVar("AnyRecord", bound=Record)
EVERY = 6


def studies(found: object) -> Iterator[Study]:
    """Every study within a file, whatever holds it."""
    if isinstance(found, dict) and "protocolSection" in found:
        yield found
    elif isinstance(found, dict | list):
        for inner in found.values() if isinstance(found, dict) else found:
            yield from studies(inner)


def usable(study: Study) -> bool:
    """Whether a record is a whole and real one; the collection holds examples and fragments too."""
    p = study["protocolSection"]
    ident, status = p.get("identificationModule", {}), p.get("statusModule", {})
    phases = set(p.get("designModule", {}).get("phases", []))
    named = re.fullmatch(r"NCT\d{8}", ident.get("nctId", "")) and {"briefTitle", "officialTitle"} <= ident.keys()
    return bool(
        named and {"overallStatus", "lastUpdateSubmitDate"} <= status.keys() and phases <= ENUMS["Phase"].keys()
    )


@pytest.fixture(scope="module")
def pages() -> list[tuple[Study, Reading]]:
    if not CORPUS.is_file():
        pytest.skip("real records are not here: ../shared/corpus/ctgov-json.zip")
    found: dict[str, Study] = {}
    with zipfile.ZipFile(CORPUS) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".json")):
            try:
                content = json.loads(archive.read(name))
            except ValueError:
                continue
            found |= {s["protocolSection"]["identificationModule"]["nctId"]: s for s in studies(content) if usable(s)}
    chosen = [study for _, study in sorted(found.items())][::EVERY]
    assert len(chosen) > 80
    return [(study, FORMAT.read(Document("page.txt", page_of(study).encode()), False)) for study in chosen]


def every(reading: Reading, kind: type[AnyRecord]) -> list[AnyRecord]:
    return [record for record in reading.records if isinstance(record, kind)]


def folded(text: object) -> str | None:
    return " ".join(plain(str(text)).split()) or None if text else None


def differences(
    pages: list[tuple[Study, Reading]], found: Callable[[Reading], object], wanted: Callable[[Study], object]
) -> list[tuple[str, object, object]]:
    """Number, what was found and what was wanted of each page where these differ."""
    pairs = [(s["protocolSection"], found(reading), wanted(s["protocolSection"])) for s, reading in pages]
    return [(p["identificationModule"]["nctId"], one, two) for p, one, two in pairs if one != two]


def trial(slot: str) -> Callable[[Reading], object]:
    """What the trial of a page has in a slot."""
    return lambda reading: getattr(every(reading, Trial)[0], slot)


def at(*path: str) -> Callable[[Study], object]:
    """What a record has at a path."""

    def value(found: Study) -> object:
        for name in path:
            found = found.get(name, {})
        return found or None

    return value


@pytest.mark.parametrize(
    ("slot", "path"),
    [
        ("overall_status", ("statusModule", "overallStatus")),
        ("enrolment", ("designModule", "enrollmentInfo", "count")),
        ("allocation", ("designModule", "designInfo", "allocation")),
        ("intervention_model", ("designModule", "designInfo", "interventionModel")),
        ("observational_model", ("designModule", "designInfo", "observationalModel")),
        ("primary_purpose", ("designModule", "designInfo", "primaryPurpose")),
        ("masking", ("designModule", "designInfo", "maskingInfo", "masking")),
        ("start_date", ("statusModule", "startDateStruct", "date")),
        ("completion_date", ("statusModule", "completionDateStruct", "date")),
    ],
)
def test_single_values_come_back(pages: list[tuple[Study, Reading]], slot: str, path: tuple[str, ...]):
    assert not differences(pages, lambda reading: trial(slot)(reading) or None, at(*path))


@pytest.mark.parametrize(
    ("slot", "path"), [("phase", ("designModule", "phases")), ("age_group", ("eligibilityModule", "stdAges"))]
)
def test_lists_of_values_come_back(pages: list[tuple[Study, Reading]], slot: str, path: tuple[str, ...]):
    assert not differences(pages, lambda reading: list(getattr(every(reading, Trial)[0], slot)) or None, at(*path))


@pytest.mark.parametrize(
    ("slot", "name"), [("brief_summary", "briefSummary"), ("detailed_description", "detailedDescription")]
)
def test_texts_come_back_whole(pages: list[tuple[Study, Reading]], slot: str, name: str):
    wanted = at("descriptionModule", name)
    assert not differences(pages, lambda reading: folded(trial(slot)(reading)), lambda p: folded(wanted(p)))


def test_conditions_come_back(pages: list[tuple[Study, Reading]]):
    assert not differences(
        pages,
        lambda reading: [found.label for found in every(reading, ConditionName)],
        lambda p: [folded(name) for name in p.get("conditionsModule", {}).get("conditions", [])],
    )


def test_criteria_and_limits_of_age_come_back(pages: list[tuple[Study, Reading]]):
    def found(reading: Reading) -> object:
        limits = every(reading, Eligibility)[0]
        return limits.minimum_age, limits.maximum_age, limits.sex, folded(limits.text)

    def wanted(p: Study) -> object:
        e = p.get("eligibilityModule", {})
        criteria = folded(masked(e.get("eligibilityCriteria") or ""))
        return e.get("minimumAge"), e.get("maximumAge"), e.get("sex"), criteria

    assert not differences(pages, found, wanted)


def test_outcomes_come_back(pages: list[tuple[Study, Reading]]):
    def wanted(p: Study) -> object:
        return [
            (folded(one["measure"]), rank.upper(), folded(one.get("timeFrame")), folded(one.get("description")))
            for rank in ("primary", "secondary", "other")
            for one in p.get("outcomesModule", {}).get(f"{rank}Outcomes", [])
        ]

    assert not differences(
        pages,
        lambda reading: [
            (folded(one.label), one.outcome_type, folded(one.time_frame), folded(one.description))
            for one in every(reading, Outcome)
        ],
        wanted,
    )


def test_interventions_come_back(pages: list[tuple[Study, Reading]]):
    def wanted(p: Study) -> object:
        listed = p.get("armsInterventionsModule", {}).get("interventions", [])
        return list({str(folded(one["name"])).casefold(): one["type"] for one in listed}.items())

    assert not differences(
        pages,
        lambda reading: [(str(one.label).casefold(), one.intervention_type) for one in every(reading, Intervention)],
        wanted,
    )


def test_arms_and_what_they_give_come_back(pages: list[tuple[Study, Reading]]):
    """Groups to which nothing is given cannot be told apart in flattened text: fewer than 3 in 100 pages."""

    def found(reading: Reading) -> object:
        names = {one.iri: one.label for one in every(reading, Intervention)}
        given = {one.iri: str(names[one.of_intervention]).casefold() for one in every(reading, ArmIntervention)}
        return [(arm.label, arm.arm_type, [given[iri] for iri in arm.arm_intervention]) for arm in every(reading, Arm)]

    def wanted(p: Study) -> object:
        return [
            (
                folded(arm["label"]),
                arm.get("type"),
                [str(folded(name.partition(": ")[2])).casefold() for name in arm.get("interventionNames", [])],
            )
            for arm in p.get("armsInterventionsModule", {}).get("armGroups", [])
        ]

    assert len(differences(pages, found, wanted)) <= 0.03 * len(pages)


def test_sites_come_back(pages: list[tuple[Study, Reading]]):
    """A city that holds a comma reads like a city and a district: fewer than 3 in 100 pages."""

    def wanted(p: Study) -> object:
        places = p.get("contactsLocationsModule", {}).get("locations", [])
        return sorted((one.get("city"), one.get("country"), one.get("status") or "") for one in places)

    assert len(
        differences(
            pages,
            lambda reading: sorted((one.city, one.country, one.site_status or "") for one in every(reading, Site)),
            wanted,
        )
    ) <= 0.03 * len(pages)
