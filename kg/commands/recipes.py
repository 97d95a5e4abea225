"""What graphs are made with by the commands that change them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg import link, rules, shipped, vocab
from kg.errors import KgError
from kg.store import open_snapshot
from kg.store.owner import refuse_written
from kg.store.recipe import Recipe, fingerprint


def recipe(*, contacts: bool = False, source_graphs: bool = True, without: Sequence[str] = ()) -> Recipe:
    """The shipped vocabulary, ontology and rule sets.

    :param without: names of rule sets that are not accepted.
    :raises KgError: for a name that is no rule set.
    """
    titles = {name: module.TITLE for name, module in (rules.RULE_SETS | link.RULE_SETS).items()}
    unknown = [name for name in without if name not in titles]
    if unknown:
        raise KgError(f"no rule set {unknown[0]!r}; known are {', '.join(titles)}")
    return Recipe(
        vocabulary=vocab.nquads() + rules.describe(titles, without),
        ontology=(shipped.schema() / "ontology.ttl").read_text(encoding="utf-8"),
        fingerprint=fingerprint(vocab.shipped_vocabulary().checksum, contacts=contacts),
        conclude=link.conclude,
        conclusions=tuple(link.RULE_SETS),
        without=tuple(without),
        source_graphs=source_graphs,
        contacts=contacts,
    )


def recipe_of(folder: str) -> Recipe:
    """The recipe that the graph in a folder was made with, as far as the shipped files are still the same.

    :raises StoreError: for a graph that was not built.
    """
    refuse_written(Path(folder))
    with open_snapshot(folder) as snapshot:
        made = snapshot.manifest["made_with"]
    return recipe(contacts=made["contacts"], source_graphs=made["source_graphs"], without=made["without"])
