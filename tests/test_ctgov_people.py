"""People of a study of ClinicalTrials.gov: who they are and where they work, however records say it."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import pytest

from kg.document import Document, Reading
from kg.loaders import load
from kg.model import Affiliation, Contact, InvestigatorRole, Record

AnyRecord = TypeVar("AnyRecord", bound=Record)
NUMBER = {"nctId": "NCT09000171"}


def read(*, contacts: bool = False, **modules: object) -> Reading:
    """A study of API v2."""
    study = {"protocolSection": {"identificationModule": NUMBER, **modules}}
    return load("ctgov_v2").read(Document("x.json", json.dumps(study).encode()), contacts)


def in_xml(inner: str, *, contacts: bool = False) -> Reading:
    """A study of the legacy XML."""
    body = f"<clinical_study><id_info><nct_id>NCT09000171</nct_id></id_info>{inner}</clinical_study>"
    return load("ctgov_xml").read(Document("x.xml", body.encode()), contacts)


def every(reading: Reading, kind: type[AnyRecord]) -> list[AnyRecord]:
    return [record for record in reading.records if isinstance(record, kind)]


def works_at(reading: Reading) -> list[str]:
    return [one.text for one in every(reading, Affiliation)]


def answering(official: dict[str, Any], **party: str) -> Reading:
    """A study with one official and a responsible party with the same name."""
    return read(
        sponsorCollaboratorsModule={"responsibleParty": {"investigatorFullName": "Ada Lark", **party}},
        contactsLocationsModule={"overallOfficials": [{"name": "Ada Lark", **official}]},
    )


@pytest.mark.parametrize(
    ("name", "title", "degree"),
    [
        ("Ada Lark, MD", "Professor of Haematology", "MD, Professor of Haematology"),
        ("Ada Lark", "Professor of Haematology", "Professor of Haematology"),
        ("Ada Lark, Prof.", "Professor of Haematology", "Professor of Haematology"),
        ("Ada Lark, M.D.", "MD", "M.D."),
        ("Ada Lark, MD", "Dr.", "MD"),
        # It is the office that is told anyway.
        ("Ada Lark, MD", "Principal Investigator", "MD"),
    ],
)
def test_an_official_who_answers_for_the_record_keeps_the_title(name: str, title: str, degree: str):
    found = answering({"name": name, "role": "PRINCIPAL_INVESTIGATOR"}, investigatorTitle=title)
    assert [(one.label, one.degree) for one in every(found, InvestigatorRole)] == [("Ada Lark", degree)]


def test_a_responsible_party_who_is_no_official_keeps_degree_and_title():
    party = {"investigatorFullName": "Ada Lark, MD", "investigatorTitle": "Chair"}
    (found,) = every(read(sponsorCollaboratorsModule={"responsibleParty": party}), InvestigatorRole)
    assert (found.investigator_type, found.degree) == ("RESPONSIBLE_PARTY", "MD, Chair")


@pytest.mark.parametrize(
    ("place", "places"),
    [
        ("Lark Hospital", ["Wren University", "Lark Hospital"]),
        ("WREN University.", ["Wren University"]),
        ("Lark Hospital, Wren University", ["Wren University", "Lark Hospital"]),
    ],
)
def test_an_official_who_answers_for_the_record_works_where_either_says(place: str, places: list[str]):
    found = answering({"affiliation": "Wren University"}, investigatorAffiliation=place)
    assert works_at(found) == places
    official = "<overall_official><last_name>Ada Lark</last_name><affiliation>Wren University</affiliation>"
    party = f"<name_title>Ada Lark, MD</name_title><organization>{place}</organization>"
    older = in_xml(f"{official}</overall_official><responsible_party>{party}</responsible_party>")
    assert works_at(older) == places
    assert [one.degree for one in every(older, InvestigatorRole)] == ["MD"]


def test_of_two_officials_with_the_name_one_answers_for_the_record():
    officials = [{"name": "Ada Lark", "role": role} for role in ("STUDY_CHAIR", "STUDY_DIRECTOR")]
    party = {"investigatorFullName": "Ada Lark", "investigatorTitle": "Professor"}
    found = read(
        sponsorCollaboratorsModule={"responsibleParty": party}, contactsLocationsModule={"overallOfficials": officials}
    )
    assert [one.degree for one in every(found, InvestigatorRole)] == ["Professor", None]


CONTACTS = [
    # What stands behind a name is a title, but for organisations and numbers of sites.
    ("Ada Lark, Research Operations Manager", "Ada Lark", "Research Operations Manager", []),
    ("Ada Lark, MD, MFPM", "Ada Lark", "MD, MFPM", []),
    ("Ada Lark, Sub-Investigator", "Ada Lark", "Sub-Investigator", []),
    ("Ada Lark, Site 0202", "Ada Lark", None, ["Site 0202"]),
    ("Ada Lark, MD, Wren University", "Ada Lark", "MD", ["Wren University"]),
    # Where no person is named, all words are the name.
    ("Director, Clinical Research Operations Program", "Director, Clinical Research Operations Program", None, []),
    ("Executive Vice President, Clinical Sciences", "Executive Vice President, Clinical Sciences", None, []),
    ("Lark Pharmaceutical Co., Ltd Clinical Operations", "Lark Pharmaceutical Co., Ltd Clinical Operations", None, []),
    ("Lark, Ada", "Lark, Ada", None, []),
]


@pytest.mark.parametrize(("name", "label", "degree", "places"), CONTACTS)
def test_no_word_of_a_contact_is_lost(name: str, label: str, degree: str | None, places: list[str]):
    for found in (
        read(contacts=True, contactsLocationsModule={"centralContacts": [{"name": name}]}),
        read(contacts=True, contactsLocationsModule={"locations": [{"contacts": [{"name": name, "role": "CONTACT"}]}]}),
        in_xml(f"<overall_contact><last_name>{name}</last_name></overall_contact>", contacts=True),
    ):
        assert [(one.label, one.degree) for one in every(found, Contact)] == [(label, degree)]
        assert works_at(found) == places


@pytest.mark.parametrize(("name", "label", "degree", "places"), CONTACTS)
def test_no_word_of_a_point_of_contact_is_lost(name: str, label: str, degree: str | None, places: list[str]):
    asked = {"title": name, "organization": "Nest Hospital"}
    study = {"protocolSection": {"identificationModule": NUMBER}}
    whole = study | {"resultsSection": {"moreInfoModule": {"pointOfContact": asked}}}
    found = load("ctgov_v2").read(Document("x.json", json.dumps(whole).encode()), True)
    (one,) = every(found, Contact)
    assert (one.label, one.degree, len(one.affiliation)) == (label, degree, len(places) + 1)
    assert works_at(found) == [*places, "Nest Hospital"]


def test_the_title_of_a_responsible_party_is_no_organisation():
    name, place = "Ada Lark, Clinical Project Manager", "Wren University"
    party = f"<name_title>{name}</name_title><organization>{place}</organization>"
    for found in (
        in_xml(f"<responsible_party>{party}</responsible_party>"),
        read(sponsorCollaboratorsModule={"responsibleParty": {"oldNameTitle": name, "oldOrganization": place}}),
    ):
        assert [(one.label, one.degree) for one in every(found, InvestigatorRole)] == [
            ("Ada Lark", "Clinical Project Manager")
        ]
        assert works_at(found) == [place]


def test_an_investigator_of_a_site_works_at_the_own_organisation_and_at_the_site():
    found = in_xml(
        "<location><facility><name>Nest Hospital</name></facility><investigator><last_name>Ed Owl</last_name>"
        "<role>Principal Investigator</role><affiliation>Owl College</affiliation></investigator></location>"
    )
    assert [one.label for one in every(found, InvestigatorRole)] == ["Ed Owl"]
    assert works_at(found) == ["Owl College", "Nest Hospital"]


@pytest.mark.parametrize("contacts", [False, True])
def test_an_investigator_of_a_site_can_be_reached_where_contacts_are_asked_for(contacts: bool):
    who = {"name": "Ed Owl", "role": "SUB_INVESTIGATOR", "phone": "555-123-4567", "phoneExt": "9", "email": "e@o.org"}
    newer = read(contacts=contacts, contactsLocationsModule={"locations": [{"contacts": [who]}]})
    parts = "<phone>555-123-4567</phone><phone_ext>9</phone_ext><email>e@o.org</email><role>Sub-Investigator</role>"
    investigator = f"<investigator><last_name>Ed Owl</last_name>{parts}</investigator>"
    older = in_xml(f"<location>{investigator}</location>", contacts=contacts)
    for found in (newer, older):
        (one,) = every(found, InvestigatorRole)
        assert one.investigator_type == "SUB_INVESTIGATOR"
        assert one.telephone == (("555-123-4567 ext. 9",) if contacts else ())
        assert one.email == (("e@o.org",) if contacts else ())


@pytest.mark.parametrize(
    ("official", "offices"),
    [
        ({"name": "Bo Finch, MD", "role": "STUDY_CHAIR"}, ["STUDY_CHAIR"]),
        ({"name": "Bo Finch", "role": "PRINCIPAL_INVESTIGATOR"}, ["PRINCIPAL_INVESTIGATOR", "STUDY_CHAIR"]),
        ({"name": "Ada Lark", "role": "STUDY_CHAIR"}, ["STUDY_CHAIR", "STUDY_CHAIR"]),
    ],
)
def test_the_office_of_whom_to_ask_is_told_once(official: dict[str, str], offices: list[str]):
    asked = [{"name": "Bo Finch", "role": "STUDY_CHAIR"}, {"name": "Cy Wren", "role": "CONTACT"}]
    module = {"centralContacts": asked, "overallOfficials": [official]}
    found = read(contacts=True, contactsLocationsModule=module)
    assert [one.investigator_type for one in every(found, InvestigatorRole)] == offices
    assert [one.label for one in every(found, Contact)] == ["Bo Finch", "Cy Wren"]


# By name, what is kept of a contact with a number and an address, and what without them.
MASKED = [
    ("Ada Lark, MD", "Ada Lark"),
    ("Lark Trials (1-877-555-0100) or", "Lark Trials (**************) or"),
    ("ada@nest.org", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "label"), MASKED)
def test_whom_to_ask_is_kept_without_address_and_number(name: str, label: str | None):
    reached = {"name": name, "phone": "555-123-4567", "email": "e@o.org"}
    inner = f"<last_name>{name}</last_name><phone>555-123-4567</phone><email>e@o.org</email>"
    for found in (
        read(contactsLocationsModule={"centralContacts": [reached]}),
        read(contactsLocationsModule={"locations": [{"contacts": [{**reached, "role": "CONTACT"}]}]}),
        in_xml(f"<overall_contact>{inner}</overall_contact>"),
        in_xml(f"<location><contact>{inner}</contact></location>"),
    ):
        assert [(one.label, one.email, one.telephone) for one in every(found, Contact)] == (
            [(label, (), ())] if label else []
        )


def test_the_point_of_contact_is_kept_without_address_and_number():
    asked = {"title": "Ada Lark", "organization": "Nest Hospital", "phone": "555-123-4567", "email": "e@o.org"}
    study = {"protocolSection": {"identificationModule": NUMBER}, "resultsSection": {"moreInfoModule": {}}}
    study["resultsSection"]["moreInfoModule"] = {"pointOfContact": asked}
    found = load("ctgov_v2").read(Document("x.json", json.dumps(study).encode()), False)
    assert [(one.label, one.email, one.telephone) for one in every(found, Contact)] == [("Ada Lark", (), ())]
    assert works_at(found) == ["Nest Hospital"]


def test_nobody_is_to_be_asked_of_whom_nothing_is_left():
    hidden = {"phone": "555-123-4567", "email": "e@o.org"}
    found = read(contactsLocationsModule={"locations": [{"contacts": [hidden, {"name": "Bo Finch"}]}]})
    assert [(one.label, one.position, one.contact_type) for one in every(found, Contact)] == [("Bo Finch", 2, "backup")]
    assert len(every(read(contacts=True, contactsLocationsModule={"centralContacts": [hidden]}), Contact)) == 1
