"""What people call a thing, to the address the graph has for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.errors import QueryError
from kg.model import predicates as p
from kg.model.enums import IDENTIFIER_TYPE
from kg.model.slots import CLASSES
from kg.query.answers import Answering, table
from kg.query.numbers import printed
from kg.rdf import iris
from kg.rdf.iris import address
from kg.rdf.terms import in_sparql, text

# Below this likeness (difflib's ratio) a name helps nobody who mistyped another.
NEAR = 0.5
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """How things of one kind are named.

    :ivar classes: names of the classes of the model.
    :ivar predicates: of which a name may be the value; the first gives the preferred name.
    """

    classes: tuple[str, ...]
    predicates: tuple[str, ...]


_CONCEPT = (p.LABEL, p.ALT_LABEL)
NAMING = {
    "trial": Naming(("Trial",), (p.LABEL, p.REGISTRY_ID, p.ACRONYM, p.BRIEF_TITLE, p.OFFICIAL_TITLE)),
    "drug": Naming(("Drug",), _CONCEPT),
    "mechanism": Naming(("Mechanism",), _CONCEPT),
    "target": Naming(("Target",), _CONCEPT),
    "condition": Naming(("Condition",), _CONCEPT),
    "regimen": Naming(("Regimen",), _CONCEPT),
    "organisation": Naming(("Organisation",), _CONCEPT),
    "person": Naming(("Person",), (p.LABEL,)),
    "publication": Naming(("Publication",), (p.LABEL, p.TITLE, p.PMID, p.DOI, p.PMC_ID)),
    "journal": Naming(
        ("Journal",), (p.LABEL, p.MEDLINE_ABBREVIATION, p.NLM_ID, p.ISSN_LINKING, p.ISSN_PRINT, p.ISSN_ELECTRONIC)
    ),
    "document": Naming(("RegistryRecord", "PublicationRecord"), (p.LABEL, p.RECORD_ID, p.FILE_NAME)),
}
_ELSEWHERE = f"<{p.EXACT_MATCH}>|<{p.SAME_AS}>|<{p.URL}>"


def plain(name: str) -> str:
    """A name without what people write differently: case, hyphens, spaces, points and a plural s.

    >>> plain("BCL-2 inhibitors"), plain("bcl2 Inhibitor")
    ('bcl2inhibitor', 'bcl2inhibitor')
    """
    return re.sub(r"[\W_]", "", re.sub(r"s([^a-z0-9]|$)", r"\1", name.lower()))


# The same in SPARQL, so that the names of half a million trials need not travel.
_PLAIN = r'REPLACE(REPLACE(LCASE(STR(?name)), "s([^a-z0-9]|$)", "$1"), "[^\\p{L}\\p{N}]", "")'


def resolve(graph: Answering, kind: str, written: str, asker: str) -> str:
    """The address of the one thing of a kind that is meant.

    Tried in this order: an address or prefixed name of the thing, of what it equals elsewhere or of its page; a name
    or number as written; a number that a trial had before; a name but for case, hyphens, spaces and plural; a number
    as people copy it (:func:`kg.query.numbers.printed`). Where several things bear a name and for just one it is the
    preferred name, that one is meant.

    :param kind: a key of :data:`NAMING`, or ``thing`` for any of them.
    :param asker: whose argument it is, to begin messages with.
    :raises QueryError: when nothing or more than one thing is called so.
    """
    written = " ".join(written.split())
    if kind == "thing":
        return resolve_any(graph, written, asker)
    found = _at(graph, kind, address(written) or shorthand(kind, written)) or _called(graph, kind, written)
    found = found or _with_number(graph, kind, written)
    preferred = {thing for thing, by_preference in found.items() if by_preference}
    things = sorted(preferred if len(preferred) == 1 else found)
    if len(things) == 1:
        return things[0]
    if things:
        shown = _shown(things)
        raise QueryError(f"{asker}: {len(things)} of kind {kind} are called {written!r}, give one address: {shown}")
    raise QueryError(f"{asker}: no {kind} is called {written!r}; {_hint(graph, kind, written)}")


def _hint(graph: Answering, kind: str, written: str) -> str:
    """What may have been meant; a number that another registry gave may be that of a trial before, so none is taken."""
    number = printed(kind, written)
    if kind == "trial" and (listed := _numbered(graph, "REGISTRY", number or written)):
        return f"documents list it as a number of {_shown(sorted(listed))}"
    if number:
        return f"no document is about {number}"
    near = _nearest(graph, kind, written)
    return f"nearest: {', '.join(near)}" if near else "nothing like it is known"


def _with_number(graph: Answering, kind: str, written: str) -> dict[str, bool]:
    """Things of a kind by a number that is written otherwise than documents print it."""
    number = printed(kind, written)
    if number is None:
        return {}
    found = {} if number == written else _called(graph, kind, number)
    # A DOI is the same in letters of either size, and in small ones in its address.
    return found or (_at(graph, kind, iris.doi(number)) if number.startswith("10.") else {})


def _shown(things: list[str]) -> str:
    return ", ".join(f"<{thing}>" for thing in things[:SHOWN])


def shorthand(kind: str, written: str) -> str | None:
    """The address behind a key as other commands take it, such as ``pubmed/40975066``; None for what is none."""
    registry, slash, number = written.partition("/")
    if kind == "document" and slash and number:
        return iris.record(registry, number)
    if kind == "trial" and written.startswith("title-"):
        return iris.trial(written)
    return None


def is_kind(type_: str) -> bool:
    """Whether a type of a parameter or column is a kind of thing and not of value."""
    return type_ in NAMING or type_ == "thing"


def resolve_any(graph: Answering, written: str, asker: str) -> str:
    """The address of a thing of any kind; an address of anything at all is taken as it is.

    A trial and its record bear one number, and so do an article and its record: the thing is meant, not the document.

    :raises QueryError: when nothing, or things of several kinds, are called so.
    """
    if (full := address(written)) is not None:
        return _own(graph, full)
    written = " ".join(written.split())
    found = {thing: kind for kind in NAMING if kind != "document" for thing in _called(graph, kind, written)}
    found = found or {thing: kind for kind in NAMING for thing in _with_number(graph, kind, written)}
    found = found or dict.fromkeys(_called(graph, "document", written), "document")
    if len(found) == 1:
        return next(iter(found))
    if found:
        shown = ", ".join(f"{kind} <{thing}>" for thing, kind in list(found.items())[:SHOWN])
        raise QueryError(f"{asker}: {len(found)} things are called {written!r}, give one address: {shown}")
    raise QueryError(f"{asker}: nothing is called {written!r}, and it is no address")


def _own(graph: Answering, full: str) -> str:
    """An address as it is; for one of ours that nothing has, that of the trial or publication with this number."""
    for kind in ("trial", "publication"):
        if full.startswith(f"{iris.BASE}{kind}/") and not _at(graph, kind, full):
            found = _with_number(graph, kind, full)
            return next(iter(found)) if len(found) == 1 else full
    return full


def _of_kind(kind: str) -> str:
    classes = " ".join(f"<{CLASSES[name]}>" for name in NAMING[kind].classes)
    return f"VALUES ?class {{ {classes} }} ?thing a ?class ."


def _at(graph: Answering, kind: str, full: str | None) -> dict[str, bool]:
    if full is None:
        return {}
    itself = f"VALUES ?thing {{ <{full}> }} {_of_kind(kind)}"
    equal = f"VALUES ?there {{ <{full}> }} ?thing {_ELSEWHERE} ?there . FILTER EXISTS {{ {_of_kind(kind)} }}"
    for where in (itself, equal):
        if rows := table(graph, f"SELECT DISTINCT ?thing WHERE {{ {where} }}").rows:
            return {str(thing): False for (thing,) in rows}
    return {}


def _called(graph: Answering, kind: str, written: str) -> dict[str, bool]:
    """Things of a kind by whether what was written is their preferred name."""
    preferred, paths = NAMING[kind].predicates[0], "|".join(f"<{one}>" for one in NAMING[kind].predicates)
    forms = _forms(written)
    # The class in a filter, or the engine starts from it: 35 ms in place of 0.4 among 5,000 trials.
    exact = f"VALUES ?name {{ {forms} }} ?thing {paths} ?name . FILTER EXISTS {{ {_of_kind(kind)} }}"
    alike = f"{_of_kind(kind)} ?thing {paths} ?name . FILTER({_PLAIN} = {in_sparql(text(plain(written)))})"
    former = _by_number("ALIAS", written)
    for where in (exact, *([former] if kind == "trial" else []), *([alike] if plain(written) else [])):
        by_preference = f"EXISTS {{ ?thing <{preferred}> ?name }} AS ?by_preference"
        found: dict[str, bool] = {}
        for thing, is_preferred in table(graph, f"SELECT DISTINCT ?thing ({by_preference}) WHERE {{ {where} }}").rows:
            found[str(thing)] = bool(is_preferred) or found.get(str(thing), False)
        if found:
            return found
    return {}


def _forms(written: str) -> str:
    """What was written as terms, in the cases that identifiers have."""
    return " ".join(in_sparql(text(form)) for form in dict.fromkeys((written, written.upper(), written.lower())))


def _by_number(type_: str, written: str) -> str:
    """Pattern of the trials whose documents give them a number of a type."""
    numbered = f"?thing <{p.IDENTIFIER}> ?number . ?number <{p.ID_TYPE}> <{IDENTIFIER_TYPE[type_]}>"
    return f"VALUES ?name {{ {_forms(written)} }} ?number <{p.ID_VALUE}> ?name . {numbered}"


def _numbered(graph: Answering, type_: str, written: str) -> set[str]:
    return {str(thing) for (thing,) in table(graph, f"SELECT ?thing WHERE {{ {_by_number(type_, written)} }}").rows}


def _nearest(graph: Answering, kind: str, written: str) -> list[str]:
    """Preferred names of the things with the likeliest names, best first."""
    preferred, paths = NAMING[kind].predicates[0], "|".join(f"<{one}>" for one in NAMING[kind].predicates)
    starts = dict.fromkeys(word[:3] for word in re.findall(r"\w+", written.lower()))
    # Only names that share the start of a word travel: a slip in the first three letters of every word is rare.
    shared = " || ".join(f"CONTAINS(LCASE(STR(?name)), {in_sparql(text(start))})" for start in starts) or "false"
    rows = table(
        graph,
        f"SELECT DISTINCT ?name ?label WHERE {{ {_of_kind(kind)} ?thing {paths} ?name . FILTER({shared})"
        f" ?thing <{preferred}> ?label }}",
    ).rows
    # Titles may have several lines, and a message has one.
    best = _ranked(plain(written), ((str(name), " ".join(str(label).split())) for name, label in rows))
    return list(dict.fromkeys(best))[:3]


def _ranked(wanted: str, names: Iterable[tuple[str, str]]) -> list[str]:
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    scored: list[tuple[float, str]] = []
    for name, label in names:
        matcher.set_seq1(plain(name))
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR:
            scored.append((-matcher.ratio(), label))
    return [label for score, label in sorted(scored) if -score >= NEAR]
