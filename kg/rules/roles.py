"""What each drug or drug class is for in each arm (``tg:role``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.evidence import Quote
from kg.model import Arm, ArmIntervention, Intervention
from kg.model import predicates as P
from kg.model.enums import INTERVENTION_ROLE
from kg.rdf.iris import entity
from kg.rules.compared import only_comparators
from kg.rules.conclusions import Conclusions, Known
from kg.rules.cues import is_measurement, is_placebo, is_tested
from kg.rules.parts import component_nodes, parts
from kg.rules.supportive import supportive_among
from kg.vocab import Concept, Vocabulary

TITLE = "Roles of interventions in arms"
BY_ARM_TYPE = {
    "EXPERIMENTAL": "INVESTIGATIONAL",
    "ACTIVE_COMPARATOR": "COMPARATOR",
    "PLACEBO_COMPARATOR": "COMPARATOR",
    "SHAM_COMPARATOR": "COMPARATOR",
}
# Where all arms are comparators, the active ones give what is tested; less surely than where a record calls it so.
BY_ACTIVE_ALONE = {**BY_ARM_TYPE, "ACTIVE_COMPARATOR": "INVESTIGATIONAL"}


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Roles by the type of the arm; members of a named regimen that others are added to are its background."""
    found = Conclusions("roles", known.reading.record)
    by_type = BY_ACTIVE_ALONE if only_comparators(known.all_of(Arm)) else BY_ARM_TYPE
    compared = given_by({kind for kind, purpose in by_type.items() if purpose == "COMPARATOR"}, known)
    for arm in known.all_of(Arm):
        given = [one for iri in arm.arm_intervention if isinstance(one := known.get(iri), ArmIntervention)]
        nodes = [node for one in given for node in nodes_given(arm, one, known, found)]
        meant = {iri for _, part in nodes for iri in meanings(part, known)}
        members = members_of(regimens_named(arm, vocabulary))
        # A background is one only for something that is added to it.
        others = meant - members.keys() - regimens_of(members, vocabulary)
        backbone = members if others else {}
        added = any(not is_compared(part, compared, known) and not is_mute(part, known) for _, part in nodes)
        support = supportive_among([part for _, part in nodes], known, vocabulary)
        if any(meanings(part, known) for _, part in nodes):
            nodes = [(node, part) for node, part in nodes if not only_measures(part, known)]
        for node, part in nodes:
            if part in support and meanings(part, known).isdisjoint(members):
                supportive(node, part, known, found)
                continue
            also = added and is_compared(part, compared, known)
            role(node, part, arm, by_type, backbone, also, known, found)
    return found


def supportive(node: str, intervention: str, known: Known, found: Conclusions) -> None:
    """The role of one node that only makes what is given beside it bearable."""
    ground = known.concluded(intervention, P.DENOTES)[0]
    value = f"<{INTERVENTION_ROLE['SUPPORTIVE']}>"
    quote = Quote.from_evidence(ground)
    found.conclude(node, P.ROLE, value, rule="supportive-beside-chemotherapy", quote=quote, confidence="0.75")


def is_compared(part: str, compared: set[str], known: Known) -> bool:
    """Whether comparator arms give an intervention too, or under another entry all that it means."""
    meant = meanings(part, known)
    return part in compared or (bool(meant) and meant <= compared)


def is_mute(part: str, known: Known) -> bool:
    """Whether an intervention is a placebo or an examination: no reason to call what stands beside it a background."""
    return is_a_placebo(part, known) or only_measures(part, known)


def is_a_placebo(part: str, known: Known) -> bool:
    """Whether an intervention is a placebo."""
    entry = known.get(part)
    return isinstance(entry, Intervention) and is_placebo(entry.label or "")


def only_measures(part: str, known: Known) -> bool:
    """Whether an intervention is an examination, which has no role beside a treatment."""
    entry = known.get(part)
    return isinstance(entry, Intervention) and is_measurement(entry.label or "")


def given_by(types: Collection[str], known: Known) -> set[str]:
    """Interventions that arms of some types give, their components, and what these mean."""
    arms = (arm for arm in known.all_of(Arm) if arm.arm_type in types)
    nodes = (known.get(iri) for arm in arms for iri in arm.arm_intervention)
    entries = {node.of_intervention for node in nodes if isinstance(node, ArmIntervention)}
    given = {part for entry in entries for part in parts(entry, known)}
    return given.union(*(meanings(part, known) for part in given))


def regimens_named(arm: Arm, vocabulary: Vocabulary) -> list[Concept]:
    """Regimens that the words of an arm name."""
    words = f"{arm.label or ''}\n{arm.description or ''}"
    named = vocabulary.names.mentions(words, ("regimen",))
    return [mention.match.concept for mention in named if is_tested(words, mention.start, mention.end)]


def members_of(regimens: list[Concept]) -> dict[str, Concept]:
    """Of each drug's IRI the regimen it belongs to."""
    return {entity("drug", key): regimen for regimen in regimens for key in regimen.related if ":" not in key}


def regimens_of(members: Collection[str], vocabulary: Vocabulary) -> set[str]:
    """IRIs of the regimens that consist of some drugs: EPOCH adds nothing to what EPOCH-R gives."""
    if not members:
        return set()
    regimens = (concept for concept in vocabulary.concepts if concept.kind == "regimen")
    return {one.iri for one in regimens if all(entity("drug", part) in members for part in one.related)}


def nodes_given(arm: Arm, given: ArmIntervention, known: Known, found: Conclusions) -> list[tuple[str, str]]:
    """Nodes of what an arm gives, each with its intervention or component: one for each part of a combination."""
    nodes = component_nodes(given, known)
    for node, component in nodes:
        found.describe(ArmIntervention(iri=node, of_intervention=component))
        found.conclude(
            arm.iri,
            P.ARM_INTERVENTION,
            f"<{node}>",
            rule="component-of-what-the-arm-gives",
            quote=None,
            basis="DERIVED",
        )
    return nodes or [(given.iri, given.of_intervention)]


def meanings(intervention: str, known: Known) -> set[str]:
    """IRIs of what an intervention or component was found to mean."""
    return set(known.objects(intervention, P.DENOTES))


def role(
    node: str,
    intervention: str,
    arm: Arm,
    by_type: Mapping[str, str],
    backbone: dict[str, Concept],
    also_compared: bool,
    known: Known,
    found: Conclusions,
) -> None:
    """The role of one node, where the arm's type or a named regimen tells it."""
    purpose, rule, confidence = by_type.get(arm.arm_type or ""), "role-by-arm-type", "0.8"
    if purpose != BY_ARM_TYPE.get(arm.arm_type or ""):
        rule, confidence = "role-by-active-comparator-alone", "0.6"
    by_arm_type = rule
    if purpose == "INVESTIGATIONAL" and is_a_placebo(intervention, known):
        purpose, rule, confidence = "COMPARATOR", "placebo-in-any-arm", "0.9"
    elif purpose == "INVESTIGATIONAL" and meanings(intervention, known) & backbone.keys():
        purpose, rule, confidence = "BACKGROUND", "member-of-named-regimen", "0.75"
    elif purpose == "INVESTIGATIONAL" and also_compared:
        purpose, rule, confidence = "BACKGROUND", "also-in-comparator-arm", "0.8"
    if purpose:
        slot = "description" if rule == "member-of-named-regimen" and arm.description else "label"
        quote = known.quote_of(arm, "arm_type" if rule == by_arm_type else slot)
        value = f"<{INTERVENTION_ROLE[purpose]}>"
        found.conclude(node, P.ROLE, value, rule=rule, quote=quote, confidence=confidence)
