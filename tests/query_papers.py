"""The article of the graph that canned queries are tried on, and the names of the things in it."""

from __future__ import annotations

from decimal import Decimal

from kg.model import (
    Affiliation,
    Authorship,
    Correction,
    Disclosure,
    Evidence,
    Observation,
    Publication,
    PublicationLink,
    PublicationRecord,
    Record,
    RegimenMention,
    Trial,
)
from kg.model import predicates as p
from kg.model.enums import PHASE
from kg.rdf.iris import entity, mesh, organisation, publication, record, rule_set, trial, under
from tests.query_vocabulary import d

IN, OUT = trial("NCT00000001"), trial("NCT00000002")
# A later trial of a mechanism of the one that is in, known from an article alone.
LATE = trial("NCT00000003")
PAGE_IN, PAGE_OUT = record("ctgov", "NCT00000001"), record("ctgov", "NCT00000002")
# A second record of the trial that is in: two documents speak of one thing.
TWIN = record("isrctn", "ISRCTN1")
PAPER, ARTICLE = record("pubmed", "1"), publication(pmid="1")
ARM, COMPARATOR = under(PAGE_IN, "arm", 1), under(PAGE_IN, "arm", 2)
SI, WEI = "https://w3id.org/trialgraph/person/si", "https://w3id.org/trialgraph/person/wei"
UNION, SOLO = organisation("Union Hospital", "Fuzhou", "China"), organisation("Solo Inc.")
LINKS, RULES = rule_set("links"), rule_set("shortcuts")


def paper() -> list[Record]:
    """The record of an article on the trial that is out."""
    first, last = under(PAPER, "author", 1), under(PAPER, "author", 2)
    regimen = under(PAPER, "regimen", 1)
    return [
        PublicationRecord(
            iri=PAPER, record_id="1", describes=(ARTICLE,), source_registry="PubMed", mentions=(d("apg-1387"),)
        ),
        Publication(
            iri=ARTICLE,
            label="A trial",
            title="A trial",
            pmid="1",
            authorship=(first, last),
            reports_trial=(OUT,),
            correction=(under(PAPER, "correction", 1),),
            disclosure=tuple(under(PAPER, "disclosure", n) for n in (1, 2, 3)),
        ),
        Publication(
            iri=publication(pmid="2"), label="Of nothing here", pmid="2", publication_type_concept=(mesh("D016441"),)
        ),
        Authorship(
            iri=first, label="Wei Wang", position=1, denotes=(WEI,), affiliation=(under(first, "affiliation", 1),)
        ),
        Authorship(iri=last, label="Yu X", position=2, contribution=("CORRESPONDING_AUTHOR",)),
        Affiliation(iri=under(first, "affiliation", 1), text="Solo Inc., Rockville"),
        Disclosure(iri=under(PAPER, "disclosure", 1), disclosure_kind="NONE_DECLARED", discloser=(last,)),
        Disclosure(
            iri=under(PAPER, "disclosure", 2),
            disclosure_kind="EMPLOYMENT",
            discloser=(first,),
            disclosed_organisation=("Solo Inc.",),
        ),
        Disclosure(
            iri=under(PAPER, "disclosure", 3),
            disclosure_kind="STOCK",
            discloser=(first,),
            disclosed_organisation=("Other Inc.",),
        ),
        PublicationLink(
            iri=under(PAPER, "link", 1),
            linked_trial=OUT,
            linked_publication=ARTICLE,
            link_type="DERIVED",
            link_source="PUBMED_DATABANK",
            confidence=Decimal("0.95"),
        ),
        PublicationLink(
            iri=under(PAPER, "link", 2),
            linked_trial=LATE,
            linked_publication=ARTICLE,
            link_type="DERIVED",
            link_source="PUBMED_DATABANK",
            confidence=Decimal("0.95"),
        ),
        Trial(
            iri=LATE,
            registry_id=("NCT00000003",),
            label="Late",
            phase=("PHASE3",),
            overall_status="COMPLETED",
            start_date_sort="2025-09-01",
            primary_completion_date_sort="2025-12-01",
        ),
        Correction(iri=under(PAPER, "correction", 1), correction_kind="RETRACTION_IN", text="J 2026;1:2"),
        Observation(
            iri=under(PAPER, "observation", 1),
            observed_of=OUT,
            observed_property=p.PHASE,
            observed_value=f"<{PHASE['PHASE1']}>",
            text="phase 1 trial",
        ),
        RegimenMention(
            iri=regimen,
            label="CA",
            denotes=(entity("regimen", "ca"),),
            regimen_component=(d("cytarabine"), d("aclarubicin")),
        ),
        evidence(PAPER, 1, PAPER, p.MENTIONS, f"<{d('apg-1387')}>", "APG-1387", 3),
        evidence(PAPER, 2, regimen, p.REGIMEN_COMPONENT, f"<{d('cytarabine')}>", "CA (cytarabine, aclarubicin)", 30),
        evidence(PAPER, 3, regimen, p.REGIMEN_COMPONENT, f"<{d('aclarubicin')}>", "CA (cytarabine, aclarubicin)", 30),
    ]


def evidence(
    source: str,
    number: int,
    subject: str,
    predicate: str,
    object_: str,
    quote: str,
    start: int,
    rule: str | None = None,
) -> Evidence:
    """Why one statement is there."""
    return Evidence(
        iri=under(source, rule or "evidence", number),
        subject=subject,
        predicate=predicate,
        object=object_,
        exact=quote,
        start=start,
        end=start + len(quote),
        derived_from=source,
        basis="INFERRED" if rule else "STATED",
        rule=rule,
        confidence=Decimal("0.9") if rule else None,
    )
