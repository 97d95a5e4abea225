"""A study with values of another kind than documented is read but for those, and says which they were."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from kg.document import Document
from kg.errors import Unreadable
from kg.loaders.ctgov.study import Study
from kg.loaders.ctgov_v2 import FORMAT
from kg.loaders.registry.forgiving import forgiven
from kg.model import Issue, Trial


def study(**modules: object) -> dict[str, Any]:
    return {"protocolSection": {"identificationModule": {"nctId": "NCT00000001", "briefTitle": "One"}, **modules}}


WRONG = {
    "words for a truth value": (
        study(designModule={"patientRegistry": "Maybe", "targetDuration": "1 Year"}),
        '"Maybe"',
    ),
    "a list for a text": (study(descriptionModule={"briefSummary": ["a", "b"]}), '["a", "b"]'),
    "a text for a module": (study(designModule="none"), '"none"'),
    "an object in a list of texts": (study(conditionsModule={"conditions": ["a", {"b": 1}]}), '{"b": 1}'),
}


@pytest.mark.parametrize(("value", "words"), WRONG.values(), ids=WRONG)
def test_all_but_the_wrong_value_is_read(value: dict[str, Any], words: str):
    reading = FORMAT.read(Document("made.json", json.dumps(value).encode()), False)
    (trial,) = (record for record in reading.records if isinstance(record, Trial))
    (issue,) = (record for record in reading.records if isinstance(record, Issue))
    assert trial.brief_title == "One"
    assert (issue.issue_kind, issue.description) == ("NOT_UNDERSTOOD", words)


def test_neighbours_of_a_wrong_value_in_a_list_stay():
    places = [{"city": "Bonn", "geoPoint": "far"}, {"city": "Ulm", "geoPoint": {"lat": 48.4, "lon": 10.0}}]
    found, left_out = forgiven(study(contactsLocationsModule={"locations": places}), Study)
    module = found.protocol_section.contacts_locations_module
    assert module
    assert [(one.city, one.geo_point is not None) for one in module.locations] == [("Bonn", False), ("Ulm", True)]
    assert [words for _, words in left_out] == ['"far"']


def test_one_wrong_element_costs_neither_its_neighbours_nor_the_study():
    right = {"groupId": "BG000", "value": "4"}
    measures = [{"title": str(n), "classes": [{"categories": [{"measurements": [right]}]}]} for n in range(60)]
    measures.append({"title": "none", "classes": [{"categories": [{"measurements": []}]}]})
    measures[7]["classes"][0]["categories"][0]["measurements"].append("none")
    value = study() | {"resultsSection": {"baselineCharacteristicsModule": {"measures": measures}}}
    found, left_out = forgiven(value, Study)
    assert found.results_section
    assert found.results_section.baseline_characteristics_module
    read = found.results_section.baseline_characteristics_module.measures
    assert [len(one.classes[0].categories[0].measurements) for one in read] == [*([1] * 60), 0]
    assert [words for _, words in left_out] == ['"none"']


def test_a_list_of_nothing_but_wrong_elements_goes_as_a_whole():
    found, left_out = forgiven(study(conditionsModule={"conditions": [[]] * 60, "keywords": ["a"]}), Study)
    assert found.protocol_section.conditions_module
    assert found.protocol_section.conditions_module.keywords == ("a",)
    assert [place for place, _ in left_out] == ["protocolSection.conditionsModule.conditions"]


def test_null_is_nothing():
    found, left_out = forgiven(study(conditionsModule={"keywords": None, "conditions": ["a", None]}), Study)
    assert found.protocol_section.conditions_module
    assert found.protocol_section.conditions_module.conditions == ("a",)
    assert left_out == []


def test_what_has_no_number_is_no_study():
    with pytest.raises(msgspec.ValidationError, match="nctId"):
        forgiven({"protocolSection": {"identificationModule": {"nctId": 7}}}, Study)
    with pytest.raises(Unreadable, match="not a study"):
        FORMAT.read(Document("made.json", b'{"protocolSection": {"identificationModule": {}}}'), False)


def test_a_heap_of_wrong_values_is_no_study():
    heap = [{"city": []} for _ in range(60)]
    with pytest.raises(msgspec.ValidationError, match="city"):
        forgiven(study(contactsLocationsModule={"locations": heap}), Study)
