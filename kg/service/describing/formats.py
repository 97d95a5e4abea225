"""The formats that a service gives, under the names that the W3C has for them: https://www.w3.org/ns/formats/"""

from __future__ import annotations

from kg.service.jobs.query import GRAPHS, TABLES

_NAMES = {
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
}
# Media type and name of each; those that stand for several formats, such as application/json, name none of them.
GRAPH_FORMATS = tuple((media_type, _NAMES[media_type]) for media_type in GRAPHS if media_type in _NAMES)
TABLE_FORMATS = tuple((media_type, _NAMES[media_type]) for media_type in TABLES if media_type in _NAMES)
