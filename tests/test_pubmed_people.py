"""People of PubMed records as both formats write them."""

from __future__ import annotations

import pytest

from kg.model import Authorship, Publication
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
