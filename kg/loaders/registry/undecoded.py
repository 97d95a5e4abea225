"""Why the text of a record is not JSON, in words that say what stands where."""

from __future__ import annotations

import re

from kg.document import Document
from kg.errors import Unreadable

# Escapes in their order, so that the backslashes of a text are none; half a pair has a group of its own.
_ESCAPE = re.compile(rb"\\(?:u(?:d[89ab]..\\ud[c-f]|(d[89a-f]..))|.)", re.IGNORECASE | re.DOTALL)


def not_json(document: Document, error: Exception, wanted: str = "one JSON value") -> Unreadable:
    """Refuse a record whose text is not JSON.

    What decodes JSON counts bytes within a text, and takes half a pair of surrogates, as programs leave that cut texts
    by units of UTF-16, for the end of the file.

    :param error: what decoding it said.
    """
    body = document.body
    if isinstance(error, UnicodeDecodeError):
        try:
            body.decode()
        except UnicodeDecodeError as wrong:
            found = f"wanted UTF-8, found byte 0x{body[wrong.start]:02x} at {wrong.start}"
            return Unreadable(document.uri, "not UTF-8", found)
    if "surrogate" in str(error) or "truncated" in str(error):
        half = next((escape for escape in _ESCAPE.finditer(body) if escape[1]), None)
        if half:
            found = f"\\u{half[1].decode('ascii', 'replace')} alone at byte {half.start()}"
            return Unreadable(document.uri, "not Unicode", f"wanted surrogates in pairs, found {found}")
    return Unreadable(document.uri, "not JSON", f"wanted {wanted}, found {error}")
