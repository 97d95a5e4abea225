"""What the words of a publication say of a trial that no registry record in the graph speaks of.

Where a registry record describes the trial, its statements stand alone and the publication's stay observations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.evidence import Quote
from kg.model import predicates as P
from kg.model.slots import CLASSES
from kg.rdf.iris import BASE
from kg.rdf.terms import text
from kg.rules.conclusions import Conclusions

TITLE = "What publications state of trials without a registry record"
# What is written about trials and reports none.
NO_REPORTS = (
    "Review",
    "Systematic Review",
    "Meta-Analysis",
    "Editorial",
    "Comment",
    "Letter",
    "News",
    "Published Erratum",
)

REPORTS_ALONE = f"""
  ?record <{P.DESCRIBES}> ?publication . ?publication <{P.REPORTS_TRIAL}> ?trial .
  FILTER NOT EXISTS {{ ?publication <{P.REPORTS_TRIAL}> ?other . FILTER (?other != ?trial) }}
  FILTER NOT EXISTS {{ ?registry <{P.DESCRIBES}> ?trial ; a <{CLASSES["RegistryRecord"]}> }}
  FILTER NOT EXISTS {{
    VALUES ?type {{ {" ".join(text(name) for name in NO_REPORTS)} }} ?publication <{P.PUBLICATION_TYPE}> ?type
  }}
"""
# Words of XML have no place in the document.
QUOTE = f"""
  ?evidence <{P.EXACT}> ?exact .
  OPTIONAL {{ ?evidence <{P.START}> ?start ; <{P.END}> ?end }}
  OPTIONAL {{ ?evidence <{P.PREFIX}> ?prefix }} OPTIONAL {{ ?evidence <{P.SUFFIX}> ?suffix }}
  OPTIONAL {{ ?evidence <{P.MATCHED}> ?matched }}
"""
# Of so many records at a time the rows are held and sorted; a query takes 2 ms however few they are.
AT_ONCE = 500
RECORDS = f"SELECT ?record WHERE {{ {REPORTS_ALONE} }}"


def named(records: Iterable[str]) -> str:
    """SPARQL for what the titles of some records name."""
    return f"""
SELECT ?record ?trial ?concept ?mechanism ?exact ?prefix ?suffix ?start ?end ?matched WHERE {{
  {values(records)}
  ?record <{P.DESCRIBES}> ?publication . ?publication <{P.REPORTS_TRIAL}> ?trial .
  ?evidence <{P.SUBJECT}> ?record ; <{P.RULE}> "name-in-title" ; <{P.OBJECT}> ?concept .
  {QUOTE}
  OPTIONAL {{ ?concept <{P.HAS_MECHANISM}> ?mechanism }}
}} ORDER BY ?record ?start ?evidence ?concept ?mechanism"""


def observed(records: Iterable[str]) -> str:
    """SPARQL for what the words of some records say of the trial that they report."""
    return f"""
SELECT ?record ?trial ?property ?value ?rule ?exact ?prefix ?suffix ?start ?end ?matched WHERE {{
  {values(records)}
  ?record <{P.DESCRIBES}> ?publication . ?publication <{P.REPORTS_TRIAL}> ?trial .
  ?evidence <{P.DERIVED_FROM}> ?record ; <{P.PREDICATE}> <{P.OBSERVED_VALUE}> ; <{P.RULE}> ?rule ; <{P.SUBJECT}> ?node .
  FILTER (?rule IN ("phase-in-title", "phase-in-abstract"))
  ?node <{P.OBSERVED_OF}> ?trial ; <{P.OBSERVED_PROPERTY}> ?property ; <{P.OBSERVED_VALUE}> ?value .
  {QUOTE}
}} ORDER BY ?record DESC(?rule) ?start ?evidence"""


def values(records: Iterable[str]) -> str:
    """What binds ``?record`` to some records."""
    return f"VALUES ?record {{ {' '.join(f'<{record}>' for record in records)} }}"


def conclude(query: Callable[[str], Any]) -> Iterator[str]:
    """Drugs, mechanisms and conditions that the title names, and slots that observations give a value of.

    :returns: N-Quads of some hundred records at a time, in order of their IRIs.
    """
    records = sorted({row["record"].value for row in query(RECORDS)})
    for start in range(0, len(records), AT_ONCE):
        yield concluded(query, records[start : start + AT_ONCE])


def concluded(query: Callable[[str], Any], records: Sequence[str]) -> str:
    """What follows from some records, in their order."""
    by_record: dict[str, Conclusions] = {}
    seen: set[tuple[str, str, str]] = set()
    for row in query(named(records)):
        for predicate, value, rule in shortcuts(row):
            add(by_record, seen, row, predicate, value, rule, "0.85")
    for row in agreed(query(observed(records))):
        add(by_record, seen, row, row["property"].value, str(row["value"]), row["rule"].value, "0.9")
    return "".join(found.nquads() for _, found in sorted(by_record.items()))


def agreed(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Observations to be trusted: of each record those in the title, else those in the abstract if all say the same."""
    by_place: dict[str, dict[str, dict[tuple[Any, ...], list[Mapping[str, Any]]]]] = {}
    for row in rows:
        of_record = by_place.setdefault(row["record"].value, {})
        # Values of one place, such as both of "phase 1/2"; without places each quote with what surrounds it is one.
        place = tuple(row[name] for name in ("start", "exact", "prefix", "suffix"))
        of_record.setdefault(row["rule"].value, {}).setdefault(place, []).append(row)
    kept: list[Mapping[str, Any]] = []
    for of_record in by_place.values():
        places = list((of_record.get("phase-in-title") or of_record["phase-in-abstract"]).values())
        values = {frozenset(str(row["value"]) for row in place) for place in places}
        kept.extend(places[0] if len(values) == 1 else [])
    return kept


def shortcuts(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Predicate, object and rule of what a name in a title says of the trial."""
    kind = row["concept"].value.removeprefix(BASE).split("/")[0]
    if kind == "drug":
        yield P.TESTS_DRUG, str(row["concept"]), "drug-in-title"
        if row["mechanism"] is not None:
            yield P.TESTS_MECHANISM, str(row["mechanism"]), "mechanism-of-drug-in-title"
    elif kind == "mechanism":
        yield P.TESTS_MECHANISM, str(row["concept"]), "mechanism-in-title"
    elif kind == "condition":
        yield P.STUDIES_CONDITION, str(row["concept"]), "condition-in-title"


def add(
    by_record: dict[str, Conclusions],
    seen: set[tuple[str, str, str]],
    row: Mapping[str, Any],
    predicate: str,
    value: str,
    rule: str,
    confidence: str,
) -> None:
    """One conclusion about the row's trial, once a record."""
    record, trial = row["record"].value, row["trial"].value
    if (record, predicate, value) in seen:
        return
    seen.add((record, predicate, value))
    found = by_record.setdefault(record, Conclusions("stated-in-publication", record))
    words = {
        name: row[name].value if row[name] is not None else None for name in ("exact", "prefix", "suffix", "matched")
    }
    start, end = (int(row[name].value) if row[name] is not None else None for name in ("start", "end"))
    quote = Quote(words["exact"], words["prefix"], words["suffix"], start, end)
    found.conclude(trial, predicate, value, rule=rule, quote=quote, matched=words["matched"], confidence=confidence)
