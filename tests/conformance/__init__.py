"""The W3C's conformance tests of SPARQL 1.1, run against a server; ``python -m tests.conformance --help``."""
