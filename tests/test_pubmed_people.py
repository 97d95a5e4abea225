"""People of PubMed records as both formats write them."""

from __future__ import annotations

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
