"""Design of a study of the legacy XML: its layout, in one text until 2016, arms, interventions and who may take part.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd, whose change history names what came and went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.extract.tokens import token_of
from kg.loaders.ctgov.legacy_values import Element, block, flat, number, texts
from kg.loaders.ctgov.study import (
    ArmGroup,
    ArmsInterventionsModule,
    BioSpec,
    DesignInfo,
    DesignModule,
    EligibilityModule,
    EnrollmentInfo,
    ExpandedAccessTypes,
    InterventionOfStudy,
    MaskingInfo,
    OutcomeOfStudy,
)
from kg.loaders.ctgov.tokens import phases, plain, token, yes

_REGISTRY = "Observational [Patient Registry]"
# Kinds of masking are numbers of parties: https://clinicaltrials.gov/policy/protocol-definitions#Masking
_BY_NUMBER = {1: "Single", 2: "Double", 3: "Triple", 4: "Quadruple"}
_NOT_MASKED = {"NO_MASKING", "NO_BLINDING"}
# Parts of the one text; a comma stands between them and inside them.
_PART = re.compile(
    r"(Allocation|Endpoint Classification|Intervention Model|Masking|Primary Purpose|Observational Model"
    r"|Time Perspective|Control|Timing|Duration|Selection|Additional Descriptors):\s*"
)
_OUTSIDE_BRACKETS = re.compile(r",\s*(?![^(]*\))")
_ENUMERATIONS = {
    "allocation": "Allocation",
    "intervention_model": "InterventionModel",
    "masking": "Masking",
    "primary_purpose": "PrimaryPurpose",
    "observational_model": "ObservationalModel",
    "time_perspective": "TimePerspective",
}
Parts = Mapping[str, list[Element]]


def design(parts: Parts, single: Mapping[str, str]) -> DesignModule:
    """What kind of study it is, its phases, layout and size.

    :param single: texts of the elements that stand once, by name.
    """
    kind = single.get("study_type")
    interventional = kind is None or plain(kind) == "INTERVENTIONAL"
    written = phases(single.get("phase", ""))
    # Until 2018 studies that have no phase, all but trials among them, were given the phase N/A.
    retained, sized = single.get("biospec_retention"), parts.get("enrollment")
    access = parts.get("expanded_access_info")
    described = block(parts["biospec_descr"][0]) if "biospec_descr" in parts else None
    return DesignModule(
        study_type="OBSERVATIONAL" if kind == _REGISTRY else _given(kind, "StudyType"),
        expanded_access_types=_access_types(flat(access[0])) if access else None,
        patient_registry=True if kind == _REGISTRY else None,
        target_duration=single.get("target_duration"),
        phases=written if interventional else tuple([one for one in written if one != "NA"]),
        design_info=_layout(parts, single),
        bio_spec=BioSpec(retained and plain(retained), described) if retained or described else None,
        enrollment_info=_enrolment(sized[0]) if sized else None,
    )


def _given(words: str | None, enumeration: str) -> str | None:
    """A token; None for the N/A of records that hold nothing but their number."""
    return None if words in (None, "N/A") else token(enumeration, words)


def _access_types(given: Mapping[str, str]) -> ExpandedAccessTypes:
    """Kinds of expanded access; their elements had a shorter name for some time."""

    def kind(name: str) -> bool | None:
        return yes(given.get(f"expanded_access_type_{name}") or given.get(f"exp_acc_type_{name}"))

    return ExpandedAccessTypes(kind("individual"), kind("intermediate"), kind("treatment"))


def _enrolment(element: Element) -> EnrollmentInfo:
    kind = element.get("type")
    return EnrollmentInfo(number(element.text), kind and token("DateType", kind))


def _layout(parts: Parts, single: Mapping[str, str]) -> DesignInfo | None:
    structured = parts.get("study_design_info")
    found = flat(structured[0]) if structured else dict(_of_text(single.get("study_design", "")))
    if not found:
        return None
    masking, more = found.get("masking"), found.get("masking_description")
    return DesignInfo(
        allocation=_token(found, "allocation"),
        intervention_model=_token(found, "intervention_model"),
        intervention_model_description=found.get("intervention_model_description"),
        primary_purpose=_token(found, "primary_purpose"),
        observational_model=_token(found, "observational_model"),
        time_perspective=_token(found, "time_perspective"),
        masking_info=_masking(masking, more) if masking or more else None,
    )


def _token(found: Mapping[str, str], name: str) -> str | None:
    """A token; of older words such as ``Longitudinal, Prospective`` that of the one part which is a token."""
    written, kind = found.get(name), _ENUMERATIONS[name]
    if written and not token_of(kind, written):
        known = [part for part in _OUTSIDE_BRACKETS.split(written) if token_of(kind, part)]
        written = known[0] if len(known) == 1 else written
    return written and token(kind, written)


def _masking(written: str | None, described: str | None) -> MaskingInfo:
    """Masking with those who are masked, who stand in brackets after it; some records name only these."""
    kind, bracket, inner = (written or "").partition("(")
    kind = kind.strip()
    named = _parties(inner.partition(")")[0])
    if not bracket and kind and all(token_of("MaskedParty", one) for one in kind.split(",")):
        named = _parties(kind)
        kind = _BY_NUMBER.get(len(named), kind)
    if plain(kind) in _NOT_MASKED:
        kind = "None"
    masked = () if kind.startswith("None") else named
    return MaskingInfo(token("Masking", kind) if kind else None, described, masked)


def _parties(written: str) -> tuple[str, ...]:
    return tuple([token("MaskedParty", one.strip()) for one in written.split(",") if one.strip()])


def _of_text(written: str) -> Iterator[tuple[str, str]]:
    """The layout from its one text: labelled parts, or in still older records words alone.

    >>> dict(_of_text("Allocation: Randomized, Masking: Single Blind (Subject, Caregiver)"))
    {'allocation': 'Randomized', 'masking': 'Single Blind (Subject, Caregiver)'}
    >>> dict(_of_text("Treatment, Randomized, Double-Blind, Parallel Assignment, Efficacy Study"))
    {'primary_purpose': 'Treatment', 'allocation': 'Randomized', 'masking': 'Double-Blind', \
'intervention_model': 'Parallel Assignment'}
    """
    pieces = _PART.split(written)
    for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
        name = label.lower().replace(" ", "_")
        if name in _ENUMERATIONS:
            yield name, value.rstrip(", ")
    if len(pieces) == 1:
        for words in _OUTSIDE_BRACKETS.split(written):
            name = next((slot for slot, kind in _ENUMERATIONS.items() if token_of(kind, words)), None)
            if name and words.strip() not in ("N/A", "Other"):
                yield name, words.strip()


def treatment(parts: Parts) -> ArmsInterventionsModule | None:
    """Arms and interventions; here the interventions name the arms that get them."""
    groups, given = parts.get("arm_group", ()), parts.get("intervention", ())
    if not groups and not given:
        return None
    return ArmsInterventionsModule(
        tuple([_arm(flat(one)) for one in groups]), tuple([_intervention(one) for one in given])
    )


def _arm(found: Mapping[str, str]) -> ArmGroup:
    kind = found.get("arm_group_type")
    return ArmGroup(found.get("arm_group_label"), kind and token("ArmType", kind), found.get("description"))


def _intervention(element: Element) -> InterventionOfStudy:
    found = flat(element)
    kind = found.get("intervention_type")
    many: dict[str, list[Element]] = {"arm_group_label": [], "other_name": []}
    for child in element:
        if child.tag in many:
            many[child.tag].append(child)
    return InterventionOfStudy(
        kind and token("InterventionType", kind),
        found.get("intervention_name"),
        found.get("description"),
        texts(many["arm_group_label"]),
        texts(many["other_name"]),
    )


def outcome(element: Element) -> OutcomeOfStudy:
    """One planned outcome."""
    found = flat(element)
    return OutcomeOfStudy(found.get("measure"), found.get("description"), found.get("time_frame"))


def eligibility(element: Element) -> EligibilityModule:
    """Who may take part."""
    found = flat(element)
    long = {child.tag: child for child in element if child.tag in ("criteria", "study_pop")}
    sex, sampling = found.get("gender"), found.get("sampling_method")
    return EligibilityModule(
        eligibility_criteria=block(long.get("criteria")),
        healthy_volunteers=yes(found.get("healthy_volunteers")),
        sex=sex and token("Sex", sex),
        gender_based=yes(found.get("gender_based")),
        gender_description=found.get("gender_description"),
        minimum_age=found.get("minimum_age"),
        maximum_age=found.get("maximum_age"),
        study_population=block(long.get("study_pop")),
        sampling_method=sampling and token("SamplingMethod", sampling),
    )
