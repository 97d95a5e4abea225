"""The nodes of a PubMed record that need all of its elements: the record itself, the publication, the journal."""

from __future__ import annotations

from kg.document import Reading
from kg.extract.medline_meanings import NO_TITLE
from kg.extract.rights import copyright_year, publisher
from kg.extract.words import Words
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.people import people
from kg.loaders.pubmed.related import trials
from kg.model import Issue, Journal, Publication, PublicationRecord
from kg.rdf import iris


def finish(draft: Draft, format_name: str, article_version: int, *, is_book: bool) -> Reading:
    """Everything that a record says, and what tells it from other copies.

    :param article_version: number of the article's version under its PMID, from 1.
    """
    titled(draft)
    rights(draft)
    journal(draft)
    people(draft)
    trials(draft)
    issue(draft)
    draft.article["pmid"] = draft.pmid
    draft.give("same_as", iris.pubmed(draft.pmid))
    for doi in draft.many.get("doi", ()):
        draft.give("same_as", iris.doi(doi))
    draft.article.update((slot, tuple(found)) for slot, found in draft.many.items())
    publication = Publication(iri=draft.publication, **draft.article)
    records = (the_record(draft, format_name, article_version), publication, *draft.records, *draft.evidence)
    return Reading(draft.record, version_of(draft, article_version, is_book=is_book), records, draft.passages())


def version_of(draft: Draft, article_version: int, *, is_book: bool) -> str:
    """What tells newer copies from older ones: the day of the last revision, else the day it came to PubMed.

    A second version of an article under the same number is newer than the first whenever the two were last revised,
    and so greater than any date; books are only given out in their newest version, and their days tell.

    :returns: as :func:`kg.loaders.medline.read` has it, which never shows a version.
    """
    about, times = draft.about, draft.times
    days = (
        about.get("last_revised"),
        times.get("date revised"),
        times.get("pubmed"),
        times.get("entrez"),
        about.get("date_completed"),
        about.get("date_created"),
    )
    day = next((day[:10] for day in days if day), "")
    return f"v{article_version:09} {day}" if article_version > 1 and not is_book else day


def the_record(draft: Draft, format_name: str, article_version: int) -> PublicationRecord:
    """The record itself, as told from the article."""
    about, times, document = draft.about, draft.times, draft.document
    added, indexed = times.get("pubmed"), times.get("medline")
    for slot, value in (("entrez_date", added), ("mhda", indexed), ("entrez_created", times.get("entrez"))):
        if value:
            about[slot] = value
    return PublicationRecord(
        iri=draft.record,
        label=f"PubMed {draft.pmid}",
        record_id=draft.pmid,
        source_registry="PubMed",
        describes=(draft.publication,),
        format=format_name,
        file_name=document.file_name,
        byte_size=len(document.body),
        sha256=document.sha256,
        rights=draft.article.get("abstract_copyright"),
        record_version=about.get("last_revised"),
        mesh_indexed=indexed if indexed != added else None,
        article_version=article_version if article_version > 1 else None,
        **about,
    )


def titled(draft: Draft) -> None:
    """The title as the label: of the article, else of the book, else in the language of the article."""
    if draft.article.get("title") == NO_TITLE and "vernacular_title" in draft.article:
        del draft.article["title"]
    for slot in ("title", "book_title", "vernacular_title"):
        if text := draft.article.get(slot):
            draft.article["label"] = text
            draft.titles.append(text)
            return


def rights(draft: Draft) -> None:
    """Year and publisher that the copyright statement names."""
    text = draft.article.get("abstract_copyright")
    if not text:
        return
    words = Words.at(text, 0, len(text))
    if year := copyright_year(words):
        draft.article["copyright_year"] = year.text
        stated = Publication(iri=draft.publication, copyright_year=year.text)
        draft.cite(stated, "copyright_year", year, text, basis="STATED", rule=None)
    if name := publisher(words):
        draft.give("publisher_name", name.text)
        stated = Publication(iri=draft.publication, publisher_name=(name.text,))
        draft.cite(stated, "publisher_name", name, text, basis="STATED", rule=None)


def journal(draft: Draft) -> None:
    """The journal by its number in the NLM catalogue; books have none."""
    if not draft.journal:
        return
    key = draft.journal.get("nlm_id")
    iri = iris.journal(key) if key else iris.under(draft.record, "journal", 1)
    draft.records.append(Journal(iri=iri, **draft.journal))
    draft.article["journal"] = iri


def issue(draft: Draft) -> None:
    """What was not understood."""
    if draft.unread:
        made = Issue(
            iri=iris.under(draft.record, "issue", 1),
            label=f"Elements not understood: {len(draft.unread)}",
            issue_kind="NOT_UNDERSTOOD",
            issue_about=(draft.record,),
            description="; ".join(draft.unread),
        )
        draft.records.append(made)
