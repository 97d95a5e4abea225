"""What a trial gives: a list of typed names, of products or of arms as one registry has it, else words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.tokens import token_of
from kg.loaders.ictrp_parts.row import Row
from kg.loaders.registry import parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import given
from kg.model import Arm

_TYPED = re.compile(
    r"(Drug|Biological|Device|Procedure|Behavioral|Genetic|Radiation|Dietary Supplement|Diagnostic Test"
    r"|Combination Product|Other):\s*(.+)",
    re.IGNORECASE | re.DOTALL,
)
# Labels by which both registers of the EU name products to the platform; a product has each of the first ones once.
_ONCE = ("trade name", "product name", "product code", "pharmaceutical form")
_PLACEBO = ("pharmaceutical form of the placebo", "route of administration of the placebo")
_LABELS = (
    *_ONCE,
    *_PLACEBO,
    *("inn or proposed inn", "active substance", "cas number", "current sponsor code", "other descriptive name"),
    *("strength", "concentration unit", "concentration type", "concentration number"),
)
_LABEL = "|".join(sorted(_LABELS, key=len, reverse=True))
_PRODUCT_LINE = re.compile(rf"({_LABEL})\s*:\s*(.*)", re.IGNORECASE)
# The newer register writes a product on one line.
_BEFORE_LABEL = re.compile(rf",[ \t]*(?=(?:{_LABEL})[ \t]*:)", re.IGNORECASE)
_NAMES = (
    *("product name", "trade name", "inn or proposed inn", "active substance", "product code"),
    *("current sponsor code", "other descriptive name"),
)
# Groups of the Chinese registry, each with its name before a colon.
_GROUP = re.compile(r"\s*(?P<label>[^:：]{1,200}?)\s*[:：](?P<words>.*)", re.DOTALL)
# Numbered entries of other registries; those of one line follow the end of a sentence.
_MARK = re.compile(
    r"(?:^|\n|(?<=[.;])[ \t])[ \t]{0,9}(?P<label>(?:control )?intervention ?\d{1,2}|(?:group|arm) ?\d{1,2})[ \t]?:",
    re.IGNORECASE,
)
_ARM_LABEL = re.compile(
    r"\s*(?P<label>(?:intervention|control|treatment|placebo|comparison) group\s?\d{0,2})\s*:", re.I
)
# A label that says of a group or an intervention that the others are compared with it; "pain control" does not.
_COMPARED = re.compile(
    r"(?:(?:active|positive|negative|blank|normal|placebo|conventional|standard|routine|usual|sham|healthy|the)\s+){0,2}"
    r"(?:controls?|comparator|comparison|placebo|sham|blank)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_LONGEST_NAME = 300
# As many interventions the form of UMIN has.
_MOST_LINES = 10


def interventions(draft: Draft, row: Row) -> None:
    """Interventions and, where the registry lists what each gives, arms.

    What an arm gives is not linked with it; only of a control group its label says that it is not what is tested.
    """
    words = row.get("intervention")
    if words is None:
        return
    if not (_typed(draft, words) or _listed_products(draft, row) or _arms(draft, row, words) or _lines(draft, row)):
        _named(draft, words)


def _named(draft: Draft, words: str, role: str | None = None) -> None:
    """Words that are short enough for a name, or a description in which names are looked for."""
    short = len(words) <= _LONGEST_NAME and "\n" not in words
    parts.intervention(draft, words if short else None, role=role, description=None if short else words)
    if not short:
        draft.tell("intervention", draft.text(words))


def _typed(draft: Draft, words: str) -> bool:
    """Names with their types as of ClinicalTrials.gov."""
    typed = [_TYPED.fullmatch(part.strip()) for part in words.split(";") if part.strip()]
    if not typed or not all(typed):
        return False
    for found in filter(None, typed):
        parts.intervention(draft, found[2], kind=token_of("InterventionType", found[1]))
    return True


def _listed_products(draft: Draft, row: Row) -> bool:
    """Products as of the EU's registers, under the first of their names, and placebos."""
    found = list(_products(_BEFORE_LABEL.sub("\n", row.laid_out("intervention"))))
    for product in found:
        names = [name for label in _NAMES for name in product.get(label, ())]
        if any(label in product for label in _PLACEBO):
            described = [words for label in _PLACEBO for one in product.get(label, ()) if (words := given(one))]
            parts.intervention(draft, "Placebo", kind="DRUG", role="COMPARATOR", description="; ".join(described))
        elif any(map(given, names)):
            form = product.get("pharmaceutical form", [None])[0]
            parts.intervention(draft, None, description=form, other_names=names)
    return bool(found)


def _products(words: str) -> Iterator[dict[str, list[str]]]:
    """Products by the labels of their lines; a blank line ends one, and what it has already begins the next."""
    product: dict[str, list[str]] = {}
    for line in words.split("\n"):
        found = _PRODUCT_LINE.fullmatch(line.strip())
        if not found:
            if product and not line.strip():
                yield product
                product = {}
            continue
        label = found[1].casefold()
        of_placebo = label in _PLACEBO
        other_kind = bool(product) and of_placebo != any(one in product for one in _PLACEBO)
        if other_kind or label == _ONCE[0] or (label in (*_ONCE, *_PLACEBO) and label in product):
            if product:
                yield product
            product = {}
        product.setdefault(label, []).append(found[2].strip())
    if product:
        yield product


def _arms(draft: Draft, row: Row, words: str) -> bool:
    """Groups of the Chinese registry, and numbered interventions and groups of others, each with what it gives."""
    found = list(_groups(row, words) or _numbered(words))
    for label, given_words in found:
        by_name = _ARM_LABEL.match(given_words)
        arm = by_name["label"] if by_name else label
        described = draft.text(given_words[by_name.end() :] if by_name else given_words)
        is_arm = by_name is not None or "intervention" not in label.casefold()
        if is_arm:
            draft.records.append(Arm(iri=draft.child("arm"), label=draft.text(arm), description=described))
        _given(draft, described, "COMPARATOR" if _COMPARED.match(arm.strip()) else None, named=not is_arm)
    return bool(found)


def _given(draft: Draft, words: str | None, role: str | None, *, named: bool) -> None:
    """What one arm gives, or an intervention with its name before a colon."""
    if words is None:
        return
    name, _, described = words.partition(":") if named else (words, "", "")
    if named and described.strip() and len(name) <= _LONGEST_NAME and "\n" not in name:
        parts.intervention(draft, name, role=role, description=described)
    else:
        _named(draft, words.removesuffix("."), role)


def _groups(row: Row, words: str) -> list[tuple[str, str]]:
    if row.number.registry != "ChiCTR":
        return []
    found = [_GROUP.fullmatch(part) for part in words.split(";") if part.strip()]
    return [(one["label"], one["words"]) for one in filter(None, found)] if all(found) else []


def _numbered(words: str) -> Iterator[tuple[str, str]]:
    """Entries of a text that begins with the mark of one, each with its label."""
    marks = list(_MARK.finditer(words))
    if not marks or marks[0].start() > 0:
        return
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    for mark, end in zip(marks, ends, strict=True):
        yield mark["label"], words[mark.end() : end].strip()


def _lines(draft: Draft, row: Row) -> bool:
    """Interventions of UMIN, whose form has a field for each, which the platform joins by line breaks."""
    lines = (row.get("intervention") or "").split("\n")
    listed = row.number.registry == "UMIN CTR" and 1 < len(lines) <= _MOST_LINES
    if not listed or any(len(line) > _LONGEST_NAME for line in lines):
        return False
    for line in lines:
        parts.intervention(draft, line)
    return True
