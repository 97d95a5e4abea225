"""Trials of the EU's clinical trials information system: which field goes where, one hazard a case."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders import load, names, recognised
from kg.loaders.ctis_json import FORMAT
from kg.model import (
    ConditionName,
    Contact,
    Eligibility,
    EligibilityItem,
    Epoch,
    Intervention,
    InvestigatorRole,
    RegistryRecord,
    SponsorRole,
    StudyDocument,
    Trial,
    TrialIdentifier,
)
from kg.pipeline import convert

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "shared" / "corpus" / "other-registries.zip"
GOLDEN = json.loads((HERE / "golden" / "ctis_json" / "one_trial.json").read_bytes())
NUMBER = "2023-500001-11-00"


def document(trial: object) -> Document:
    return Document("made.json", json.dumps(trial).encode())


def changed(*path: str | int, to: object) -> Document:
    """The golden trial with one value changed."""
    trial = json.loads(json.dumps(GOLDEN))
    at: Any = trial
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = to
    return document(trial)


def said(made: Document, kind: type, *, contacts: bool = False) -> list:
    return [record for record in FORMAT.read(made, contacts).records if isinstance(record, kind)]


def trial(made: Document) -> Trial:
    return said(made, Trial)[0]


APPLICATION = "authorizedApplication"
ONE = (APPLICATION, "authorizedPartI")
INFORMATION = (*ONE, "trialDetails", "trialInformation")


def test_a_record_is_named_by_its_number_and_its_version_is_its_latest_day():
    reading: Reading = FORMAT.read(document(GOLDEN), False)
    assert reading.record.endswith(f"/record/ctis/{NUMBER}")
    assert reading.version == "2024-02-03"
    (record,) = said(document(GOLDEN), RegistryRecord)
    assert (record.first_submitted, record.last_update_posted) == ("2023-01-15", "2024-02-03")


def test_days_of_the_list_of_results_are_read_day_first():
    reading = FORMAT.read(document({**GOLDEN, "lastUpdated": "05/03/2024"}), False)
    assert reading.version == "2024-03-05"


@pytest.mark.parametrize(
    ("code", "tokens"),
    [
        ("1", ("PHASE1",)),
        ("4", ("PHASE2",)),
        ("7", ("PHASE1", "PHASE2")),
        ("10", ("PHASE2", "PHASE3")),
        (6, ("PHASE4",)),
    ],
)
def test_a_phase_is_told_by_its_code(code: str | int, tokens: tuple[str, ...]):
    assert trial(changed(*INFORMATION, "trialCategory", to={"trialPhase": code})).phase == tokens


def test_a_phase_without_a_code_is_told_by_its_words():
    made = json.loads(changed(*INFORMATION, "trialCategory", to=None).body)
    made["trialPhase"] = "Phase I and Phase II (Integrated)- Other"
    assert trial(document(made)).phase == ("PHASE1", "PHASE2")


@pytest.mark.parametrize(
    ("code", "words", "token"),
    [
        (2, "Authorised, recruitment pending", "NOT_YET_RECRUITING"),
        (5, "Ongoing, recruitment ended", "ACTIVE_NOT_RECRUITING"),
        (8, "Ended", None),
        (11, "Not authorised", None),
    ],
)
def test_a_status_has_a_token_only_where_it_means_the_same(code: int, words: str, token: str | None):
    made = trial(document({**GOLDEN, "ctPublicStatusCode": code}))
    assert (made.status_text, made.overall_status) == (words, token)


def test_a_status_may_stand_as_its_code_alone():
    assert trial(document({**GOLDEN, "ctStatus": 3, "ctPublicStatusCode": None})).overall_status == "RECRUITING"


def test_the_start_is_the_first_recruitment_in_any_country():
    made = trial(document(GOLDEN))
    assert (made.start_date, made.start_date_type) == ("2023-06-15", "ACTUAL")


def test_the_start_is_the_first_one_where_recruitment_was_opened_again():
    periods = [{"recruitmentStartDate": "2023-09-01"}, {"recruitmentStartDate": "2021-10-31"}, {}]
    made = trial(changed(APPLICATION, "authorizedPartsII", 0, "mscInfo", "trialRecruitmentPeriod", to=periods))
    assert (made.start_date, made.start_date_type) == ("2021-10-31", "ACTUAL")


def test_the_start_is_known_where_no_period_is_active_now():
    bare = {**GOLDEN, "authorizedApplication": {**GOLDEN["authorizedApplication"], "authorizedPartsII": []}}
    state = {"countryName": "Spain", "trialRecruitmentPeriod": [{"recruitmentStartDate": "2022-11-21"}]}
    bare["authorizedApplication"]["authorizedPartsII"] = [{"mscInfo": state}]
    made = trial(document(bare))
    assert (made.start_date, made.start_date_type) == ("2022-11-21", "ACTUAL")


def test_recruitment_periods_may_be_null():
    made = trial(changed(APPLICATION, "authorizedPartsII", 0, "mscInfo", "trialRecruitmentPeriod", to=None))
    assert made.start_date == "2023-06-15"


def test_the_end_is_the_one_in_all_countries():
    made = trial(document(GOLDEN))
    assert (made.completion_date, made.completion_date_type) == ("2027-01-31", "ESTIMATED")


def test_the_number_of_people_is_that_of_all_countries():
    assert trial(document(GOLDEN)).enrolment == 20 + 5 + 10


def test_a_missing_number_of_one_country_makes_no_sum():
    assert trial(changed(APPLICATION, "authorizedPartsII", 0, "recruitmentSubjectCount", to=None)).enrolment is None


def test_in_utero_is_no_age_group_of_ours():
    assert trial(document(GOLDEN)).age_group == ("ADULT", "OLDER_ADULT")


def test_countries_within_and_without_the_eu_are_listed():
    assert trial(document(GOLDEN)).recruitment_country == ("Germany", "Spain", "Switzerland")


def test_roles_of_products_are_kept_and_auxiliary_is_none():
    found = {one.label: one.role for one in said(document(GOLDEN), Intervention)}
    assert list(found.values()) == [("INVESTIGATIONAL",), ("COMPARATOR",), ("COMPARATOR",), ()]


def test_a_product_has_its_substance_and_code_as_other_names():
    first = said(document(GOLDEN), Intervention)[0]
    assert (first.label, first.other_name) == ("Venclyxto 100 mg film-coated tablets", ("venetoclax", "ABT-199"))
    assert first.intervention_type == "DRUG"


def test_a_comparator_is_not_concluded_to_be_tested():
    (done,) = convert([document(GOLDEN)], "ctis_json").documents
    tested = [
        line for line in done.inferred.decode().splitlines() if f"/trial/{NUMBER}> <" in line and "testsDrug> <" in line
    ]
    assert any("/drug/venetoclax>" in line for line in tested)
    assert not [line for line in tested if "/drug/azacitidine>" in line]


def test_the_primary_sponsor_leads_and_others_stand_beside_it():
    found = [(one.label, one.sponsor_type, one.sponsor_class) for one in said(document(GOLDEN), SponsorRole)]
    assert found == [
        ("Example Pharma GmbH", "LEAD", "INDUSTRY"),
        ("Second University", "COLLABORATOR", "OTHER"),
        ("Example Foundation", "FUNDER", None),
    ]


def test_numbers_are_those_of_their_registries():
    found = [(one.id_value, one.id_type, one.id_issuer) for one in said(document(GOLDEN), TrialIdentifier)]
    assert found == [
        (NUMBER, "REGISTRY", "CTIS"),
        ("2019-000001-11", "REGISTRY", "EudraCT"),
        ("NCT01234567", "REGISTRY", "ClinicalTrials.gov"),
        ("U1111-1000-0001", "SECONDARY", "WHO"),
        ("75,061", "SECONDARY", "IND"),
        ("EXA-1", "ORGANISATION", "Example Pharma GmbH"),
    ]


def test_criteria_of_a_list_keep_their_numbers():
    found = [(one.polarity, one.item_number, one.text) for one in said(document(GOLDEN), EligibilityItem)]
    assert found == [
        ("INCLUSION", "1.", "Age of 18 years or over"),
        ("INCLUSION", "2.", "AML"),
        ("EXCLUSION", None, "Pregnancy"),
    ]


def test_documents_are_the_protocol_and_the_consent_form():
    found = [(one.has_protocol, one.has_icf) for one in said(document(GOLDEN), StudyDocument)]
    assert found == [(True, None), (None, True)]


@pytest.mark.parametrize(("contacts", "email"), [(False, ()), (True, ("erika@example.org",))])
def test_addresses_of_investigators_are_kept_only_where_asked_for(contacts: bool, email: tuple[str, ...]):
    (found,) = said(document(GOLDEN), InvestigatorRole, contacts=contacts)
    assert (found.label, found.email) == ("Erika Beispiel", email)


@pytest.mark.parametrize(("contacts", "number"), [(False, 1), (True, 2)])
def test_a_contact_without_a_name_is_one_only_where_addresses_are_kept(contacts: bool, number: int):
    assert len(said(document(GOLDEN), Contact, contacts=contacts)) == number


def test_null_stands_for_nothing_anywhere():
    assert trial(changed(*INFORMATION, "endPoint", "primaryEndPoints", to=[None])).label == "Venetoclax for leukaemia"


def test_a_page_of_search_results_is_rejected():
    page = {"pagination": {"totalRecords": 1}, "data": [{"ctNumber": NUMBER, "ctStatus": 3}]}
    with pytest.raises(DocumentError, match=r"trial without a registry number: wanted a number such as"):
        FORMAT.read(document(page), False)


def test_a_result_of_a_search_is_rejected():
    with pytest.raises(DocumentError, match=r"no details of the trial: wanted authorizedPartI.trialDetails"):
        FORMAT.read(document({"ctNumber": NUMBER, "ctStatus": 3, "ctTitle": "x"}), False)


def test_what_is_no_object_is_rejected():
    with pytest.raises(Unreadable, match=r"not a CTIS trial: wanted a trial of the portal, found Expected `object`"):
        FORMAT.read(document([NUMBER]), False)


def test_what_the_list_of_search_results_says_is_read_where_the_trial_does_not_say_it():
    made = json.loads(json.dumps(GOLDEN))
    of = made[APPLICATION]["authorizedPartI"]["trialDetails"]["trialInformation"]
    made |= {"gender": "Male, Female", "ageGroup": "65+ years, 0-17 years"}
    assert trial(document(made)).age_group == ("ADULT", "OLDER_ADULT")
    assert said(document(made), Eligibility)[0].sex == "FEMALE"
    del of["populationOfTrialSubjects"]
    assert trial(document(made)).age_group == ("CHILD", "OLDER_ADULT")
    assert said(document(made), Eligibility)[0].sex == "ALL"


def test_coded_conditions_and_substances_are_names_where_there_are_no_others():
    made = json.loads(json.dumps(GOLDEN))
    one = made[APPLICATION]["authorizedPartI"]
    terms = [{"termName": "Fungal infection NOS", "classificationCode": "10017534", "level": "LLT"}]
    one["trialDetails"]["trialInformation"]["medicalCondition"] = {"meddraConditionTerms": terms}
    assert [name.label for name in said(document(made), ConditionName)] == ["Acute myeloid leukaemia"]
    one["medicalConditions"] = []
    assert [name.label for name in said(document(made), ConditionName)] == ["Fungal infection NOS"]
    substances = [{"actSubstName": "ZANAMIVIR"}, {"actSubstName": "POSACONAZOLE"}]
    one["products"] = [{"nameDisplay": "Of both", "productDictionaryInfo": {"productSubstances": substances}}]
    product = said(document(made), Intervention)[0]
    assert (product.label, product.other_name) == ("Of both", ("ZANAMIVIR, POSACONAZOLE",))


def test_periods_with_a_name_are_epochs():
    periods = [{"title": "Screening", "description": "Two weeks"}, {"title": ""}, {"title": "Treatment"}]
    made = changed(*ONE, "trialDetails", "protocolInformation", to={"studyDesign": {"periodDetails": periods}})
    found = said(made, Epoch)
    assert [(one.label, one.position, one.description) for one in found] == [
        ("Screening", 1, "Two weeks"),
        ("Treatment", 2, None),
    ]
    assert trial(made).epoch == tuple(one.iri for one in found)


def test_every_trial_of_an_array_is_a_document_of_its_own():
    body = json.dumps([GOLDEN, {**GOLDEN, "ctNumber": "2023-500001-11-01"}]).encode()
    found = [FORMAT.read(part, False).record[-17:] for part in FORMAT.split("made.json", io.BytesIO(body))]
    assert found == [NUMBER, "2023-500001-11-01"]


@pytest.mark.parametrize("other", [name for name in names() if name != "ctis_json"])
def test_golden_files_of_other_formats_are_not_taken(other: str):
    for path in (HERE / "golden" / other).glob("[!.]*"):
        if path.suffix != ".nq":
            assert not FORMAT.detect(path.read_bytes()[: 1 << 16])


@pytest.mark.parametrize("other", [name for name in names() if name != "ctis_json"])
def test_other_formats_do_not_take_ours(other: str):
    for path in (HERE / "golden" / "ctis_json").glob("*.json"):
        assert not load(other).detect(path.read_bytes()[: 1 << 16])


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_every_record_of_the_corpus_is_recognised_and_read():
    with zipfile.ZipFile(CORPUS) as archive:
        records = {
            name: archive.read(name) for name in archive.namelist() if "/ctis/" in name and name.endswith(".json")
        }
    assert len(records) == 4
    for name, body in records.items():
        assert recognised(body[: 1 << 16]) == "ctis_json"
        assert FORMAT.read(Document(name, body), False).record.endswith(f"/{Path(name).stem}")
