"""Legacy XML records of ClinicalTrials.gov: one ``clinical_study``, with its results.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd. The registry ended this format in 2024; copies of it
are what many have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document, Format, Reading
from kg.errors import Unreadable
from kg.extract.xml_tree import root
from kg.loaders.ctgov.legacy_protocol import study
from kg.loaders.ctgov.reading import reading
from kg.loaders.ctgov.study import Study
from kg.loaders.splitting.xml_records import xml_records

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_STUDY = re.compile(rb"<clinical_study[\s>]")


def detect(head: bytes) -> bool:
    """Whether the first bytes are XML with a study in it; a list of what a search found holds none."""
    return bool(_START.match(head)) and bool(_STUDY.search(head)) and b"<search_results" not in head


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The studies of a file, which is one study as the registry gives it."""
    return xml_records(uri, file, b"clinical_study")


def read(document: Document, contacts: bool) -> Reading:
    """One study to records.

    :raises Unreadable: for what is not well-formed XML, or no study.
    """
    return reading(study_of(document), document, "ctgov_xml", contacts=contacts)


def study_of(document: Document) -> Study:
    """The study of a document, as the API lays it out.

    :raises Unreadable: for what is not well-formed XML, or no study.
    """
    found = root(document.uri, document.body)
    if found.tag != "clinical_study":
        raise Unreadable(document.uri, "not a study", f"wanted the element clinical_study, found {found.tag}")
    return study(found)


FORMAT = Format("ctgov_xml", "ClinicalTrials.gov legacy XML study", 1, detect, split, read)
