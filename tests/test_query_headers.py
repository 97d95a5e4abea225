"""Headers of canned queries that are wrong are errors that say how."""

from __future__ import annotations

import re

import pytest

from kg.errors import QueryError
from kg.query.catalogue import parse

GOOD = """#+ summary: What is there?
#+ parameters:
#+   most:
#+     type: integer
#+     description: Most
#+ columns:
#+   s:
#+     type: iri
SELECT ?s WHERE { VALUES ?most { 3 } ?s ?p ?most } ORDER BY ?s
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("summary:", "sumary:", "sumary"),
        ("type: integer", "type: number", "number"),
        ("VALUES ?most { 3 } ?s ?p ?most", "?s ?p 3", "declares parameters ['most'], VALUES blocks bind []"),
        ("VALUES ?most { 3 }", "VALUES ?most { 3 } VALUES ?x { 1 }", "VALUES blocks bind ['most', 'x']"),
        ("#+     description: Most", "#+     description: Most\n#+     default: 1", "default"),
        ("  type: iri", "  type: [iri", "header"),
        ("#+ summary: What is there?\n", "", "summary"),
        ("#+   s:", "#+   S:", "'S' is not lower-case"),
        ("#+ columns:\n#+   s:\n#+     type: iri\n", "", "columns"),
    ],
)
def test_a_header_that_is_wrong_is_an_error_that_says_how(old: str, new: str, says: str):
    assert parse("good", "topic", GOOD).parameters[0].example == "3"
    assert GOOD.count(old) == 1
    with pytest.raises(QueryError, match=re.escape(says)):
        parse("good", "topic", GOOD.replace(old, new))


def test_what_is_required_has_an_example():
    optional = GOOD.replace("{ 3 }", "{ UNDEF }").replace("type: integer", "type: integer\n#+     required: true")
    with pytest.raises(QueryError, match="most is required, and its VALUES block has no example"):
        parse("good", "topic", optional)
