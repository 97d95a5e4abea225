"""What things are called on pages."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg.model.intervention import ArmIntervention, DoseSchedule, InterventionComponent
from kg.model.publication import DatabankReference, PublicationEvent
from kg.model.trial import TrialIdentifier
from kg.rdf.iris import BASE
from kg.service.names import Names

R = BASE + "record/ctgov/NCT1"


class Held:
    """Records as statements of the knowledge graph."""

    def __init__(self, *records: ArmIntervention | InterventionComponent | TrialIdentifier) -> None:
        self._store = ox.Store()
        for record in records:
            self._store.extend(ox.Quad(*quad.triple) for quad in ox.parse(record.nquads(R), ox.RdfFormat.N_QUADS))

    def quads(self, *pattern: ox.NamedNode | None) -> Iterator[ox.Quad]:
        """Those of a pattern."""
        return self._store.quads_for_pattern(*pattern)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (TrialIdentifier(iri=f"{R}/identifier/1", id_value="2020-001234-56"), "2020-001234-56"),
        (DatabankReference(iri=f"{R}/databank/1", accession="NCT1"), "NCT1"),
        (PublicationEvent(iri=f"{R}/event/1", event_name="received"), "received"),
        (DoseSchedule(iri=f"{R}/dose/1", dose_text="400 mg/d"), "400 mg/d"),
        (ArmIntervention(iri=f"{R}/arm/1/intervention/2", of_intervention=f"{R}/intervention/2"), "venetoclax"),
        (ArmIntervention(iri=f"{R}/arm/1/intervention/3", of_intervention=f"{R}/none"), "arm 1 intervention 3 (NCT1)"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_part_without_a_label_is_called_by_what_it_says(record: TrialIdentifier | ArmIntervention, name: str):
    held = Held(record, InterventionComponent(iri=f"{R}/intervention/2", label="venetoclax"))
    assert Names(held).of(record.iri) == name  # type: ignore[arg-type]
