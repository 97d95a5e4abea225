"""One PubMed record while its elements are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kg.document import Document, Passage
from kg.evidence import Quote, term
from kg.extract.contacts import masked
from kg.extract.words import Words
from kg.loaders.pubmed.markup import Element, text_of
from kg.model import Evidence, Record
from kg.model.slots import SLOTS
from kg.rdf import iris

# Of an element that is not known no more letters are kept: a new list could be as long as a record.
_MOST_OF_UNREAD = 300


class Draft:
    """What has been read of one record so far.

    :ivar record: IRI of the record.
    :ivar publication: IRI of what it describes.
    :ivar about: of each slot of the record its value.
    :ivar article: of each slot of the publication that holds one value its value.
    :ivar many: of each slot of the publication that holds several its values, as keys, in order.
    :ivar journal: of each slot of the journal its value.
    :ivar records: nodes that are made.
    :ivar evidence: of what is read from words.
    :ivar times: of each step of the history its time.
    :ivar events: name and day of every step of the history.
    :ivar people: of each kind of contribution the elements that name the people.
    :ivar addresses: elements of ``Article`` that say where its first author works, as before 2014.
    :ivar databanks: names of databanks with their numbers.
    :ivar substances: how many there are so far.
    :ivar corrections: how many there are so far.
    :ivar unread: tags of elements that were not understood, each with the words in it.
    """

    def __init__(self, document: Document, pmid: str, *, contacts: bool) -> None:
        self.document = document
        self.pmid = pmid
        self.contacts = contacts
        self.record = iris.record("pubmed", pmid)
        self.publication = iris.publication(pmid=pmid)
        self.about: dict[str, Any] = {}
        self.article: dict[str, Any] = {}
        self.many: defaultdict[str, dict[Any, None]] = defaultdict(dict)
        self.journal: dict[str, str] = {}
        self.records: list[Record] = []
        self.evidence: list[Evidence] = []
        self.times: dict[str, str] = {}
        self.events: set[tuple[str, str]] = set()
        self.people: dict[str, list[Element]] = {}
        self.addresses: list[Element] = []
        self.databanks: list[tuple[str, str | None]] = []
        self.titles: list[str] = []
        self.abstracts: list[str] = []
        self.headings: list[str] = []
        self.patent_titles: list[Words] = []
        self.substances = self.corrections = 0
        self.unread: dict[str, None] = {}

    def words(self, element: Element) -> str:
        """The words of an element, without electronic addresses and telephone numbers unless they are wanted."""
        return self.clean(text_of(element))

    def clean(self, text: str) -> str:
        """Words without electronic addresses and telephone numbers unless they are wanted."""
        return text if self.contacts else masked(text)

    def give(self, slot: str, value: object) -> None:
        """Add a value to a slot of the publication that holds several; nothing is said twice."""
        if value:
            self.many[slot][value] = None

    def keep(self, slot: str, record: Record) -> None:
        """Keep a part of the publication under the slot that it belongs in."""
        self.records.append(record)
        self.many[slot][record.iri] = None

    def keep_all(self, slot: str, records: Sequence[Record]) -> None:
        """Keep parts of the publication, all that belong under one slot."""
        if records:
            self.records += records
            self.many[slot] = dict.fromkeys([record.iri for record in records])

    def leave(self, element: Element) -> None:
        """Say of an element that it was not understood; it may be one that PubMed has added since."""
        words = self.clean(" ".join(" ".join(map(str, element.itertext())).split()))
        if len(words) > _MOST_OF_UNREAD:
            words = f"{words[:_MOST_OF_UNREAD]} …"
        self.unread[f"{element.tag}: {words}" if words else str(element.tag)] = None

    def cite(self, subject: Record, slot: str, words: Words, around: str, *, basis: str, rule: str | None) -> None:
        """Say in which words a value of a slot was read, of several values the last.

        :param words: placed in ``around``, the value of the document that they stand in; their place in the document
            is not told.
        """
        predicate, kind = SLOTS[type(subject).__name__][slot]
        value = getattr(subject, slot)
        self.cite_value(
            subject.iri,
            predicate,
            term(value[-1] if isinstance(value, tuple) else value, kind),
            words,
            around,
            basis=basis,
            rule=rule,
        )

    def cite_value(
        self, subject: str, predicate: str, value: str, words: Words, around: str, *, basis: str, rule: str | None
    ) -> None:
        """Say in which words a statement was read.

        :param value: an RDF term as N-Triples writes it.
        """
        quote = Quote.from_document(around, words).unplaced()
        iri = iris.under(self.record, "evidence", len(self.evidence) + 1)
        self.evidence.append(
            quote.evidence(iri, subject, predicate, value, derived_from=self.record, basis=basis, rule=rule)
        )

    def passages(self) -> tuple[Passage, ...]:
        """Where names are looked for, in the order in which all formats of PubMed have them."""
        fields = {
            "title": self.titles,
            "abstract": self.abstracts,
            "keyword": self.many.get("keyword", ()),
            "mesh": self.headings,
        }
        found = [Passage(field, Words(text, ())) for field, texts in fields.items() for text in texts]
        return (*found, *(Passage("patent title", words) for words in self.patent_titles))
