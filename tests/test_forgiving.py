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
    "an object in a list of texts": (study(conditionsModule={"conditions": ["a", {"b": 1}]}), '["a", {"b": 1}]'),
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
