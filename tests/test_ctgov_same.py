"""The same trial in two formats of ClinicalTrials.gov says the same, but for what one of the formats lacks."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from kg.document import Document
from kg.errors import DocumentError
from kg.loaders import load
from kg.loaders.ctgov_v2 import study_of
from tests.made_ctgov_words import unlisted
from tests.made_ctgov_xml import legacy

# A value of JSON, whatever it is.
Json: TypeAlias = Any

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"
EVERY_FIELD = Path(__file__).parent / "golden" / "ctgov_v2" / "every_field.json"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")

# What the legacy XML has no place for, by where the API has it.
LACKING = {
    "protocolSection.identificationModule.orgStudyIdInfo.type": "numbers have no kind",
    "protocolSection.identificationModule.orgStudyIdInfo.link": "numbers have no address",
    "protocolSection.identificationModule.secondaryIdInfos.type": "numbers have no kind",
    "protocolSection.identificationModule.secondaryIdInfos.domain": "numbers have no issuer",
    "protocolSection.identificationModule.secondaryIdInfos.link": "numbers have no address",
    "protocolSection.statusModule.delayedPosting": "not in the schema",
    "protocolSection.statusModule.resultsWaived": "not in the schema",
    "protocolSection.statusModule.expandedAccessInfo.nctId": "only whether there is expanded access",
    "protocolSection.statusModule.expandedAccessInfo.statusForNctId": "only whether there is expanded access",
    "protocolSection.oversightModule.fdaaa801Violation": "not in the schema",
    "protocolSection.eligibilityModule.stdAges": "follows from the ages, not stated",
    "protocolSection.contactsLocationsModule.locations.geoPoint": "not in the schema",
    "protocolSection.referencesModule.references.retractions": "not in the schema",
    "documentSection.largeDocumentModule.largeDocs.uploadDate": "not in the schema",
    "documentSection.largeDocumentModule.largeDocs.size": "not in the schema",
    "documentSection.largeDocumentModule.noSap": "not in the schema",
    "annotationSection.annotationModule.violationAnnotation": "not in the schema",
    "derivedSection.conditionBrowseModule.meshes.id": "MeSH terms have no number",
    "derivedSection.interventionBrowseModule.meshes.id": "MeSH terms have no number",
    "derivedSection.conditionBrowseModule.ancestors": "the terms above were not listed before 2020",
    "derivedSection.interventionBrowseModule.ancestors": "the terms above were not listed before 2020",
    "resultsSection.participantFlowModule.typeUnitsAnalyzed": "only people are counted",
    "resultsSection.participantFlowModule.periods.milestones.achievements.numUnits": "only people are counted",
    "resultsSection.participantFlowModule.periods.milestones.comment": "comments stand with the groups only",
    "resultsSection.participantFlowModule.periods.dropWithdraws.comment": "comments stand with the groups only",
    "resultsSection.baselineCharacteristicsModule.typeUnitsAnalyzed": "each denominator names its units",
    "resultsSection.outcomeMeasuresModule.outcomeMeasures.typeUnitsAnalyzed": "each denominator names its units",
    "resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.testedNonInferiority": "a type replaced it in 2017",
    "resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.ciLowerLimitComment": "only the upper limit has one",
    "resultsSection.adverseEventsModule.allCauseMortalityComment": "not in the schema",
}
# Texts of many lines, which keep their lists.
LONG = {"briefSummary", "detailedDescription", "eligibilityCriteria", "studyPopulation", "whyStopped"}
_ADDRESS = re.compile(r"/document/\d+> <http://schema\.org/url> ")
# What a record says of the file that it came in.
OF_FILE = {"format", "fileName", "byteSize", "sha256"}


def reduced(study: Json) -> Json:
    """A study of the API without what the legacy XML has no place for."""
    found = copy.deepcopy(study)
    for path in LACKING:
        _drop(found, path.split("."))
    protocol = found["protocolSection"]
    design = protocol.get("designModule", {})
    if not design.get("patientRegistry"):
        design.pop("patientRegistry", None)
    if design.get("studyType") != "INTERVENTIONAL":
        # Until 2018 the XML gave N/A to all studies without a phase, so that there it says nothing.
        design["phases"] = [one for one in design.get("phases", ()) if one != "NA"]
    pointed = protocol.get("referencesModule", {})
    if "references" in pointed:
        # Papers that the registry found by itself are not listed; background stands before results.
        kept = [one for one in pointed["references"] if one.get("type") != "DERIVED"]
        pointed["references"] = sorted(kept, key=lambda one: one.get("type") == "RESULT")
    for one in found.get("resultsSection", {}).get("outcomeMeasuresModule", {}).get("outcomeMeasures", ()):
        if one.get("reportingStatus") == "NOT_POSTED":
            one.pop("denomUnitsSelected", None)
    agreed = found.get("resultsSection", {}).get("moreInfoModule", {}).get("certainAgreement", {})
    # One sentence tells the kind of a restriction or else its words; a kind without either has none.
    if agreed.get("restrictionType") in ("LTE60", "GT60"):
        agreed.pop("otherDetails", None)
    elif not agreed.get("otherDetails"):
        agreed.pop("restrictionType", None)
    return _short(found)


def _drop(value: Json, path: list[str]) -> None:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and path[0] in one:
            if len(path) == 1:
                del one[path[0]]
            else:
                _drop(one[path[0]], path[1:])


def _short(value: Json, name: str = "") -> Json:
    """A value with lists in its short texts as paragraphs: the XML has lost their marks."""
    if isinstance(value, dict):
        return {key: inner if key == "bioSpec" else _short(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_short(inner) for inner in value]
    if isinstance(value, str) and "\n" in value and name not in LONG:
        return unlisted(value).replace("\\", "\\\\").replace("\n", "\n\n")
    return value


def graph(name: str, body: bytes) -> set[str]:
    """Statements of a record, but for those of its file."""
    reading = load(name).read(Document("made", body), False)
    lines = {line for record in reading.records for line in record.nquads(reading.record).split("\n") if line}
    return {line for line in lines if _predicate(line) not in OF_FILE}


def _in_xml(study: Json) -> set[str]:
    """Statements of a study as legacy XML, but for what the API has no place for: addresses of documents."""
    return {line for line in graph("ctgov_xml", legacy(study)) if not _ADDRESS.search(line)}


def _predicate(line: str) -> str:
    return re.split(r"[/#]", line.split(" ", 2)[1].rstrip(">"))[-1]


def _folded(lines: set[str]) -> set[str]:
    return {re.sub(r"(?:\\n)+", r"\\n", line) for line in lines}


@cache
def studies() -> tuple[Json, ...]:
    """The studies of API v2 in the corpus, each number once."""
    found: dict[str, Json] = {}
    with zipfile.ZipFile(CORPUS / "ctgov-json.zip") as archive:
        for name in sorted(archive.namelist()):
            for study in _studies_in(archive.read(name)):
                found.setdefault(study["protocolSection"].get("identificationModule", {}).get("nctId", ""), study)
    return tuple(study for number, study in found.items() if re.fullmatch(r"NCT\d{8}", number))


def _studies_in(body: bytes) -> Iterator[Json]:
    try:
        waiting = [json.loads(body.decode("utf-8-sig"))]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict) and "protocolSection" in value:
            yield value
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value


def test_a_study_with_every_field_says_the_same_in_both():
    study = json.loads(EVERY_FIELD.read_bytes())
    assert _in_xml(study) == graph("ctgov_v2", json.dumps(reduced(study)).encode())


def is_made_up(body: bytes) -> bool:
    """Whether a study is one of others' tests, with words where the API has numbers and truth."""
    try:
        _, unread = study_of(Document("study.json", body))
    except DocumentError:
        return True
    return bool(unread)


@needs_corpus
def test_every_study_of_the_corpus_says_the_same_in_both():
    compared, with_blank_lines = 0, 0
    for study in studies():
        body = json.dumps(reduced(study)).encode()
        if is_made_up(body):
            continue
        api = graph("ctgov_v2", body)
        xml = _in_xml(study)
        assert _folded(api) == _folded(xml)
        compared += 1
        with_blank_lines += api != xml
    assert compared > 580
    # The XML does not tell lists with blank lines between their items from those without.
    assert with_blank_lines <= 0.01 * compared


# Trials that the corpus has in both formats, and why what each says under a predicate differs.
_ALWAYS = {
    "ageGroup": "follows from the ages, not stated in the XML",
    "lat": "no coordinates in the XML",
    "long": "no coordinates in the XML",
    "lastUpdateSubmittedQc": "not in the API",
    "meshDescriptor": "MeSH terms have no number in the XML",
    "meshTerm": "the terms above are in the API only",
    "idType": "numbers have no kind in the XML",
    "idIssuer": "numbers have no issuer in the XML",
    "url": "numbers have no address in the XML",
    **dict.fromkeys(
        ("citationText", "linkSource", "linkType", "linkedPublication", "linkedTrial", "pmid", "type"),
        "papers that the registry found by itself are in the API only",
    ),
}
_LATER = dict.fromkeys(
    (
        *("briefSummary", "ipdAccessCriteria", "ipdDescription", "maximumAge", "maximumAgeDays", "version"),
        *("lastUpdatePosted", "lastUpdatePostedType", "lastUpdateSubmitted", "lastVerified"),
        # Somebody else is to be asked.
        *("label", "givenName", "familyName", "degree"),
    ),
    "the copy of the API is three years younger",
)
_RESULTS = {
    **dict.fromkeys(
        ("itemLevel", "itemNumber", "parentItem", "item", "text", "example", "polarity", "position", "briefSummary"),
        "the older API lost the marks of lists",
    ),
    "description": "the older API has single line breaks between the items of lists",
    **dict.fromkeys(
        ("categoryTitle", "classTitle", "label", "parameterType", "unit"),
        "the registry made the measure of sex another one in 2017",
    ),
    "lowerLimitText": "a value that is not known has no limits in the XML",
    "upperLimitText": "a value that is not known has no limits in the XML",
    "sponsorClass": "the XML has four classes of sponsor",
    "testedNonInferiority": "a type replaced it in 2017",
    "confidenceLevel": "the copy of the API is younger",
}
_FOLDERS = "reesewang25+enrollment_and_studylength/NCT0000xxxx", "ctti-clinicaltrials+aact/spec/support"
IN_BOTH = {
    "NCT00000410": (f"{_FOLDERS[0]}/NCT00000410.xml", "ctgov_v2", "koy570+herniated_disc/ctg-studies.json", _ALWAYS),
    "NCT00006150": (
        f"{_FOLDERS[0]}/NCT00006150.xml",
        "ctgov_v2",
        "partrita+clinicaltrial-watch-tigit/data/snapshots/NCT00006150_latest.json",
        _ALWAYS | _LATER,
    ),
    "NCT02028676": (
        f"{_FOLDERS[1]}/xml_data/NCT02028676.xml",
        "ctgov_full",
        f"{_FOLDERS[1]}/json_data/NCT02028676.json",
        _ALWAYS | _RESULTS,
    ),
}


@needs_corpus
@pytest.mark.parametrize("number", IN_BOTH)
def test_a_trial_in_two_real_files_says_the_same_but_for_these_predicates(number: str):
    in_xml, other, in_other, reasons = IN_BOTH[number]
    with zipfile.ZipFile(CORPUS / "ctgov-xml.zip") as archive:
        xml = graph("ctgov_xml", archive.read(in_xml))
    with zipfile.ZipFile(CORPUS / "ctgov-json.zip") as archive:
        parts = load(other).split(in_other, io.BytesIO(archive.read(in_other)))
        api = graph(other, next(one.body for one in parts if number.encode() in one.body[:2000]))
    assert {_predicate(line) for line in xml ^ api} <= reasons.keys()
    assert len(xml & api) > 0.93 * len(xml)
