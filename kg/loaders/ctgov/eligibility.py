"""Who may take part in a study, with one node for each criterion."""

from __future__ import annotations

from functools import lru_cache

from kg.extract.ages import age_days
from kg.extract.criteria import criteria
from kg.extract.criterion_items import criterion_items
from kg.extract.page_lines import page_lines
from kg.loaders.ctgov.draft import Draft, given
from kg.loaders.ctgov.study import EligibilityModule
from kg.model import Eligibility

# A few limits of age are nearly all there are.
days_of = lru_cache(maxsize=4096)(age_days)


def eligibility(draft: Draft, module: EligibilityModule) -> tuple[str, ...]:
    """The node of eligibility; none where the record says nothing of it."""
    iri = f"{draft.record}/eligibility/1"
    text = draft.text(module.eligibility_criteria)
    least, most = given(module.minimum_age), given(module.maximum_age)
    # The older API has items of lists without marks, each on a line (86 of them in small letters in 207 records).
    items = criteria(page_lines(text), folded=False) if text else []
    made = Eligibility(
        iri=iri,
        text=text,
        sex=draft.token("Sex", "Sex", module.sex, iri),
        gender_based=module.gender_based,
        gender_description=draft.text(module.gender_description),
        minimum_age=least,
        minimum_age_days=days_of(least) if least else None,
        maximum_age=most,
        maximum_age_days=days_of(most) if most else None,
        study_population=draft.text(module.study_population),
        sampling_method=draft.token("SamplingMethod", "Sampling Method", given(module.sampling_method), iri),
        item=tuple(f"{iri}/item/{number}" for number in range(1, len(items) + 1)),
    )
    if made == Eligibility(iri=iri):
        return ()
    draft.records.append(made)
    # A bullet says nothing but that an item begins.
    draft.records += criterion_items(iri, items, bullets=False)
    return (iri,)
