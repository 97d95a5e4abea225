"""What a results section says of itself as a whole, in every format that has one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.document import Document
from kg.loaders import load
from kg.model import Affiliation, Contact, Record, ResultsReport

HELD_BACK = (
    "The only disclosure restriction on the PI is that the sponsor can review results communications prior to public "
    "release and can embargo communications regarding trial results for a period that is {}. The sponsor cannot "
    "require changes to the communication and cannot extend the embargo."
)
RESTRICTED = (
    "There {} an agreement between Principal Investigators and the Sponsor (or its agents) that restricts the PI's\n"
    "rights to discuss or publish trial results after the trial is completed. "
)
# Sentences of the legacy XML, and what of the agreement they tell: whether there is one, its kind, its words.
SENTENCES: dict[str, tuple[bool, str | None, str | None]] = {
    RESTRICTED.format("is NOT"): (False, None, None),
    RESTRICTED.format("IS"): (True, None, None),
    "There is NOT an agreement with all.": (True, "OTHER", "There is NOT an agreement with all."),
    HELD_BACK.format("less than or equal to 60 days"): (True, "LTE60", None),
    HELD_BACK.format("more than 60 days but less than or equal to 180 days"): (True, "GT60", None),
    # Not the sentence of sixty days, though it begins as that does.
    HELD_BACK.format("less than or equal to 90 days"): (
        True,
        "OTHER",
        HELD_BACK.format("less than or equal to 90 days"),
    ),
    "Ask the sponsor.": (True, "OTHER", "Ask the sponsor."),
}


def read_json(more: dict[str, Any], *, contacts: bool = False) -> list[Record]:
    study = {
        "protocolSection": {"identificationModule": {"nctId": "NCT09990000"}},
        "resultsSection": {"moreInfoModule": more},
    }
    return list(load("ctgov_v2").read(Document("f", json.dumps(study).encode()), contacts).records)


def read_full(more: dict[str, Any]) -> list[Record]:
    study = {
        "ProtocolSection": {"IdentificationModule": {"NCTId": "NCT09990000"}},
        "ResultsSection": {"MoreInfoModule": more},
    }
    return list(load("ctgov_full").read(Document("f", json.dumps({"Study": study}).encode()), True).records)


def read_xml(results: str, *, contacts: bool = False) -> list[Record]:
    number = "<id_info><nct_id>NCT09990000</nct_id></id_info>"
    body = f"<clinical_study>{number}<clinical_results>{results}</clinical_results></clinical_study>"
    return list(load("ctgov_xml").read(Document("f", body.encode()), contacts).records)


def report(records: list[Record]) -> ResultsReport:
    (found,) = [record for record in records if isinstance(record, ResultsReport)]
    return found


def agreed(records: list[Record]) -> tuple[bool | None, bool | None, str | None, str | None]:
    found = report(records)
    return (
        found.investigators_employed,
        found.disclosure_restricted,
        found.disclosure_restriction,
        found.disclosure_agreement,
    )


def test_agreements_of_the_api_are_kept():
    agreement = {
        "piSponsorEmployee": False,
        "restrictiveAgreement": True,
        "restrictionType": "OTHER",
        "otherDetails": "Ask \\<us\\>.",
    }
    assert agreed(read_json({"certainAgreement": agreement})) == (False, True, "OTHER", "Ask <us>.")


def test_unknown_kind_of_restriction_stays_words():
    agreement = {"restrictionType": "FOREVER", "otherDetails": "Ask us."}
    assert agreed(read_json({"certainAgreement": agreement})) == (None, None, None, "FOREVER\nAsk us.")


def test_agreements_of_the_older_api_are_kept():
    agreement = {
        "AgreementPISponsorEmployee": "Yes",
        "AgreementRestrictiveAgreement": "No",
        "AgreementRestrictionType": "GT60",
        "AgreementOtherDetails": "Ask us.",
    }
    assert agreed(read_full({"CertainAgreement": agreement})) == (True, False, "GT60", "Ask us.")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[-30:])
def test_sentences_of_the_legacy_xml_are_read(sentence: str):
    inner = f"<certain_agreements><restrictive_agreement>{sentence}</restrictive_agreement></certain_agreements>"
    assert agreed(read_xml(inner)) == (None, *SENTENCES[sentence])


@pytest.mark.parametrize(
    ("words", "employed"),
    [
        ("All Principal Investigators ARE employed by the organization sponsoring the study.", True),
        ("Principal Investigators are NOT employed by the organization sponsoring the study.", False),
    ],
)
def test_who_employs_investigators_is_told_by_a_sentence(words: str, employed: bool):
    inner = f"<certain_agreements><pi_employee>{words}</pi_employee></certain_agreements>"
    records = read_xml(f"{inner}<limitations_and_caveats>Few</limitations_and_caveats>")
    assert agreed(records) == (employed, None, None, None)


def test_own_words_on_who_employs_investigators_are_kept():
    inner = "<pi_employee>Some are.</pi_employee><restrictive_agreement>Ask us.</restrictive_agreement>"
    records = read_xml(f"<certain_agreements>{inner}</certain_agreements>")
    assert agreed(records) == (None, True, "OTHER", "Some are.\nAsk us.")


CONTACT = {
    "title": "Jane Roe, MD",
    "organization": "Some Hospital",
    "email": "jane@example.org",
    "phone": "555",
    "phoneExt": "1",
}
OLDER = {
    "PointOfContactTitle": "Jane Roe, MD",
    "PointOfContactOrganization": "Some Hospital",
    "PointOfContactEMail": "jane@example.org",
    "PointOfContactPhone": "555",
    "PointOfContactPhoneExt": "1",
}
LEGACY = (
    "<point_of_contact><name_or_title>Jane Roe, MD</name_or_title><organization>Some Hospital</organization>"
    "<phone>555 ext. 1</phone><email>jane@example.org</email></point_of_contact>"
)


@pytest.mark.parametrize("kind", ["API", "older API", "legacy XML"])
def test_whom_to_ask_of_the_results_is_kept_where_contacts_are_asked_for(kind: str):
    records = {
        "API": lambda: read_json({"pointOfContact": CONTACT}, contacts=True),
        "older API": lambda: read_full({"PointOfContact": OLDER}),
        "legacy XML": lambda: read_xml(LEGACY, contacts=True),
    }[kind]()
    (contact,) = [record for record in records if isinstance(record, Contact)]
    (place,) = [record for record in records if isinstance(record, Affiliation)]
    assert (contact.label, contact.family_name, contact.degree) == ("Jane Roe", "Roe", "MD")
    assert (contact.email, contact.telephone) == (("jane@example.org",), ("555 ext. 1",))
    assert (contact.contact_type, contact.affiliation, place.text) == ("results", (place.iri,), "Some Hospital")
    assert report(records).contact == (contact.iri,)


def test_how_to_reach_whom_to_ask_of_the_results_is_not_kept_unasked():
    for records in (read_json({"pointOfContact": CONTACT}), read_xml(LEGACY)):
        (asked,) = [record for record in records if isinstance(record, Contact)]
        assert asked.label
        assert (asked.email, asked.telephone) == ((), ())
        (report,) = [record for record in records if isinstance(record, ResultsReport)]
        assert report.contact == (asked.iri,)


@pytest.mark.parametrize("more", [{"certainAgreement": {}}, {"pointOfContact": {}}, {"pointOfContact": {"title": " "}}])
def test_hollow_parts_say_nothing(more: dict[str, Any]):
    assert not [record for record in read_json(more, contacts=True) if isinstance(record, (Contact, ResultsReport))]
