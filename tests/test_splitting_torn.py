"""Records of JSON files whose brackets or quotes are in disorder: one is lost, and none with it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import Document
from kg.errors import DocumentError, Unreadable
from kg.loaders.splitting import whole
from kg.loaders.splitting.json_records import json_records
from tests.test_splitting import OBJECTS, SIZES, Drops, cut

of_lines = json_records
of_studies = partial(json_records, key="studies", first_key="is")

# What is damaged, and how.
DAMAGES = {
    "a bracket missing": '{"is": {"a": [{"b": 1}, {}}',
    "a brace missing": '{"is": {"a": [{"b": 1}, {}]}',
    "all brackets missing": '{"is": {"a": [{"b": 1',
    "a quote missing": '{"is": {"a": "b, "c": "d"}}',
    "cut in a text": '{"is": {"a": "b, c',
    "cut behind a backslash": '{"is": {"a": "b\\',
    "cut behind its key": '{"is"',
}
# Wherever a record begins with a key of its own.
LATER = {"cut behind a comma": '{"is": {"a": "b, ', "cut behind a colon": '{"is": '}
RECORDS = ['{"is": {"a": 1}}', '{"is": {"a": 2, "b": [{"it": 3}]}}']
# The file around three records; how much of what follows the one in the middle is taken for part of it.
FILES = {
    "lines": (of_studies, "{}\n{}\n{}", "\n"),
    "page": (of_studies, '{{"n": 3, "studies": [{},{},{}]}}', ","),
    "page of lines": (of_studies, '{{\n"studies": [\n{},\n{},\n{}\n], "n": 3}}\n', ",\n"),
    "array": (of_studies, "[ {}, {}, {} ]", ", "),
    "lines of any kind": (of_lines, "{}\n{}\n{}", "\n"),
    "lines of RFC 7464": (of_lines, "\x1e{}\n\x1e{}\n\x1e{}\n", "\n\x1e"),
    "lines of another system": (of_lines, "{}\r\n{}\r\n{}\r\n", "\r\n"),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", FILES)
def test_damage_of_a_record_stays_in_it(kind: str, damage: str):
    split, file, behind = FILES[kind]
    body = file.format(RECORDS[0], DAMAGES[damage], RECORDS[1]).encode()
    for size in (1, 7, 1_000_000):
        found, error = cut(split, body, size)
        assert [document.body.decode() for document in found] == [RECORDS[0], DAMAGES[damage] + behind, RECORDS[1]]
        assert [body.find(document.body) for document in found] == [document.offset for document in found]
        assert error is None


@pytest.mark.parametrize("damage", LATER)
@pytest.mark.parametrize("kind", [kind for kind, (split, _, _) in FILES.items() if split is of_studies])
def test_damage_that_could_go_on_stays_in_its_record(kind: str, damage: str):
    _, file, behind = FILES[kind]
    found, _ = cut(of_studies, file.format(RECORDS[0], LATER[damage], RECORDS[1]).encode())
    assert [document.body.decode() for document in found] == [RECORDS[0], LATER[damage] + behind, RECORDS[1]]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_first_line_is_refused_alone(damage: str):
    found, error = cut(of_lines, f"{DAMAGES[damage]}\n{RECORDS[0]}\n{RECORDS[1]}\n".encode())
    assert [(document.uri, document.body.decode()) for document in found] == [
        ("f#1", DAMAGES[damage] + "\n"),
        ("f#2", RECORDS[0]),
        ("f#3", RECORDS[1]),
    ]
    assert error is None


def test_damaged_last_record_is_told_with_its_place():
    _, error = cut(of_lines, f"{RECORDS[0]}\n{DAMAGES['a brace missing']}\n".encode())
    assert str(error) == "f#2: cut short: wanted the end of what begins at byte 17, found the end of the file"


def test_brace_too_many_does_not_end_an_array():
    found, error = cut(of_studies, f'{{"studies": [{RECORDS[0]}}}, {RECORDS[1]}]}}'.encode())
    assert [document.body.decode() for document in found] == RECORDS
    assert error is None


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_end_of_a_page_takes_no_page_with_it(damage: str):
    body = f'{{"studies": [{RECORDS[0]},{DAMAGES[damage]}]}}\n{{"studies": [{RECORDS[1]}]}}'.encode()
    for size in (1, 7, 1_000_000):
        found, _ = cut(of_studies, body, size)
        assert {RECORDS[0], RECORDS[1]} < {document.body.decode() for document in found}


def test_page_without_its_end_takes_no_page_with_it():
    found, _ = cut(of_studies, f'{{"studies": [{RECORDS[0]}], "next": "x\n{{"studies": [{RECORDS[1]}]}}'.encode())
    assert RECORDS[1] in [document.body.decode() for document in found]


# A value that is in order is never cut, however its lines are set.
WHOLE = [
    '{"is": [\n{"is": 1},\n{"is": 2}\n]}',
    '{"is":\n{"is": [\n\n{"is": 2}]}}',
    '{"is": [' + "\n" * 400 + '{"is": 2}]}',
    '{"is": "\\n{\\"is\\": 1}"}',
    '{"is": 1, "a": {"is": 2}}',
    '{\n"is": [\n{\n"is": 2\n}\n]\n}',
]


@pytest.mark.parametrize("value", WHOLE)
def test_value_in_order_is_given_whole(value: str):
    assert [one.body.decode() for one in cut(of_lines, f"{value}\n{value}".encode())[0]] == [value, value]


@pytest.mark.parametrize("value", ['{"is": {"a": "{\\"is\\": 1}"}}', '{"is": ["{", "is", {"a": 1}]}'])
def test_first_key_that_begins_no_record_cuts_none(value: str):
    assert [one.body.decode() for one in cut(of_studies, f"[{value},{value}]".encode())[0]] == [value, value]


# What stands around the records, in order or not, where it is no page as the registry gives them.
AROUND = {
    "a head with a quote missing": ('{{"next": "x, "studies": [{},{}]}}\n{{"studies": [{}]}}'),
    "a head with a brace missing": ('{{"a": {{"b": 1, "studies": [{},{}]}}\n{{"studies": [{}]}}'),
    "another key": ('{{"trials": [{},{},{}]}}'),
    "a wrapper": ('[{{"study": {}}}, {{"study": {}}}, {{"study": {}}}]'),
}


@pytest.mark.parametrize("kind", AROUND)
def test_records_are_given_whatever_stands_around_them(kind: str):
    records = [*RECORDS, '{"is": 4}']
    found, _ = cut(of_studies, AROUND[kind].format(*records).encode())
    assert [document.body.decode() for document in found if document.body.decode() in records] == records


def test_lines_that_begin_with_another_key_are_told_by_it():
    lines = ['{"has": true, "is": {"a": [1', '{"has": true, "is": 2}', '{"has": true, "is": 3}']
    found, _ = cut(of_studies, "\n".join(lines).encode())
    assert [document.body.decode().strip() for document in found] == lines


@pytest.mark.parametrize("split", [of_lines, of_studies])
@pytest.mark.parametrize("size", [*range(1, 12), 400, 401, 402, 403, 404, 405])
def test_beginning_is_seen_however_the_file_comes(split: partial[Iterator[Document]], size: int):
    """Records are longer than what is read ahead of each."""
    lines = [f'{{"is": {number}, "words": "{"x" * 383}"}}' for number in range(9)]
    lines[4] = lines[4][:-1]
    found, error = cut(split, "\n".join(lines).encode(), size)
    assert [document.body.decode().strip() for document in found] == lines
    assert error is None


def test_beginning_behind_a_torn_record_longer_than_any_is_seen_however_the_file_comes(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(whole, "MOST", 1_000)
    body = b'{"is": "' + b"x" * 5_000 + b'\n{"is": 2}\n{"is": 3}'
    for size in range(1, 30):
        found, error = cut(of_lines, body, size)
        assert [document.body for document in found] == [b'{"is": 2}', b'{"is": 3}']
        assert str(error).startswith("f#1: too long")


@settings(max_examples=150, deadline=None)
@given(st.lists(OBJECTS, min_size=1, max_size=5), OBJECTS, st.integers(0, 4), st.integers(1, 200), SIZES)
def test_line_cut_anywhere_takes_no_other_with_it(
    before: list[dict[str, object]], torn: dict[str, object], place: int, length: int, size: int
):
    lines = [json.dumps({"key of all": 0, **record}, ensure_ascii=False) for record in before]
    damaged = json.dumps({"key of all": 0, **torn}, ensure_ascii=False)[:-1][:length]
    # What could go on in the next line is taken for what does.
    if len(damaged) < len('{"key of all"') or damaged.rstrip().endswith((",", ":", "[")):
        return
    lines.insert(min(place, len(lines)), damaged)
    found, _ = cut(of_lines, "\n".join(lines).encode(), size)
    assert {line for line in lines if line != damaged} <= {document.body.decode() for document in found}


def test_torn_records_longer_than_any_are_refused_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(whole, "MOST", 2_000_000)
    long = b'{"is": "' + b"x" * 5_000_000 + b"\n"
    found: list[Document] = []
    with pytest.raises(Unreadable, match=r"^f#2: too long"):
        found.extend(of_lines("f", io.BytesIO(b'{"is": 1}\n' + long + b'{"is": 2}\n')))
    assert [document.uri for document in found] == ["f#1", "f#3"]


HOSTILE = [b'{"is":\n', b'{"is"\n', b'{"is":', b'\n{"is', b'"is"', b"\n" * 299 + b'{"is":', b' {"is":"']


@pytest.mark.parametrize("evil", HOSTILE)
@pytest.mark.parametrize("split", [of_lines, of_studies])
def test_hostile_beginnings_are_passed_in_one_reading(split: partial[Iterator[Document]], evil: bytes):
    try:
        found = list(split("f", Drops(b'{"is": 1}\n' + evil * (200_000 // len(evil)), 1_000_000)))
    except DocumentError:
        return
    assert found
