"""What a request is refused with: a problem document (RFC 9457)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from http import HTTPStatus

from kg.service.asking import Answer

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# The engine lists what its grammar would take; the classes of letters in it tell nobody anything.
_CLASS = re.compile(r"\[(?:'(?:\\.[^']*|[^'])'|[^\]'])*\]")
_ITEM = re.compile(r'"(?:\\.|[^"\\])*"|[^,]+')
SHOWN = 8


class Problem(Exception):
    """A request that is answered with an error.

    :ivar status: of HTTP.
    :ivar detail: one sentence: what was wanted, what was found.
    :ivar more: further members of the document, such as line and column.
    :ivar headers: of the answer.
    :ivar outcome: one word for the log and the metrics.
    """

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        *,
        more: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        outcome: str = "refused",
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.more = dict(more or {})
        self.headers = dict(headers or {})
        self.outcome = outcome

    def answer(self) -> Answer:
        """The problem as an answer."""
        return Answer(self.document(), "application/problem+json", self.status, self.headers)

    def document(self) -> bytes:
        """The problem as a document that programs and people can read."""
        document = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": int(self.status),
            "detail": self.detail,
        }
        return (json.dumps({**document, **self.more}, ensure_ascii=False, indent=1) + "\n").encode()


class Gone(Exception):
    """The client is not there any more."""


class Cut(Exception):
    """An answer that ends before it is complete; the connection has to end so that nobody takes it for whole."""


def not_sparql(message: str) -> Problem:
    """What the engine says of a text that is no query, so that one can find the place.

    :param message: such as ``error at 1:11: expected one of "$", ['A' ..= 'Z']``.
    """
    found = _PLACE.match(message)
    if not found:
        return Problem(HTTPStatus.BAD_REQUEST, f"not a SPARQL query: {' '.join(message.split())}")
    line, column = int(found[1]), int(found[2])
    items = [item.strip() for item in _ITEM.findall(_CLASS.sub("", found[3])) if item.strip()]
    # Beside tokens of the grammar the list holds whole phrases: they are the reasons.
    reasons = [item for item in items if " " in item and not item.startswith('"')]
    if reasons:
        why = "; ".join(reasons)
    elif items:
        why = "expected " + " or ".join(items[:SHOWN]) + (" or others" if len(items) > SHOWN else "")
    else:
        why = "something else was expected"
    place = {"line": line, "column": column}
    return Problem(HTTPStatus.BAD_REQUEST, f"not a SPARQL query: line {line}, column {column}: {why}", more=place)
