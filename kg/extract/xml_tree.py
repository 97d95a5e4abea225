"""XML to its tree of elements, with everything off that reaches beyond the document or makes little into much.

No document type is loaded, no entity replaced but the five of XML itself, no network asked; documents that declare
entities of their own are refused, and so are trees too deep or values too long for libxml2's limits
(https://lxml.de/FAQ.html#how-do-i-use-lxml-safely-as-a-web-service-endpoint).
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from kg.errors import Unreadable


def root(uri: str, body: bytes) -> etree._Element:
    """The root element of a document; comments and processing instructions are left out.

    :param uri: of the document, for errors.
    :raises Unreadable: for what is not well-formed XML, and for a document that declares entities.
    """
    # One a document: a parser may not be used from two threads at a time, and making one takes 6 us.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        found = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(uri, "not well-formed XML", f"wanted XML, found {reason(error)}") from error
    declared: Any = found.getroottree().docinfo.internalDTD
    if declared is not None:
        if any(True for _ in declared.entities()):
            raise Unreadable(uri, "declares entities", "wanted XML without entities of its own, found a declaration")
        if (unknown := next(found.iter(etree.Entity), None)) is not None:
            raise Unreadable(uri, "unknown entity", f"wanted the entities of XML itself, found {unknown.text}")
    return found


def reason(error: Exception) -> str:
    """What libxml2 says is wrong, with line and column, in one line."""
    said = error.msg if isinstance(error, etree.XMLSyntaxError) else str(error)
    return " ".join(str(said).split())
