"""Records of the subject area ``eligibility`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import OPERATOR, POLARITY, SAMPLING_METHOD, SEX
from kg.rdf.terms import decimal, escaped


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/CodedCriterion>']
        say = said.append
        if self.criterion_concept:
            said += [f' <https://w3id.org/trialgraph/schema/criterionConcept> <{criterion_concept_}>' for criterion_concept_ in self.criterion_concept]
        if (criterion_subject_ := self.criterion_subject) is not None:
            if '"' in criterion_subject_ or '\\' in criterion_subject_ or '\n' in criterion_subject_ or '\r' in criterion_subject_:
                criterion_subject_ = escaped(criterion_subject_)
            say(f' <https://w3id.org/trialgraph/schema/criterionSubject> "{criterion_subject_}"')
        if (operator_ := self.operator) is not None:
            say(f' <https://w3id.org/trialgraph/schema/operator> <{OPERATOR[operator_]}>')
        if (value_ := self.value) is not None:
            say(f' <https://w3id.org/trialgraph/schema/value> "{decimal(value_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (upper_limit_ := self.upper_limit) is not None:
            say(f' <https://w3id.org/trialgraph/schema/upperLimit> "{decimal(upper_limit_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (unit_ := self.unit) is not None:
            if '"' in unit_ or '\\' in unit_ or '\n' in unit_ or '\r' in unit_:
                unit_ = escaped(unit_)
            say(f' <https://w3id.org/trialgraph/schema/unit> "{unit_}"')
        if (negated_ := self.negated) is not None:
            say(f' <https://w3id.org/trialgraph/schema/negated> "{"true" if negated_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Eligibility>']
        say = said.append
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        if (sex_ := self.sex) is not None:
            say(f' <https://w3id.org/trialgraph/schema/sex> <{SEX[sex_]}>')
        if (gender_based_ := self.gender_based) is not None:
            say(f' <https://w3id.org/trialgraph/schema/genderBased> "{"true" if gender_based_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (gender_description_ := self.gender_description) is not None:
            if '"' in gender_description_ or '\\' in gender_description_ or '\n' in gender_description_ or '\r' in gender_description_:
                gender_description_ = escaped(gender_description_)
            say(f' <https://w3id.org/trialgraph/schema/genderDescription> "{gender_description_}"')
        if (minimum_age_ := self.minimum_age) is not None:
            if '"' in minimum_age_ or '\\' in minimum_age_ or '\n' in minimum_age_ or '\r' in minimum_age_:
                minimum_age_ = escaped(minimum_age_)
            say(f' <https://w3id.org/trialgraph/schema/minimumAge> "{minimum_age_}"')
        if (minimum_age_days_ := self.minimum_age_days) is not None:
            say(f' <https://w3id.org/trialgraph/schema/minimumAgeDays> "{minimum_age_days_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (maximum_age_ := self.maximum_age) is not None:
            if '"' in maximum_age_ or '\\' in maximum_age_ or '\n' in maximum_age_ or '\r' in maximum_age_:
                maximum_age_ = escaped(maximum_age_)
            say(f' <https://w3id.org/trialgraph/schema/maximumAge> "{maximum_age_}"')
        if (maximum_age_days_ := self.maximum_age_days) is not None:
            say(f' <https://w3id.org/trialgraph/schema/maximumAgeDays> "{maximum_age_days_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (study_population_ := self.study_population) is not None:
            if '"' in study_population_ or '\\' in study_population_ or '\n' in study_population_ or '\r' in study_population_:
                study_population_ = escaped(study_population_)
            say(f' <https://w3id.org/trialgraph/schema/studyPopulation> "{study_population_}"')
        if (sampling_method_ := self.sampling_method) is not None:
            say(f' <https://w3id.org/trialgraph/schema/samplingMethod> <{SAMPLING_METHOD[sampling_method_]}>')
        if self.item:
            said += [f' <https://w3id.org/trialgraph/schema/item> <{item_}>' for item_ in self.item]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/EligibilityItem>']
        say = said.append
        if (polarity_ := self.polarity) is not None:
            say(f' <https://w3id.org/trialgraph/schema/polarity> <{POLARITY[polarity_]}>')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (item_number_ := self.item_number) is not None:
            if '"' in item_number_ or '\\' in item_number_ or '\n' in item_number_ or '\r' in item_number_:
                item_number_ = escaped(item_number_)
            say(f' <https://w3id.org/trialgraph/schema/itemNumber> "{item_number_}"')
        if (item_level_ := self.item_level) is not None:
            say(f' <https://w3id.org/trialgraph/schema/itemLevel> "{item_level_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        text_ = self.text
        if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
            text_ = escaped(text_)
        say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        if (parent_item_ := self.parent_item) is not None:
            say(f' <https://w3id.org/trialgraph/schema/parentItem> <{parent_item_}>')
        for example_ in self.example:
            if '"' in example_ or '\\' in example_ or '\n' in example_ or '\r' in example_:
                example_ = escaped(example_)
            say(f' <https://w3id.org/trialgraph/schema/example> "{example_}"')
        if self.coded_criterion:
            said += [f' <https://w3id.org/trialgraph/schema/codedCriterion> <{coded_criterion_}>' for coded_criterion_ in self.coded_criterion]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
