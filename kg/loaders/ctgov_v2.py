"""ClinicalTrials.gov API v2 study records (JSON): one study, a page of them, an array, JSON lines.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

import msgspec

from kg.document import Document, Format, Reading
from kg.errors import Unreadable
from kg.loaders.ctgov.reading import reading
from kg.loaders.ctgov.study import Study
from kg.loaders.splitting.json_records import json_records

_STUDY = re.compile(rb'"protocolSection"\s*:\s*\{')
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_DECODE = msgspec.json.Decoder(Study, strict=False).decode


def detect(head: bytes) -> bool:
    """Whether the first bytes are JSON with a study of API v2 in it."""
    return bool(_START.match(head)) and bool(_STUDY.search(head))


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The studies of a file, whether it is one, a page of the API, an array or JSON lines."""
    return json_records(uri, file, key="studies")


def read(document: Document, contacts: bool) -> Reading:
    """One study to records.

    :raises Unreadable: for what is not JSON, or no study.
    """
    return reading(study_of(document), document, "ctgov_v2", contacts=contacts)


def study_of(document: Document) -> Study:
    """The study of a document.

    :raises Unreadable: for what is not JSON, or no study.
    """
    body = document.body.removeprefix(b"\xef\xbb\xbf")
    try:
        return _DECODE(body)
    except msgspec.ValidationError:
        # Copies that went through a database have null where the registry has nothing.
        return _without_nulls(document, body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(document.uri, "not JSON", f"wanted one JSON value, found {error}") from error


def _without_nulls(document: Document, body: bytes) -> Study:
    try:
        return msgspec.convert(filled(msgspec.json.decode(body)), Study, strict=False)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(document.uri, "not a study", f"wanted a study of API v2, found {error}") from error


def filled(value: object) -> object:
    """A JSON value without its members and elements that are null.

    >>> filled({"keywords": None, "phases": ["PHASE1", None]})
    {'phases': ['PHASE1']}
    """
    if isinstance(value, dict):
        return {name: filled(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [filled(inner) for inner in value if inner is not None]
    return value


FORMAT = Format("ctgov_v2", "ClinicalTrials.gov API v2 study (JSON)", 0, detect, split, read)
