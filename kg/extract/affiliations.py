"""Where an author works: the affiliations that one field holds, without the addresses and codes at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.punctuation import without_full_stop
from kg.extract.words import Words

# Not the semicolon of a character entity, as in "Policy &amp; Management".
_SEMICOLON = re.compile(
    r";(?<!&amp;)(?<!&lt;)(?<!&gt;)(?<!&quot;)(?<!&apos;)(?<!&nbsp;)(?<!&#\d\d;)(?<!&#\d{3};)\s+(?:and\s+)?"
)
_OWN_PLACE = re.compile(
    r"\b(?:Universi|Hospital|Institut|Cent(?:er|re)\b|College|School|Academ|Clinic|Foundation|Ministry|Council|Agency"
    r"|Compan|Pharma|Inc\b|Ltd\b|LLC\b|GmbH\b|AG\b)",
    re.IGNORECASE,
)
# Masked addresses are stars, since contacts are masked before a record is read.
_ADDRESS = r"(?:[^\s;,()<>]*[^\s;,()<>.]@[^\s;,()<>]*[^\s;,()<>.]|\*{5,})"
_ELECTRONIC = re.compile(
    rf"\(?\belectronic address(?:es)?\s*:?\s*(?P<mail>{_ADDRESS}(?:[\s,;]+(?:and\s+)?{_ADDRESS})*)[.)]*\s*$",
    re.IGNORECASE,
)
_MAIL = re.compile(
    rf"(?:^|[\s,;.(])\(?(?:e-?mail(?: address)?\s*:?\s*)?<?(?P<mail>{_ADDRESS})>?[.)]*\s*$", re.IGNORECASE
)
# Ends are looked for in this many last characters, so that a field of many addresses takes no square of time.
_LONGEST = 400
# An address with the words before it, or a code, is never as long; most searches of an end are of this many characters.
_LONG = 100
_AFTER_ADDRESS = " .)>\t\xa0"
# What publishers leave who take the address away.
_BARE = re.compile(r"\be-?mail(?: address)?[\s:.)]*$", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?P<code>ISNI:? ?\d{4}(?: ?\d{4}){2} ?\d{3}[\dX]|GRID:? ?grid\.[\w.]+\w|(?:ROR:? ?)?https?://ror\.org/\w+"
    r"|ROR:? ?0[a-z0-9]{6}\d\d|FUNDREF:? ?(?:https?://(?:dx\.)?doi\.org/)?(?:10\.13039/)?\d+|RINGGOLD:? ?\d+)\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """One affiliation.

    :ivar words: the affiliation alone; empty for a piece that is nothing but addresses.
    :ivar codes: identifiers of the organisation that it ends with, as printed.
    :ivar mails: electronic addresses that it ends with, masked or not.
    :ivar letters: the words "Electronic address: ...", by which a publisher marks who answers letters.
    """

    words: Words
    codes: tuple[Words, ...] = ()
    mails: tuple[Words, ...] = ()
    letters: Words | None = None


@dataclass(slots=True)
class _Ends:
    codes: list[Words] = field(default_factory=list)
    mails: list[Words] = field(default_factory=list)
    letters: Words | None = None


def addresses(words: Words) -> Iterator[Address]:
    """The affiliations of one field.

    >>> text = "Pharma (Suzhou) Co., Ltd., Suzhou, China; Dept A, Univ B. Electronic address: a@b.org."
    >>> [a.words.text for a in addresses(Words.at(text, 0, len(text)))]
    ['Pharma (Suzhou) Co., Ltd., Suzhou, China', 'Dept A, Univ B']
    """
    last: tuple[Words, _Ends] | None = None
    for part in _parts(words):
        ends = _Ends()
        while (shorter := _without_end(part, ends)) is not part:
            part = shorter
        ends.codes.reverse()
        ends.mails.reverse()
        own = without_full_stop(part)
        # What stands alone, or behind an "and" before nothing, is said of the affiliation before it.
        if last and own.text in ("", "and", "&"):
            last[1].codes.extend(ends.codes)
            last[1].mails.extend(ends.mails)
            last[1].letters = last[1].letters or ends.letters
            continue
        if last:
            yield _address(*last)
        last = (own, ends)
    if last:
        yield _address(*last)


def _address(words: Words, ends: _Ends) -> Address:
    return Address(words, tuple(ends.codes), tuple(ends.mails), ends.letters)


def _parts(words: Words) -> Iterator[Words]:
    """The words cut at semicolons, but not within brackets, nor after a part that is only a part of the next."""
    text, start, depth, scanned, whole = words.text, 0, 0, 0, False
    for cut in _SEMICOLON.finditer(text):
        # Only what came since the last semicolon: 20 KB of semicolons took 3.5 s when each part was searched again.
        since = text[scanned : cut.start()]
        depth += since.count("(") - since.count(")")
        whole = whole or "," in since or bool(_OWN_PLACE.search(since))
        scanned = cut.start()
        if depth <= 0 and whole:
            yield words.part(start, cut.start())
            start, depth, whole = cut.end(), 0, False
    yield words.part(start, len(text)) if start else words


def _without_end(words: Words, ends: _Ends) -> Words:
    """The words without the last address or code, which goes to the ends; the same words when there is none."""
    text = words.text
    # Most affiliations end in neither; the two looks spare them three searches, 12 us each.
    addressed, coded = "@" in text or "*****" in text, ":" in text or "grid." in text
    end = max(0, len(text) - _LONGEST)
    if addressed and "ectronic addr" in text.lower() and (found := _ELECTRONIC.search(text, end)):
        ends.letters = words.part(*found.span()).strip()
        ends.mails.extend(reversed(list(words.part(*found.span("mail")).find_all(_ADDRESS))))
    elif addressed and (found := _MAIL.search(text, max(end, _last_word(text) - 40))):
        ends.mails.append(words.part(*found.span("mail")))
    elif coded and (found := _CODE.search(text, max(end, len(text) - _LONG))):
        ends.codes.append(words.part(*found.span("code")))
    elif not (text.rstrip(" .:)")[-4:].lower() in ("mail", "ress") and (found := _BARE.search(text, end))):
        return words
    return words.part(0, len(text[: found.start()].rstrip(" \t\xa0")))


def _last_word(text: str) -> int:
    """Where the last word begins, which an address at the end is."""
    text = text.rstrip(_AFTER_ADDRESS)
    return max(text.rfind(" "), text.rfind(","), text.rfind("("), text.rfind("<"))
