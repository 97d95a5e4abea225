"""Records of JSON whose names stand in the order of letters, and texts that were cut in the midst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.archives import documents
from kg.document import Document
from kg.errors import DocumentError
from kg.loaders import load

GOLDEN = Path(__file__).parent / "golden"
LONG = "long " * 20_000
CASES = [
    ("ctgov_v2", "every_field.json", ["derivedSection", "miscInfoModule", "versionHolder"]),
    ("ctgov_v2", "every_field.json", ["documentSection", "largeDocumentModule", "aNote"]),
    ("ctgov_v2", "every_field.json", ["annotationSection", "annotationModule", "aNote"]),
    ("ctis_json", "one_trial.json", ["authorizedApplication", "authorizedPartI", "aNote"]),
    ("ctis_json", "before_2024.json", ["authorizedPartI", "aNote"]),
    ("ctgov_full", "single.json", ["FullStudy", "Study", "DerivedSection", "MiscInfoModule", "VersionHolder"]),
    ("isrctn_xml", "made_into_json.json", ["participants", "aNote"]),
]


def sorted_copy(name: str, file: str, place: list[str]) -> bytes:
    """A record in the order of letters, with more at one place than is looked at to recognise it."""
    value: Any = json.loads((GOLDEN / name / file).read_bytes())
    holder = value
    for step in place[:-1]:
        holder = holder.setdefault(step, {})
    holder[place[-1]] = LONG
    return json.dumps(value, sort_keys=True).encode()


@pytest.mark.parametrize(("name", "file", "place"), CASES)
def test_a_record_is_recognised_by_what_stands_first(tmp_path: Path, name: str, file: str, place: list[str]):
    path = tmp_path / "sorted.json"
    path.write_bytes(sorted_copy(name, file, place))
    found = list(documents([str(path)]))
    assert [one[0] for one in found if not isinstance(one, DocumentError)] == [name]
    assert len(found) == 1
    assert load(name).read(found[0][1], False).records


@pytest.mark.parametrize("name", ["ctgov_v2", "ctgov_full", "ctis_json", "isrctn_xml"])
@pytest.mark.parametrize("half", [r"\ud83d", r"\ud83d\u0041", r"\udc00 ", r"\\\ud83d"])
def test_half_a_pair_of_surrogates_is_called_so(name: str, half: str):
    body = '{"a": "\\\\ud83d \\ud83d\\ude00", "title": "' + half + '"}'
    with pytest.raises(
        DocumentError, match=r"not Unicode: wanted surrogates in pairs, found \\ud[8c]\w\w alone at byte"
    ):
        load(name).read(Document("cut.json", body.encode()), False)


@pytest.mark.parametrize("name", ["ctgov_v2", "ctgov_full", "ctis_json", "isrctn_xml"])
def test_bytes_that_are_no_utf_8_are_called_so(name: str):
    with pytest.raises(DocumentError, match="not UTF-8: wanted UTF-8, found byte 0xff at 14"):
        load(name).read(Document("wrong.json", b'{"ctNumber": "\xff"}'), False)
    with pytest.raises(DocumentError, match="not JSON"):
        load(name).read(Document("short.json", b'{"title": "'), False)
