"""RDF terms and IRIs: what is written is read back by a parser that shares no code with the writer."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import iris
from kg.rdf.prefixes import PREFIXES
from kg.rdf.terms import partial_date, text, typed

XSD = "http://www.w3.org/2001/XMLSchema#"

# One hazard a case: a string with two hides the loss of either.
TEXT_HAZARDS = {
    "quote": '"',
    "two quotes": '""',
    "backslash": "\\",
    "line feed": "\n",
    "carriage return": "\r",
    "tab": "\t",
    "backslash and n": "\\n",
    "backslash and u": "\\u0041",
    "apostrophe": "'",
    "two apostrophes": "''",
    "micro sign": "µ",
    "line separator": "\u2028",
    "next line": "\x85",
    "syringe": "\U0001f489",
    "byte order mark": "\ufeff",
    "replacement character": "\ufffd",
    "right to left": "\u202eאב",
    "Chinese": "维奈克拉",
    "combining accent": "e\u0301",
    "start of heading": "\x01",
    "escape": "\x1b",
    "unit separator": "\x1f",
    "delete": "\x7f",
    "C1 control": "\x80",
    "private use": "\ue000",
    "noncharacter": "\ufffe",
    "angle brackets": "<p> .",
    "caret type": '"^^<x>',
    "language mark": "@en",
    "long": "x" * 100_000,
    "nothing": "",
}
IRI_HAZARDS = {
    **TEXT_HAZARDS,
    "long": "x" * 5_000,
    "space": " ",
    "brace": "{",
    "bar": "|",
    "backtick": "`",
    "square bracket": "[",
    "percent": "%",
    "percent and no digits": "%zz",
    "percent and digits": "%41",
    "slash": "/",
    "question mark": "?",
    "hash": "#",
    "two hashes": "#a#b",
    "colon": ":",
    "tag character": "\U000e0001",
    "plane 15": "\U000f0000",
    "dot segments": "/../",
}


def read(line: str) -> ox.Quad:
    """The one quad of a line."""
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS)
    return quad


def name_read_back(iri: str) -> str:
    """An IRI after it stood as subject, predicate and graph of a line."""
    quad = read(f'<{iri}> <{iri}> "o" <{iri}> .\n')
    assert quad.subject == quad.predicate == quad.graph_name
    return quad.subject.value


@pytest.mark.parametrize("hazard", TEXT_HAZARDS.values(), ids=TEXT_HAZARDS)
def test_text_comes_back_from_an_independent_parser(hazard: str):
    literal = read(f"<urn:s> <urn:p> {text(f'a{hazard}z')} <urn:g> .\n").object
    assert literal == ox.Literal(f"a{hazard}z")


@pytest.mark.parametrize("hazard", TEXT_HAZARDS.values(), ids=TEXT_HAZARDS)
def test_text_of_a_hazard_alone_comes_back(hazard: str):
    assert read(f"<urn:s> <urn:p> {text(hazard)} <urn:g> .\n").object.value == hazard


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_any_text_comes_back(written: str):
    assert read(f"<urn:s> <urn:p> {text(written)} <urn:g> .\n").object == ox.Literal(written)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1E+5", "100000"),
        ("1E-7", "0.0000001"),
        ("0E-10", "0.0000000000"),
        ("1.50", "1.50"),
        ("-0.0", "-0.0"),
        ("123456789012345678901234567890.1", "123456789012345678901234567890.1"),
    ],
)
def test_decimal_is_written_without_exponent(value: str, written: str):
    literal = read(f"<urn:s> <urn:p> {typed(Decimal(value), 'decimal')} .\n").object
    assert (literal.value, literal.datatype.value) == (written, XSD + "decimal")


@pytest.mark.parametrize(
    ("value", "datatype"), [("2019-07-01", "date"), ("2019-07", "gYearMonth"), ("2019", "gYear")], ids=str
)
def test_partial_date_keeps_its_precision(value: str, datatype: str):
    literal = read(f"<urn:s> <urn:p> {partial_date(value)} .\n").object
    assert (literal.value, literal.datatype.value) == (value, XSD + datatype)


@pytest.mark.parametrize("value", ["", "2019-7", "July 2019", "2019-07-01T00:00:00"])
def test_partial_date_of_another_length_is_refused(value: str):
    with pytest.raises(KeyError, match=str(len(value))):
        partial_date(value)


@pytest.mark.parametrize(
    ("value", "kind", "written", "datatype"),
    [
        (7, "integer", "7", "integer"),
        (True, "boolean", "true", "boolean"),
        (False, "boolean", "false", "boolean"),
        ("2019", "year", "2019", "gYear"),
        ("2019-07-01", "date", "2019-07-01", "date"),
        ("2019-07-01T09:30:00", "datetime", "2019-07-01T09:30:00", "dateTime"),
        ('5"', "string", '5"', "string"),
    ],
)
def test_value_is_written_with_the_type_of_its_kind(value: object, kind: str, written: str, datatype: str):
    literal = read(f"<urn:s> <urn:p> {typed(value, kind)} .\n").object
    assert (literal.value, literal.datatype.value) == (written, XSD + datatype)


def test_kind_that_the_schema_does_not_have_is_refused():
    with pytest.raises(KeyError, match="float"):
        typed(1.5, "float")


NAMERS = {
    "segment": lambda key: iris.BASE + iris.segment(f"a{key}z"),
    "segment of other letters": lambda key: iris.BASE + iris.segment(f"ü{key}z"),
    "slug": lambda key: iris.BASE + iris.slug(f"a{key}z"),
    "under": lambda key: iris.under(iris.BASE + "record/x/1", "arm", f"a{key}z"),
    "trial": iris.trial,
    "record": lambda key: iris.record("isrctn", key),
    "publication by DOI": lambda key: iris.publication(doi=f"10.1/{key}"),
    "entity": lambda key: iris.entity("drug", f"a{key}"),
    "organisation": lambda key: iris.organisation(f"a{key}z", "Ulm"),
    "person by ORCID": iris.person_by_orcid,
    "ORCID": iris.orcid,
    "DOI": lambda key: iris.doi(f"10.1/{key}"),
    "MeSH": lambda key: iris.expand(f"MESH:D{key}"),
    "patent": lambda key: iris.patent(f"WO{key}"),
    "journal": lambda key: iris.journal(f"1{key}"),
}


@pytest.mark.parametrize("hazard", IRI_HAZARDS.values(), ids=IRI_HAZARDS)
@pytest.mark.parametrize("namer", NAMERS.values(), ids=NAMERS)
def test_name_made_of_a_hazard_is_an_iri(namer: Callable[[str], str], hazard: str):
    iri = namer(hazard)
    assert name_read_back(iri) == iri


@pytest.mark.parametrize("hazard", IRI_HAZARDS.values(), ids=IRI_HAZARDS)
@pytest.mark.parametrize(
    "place", ["http://example.org/a{}z", "https://example.org/?q={}", "http://e.org/#{}", "http://a{}b/"]
)
def test_web_address_with_a_hazard_is_an_iri_or_none(place: str, hazard: str):
    iri = iris.web(place.format(hazard))
    assert iri is None or name_read_back(iri) == iri


@pytest.mark.parametrize(
    "written", ["http://a:b/c", "http://", "https:///x", "ftp://a.org", "www.a.org", "http://[x]/", ""]
)
def test_what_is_no_web_address_has_none(written: str):
    assert iris.web(written) is None


@pytest.mark.parametrize(
    "written",
    ["http://example.org", "https://example.org:8080/a?b=c&d=%20#e", "HTTP://EXAMPLE.ORG/x", "https://例え.jp/é"],
)
def test_sound_web_address_stays_as_it_is(written: str):
    assert iris.web(f" {written}\n") == written


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_key_is_one_segment_of_an_iri(key: str):
    segment = iris.segment(key)
    assert not set("/?#") & set(segment)
    assert name_read_back(iris.BASE + "x/" + segment) == iris.BASE + "x/" + segment


@given(*(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8) for _ in "ab"))
def test_different_keys_are_different_segments(one: str, other: str):
    assert (iris.segment(one) == iris.segment(other)) == (one == other)


@pytest.mark.parametrize(
    "other", ["ROCHE  Pharma AG", "Roche-Pharma (AG)", "roche pharma, ag.", "Ｒｏｃｈｅ Pharma AG"]
)
def test_names_that_differ_in_case_or_punctuation_are_one_organisation(other: str):
    assert iris.organisation("Roche Pharma AG") == iris.organisation(other)


def test_university_of_rochester_is_not_roche():
    assert iris.organisation("Roche") != iris.organisation("University of Rochester")


def test_organisations_of_two_places_are_two():
    assert iris.organisation("Union Hospital", "Fuzhou") != iris.organisation("Union Hospital", "Wuhan")


def test_doi_is_the_same_in_either_case():
    assert iris.doi("10.1000/ABC") == iris.doi("10.1000/abc")
    assert iris.publication(doi="10.1000/ABC") == iris.publication(doi="10.1000/abc")


def test_doi_with_reserved_characters_is_one_path():
    old_style = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
    assert "%3C1661::aid-sim968%3E" in iris.doi(old_style)
    assert iris.doi("10.1/a#b?c%41") == "https://doi.org/10.1/a%23b%3Fc%2541"


def test_publication_without_number_is_refused():
    with pytest.raises(ValueError, match="neither was given"):
        iris.publication()


def test_publication_is_named_by_its_pmid_first():
    assert iris.publication(pmid="1", doi="10.1/x") == iris.publication(pmid="1")


def test_title_key_forgives_case_and_punctuation_only():
    key = iris.title_key("A Phase 2 Study of APG-1387")
    assert key == iris.title_key("a phase 2 study of APG 1387.")
    assert key != iris.title_key("A Phase 3 Study of APG-1387")


def test_undeclared_prefix_is_refused():
    with pytest.raises(KeyError, match="UMLS"):
        iris.expand("UMLS:C0")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefix_expands_as_declared(prefix: str):
    assert iris.expand(f"{prefix}:1") == PREFIXES[prefix] + "1"
    assert name_read_back(iris.expand(f"{prefix}:1"))
