"""Trials by numbers that they had before, that other registries gave them, and that are unknown."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Record, Trial, TrialIdentifier
from kg.query.local import Local
from kg.query.names import resolve, resolve_any
from kg.rdf.iris import under
from tests import query_graph as small

FORMER, ABROAD = under(small.PAGE_OUT, "identifier", 2), under(small.PAGE_OUT, "identifier", 3)


def graph(*more: Record) -> Local:
    """The small graph, with other numbers of the trial that is out."""
    return small.more(
        Trial(iri=small.OUT, identifier=(FORMER, ABROAD)),
        TrialIdentifier(iri=FORMER, id_value="NCT00000009", id_type="ALIAS"),
        TrialIdentifier(iri=ABROAD, id_value="2010-019469-26", id_type="REGISTRY"),
        *more,
    )


@pytest.mark.parametrize("written", ["NCT00000009", "nct00000009", " NCT00000009 "])
def test_a_former_number_is_of_the_same_trial(written: str):
    assert resolve(graph(), "trial", written, "q") == small.OUT
    assert resolve_any(graph(), written, "q") == small.OUT


def test_a_trial_of_its_own_with_the_number_comes_first():
    assert resolve(graph(), "trial", "NCT00000001", "q") == small.IN
    assert resolve(graph(Trial(iri="urn:own", registry_id=("NCT00000009",))), "trial", "NCT00000009", "q") == "urn:own"


def test_the_page_of_a_trial_in_its_registry_names_it():
    page = "https://clinicaltrials.gov/study/NCT00000002"
    assert resolve(graph(Trial(iri=small.OUT, url=(page,))), "trial", page, "q") == small.OUT


def test_a_number_of_another_registry_is_a_hint():
    """It may be that of a trial which this one goes on with, so it is not taken for this trial's."""
    with pytest.raises(QueryError) as refused:
        resolve(graph(), "trial", "2010-019469-26", "q")
    said = f"q: no trial is called '2010-019469-26'; documents list it as a number of <{small.OUT}>"
    assert str(refused.value) == said


def test_a_message_is_one_line_whatever_a_title_looks_like():
    with pytest.raises(QueryError) as refused:
        resolve(graph(Trial(iri="urn:long", label="Lungs in injury;\na safety study")), "trial", "Lung in injury", "q")
    assert str(refused.value) == "q: no trial is called 'Lung in injury'; nearest: Lungs in injury; a safety study"
