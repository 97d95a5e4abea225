"""PubMed records in MEDLINE (NBIB) format, one or many in a file.

Fields: https://www.nlm.nih.gov/bsd/mms/medlineelements.html and https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format.
Doses, results and interests in the words of a record are read by rules, not here.
"""

from __future__ import annotations

import re

from kg.document import Document, Format, Passage, Reading
from kg.errors import DocumentError, Unreadable
from kg.evidence import term
from kg.extract.authorships import roles
from kg.extract.dates import date_of, published
from kg.extract.indexing import heading
from kg.extract.medline_fields import Field, Fields, looks_like_records
from kg.extract.medline_meanings import (
    CORRECTIONS,
    DOI,
    EVENTS,
    ISSN,
    ISSN_FORM,
    OF_ARTICLE,
    OF_JOURNAL,
    OF_RECORD,
)
from kg.extract.medline_parts import (
    bracketed,
    correction,
    event,
    grant,
    identify,
    mesh_heading,
    patent,
    substance,
)
from kg.extract.patents import patent_numbers
from kg.extract.people import TAGS as PEOPLE
from kg.extract.people import contributors, is_others
from kg.extract.rights import copyright_year, publisher
from kg.extract.stated import Stated
from kg.loaders.nbib.source import Source
from kg.loaders.nbib.trials import trials
from kg.loaders.nbib.words import words_of_article
from kg.loaders.splitting.medline_records import medline_records
from kg.model import (
    Authorship,
    Issue,
    Journal,
    Publication,
    PublicationRecord,
)
from kg.model.slots import SLOTS
from kg.rdf import iris


def read(document: Document, contacts: bool) -> Reading:
    """What one record says.

    :param contacts: whether e-mail addresses are kept.
    :raises DocumentError: for a record that has neither PMID nor DOI, or nothing but its PMID.
    """
    text = document.text(contacts=contacts)
    source, key = opened(document, text)
    about = source.gather(Stated(PublicationRecord), OF_RECORD)
    # Books have a field of their own for the day of their last change.
    revised = next((date_of(field.words.text) for field in source.fields.peek("DRDT")), None)
    source.gather(source.article, OF_ARTICLE)
    identify(source.article, source.fields)
    for read_part in (words_of_article, dates, rights, journal, people, index, trials, related, remainder):
        read_part(source)
    source.keep_stated(source.article.made(Publication, source.publication), source.article)
    the_record(source, document, about, key)
    days = (about.get("last_revised"), revised, about.get("entrez_date"), about.get("entrez_created"))
    version = next((day[:10] for day in days if day), "")
    return Reading(source.record, version, (*source.records, *source.notes.evidence), tuple(source.passages))


def opened(document: Document, text: str) -> tuple[Source, Field]:
    """The record under its name, and the field that names it: its PMID, or without one its DOI."""
    fields = Fields(text)
    if not len(fields):
        found = " ".join(text[:40].split())
        raise Unreadable(document.uri, "not a MEDLINE record", f"wanted fields such as 'PMID- 1', found {found!r}")
    for field in fields.take("PMID"):
        pmid = field.words.text
        if not re.fullmatch(r"[1-9][0-9]*", pmid):
            fields.leave(field)
            continue
        if not len(fields) or field.words.end == len(text):
            raise DocumentError(document.uri, "cut short", f"wanted more than a PMID, found the end after {pmid}")
        source = Source(iris.record("pubmed", pmid), iris.publication(pmid=pmid), pmid, text, fields)
        source.article.give("pmid", pmid, field.words)
        source.article.give("same_as", iris.pubmed(pmid))
        return source, field
    for field in fields.peek("LID", "AID"):
        if doi := field.words.find(DOI):
            name = doi.text.lower()
            return Source(iris.record("doi", name), iris.publication(doi=name), name, text, fields), field
    raise DocumentError(document.uri, "no PMID", "wanted a PMID or a DOI, found neither")


def the_record(source: Source, document: Document, stated: Stated, key: Field) -> None:
    """The record itself, as told from the article."""
    about, pmid = source.article, source.article.get("pmid")
    mhda = stated.get("mhda")
    values: dict[str, str | int | None] = {
        "label": f"PubMed {pmid}" if pmid else None,
        "source_registry": "PubMed" if pmid else None,
        "describes": source.publication,
        "format": FORMAT.name,
        "file_name": document.file_name,
        "byte_size": len(document.body),
        "sha256": document.sha256,
        "rights": about.get("abstract_copyright"),
        "record_version": stated.get("last_revised"),
        "mesh_indexed": mhda if mhda != stated.get("entrez_date") else None,
    }
    for slot, value in values.items():
        if value is not None:
            stated.give(slot, value)
    stated.give("record_id", source.name, key.words)
    made = stated.made(PublicationRecord, source.record)
    source.keep_stated(made, stated)
    if made.mesh_indexed:
        place, rule = stated.where("mhda"), "mhda-differs-from-edat"
        source.notes.cite(made, basis="DERIVED", rule=rule, mesh_indexed=place)


def dates(source: Source) -> None:
    """Date of publication, and the steps on the way to it."""
    stated, seen = source.article, set()
    for field in source.fields.take("DP"):
        if not stated.give("publication_date_text", field.words.text, field.words):
            source.fields.leave(field)
        elif date := published(field.words.text):
            stated.give("publication_date", date, field.words)
    for field in source.fields.take("PHST", *EVENTS):
        found = event(source.under("event", stated.count("history") + 1), field)
        if not found:
            source.fields.leave(field)
        elif (key := (found[0].event_name, found[0].event_date)) not in seen:
            seen.add(key)
            stated.give("history", source.keep(*found))


def rights(source: Source) -> None:
    """Year and publisher that the copyright statement names."""
    if source.article.get("abstract_copyright"):
        words = source.article.where("abstract_copyright")
        if year := copyright_year(words):
            source.article.give("copyright_year", year.text, year)
        if name := publisher(words):
            source.article.give("publisher_name", name.text, name)


def journal(source: Source) -> None:
    """The journal; a book has none, its place is the publisher's, and other fields of a journal stay notes."""
    if not source.fields.has("JT", "TA", "JID"):
        for field in source.fields.take("PL") if source.article.get("book_title") else ():
            if not source.article.give("publisher_location", field.words.text, field.words):
                source.fields.leave(field)
        return
    stated = source.gather(Stated(Journal), OF_JOURNAL)
    for field in source.fields.take("IS"):
        number, kind = bracketed(field.words)
        slot = ISSN.get(kind.text) if kind and ISSN_FORM.fullmatch(number.text.upper()) else None
        if not slot or not stated.give(slot, number.text.upper(), number):
            source.fields.leave(field)
    key = stated.get("nlm_id")
    made = stated.made(Journal, iris.journal(key) if key else source.under("journal", 1))
    source.keep_stated(made, stated)
    source.article.give("journal", made.iri)


def people(source: Source) -> None:
    """Authors, editors, investigators and those whom the article is about."""
    named = source.fields.take(*PEOPLE)
    for field in filter(is_others, named):
        source.article.give("author_list_complete", False, field.words)
    found, orphans = contributors(field for field in named if not is_others(field))
    for field in orphans:
        source.fields.leave(field)
    for role in roles(source.record, found):
        for place in role.affiliations:
            source.keep(*place)
        source.keep_stated(role.stated.made(Authorship, role.iri), role.stated)
        source.article.give("authorship", role.iri)
        for derived in role.derived:
            predicate, kind = SLOTS["Authorship"][derived.slot]
            value = term(derived.value, kind)
            source.notes.note(role.iri, predicate, value, derived.words, basis="DERIVED", rule=derived.rule)


def index(source: Source) -> None:
    """Headings, substances, grants."""
    for field in source.fields.peek("MH"):
        source.passages.append(Passage("mesh", heading(field.words).name))
    source.keep_all("mesh_heading", mesh_heading, "mesh", "MH")
    source.keep_all("substance", substance, "substance", "RN", "NM")
    source.keep_all("grant", grant, "grant", "GR")


def related(source: Source) -> None:
    """Comments, corrections and retractions, and the patents that the statement of interests names."""
    source.keep_all("correction", correction, "correction", *CORRECTIONS)
    if source.article.get("competing_interest_text"):
        for found in patent_numbers(source.article.where("competing_interest_text")):
            if not source.article.says("patent", iris.patent(found.number)):
                source.article.give("patent", source.keep(*patent(found)), found.sentence)
                source.passages += [Passage("patent title", found.title)] if found.title else []


def remainder(source: Source) -> None:
    """Fields that have no slot or could not be read stay as notes; lines outside any field are an issue."""
    for field in source.fields.left():
        source.article.give("general_note", field.whole.text, field.whole)
    if strays := source.fields.strays:
        first = strays[0].part(0, min(200, len(strays[0].text)))
        issue = Issue(
            iri=source.under("issue", 1),
            label=f"Lines outside any field: {len(strays)}",
            issue_kind="NOT_UNDERSTOOD",
            issue_about=(source.record,),
            description=first.text,
        )
        source.keep(issue, {"description": first})


FORMAT = Format(
    name="medline",
    title="PubMed records in MEDLINE (NBIB) format",
    rank=20,
    detect=looks_like_records,
    split=medline_records,
    read=read,
)
