"""People of PubMed records as both formats write them."""

from __future__ import annotations

import pytest

from kg.model import Affiliation, Authorship, Publication
from tests.made_articles import all_of, in_nbib, in_xml, one


def authors(*people: str, complete: str = "Y") -> str:
    """A list of authors in XML, each by what stands in its element."""
    return f'<AuthorList CompleteYN="{complete}">{"".join(f"<Author>{one}</Author>" for one in people)}</AuthorList>'


def test_and_others_are_no_author():
    name = "<LastName>Lark</LastName><ForeName>A B</ForeName><Initials>AB</Initials>"
    plain = in_nbib("FAU - Lark, A B", "AU  - Lark AB", "AU  - et al.")
    for reading in (plain, in_xml(authors(name, complete="N"))):
        role = one(reading, Authorship)
        assert (role.label, role.contribution) == ("A B Lark", ("AUTHOR", "FIRST_AUTHOR"))
        assert one(reading, Publication).author_list_complete is False


def test_a_list_of_all_authors_says_nothing_of_others():
    plain = in_nbib("FAU - Lark, A B", "AU  - Lark AB", "FAU - Et, Al", "AU  - Et A")
    assert len(all_of(plain, Authorship)) == 2
    assert one(plain, Publication).author_list_complete is None


def identified(*identifiers: tuple[str, str]) -> list[Authorship]:
    """An author with identifiers, by source and number, in both formats."""
    given = "".join(f'<Identifier Source="{source}">{number}</Identifier>' for source, number in identifiers)
    xml = in_xml(authors(f"<LastName>Lark</LastName><ForeName>Ann</ForeName><Initials>A</Initials>{given}"))
    lines = [f"AUID- {source}: {number}" for source, number in identifiers]
    return [one(reading, Authorship) for reading in (xml, in_nbib("FAU - Lark, Ann", "AU  - Lark A", *lines))]


def test_a_number_of_isni_is_no_orcid_though_its_form_is_the_same():
    for role in identified(("ISNI", "0000000121032683"), ("ORCID", "http://orcid.org/0000-0002-1825-0097")):
        assert role.orcid == "https://orcid.org/0000-0002-1825-0097"
        assert role.identifier_text == ("ISNI: 0000000121032683",)


@pytest.mark.parametrize("source", ["ORCID", "orcid"])
@pytest.mark.parametrize(
    "number", ["0000\u20130002\u20131825\u20130097", "0000\u20110002\u20111825\u20110097", "0000 0002 1825 0097"]
)
def test_an_orcid_is_one_whatever_parts_its_figures(source: str, number: str):
    for role in identified((source, number)):
        assert (role.orcid, role.identifier_text) == ("https://orcid.org/0000-0002-1825-0097", ())


def both(last: str, fore: str, initials: str, suffix: str = "") -> list[Authorship]:
    """An author by the parts of the name, in XML and as plain records print them."""
    xml = f"<LastName>{last}</LastName><ForeName>{fore}</ForeName><Initials>{initials}</Initials>"
    xml += f"<Suffix>{suffix}</Suffix>" if suffix else ""
    lines = (f"FAU - {last}, {fore} {suffix}".rstrip(), f"AU  - {last} {initials} {suffix}".rstrip())
    return [one(reading, Authorship) for reading in (in_xml(authors(xml)), in_nbib(*lines))]


@pytest.mark.parametrize("suffix", ["Jr", "Sr", "1st", "2nd", "3rd", "5th", "II", "III", "IV", "V"])
def test_a_suffix_is_no_part_of_a_given_name(suffix: str):
    for role in both("Lark", "Ann B", "AB", suffix):
        assert (role.given_name, role.name_suffix, role.initials) == ("Ann B", suffix, "AB")
        assert role.label == f"Ann B Lark {suffix}"


@pytest.mark.parametrize(
    ("last", "fore", "initials"),
    [("Lark", "IV", "IV"), ("Lark", "Ann V", "AV"), ("Lark", "Ann Jr", "AJ"), ("V", "A", "A")],
)
def test_what_is_given_is_no_suffix(last: str, fore: str, initials: str):
    for role in both(last, fore, initials):
        assert (role.family_name, role.given_name, role.name_suffix) == (last, fore, None)


def test_a_suffix_may_be_cited_as_a_number():
    role = one(in_nbib("FAU - Lark, Ann III", "AU  - Lark A 3rd"), Authorship)
    assert (role.given_name, role.name_suffix, role.initials) == ("Ann", "III", "A")


def test_a_suffix_without_a_cited_name_stands_behind_the_given_name():
    assert one(in_nbib("FAU - Lark, Ann Jr"), Authorship).name_suffix == "Jr"
    assert one(in_nbib("FAU - Lark, Ann V"), Authorship).given_name == "Ann V"


def test_names_are_whole_whatever_marks_them():
    name = "<LastName>La<i>rk</i></LastName><ForeName>A<sup>n</sup>n</ForeName><Suffix>3<sup>rd</sup></Suffix>"
    role = one(in_xml(authors(name)), Authorship)
    assert (role.family_name, role.given_name, role.name_suffix, role.label) == ("Lark", "Ann", "3rd", "Ann Lark 3rd")


def places(text: str, *codes: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """Where an author works in XML, which is what the plain record says."""
    given = "".join(f'<Identifier Source="{source}">{code}</Identifier>' for source, code in codes)
    info = f"<AffiliationInfo><Affiliation>{text}</Affiliation>{given}</AffiliationInfo>"
    printed = " ".join((text, *(f"{source}: {code}." for source, code in codes)))
    xml, plain = (
        [(place.text, place.affiliation_id) for place in all_of(reading, Affiliation)]
        for reading in (in_xml(authors(f"<LastName>Lark</LastName>{info}")), in_nbib("FAU - Lark", f"AD  - {printed}"))
    )
    assert xml == plain
    return xml


@pytest.mark.parametrize("end", ["; and", "; and."])
def test_an_and_before_nothing_is_no_place(end: str):
    (found,) = places(f"Lark Hospital, Town, Land{end}")
    assert found == ("Lark Hospital, Town, Land", ())
    (found,) = places(f"Lark Hospital, Town, Land{end}", ("ROR", "05a28rw58"))
    assert found == ("Lark Hospital, Town, Land", ("ROR: 05a28rw58",))


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("ROR", "05a28rw58"),
        ("ROR", "https://ror.org/05a28rw58"),
        ("FundRef", "100000001"),
        ("FundRef", "10.13039/100000001"),
        ("FundRef", "https://doi.org/10.13039/100000001"),
    ],
)
def test_a_code_of_an_organisation_is_no_part_of_its_name(source: str, code: str):
    assert places("Lark Hospital, Town.", (source, code)) == [("Lark Hospital, Town", (f"{source}: {code}",))]
