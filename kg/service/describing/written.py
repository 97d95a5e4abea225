"""A description in the syntax that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from kg import exports
from kg.exports.statements.order import in_order
from kg.service.asking import Answer
from kg.service.describing.statements import Said, lines
from kg.service.negotiation import preferred
from kg.service.problems import Problem

# Turtle where nothing is asked for, as what reads such documents expects.
OFFERS = {exports.load(name).media_type: name for name in ("ttl", "nt", "jsonld", "rdfxml")}


def written(said: Iterable[Said], accept: str | None, *, lasting: bool = True) -> Answer:
    """Statements as the answer to a request.

    :param accept: the header; None for anything.
    :param lasting: whether it is the same for as long as the snapshot is; no answer that is not may be kept.
    :raises Problem: when nothing that is asked for is offered.
    """
    media_type = preferred(accept, tuple(OFFERS))
    if media_type is None:
        detail = f"asked for {accept}; this description is given as {', '.join(OFFERS)}"
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, detail)
    output = exports.load(OFFERS[media_type])
    body = b"".join(output.write(in_order(lines(said), output.key)))
    return Answer(body, media_type, headers={} if lasting else {"Cache-Control": "no-store"})
