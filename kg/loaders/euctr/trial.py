"""From the fields of one protocol to everything that it says.

A protocol is what one member state was asked to authorise: its status is that of the trial as a whole only where the
trial has no other member state, or where the protocol gives the day of the global end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.loaders.euctr.fields import Field
from kg.loaders.registry import agents, parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import day, given, sex_of, whole_number
from kg.rdf.iris import web

REGISTRY = "EudraCT"
PHASES = {"E.7.1": "PHASE1", "E.7.2": "PHASE2", "E.7.3": "PHASE3", "E.7.4": "PHASE4"}
# Kinds of trial of which one alone tells the purpose.
PURPOSES = {"E.6.1": "DIAGNOSTIC", "E.6.2": "PREVENTION", "E.6.3": "TREATMENT"}
MASKINGS = {"E.8.1.2": "NONE", "E.8.1.3": "SINGLE", "E.8.1.4": "DOUBLE"}
MODELS = {"E.8.1.5": "PARALLEL", "E.8.1.6": "CROSSOVER"}
AGE_GROUPS = {"F.1.1": "CHILD", "F.1.2": "ADULT", "F.1.3": "OLDER_ADULT"}
# "Ongoing" is recruiting or not, and what an authority did not authorise never was a trial: words without a token.
STATUSES = {
    "completed": "COMPLETED",
    "prematurely ended": "TERMINATED",
    "temporarily halted": "SUSPENDED",
    "suspended by ca": "SUSPENDED",
}
SPONSOR_CLASSES = {"commercial": "INDUSTRY"}
GLOBAL_END = "P. Date of the global end of the trial"
ENTERED = "Date on which this record was first entered in the EudraCT database"
HANDLED = (
    ENTERED,
    "N. Date of Competent Authority Decision",
    "N. Date of Ethics Committee Opinion",
    GLOBAL_END,
)
_OTHER_NUMBER = re.compile(r"Name:[ \t]{0,9}(?P<name>.{0,200}?)[ \t]{0,9}Number:[ \t]*(?P<number>.*)")
_OTHER_LANGUAGE = re.compile(r"([A-H][\d.]+) \([a-z]{2}\)")
_NO_TITLE = 40
# A word of several capitals or with a digit, as acronyms have; names of diseases have none.
_ACRONYM = re.compile(r"\b\w*(?:[A-Z]\w*[A-Z]|\d)")


class Protocol:
    """The fields of a protocol, ready to look up.

    :ivar fields: in order.
    """

    def __init__(self, found: Iterator[Field]) -> None:
        self.fields = list(found)
        self._first: dict[str, str] = {}
        self._translated: dict[str, str] = {}
        for field in self.fields:
            if field.value:
                self._first.setdefault(field.key, field.value)
                if other := _OTHER_LANGUAGE.fullmatch(field.key):
                    self._translated.setdefault(other[1], field.value)

    def get(self, key: str) -> str | None:
        """The first value of a field, in another language where it has none in English."""
        return self.in_english(key) or self._translated.get(key)

    def in_english(self, key: str) -> str | None:
        """The first value of a field in English."""
        return self._first.get(key)

    def yes(self, key: str) -> bool | None:
        """Whether a question was answered with Yes or with No; None for other words, such as that nothing is known."""
        return {"yes": True, "no": False}.get((self._first.get(key) or "").casefold())

    def only(self, tokens: dict[str, str]) -> str | None:
        """The token of the one question that was answered with Yes; None for several and for none."""
        found = [token for key, token in tokens.items() if self.yes(key)]
        return found[0] if len(found) == 1 else None

    def groups(self, *openers: str) -> Iterator[list[Field]]:
        """Fields from each one that opens a group, such as ``D.IMP``, up to the next."""
        group: list[Field] = []
        for field in self.fields:
            if field.key in openers:
                if group:
                    yield group
                group = [field]
            elif group:
                group.append(field)
        if group:
            yield group


def trial_slots(draft: Draft, protocol: Protocol) -> dict[str, Any]:
    """Slots of the trial that are values."""
    short = given(protocol.get("A.3.2"))
    acronym = short if short and len(short) < _NO_TITLE and _ACRONYM.search(short) else None
    ended = day(protocol.get(GLOBAL_END))
    lay = given(protocol.get("A.3.1")) or (short if not acronym else None)
    link = web(protocol.get("Link") or "")
    return {
        "url": (link,) if link else (),
        "brief_title": draft.text(_one_line(lay)),
        "official_title": draft.text(_one_line(protocol.get("A.3"))),
        "acronym": draft.text(acronym),
        "objective": draft.texts([protocol.get("E.2.1"), protocol.get("E.2.2")]),
        "study_type": "INTERVENTIONAL",
        "phase": tuple(token for key, token in PHASES.items() if protocol.yes(key)),
        "completion_date": ended,
        "completion_date_type": "ACTUAL" if ended else None,
        "primary_purpose": protocol.only(PURPOSES),
        "allocation": "RANDOMIZED" if protocol.yes("E.8.1.1") else None,
        "masking": protocol.only(MASKINGS),
        "intervention_model": protocol.only(MODELS),
        "design_feature": _centres(protocol),
        "data_monitoring_committee": protocol.yes("E.8.7"),
        "age_group": tuple(token for key, token in AGE_GROUPS.items() if protocol.yes(key)),
        "healthy_volunteers": protocol.yes("F.3.1"),
        "keyword": draft.texts(_lines(protocol.get("E.1.1.2"))),
        "recruitment_country": draft.texts([member_state(protocol), *_lines(protocol.get("E.8.6.3"))]),
        **_status(protocol, whole=bool(ended) or _alone(protocol)),
        **_enrolment(protocol),
    }


def member_state(protocol: Protocol) -> str | None:
    """The country whose protocol it is; None for one of a country outside the EEA, which is not told."""
    written = given(protocol.get("A.1") or protocol.get("National Competent Authority"))
    name = written.partition(" - ")[0].strip() if written else None
    return None if name and name.casefold().startswith("outside") else name


def _status(protocol: Protocol, *, whole: bool) -> dict[str, str | None]:
    words = given(protocol.get("P. End of Trial Status") or protocol.get("Trial Status"))
    return {
        "status_text": words,
        "overall_status": STATUSES.get(words.casefold()) if words and whole else None,
    }


def _alone(protocol: Protocol) -> bool:
    """Whether the trial has sites in this country only."""
    return protocol.yes("E.8.5") is False and not protocol.yes("E.8.6.1") and not protocol.yes("E.8.6.2")


def _centres(protocol: Protocol) -> tuple[str, ...]:
    """Whether the trial has several centres, in the country or beyond it, or is one centre's alone."""
    if protocol.yes("E.8.4") or protocol.yes("E.8.5"):
        return ("MULTICENTRE",)
    return ("SINGLE_CENTRE",) if protocol.yes("E.8.3") and _alone(protocol) else ()


def _enrolment(protocol: Protocol) -> dict[str, Any]:
    """The number planned for the whole trial."""
    number = whole_number(protocol.get("F.4.2.2"))
    if number is None and _alone(protocol):
        number = whole_number(protocol.get("F.4.1"))
    return {"enrolment": number, "enrolment_type": "ESTIMATED" if number is not None else None}


def _one_line(written: str | None) -> str | None:
    return " ".join(written.split()) if written else None


def _lines(written: str | None) -> list[str]:
    return [line.strip() for line in (written or "").split("\n") if line.strip()]


def trial_parts(draft: Draft, protocol: Protocol, number: str) -> None:
    """Numbers, conditions, products, end points, eligibility, sponsors and contacts."""
    _numbers(draft, protocol, number)
    parts.conditions(draft, _conditions(protocol))
    for group in protocol.groups("D.IMP", "D.8"):
        _product(draft, group)
    if protocol.yes("E.8.2.3") and (told := _one_line(protocol.in_english("E.8.2.3.1") or protocol.get("E.8.2.3.1"))):
        parts.intervention(draft, told, role="COMPARATOR")
    for kind, measure, time in (("PRIMARY", "E.5.1", "E.5.1.1"), ("SECONDARY", "E.5.2", "E.5.2.1")):
        for words in parts.numbered(protocol.get(measure)):
            parts.outcome(draft, kind, words, time_frame=protocol.get(time))
    parts.eligibility(
        draft,
        inclusion=protocol.get("E.3"),
        exclusion=protocol.get("E.4"),
        sex=sex_of(female=protocol.yes("F.2.1"), male=protocol.yes("F.2.2")),
        study_population=protocol.get("F.3.3.7.1"),
    )
    for position, group in enumerate(protocol.groups("Sponsor")):
        _sponsor(draft, group, lead=position == 0)


def _conditions(protocol: Protocol) -> list[str]:
    """The condition, else the same in plain words, else the terms of MedDRA under which it was coded.

    In another language only where nothing of this is told in English.
    """
    for key in ("E.1.1", "E.1.1.1"):
        if told := given(_one_line(protocol.in_english(key))):
            return [told]
    terms = [field.value for field in protocol.fields if field.key == "E.1.2" and field.label == "Term"]
    translated = given(_one_line(protocol.get("E.1.1") or protocol.get("E.1.1.1")))
    return terms or ([translated] if translated else [])


def _numbers(draft: Draft, protocol: Protocol, number: str) -> None:
    found = parts.Identifiers(draft)
    found.own(number, REGISTRY)
    found.add(protocol.get("A.4.1") or protocol.get("Sponsor's Protocol Code Number"), kind="ORGANISATION")
    for key, issuer in {"A.5.1": "ISRCTN", "A.5.2": "ClinicalTrials.gov", "A.5.3": "WHO"}.items():
        found.add(protocol.get(key), issuer=issuer)
    for other in _OTHER_NUMBER.finditer(protocol.get("A.5.4") or ""):
        found.add(other["number"], issuer=given(other["name"]))


def _product(draft: Draft, group: list[Field]) -> None:
    """A product under its name, or a placebo; substances and codes are its other names."""
    opener, values = group[0], Protocol(iter(group))
    if opener.key == "D.8":
        described = [given(values.get("D.8.3")), given(values.get("D.8.4"))]
        if opener.value:
            words = "; ".join(filter(None, described))
            parts.intervention(draft, "Placebo", kind="DRUG", role="COMPARATOR", description=words)
        return
    role = {"test": "INVESTIGATIONAL", "comparator": "COMPARATOR", "placebo": "COMPARATOR"}
    keys = ("D.3.1", "D.2.1.1.1", "D.3.8", "D.3.2", "D.3.9.2", "D.3.9.3")
    names = [_one_line(field.value) for key in keys for field in group if field.key == key]
    described = [*(given(_one_line(values.get(key))) for key in ("D.3.4", "D.3.7")), *_strengths(group)]
    parts.intervention(
        draft,
        None,
        kind=_kind(values),
        role=role.get((values.get("D.1.2") or "").casefold()),
        description="; ".join(filter(None, described)),
        other_names=names,
    )


def _kind(values: Protocol) -> str | None:
    """Token of the enumeration InterventionType; none for a product of chemical and of biological origin."""
    if values.yes("D.3.11.3.2"):
        return "GENETIC"
    chemical = values.yes("D.3.11.1")
    biological = any(values.yes(key) for key in ("D.3.11.2", "D.3.11.3.1", "D.3.11.3.3"))
    return None if chemical == biological else "DRUG" if chemical else "BIOLOGICAL" if biological else None


def _strengths(group: list[Field]) -> Iterator[str]:
    """How much of each substance a product has, as in ``200 mg milligram(s)``."""
    unit = kind = None
    for field in group:
        value = given(_one_line(field.value))
        if field.key == "D.3.10.1":
            unit, kind = value, None
        elif field.key == "D.3.10.2":
            kind = value if value and value.casefold() != "equal" else None
        elif field.key == "D.3.10.3" and value:
            yield " ".join(filter(None, (kind, value, unit)))


def _sponsor(draft: Draft, group: list[Field], *, lead: bool) -> None:
    """A sponsor with those who support it and whom to ask; of several sponsors the first leads."""
    values = Protocol(iter(group))
    agents.sponsor(
        draft,
        "LEAD" if lead else "COLLABORATOR",
        _one_line(values.get("B.1.1")),
        sponsor_class=SPONSOR_CLASSES.get((values.get("B.3.1") or "").casefold()),
    )
    for field in group:
        if field.key == "B.4.1":
            agents.sponsor(draft, "FUNDER", _one_line(field.value))
    named = agents.Named(draft, full=_one_line(values.get("B.5.2")))
    mail, call = [values.get("B.5.6")], [values.get("B.5.4")]
    agents.contact(
        draft, named, kind="public", emails=mail, telephones=call, affiliation=_one_line(values.get("B.5.1"))
    )
