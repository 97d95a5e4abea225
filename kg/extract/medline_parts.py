"""Single fields of a MEDLINE record as records of the model, each with the words that state its values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from kg.extract.dates import date_of, time_of
from kg.extract.indexing import heading, money, substance_of
from kg.extract.medline_fields import Field, Fields
from kg.extract.medline_meanings import ARTICLE_NUMBER, CORRECTIONS, EVENTS, PMC_OF_NLM, doi_among, doi_of
from kg.extract.patents import PatentNumber
from kg.extract.stated import Stated
from kg.extract.words import Words
from kg.model import (
    Correction,
    DatabankReference,
    Grant,
    MeshHeading,
    Patent,
    PublicationEvent,
    Record,
    Substance,
)
from kg.rdf import iris

_PMID = re.compile(r"PMID: ?(?P<pmid>[1-9]\d*)", re.ASCII)
_IN_BRACKETS = re.compile(r"(?P<words>.*\S)\s*[\[(](?P<kind>[\w -]+)[\])]")


class Part(NamedTuple):
    """A part of a publication.

    :ivar where: by slot the words of its value.
    """

    record: Record
    where: Mapping[str, Words | None]


def bracketed(words: Words) -> tuple[Words, Words | None]:
    """What stands before the kind in brackets at the end, and the kind; all and None without one.

    >>> value, kind = bracketed(Words.at("2666-3791 (Electronic)", 0, 22))
    >>> value.text, kind.text
    ('2666-3791', 'Electronic')
    """
    found = _IN_BRACKETS.fullmatch(words.text)
    return (words.part(*found.span("words")), words.part(*found.span("kind"))) if found else (words, None)


def event(iri: str, field: Field) -> tuple[PublicationEvent, dict[str, Words | None]] | None:
    """A step on the way to publication; None where its name or day cannot be read."""
    when, name = bracketed(field.words)
    called, time = name.text if name else EVENTS.get(field.tag), time_of(when.text)
    date = time[:10] if time else date_of(when.text)
    if not called or not date:
        return None
    # Midnight stands for a time that is not known.
    time = time if time and not time.endswith("T00:00:00") else None
    step = PublicationEvent(iri=iri, event_name=called, event_date=date, event_time=time)
    return step, {"event_name": name, "event_date": when, "event_time": when if time else None}


def mesh_heading(iri: str, field: Field) -> Part:
    """A MeSH heading."""
    found = heading(field.words)
    record = MeshHeading(
        iri=iri,
        label=found.name.text,
        qualifier=tuple(dict.fromkeys(q.text for q in found.qualifiers)),
        major_topic=found.is_major,
        major_qualifier=tuple(dict.fromkeys(q.text for q in found.major)),
    )
    return Part(record, {"label": found.name, "major_topic": field.words if found.is_major else None})


def substance(iri: str, field: Field) -> Part:
    """A substance with its number; supplementary concepts have none, and brackets there are part of the name."""
    number, name = substance_of(field.words) if field.tag == "RN" else (None, field.words)
    record = Substance(iri=iri, label=name.text, registry_number=number.text if number else None)
    return Part(record, {"label": name, "registry_number": number})


def grant(iri: str, field: Field) -> Part:
    """A grant, whole and in parts."""
    found = money(field.words)
    record = Grant(
        iri=iri,
        grant_id=found.number.text if found.number else None,
        grant_acronym=found.acronym.text if found.acronym else None,
        grant_agency=found.agency.text if found.agency else None,
        grant_country=found.country.text if found.country else None,
        text=field.words.text,
    )
    places = {"grant_id": found.number, "grant_agency": found.agency, "grant_country": found.country}
    return Part(record, {"text": field.words, **places})


def databank_reference(iri: str, field: Field) -> Part:
    """A number in a databank; without a stroke the name of the databank alone."""
    words, (name, stroke, number) = field.words, field.words.text.partition("/")
    places = {"databank": words.part(0, len(name))}
    if number:
        places["accession"] = words.part(len(name) + len(stroke), len(words.text))
    return Part(DatabankReference(iri=iri, databank=name, accession=number or None), places)


def correction(iri: str, field: Field) -> Part:
    """A comment, correction or retraction with the other article, by PMID or else by DOI."""
    number = _PMID.search(field.words.text)
    place = number.span() if number else doi_among(field.words.text)
    other = field.words.part(*place) if place else None
    related = iris.publication(pmid=number["pmid"]) if number else iris.publication(doi=other.text) if other else None
    record = Correction(
        iri=iri,
        correction_kind=CORRECTIONS[field.tag],
        text=field.words.text,
        related_publication=related,
    )
    return Part(record, {"correction_kind": field.whole, "text": field.words, "related_publication": other})


def patent(found: PatentNumber) -> Part:
    """A patent or application."""
    record = Patent(
        iri=iris.patent(found.number),
        label=found.number,
        patent_number=found.number,
        patent_office=found.office,
        patent_kind=found.kind,
        title=found.title.text if found.title else None,
    )
    return Part(record, {"patent_number": found.words, "title": found.title})


def identify(stated: Stated, fields: Fields) -> None:
    """DOI, PII and others, and the pages or the number of the article."""
    numbers = set()
    for field in fields.take("LID", "AID"):
        value, kind = bracketed(field.words)
        if kind and kind.text == "doi" and (place := doi_of(value.text)):
            own = value.part(*place)
            stated.give("doi", own.text.lower(), own)
        elif kind and kind.text == "pii":
            stated.give("publisher_item_id", value.text, value)
        elif kind or field.tag == "AID" or not stated.give("article_number", value.text, value):
            stated.give("other_id", field.words.text, field.words)
        else:
            numbers.add(value.text)
    for field in fields.take("MID"):
        stated.give("other_id", f"{field.words.text} [mid]", field.words)
    for field in fields.take("OID"):
        stated.give("other_id", field.words.text, field.words)
        source, _, number = field.words.text.partition(": ")
        if source == "NLM" and (found := PMC_OF_NLM.match(number)):
            own = field.words.part(len(source) + 2, len(source) + 2 + found.end())
            stated.give("pmc_id", own.text, own)
    for field in fields.take("PG"):
        is_number = field.words.text in numbers or ARTICLE_NUMBER.fullmatch(field.words.text)
        if not stated.give("article_number" if is_number else "pages", field.words.text, field.words):
            fields.leave(field)
    for doi in stated.all("doi"):
        stated.give("same_as", iris.doi(doi))
        citation = stated.where("citation") if stated.get("citation") else None
        if citation and (again := citation.find(re.compile(re.escape(doi), re.IGNORECASE))):
            stated.give("doi", doi, again)
