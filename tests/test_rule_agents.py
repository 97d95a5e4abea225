"""Organisations and people behind names that registries print where there is neither, or the other."""

from __future__ import annotations

import pytest

from kg.model import Affiliation, InvestigatorRole, Record, Site, SponsorRole, Trial
from kg.model import predicates as P
from tests.test_rules import RECORD, TRIAL, Inferred

SPONSOR, OFFICIAL, SITE, WORK = (f"{RECORD}/{name}" for name in ("sponsor/1", "investigator/1", "site/1", "work/1"))


def official(name: str, work: str = "Lark Hospital") -> list[Record]:
    """An official of a trial with an affiliation."""
    given, _, family = name.rpartition(" ")
    role = InvestigatorRole(iri=OFFICIAL, label=name, given_name=given, family_name=family, affiliation=(WORK,))
    return [role, Affiliation(iri=WORK, text=work)]


@pytest.mark.parametrize(
    "name",
    [
        "Lark Investigational Site",
        "Lark Investigative Site 12",
        "1234.5.6 Lark Swann Investigational Site",
        "Lark selected site",
        "58 other sites",
        "For additional information regarding investigative sites for this trial, contact us",
        "Lark Clinical Research Site",
        "Lark Research Site 12",
    ],
)
def test_what_a_company_calls_its_sites_is_no_organisation(name: str):
    sponsor = SponsorRole(iri=SPONSOR, label="Lark Pharma, Inc.", sponsor_type="LEAD")
    assert Inferred(sponsor, Site(iri=SITE, label=name, city="Wren")).objects(SITE, P.DENOTES) == set()


@pytest.mark.parametrize("name", ["Khayelitsha Clinical Research Site", "Lark Clinic", "Wren Hospital - General Site"])
def test_a_site_with_a_name_of_its_own_is_one(name: str):
    sponsor = SponsorRole(iri=SPONSOR, label="Lark Pharma, Inc.", sponsor_type="LEAD")
    assert Inferred(sponsor, Site(iri=SITE, label=name, city="Wren")).objects(SITE, P.DENOTES)


@pytest.mark.parametrize(
    ("name", "work"), [("Lark Swann", "Lark-Swann"), ("Hospital JP Lark", "Wren"), ("National Lark Institute", "Wren")]
)
def test_an_official_that_is_its_own_affiliation_is_no_person(name: str, work: str):
    trial = Trial(iri=TRIAL, investigator_role=(OFFICIAL,))
    found = Inferred(trial, *official(name, work))
    assert found.objects(OFFICIAL, P.DENOTES) == found.objects(TRIAL, P.INVESTIGATOR) == set()


def test_a_person_who_leads_a_trial_is_no_organisation():
    sponsor = SponsorRole(iri=SPONSOR, label="Qian Chu", sponsor_class="OTHER", sponsor_type="LEAD")
    trial = Trial(iri=TRIAL, sponsor_role=(SPONSOR,), investigator_role=(OFFICIAL,))
    found = Inferred(trial, sponsor, *official("Qian CHU"))
    assert found.objects(SPONSOR, P.DENOTES) == found.objects(TRIAL, P.LEAD_SPONSOR) == set()
    assert found.objects(TRIAL, P.INVESTIGATOR)


def test_a_company_that_is_its_own_official_is_an_organisation():
    sponsor = SponsorRole(iri=SPONSOR, label="Lark Swann", sponsor_class="INDUSTRY", sponsor_type="LEAD")
    trial = Trial(iri=TRIAL, sponsor_role=(SPONSOR,), investigator_role=(OFFICIAL,))
    found = Inferred(trial, sponsor, *official("Lark Swann", "Lark Swann"))
    assert found.objects(TRIAL, P.LEAD_SPONSOR) == {"org/lark-swann"}
