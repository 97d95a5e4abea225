"""Conditions, arms and interventions of a study."""

from __future__ import annotations

from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import ArmGroup, ArmsInterventionsModule, ConditionsModule, InterventionOfStudy
from kg.model import Arm, ArmIntervention, ConditionName, Intervention


def conditions(draft: Draft, module: ConditionsModule) -> tuple[str, ...]:
    """Conditions as the record lists them, in order."""
    found: list[str] = []
    for name in module.conditions:
        label = draft.name(name)
        if label:
            found.append(f"{draft.record}/condition/{len(found) + 1}")
            draft.records.append(ConditionName(iri=found[-1], label=label))
    return tuple(found)


def keywords(draft: Draft, module: ConditionsModule) -> tuple[str, ...]:
    """Keywords of the record, told as well."""
    found = draft.names(module.keywords)
    for keyword in found:
        draft.tell("keyword", keyword)
    return found


def interventions(draft: Draft, module: ArmsInterventionsModule) -> tuple[str, ...]:
    """Interventions as the record lists them, in order."""
    found = []
    for number, one in enumerate(module.interventions, 1):
        found.append(f"{draft.record}/intervention/{number}")
        _intervention(draft, found[-1], one)
    return tuple(found)


def _intervention(draft: Draft, iri: str, one: InterventionOfStudy) -> None:
    draft.records.append(
        Intervention(
            iri=iri,
            label=draft.name(one.name),
            intervention_type=draft.token("InterventionType", "Intervention Type", one.type, iri),
            description=draft.text(one.description),
            other_name=draft.names(one.other_names),
        )
    )


def arms(draft: Draft, module: ArmsInterventionsModule, listed: tuple[str, ...]) -> tuple[Arm, ...]:
    """Arms, or groups of an observational study, in order, each with what it gives.

    :param listed: IRIs of the interventions.
    """
    labels = {group.label for group in module.arm_groups}
    named = dict.fromkeys(label for one in module.interventions for label in one.arm_group_labels)
    for label in named:
        if label and label not in labels:
            draft.not_understood("Arm of an Intervention", label)
    return tuple(
        _arm(draft, f"{draft.record}/arm/{number}", group, _given(draft, module, group, listed))
        for number, group in enumerate(module.arm_groups, 1)
    )


def _arm(draft: Draft, iri: str, group: ArmGroup, given: list[str]) -> Arm:
    nodes = tuple(f"{iri}/intervention/{position}" for position in range(1, len(given) + 1))
    arm = Arm(
        iri=iri,
        label=draft.name(group.label),
        arm_type=draft.token("ArmType", "Arm Type", group.type, iri),
        description=draft.text(group.description),
        arm_intervention=nodes,
    )
    draft.records.append(arm)
    for node, intervention in zip(nodes, given, strict=True):
        draft.records.append(ArmIntervention(iri=node, of_intervention=intervention))
    return arm


def _given(draft: Draft, module: ArmsInterventionsModule, arm: ArmGroup, listed: tuple[str, ...]) -> list[str]:
    """Interventions that an arm names, or, as in older formats, that name the arm; in the order they are listed in."""
    label = arm.label
    if not arm.intervention_names:
        named = zip(listed, module.interventions, strict=True)
        return [iri for iri, one in named if label in one.arm_group_labels]
    found: set[int] = set()
    for name in arm.intervention_names:
        places = _places(name, label, module.interventions)
        if not places:
            draft.not_understood("Intervention of an Arm", name)
        found.update(places)
    return [listed[at] for at in sorted(found)]


def _places(name: str, label: str | None, listed: tuple[InterventionOfStudy, ...]) -> list[int]:
    """Which interventions an arm names as ``Drug: Name``; of those named alike all that name the arm.

    The API gives an arm each name once, however many of its interventions have it.
    """
    kind, _, rest = name.partition(": ")
    token = kind.upper().replace(" ", "_")
    alike = [at for at, one in enumerate(listed) if one.name == rest and one.type == token]
    alike = alike or [at for at, one in enumerate(listed) if one.name in (rest, name)]
    if len(alike) > 1:
        return [at for at in alike if label in listed[at].arm_group_labels] or alike
    return alike
