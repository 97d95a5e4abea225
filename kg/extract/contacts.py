"""E-mail addresses and telephone numbers: found, and masked without moving anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What an address is made of on either side of its @; looked for outwards from it, so that no text is read twice:
# searching forwards is quadratic in the length of "a-a-a-…" (200 KB: minutes).
_AT = re.compile(r"[@＠]|[(\[]at[)\]]", re.IGNORECASE)
_BEFORE = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-\u0080-\uff00]{1,64}")
_AFTER = re.compile(r"[A-Za-z0-9\u0080-\uffff][\w\-]*(?:\.[\w\-]+)*\.[A-Za-z\u0080-\uffff]{2,}")
_DOMAIN = 255
# A number is taken for a telephone's only after a word for one or in a form that nothing else has, because
# PII numbers, ISSNs, grants and postcodes look alike: S2666-3791(25)00437-9. It never runs over the end of a line.
_WORDS = ("tel", "tél", "phone", "fax", "mob", "cell", "call", "whatsapp", "fon", "电话", "電話", "手机", "传真")
_AFTER_WORD = re.compile(
    r"(?<![A-Za-z0-9_@])(?:t[eé]l(?:[eé](?:ph|f)ono?e?)?|phone|fax|mob(?:ile)?|cell(?:[ \t]?phone)?"
    r"|call|whatsapp|fon|电话|電話|手机|传真)"
    r"(?![a-z])(?P<mark>[ \t.:：)\-]{0,4})(?:no|number)?[ \t.:]{0,4}"
    r"(?P<number>\+?\(?\d[\d \t().\-/]{5,24}\d(?:[ \t]*(?:x|ext\.?)[ \t]*\d{1,6})?)",
    re.IGNORECASE,
)
# What every number has; looking for it is a tenth of the cost of looking for numbers, and most texts have none.
_FIGURES = re.compile(r"\d[\d \t().\-/]{5,24}\d")
# Digits and what may stand between them, seven in a row: 1 ns a letter, where the expression takes 20.
_SEVEN = b"0000000"
_TO_ZERO = bytes(ord("0") if chr(byte) in "0123456789 \t().-/" else ord("x") for byte in range(256))
# Without a colon or full stop before it: "phone 30 60 90 120 days", "call 2019-2020 120 patients".
_NO_NUMBER = re.compile(r"\d{1,2}[ \t]|(?:19|20)\d\d[-/](?:19|20)\d\d")
_INTERNATIONAL = re.compile(r"(?<![\w(+\-])(?P<number>\+\d{1,3}[ \t.\-]?\(?\d[\d \t().\-]{5,24}\d)")
# Without the optional 1- before it, which would have every place of the text tried: 1.4 ms instead of 0.1 for 7 KB.
# Besides, an area code of other countries in brackets, and a mobile number of China.
_AMERICAN = re.compile(
    r"(?:\(\d{3}\)[ \t]?|\d{3}[.\-])\d{3}[.\-]\d{4}(?![\w\-])|\(0\d{2,4}\)[ \t]?\d{6,8}(?![\w\-])"
    r"|1[3-9]\d{9}(?![\w\-/]|\.\d)"
)
_BEFORE_AMERICAN = re.compile(r"(?:^|.*[^\w\-(./])(?P<bracket>\(?)(?P<one>1[ \t.\-])?$", re.DOTALL)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Place of every e-mail address."""
    at = 0
    for sign in _AT.finditer(text) if "@" in text or "＠" in text or "at)" in text or "at]" in text else ():
        # A space on either side is part of the sign.
        start = sign.start() - (text[max(0, sign.start() - 1)] in " \t")
        end = sign.end() + (text[sign.end() : sign.end() + 1] in (" ", "\t"))
        if start < at:
            continue
        before = _BEFORE.match(text[max(0, start - 64) : start][::-1])
        after = _AFTER.match(text, end, end + _DOMAIN)
        if before and after:
            at = after.end()
            yield start - before.end(), at


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Place of every telephone number; some twice."""
    if not _has_figures(text):
        return
    lower = text.lower()
    if len(lower) != len(text):
        # A few letters, such as İ, become two; they are left as they are, so that places stay.
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    starts = [(_AFTER_WORD, at) for word in _WORDS for at in places_of(word, lower)]
    starts += [(_INTERNATIONAL, at) for at in places_of("+", text)]
    for found in (found for pattern, at in starts if (found := pattern.match(text, at))):
        unmarked = found.re is _AFTER_WORD and not found["mark"].strip(" \t-)")
        if not (unmarked and _NO_NUMBER.match(found["number"])):
            yield found.span("number")
    for found in _AMERICAN.finditer(text):
        before = _BEFORE_AMERICAN.match(text[max(0, found.start() - 4) : found.start()])
        # In brackets: alone, since "(123-456-7890-1" is something else.
        if before and (not before["bracket"] or text.startswith(")", found.end())):
            yield found.start() - len(before["one"] or ""), found.end()


def _has_figures(text: str) -> bool:
    # The table takes 1 us to begin, and knows no digits but those of ASCII.
    if len(text) >= 50 and text.isascii() and _SEVEN not in text.encode().translate(_TO_ZERO):
        return False
    return bool(_FIGURES.search(text))


def places_of(word: str, text: str) -> Iterator[int]:
    """Where a word begins; a tenth of the cost of a regular expression that begins with it."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def masked(text: str) -> str:
    """The text with every character of an address or number, but white space, replaced by ``*``.

    The length stays, so that places in the text stay, and a quote cut anywhere from it gives nothing away.

    >>> masked("Electronic address: a.b@example.org.")
    'Electronic address: ***************.'
    """
    places = sorted([*addresses(text), *numbers(text)])
    parts, at = [], 0
    for start, end in places:
        parts += [text[at : max(at, start)], re.sub(r"\S", "*", text[max(at, start) : end])]
        at = max(at, end)
    return "".join((*parts, text[at:])) if parts else text
