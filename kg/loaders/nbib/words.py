"""Title, abstracts and keywords of a PubMed record in MEDLINE (NBIB) format."""

from __future__ import annotations

from kg.document import Passage
from kg.extract.abstracts import sections
from kg.loaders.nbib.source import Source
from kg.model import AbstractSection


def words_of_article(source: Source) -> None:
    """The title as the label, the abstract with its parts, and keywords."""
    stated = source.article
    for slot in ("title", "book_title", "vernacular_title"):
        if title := stated.get(slot):
            stated.give("label", title)
            source.passages.append(Passage("title", stated.where(slot)))
            break
    for field in source.fields.take("AB", "OAB"):
        stated.give("abstract", field.words.text, field.words)
        source.passages.append(Passage("abstract", field.words))
        for label, words in sections(field.words):
            position = stated.count("abstract_section") + 1
            iri = source.under("section", position)
            section = AbstractSection(iri=iri, label=label.text, position=position, text=words.text)
            stated.give("abstract_section", source.keep(section, {"label": label, "text": words}))
    for field in source.fields.take("OT"):
        # A star makes a main topic, as it does before a MeSH heading; it is no part of the word.
        written = field.words.text
        words = field.words.part(len(written) - len(written.removeprefix("*").lstrip()), len(written))
        if words.text:
            stated.give("keyword", words.text, words)
            source.passages.append(Passage("keyword", words))
