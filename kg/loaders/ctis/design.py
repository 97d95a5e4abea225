"""The design of a trial: arms, how participants come to them, and who does not know it."""

from __future__ import annotations

import re
from typing import Any

from kg.loaders.ctis.layout import Period
from kg.loaders.ctis.places import Layout
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import token
from kg.model import Arm, Epoch

# EMA's reference list 57, as its users cite it.
ALLOCATIONS = {"1": "RANDOMIZED", "2": "NON_RANDOMIZED", "3": "NA"}
MASKED = {
    "subject": "PARTICIPANT",
    "investigator": "INVESTIGATOR",
    "carer": "CARE_PROVIDER",
    "assessor": "OUTCOMES_ASSESSOR",
}
# Arms have no type of their own, but their words may begin with one.
_TYPE = re.compile(r"(experimental|(?:active|placebo|sham) comparator|no intervention)\b", re.IGNORECASE)


def periods(layout: Layout) -> tuple[Period, ...]:
    """The periods of the trial, each with its arms."""
    protocol = layout.details.protocol_information
    return protocol.study_design.period_details if protocol and protocol.study_design else ()


def design(draft: Draft, layout: Layout) -> dict[str, Any]:
    """How participants come to the arms where all periods say the same, and who is masked in any."""
    told = periods(layout)
    allocations = {ALLOCATIONS.get(str(one.allocation_method)) for one in told} - {None}
    roles = [MASKED.get((role.name or "").casefold()) for one in told for role in one.blinded_roles]
    return {
        "allocation": allocations.pop() if len(allocations) == 1 else None,
        "who_masked": tuple(sorted({role for role in roles if role})),
        "masking_description": "\n".join(draft.texts(one.blinding_details for one in told)) or None,
    }


def epochs(draft: Draft, layout: Layout) -> None:
    """The periods that have a name."""
    for one in periods(layout):
        if label := draft.text(one.title):
            iri = draft.child("epoch")
            position, said = draft.count("epoch"), draft.text(one.description)
            draft.records.append(Epoch(iri=iri, label=label, position=position, description=said))


def arms(draft: Draft, layout: Layout) -> None:
    """The arms of all periods, each once; which products they give the portal does not say."""
    for one in (arm for period in periods(layout) for arm in period.arm_details):
        label, description = draft.text(one.title), draft.text(one.description)
        if not (label or description) or draft.times("arm", label, description):
            continue
        said = _TYPE.match(label or "") or _TYPE.match(description or "")
        draft.records.append(
            Arm(
                iri=draft.child("arm"),
                label=label or description,
                arm_type=token("ArmType", said[1]) if said else None,
                description=description if label else None,
            )
        )
