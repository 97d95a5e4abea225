"""Design, arms, interventions, outcomes, eligibility and data sharing from their parts of a trial page."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.ages import age_days, age_limits
from kg.extract.criteria import criteria
from kg.extract.criteria_on_one_line import Criterion
from kg.extract.data_sharing import channels, kinds_of_data
from kg.extract.page_arms import ArmWords, InterventionWords, arms, interventions_listed
from kg.extract.page_lines import Line, cells, joined, label_key, part_of
from kg.extract.page_outcomes import OutcomeWords, components, outcomes_of
from kg.extract.page_sections import Labelled
from kg.extract.tokens import token_of
from kg.extract.words import Words
from kg.loaders.page.draft import Draft, Given, Slots, Told
from kg.loaders.page.values import OF_DESIGN, OF_ELIGIBILITY, OF_SHARING, parts_of_line, read_labels, values
from kg.model import (
    Arm,
    ArmIntervention,
    ConditionName,
    Eligibility,
    EligibilityItem,
    Intervention,
    IpdSharing,
    Outcome,
)
from kg.rdf.iris import under, web

OUTCOME_TYPES = {"primary outcomes": "PRIMARY", "secondary outcomes": "SECONDARY", "other outcomes": "OTHER"}


def design(draft: Draft) -> Slots:
    """Slots of the trial from the lines under "Design Details", of which each is a label with its value."""
    slots: Slots = {}
    for found in draft.page.all("design"):
        for label in _labels(found.lines):
            slot, how = OF_DESIGN.get(label.name.strip(), ("", ""))
            told = values(how, label) if slot else []
            if not told:
                draft.not_understood(label)
                continue
            slots[slot] = told[0]
            masked = _masked(label.value) if label.value and slot == "masking" else []
            if masked:
                slots["who_masked"] = masked
    return slots


def _labels(lines: Sequence[Line]) -> list[Labelled]:
    """Lines of the design as labels with their values, which stand after a colon or on the next line."""
    found: list[Labelled] = []
    for line in lines:
        parts = parts_of_line(line.words)
        end = len(parts[0]) if parts else line.tab
        if end:
            label, value = part_of(line, 0, end), part_of(line, end + 1)
            found.append(Labelled("plan", label.text.casefold(), "one", label, None, [value]))
        elif found and not found[-1].lines and found[-1].name in OF_DESIGN:
            found[-1].lines.append(line)
        else:
            found.append(Labelled("plan", label_key(line.text), "one", line))
    return found


def _masked(words: Words) -> list[Told]:
    inside = words.find(r"\((.*)\)", 1)
    parts = inside.split(r"\s*[,;/]\s*") if inside else []
    return [Told(token, part) for part in parts if (token := token_of("MaskedParty", part.text))]


def conditions(draft: Draft) -> list[str]:
    """Conditions that the page lists, in order."""
    found: list[str] = []
    for label in draft.page.all("conditions"):
        for line in label.lines:
            if line.text:
                found.append(under(draft.record, "condition", len(found) + 1))
                draft.say(ConditionName, found[-1], {"label": line.words})
                draft.tell("condition", line.words)
    return found


def treatment(draft: Draft) -> Slots:
    """Arms and interventions: slots of the trial that name their nodes."""
    listed = [entry for found in draft.page.all("interventions") for entry in interventions_listed(found.lines)]
    table = [arm for found in draft.page.all("arms") for arm in arms(list(cells(draft.text, found.lines)), listed)]
    merged: dict[str, list[InterventionWords]] = {}
    for entry in [*listed, *(entry for arm in table for entry in arm.interventions)]:
        merged.setdefault(entry.name.text.casefold(), []).append(entry)
    iris = {name: under(draft.record, "intervention", number) for number, name in enumerate(merged, 1)}
    for name, entries in merged.items():
        _intervention(draft, iris[name], entries)
    return {
        "arm": [_arm(draft, number, arm, iris) for number, arm in enumerate(table, 1)],
        "intervention": list(iris.values()),
    }


def _intervention(draft: Draft, iri: str, entries: Sequence[InterventionWords]) -> None:
    """One intervention from every place that names it; the kind and description of the first that gives one."""
    kind = next((entry.type for entry in entries if entry.type), None)
    description = next((joined(entry.description) for entry in entries if entry.description), None)
    draft.say(
        Intervention,
        iri,
        {
            "label": entries[0].name,
            "intervention_type": Told(token_of("InterventionType", kind.text), kind) if kind else None,
            "description": description,
            "other_name": [name for entry in entries for name in entry.other_names],
        },
    )
    other_names = {name.text: name for entry in entries for name in entry.other_names}
    for words in (entries[0].name, description, *other_names.values()):
        draft.tell("intervention", words)


def _arm(draft: Draft, number: int, arm: ArmWords, interventions: dict[str, str]) -> str:
    iri = under(draft.record, "arm", number)
    given: list[Given] = []
    for position, entry in enumerate(arm.interventions, 1):
        given.append(under(iri, "intervention", position))
        of = Told(interventions[entry.name.text.casefold()], entry.name)
        draft.say(ArmIntervention, str(given[-1]), {"of_intervention": of})
    kind = Told(token_of("ArmType", arm.type.text), arm.type) if arm.type else None
    slots: Slots = {"label": arm.label, "arm_type": kind, "description": arm.described, "arm_intervention": given}
    draft.say(Arm, iri, slots)
    draft.tell("arm", arm.label)
    draft.tell("arm", arm.described)
    return iri


def planned_outcomes(draft: Draft) -> list[str]:
    """Outcomes in the order of the page, of each kind counted from 1."""
    iris: list[str] = []
    for found in draft.page.all(*OUTCOME_TYPES):
        for position, outcome in enumerate(outcomes_of(draft.text, found.lines), 1):
            iris.append(under(draft.record, "outcome", len(iris) + 1))
            _outcome(draft, iris[-1], position, found, outcome)
    return iris


def _outcome(draft: Draft, iri: str, position: int, found: Labelled, outcome: OutcomeWords) -> None:
    described = outcome.described
    parts = components(described or outcome.title) or components(outcome.title)
    draft.say(
        Outcome,
        iri,
        {
            "label": outcome.title,
            "outcome_type": Told(OUTCOME_TYPES[found.name], found.label.printed),
            "position": position,
            "description": described,
            "time_frame": outcome.time_frame,
            "outcome_component": list(parts),
        },
    )


def eligibility(draft: Draft) -> list[str]:
    """Who may take part, with one node for each criterion."""
    iri = under(draft.record, "eligibility", 1)
    text = draft.page.get("criteria")
    found = criteria(text.lines) if text else []
    slots: Slots = {
        "text": Told(text.text, text.whole) if text and text.whole else None,
        **read_labels(draft, OF_ELIGIBILITY),
        **_ages(draft),
        "item": [under(iri, "item", number) for number in range(1, len(found) + 1)],
    }
    if not any(slots.values()):
        return []
    draft.say(Eligibility, iri, slots)
    for number, criterion in enumerate(found, 1):
        _item(draft, iri, number, criterion)
    return [iri]


def _item(draft: Draft, parent: str, number: int, criterion: Criterion) -> None:
    draft.say(
        EligibilityItem,
        under(parent, "item", number),
        {
            "polarity": Told(criterion.polarity, criterion.heading) if criterion.heading else None,
            "position": number,
            "item_number": criterion.marker,
            "item_level": criterion.level,
            "text": criterion.words,
            "parent_item": None if criterion.parent is None else under(parent, "item", criterion.parent + 1),
            "example": list(criterion.examples),
        },
    )


def _ages(draft: Draft) -> Slots:
    """Limits of age, where they are printed as such."""
    slots: Slots = {}
    for found in draft.page.all("ages"):
        for line in found.lines:
            for name, limit in zip(("minimum_age", "maximum_age"), age_limits(line.text), strict=True):
                if limit and name not in slots:
                    words = line.words.part(*limit)
                    days = age_days(words.text)
                    slots[name] = words
                    slots[f"{name}_days"] = Told(days, words, "age-in-days") if days is not None else None
    return slots


def sharing(draft: Draft) -> list[str]:
    """The plan to share data of participants."""
    slots = read_labels(draft, OF_SHARING)
    described, address = draft.page.get("ipd description"), draft.page.get("ipd url")
    if described and described.whole:
        slots["ipd_content"] = list(kinds_of_data(described.whole))
        slots["ipd_channel"] = list(channels(described.whole))
    url = web(address.value.text) if address and address.value else None
    slots["ipd_url"] = [Told(url, address.value)] if url and address and address.value else None
    if address and not url:
        draft.not_understood(address)
    if not any(slots.values()):
        return []
    iri = under(draft.record, "ipd", 1)
    draft.say(IpdSharing, iri, slots)
    return [iri]
