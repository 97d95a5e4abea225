"""Where a service is and what it was told to do: what is true of a description beside the snapshot."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kg.rdf.iris import BASE, web
from kg.service.asking import Asked

VOID = "/.well-known/void"
EXAMPLES = "/.well-known/sparql-examples"


class Place(Struct, frozen=True):
    """A running service.

    :ivar root: what every path is put behind, without a slash at its end.
    :ivar writable: whether updates are taken.
    :ivar federated: whether ``SERVICE`` may call anything.
    """

    root: str
    writable: bool = False
    federated: bool = False

    @property
    def void(self) -> str:
        """Address of the description of the dataset."""
        return self.root + VOID

    @property
    def endpoint(self) -> str:
        """Address of the SPARQL endpoint."""
        return self.root + "/sparql"

    @property
    def graph_store(self) -> str:
        """Address of the Graph Store Protocol."""
        return self.root + "/gsp"

    @property
    def examples(self) -> str:
        """Address of the examples."""
        return self.root + EXAMPLES


def place_of(asked: Asked) -> Place:
    """The service that was asked.

    :param asked: its fields are the settings of the service and nothing that a client sent: ``public``, which may be
        empty, ``writable``, which is ``true`` or not, and ``service`` once for each IRI that ``SERVICE`` may call.
    """
    fields: Mapping[str, str] = dict(asked.fields)
    root = fields.get("public") or (asked.base or BASE).partition("?")[0].removesuffix(asked.path)
    # What is no web address would make statements that no parser takes.
    safe = web(root) or BASE
    return Place(safe.rstrip("/"), fields.get("writable") == "true", "service" in fields)
