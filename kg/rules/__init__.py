"""What follows from one document: one rule set a module, each with a graph of its own.

A rule set is a module here with ``TITLE`` and ``conclude(known, vocabulary) -> Conclusions``; later ones build on what
earlier ones concluded. Like loaders they are pure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.document import Reading
from kg.model import RuleSet
from kg.rdf.iris import VOCABULARY, rule_set
from kg.rules import agents, mentions, names, observations, regimens, result_groups, roles, shortcuts
from kg.rules.conclusions import Known
from kg.vocab import Vocabulary

# In the order in which they build on each other.
RULE_SETS = {
    "mentions": mentions,
    "regimens": regimens,
    "names": names,
    "agents": agents,
    "observations": observations,
    "roles": roles,
    "shortcuts": shortcuts,
    "result-groups": result_groups,
}


def infer(reading: Reading, vocabulary: Vocabulary) -> str:
    """N-Quads of everything that follows from one document, in the graphs of the rule sets."""
    known = Known(reading)
    parts = []
    for module in RULE_SETS.values():
        conclusions = module.conclude(known, vocabulary)
        known.learn(conclusions)
        parts.append(conclusions.nquads())
    return "".join(parts)


def describe(titles: Mapping[str, str], without: Collection[str] = ()) -> str:
    """N-Quads that say what some rule sets are, in the graph of the vocabulary.

    :param titles: of each rule set's name its title.
    :param without: names of those that are not accepted.
    """
    records = (RuleSet(iri=rule_set(name), label=title, accepted=name not in without) for name, title in titles.items())
    return "".join(record.nquads(VOCABULARY) for record in records)
