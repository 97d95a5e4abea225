"""What the servers are asked: questions of a graph, fit for an address."""

from __future__ import annotations

from urllib.parse import quote

from kg.model import predicates as p
from kg.model.slots import CLASSES
from kg.query.answers import table
from kg.query.catalogue import CannedQuery, catalogue
from kg.query.local import Local
from kg.rdf.prefixes import PREFIXES
from tests.bench.timing import least

ROUNDS, NEAREST = 3, 5
_TYPE = PREFIXES["rdf"] + "type"
# A few facts of one trial, nearly all of the cost being HTTP, reading the query and writing the answer.
LOOKUP = f"SELECT ?property ?value {{ VALUES ?property {{ <{p.LABEL}> <{p.OVERALL_STATUS}> <{p.PHASE}> <{p.ENROLMENT}>"
LOOKUP += f" <{p.REGISTRY_ID}> }} <TRIAL> ?property ?value }}"
# Over the whole graph, with nothing chosen before: groups and joins of some hundred thousand statements.
HEAVY = {
    "things by class": f"SELECT ?class (COUNT(?s) AS ?n) {{ ?s <{_TYPE}> ?class }} GROUP BY ?class",
    "trials by country and phase": (
        f"SELECT ?country ?phase (COUNT(DISTINCT ?trial) AS ?n) {{ ?trial <{p.SITE}> ?site ."
        f" ?site <{p.COUNTRY}> ?country . ?trial <{p.PHASE}> ?phase }} GROUP BY ?country ?phase"
    ),
    "trials by country and class of sponsor": (
        f"SELECT ?country ?class (COUNT(DISTINCT ?trial) AS ?n) {{ ?trial <{p.SITE}> ?site ."
        f" ?site <{p.COUNTRY}> ?country . ?trial <{p.SPONSOR_ROLE}> ?role . ?role <{p.SPONSOR_CLASS}> ?class }}"
        " GROUP BY ?country ?class"
    ),
    "mechanisms tested together": (
        f"SELECT ?one ?other (COUNT(DISTINCT ?trial) AS ?n) {{ ?trial <{p.TESTS_MECHANISM}> ?one ."
        f" ?trial <{p.TESTS_MECHANISM}> ?other FILTER (STR(?one) < STR(?other)) }} GROUP BY ?one ?other"
    ),
    "authors by journal": (
        f"SELECT ?journal (COUNT(DISTINCT ?person) AS ?n) {{ ?paper <{p.JOURNAL}> ?journal ."
        f" ?paper <{p.AUTHORSHIP}> ?a . ?a <{p.DENOTES}> ?person }} GROUP BY ?journal"
    ),
}
MANY_ROWS = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 1000000"


def fit(query: str) -> str:
    """A query as it stands in an address."""
    return quote(query, safe="")


def cheapest(graph: Local) -> CannedQuery:
    """The canned query with the quickest answer of at least one row."""
    answered = [query for query in catalogue().values() if table(graph, query.text).rows]
    # Once each, read from disk by then, and the quickest again.
    nearest = sorted(answered, key=lambda query: least(lambda: table(graph, query.text), 1))[:NEAREST]
    return min(nearest, key=lambda query: least(lambda: table(graph, query.text), ROUNDS))


def lookups(graph: Local) -> tuple[str, ...]:
    """A query for each trial that there is."""
    trials = table(graph, f"SELECT ?trial {{ ?trial <{_TYPE}> <{CLASSES['Trial']}> }} ORDER BY ?trial").rows
    return tuple(LOOKUP.replace("TRIAL", str(trial)) for (trial,) in trials)
