"""Parts of a registry record, each with its number in the record: identifiers, conditions, outcomes, who may take part.

Whatever a registry does not say is left out; a part that would say nothing is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kg.extract.citations import cited_numbers
from kg.extract.criteria import criteria
from kg.extract.criterion_items import criterion_items
from kg.extract.page_lines import BULLETS, page_lines
from kg.extract.words import Words
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.numbers import number_of
from kg.loaders.registry.words import age, given
from kg.model import (
    ConditionName,
    Eligibility,
    Intervention,
    IpdSharing,
    Outcome,
    Publication,
    PublicationLink,
    StudyDocument,
    TrialIdentifier,
    WebLink,
)
from kg.rdf import iris

_NUMBERED = re.compile(r"[ \t]*\(?(\d{1,3})(?:[.)](?!\d)|[ \t]?[-–](?=\s))\s*")
_BULLETED = re.compile(rf"[ \t]*[{re.escape(BULLETS)}][ \t]*(?=[^\W\d_]|\d|[(<>≥≤])")
_PROTOCOL = re.compile(r"(?<![a-z])protocol(?![a-z])")
_SYNOPSIS = re.compile(r"(?:lay(?:person|man)?(?:'?s)? )?synopsis\b")
_PLAN = re.compile(r"statistical analysis plan|(?<![a-z])sap(?![a-z])")
_CONSENT = re.compile(r"consent form|(?<![a-z])icf(?![a-z])")
# More lines than any list of outcomes has.
_MOST_LINES = 2000


class Identifiers:
    """The numbers of a trial, each value once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def own(self, value: str, registry: str) -> None:
        """The number under which the registry lists the trial."""
        self._add(value, "REGISTRY", registry)

    def add(self, written: str | None, *, issuer: str | None = None, kind: str = "SECONDARY") -> None:
        """A further number; one whose form tells a registry is that registry's.

        :param issuer: who issues such numbers, for those whose form does not tell.
        """
        if value := given(written):
            found = number_of(value)
            words = self._draft.text(found.value if found.registry else value)
            if words:
                self._add(words, "REGISTRY" if found.registry else kind, found.registry or issuer)

    def _add(self, value: str, kind: str, issuer: str | None) -> None:
        if self._draft.times("identifier", value.casefold()):
            return
        iri = self._draft.child("identifier")
        self._draft.records.append(TrialIdentifier(iri=iri, id_value=value, id_type=kind, id_issuer=issuer))


def conditions(
    draft: Draft, names: Iterable[str | None], codes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> None:
    """Conditions that the record lists, each name once.

    :param codes: of a name in a classification of diseases.
    """
    for name in draft.texts(names):
        draft.records.append(
            ConditionName(iri=draft.child("condition"), label=name, condition_code=codes.get(name, ()))
        )


def intervention(
    draft: Draft,
    name: str | None,
    *,
    kind: str | None = None,
    role: str | None = None,
    description: str | None = None,
    other_names: Iterable[str | None] = (),
) -> None:
    """An intervention that the record lists; the first of its names where it is given none.

    :param kind: token of the enumeration InterventionType.
    :param role: token of the enumeration InterventionRole, where the record says what it is for in the trial.
    """
    names = draft.texts([name, *other_names])
    words = draft.text(description)
    if names or words:
        draft.records.append(
            Intervention(
                iri=draft.child("intervention"),
                label=names[0] if names else None,
                intervention_type=kind,
                role=(role,) if role else (),
                description=words if words not in names else None,
                other_name=names[1:],
            )
        )


def outcome(
    draft: Draft, kind: str, measure: str | None, *, description: str | None = None, time_frame: str | None = None
) -> None:
    """An outcome that the protocol plans to measure.

    :param kind: token of the enumeration OutcomeType.
    """
    label, described = draft.text(measure), draft.text(description)
    if not label and not described:
        return
    if not label:
        label, described = described, None
    draft.records.append(
        Outcome(
            iri=draft.child("outcome"),
            label=label,
            outcome_type=kind,
            position=1 + draft.times("outcome", kind),
            description=described,
            time_frame=draft.text(time_frame),
        )
    )


def numbered(written: str | None) -> list[str]:
    r"""The items of a text that is a list from its first line to its last, with numbers or bullets; else the text.

    Headings, such as those of earlier versions that some registries keep below the current one, make it no list.

    >>> numbered("1. Survival\n at 2 years\n2. Growth"), numbered("Current:\n1. Survival\n2. Growth")
    (['Survival\n at 2 years', 'Growth'], ['Current:\n1. Survival\n2. Growth'])
    >>> numbered("1- Survival\n2- Growth"), numbered("• Survival\n• Growth"), numbered("1.\tSurvival")
    (['Survival', 'Growth'], ['Survival', 'Growth'], ['Survival'])
    """
    text = given(written)
    if text is None:
        return []
    lines = text.splitlines()
    if len(lines) > _MOST_LINES:
        return [text]
    by_number = bool(_NUMBERED.match(lines[0]))
    found: list[str] = []
    for line in lines:
        mark = (_NUMBERED if by_number else _BULLETED).match(line)
        if mark and (not by_number or int(mark[1]) == len(found) + 1):
            found.append(line[mark.end() :])
        elif found and line.strip() and not line.rstrip().endswith(":"):
            found[-1] += "\n" + line
        elif line.strip():
            return [text]
    # What stands behind the only bullet of a text goes on with it or not.
    return found if len(found) > 1 or by_number else [text]


def eligibility(
    draft: Draft,
    *,
    inclusion: str | None = None,
    exclusion: str | None = None,
    sex: str | None = None,
    minimum_age: str | None = None,
    maximum_age: str | None = None,
    study_population: str | None = None,
) -> None:
    """Who may take part, with one node for each criterion; the text has the headings under which they stand."""
    parts = {"Inclusion Criteria": draft.text(inclusion), "Exclusion Criteria": draft.text(exclusion)}
    text = "\n\n".join(f"{heading}:\n\n{words}" for heading, words in parts.items() if words) or None
    (least, least_days), (most, most_days) = age(minimum_age, least=True), age(maximum_age)
    made = Eligibility(
        iri="",
        text=text,
        sex=sex,
        minimum_age=least,
        minimum_age_days=least_days,
        maximum_age=most,
        maximum_age_days=most_days,
        study_population=draft.text(study_population),
    )
    if made == Eligibility(iri=""):
        return
    iri = draft.child("eligibility")
    items = tuple(criterion_items(iri, criteria(page_lines(text)) if text else [], bullets=True))
    draft.records.append(
        Eligibility(
            **{name: getattr(made, name) for name in made.__struct_fields__ if name not in ("iri", "item")},
            iri=iri,
            item=tuple(item.iri for item in items),
        )
    )
    draft.records.extend(items)


def sharing(
    draft: Draft,
    plan: str | None,
    *,
    description: str | None = None,
    channels: tuple[str, ...] = (),
    time_frame: str | None = None,
) -> None:
    """The plan to share data of participants.

    :param plan: token of the enumeration IpdPlan.
    """
    words = draft.text(description)
    if plan or words or channels:
        draft.records.append(
            IpdSharing(
                iri=draft.child("ipd"),
                ipd_plan=plan,
                ipd_description=words,
                ipd_channel=channels,
                ipd_time_frame=draft.text(time_frame),
            )
        )


def publication(draft: Draft, citation: str, kind: str) -> bool:
    """A publication that the record lists, by the PubMed number or DOI that its words or address give.

    :param kind: token of the enumeration LinkType.
    :returns: whether the words give such a number.
    """
    words = draft.text(citation)
    if words is None:
        return False
    pmid, doi = cited_numbers(Words.of_value(words))
    if not pmid and not doi:
        return False
    iri = iris.publication(pmid=pmid.text if pmid else None, doi=doi.text if doi else None)
    made = Publication(iri=iri, pmid=pmid.text if pmid else None, doi=(doi.text.lower(),) if doi else ())
    if draft.times("link", iri, kind):
        return True
    if not draft.times("publication", iri):
        draft.records.append(made)
    draft.records.append(
        PublicationLink(
            iri=draft.child("publication-link"),
            linked_trial=draft.trial,
            linked_publication=iri,
            link_type=kind,
            link_source="REGISTRY",
            citation_text=words,
        )
    )
    return True


def web_link(draft: Draft, name: str | None, url: str) -> None:
    """A page that the record points to, each once.

    :param name: what the record calls it.
    :param url: as :func:`kg.rdf.iris.web` writes it.
    """
    label = draft.text(name)
    if label and not draft.times("web link", label, url):
        draft.records.append(WebLink(iri=draft.child("link"), label=label, url=(url,)))


def document(
    draft: Draft,
    name: str | None,
    *,
    file_name: str | None = None,
    kind: str | None = None,
    url: str | None = None,
    size: int | None = None,
    dated: str | None = None,
    uploaded: str | None = None,
) -> None:
    """A document that the registry holds; what it contains is told by its kind, else by its name.

    :param kind: what the registry calls documents of the kind.
    :param url: where it can be had.
    :param size: in bytes.
    :param dated: day of the version.
    :param uploaded: day on which the registry got it.
    """
    label, file = draft.text(name), draft.text(file_name)
    if not label and not file:
        return
    words = (kind or f"{label or ''} {file or ''}").casefold()
    draft.records.append(
        StudyDocument(
            iri=draft.child("document"),
            label=label or file,
            has_protocol=True if _PROTOCOL.search(words) and not _SYNOPSIS.match(words) else None,
            has_sap=True if _PLAN.search(words) else None,
            has_icf=True if _CONSENT.search(words) else None,
            document_date=dated,
            document_file=file,
            document_uploaded=uploaded,
            byte_size=size,
            url=(url,) if url else (),
        )
    )
