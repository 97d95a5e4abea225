"""The parts of an entry that names several things, and their nodes in the arms that give them."""

from __future__ import annotations

from kg.model import ArmIntervention
from kg.model import predicates as P
from kg.rdf.iris import under
from kg.rules.conclusions import Known


def parts(entry: str, known: Known) -> list[str]:
    """An intervention and its components."""
    return [entry, *known.objects(entry, P.COMPONENT)]


def component_nodes(given: ArmIntervention, known: Known) -> list[tuple[str, str]]:
    """Of what an arm gives the node of each component, with the component; none where it is one thing."""
    components = known.objects(given.of_intervention, P.COMPONENT)
    return [(under(given.iri, "component", number), one) for number, one in enumerate(components, 1)]
