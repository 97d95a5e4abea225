"""Trials, patents, other articles and references of a PubMed record.

Kinds of relations: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-CommentsCorrections.html. References are
statements ``cito:cites``, one each, and no nodes: a node each would double the statements of a usual article.
"""

from __future__ import annotations

from kg.extract.medline_meanings import doi_among
from kg.extract.medline_parts import patent
from kg.extract.patents import patent_numbers
from kg.extract.trial_numbers import databank_numbers, numbered_trial, trial_numbers
from kg.extract.words import Words
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element, text_of
from kg.model import Correction, DatabankReference, PublicationLink, TrialIdentifier
from kg.model import predicates as P
from kg.rdf import iris

KINDS = {
    "AssociatedDataset": "ASSOCIATED_DATASET",
    "AssociatedPublication": "ASSOCIATED_PUBLICATION",
    "CommentIn": "COMMENT_IN",
    "CommentOn": "COMMENT_ON",
    "CorrectedandRepublishedIn": "CORRECTED_AND_REPUBLISHED_IN",
    "CorrectedandRepublishedFrom": "CORRECTED_AND_REPUBLISHED_FROM",
    "DatasetDescribedIn": "DATASET_DESCRIBED_IN",
    "ErratumIn": "ERRATUM_IN",
    "ErratumFor": "ERRATUM_FOR",
    "ExpressionOfConcernIn": "EXPRESSION_OF_CONCERN_IN",
    "ExpressionOfConcernFor": "EXPRESSION_OF_CONCERN_FOR",
    "OriginalReportIn": "ORIGINAL_REPORT_IN",
    "PartialRetractionIn": "PARTIAL_RETRACTION_IN",
    "PartialRetractionOf": "PARTIAL_RETRACTION_OF",
    "ReprintIn": "REPRINT_IN",
    "ReprintOf": "REPRINT_OF",
    "RepublishedIn": "REPUBLISHED_IN",
    "RepublishedFrom": "REPUBLISHED_FROM",
    "RetractedandRepublishedIn": "RETRACTED_AND_REPUBLISHED_IN",
    "RetractedandRepublishedFrom": "RETRACTED_AND_REPUBLISHED_FROM",
    "RetractionIn": "RETRACTION_IN",
    "RetractionOf": "RETRACTION_OF",
    "SummaryForPatientsIn": "SUMMARY_FOR_PATIENTS_IN",
    "UpdateIn": "UPDATE_IN",
    "UpdateOf": "UPDATE_OF",
}


def corrections(draft: Draft, element: Element) -> None:
    """Comments, corrections, retractions and other articles; references that are listed among them are cited."""
    for child in element:
        if child.get("RefType") == "Cites":
            cites(draft, next((one.text for one in child if one.tag == "PMID"), None))
        else:
            correction(draft, child, child.get("RefType", ""))


def named_corrections(draft: Draft, element: Element) -> None:
    """Comments, corrections and others as before 2010, when the elements had the names of the kinds."""
    for child in element:
        correction(draft, child, str(child.tag))


def correction(draft: Draft, element: Element, kind: str) -> None:
    """One other article, by its PubMed number or else the DOI in the words."""
    text, note, pmid = "", None, None
    for child in element:
        if child.tag == "RefSource":
            text = text_of(child)
        elif child.tag == "PMID":
            pmid = number_of(child.text)
        elif child.tag == "Note":
            note = text_of(child)
    place = None if pmid else doi_among(text)
    doi = text[slice(*place)] if place else None
    draft.corrections += 1
    record = Correction(
        iri=iris.under(draft.record, "correction", draft.corrections),
        correction_kind=KINDS.get(kind, "OTHER"),
        text=text or None,
        related_publication=iris.publication(pmid=pmid, doi=doi) if pmid or doi else None,
        note=note or (None if kind in KINDS else kind) or None,
    )
    draft.keep("correction", record)


def number_of(text: str | None) -> str | None:
    """A PubMed number, or nothing."""
    text = (text or "").strip()
    return text if text.isascii() and text.isdigit() and text[0] != "0" else None


def cites(draft: Draft, pmid: str | None) -> None:
    """A reference by its PubMed number."""
    if number := number_of(pmid):
        draft.give("cites", iris.publication(pmid=number))


def references(draft: Draft, element: Element) -> None:
    """References that have a PubMed number; lists stand within lists."""
    for number in element.iter("ArticleId"):
        if number.get("IdType") == "pubmed":
            cites(draft, number.text)


def trials(draft: Draft) -> None:
    """Trials that the record gives as its own, and those whose numbers stand in title and abstract."""
    known: dict[str, str] = {}
    links = 0
    for position, (databank, number) in enumerate(draft.databanks, 1):
        reference = iris.under(draft.record, "databank", position)
        draft.keep("databank_reference", DatabankReference(iri=reference, databank=databank, accession=number))
        for registry, found, words in databank_numbers(databank, Words.of_value(number or "")):
            trial = a_trial(draft, known, (registry, found), words.text)
            if trial not in draft.many.get("reports_trial", ()):
                links += 1
                link(draft, links, trial, "DERIVED", "PUBMED_DATABANK")
            draft.give("reports_trial", trial)
    mentioned = set()
    for text in (*draft.titles, *draft.abstracts):
        for registry, number, words in trial_numbers(Words.at(text, 0, len(text))):
            if number not in mentioned:
                mentioned.add(number)
                links += 1
                made = link(draft, links, a_trial(draft, known, (registry, number), words.text), "MENTION", "TEXT")
                draft.cite(made, "linked_trial", words, text, basis="STATED", rule=None)


def a_trial(draft: Draft, known: dict[str, str], found: tuple[str, str], written: str) -> str:
    """A trial under its number, told once however often the number stands in the record.

    :param known: of each number the trial's IRI.
    :param found: registry and number.
    :param written: the number as the record has it.
    """
    registry, number = found
    if number in known:
        return known[number]
    known[number] = iri = iris.trial(number)
    key = iris.under(draft.record, "identifier", len(known))
    identifier = TrialIdentifier(iri=key, id_value=written, id_type="REGISTRY", id_issuer=registry)
    draft.records += [numbered_trial(registry, number, key), identifier]
    return iri


def link(draft: Draft, position: int, trial: str, kind: str, how: str) -> PublicationLink:
    """A link of the publication with a trial."""
    made = PublicationLink(
        iri=iris.under(draft.record, "link", position),
        linked_trial=trial,
        linked_publication=draft.publication,
        link_type=kind,
        link_source=how,
    )
    draft.records.append(made)
    return made


def interests(draft: Draft, element: Element) -> None:
    """The statement of competing interests, and the patents that it names."""
    text = draft.words(element)
    if not text:
        return
    draft.article["competing_interest_text"] = text
    for found in patent_numbers(Words.at(text, 0, len(text))):
        iri = iris.patent(found.number)
        if iri not in draft.many.get("patent", ()):
            draft.keep("patent", patent(found).record)
            value = f"<{iri}>"
            draft.cite_value(draft.publication, P.PATENT, value, found.sentence, text, basis="STATED", rule=None)
            draft.patent_titles += [Words.of_value(found.title.text)] if found.title else []
