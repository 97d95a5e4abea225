"""Direct ways from a trial and its arms to drugs, mechanisms, conditions, sponsors and investigators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.evidence import Quote
from kg.model import (
    Arm,
    ArmIntervention,
    ConditionName,
    Evidence,
    Intervention,
    InvestigatorRole,
    Record,
    RegistryRecord,
    SponsorRole,
    Trial,
)
from kg.model import predicates as P
from kg.model.enums import INTERVENTION_ROLE
from kg.rdf.iris import BASE, entity
from kg.rules.compared import COMPARATORS, only_comparators
from kg.rules.conclusions import Conclusions, Known
from kg.rules.parts import component_nodes, parts
from kg.rules.supportive import supportive_among
from kg.vocab import Vocabulary

TITLE = "Shortcuts from trials and arms to what they test, study and are run by"
# Where a record lists no condition, the fields whose names count for one, the best first.
CONDITION_FIELDS = {"name-in-related-term": "0.9", "name-in-official-title": "0.85", "name-in-title": "0.85"}
# What such an arm gives is tested where a trial has no arms but comparators.
ACTIVE = "ACTIVE_COMPARATOR"
SUPPORTIVE = INTERVENTION_ROLE["SUPPORTIVE"]
# What is said less surely, by rules of their own: the end of the rule's name, and the confidence. A record without arms
# lists what is compared with what is tested, and what was given before.
BY_COMPARATORS_ALONE = ("-by-active-comparator-alone", "0.7")
WITHOUT_ARMS = ("-of-trial-without-arms", "0.8")


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Shortcuts of the trials that a registry record describes."""
    found = Conclusions("shortcuts", known.reading.record)
    for trial in known.all_of(Trial):
        therapy(trial, known, vocabulary, found)
        conditions(trial, known, found)
        agents(trial, known, found)
    return found


def therapy(trial: Trial, known: Known, vocabulary: Vocabulary, found: Conclusions) -> None:
    """What each arm gives, and what the arms that are no comparators give together.

    A drug that only a comparator arm gives is not tested by the trial, but where all arms are comparators or without
    intervention: then what the active ones give is. Nor is one that is only supportive wherever it is given.
    """
    arms = [arm for iri in trial.arm if isinstance(arm := known.get(iri), Arm)]
    alone = only_comparators(arms)
    tested: dict[str, None] = {}
    # Of some registries arms say what they give in words alone.
    linked = any(arm.arm_intervention for arm in arms)
    if not linked:
        listed = [part for iri in trial.intervention if not only_compared(known.get(iri)) for part in parts(iri, known)]
        support = supportive_among(listed, known, vocabulary)
        tested = dict.fromkeys(part for part in listed if part not in support)
    for arm in arms:
        given = given_in(arm, known)
        tests(arm.iri, given, known, vocabulary, found, None)
        if arm.arm_type not in COMPARATORS or (alone and arm.arm_type == ACTIVE):
            tested |= dict.fromkeys(part for part, is_support in given.items() if not is_support)
    unsure = WITHOUT_ARMS if not linked else BY_COMPARATORS_ALONE if alone else None
    tests(trial.iri, tested, known, vocabulary, found, unsure)


def given_in(arm: Arm, known: Known) -> dict[str, bool]:
    """Interventions that an arm gives with their components, and whether they are only supportive there."""
    given = {}
    for node in (known.get(iri) for iri in arm.arm_intervention):
        if isinstance(node, ArmIntervention):
            for one, part in [(node.iri, node.of_intervention), *component_nodes(node, known)]:
                given[part] = SUPPORTIVE in known.objects(one, P.ROLE)
    return given


def only_compared(entry: Record | None) -> bool:
    """Whether a record that lists no arms says of an intervention that the others are compared with it."""
    return isinstance(entry, Intervention) and entry.role == ("COMPARATOR",)


def tests(
    subject: str,
    given: Iterable[str],
    known: Known,
    vocabulary: Vocabulary,
    found: Conclusions,
    unsure: tuple[str, str] | None,
) -> None:
    """``testsDrug`` and ``testsMechanism`` of an arm or trial; regimens give their drugs.

    :param unsure: end of the rules' names and confidence, where the record does not say what is tested.
    """
    seen: set[tuple[str, str]] = set()
    for evidence in (e for part in given for e in known.concluded(part, P.DENOTES)):
        for predicate, iri, rule in therapies(evidence.object.strip("<>"), vocabulary):
            if (predicate, iri) in seen:
                continue
            seen.add((predicate, iri))
            end, confidence = unsure or ("", "0.9" if rule == "mechanism-of-drug" else "1")
            shortcut(subject, predicate, evidence, rule + end, confidence, found, iri)


def therapies(concept: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Predicate, object and rule of every shortcut that giving a concept makes."""
    kind, key = concept.removeprefix(BASE).split("/", 1)
    if kind == "mechanism":
        yield P.TESTS_MECHANISM, concept, "class-given"
    elif kind == "drug":
        yield P.TESTS_DRUG, concept, "drug-given"
        for mechanism in vocabulary.mechanisms.get(key, ()):
            yield P.TESTS_MECHANISM, mechanism.iri, "mechanism-of-drug"
    elif kind == "regimen":
        regimen = next(c for c in vocabulary.concepts if c.kind == "regimen" and c.key == key)
        for part in regimen.related:
            other = entity("mechanism", part.removeprefix("mechanism:")) if ":" in part else entity("drug", part)
            yield from therapies(other, vocabulary)


def conditions(trial: Trial, known: Known, found: Conclusions) -> None:
    """Conditions that the record lists; where it lists none, those that its related terms or titles name.

    The titles of publications are left to the link stage, which knows whether a registry speaks of the trial.
    """
    listed = [iri for iri in trial.condition_name if isinstance(known.get(iri), ConditionName)]
    for evidence in (e for iri in listed for e in known.concluded(iri, P.DENOTES)):
        shortcut(trial.iri, P.STUDIES_CONDITION, evidence, "condition-listed", "0.95", found)
    if listed or not any(known.all_of(RegistryRecord)):
        return
    named = [e for e in known.concluded(known.reading.record, P.MENTIONS) if e.object.startswith(f"<{BASE}condition/")]
    for rule, confidence in CONDITION_FIELDS.items():
        of_field = [evidence for evidence in named if evidence.rule == rule]
        for evidence in of_field:
            shortcut(trial.iri, P.STUDIES_CONDITION, evidence, "condition-" + rule, confidence, found)
        if of_field:
            return


def agents(trial: Trial, known: Known, found: Conclusions) -> None:
    """Sponsors, collaborators and investigators.

    An organisation that updated a page which names no sponsor is inferred to be the sponsor.
    """
    roles = [role for iri in trial.sponsor_role if isinstance(role := known.get(iri), SponsorRole)]
    has_lead = any(role.sponsor_type == "LEAD" for role in roles)
    for role in roles:
        if role.sponsor_type == "LEAD":
            denoted(trial, role.iri, P.LEAD_SPONSOR, "lead-sponsor-named", "0.95", known, found)
        elif role.sponsor_type == "COLLABORATOR":
            denoted(trial, role.iri, P.COLLABORATOR, "collaborator-named", "0.95", known, found)
        elif role.sponsor_type == "UPDATED_BY" and not has_lead:
            denoted(trial, role.iri, P.LEAD_SPONSOR, "updated-by-is-lead-sponsor", "0.7", known, found)
    for iri in trial.investigator_role:
        if isinstance(known.get(iri), InvestigatorRole):
            denoted(trial, iri, P.INVESTIGATOR, "investigator-named", "0.95", known, found)


def denoted(
    trial: Trial, role: str, predicate: str, rule: str, confidence: str, known: Known, found: Conclusions
) -> None:
    """A shortcut to what a role denotes."""
    for evidence in known.concluded(role, P.DENOTES):
        shortcut(trial.iri, predicate, evidence, rule, confidence, found)


def shortcut(
    subject: str,
    predicate: str,
    ground: Evidence,
    rule: str,
    confidence: str,
    found: Conclusions,
    iri: str | None = None,
) -> None:
    """One statement on the words of the conclusion it rests on, with the same object unless another is given."""
    found.conclude(
        subject,
        predicate,
        f"<{iri}>" if iri else ground.object,
        rule=rule,
        quote=Quote.from_evidence(ground),
        matched=ground.matched,
        match_kind=ground.match_kind,
        # A conclusion is never surer than what it rests on.
        confidence=str(min(Decimal(confidence), ground.confidence if ground.confidence is not None else Decimal(1))),
    )
