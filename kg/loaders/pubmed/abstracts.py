"""Abstracts of a PubMed record: the main one and others, with their labelled parts."""

from __future__ import annotations

from kg.extract.abstracts import sections
from kg.extract.words import Words
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element
from kg.model import AbstractSection, OtherAbstract
from kg.rdf import iris


def abstract(draft: Draft, element: Element) -> None:
    """The abstract in one piece, as PubMed prints it, and its labelled parts."""
    whole = parts(draft, element)
    if whole:
        draft.give("abstract", whole)
        draft.abstracts.append(whole)
    for child in element:
        if child.tag == "CopyrightInformation" and (text := draft.words(child)):
            draft.article.setdefault("abstract_copyright", text)


def other_abstract(draft: Draft, element: Element) -> None:
    """An abstract in another language or by another hand."""
    whole = parts(draft, element)
    if not whole or whole in draft.abstracts:
        return
    draft.give("abstract", whole)
    draft.abstracts.append(whole)
    rights = [draft.words(child) for child in element if child.tag == "CopyrightInformation"]
    code = element.get("Language", "")
    record = OtherAbstract(
        iri=iris.under(draft.record, "other-abstract", len(draft.many.get("other_abstract", ())) + 1),
        text=whole,
        language=(code,) if len(code) == 3 and code.isascii() and code.islower() else (),
        abstract_type=element.get("Type"),
        rights=next(filter(None, rights), None),
    )
    draft.keep("other_abstract", record)


def parts(draft: Draft, element: Element) -> str:
    """Keep the labelled parts of an abstract; gives the whole.

    An abstract that comes in one piece may hold labels in its words.
    """
    pieces = []
    texts = [child for child in element if child.tag == "AbstractText"]
    for child in texts:
        label, text = child.get("Label"), draft.words(child)
        if not text:
            continue
        pieces.append(f"{label}: {text}" if label else text)
        if label or len(texts) > 1:
            section(draft, label, text, child.get("NlmCategory"))
        else:
            for words, rest in sections(Words.of_value(text)):
                section(draft, words.text, rest.text, None)
    return " ".join(pieces)


def section(draft: Draft, label: str | None, text: str, category: str | None) -> None:
    """A part of an abstract."""
    position = len(draft.many.get("abstract_section", ())) + 1
    iri = iris.under(draft.record, "section", position)
    draft.keep(
        "abstract_section",
        AbstractSection(iri=iri, label=label, position=position, text=text, section_category=category),
    )
