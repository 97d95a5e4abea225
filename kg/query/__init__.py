"""Asking the graph: canned queries, their arguments and their answers, in this process or at an endpoint."""
