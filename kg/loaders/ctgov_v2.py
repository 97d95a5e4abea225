"""ClinicalTrials.gov API v2 study records (JSON): one study, a page of them, an array, JSON lines.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO

import msgspec

from kg.document import Document, Format, Reading
from kg.loaders.ctgov.reading import reading
from kg.loaders.ctgov.study import Study
from kg.loaders.registry.forgiving import decoded
from kg.loaders.splitting.json_records import is_json, json_records

# A study whose names are in the order of letters may have no protocol in its first bytes, so the other sections count
# as well, by what each holds first in either order.
_STUDY = re.compile(
    rb'"protocolSection"\s*:\s*\{'
    rb'|"derivedSection"\s*:\s*\{\s*"(?:miscInfo|conditionBrowse|interventionBrowse)Module"'
    rb'|"resultsSection"\s*:\s*\{\s*"(?:participantFlow|baselineCharacteristics|outcomeMeasures|adverseEvents|moreInfo)'
    rb'Module"'
    rb'|"documentSection"\s*:\s*\{\s*"largeDocumentModule"|"annotationSection"\s*:\s*\{\s*"annotationModule"'
)
_DECODE = msgspec.json.Decoder(Study, strict=False).decode


def detect(head: bytes) -> bool:
    """Whether the first bytes are JSON with a study of API v2 in it."""
    return is_json(head) and bool(_STUDY.search(head))


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The studies of a file, whether it is one, a page of the API, an array or JSON lines."""
    return json_records(uri, file, key="studies", first_key="protocolSection")


def read(document: Document, contacts: bool) -> Reading:
    """One study to records.

    :raises Unreadable: for what is not JSON, or no study.
    """
    study, unread = study_of(document)
    return reading(study, document, "ctgov_v2", contacts=contacts, unread=unread)


def study_of(document: Document) -> tuple[Study, Sequence[tuple[str, str]]]:
    """The study of a document, and what of it is of another kind than it should be: place and words.

    :raises Unreadable: for what is not JSON, or no study.
    """
    return decoded(document, _DECODE, Study, "not a study", "a study of API v2")


FORMAT = Format("ctgov_v2", "ClinicalTrials.gov API v2 study (JSON)", 0, detect, split, read)
