"""The whole graph as sorted files that any RDF store loads, written without any store.

A folder of shards holds::

    statements-00000-of-00004.nt    the knowledge graph: the default graph, each statement once
    sources-00000-of-00004.nq       who says so: the graphs of documents, rule sets, vocabulary and ontology
    rejects.jsonl                   what could not be read
    manifest.json                   counts and checksums

Together they are what ``kg build`` publishes, statement by statement. A line is in the file that the checksum of its
subject names, and files are sorted by bytes, so they are the same whatever engine wrote them, from however many
workers, and in whatever order the documents came.
"""
