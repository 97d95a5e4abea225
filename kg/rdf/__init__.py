"""RDF terms and the IRIs that name things."""
