"""ClinicalTrials.gov full studies as the older API gave them (JSON): ``FullStudiesResponse`` or single studies.

The API was closed in 2024; its names: https://clinicaltrials.gov/data-api/about-api/api-migration
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

import msgspec

from kg.document import Document, Format, Reading
from kg.errors import Unreadable
from kg.loaders.ctgov.older_names import study
from kg.loaders.ctgov.reading import reading
from kg.loaders.registry.undecoded import not_json
from kg.loaders.splitting.json_records import is_json, json_records

# In the order of letters other sections come before the protocol.
_STUDY = re.compile(
    rb'"ProtocolSection"\s*:\s*\{\s*"'
    rb'|"DerivedSection"\s*:\s*\{\s*"(?:MiscInfo|ConditionBrowse|InterventionBrowse)Module"'
    rb'|"ResultsSection"\s*:\s*\{\s*"(?:ParticipantFlow|BaselineCharacteristics|OutcomeMeasures|AdverseEvents|MoreInfo)'
    rb'Module"'
    rb'|"DocumentSection"\s*:\s*\{\s*"LargeDocumentModule"|"AnnotationSection"\s*:\s*\{\s*"AnnotationModule"'
)
# The statistics of the older API describe every element under the same names.
_NO_STUDY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"StudyStatistics\"")


def detect(head: bytes) -> bool:
    """Whether the first bytes are JSON with a study of the older API in it."""
    return is_json(head) and bool(_STUDY.search(head)) and not _NO_STUDY.match(head)


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The studies of a file."""
    return json_records(uri, file, key="FullStudiesResponse.FullStudies")


def read(document: Document, contacts: bool) -> Reading:
    """One study to records.

    :raises Unreadable: for what is not JSON, or no study.
    """
    try:
        value = msgspec.json.decode(document.body.removeprefix(b"\xef\xbb\xbf"))
        for wrapper in ("FullStudy", "Study"):
            if isinstance(value, dict) and isinstance(value.get(wrapper), dict):
                value = value[wrapper]
        found, unread = study(value)
    except msgspec.ValidationError as error:
        raise Unreadable(document.uri, "not a study", f"wanted a study of the older API, found {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(document, error) from error
    return reading(found, document, "ctgov_full", contacts=contacts, unread=unread)


FORMAT = Format("ctgov_full", "ClinicalTrials.gov full study of the older API (JSON)", 1, detect, split, read)
