"""What is sent to be put in a graph: one body, or several in a form (RFC 7578)."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from http import HTTPStatus
from urllib.parse import quote

from pyoxigraph import RdfFormat

from kg.service.problems import Problem
from kg.service.protocol import check_charset
from kg.store.contents import Content, NotReadable

FORM = "multipart/form-data"
TAKEN = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
# Browsers say no media type of a file that they do not know.
_ENDINGS = {"ttl": "text/turtle", "nt": "application/n-triples", "rdf": "application/rdf+xml"}
_ENDINGS |= {"jsonld": "application/ld+json"}
_UNSAID = ("", "application/octet-stream", "text/plain")
_DATASETS = ("application/trig", "application/n-quads", "text/x-nquads")
MOST_PARTS = 1_000
MOST_HEADERS = 8_192


def contents_of(body: bytes, content_type: str, base: str | None) -> list[Content]:
    """The contents of a request, to be read in order.

    :param base: IRI of the graph, which relative addresses are relative to.
    :raises Problem: for what is not taken, and for a form that is none.
    """
    said = _headers(f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace"))
    if said.get_content_type() != FORM or not content_type.strip():
        return [Content(body, _format(content_type), base)]
    boundary = said.get_boundary()
    if not boundary or len(boundary) > 70:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted {FORM} with a boundary of 1 to 70 letters")
    return [_part(part, base) for part in parts(body, boundary.encode("latin-1", "replace"))]


def parts(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """Each part with its headers.

    :raises Problem: when the form does not end, or has too many.
    """
    # Not the parser of the standard library: it takes 165 ms for each MB.
    delimiter = b"\r\n--" + boundary
    whole = b"\r\n" + body
    at, found = whole.find(delimiter), 0
    while at >= 0:
        begin = at + len(delimiter)
        if whole.startswith(b"--", begin):
            return
        at = whole.find(delimiter, begin)
        line = whole.find(b"\r\n", begin)
        found += 1
        if at < 0 or found > MOST_PARTS or not 0 <= line <= at or whole[begin:line].strip(b" \t"):
            break
        yield whole[line + 2 : at] if line < at else b""
    wanted = (
        f"at most {MOST_PARTS} parts" if found > MOST_PARTS else "parts between the boundary, and -- behind the last"
    )
    raise Problem(HTTPStatus.BAD_REQUEST, f"wanted {FORM} with {wanted}, found something else after part {found}")


def _part(part: bytes, base: str | None) -> Content:
    head, blank, body = (b"", b"\r\n", part[2:]) if part.startswith(b"\r\n") else part.partition(b"\r\n\r\n")
    if not blank or len(head) > MOST_HEADERS:
        detail = f"wanted parts of {FORM} with at most {MOST_HEADERS:,} bytes of headers and a blank line behind"
        raise Problem(HTTPStatus.BAD_REQUEST, detail)
    said = _headers(head + b"\r\n\r\n")
    if said.get("Content-Transfer-Encoding", "binary").strip().lower() not in ("binary", "8bit", "7bit"):
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted parts of {FORM} as they are, found Content-Transfer-Encoding")
    file = said.get_filename() or str(said.get_param("name", "", "content-disposition") or "")
    kind = str(said.get("Content-Type", ""))
    if kind.partition(";")[0].strip().lower() in _UNSAID:
        kind = _ENDINGS.get(file.rpartition(".")[2].lower(), kind)
    return Content(body, _format(kind), base, quote(file, safe=" ") or "a part")


def _headers(lines: bytes) -> Message:
    return BytesParser(policy=HTTP).parsebytes(lines, headersonly=True)


def _format(content_type: str) -> RdfFormat:
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type not in TAKEN:
        found = media_type[:80] or "none"
        if media_type in _DATASETS:
            found += ", which may hold several graphs where one is written"
        detail = f"wanted Content-Type {', '.join(TAKEN)} or {FORM}, found {found}"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, headers={"Accept-Post": ", ".join((*TAKEN, FORM))})
    check_charset(content_type)
    return TAKEN[media_type]


def not_readable(error: NotReadable) -> Problem:
    """What the engine says of a content that is not of its format, so that one can find the place."""
    where = f"{error.content.name}: " if error.content.name else ""
    place: dict[str, object] = {}
    if error.line is not None:
        place = {"line": error.line, "column": error.column}
    # The engine says the place in words, too.
    detail = f"not {error.content.format.name}: {where}{error}"
    return Problem(HTTPStatus.BAD_REQUEST, detail, more=place)
