"""XML is read with everything off that reaches beyond the document."""

from __future__ import annotations

import pytest

from kg.errors import Unreadable
from kg.extract.xml_tree import root

REFUSED = {
    "an entity of its own": (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares entities"),
    "a parameter entity": (b'<!DOCTYPE a [<!ENTITY % x "y">]><a/>', "declares entities"),
    "an entity from a file": (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        "declares entities",
    ),
    "an entity of another document": (b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>&x;</a>', "found &x;"),
    "a tree too deep": (b"<a>" * 100_000, "Excessive depth"),
    "a value too long": (b"<a>" + b"x" * 11_000_000 + b"</a>", "Resource limit exceeded"),
    "a missing end": (b"<a><b></a>", "mismatch"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="nope"?><a/>', "Unsupported encoding"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize(("body", "said"), REFUSED.values(), ids=REFUSED)
def test_is_refused_in_one_line(body: bytes, said: str):
    with pytest.raises(Unreadable, match=said) as error:
        root("made.xml", body)
    assert "\n" not in str(error.value)


def test_a_document_type_that_is_elsewhere_is_not_asked_for():
    body = b'<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "http://127.0.0.1:9/pubmed.dtd"><PubmedArticleSet/>'
    assert root("made.xml", body).tag == "PubmedArticleSet"


def test_comments_and_instructions_do_not_split_text():
    assert root("made.xml", b"<a>x<!-- no -->y<?z?>z &amp; &#233;</a>").text == "xyz & é"
