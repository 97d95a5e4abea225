"""Abstracts of PubMed records by other hands and in other languages, alike in both formats."""

from __future__ import annotations

from kg.document import Reading
from kg.model import AbstractSection, OtherAbstract, Publication, PublicationRecord
from tests.made_articles import all_of, in_nbib, in_xml, one

ELSEWHERE = "Abstract available from the publisher."
RIGHTS = "© 2020 Lark Society. Published by Lark Press."


def others(reading: Reading) -> list[tuple[str, tuple[str, ...], str | None, str | None]]:
    """Words, language, kind and rights of the other abstracts."""
    return [(o.text, o.language, o.abstract_type, o.rights) for o in all_of(reading, OtherAbstract)]


def in_both(kind: str, language: str, text: str, rights: str = "") -> tuple[Reading, Reading]:
    """An article with another abstract, in XML and as a plain record."""
    words = f"<AbstractText>{text}</AbstractText>"
    words += f"<CopyrightInformation>{rights}</CopyrightInformation>" if rights else ""
    xml = in_xml(after=f'<OtherAbstract Type="{kind}" Language="{language}">{words}</OtherAbstract>')
    return xml, in_nbib(f"OAB - {kind}: {text}", f"OABL- {language}", *([f"OCI - {rights}"] if rights else ()))


def test_words_that_an_abstract_stands_elsewhere_are_no_abstract():
    for reading in in_both("Publisher", "spa", ELSEWHERE):
        assert one(reading, Publication).abstract == ()
        assert others(reading) == [(ELSEWHERE, ("spa",), "Publisher", None)]
        assert [passage.field for passage in reading.passages] == ["title"]


def test_kind_language_and_rights_are_the_other_abstract_s_own():
    for reading in in_both("plain-language-summary", "eng", "Larks sing.", RIGHTS):
        article = one(reading, Publication)
        assert others(reading) == [("Larks sing.", ("eng",), "plain-language-summary", RIGHTS)]
        assert (article.abstract, article.abstract_copyright, article.copyright_year) == (("Larks sing.",), None, None)
        assert (article.publisher_name, one(reading, PublicationRecord).rights) == ((), None)


def test_parts_of_another_abstract_begin_behind_its_kind():
    for reading in in_both("Publisher", "eng", "AIMS: To hear. METHODS: We listened."):
        assert [part.label for part in all_of(reading, AbstractSection)] == ["AIMS", "METHODS"]
        assert one(reading, Publication).abstract == ("AIMS: To hear. METHODS: We listened.",)


def test_each_other_abstract_has_what_stands_behind_it():
    reading = in_nbib("OABL- ger", "OAB - Larks sing.", "OAB - PIP: Y.", "OABL- fre", "OABL- ger", "OCI - © 2020 B.")
    assert others(reading) == [("Larks sing.", (), None, None), ("Y.", ("fre",), "PIP", "© 2020 B.")]
    assert one(reading, Publication).general_note == ("OABL- ger",)


def test_an_abstract_is_not_another_one():
    again = '<OtherAbstract Type="Publisher" Language="eng"><AbstractText>X.</AbstractText></OtherAbstract>'
    xml = in_xml("<Abstract><AbstractText>X.</AbstractText></Abstract>", after=again)
    for reading in (xml, in_nbib("AB  - X.", "OAB - Publisher: X.", "OABL- eng")):
        assert (others(reading), one(reading, Publication).abstract) == ([], ("X.",))
