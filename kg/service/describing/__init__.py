"""What a service says of itself in RDF: its dataset, its SPARQL service, its examples.

Pure functions from a snapshot, the canned queries and where the service is, to statements.
"""
