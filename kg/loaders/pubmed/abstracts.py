"""Abstracts of a PubMed record: the main one and others, with their labelled parts."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.abstracts import is_elsewhere, sections
from kg.extract.words import Words
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element
from kg.model import AbstractSection, OtherAbstract
from kg.rdf import iris


class Piece(NamedTuple):
    """One ``AbstractText``."""

    label: str | None
    text: str
    category: str | None


def abstract(draft: Draft, element: Element) -> None:
    """The abstract in one piece, as PubMed prints it, and its labelled parts."""
    found = pieces(draft, element)
    if whole := printed(found):
        keep(draft, whole, found)
    for child in element:
        if child.tag == "CopyrightInformation" and (text := draft.words(child)):
            draft.article.setdefault("abstract_copyright", text)


def other_abstract(draft: Draft, element: Element) -> None:
    """An abstract in another language or by another hand; words that it stands elsewhere are none of the article."""
    found = pieces(draft, element)
    whole = printed(found)
    if not whole or whole in draft.abstracts:
        return
    if not is_elsewhere(whole):
        keep(draft, whole, found)
    rights = [draft.words(child) for child in element if child.tag == "CopyrightInformation"]
    code = element.get("Language") or "eng"
    record = OtherAbstract(
        iri=iris.under(draft.record, "other-abstract", len(draft.many.get("other_abstract", ())) + 1),
        text=whole,
        language=(code,) if len(code) == 3 and code.isascii() and code.islower() else (),
        abstract_type=element.get("Type"),
        rights=next(filter(None, rights), None),
    )
    draft.keep("other_abstract", record)


def pieces(draft: Draft, element: Element) -> list[Piece]:
    """The pieces of an abstract that hold words."""
    found = [
        Piece(child.get("Label") or None, draft.words(child), child.get("NlmCategory"))
        for child in element
        if child.tag == "AbstractText"
    ]
    return [piece for piece in found if piece.text]


def printed(found: list[Piece]) -> str:
    """An abstract as PubMed prints it, with labels before its pieces."""
    return " ".join(f"{piece.label}: {piece.text}" if piece.label else piece.text for piece in found)


def keep(draft: Draft, whole: str, found: list[Piece]) -> None:
    """Keep an abstract and its labelled parts; one that comes in one piece may hold labels in its words."""
    draft.give("abstract", whole)
    draft.abstracts.append(whole)
    for piece in found:
        if piece.label or len(found) > 1:
            section(draft, piece.label, piece.text, piece.category)
        else:
            for words, rest in sections(Words.of_value(piece.text)):
                section(draft, words.text, rest.text, None)


def section(draft: Draft, label: str | None, text: str, category: str | None) -> None:
    """A part of an abstract."""
    position = len(draft.many.get("abstract_section", ())) + 1
    iri = iris.under(draft.record, "section", position)
    draft.keep(
        "abstract_section",
        AbstractSection(iri=iri, label=label, position=position, text=text, section_category=category),
    )
