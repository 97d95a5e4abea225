"""Records of the subject area ``eligibility`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import OPERATOR, POLARITY, SAMPLING_METHOD, SEX
from kg.rdf.terms import text


class CodedCriterion(Struct, frozen=True, kw_only=True, gc=False):
    """A criterion as concept, operator, value and unit, read from words.

    :ivar iri: The address that names this thing.
    :ivar criterion_concept: What is asked about.
    :ivar criterion_subject: What is asked about in words, such as age or ECOG.
    :ivar operator: How it is compared.
    :ivar value: The value as a number.
    :ivar upper_limit: Upper end of the interval.
    :ivar unit: Unit as written.
    :ivar negated: True where the words deny it.
    :ivar text: The words as written.
    """

    iri: str
    criterion_concept: tuple[str, ...] = ()
    criterion_subject: str | None = None
    operator: str | None = None
    value: Decimal | None = None
    upper_limit: Decimal | None = None
    unit: str | None = None
    negated: bool | None = None
    text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/CodedCriterion>{g}'
        for criterion_concept_ in self.criterion_concept:
            out += f'{s} <https://w3id.org/trialgraph/schema/criterionConcept> <{criterion_concept_}>{g}'
        if self.criterion_subject is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/criterionSubject> {text(self.criterion_subject)}{g}'
        if self.operator is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/operator> <{OPERATOR[self.operator]}>{g}'
        if self.value is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/value> "{self.value:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.upper_limit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/upperLimit> "{self.upper_limit:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.unit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/unit> {text(self.unit)}{g}'
        if self.negated is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/negated> "{"true" if self.negated else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        return out


class Eligibility(Struct, frozen=True, kw_only=True, gc=False):
    """Who may take part in a trial as one record says it.

    :ivar iri: The address that names this thing.
    :ivar text: The words as written.
    :ivar sex: Sexes that may take part.
    :ivar gender_based: Whether gender identity decides.
    :ivar gender_description: How gender identity decides.
    :ivar minimum_age: Least age as written.
    :ivar minimum_age_days: Least age in days since birth.
    :ivar maximum_age: Greatest age as written.
    :ivar maximum_age_days: Greatest age in days since birth.
    :ivar study_population: Population that participants are drawn from.
    :ivar sampling_method: How participants are drawn from it.
    :ivar item: One criterion.
    """

    iri: str
    text: str | None = None
    sex: str | None = None
    gender_based: bool | None = None
    gender_description: str | None = None
    minimum_age: str | None = None
    minimum_age_days: int | None = None
    maximum_age: str | None = None
    maximum_age_days: int | None = None
    study_population: str | None = None
    sampling_method: str | None = None
    item: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Eligibility>{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        if self.sex is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sex> <{SEX[self.sex]}>{g}'
        if self.gender_based is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/genderBased> "{"true" if self.gender_based else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.gender_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/genderDescription> {text(self.gender_description)}{g}'
        if self.minimum_age is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/minimumAge> {text(self.minimum_age)}{g}'
        if self.minimum_age_days is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/minimumAgeDays> "{self.minimum_age_days}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.maximum_age is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/maximumAge> {text(self.maximum_age)}{g}'
        if self.maximum_age_days is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/maximumAgeDays> "{self.maximum_age_days}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.study_population is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/studyPopulation> {text(self.study_population)}{g}'
        if self.sampling_method is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/samplingMethod> <{SAMPLING_METHOD[self.sampling_method]}>{g}'
        for item_ in self.item:
            out += f'{s} <https://w3id.org/trialgraph/schema/item> <{item_}>{g}'
        return out


class EligibilityItem(Struct, frozen=True, kw_only=True, gc=False):
    """One criterion with its polarity and place in the list.

    :ivar iri: The address that names this thing.
    :ivar polarity: Whether those who meet it are included or excluded.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar item_number: Number or bullet as printed.
    :ivar item_level: Depth in a nested list; the outermost is 1.
    :ivar text: The words as written.
    :ivar parent_item: The criterion that this one is nested under.
    :ivar example: An example that the criterion lists; not a criterion of its own.
    :ivar coded_criterion: What was read from the words.
    """

    iri: str
    polarity: str | None = None
    position: int | None = None
    item_number: str | None = None
    item_level: int | None = None
    text: str
    parent_item: str | None = None
    example: tuple[str, ...] = ()
    coded_criterion: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/EligibilityItem>{g}'
        if self.polarity is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/polarity> <{POLARITY[self.polarity]}>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.item_number is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/itemNumber> {text(self.item_number)}{g}'
        if self.item_level is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/itemLevel> "{self.item_level}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        if self.parent_item is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/parentItem> <{self.parent_item}>{g}'
        for example_ in self.example:
            out += f'{s} <https://w3id.org/trialgraph/schema/example> {text(example_)}{g}'
        for coded_criterion_ in self.coded_criterion:
            out += f'{s} <https://w3id.org/trialgraph/schema/codedCriterion> <{coded_criterion_}>{g}'
        return out
