"""From the elements of an ISRCTN record to everything it says.

Fields: https://www.isrctn.com/page/definitions, under the names of https://www.isrctn.com/api/query/format/default.
Words are mapped to tokens where their definitions are the same: "Stopped" may be a trial that enrolled nobody, so it
stays words, and age ranges such as "Adult" have no limits, so they are no age group.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.loaders.isrctn.tree import Node
from kg.loaders.registry import agents, outputs, parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.time_frames import time_framed
from kg.loaders.registry.words import day, given, phase_tokens, sex, token, whole_number
from kg.rdf import iris
from kg.rdf.iris import web

# Kinds of intervention that are one of ours; "Mixed" and lists of several are none.
INTERVENTION_TYPES = {
    "drug": "DRUG",
    "biological/vaccine": "BIOLOGICAL",
    "device": "DEVICE",
    "procedure/surgery": "PROCEDURE",
    "behavioural": "BEHAVIORAL",
    "genetic": "GENETIC",
    "supplement": "DIETARY_SUPPLEMENT",
    "other": "OTHER",
}
SPONSOR_CLASSES = {
    "industry": "INDUSTRY",
    "university/education": "OTHER",
    "hospital/treatment centre": "OTHER",
    "charity": "OTHER",
    "research organisation": "OTHER",
}
# Slots and tokens of what may stand as the secondary study design.
DESIGNS: dict[str, dict[str, str]] = {
    "randomised controlled trial": {"allocation": "RANDOMIZED"},
    "randomised cross over trial": {"allocation": "RANDOMIZED", "intervention_model": "CROSSOVER"},
    "randomised parallel trial": {"allocation": "RANDOMIZED", "intervention_model": "PARALLEL"},
    "non randomised study": {"allocation": "NON_RANDOMIZED"},
    "cohort study": {"observational_model": "COHORT"},
    "case-control study": {"observational_model": "CASE_CONTROL"},
    "case crossover study": {"observational_model": "CASE_CROSSOVER"},
    "cross sectional study": {"time_perspective": "CROSS_SECTIONAL"},
}
ALLOCATIONS = {
    **dict.fromkeys(("randomised controlled trial", "randomized controlled trial"), "RANDOMIZED"),
    **dict.fromkeys(("non-randomised controlled trial", "non-randomized controlled trial"), "NON_RANDOMIZED"),
}
PURPOSES = {
    *("treatment", "prevention", "diagnostic", "screening", "other", "supportive care", "basic science"),
    *("device feasibility", "health services research"),
}
# Kinds of further numbers, and who issues them; others are named for who does.
NUMBERS = {
    "grant code": ("GRANT", None),
    "protocol serial number": ("ORGANISATION", None),
    "iras": ("SECONDARY", "IRAS"),
    "cpms": ("SECONDARY", "CPMS"),
}
_LONGEST_NAME = 120
# Where pages stand, and what the registry calls them.
PAGES = {
    "trialDescription/trialWebsite": "Study website",
    "participants/patientInfoSheet": "Participant information sheet",
    "results/basicReport": "Basic results",
    "results/plainEnglishReport": "Plain English results",
}
CHANNELS = {
    "available on request",
    "published as a supplement to the results publication",
    "stored in publicly available repository",
    "stored in non-publicly available repository",
}


def trial_slots(draft: Draft, node: Node) -> dict[str, Any]:
    """Slots of the trial that are values; its parts are kept in the draft.

    :param node: the element ``trial``.
    """
    described, design, people = (
        node.get(name) or Node(name, {}, "", ()) for name in ("trialDescription", "trialDesign", "participants")
    )
    doi = node.words("externalRefs/doi")
    return {
        "url": (iris.doi(doi),) if doi and doi.startswith("10.") else (),
        "brief_title": draft.text(described.words("title")),
        "official_title": draft.text(described.words("scientificTitle")),
        "acronym": draft.text(described.words("acronym")),
        "brief_summary": draft.text(described.words("plainEnglishSummary")),
        "objective": draft.texts([described.words("studyHypothesis")]),
        "study_type": token("StudyType", design.words("primaryStudyDesign")),
        "phase": _phases(node),
        "status_text": draft.text(
            design.words("overallStatusOverride")
            or people.words("recruitmentStatusOverride")
            or people.words("recruitmentStartStatusOverride")
        ),
        "why_stopped": draft.text(design.words("reasonAbandoned")),
        "start_date": day(people.words("recruitmentStart")),
        "completion_date": day(design.words("overallEndDate")),
        "recruitment_country": draft.texts(people.texts("recruitmentCountries/country")),
        "healthy_volunteers": _healthy(people),
        "keyword": draft.texts(
            words for part in ("diseaseClass1", "diseaseClass2") for words in node.texts(f"conditions/condition/{part}")
        ),
        **_enrolment(people),
        **_design(draft, design),
    }


def _phases(node: Node) -> tuple[str, ...]:
    found = (token for words in node.texts("interventions/intervention/phase") for token in phase_tokens(words))
    return tuple(dict.fromkeys(found))


def _healthy(people: Node) -> bool | None:
    written = people.words("healthyVolunteersAllowed")
    if written in ("true", "false"):
        return written == "true"
    kinds = [kind.casefold() for kind in people.texts("participantTypes/participantType")]
    return True if "healthy volunteer" in kinds else None


def _enrolment(people: Node) -> dict[str, Any]:
    """The final number, else the planned one; the API writes 0 where no final number was given."""
    final = whole_number(people.words("totalFinalEnrolment"))
    if final:
        return {"enrolment": final, "enrolment_type": "ACTUAL"}
    target = whole_number(people.words("targetEnrolment"))
    return {"enrolment": target, "enrolment_type": "ESTIMATED"} if target is not None else {}


def _design(draft: Draft, design: Node) -> dict[str, Any]:
    """How participants are assigned, which newer records tell in an element of its own."""
    newer = design.get("interventionalTrialDesign") or Node("", {}, "", ())
    purposes = newer.texts("purposes/purpose") or design.texts("trialTypes/trialType") or design.texts("trialType")
    purpose = purposes[0] if len(purposes) == 1 and purposes[0].casefold() in PURPOSES else None
    allocation, masking, assignment = (
        given(newer.words(name) or design.words(name)) for name in ("allocation", "masking", "assignment")
    )
    slots: dict[str, Any] = {
        "primary_purpose": token("PrimaryPurpose", purpose),
        "allocation": ALLOCATIONS.get((allocation or "").casefold()) or token("Allocation", allocation),
        "masking": token("Masking", masking),
        "masking_description": draft.text(masking),
        "intervention_model": token("InterventionModel", assignment),
        "intervention_model_description": draft.text(design.words("studyDesign")),
    }
    secondary = design.texts("secondaryStudyDesigns/secondaryStudyDesign") or design.texts("secondaryStudyDesign")
    for written in secondary:
        for slot, found in DESIGNS.get(written.casefold(), {}).items():
            slots[slot] = slots.get(slot) or found
    return slots


def trial_parts(draft: Draft, node: Node, number: str) -> None:
    """Numbers, conditions, interventions, outcomes, eligibility, sites, sharing, documents and publications."""
    _numbers(draft, node, number)
    parts.conditions(draft, _conditions(node))
    for one in node.all("interventions/intervention"):
        kind = INTERVENTION_TYPES.get((one.words("interventionType") or "").casefold())
        first, *others = _drugs(one)
        parts.intervention(draft, first, kind=kind, description=one.words("description"))
        for name in others:
            parts.intervention(draft, name, kind=kind)
    _outcomes(draft, node, "primaryOutcome", "PRIMARY")
    _outcomes(draft, node, "secondaryOutcome", "SECONDARY")
    _eligibility(draft, node)
    for centre in node.all("participants/trialCentres/trialCentre"):
        agents.site(
            draft,
            _centre_name(centre),
            city=centre.words("city"),
            region=centre.words("state"),
            country=centre.words("country"),
            postal_code=centre.words("zip"),
        )
    _sharing(draft, node)
    _documents(draft, node)
    _publications(draft, node)


def _centre_name(centre: Node) -> str | None:
    """The name of a centre without the address that some write behind it, as far as its own fields repeat this."""
    fields = [centre.words(name) or "" for name in ("address", "city", "state", "zip", "country")]
    told = {part for field in fields for part in _address_parts(field.casefold())}
    name = centre.words("name")
    parts = _address_parts(name or "")
    while len(parts) > 1 and parts[-1].rstrip(".").casefold() in told:
        parts.pop()
        name = ", ".join(parts)
    return name


def _address_parts(written: str) -> list[str]:
    return [words for part in written.replace("\n", ",").split(",") if (words := part.strip())]


def _conditions(node: Node) -> Iterator[str]:
    """Conditions, one a line where there are several; a line that goes on with the one before makes them one."""
    for words in node.texts("conditions/condition/description"):
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        is_list = all(len(line) <= _LONGEST_NAME and (line[0].isupper() or line[0].isdigit()) for line in lines)
        yield from lines if is_list else [words]


def _drugs(node: Node) -> list[str | None]:
    """Names of what an intervention gives; none for one that has a description alone."""
    listed = node.texts("drugNames/drugName")
    return [*listed] if listed else [node.words("drugNames")]


def _numbers(draft: Draft, node: Node, number: str) -> None:
    found = parts.Identifiers(draft)
    found.own(number, "ISRCTN")
    refs = node.get("externalRefs") or Node("externalRefs", {}, "", ())
    found.add(refs.words("eudraCTNumber"), issuer="EudraCT")
    found.add(refs.words("clinicalTrialsGovNumber"), issuer="ClinicalTrials.gov")
    found.add(refs.words("irasNumber"), issuer="IRAS")
    others = list(refs.all("secondaryNumbers/secondaryNumber"))
    joined = refs.words("protocolSerialNumber")
    if not _is_listed(joined, {other.text.strip() for other in others}):
        found.add(joined)
    for other in others:
        written = other.attribute("numberType") or ""
        kind, issuer = NUMBERS.get(written.casefold(), ("SECONDARY", written or None))
        found.add(other.text, issuer=issuer, kind=kind)


def _is_listed(joined: str | None, others: set[str]) -> bool:
    """Whether a text of several numbers, each with or without its issuer, says no more than a list of them does."""
    parts_of = [part.rpartition(":")[2].strip() for part in (joined or "").split(",")]
    return len(parts_of) > 1 and all(part in others for part in parts_of)


def _outcomes(draft: Draft, node: Node, name: str, kind: str) -> None:
    """Outcomes one by one as newer records have them, else the items of the text of older ones."""
    measures = list(node.all(f"trialDescription/{name}s/outcomeMeasure"))
    for one in measures:
        parts.outcome(
            draft, kind, one.words("variable"), description=one.words("method"), time_frame=one.words("timepoints")
        )
    for words in [] if measures else parts.numbered(node.words(f"trialDescription/{name}")):
        measure, time = time_framed(words)
        parts.outcome(draft, kind, measure, time_frame=time)


def _eligibility(draft: Draft, node: Node) -> None:
    people = node.get("participants")
    if people:
        parts.eligibility(
            draft,
            inclusion=people.words("inclusion"),
            exclusion=people.words("exclusion"),
            sex=sex(people.words("gender")),
            minimum_age=_limit(people.get("lowerAgeLimit")),
            maximum_age=_limit(people.get("upperAgeLimit")),
            study_population="; ".join(people.texts("participantTypes/participantType")),
        )


def _limit(node: Node | None) -> str | None:
    """A limit of age in words; newer records have value and unit as attributes."""
    if node is None:
        return None
    value, unit = node.attribute("value"), node.attribute("unit")
    return node.text.strip() or (f"{value} {unit}" if value and unit else value)


def _sharing(draft: Draft, node: Node) -> None:
    plan = (node.words("miscellaneous/ipdSharingPlan") or "").upper()
    policies = [one for one in node.texts("results/dataPolicies/dataPolicy") if one.casefold() in CHANNELS]
    parts.sharing(
        draft,
        plan if plan in ("YES", "NO", "UNDECIDED") else None,
        description=node.words("results/ipdSharingStatement"),
        channels=draft.texts(policies),
    )


def _documents(draft: Draft, node: Node) -> None:
    """Files, with what the outputs tell of them: their kind and their days."""
    listed = {file.attribute("originalFilename"): (one, file) for one, file in _local_files(node)}
    for file in node.all("attachedFiles/attachedFile"):
        name, described = file.words("name"), file.words("description")
        one, _ = listed.pop(name, (Node("", {}, "", ()), None))
        parts.document(
            draft,
            described or name,
            file_name=name,
            kind=f"{kind} {described or name}" if (kind := _kind(one)) else None,
            url=web(file.attribute("downloadUrl") or ""),
            size=whole_number(file.words("length")),
            dated=day(one.attribute("dateCreated")),
            uploaded=day(one.attribute("dateUploaded")),
        )
    for name, (one, local) in listed.items():
        parts.document(
            draft,
            _kind(one),
            file_name=name,
            kind=_kind(one),
            size=whole_number(local.attribute("length")),
            dated=day(one.attribute("dateCreated")),
            uploaded=day(one.attribute("dateUploaded")),
        )


def _local_files(node: Node) -> Iterator[tuple[Node, Node]]:
    """Outputs that are files, each with its file."""
    for one in node.all("outputs/output"):
        if file := one.get("localFile"):
            yield one, file


def _kind(output: Node) -> str | None:
    """What the registry calls outputs of a kind; its own word for kinds that are not known."""
    written = output.attribute("outputType")
    return outputs.LABELS.get(written.casefold(), written) if written else None


def _publications(draft: Draft, node: Node) -> None:
    """Results, protocols and other outputs: each with its address or file, and the list of older records."""
    for one in node.all("outputs/output"):
        kind, link = _kind(one), one.get("externalLink")
        address = (link.attribute("url") or link.text) if link else None
        if kind and address:
            outputs.output(draft, kind, address)
    for path, kind in PAGES.items():
        for address in node.texts(path):
            outputs.output(draft, kind, address)
    outputs.listed_outputs(draft, node.words("results/publicationDetails"))


def parties(draft: Draft, full: Node) -> None:
    """Sponsors, funders and contacts, which stand beside the trial.

    :param full: the element ``fullTrial``.
    """
    for number, one in enumerate(full.all("sponsor")):
        commercial = (one.words("commercialStatus") or "").casefold() == "commercial"
        agents.sponsor(
            draft,
            "COLLABORATOR" if number else "LEAD",
            one.words("organisation"),
            sponsor_class=SPONSOR_CLASSES.get((one.words("sponsorType") or "").casefold())
            or ("INDUSTRY" if commercial else None),
            numbers=[one.words("rorId")],
        )
    for one in full.all("funder"):
        agents.sponsor(draft, "FUNDER", one.words("name"), numbers=[one.words("fundRef"), one.words("rorId")])
    for one in full.all("contact"):
        _contact(draft, one)


def _contact(draft: Draft, node: Node) -> None:
    kinds = node.texts("contactTypes/contactType") or node.texts("contactType") or ["Public"]
    named = agents.Named(
        draft, given_name=node.words("forename"), family_name=node.words("surname"), title=node.words("title")
    )
    if any(kind.casefold() == "principal investigator" for kind in kinds):
        agents.investigator(draft, named, kind="PRINCIPAL_INVESTIGATOR", orcid=node.words("orcid"))
    others = [kind for kind in kinds if kind.casefold() != "principal investigator"]
    if others:
        agents.contact(
            draft,
            named,
            kind=", ".join(others).lower(),
            emails=[node.words("contactDetails/email")],
            telephones=[node.words("contactDetails/telephone")],
        )
