"""trialgraph: a knowledge graph of clinical trials, built from documents and questioned with SPARQL."""
