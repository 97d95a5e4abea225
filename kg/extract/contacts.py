"""E-mail addresses and telephone numbers: found, and masked without moving anything."""

from __future__ import annotations

import re

_LOCAL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-\u0080-\uffff]+"
EMAIL = re.compile(rf"(?<![\w.]){_LOCAL}@[A-Za-z0-9\u0080-\uffff](?:[\w\-]*\.)+[A-Za-z\u0080-\uffff]{{2,}}")
# A number is taken for a telephone's only after a word for one or in a form that nothing else has, because
# PII numbers, ISSNs, grants and postcodes look alike: S2666-3791(25)00437-9.
TELEPHONE = re.compile(
    r"""(?xi)
    (?<![\w@]) (?:tel(?:ephone)?|phone|fax|mobile|cell(?:\s?phone)?|call|whatsapp) \b [\s.:)\-]* (?:no|number)?[\s.:]*
        (?P<after_word> \+?\(?\d [\d\s().\-/]{5,}\d (?:\s*(?:x|ext\.?)\s*\d+)? )
    | (?<![\w(+\-]) (?P<international> \+\d{1,3}[\s.\-]?\(?\d [\d\s().\-]{5,}\d )
    | (?<![\w\-(]) (?P<american> (?:1[\s.\-])? (?:\(\d{3}\)\s? | \d{3}[.\-]) \d{3}[.\-]\d{4} ) (?![\w\-])
    """
)


def masked(text: str) -> str:
    """The text with every character of an address or number, but white space, replaced by ``*``.

    The length stays, so that places in the text stay, and a quote cut anywhere from it gives nothing away.

    >>> masked("Electronic address: a.b@example.org.")
    'Electronic address: ***************.'
    """
    if "@" in text:
        text = EMAIL.sub(lambda found: _stars(found.group()), text)
    return TELEPHONE.sub(_masked_number, text)


def _masked_number(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    start, end = (place - found.start() for place in found.span(name))
    whole = found.group()
    return whole[:start] + _stars(whole[start:end]) + whole[end:]


def _stars(text: str) -> str:
    return re.sub(r"\S", "*", text)
