"""The SPARQL 1.1 Protocol: a request to the operation that it asks for.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote

from kg.service.asking import Operation
from kg.service.preflight import refusal
from kg.service.problems import Problem

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
READ_ONLY = "this endpoint only answers queries; the graph is changed by building it anew (kg build)"
Fields = list[tuple[str, str]]


def fields(encoded: str | bytes) -> Fields:
    """The fields of a form or of the query part of an address, in order.

    :raises Problem: when they are not UTF-8 or far too many.
    """
    try:
        text = encoded if isinstance(encoded, str) else encoded.decode()
        if text.startswith("query=") and "&" not in text and "+" not in text:
            # Most requests; in half of the time.
            return [("query", unquote(text[6:], errors="strict"))]
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise Problem(
            HTTPStatus.BAD_REQUEST, f"wanted fields in UTF-8, found {error.object[error.start]:#04x}"
        ) from error
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted at most 1000 fields ({error})") from error


def of_get(query_string: bytes, services: Collection[str] = ()) -> Operation:
    """The operation of a GET.

    :param query_string: what follows ``?`` in the address.
    :param services: what ``SERVICE`` may call.
    :raises Problem: when it holds not exactly one query.
    """
    return _operation(fields(query_string), services)


def of_post(query_string: bytes, content_type: str, body: bytes, services: Collection[str] = ()) -> Operation:
    """The operation of a POST, with a form or a query for its body.

    :raises Problem: for another kind of body, and when there is not exactly one query.
    """
    media_type = media_type_of(content_type)
    if media_type == UPDATE:
        raise Problem(HTTPStatus.FORBIDDEN, READ_ONLY)
    if media_type not in (FORM, QUERY):
        found = f"found {media_type}" if media_type else "found none"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"wanted Content-Type {QUERY} or {FORM}, {found}")
    check_charset(content_type)
    given = fields(query_string)
    if media_type == FORM:
        return _operation(given + fields(body), services)
    return _operation([*given, ("query", text_of(body, "query"))], services)


def media_type_of(content_type: str) -> str:
    """The media type of a header, without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def check_charset(content_type: str) -> None:
    """Take texts in UTF-8 alone.

    :raises Problem: for a media type that says another character set.
    """
    for parameter in content_type.lower().split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in ("utf-8", "utf8", "us-ascii"):
            raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"wanted charset utf-8, found {value.strip()[:40]}")


def text_of(body: bytes, what: str) -> str:
    """A body as text.

    :param what: it is, in words.
    :raises Problem: for bytes that are not UTF-8.
    """
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        found = f"byte {body[error.start]:#04x} at {error.start}"
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted the {what} in UTF-8, found {found}") from error


def _operation(given: Fields, services: Collection[str]) -> Operation:
    if any(name == "update" for name, _ in given):
        raise Problem(HTTPStatus.FORBIDDEN, READ_ONLY)
    queries = [value for name, value in given if name == "query"]
    if len(queries) != 1:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted one field named query, found {len(queries) or 'none'}")
    if problem := refusal(queries[0], services=services):
        raise problem
    default = tuple(value for name, value in given if name == "default-graph-uri")
    named = tuple(value for name, value in given if name == "named-graph-uri")
    return Operation(queries[0], default, named) if default or named else Operation(queries[0])
