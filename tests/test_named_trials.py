"""Trials and publications by numbers, however people copy them; former ones, other registries', and unknown ones."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Publication, Record, Trial, TrialIdentifier
from kg.query.local import Local
from kg.query.names import resolve, resolve_any
from kg.rdf import iris
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


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("trial", "trial:nct00000002"),
        ("trial", "NCT 00000002"),
        ("trial", "https://clinicaltrials.gov/ct2/show/NCT00000002?term=x"),
        ("trial", "clinicaltrials.gov/study/nct00000002"),
        ("thing", "trial:nct00000002"),
        ("european", "2019-002346-13-DE"),
        ("european", "EUCTR2019-002346-13-DE"),
        ("european", "https://www.clinicaltrialsregister.eu/ctr-search/trial/2019-002346-13/DE"),
        ("ctis", "2022-500244-37"),
        ("ctis", "CTIS2022-500244-37-00"),
        ("publication", "pmid 7000001"),
        ("publication", "PMID: 7000001"),
        ("publication", "pubmed/7000001"),
        ("publication", "publication:PMID-7000001"),
        ("publication", "https://pubmed.ncbi.nlm.nih.gov/7000001/"),
        ("publication", "https://www.ncbi.nlm.nih.gov/pubmed/7000001"),
        ("publication", "10.1000/s0140(20)a"),
        ("publication", "doi:10.1000/S0140(20)A"),
        ("publication", "DOI 10.1000/S0140(20)A"),
        ("publication", "https://dx.doi.org/10.1000/S0140%2820%29a"),
        ("thing", "pmid 7000001"),
    ],
)
def test_a_number_is_known_however_it_is_copied(kind: str, written: str):
    european, ctis, article = iris.trial("2019-002346-13"), iris.trial("2022-500244-37-00"), "urn:article"
    doi = "10.1000/s0140(20)A"
    known = graph(
        Trial(iri=european, registry_id=("2019-002346-13",)),
        Trial(iri=ctis, registry_id=("2022-500244-37-00",)),
        Publication(iri=article, pmid="7000001", doi=doi, same_as=(iris.doi(doi),)),
    )
    meant = {"european": european, "ctis": ctis, "publication": article, "trial": small.OUT}
    thing = article if kind == "thing" and "pmid" in written else meant.get(kind, small.OUT)
    assert resolve(known, "trial" if kind in ("european", "ctis") else kind, written, "q") == thing


@pytest.mark.parametrize(
    ("kind", "written", "number"),
    [
        ("trial", "trial:nct00000077", "NCT00000077"),
        ("trial", "EUCTR2019-002346-13-DE", "2019-002346-13"),
        ("publication", "https://pubmed.ncbi.nlm.nih.gov/99/", "99"),
        ("publication", "https://doi.org/10.1000/none", "10.1000/none"),
    ],
)
def test_a_number_of_nothing_is_refused_with_what_it_was_taken_for(kind: str, written: str, number: str):
    with pytest.raises(QueryError) as refused:
        resolve(graph(), kind, written, "q")
    assert str(refused.value) == f"q: no {kind} is called {written!r}; no document is about {number}"
