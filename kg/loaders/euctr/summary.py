"""Paragraphs of the download "Summary" of the EU Clinical Trials Register: a few labelled lines for each trial.

Register: https://www.clinicaltrialsregister.eu/ctr-search/rest/download/summary. A paragraph tells of a trial in all
its member states what the register's list of found trials shows.
"""

from __future__ import annotations

import re
from typing import Any

from kg.loaders.euctr.countries import NAMES
from kg.loaders.registry import agents, parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import day, given, sex
from kg.rdf.iris import web

REGISTRY = "EudraCT"
_LABELS = (
    *("EudraCT Number", "Sponsor Protocol Number", "Sponsor Name", "Full Title", "Start Date", "Medical condition"),
    *("Disease", "Population Age", "Gender", "Trial protocol", "Trial results", "Link"),
)
_LINE = re.compile(rf"[ \t]*(?P<label>{'|'.join(_LABELS)})[ \t]*:[ \t]*(?P<value>.*)")
_SUMMARY = re.compile(r"\s*EudraCT Number:[^\r\n]*\r?\n[ \t]*Sponsor Protocol Number[ \t]*:")
_TERM = re.compile(r"(?:^|,)[ \t]*Term:[ \t]*(.+?)(?=,[ \t]*(?:Version|SOC Term|Classification Code|Level):|$)", re.M)
# As in: SE(Completed) GB(GB - no longer in EU/EEA)
_PROTOCOL = re.compile(r"([A-Z]{2})\([^()]*\)")
_AGES = {
    **dict.fromkeys(("under 18", "in utero", "preterm newborn infants", "newborns", "infants and toddlers"), "CHILD"),
    **dict.fromkeys(("children", "adolescents"), "CHILD"),
    "adults": "ADULT",
    "elderly": "OLDER_ADULT",
}


def is_summary(text: str) -> bool:
    """Whether a text is a paragraph of a summary and not a protocol in full."""
    return bool(_SUMMARY.match(text))


def labelled(text: str) -> dict[str, str]:
    r"""Values of a paragraph by their labels; a value goes on up to the next label.

    >>> labelled("Full Title:   One\ntwo\nGender:   Male")
    {'Full Title': 'One\ntwo', 'Gender': 'Male'}
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        opened = _LINE.fullmatch(line)
        if opened:
            lines = found.setdefault(opened["label"], [])
            lines.append(opened["value"])
        else:
            lines.append(line)
    return {label: "\n".join(lines).strip() for label, lines in found.items()}


def summary_slots(draft: Draft, values: dict[str, str]) -> dict[str, Any]:
    """Slots of the trial that are values.

    Countries have a status each, and a trial may go on outside the EU: the status of the trial stays words.
    """
    link, states = web(values.get("Link") or ""), values.get("Trial protocol") or ""
    ages = (words.strip().casefold() for words in re.split(r"[,\n]", values.get("Population Age") or ""))
    return {
        "url": (link,) if link else (),
        "official_title": draft.text(_one_line(values.get("Full Title"))),
        "study_type": "INTERVENTIONAL",
        "start_date": day(values.get("Start Date")),
        "status_text": draft.text(_one_line(states)),
        "age_group": tuple(sorted({_AGES[words] for words in ages if words in _AGES})),
        "recruitment_country": tuple(dict.fromkeys(NAMES[code] for code in _PROTOCOL.findall(states) if code in NAMES)),
    }


def summary_parts(draft: Draft, values: dict[str, str], number: str) -> None:
    """Numbers, conditions, who may take part, and the sponsor; terms of MedDRA where no condition is told."""
    found = parts.Identifiers(draft)
    found.own(number, REGISTRY)
    found.add(values.get("Sponsor Protocol Number"), kind="ORGANISATION")
    told = given(_one_line(values.get("Medical condition")))
    parts.conditions(draft, [told] if told else _TERM.findall(values.get("Disease") or ""))
    parts.eligibility(draft, sex=sex(values.get("Gender")))
    agents.sponsor(draft, "LEAD", _one_line(values.get("Sponsor Name")))


def _one_line(written: str | None) -> str | None:
    return " ".join(written.split()) if written else None
