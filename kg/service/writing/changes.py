"""Changes, as they pass to the process that writes, and what comes of them."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from uuid import uuid4

from msgspec import Struct

from kg.service.asking import Answer
from kg.service.problems import Problem, not_sparql
from kg.service.writing import dataset
from kg.service.writing.bodies import contents_of, not_readable
from kg.service.writing.protocol import NEW, Update
from kg.store.contents import NotReadable
from kg.store.editing import Editing, NotDone, parse


class Stored(Struct, frozen=True, tag=True):
    """One graph is written by the Graph Store Protocol.

    :ivar method: ``PUT``, ``POST`` or ``DELETE``.
    :ivar graph: its IRI; None for the default graph, empty for a new one.
    :ivar base: address of the request.
    """

    method: str
    graph: str | None
    body: bytes = b""
    content_type: str = ""
    base: str | None = None


class Updated(Struct, frozen=True, tag=True):
    """A SPARQL update is done."""

    update: Update


class Begun(Struct, frozen=True, tag=True):
    """Nothing is changed, but all is made ready to."""


def made(editor: Editing, change: Stored | Updated) -> Answer:
    """Make a change, and publish it.

    :returns: an answer without a body.
    :raises Problem: for what cannot be done; then nothing is changed.
    """
    try:
        return apply_update(editor, change.update) if isinstance(change, Updated) else _store(editor, change)
    except NotReadable as error:
        raise not_readable(error) from error


def apply_update(editor: Editing, update: Update) -> Answer:
    """Do all that an update says, or nothing.

    :raises Problem: 400 for what is no update, 409 for one that cannot be done.
    """
    try:
        text = dataset.within(update.text, update.default_graphs, update.named_graphs)
        editor.update(text, update.base)
    except NotDone as error:
        raise Problem(HTTPStatus.CONFLICT, f"nothing was changed: {error}") from error
    except (SyntaxError, dataset.Lost) as error:
        raise _not_update(update, error) from error
    return _done()


def _not_update(update: Update, error: Exception) -> Problem:
    """What is wrong with an update, and where in the text as it was sent."""
    message = str(error)
    if update.default_graphs or update.named_graphs:
        try:
            parse(update.text, update.base)
            message = (
                "its operations cannot be told apart; write a space behind each <, or USING into the update itself"
            )
        except SyntaxError as found:
            message = str(found)
    problem = not_sparql(message)
    return Problem(
        problem.status, problem.detail.replace("not a SPARQL query", "not a SPARQL update"), more=problem.more
    )


def _store(editor: Editing, change: Stored) -> Answer:
    if change.method == "DELETE":
        written = editor.drop(change.graph)
        if not written.existed:
            raise Problem(HTTPStatus.NOT_FOUND, f"there is no graph <{change.graph}>")
        return _done()
    # Not a number: it would be given again once the graph is removed.
    graph = f"{(change.base or '').rstrip('/')}/{uuid4()}" if change.graph == NEW else change.graph
    contents = contents_of(change.body, change.content_type, graph or change.base)
    written = (editor.put if change.method == "PUT" else editor.add)(graph, contents)
    if written.existed:
        return _done()
    return _done(HTTPStatus.CREATED, {"Location": graph or ""} if change.graph == NEW else {})


def _done(status: HTTPStatus = HTTPStatus.NO_CONTENT, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(b"", "", status, headers or {})
