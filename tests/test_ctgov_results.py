"""Results sections: small ones made up here, each with one thing that can go wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar

import msgspec
import pyoxigraph as ox
import pytest

from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.results import results
from kg.loaders.ctgov.study_results import ResultsSection
from kg.model import (
    AdverseEvent,
    Analysis,
    BaselineMeasure,
    Denominator,
    EventCount,
    FlowCount,
    Measurement,
    OutcomeResult,
    ParticipantFlow,
    Record,
    ResultGroup,
    ResultsReport,
    Trial,
)

OneRecord = TypeVar("OneRecord", bound=Record)
RECORD = "https://w3id.org/trialgraph/record/ctgov/NCT00000001"
TRIAL = "https://w3id.org/trialgraph/trial/NCT00000001"


class Said:
    """What a results section says, ready to ask."""

    def __init__(self, *, contacts: bool = False, **modules: object) -> None:
        section = msgspec.convert(modules, ResultsSection, strict=False)
        text = Draft("NCT00000001", RECORD, TRIAL, contacts=contacts).text
        found = results(section, RECORD, text)
        self.records, self.slots = found.records, found.trial_slots
        self.by_iri = {record.iri: record for record in self.records}

    def all(self, kind: type[OneRecord]) -> list[OneRecord]:
        """Records of a class, in order."""
        return [record for record in self.records if isinstance(record, kind)]

    def one(self, kind: type[OneRecord]) -> OneRecord:
        """The only record of a class."""
        (record,) = self.all(kind)
        return record

    def nquads(self) -> str:
        """Every statement, the trial's included."""
        return "".join(record.nquads(RECORD) for record in [*self.records, Trial(iri=TRIAL, **self.slots)])


def group(code: str, title: str | None = None, **more: object) -> dict[str, Any]:
    return {"id": code, "title": title, **more}


def counts(**values: object) -> list[dict[str, Any]]:
    return [{"groupId": code, "value": value} for code, value in values.items()]


def denom(units: str = "Participants", **values: object) -> dict[str, Any]:
    return {"units": units, "counts": counts(**values)}


def rows(*measurements: dict[str, Any], title: str | None = None, **more: object) -> dict[str, Any]:
    return {"title": title, "categories": [{"measurements": list(measurements)}], **more}


def outcome(*classes: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"type": "PRIMARY", "title": "Response", "groups": [group("OG000", "A")], "classes": list(classes), **more}


def outcomes(*measures: dict[str, Any], **more: object) -> Said:
    return Said(outcomeMeasuresModule={"outcomeMeasures": list(measures)}, **more)


def value(written: object, **more: object) -> Measurement:
    return outcomes(outcome(rows({"groupId": "OG000", "value": written, **more}))).one(Measurement)


def analysis(**written: object) -> Analysis:
    return outcomes(outcome(analyses=[written])).one(Analysis)


@pytest.mark.parametrize(
    ("written", "number", "words"),
    [
        ("1.50", Decimal("1.50"), None),
        ("-3", Decimal(-3), None),
        ("NA", None, "NA"),
        ("<1", None, "<1"),
        ("1,234", None, "1,234"),
        (".5", Decimal("0.5"), ".5"),
        ("1e3", Decimal(1000), "1e3"),
        ("NaN", None, "NaN"),
        ("Infinity", None, "Infinity"),
        ("1_000", None, "1_000"),
        ("٣", None, "٣"),
        ("9" * 5000, None, "9" * 5000),
        ("1e999999999", None, "1e999999999"),
        (2.5, Decimal("2.5"), None),
        ("  ", None, None),
    ],
    ids=lambda one: ascii(one)[:20],
)
def test_value_is_a_number_only_where_it_is_written_as_one(written: object, number: Decimal | None, words: str | None):
    measured = value(written)
    assert (measured.value, measured.value_text) == (number, words)


def test_number_keeps_the_places_it_is_written_with():
    assert '"1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>' in value("1.50").nquads(RECORD)


def test_limits_and_spread_that_are_no_numbers_stay_words():
    measured = value("5", spread="NA", lowerLimit="<1", upperLimit="NA")
    assert (measured.spread_text, measured.lower_limit_text, measured.upper_limit_text) == ("NA", "<1", "NA")
    assert (measured.spread, measured.lower_limit, measured.upper_limit) == (None, None, None)


@pytest.mark.parametrize(
    ("written", "number", "words"),
    [
        ("0.05", Decimal("0.05"), None),
        ("<0.001", None, "<0.001"),
        ("=0.247", Decimal("0.247"), "=0.247"),
        ("1.7", None, "1.7"),
        ("-0.1", None, "-0.1"),
        ("not done", None, "not done"),
    ],
)
def test_p_value_is_a_number_only_where_it_is_a_probability(written: str, number: Decimal | None, words: str | None):
    found = analysis(pValue=written)
    assert (found.p_value, found.p_value_text) == (number, words)


def test_analysis_keeps_every_field():
    written = {
        "groupIds": ["OG000", "OG000"], "paramType": "Odds Ratio (OR)", "paramValue": "2.1",
        "dispersionType": "STANDARD_ERROR_OF_MEAN", "dispersionValue": "0.3", "statisticalMethod": "ANCOVA",
        "statisticalComment": "by centre", "pValue": "0.2", "pValueComment": "nominal", "ciNumSides": "ONE_SIDED",
        "ciPctValue": "97.5", "ciLowerLimit": "1", "ciUpperLimit": "NA", "ciLowerLimitComment": "a",
        "ciUpperLimitComment": "b", "estimateComment": "c", "testedNonInferiority": True,
        "nonInferiorityType": "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY", "nonInferiorityComment": "d",
        "otherAnalysisDescription": "e", "groupDescription": "f",
    }  # fmt: skip
    found = {name: given for name, given in msgspec.structs.asdict(analysis(**written)).items() if given is not None}
    empty = {"value_text", "spread_text", "p_value_text", "confidence_level_text", "lower_limit_text", "upper_limit"}
    assert set(analysis().__struct_fields__) - found.keys() == empty
    assert found["compared_group"] == (f"{RECORD}/outcome-group/1",)
    assert (found["sidedness"], found["confidence_level"]) == ("1-Sided", Decimal("97.5"))
    assert found["test_type"] == "Non-Inferiority or Equivalence (legacy)"


def test_group_that_no_list_declares_is_known_by_its_code():
    said = outcomes(outcome(rows({"groupId": "OG009", "value": "1"})))
    measured = said.one(Measurement)
    assert said.by_iri[measured.of_group].group_code == "OG009"
    assert measured.of_group in said.slots["result_group"]


def test_value_without_a_group_has_none():
    assert outcomes(outcome(rows({"value": "1"}))).one(Measurement).of_group is None


def test_outcomes_that_repeat_a_group_share_it():
    said = outcomes(outcome(denoms=[denom(OG000="7")]), outcome(denoms=[denom(OG000="7")]))
    assert len(said.all(ResultGroup)) == len(said.all(Denominator)) == 1
    first, second = said.all(OutcomeResult)
    assert first.denominator == second.denominator == (said.one(Denominator).iri,)


def test_outcomes_that_give_one_code_to_two_groups_do_not_share_them():
    said = outcomes(
        outcome(denoms=[denom(OG000="7")]), outcome(denoms=[denom(OG000="7")], groups=[group("OG000", "B")])
    )
    assert [one.label for one in said.all(ResultGroup)] == ["A", "B"]
    assert len({one.of_group for one in said.all(Denominator)}) == 2


def test_group_of_another_module_with_the_same_title_is_another_group():
    said = outcomes(outcome(), adverseEventsModule={"eventGroups": [group("EG000", "A")]})
    assert {one.group_module for one in said.all(ResultGroup)} == {"OUTCOME", "EVENTS"}


def test_group_of_an_outcome_that_is_neither_counted_nor_measured_is_kept_with_it():
    assert outcomes(outcome()).one(OutcomeResult).result_group == (f"{RECORD}/outcome-group/1",)


def test_denominator_of_a_class_stands_with_its_measurement():
    said = outcomes(
        outcome(rows({"groupId": "OG000", "value": "1"}, denoms=[denom(OG000="5")]), denoms=[denom(OG000="7")])
    )
    (iri,) = said.one(Measurement).denominator
    assert said.by_iri[iri].denominator_count == 5


def test_denominator_of_a_class_that_is_that_of_the_measure_is_not_repeated():
    said = outcomes(
        outcome(rows({"groupId": "OG000", "value": "1"}, denoms=[denom(OG000="7")]), denoms=[denom(OG000="7")])
    )
    assert said.one(Measurement).denominator == ()


def test_class_that_counts_a_group_and_measures_none_keeps_the_count():
    said = outcomes(outcome({"title": "Week 4", "denoms": [denom(OG000="0")]}, denoms=[denom(OG000="7")]))
    measured = said.one(Measurement)
    assert (measured.class_title, measured.value, measured.value_text) == ("Week 4", None, None)
    assert said.by_iri[measured.denominator[0]].denominator_count == 0


def test_denominators_in_two_units_say_which_of_them_values_are_out_of():
    said = outcomes(
        outcome(denoms=[denom(OG000="7"), denom("Eyes", OG000="14")], denomUnitsSelected="Eyes"),
        outcome(denoms=[denom(OG000="7")], denomUnitsSelected="Participants"),
    )
    assert [one.denominator_units for one in said.all(OutcomeResult)] == ["Eyes", None]


@pytest.mark.parametrize(
    ("written", "number", "words"),
    [
        ("1,234", 1234, "1,234"),
        ("<5", None, "<5"),
        ("NA", None, "NA"),
        ("-3", None, "-3"),
        ("9" * 4400, None, "9" * 4400),
        (7, 7, None),
        (7.5, None, "7.5"),
        (7.0, 7, "7.0"),
        ("1,234.00", 1234, "1,234.00"),
        ("7.", None, "7."),
    ],
    ids=lambda one: ascii(one)[:20],
)
def test_count_that_is_no_number_of_people_stays_words(written: object, number: int | None, words: str | None):
    found = outcomes(outcome(denoms=[denom(OG000=written)])).one(Denominator)
    assert (found.denominator_count, found.count_text) == (number, words)


def test_rank_of_an_outcome_is_that_of_the_model():
    said = outcomes(outcome(type="OTHER_PRE_SPECIFIED"), outcome(type="POST_HOC"), outcome(type="LATER"), outcome())
    assert [one.outcome_type for one in said.all(OutcomeResult)] == ["OTHER", "POST_HOC", None, "PRIMARY"]


def test_outcome_without_values_says_that_they_are_not_posted():
    said = outcomes(outcome(reportingStatus="NOT_POSTED", anticipatedPostingDate="2026-05"))
    assert said.one(OutcomeResult).reporting_status == "Not Posted"
    assert said.one(OutcomeResult).anticipated_posting == "2026-05"


def test_baseline_names_class_and_category_and_the_denominators_of_its_groups():
    female = {"title": "Female", "measurements": counts(BG000="3")}
    measure = {"title": "Sex", "paramType": "COUNT_OF_PARTICIPANTS", "dispersionType": "NA"}
    module = {
        "groups": [group("BG000", "A")],
        "denoms": [denom(BG000="9")],
        "measures": [measure | {"classes": [{"title": "Part 1", "categories": [female]}]}],
    }
    said = Said(baselineCharacteristicsModule=module)
    measured = said.one(Measurement)
    assert (measured.class_title, measured.category_title, measured.value) == ("Part 1", "Female", Decimal(3))
    assert said.by_iri[said.one(ResultGroup).denominator[0]].denominator_count == 9
    assert said.one(BaselineMeasure).parameter_type == "Count of Participants"


def test_total_overlaps_the_other_groups_of_its_module_and_they_do_not():
    module = {"groups": [group("BG000", "A"), group("BG001", "B"), group("BG002", "Total")]}
    first, second, total = Said(baselineCharacteristicsModule=module).all(ResultGroup)
    assert total.overlaps_with == (first.iri, second.iri)
    assert first.overlaps_with == second.overlaps_with == ()


def test_flow_counts_people_and_units_and_keeps_reasons_that_nobody_had():
    started = {"groupId": "FG000", "numSubjects": "8", "numUnits": "2", "comment": "in two clinics"}
    period = {
        "title": "Overall Study",
        "milestones": [{"type": "STARTED", "comment": "randomised", "achievements": [started]}],
        "dropWithdraws": [{"type": "Death", "reasons": [{"groupId": "FG000", "numSubjects": "0"}]}],
    }
    module = {"groups": [group("FG000", "A")], "periods": [period], "typeUnitsAnalyzed": "Clinics"}
    said = Said(participantFlowModule=module)
    begun, died = said.all(FlowCount)
    assert (begun.count, begun.unit_count, begun.comment, begun.step_comment) == (8, 2, "in two clinics", "randomised")
    assert (died.flow_kind, died.label, died.count) == ("DROP_WITHDRAW", "Death", 0)
    assert said.one(ParticipantFlow).flow_unit == "Clinics"


def events(*listed: dict[str, Any], **more: object) -> Said:
    return Said(
        adverseEventsModule={"eventGroups": [group("EG000", "A", **more)], "seriousEvents": list(listed)},
    )


def event(term: str, **numbers: object) -> dict[str, Any]:
    return {"term": term, "stats": [{"groupId": "EG000", **numbers}]}


def test_event_that_nobody_had_keeps_its_count_and_denominator():
    said = events(event("Rash", numAffected=0, numAtRisk=9))
    count = said.by_iri[said.one(AdverseEvent).event_count[0]]
    assert (count.affected, count.at_risk, count.events) == (0, 9, None)


def test_events_with_the_same_numbers_in_a_group_share_them():
    said = events(event("Rash", numAffected=1, numAtRisk=9), event("Fever", numAffected=1, numAtRisk=9))
    rash, fever = said.all(AdverseEvent)
    assert rash.event_count == fever.event_count == (said.one(EventCount).iri,)


def test_totals_are_told_from_kinds_of_event():
    said = events(deathsNumAffected=0, deathsNumAtRisk=9, seriousNumAffected=2, seriousNumAtRisk=9)
    assert [one.seriousness for one in said.all(AdverseEvent)] == ["DEATHS", "SERIOUS_TOTAL"]


def test_number_of_events_that_is_none_stays_words():
    count = events(event("Rash", numAffected="NA", numAtRisk="1,234", numEvents=-1)).one(EventCount)
    assert (count.affected, count.at_risk, count.events) == (None, 1234, None)
    assert count.count_text == "affected NA, at risk 1,234, events -1"


def test_code_of_meddra_is_not_published():
    said = events({**event("Rash (10037844)"), "organSystem": "10040785 Skin", "sourceVocabulary": "MedDRA 26.0"})
    found = said.one(AdverseEvent)
    assert (found.label, found.organ_system, found.source_vocabulary) == ("Rash", "Skin", "MedDRA 26.0")
    assert "100" not in said.nquads()


def test_what_is_said_of_the_results_as_a_whole_is_said_once():
    said = Said(
        adverseEventsModule={"timeFrame": "2 years", "frequencyThreshold": "5", "allCauseMortalityComment": "unknown"},
        moreInfoModule={"limitationsAndCaveats": {"description": "Few people"}},
    )
    report = said.one(ResultsReport)
    assert (report.frequency_threshold, report.limitations) == (Decimal(5), "Few people")
    assert (report.event_time_frame, report.mortality_comment) == ("2 years", "unknown")
    assert said.slots["results_report"] == (report.iri,)


def test_markup_is_not_part_of_the_words():
    assert outcomes(outcome(description="p\\<0.05")).one(OutcomeResult).description == "p<0.05"


def test_address_in_a_description_is_masked_unless_asked_for():
    described = outcome(description="Ask jo@example.org")
    assert "example" not in outcomes(described).nquads()
    assert "jo@example.org" in outcomes(described, contacts=True).nquads()


@pytest.mark.parametrize(
    "modules",
    [
        {},
        {"participantFlowModule": {}},
        {"participantFlowModule": {"groups": [{}], "periods": [{"milestones": [{"achievements": [{}]}]}]}},
        {"baselineCharacteristicsModule": {"denoms": [{}], "measures": [{"classes": [{"categories": [{}]}]}]}},
        {"baselineCharacteristicsModule": {"denoms": [{"counts": [{}]}], "measures": [{"denoms": [denom(X="1")]}]}},
        {"outcomeMeasuresModule": {"outcomeMeasures": [{"groups": [{}, {}], "analyses": [{"groupIds": ["", "Z"]}]}]}},
        {"adverseEventsModule": {"eventGroups": [{}], "otherEvents": [{"stats": [{}]}]}},
        {"moreInfoModule": {"limitationsAndCaveats": {}}},
    ],
    ids=lambda modules: "-".join(modules),
)
def test_hollow_section_says_nothing_wrong(modules: dict[str, Any]):
    said = Said(**modules)
    quads = list(ox.parse(said.nquads(), format=ox.RdfFormat.N_QUADS))
    subjects = {quad.subject.value for quad in quads} | {TRIAL}
    ours = {q.object.value for q in quads if isinstance(q.object, ox.NamedNode) and "/record/" in q.object.value}
    assert ours <= subjects, "points to something that is not there"
    assert len(said.by_iri) == len(said.records), "one name for two things"
