"""Headings of eligibility criteria in other languages than English, one hazard a case."""

from __future__ import annotations

import time

import pytest

from kg.extract.criteria import criteria
from kg.extract.page_lines import page_lines
from tests.test_criteria_headings import listed, polarity_of


@pytest.mark.parametrize(
    ("line", "polarity"),
    [
        ("Critères d'inclusion :", "INCLUSION"),
        ("CRITÈRES D’INCLUSION", "INCLUSION"),
        ("Critères de non-inclusion :", "EXCLUSION"),
        ("Critères de non inclusion des patients :", "EXCLUSION"),
        ("- Principaux critères d'exclusion:", "EXCLUSION"),
        ("Critère d'exclusion", "EXCLUSION"),
        ("Critères d'inclusion et de non-inclusion :", ""),
        ("**Criterios de inclusión:**", "INCLUSION"),
        ("CRITERIOS DE EXCLUSION", "EXCLUSION"),
        ("Critérios de inclusão:", "INCLUSION"),
        ("Critérios de exclusão (adultos):", "EXCLUSION"),
        ("Criteri di inclusione", "INCLUSION"),
        ("Criteri principali di esclusione:", "EXCLUSION"),
        ("Einschlusskriterien:", "INCLUSION"),
        ("Ausschlußkriterien", "EXCLUSION"),
        ("Inclusiecriteria:", "INCLUSION"),
        ("Exclusiecriteria:", "EXCLUSION"),
    ],
)
def test_is_a_heading(line: str, polarity: str):
    assert polarity_of(line) == polarity


@pytest.mark.parametrize(
    "line",
    [
        "Patients présentant un des critères d'exclusion",
        "Critères d'inclusion non remplis",
        "Critères d'inclusion remplis lors de la visite: oui",
        "Ausschlusskriterien einer anderen Studie erfüllt",
        "Criterios de edad:",
    ],
)
def test_is_a_criterion(line: str):
    assert not polarity_of(line)
    assert len(criteria(page_lines(line))) == 1


def test_lists_have_the_polarity_of_their_headings():
    text = "Critères d'inclusion :\n- Oiseau\n\nCritères de non-inclusion : poisson\n- Chat"
    assert listed(text) == [("INCLUSION", "Oiseau"), ("EXCLUSION", "poisson"), ("EXCLUSION", "Chat")]


@pytest.mark.parametrize("part", ["critères d'", "critères d'exclusion ", "Einschlusskriterien", "crit", "* "])
def test_long_lines_take_no_longer_than_their_length(part: str):
    began = time.perf_counter()
    listed(part * 20_000 + ":")
    assert time.perf_counter() - began < 2
