"""What the words of a publication say of a trial that no registry record in the graph speaks of.

Where a registry record describes the trial, its statements stand alone and the publication's stay observations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.evidence import Quote
from kg.model import predicates as P
from kg.model.slots import CLASSES
from kg.rdf.iris import BASE
from kg.rules.conclusions import Conclusions

TITLE = "What publications state of trials without a registry record"
# A name after one of these in a title is what the trial compares with.
_COMPARED = re.compile(r"(?:\bversus|\bvs\.?|\bcompared (?:with|to)|\bover)\s*$", re.IGNORECASE)

REPORTS_ALONE = f"""
  ?record <{P.DESCRIBES}> ?publication . ?publication <{P.REPORTS_TRIAL}> ?trial .
  FILTER NOT EXISTS {{ ?publication <{P.REPORTS_TRIAL}> ?other . FILTER (?other != ?trial) }}
  FILTER NOT EXISTS {{ ?registry <{P.DESCRIBES}> ?trial ; a <{CLASSES["RegistryRecord"]}> }}
"""
QUOTE = f"""
  ?evidence <{P.EXACT}> ?exact ; <{P.START}> ?start ; <{P.END}> ?end .
  OPTIONAL {{ ?evidence <{P.PREFIX}> ?prefix }} OPTIONAL {{ ?evidence <{P.SUFFIX}> ?suffix }}
  OPTIONAL {{ ?evidence <{P.MATCHED}> ?matched }}
"""
NAMED = f"""
SELECT ?record ?trial ?concept ?mechanism ?exact ?prefix ?suffix ?start ?end ?matched WHERE {{
  ?evidence <{P.RULE}> "name-in-title" ; <{P.SUBJECT}> ?record ; <{P.OBJECT}> ?concept .
  {REPORTS_ALONE} {QUOTE}
  OPTIONAL {{ ?concept <{P.HAS_MECHANISM}> ?mechanism }}
}} ORDER BY ?record ?start ?concept ?mechanism"""
OBSERVED = f"""
SELECT ?record ?trial ?property ?value ?rule ?exact ?prefix ?suffix ?start ?end ?matched WHERE {{
  ?node <{P.OBSERVED_OF}> ?trial ; <{P.OBSERVED_PROPERTY}> ?property ; <{P.OBSERVED_VALUE}> ?value .
  ?evidence <{P.SUBJECT}> ?node ; <{P.PREDICATE}> <{P.OBSERVED_VALUE}> ; <{P.RULE}> ?rule ; <{P.DERIVED_FROM}> ?record .
  FILTER (?rule IN ("phase-in-title", "phase-in-abstract"))
  {REPORTS_ALONE} {QUOTE}
}} ORDER BY ?record DESC(?rule) ?start"""


def conclude(query: Callable[[str], Any]) -> str:
    """Drugs, mechanisms and conditions that the title names, and slots that observations give a value of."""
    by_record: dict[str, Conclusions] = {}
    seen: set[tuple[str, str, str]] = set()
    for row in query(NAMED):
        for predicate, value, rule in shortcuts(row):
            add(by_record, seen, row, predicate, value, rule, "0.85")
    for row in query(OBSERVED):
        add(by_record, seen, row, row["property"].value, str(row["value"]), row["rule"].value, "0.9")
    return "".join(found.nquads() for _, found in sorted(by_record.items()))


def shortcuts(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Predicate, object and rule of what a name in a title says of the trial; nothing for what it compares with."""
    prefix = row["prefix"]
    if prefix is not None and _COMPARED.search(prefix.value):
        return
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
    text = {
        name: row[name].value if row[name] is not None else None for name in ("exact", "prefix", "suffix", "matched")
    }
    quote = Quote(text["exact"], text["prefix"], text["suffix"], int(row["start"].value), int(row["end"].value))
    found.conclude(trial, predicate, value, rule=rule, quote=quote, matched=text["matched"], confidence=confidence)
