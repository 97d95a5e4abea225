"""Title, abstracts and keywords of a PubMed record in MEDLINE (NBIB) format."""

from __future__ import annotations

import re

from kg.document import Passage
from kg.extract.abstracts import is_elsewhere, sections
from kg.extract.medline_fields import Field
from kg.extract.medline_meanings import NO_TITLE
from kg.extract.words import Words
from kg.loaders.nbib.source import Source
from kg.model import AbstractSection, OtherAbstract

# Whose abstract it is: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/att-Type.html
_KIND = re.compile(r"(AAMC|AIDS|KIE|PIP|NASA|Publisher|plain-language-summary): ")
_LANGUAGE = re.compile(r"[a-z]{3}")


def words_of_article(source: Source) -> None:
    """The title as the label, the abstract with its parts, other abstracts, and keywords."""
    stated = source.article
    if stated.get("title") == NO_TITLE and stated.get("vernacular_title"):
        stated.forget("title")
    for slot in ("title", "book_title", "vernacular_title"):
        if title := stated.get(slot):
            stated.give("label", title)
            source.passages.append(Passage("title", stated.where(slot)))
            break
    for field in source.fields.take("AB"):
        abstract(source, field.words)
    other_abstracts(source)
    for field in source.fields.take("OT"):
        # A star makes a main topic, as it does before a MeSH heading; it is no part of the word.
        written = field.words.text
        words = field.words.part(len(written) - len(written.removeprefix("*").lstrip()), len(written))
        if words.text:
            stated.give("keyword", words.text, words)
            source.passages.append(Passage("keyword", words))


def abstract(source: Source, words: Words) -> None:
    """An abstract with its labelled parts."""
    stated = source.article
    stated.give("abstract", words.text, words)
    source.passages.append(Passage("abstract", words))
    for label, part in sections(words):
        position = stated.count("abstract_section") + 1
        iri = source.under("section", position)
        section = AbstractSection(iri=iri, label=label.text, position=position, text=part.text)
        stated.give("abstract_section", source.keep(section, {"label": label, "text": part}))


def other_abstracts(source: Source) -> None:
    """Abstracts in other languages or by other hands, with the language and the rights that stand behind each."""
    groups: list[list[Field]] = []
    for field in source.fields.take("OAB", "OABL", "OCI"):
        if field.tag == "OAB":
            groups.append([field])
        elif groups and all(field.tag != other.tag for other in groups[-1]):
            groups[-1].append(field)
        else:
            source.fields.leave(field)
    for group in groups:
        other_abstract(source, *group)


def other_abstract(source: Source, first: Field, *behind: Field) -> None:
    """One other abstract; words that it stands elsewhere are none of the article.

    :param first: its words, perhaps with its kind before them.
    :param behind: its language and rights.
    """
    found = _KIND.match(first.words.text)
    kind = first.words.part(*found.span(1)) if found else None
    words = first.words.part(found.end() if found else 0, len(first.words.text))
    language = rights = None
    for field in behind:
        if field.tag == "OCI":
            rights = field.words
        elif _LANGUAGE.fullmatch(field.words.text):
            language = field.words
        else:
            source.fields.leave(field)
    if not words.text or source.article.says("abstract", words.text):
        return
    if not is_elsewhere(words.text):
        abstract(source, words)
    record = OtherAbstract(
        iri=source.under("other-abstract", source.article.count("other_abstract") + 1),
        text=words.text,
        language=(language.text,) if language else (),
        abstract_type=kind.text if kind else None,
        rights=rights.text if rights else None,
    )
    places = {"text": words, "language": language, "abstract_type": kind, "rights": rights}
    source.article.give("other_abstract", source.keep(record, places))
