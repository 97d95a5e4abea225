"""``kg report``: what was read, rejected and made, and how far names are understood."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.output import write

if TYPE_CHECKING:
    from kg.store import Snapshot

HELP = "what was read, rejected and made, and how far names are understood"
DESCRIPTION = (
    "Say what the graph was made of: documents, rejects with their cause, statements, and names with a meaning."
)
EXAMPLE = "kg report --format json"
# Classes whose names are given a meaning, with what their nodes are called in the report.
NAMED = {
    "Intervention": "interventions",
    "InterventionComponent": "components of interventions",
    "ConditionName": "conditions",
    "SponsorRole": "sponsors",
    "Site": "sites",
    "Affiliation": "affiliations",
    "InvestigatorRole": "investigators",
    "Authorship": "authors",
}

Row = tuple[str, str, object]


def configure(parser: ArgumentParser) -> None:
    """Which graph, and the form of the report."""
    options.add_store(parser)
    options.add_answer_format(parser)


def run(arguments: Namespace) -> int:
    """Print a row a figure."""
    from kg.store import open_snapshot

    with open_snapshot(arguments.store) as snapshot:
        rows = [*figures(snapshot), *rejects(snapshot), *coverage(snapshot)]
    write(("part", "what", "value"), rows, arguments.format)
    return 0


def figures(snapshot: Snapshot) -> Iterator[Row]:
    """Counts of the manifest, and of the last build."""
    manifest, last = snapshot.manifest, snapshot.last()
    yield "snapshot", "id", snapshot.id
    yield "snapshot", "published", manifest["published"]
    yield from (("last build", key, value) for key, value in last["build"].items() if isinstance(value, int))
    yield from (("documents", name, number) for name, number in sorted(last["documents"]["by_format"].items()))
    yield "documents", "superseded", last["documents"]["superseded"]
    quads = manifest["quads"]
    yield from (("quads", key, value) for key, value in quads.items() if isinstance(value, int))
    yield from (("quads of rules", name, number) for name, number in sorted(quads["rules"].items()))
    for name, spread in sorted(quads["per_document"].items()):
        yield "quads a document", name, " ".join(f"{key} {value}" for key, value in spread.items())
    for name, number in sorted(quads.get("by_class", {}).items(), key=lambda pair: (-pair[1], pair[0])):
        yield "things", short(name), number


def short(name: str) -> str:
    """A class of ours by its own name, one of another vocabulary with the prefix, since many have the same names.

    >>> short("https://w3id.org/trialgraph/schema/Drug"), short("http://schema.org/Drug"), short("urn:a")
    ('Drug', 'schema:Drug', 'urn:a')
    """
    from kg.rdf.prefixes import PREFIXES

    found = [(len(start), prefix) for prefix, start in PREFIXES.items() if name.startswith(start)]
    if not found:
        return name
    length, prefix = max(found)
    return name[length:] if prefix == "tg" else f"{prefix}:{name[length:]}"


def rejects(snapshot: Snapshot) -> Iterator[Row]:
    """Each document that the last build rejected, with its cause."""
    for reject in snapshot.rejects():
        yield "rejected", reject["uri"], f"{reject['cause']}: {reject['detail']}"


def coverage(snapshot: Snapshot) -> Iterator[Row]:
    """Of each kind of name, how many were given a meaning."""
    from kg.model.predicates import DENOTES, RDF_TYPE
    from kg.model.slots import CLASSES

    for name, title in NAMED.items():
        pattern = f"?node <{RDF_TYPE}> <{CLASSES[name]}>"
        total = count(snapshot, pattern)
        if total:
            meant = count(snapshot, f"{pattern} FILTER EXISTS {{ ?node <{DENOTES}> ?thing }}")
            yield "names with a meaning", title, f"{meant} of {total}, {100 * meant / total:.1f} %"


def count(snapshot: Snapshot, pattern: str) -> int:
    """How many solutions a pattern has."""
    from kg.query.answers import table
    from kg.query.local import Local

    ((found,),) = table(Local(snapshot), f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}").rows
    return int(str(found))
