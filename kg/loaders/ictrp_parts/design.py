"""How a trial assigns and masks participants, in the words of whichever registry told the platform.

Most registries list what their forms ask for, with labels of their own; a phrase without a label counts only where it
can mean nothing else. What one row says in two ways stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.extract.tokens import token_of
from kg.loaders.ictrp_parts.row import Row
from kg.loaders.registry.draft import Draft

_ENUMERATIONS = {
    "allocation": "Allocation",
    "intervention_model": "InterventionModel",
    "primary_purpose": "PrimaryPurpose",
    "masking": "Masking",
}
_LABELS = {
    **dict.fromkeys(("allocation", "randomization", "randomisation"), "allocation"),
    **dict.fromkeys(("intervention model", "assignment"), "intervention_model"),
    **dict.fromkeys(("primary purpose", "purpose", "study design purpose"), "primary_purpose"),
    **dict.fromkeys(("masking", "blinding", "blinding and masking", "blinding/masking"), "masking"),
}
# Words of forms that do not become their token by writing them in capitals.
_WORDS = {
    **dict.fromkeys(
        (
            *("randomised controlled trial", "randomized controlled trial"),
            *("randomised controlled study", "randomized controlled study", "rct"),
        ),
        ("allocation", "RANDOMIZED"),
    ),
    **dict.fromkeys(
        (
            *("non-randomised trial", "non-randomized trial", "non-randomised controlled trial"),
            *("non-randomized controlled trial", "non-randomized controlled study", "not randomized", "non-rct"),
        ),
        ("allocation", "NON_RANDOMIZED"),
    ),
    **dict.fromkeys(("single", "single group", "single arm"), ("intervention_model", "SINGLE_GROUP")),
    **dict.fromkeys(("cross over", "cross-over"), ("intervention_model", "CROSSOVER")),
    "diagnosis": ("primary_purpose", "DIAGNOSTIC"),
    "educational / counselling / training": ("primary_purpose", "ECT"),
    **dict.fromkeys(("open", "open label", "not blinded", "none"), ("masking", "NONE")),
    "single blinded": ("masking", "SINGLE"),
    "double blinded": ("masking", "DOUBLE"),
    "triple blinded": ("masking", "TRIPLE"),
}
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
# As in: parallel assignment, treatment purpose
_SUFFIXED = {" assignment": "intervention_model", " purpose": "primary_purpose"}
# Phrases that need no label.
_PHRASES = {
    **{words: found for words, found in _WORDS.items() if " trial" in words or " study" in words},
    "open label": ("masking", "NONE"),
    **{
        f"{number} {blind}": ("masking", token)
        for number, token in {"single": "SINGLE", "double": "DOUBLE", "triple": "TRIPLE"}.items()
        for blind in ("blind", "blinded", "masked")
    },
}
_UMIN = re.compile(r"(Parallel|Cross-over|Single arm|Factorial) (Randomized|Non-randomized)", re.IGNORECASE)
# What the Indian registry's form offers, before its answers on how participants are assigned and masked.
_CTRI = re.compile(
    r"(?:(?P<single>Single Arm (?:Study|Trial))"
    r"|(?P<allocation>Cluster Randomi[sz]ed|Randomi[sz]ed|Non-?randomi[sz]ed),?"
    r"(?: (?P<model>Parallel(?= Group)|Crossover|Factorial)(?: Group)?)?,?"
    r"(?: (?:Active Controlled|Placebo Controlled|Multiple Arm))? Trial)"
    r"(?=\s*(?:\n|\Z)|\s+Method of)",
    re.IGNORECASE,
)
_BLINDED = re.compile(r"\bBlinding and masking:\s{0,9}([A-Za-z, -]{1,90}?) Blinded\b", re.IGNORECASE)
_BLINDED_PARTIES = {
    "participant": "PARTICIPANT",
    "investigator": "INVESTIGATOR",
    "outcome assessor": "OUTCOMES_ASSESSOR",
}
_COUNTED = {1: "SINGLE", 2: "DOUBLE", 3: "TRIPLE"}
# What the Chinese registry's form offers; of studies that do not intervene some of its words mean other things.
_CHICTR = {
    "parallel": ("intervention_model", "PARALLEL"),
    **dict.fromkeys(("cross-over", "crossover", "cross over"), ("intervention_model", "CROSSOVER")),
    "factorial": ("intervention_model", "FACTORIAL"),
    **dict.fromkeys(("single arm", "single-arm"), ("intervention_model", "SINGLE_GROUP")),
    **dict.fromkeys(("non randomized control", "non-randomized control"), ("allocation", "NON_RANDOMIZED")),
}
# The African registry explains each layout: Parallel: different groups receive different interventions ...
_PACTR = re.compile(
    r"(Parallel|Crossover|Factorial|Single group)\s*:[^:]*?,\s*(Randomi[sz]ed|Non-randomi[sz]ed)\s*,", re.IGNORECASE
)
# The first register of the EU answers each question by yes or no, and so does the newer one to the platform.
_ANSWER = re.compile(
    r"(Randomised|Open|Single blind|Double blind|Parallel group|Cross over)\s*:\s*(yes|no)\b", re.IGNORECASE
)
_ANSWERS = {
    "randomised": ("allocation", "RANDOMIZED"),
    "open": ("masking", "NONE"),
    "single blind": ("masking", "SINGLE"),
    "double blind": ("masking", "DOUBLE"),
    "parallel group": ("intervention_model", "PARALLEL"),
    "cross over": ("intervention_model", "CROSSOVER"),
}


def design(draft: Draft, row: Row) -> dict[str, Any]:
    """Slots of the trial that tell its design: tokens where the words are of a known list, and the words."""
    words = row.get("study_design")
    said: dict[str, set[str]] = {}
    masked: dict[str, None] = {}
    for slot, token, aside in (*_said(words or ""), *_of_registry(row, words or "")):
        said.setdefault(slot, set()).add(token)
        if slot == "masking" and aside:
            parties = (token_of("MaskedParty", one) for one in re.split(r",|\band\b", aside))
            masked |= dict.fromkeys(filter(None, parties))
    if blinded := _BLINDED.search(words or ""):
        blind = [_BLINDED_PARTIES.get(one.strip().casefold()) for one in re.split(r",|\band\b", blinded[1])]
        masked |= dict.fromkeys(filter(None, blind))
        if None not in blind and len(set(blind)) == len(blind):
            said.setdefault("masking", set()).add(_COUNTED[len(blind)])
    tokens = {slot: next(iter(found)) for slot, found in said.items() if len(found) == 1}
    return {
        "intervention_model_description": draft.text(words),
        "who_masked": tuple(masked) if blinded or tokens.get("masking") not in (None, "NONE") else (),
        **tokens,
    }


def _said(words: str) -> Iterator[tuple[str, str, str | None]]:
    """Slots with their tokens, and what stands in brackets behind the words."""
    answers = _ANSWER.findall(words)
    for question, answer in answers:
        if answer.casefold() == "yes":
            yield *_ANSWERS[question.casefold()], None
    if answers:
        return
    if listed := _UMIN.fullmatch(words.strip()):
        yield from _token("intervention_model", listed[1], None)
        yield from _token("allocation", listed[2], None)
    for part in _parts(words):
        label, colon, value = part.partition(":")
        aside = _ASIDE.search(value or label)
        plain = _ASIDE.sub("", value if colon else label).strip()
        slot = _LABELS.get(label.strip().casefold()) if colon else None
        if slot:
            yield from _token(slot, plain, aside[1] if aside else None)
        elif not colon:
            yield from _phrase(plain.casefold())


def _of_registry(row: Row, words: str) -> Iterator[tuple[str, str, str | None]]:
    """What the words are where a registry's form offers them as a whole."""
    registry = row.number.registry
    if registry == "CTRI" and (found := _CTRI.match(words)):
        if found["single"]:
            yield "intervention_model", "SINGLE_GROUP", None
        if found["allocation"]:
            yield (
                "allocation",
                "NON_RANDOMIZED" if found["allocation"].casefold().startswith("non") else "RANDOMIZED",
                None,
            )
        yield from _token("intervention_model", found["model"] or "", None)
    elif registry == "ChiCTR" and (row.get("study_type") or "").casefold().startswith("intervention"):
        if chosen := _CHICTR.get(words.strip(" .").casefold()):
            yield *chosen, None
    elif registry == "PACTR" and (layout := _PACTR.match(words)):
        yield from _token("intervention_model", layout[1], None)
        yield from _token("allocation", layout[2], None)


def _parts(words: str) -> Iterator[str]:
    """Words between marks that end an entry; those within brackets end none."""
    start = depth = 0
    for place, letter in enumerate(words):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth <= 0 and (letter in ".;,\n" or words[place : place + 2] == "  "):
            yield words[start:place].strip()
            start = place + 1
    yield words[start:].strip()


def _token(slot: str, words: str, aside: str | None) -> Iterator[tuple[str, str, str | None]]:
    found = _WORDS.get(" ".join(words.casefold().split()))
    token = found[1] if found and found[0] == slot else token_of(_ENUMERATIONS[slot], words) if words else None
    if token:
        yield slot, token, aside


def _phrase(words: str) -> Iterator[tuple[str, str, str | None]]:
    if words in _PHRASES:
        yield *_PHRASES[words], None
    for suffix, slot in _SUFFIXED.items():
        if words.endswith(suffix):
            yield from _token(slot, words.removesuffix(suffix), None)
