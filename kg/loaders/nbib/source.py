"""One PubMed record in MEDLINE (NBIB) format while its fields are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.document import Passage
from kg.evidence import Notes, term
from kg.extract.medline_fields import Field, Fields
from kg.extract.medline_meanings import Reader
from kg.extract.medline_parts import Part
from kg.extract.stated import Stated
from kg.extract.words import Words
from kg.model import Publication, Record
from kg.model.slots import SLOTS
from kg.rdf import iris

Where = Mapping[str, Words | None]


class Source:
    """One record while it is read.

    :ivar record: IRI of the record.
    :ivar publication: IRI of what it describes.
    :ivar name: PMID or DOI that names both.
    :ivar records: what has been read so far.
    :ivar article: what is stated of the publication so far.
    :ivar trials: of each number of a trial the trial's IRI.
    :ivar links: number of links with trials so far.
    """

    def __init__(self, record: str, publication: str, name: str, text: str, fields: Fields) -> None:
        self.record = record
        self.publication = publication
        self.name = name
        self.fields = fields
        self.notes = Notes(record, text)
        self.records: list[Record] = []
        self.passages: list[Passage] = []
        self.article = Stated(Publication)
        self.trials: dict[str, str] = {}
        self.links = 0

    def under(self, kind: str, position: int) -> str:
        """IRI of a part of the record."""
        return iris.under(self.record, kind, position)

    def gather(self, stated: Stated, table: dict[str, tuple[str, Reader]]) -> Stated:
        """Read the fields of a table; what cannot be read, or is one too many, is given back."""
        for tag, (slot, reader) in table.items():
            for field in self.fields.take(tag):
                value = reader(field.words.text)
                if value is None or not stated.give(slot, value, field.words):
                    self.fields.leave(field)
        return stated

    def keep(self, record: Record, where: Where) -> str:
        """Keep a record with the words of its values, by slot, and give its IRI; of several values the first."""
        self.records.append(record)
        for slot, words in where.items():
            if words:
                predicate, kind = SLOTS[type(record).__name__][slot]
                value = getattr(record, slot)
                value = value[0] if isinstance(value, tuple) else value
                self.notes.note(record.iri, predicate, term(value, kind), words)
        return record.iri

    def keep_stated(self, record: Record, stated: Stated) -> None:
        """Keep a record made of what was stated, with all the places that state it."""
        self.records.append(record)
        for slot, value, words in stated.places():
            predicate, kind = SLOTS[stated.kind.__name__][slot]
            self.notes.note(record.iri, predicate, term(value, kind), words)

    def keep_all(self, slot: str, make: Callable[[str, Field], Part], name: str, *tags: str) -> None:
        """Keep a part of the publication for every field with one of some tags.

        :param slot: of the publication that the parts belong in.
        :param name: of the parts in their IRIs.
        """
        for position, field in enumerate(self.fields.take(*tags), 1):
            self.article.give(slot, self.keep(*make(self.under(name, position), field)))
