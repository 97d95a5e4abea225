"""Files of many records: cut into the records that were put together, however the bytes of the file come."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import Document
from kg.errors import DocumentError, Unreadable
from kg.loaders.splitting import whole
from kg.loaders.splitting.json_records import json_records
from kg.loaders.splitting.medline_records import medline_records
from kg.loaders.splitting.xml_records import xml_records

Split = Callable[[str, io.BufferedIOBase], Iterator[Document]]


class Drops(io.BufferedIOBase):
    """A file that gives so many bytes at a time, and after the last of them perhaps an error."""

    def __init__(self, body: bytes, size: int, error: DocumentError | None = None) -> None:
        super().__init__()
        self._body, self._size, self._error = io.BytesIO(body), size, error

    def read(self, size: int | None = -1) -> bytes:
        """As many bytes as it gives at a time."""
        piece = self._body.read(min(self._size, size) if size and size > 0 else self._size)
        if not piece and self._error:
            raise self._error
        return piece


class Endless(io.BufferedIOBase):
    """A file with one piece again and again between its start and its end, none of which is ever held."""

    def __init__(self, start: bytes, piece: bytes, times: int, end: bytes) -> None:
        super().__init__()
        self._pieces = (piece if 0 < i <= times else start if i == 0 else end for i in range(times + 2))

    def read(self, _: int | None = -1) -> bytes:
        """The next piece, however long."""
        return next(self._pieces, b"")


def of_xml(uri: str, file: io.BufferedIOBase) -> Iterator[Document]:
    return xml_records(uri, file, b"A", b"B")


def of_pages(uri: str, file: io.BufferedIOBase) -> Iterator[Document]:
    return json_records(uri, file, key="studies")


def of_full(uri: str, file: io.BufferedIOBase) -> Iterator[Document]:
    return json_records(uri, file, key="FullStudiesResponse.FullStudies")


def cut(split: Split, body: bytes, size: int = 1_000_000) -> tuple[list[Document], DocumentError | None]:
    """The records of a file, and why there are no more."""
    found: list[Document] = []
    try:
        for document in split("f", Drops(body, size)):
            found.append(document)
    except DocumentError as error:
        return found, error
    return found, None


def bodies(split: Split, body: bytes, size: int = 1_000_000) -> list[bytes]:
    """The records of a file that can be cut whole, each of which stands where it says."""
    found, error = cut(split, body, size)
    assert error is None
    for document in found:
        assert document.offset is not None
        assert body[document.offset :].startswith(document.body)
    return [document.body for document in found]


SIZES = st.sampled_from([*range(1, 20), 64, 1_000, 1_000_000])
TEXT = st.text(st.sampled_from('ab"\\[]{},: \nµ\U0001f489'), max_size=8)
VALUES = st.recursive(
    TEXT | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)
OBJECTS = st.dictionaries(TEXT.filter(lambda name: name != "studies"), VALUES, max_size=4)
SPACE = st.sampled_from(["", " ", "\n", "\r\n\t"])


@settings(max_examples=150, deadline=None)
@given(st.lists(VALUES, max_size=6), OBJECTS, OBJECTS, SIZES, SPACE, st.sampled_from([None, 2]))
def test_page_of_json_gives_its_records_again(
    records: list[object],
    before: dict[str, object],
    after: dict[str, object],
    size: int,
    space: str,
    indent: int | None,
):
    page = {**before, "studies": records} | {name: value for name, value in after.items() if name not in before}
    body = (space + json.dumps(page, indent=indent, ensure_ascii=False) + space).encode()
    found = bodies(of_pages, body, size)
    assert [json.loads(one) for one in found] == records


@settings(max_examples=100, deadline=None)
@given(st.lists(VALUES, max_size=6), SIZES, SPACE)
def test_array_gives_its_records_again(records: list[object], size: int, space: str):
    body = (space + json.dumps(records) + space).encode()
    assert [json.loads(one) for one in bodies(of_pages, body, size)] == records


@settings(max_examples=100, deadline=None)
@given(st.lists(OBJECTS, min_size=2, max_size=6), SIZES, st.sampled_from(["\n", "\r\n", " ", "", "\x1e"]))
def test_values_one_after_the_other_are_given_again(records: list[object], size: int, between: str):
    parts = [json.dumps(record).encode() for record in records]
    assert bodies(of_pages, between.encode().join(parts), size) == parts


@settings(max_examples=100, deadline=None)
@given(OBJECTS, SIZES)
def test_file_of_one_value_is_one_record_under_its_own_address(record: dict[str, object], size: int):
    body = json.dumps(record).encode()
    assert cut(of_pages, b"\xef\xbb\xbf\n " + body + b"\n\n", size) == ([Document("f", body)], None)


PARTS = st.sampled_from(
    [
        *(b"<A/>", b"<A\n/>", b"<A></A >", b"<B x='1'>text</B>", b"<A><A>in</A><A/></A>", b"<B><A>in</A></B>"),
        *(b"<A x='/>' y=\"</A>\">t</A>", b"<A><!-- </A> --></A>", b"<A><![CDATA[</A>]]></A>", b"<A><?x </A>?></A>"),
        *(b"<A><AB></AB></A>", b"<A>&lt;/A&gt;\xc2\xb5</A>"),
    ]
)
NO_PARTS = st.sampled_from(
    [b"", b"\n", b"<AB></AB>", b"<!-- <A> -->", b"<![CDATA[<A>]]>", b"<?x <A>?>", b"text", b"<x A='/>'/>"]
)
PROLOGS = st.sampled_from(
    [
        *(b"", b"\n\n", b"\xef\xbb\xbf", b'<?xml version="1.0"?>', b'\n<?xml version="1.0" encoding="utf-8"?>\n'),
        *(b"<!-- <A> -->", b'<!DOCTYPE S PUBLIC "-//x//<A>" "y">'),
        b"<!DOCTYPE S [<!ENTITY a '<A>]'> <!-- don't ]> <A> --> <?x ]> <A>?> ]>\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PARTS, NO_PARTS), min_size=1, max_size=6), PROLOGS, SIZES)
def test_elements_of_a_file_are_given_again(parts: list[tuple[bytes, bytes]], prolog: bytes, size: int):
    body = prolog + b'<S a="<A>">' + b"".join(part + between for part, between in parts) + b"</S>\n"
    assert bodies(of_xml, body, size) == [part for part, _ in parts]


@settings(max_examples=100, deadline=None)
@given(PARTS, PROLOGS, SIZES, st.sampled_from([b"", b"\n", b"<!-- end -->\n"]))
def test_file_that_is_one_element_gives_itself_byte_for_byte(part: bytes, prolog: bytes, size: int, end: bytes):
    body = prolog + part + end
    assert cut(of_xml, body, size) == ([Document("f", body)], None)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, min_size=2, max_size=4), PROLOGS, SIZES)
def test_files_of_one_element_put_together_are_cut_apart(parts: list[bytes], prolog: bytes, size: int):
    assert bodies(of_xml, b"".join(prolog + part for part in parts), size) == parts


LINES = st.sampled_from([b"PMID- 1", b"PMID- 2", b"TI  - T", b"      on", b"OWN - NLM", b"", b"stray", b"OT  - k"])


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=20), st.sampled_from([b"\n", b"\r\n", b"\r"]), SIZES)
def test_medline_file_is_cut_alike_however_it_comes_and_loses_nothing(lines: list[bytes], end: bytes, size: int):
    body = end.join(lines)
    found = cut(medline_records, body, size)
    assert found == cut(medline_records, body)
    assert b"".join(document.body for document in found[0]) == body


def test_records_are_numbered_from_one_with_their_place():
    found, _ = cut(of_pages, b'{"studies": [{}, [1]]}')
    assert [(document.uri, document.offset) for document in found] == [("f#1", 13), ("f#2", 17)]


def test_one_element_of_an_array_is_no_file_of_one_record():
    assert cut(of_pages, b'{"studies": [{}]}')[0] == [Document("f#1", b"{}")]


@pytest.mark.parametrize("body", [b'{"a": {"studies": []}}', b'{"studies": {}}', b'{"study\\"ies": []}'])
def test_object_without_the_array_is_a_record(body: bytes):
    assert cut(of_pages, body) == ([Document("f", body)], None)


def test_array_is_found_along_a_path():
    body = b'{"FullStudiesResponse": {"N": 2, "FullStudies": [{"Rank": 1}, {"Rank": 2}], "x": "]"}}'
    assert bodies(of_full, body) == [b'{"Rank": 1}', b'{"Rank": 2}']


@pytest.mark.parametrize("body", [b'{"studies": []}', b"[]", b" \n", b'{"a": 1, "studies": [ ], "b": [{}]}'])
def test_page_without_records_gives_none(body: bytes):
    assert cut(of_pages, body) == ([], None)


def test_pages_put_together_are_numbered_through():
    found, _ = cut(of_pages, b'{"studies": [1, 2]}\n{"studies": [3]}\n')
    assert [(document.uri, document.body) for document in found] == [("f#1", b"1"), ("f#2", b"2"), ("f#3", b"3")]


def test_damaged_record_of_a_page_is_given_with_those_around_it():
    assert bodies(of_pages, b'{"studies": [{"a":1},{"a" 1,},{"a":3}]}') == [b'{"a":1}', b'{"a" 1,}', b'{"a":3}']


def test_what_is_no_value_is_given_to_be_refused_by_its_reader():
    assert bodies(of_pages, b'{"a":1}\nnonsense\n{"a":2}') == [b'{"a":1}', b"nonsense", b'{"a":2}']


CUT = {
    "page": (of_pages, b'{"studies": [{"a": 1}, {"b": "x]}"}]}', 2),
    "array": (of_pages, b'[{"a": 1}, {"b": "x]}"}]', 2),
    "lines": (of_pages, b'{"a": 1}\n{"b": "x]}"}', 2),
    "xml": (of_xml, b"<S><A>1</A><B x='>'>2</B></S>", 2),
    "one": (of_xml, b"<A><A/></A>", 1),
}


@pytest.mark.parametrize("kind", CUT)
def test_file_cut_anywhere_gives_the_records_before_the_cut_and_one_refusal(kind: str):
    split, body, records = CUT[kind]
    full = bodies(split, body)
    assert len(full) == records
    for length in range(1, len(body)):
        found, error = cut(split, body[:length])
        complete = error is None and kind == "lines" and len(found) == 1
        assert [document.body for document in found] == full[: len(found)]
        assert complete or isinstance(error, Unreadable), body[:length]


def test_refusal_of_the_rest_names_the_record_and_its_place():
    _, error = cut(of_pages, b'{"studies": [{"a": 1}, {"b": ')
    assert str(error) == "f#2: cut short: wanted the end of what begins at byte 23, found the end of the file"


@pytest.mark.parametrize("split", [of_pages, of_xml, medline_records])
def test_file_without_anything_is_refused_or_gives_what_its_reader_refuses(split: Split):
    found, error = cut(split, b"")
    assert (error and error.cause == "no records") or not b"".join(document.body for document in found)


@pytest.mark.parametrize(
    ("split", "body", "before"),
    [
        (of_pages, b'{"studies": [{"a": 1}, {"b"', 1),
        (of_pages, b'{"a": 1}\n{"b"', 1),
        (of_xml, b"<S><A/><A/><A", 2),
        (medline_records, b"PMID- 1\nTI  - T\n\nPMID- 2\nTI", 1),
    ],
)
def test_damaged_file_gives_what_is_before_the_damage_and_its_reason(split: Split, body: bytes, before: int):
    found: list[Document] = []
    with pytest.raises(DocumentError, match="f: cannot be read: damaged"):
        found.extend(split("f", Drops(body, 5, DocumentError("f", "cannot be read", "damaged"))))
    # list.extend keeps what came before the error.
    assert len(found) == before


def test_damaged_file_of_one_record_is_not_given():
    with pytest.raises(DocumentError, match="damaged"):
        list(whole.whole("f", Drops(b"some", 2, DocumentError("f", "cannot be read", "damaged"))))


def test_xml_without_any_of_the_elements_is_refused():
    _, error = cut(of_xml, b"<!-- x --><rss><C/></rss>")
    assert str(error) == "f: no records: wanted <A> or <B>, found XML with root element rss"


def test_records_of_another_encoding_are_given_in_utf_8():
    body = '<?xml version="1.0" encoding="ISO-8859-1"?><S><A>µ</A></S>'.encode("latin-1")
    assert cut(of_xml, body)[0] == [Document("f#1", "<A>µ</A>".encode())]


@pytest.mark.parametrize("name", ["iso-8859-1", "ISO8859-1", "ISO_8859-1", "Latin1", "windows-1252", "cp1252"])
def test_encoding_has_many_names(name: str):
    body = f'<?xml version="1.0" encoding="{name}"?><S><A>µ</A></S>'
    assert cut(of_xml, body.encode("latin-1")) == ([Document("f#1", "<A>µ</A>".encode())], None)
    assert cut(of_xml, b"\xef\xbb\xbf" + body.encode()) == ([Document("f#1", "<A>µ</A>".encode())], None)


@pytest.mark.parametrize(
    "name", ["UTF-7", "Shift_JIS", "hex", "zip", "idna", "iso-8859-12", "iso-8859-99", "windows-1259"]
)
def test_encoding_in_which_tags_cannot_be_told_is_refused(name: str):
    _, error = cut(of_xml, f"<?xml version='1.0' encoding='{name}'?><S><A/></S>".encode())
    assert error is not None
    assert error.detail.endswith(f"found {name}")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_wide_letters_are_refused(encoding: str):
    _, error = cut(of_xml, "<S><A/></S>".encode(encoding))
    assert error is not None
    assert error.detail.endswith("found UTF-16 or UTF-32")


TOO_LONG: dict[str, tuple[Split, bytes, bytes, bytes]] = {
    "text": (of_pages, b'{"studies": [{}, {"a": "', b"x", b'"}, {"b": 1}]}'),
    "escapes": (of_pages, b'{"studies": [{}, {"a": "', b"\\", b'"}, {"b": 1}]}'),
    "numbers": (of_pages, b'{"studies": [{}, {"a": [', b"1, ", b'0]}, {"b": 1}]}'),
    "nested": (of_pages, b'{"studies": [{}, {"a": [', b'{"b": {"c": [{}]}}, ', b'0]}, {"b": 1}]}'),
    "lines": (of_pages, b'{"a": 1}\n{"a": "', b"x", b'"}\n{"b": 1}'),
    "words": (of_xml, b"<S><A/><A>", b"x", b"</A><A>1</A></S>"),
    "attribute": (of_xml, b"<S><A/><A x='", b">", b"'></A><A>1</A></S>"),
    "comment": (of_xml, b"<S><A/><A><!--", b"-", b"--></A><A>1</A></S>"),
    "tags": (of_xml, b"<S><A/><A>", b"<b/>", b"</A><A>1</A></S>"),
    "medline": (medline_records, b"PMID- 1\n\nPMID- 2\nAB  - ", b"x", b"\n\nPMID- 3\n"),
    "medline lines": (medline_records, b"PMID- 1\n\nPMID- 2\n", b"OT  - x%b\n" % (b"x" * 90), b"\nPMID- 3\n"),
}


@pytest.mark.parametrize("kind", TOO_LONG)
def test_record_longer_than_any_is_refused_alone_and_never_held(kind: str, monkeypatch: pytest.MonkeyPatch):
    split, start, unit, end = TOO_LONG[kind]
    monkeypatch.setattr(whole, "MOST", 3_000_000)
    found: list[Document] = []
    tracemalloc.start()
    with pytest.raises(Unreadable, match=r"^f#2: too long: wanted at most 3,000,000 bytes"):
        found.extend(split("f", Endless(start, unit * (1_000_000 // len(unit)), 8, end)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [document.uri for document in found] == ["f#1", "f#3"]
    assert peak < 20_000_000


@pytest.mark.parametrize("kind", ["text", "words"])
def test_value_of_a_thousand_million_bytes_is_refused_in_little_memory(kind: str):
    split, start, unit, end = TOO_LONG[kind]
    tracemalloc.start()
    with pytest.raises(Unreadable, match=r"^f#2: too long: wanted at most 64,000,000 bytes"):
        list(split("f", Endless(start, unit * 1_000_000, 1_000, end)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 300_000_000


@pytest.mark.parametrize("evil", [b"[", b'{"a":', b'"', b"\\", b'[{"', b"]", b"}", b'{"a":{'])
def test_hostile_json_is_passed_in_one_reading(evil: bytes):
    found, error = cut(of_pages, b"[" + evil * (300_000 // len(evil)))
    assert found or error


@pytest.mark.parametrize("evil", [b"<A>", b"<A ", b"<", b"<!--", b"<A x='", b"<![CDATA[", b"</A>", b"<!DOCTYPE ["])
def test_hostile_xml_is_passed_in_one_reading(evil: bytes):
    found, error = cut(of_xml, b"<S>" + evil * (300_000 // len(evil)))
    assert not found or evil == b"<A "
    assert error
