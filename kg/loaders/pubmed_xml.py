"""PubMed records in XML: ``PubmedArticleSet`` as efetch, baseline and update files give it, and what may stand in it.

Elements: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/index.html. ``DeleteCitation`` in an update file withdraws
records. Also ``MedlineCitationSet``, as the files had it until 2016. Doses, results and interests in the words of a
record are read by rules, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import WITHDRAWN, Document, Format, Reading
from kg.errors import DocumentError, Unreadable
from kg.extract import xml_tree
from kg.loaders.pubmed import book, citation
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.finish import finish
from kg.loaders.pubmed.markup import Element
from kg.loaders.pubmed.related import number_of
from kg.loaders.splitting.xml_records import xml_records
from kg.rdf import iris

RECORDS = ("PubmedArticle", "PubmedBookArticle", "MedlineCitation", "BookDocument")
DELETIONS = ("DeleteCitation", "DeleteDocument")
SETS = ("PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet", "BookDocumentSet")
_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>|\s+)*", re.DOTALL)
_ROOT = re.compile(rb"<(?:%s)[\s/>]" % "|".join((*RECORDS, *DELETIONS, *SETS)).encode())
_DELETED = re.compile(rb"<PMID\b[^>]*>\s*[^<]*</PMID\s*>")


def looks_like_pubmed(head: bytes) -> bool:
    """Whether the first element of a file is one of PubMed's.

    >>> looks_like_pubmed(b'<?xml version="1.0"?><PubmedArticleSet>'), looks_like_pubmed(b"<clinical_study>")
    (True, False)
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    prolog = _PROLOG.match(head)
    return bool(_ROOT.match(head, prolog.end() if prolog else 0))


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The records of a file, and of each list of withdrawn ones a document for every number."""
    for document in xml_records(uri, file, *(tag.encode() for tag in (*RECORDS, *DELETIONS))):
        if document.body.lstrip()[:7] != b"<Delete":
            yield document
            continue
        for position, number in enumerate(_DELETED.findall(document.body), 1):
            address = document.uri if "#" in document.uri else f"{document.uri}#1"
            body = b"<DeleteCitation>" + number + b"</DeleteCitation>"
            yield Document(f"{address}.{position}", body, document.offset)


def read(document: Document, contacts: bool) -> Reading:
    """What one record says.

    :param contacts: whether e-mail addresses are kept.
    :raises DocumentError: for a record that has no PMID, or nothing but its PMID.
    """
    root = single(document, xml_tree.root(document.uri, document.body))
    if root.tag in DELETIONS:
        return Reading(iris.record("pubmed", pmid_of(document, root)), WITHDRAWN, (), ())
    of_article, beside = parts(document, root)
    draft = Draft(document, pmid_of(document, of_article), contacts=contacts)
    if len(of_article) < 2:
        raise DocumentError(document.uri, "cut short", f"wanted more than a PMID, found nothing after {draft.pmid}")
    is_book = of_article.tag == "BookDocument"
    (book.book_document if is_book else citation.citation)(draft, of_article)
    if beside is not None:
        citation.pubmed_data(draft, beside)
    version = number_of(next(one.get("Version") for one in of_article if one.tag == "PMID")) or "1"
    return finish(draft, FORMAT.name, int(version[:9]), is_book=is_book)


def single(document: Document, root: Element) -> Element:
    """The one record of a document; a set may stand around it."""
    if root.tag not in SETS:
        return root
    records = [child for child in root if child.tag in (*RECORDS, *DELETIONS)]
    if len(records) != 1:
        raise DocumentError(document.uri, "not one record", f"wanted one record in {root.tag}, found {len(records)}")
    return records[0]


def parts(document: Document, root: Element) -> tuple[Element, Element | None]:
    """What is said of the article, and what PubMed adds to it."""
    if root.tag in ("MedlineCitation", "BookDocument"):
        return root, None
    if root.tag not in RECORDS:
        wanted = f"wanted one of {', '.join(RECORDS)}, found {str(root.tag)[:40]}"
        raise Unreadable(document.uri, "not a PubMed record", wanted)
    found = {str(child.tag): child for child in root}
    of_article = found.get("MedlineCitation", found.get("BookDocument"))
    if of_article is None:
        wanted = f"wanted MedlineCitation or BookDocument in {root.tag}, found {', '.join(found)[:80] or 'nothing'}"
        raise DocumentError(document.uri, "no citation", wanted)
    return of_article, found.get("PubmedData", found.get("PubmedBookData"))


def pmid_of(document: Document, element: Element) -> str:
    """The number of a record.

    :raises DocumentError: without one.
    """
    written = next((child.text for child in element if child.tag == "PMID"), None)
    if not (pmid := number_of(written)):
        raise DocumentError(document.uri, "no PMID", f"wanted a PMID, found {(written or '').strip()[:40]!r}")
    return pmid


FORMAT = Format(
    name="pubmed_xml",
    title="PubMed records in XML",
    rank=10,
    detect=looks_like_pubmed,
    split=split,
    read=read,
)
