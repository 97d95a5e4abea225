"""Small made articles in both formats of PubMed, and what is read of them."""

from __future__ import annotations

from kg.document import Document, Reading
from kg.loaders import medline, pubmed_xml
from kg.model import Record


def in_xml(inside: str = "", *, after: str = "", data: str = "", title: str = "A title.") -> Reading:
    """An article in XML.

    :param inside: more of ``Article``.
    :param after: what stands behind it.
    :param data: what ``PubmedData`` holds.
    """
    body = (
        '<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">7</PMID>'
        f"<Article><ArticleTitle>{title}</ArticleTitle>{inside}</Article>{after}</MedlineCitation>"
        f"<PubmedData>{data}</PubmedData></PubmedArticle>"
    )
    return pubmed_xml.read(Document("made.xml", body.encode()), False)


def in_nbib(*lines: str, title: str = "A title.") -> Reading:
    """An article as a plain record.

    :param lines: fields behind its number, owner and title.
    """
    body = "\n".join(("PMID- 7", "OWN - NLM", "STAT- MEDLINE", f"TI  - {title}", *lines, ""))
    return medline.read(Document("made.nbib", body.encode()), False)


def all_of(reading: Reading, kind: type[Record]) -> list[Record]:
    """The records of a class."""
    return [record for record in reading.records if isinstance(record, kind)]


def one(reading: Reading, kind: type[Record]) -> Record:
    """The one record of a class."""
    (found,) = all_of(reading, kind)
    return found
