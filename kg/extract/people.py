"""People and groups of a bibliographic record: who they are, in the order of the record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.medline_fields import Field
from kg.extract.words import Words

# Of each tag that names a person the kind of contribution and whether the name is in full.
_NAMES = {
    "FAU": ("AUTHOR", True),
    "AU": ("AUTHOR", False),
    "FED": ("EDITOR", True),
    "ED": ("EDITOR", False),
    "FIR": ("INVESTIGATOR", True),
    "IR": ("INVESTIGATOR", False),
    "FPS": ("SUBJECT", True),
    "PS": ("SUBJECT", False),
}
TAGS = (*_NAMES, "CN", "AUID", "AD", "IRAD")
_SUFFIX = re.compile(r"\s+(?P<suffix>Jr|Sr|1st|2nd|3rd|[4-9]th|II|III|IV|V)\.?$")
# How NLM cites them; a cited name has either.
_ROMANS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}
_INITIALS = re.compile(r"\s(?P<initials>[^\W\d_]{1,6}(?:-[^\W\d_]{1,3})?)$")
# Typesetters make other dashes, or spaces, of hyphens.
_BREAK = "[- \u2010\u2011\u2013]?"
_ORCID = re.compile(rf"(?<!\d)(\d{{4}}){_BREAK}(\d{{4}}){_BREAK}(\d{{4}}){_BREAK}(\d{{3}}[\dXx])(?![\dXx])", re.ASCII)
# As in "ISNI: 0000000121032683", but not the scheme of an address.
_SOURCE = re.compile(r"(?P<source>[A-Za-z]+):(?!//)")


@dataclass(slots=True)
class Contributor:
    """A person or group as a record names them, with what it prints beneath the name.

    :ivar kind: token of the enumeration Contribution: ``AUTHOR EDITOR INVESTIGATOR SUBJECT``.
    :ivar full: name as ``Family, Given``.
    :ivar cited: name as ``Family GN``.
    :ivar group: name of a group.
    :ivar identifiers: of the person, such as an ORCID iD.
    :ivar addresses: fields of affiliations.
    :ivar before: those that the record prints before its first author and that are taken for that author's.
    """

    kind: str
    full: Words | None = None
    cited: Words | None = None
    group: Words | None = None
    identifiers: list[Words] = field(default_factory=list)
    addresses: list[Words] = field(default_factory=list)
    before: list[Words] = field(default_factory=list)


def contributors(fields: Iterable[Field]) -> tuple[list[Contributor], list[Field]]:
    """People and groups in the order of the record, and fields that belong to none of them.

    Identifiers and addresses belong to the name that they follow. Records from before 2014 give one address, the
    first author's, and older prints have it before all names.

    :param fields: those of :data:`TAGS`.
    """
    people: list[Contributor] = []
    orphans: list[Field] = []
    for one in fields:
        if one.tag in _NAMES:
            _name(people, one)
        elif one.tag == "CN":
            people.append(Contributor("AUTHOR", group=one.words))
        elif not people:
            orphans.append(one)
        else:
            (people[-1].identifiers if one.tag == "AUID" else people[-1].addresses).append(one.words)
    first = next((person for person in people if person.kind == "AUTHOR"), None)
    if first:
        first.before = [one.words for one in orphans if one.tag == "AD"]
    return people, [one for one in orphans if one.tag != "AD" or not first]


def is_others(field: Field) -> bool:
    """Whether a field stands for authors that the record leaves out.

    NLM listed ten authors from 1984 to 1995 and 24 until 1999, and wrote "et al." after them.
    """
    return field.tag == "AU" and field.words.text.rstrip(".").lower() == "et al"


def _name(people: list[Contributor], one: Field) -> None:
    kind, in_full = _NAMES[one.tag]
    last = people[-1] if people else None
    if in_full:
        people.append(Contributor(kind, full=one.words))
    elif last and last.kind == kind and last.full and not last.cited:
        last.cited = one.words
    else:
        people.append(Contributor(kind, cited=one.words))


@dataclass(frozen=True, slots=True)
class Name:
    """Parts of a person's name; each may be unknown."""

    family: Words | None = None
    given: Words | None = None
    suffix: Words | None = None
    initials: Words | None = None


def name_of(full: Words | None, cited: Words | None) -> Name:
    """Parts of a name.

    :param full: ``Family, Given`` or a single name, either perhaps with ``Jr`` at its end.
    :param cited: ``Family GN``; the family name is taken from it only without the full one.

    >>> name = name_of(Words.at("Prete, Carlos A Jr", 0, 18), Words.at("Prete CA Jr", 0, 11))
    >>> [part.text for part in (name.family, name.given, name.suffix, name.initials)]
    ['Prete', 'Carlos A', 'Jr', 'CA']
    """
    short, short_suffix = _without_cited_suffix(cited) if cited else (None, None)
    letters = _INITIALS.search(short.text) if short else None
    initials = short.part(*letters.span("initials")) if short and letters and letters["initials"].isupper() else None
    if not full:
        family = short.part(0, short.text.rindex(initials.text)).strip() if short and initials else short
        return Name(family, None, short_suffix, initials)
    name, suffix = _without_suffix(full)
    if suffix and not _is_suffix(name, suffix, cited, short_suffix):
        name, suffix = full, None
    comma = name.text.find(",")
    if comma < 0:
        return Name(name, None, suffix, initials)
    given = name.part(comma + 1, len(name.text)).strip()
    return Name(name.part(0, comma).strip(), given if given.text else None, suffix, initials)


def _is_suffix(before: Words, suffix: Words, cited: Words | None, cited_suffix: Words | None) -> bool:
    """Whether the end of a full name is no part of it: not all that was given, as in "Lark, IV", and cited as well.

    Without a cited name "V" is more often a middle initial.
    """
    if before.text.endswith(","):
        return False
    if not cited:
        return suffix.text != "V"
    ends = [_ROMANS.get(end.text, end.text) for end in (suffix, cited_suffix) if end]
    return len(ends) == 2 and ends[0] == ends[1]


def _without_suffix(name: Words) -> tuple[Words, Words | None]:
    found = _SUFFIX.search(name.text, max(0, len(name.text) - 6))
    return (name.part(0, found.start()), name.part(*found.span("suffix"))) if found else (name, None)


def _without_cited_suffix(name: Words) -> tuple[Words, Words | None]:
    """A cited name without its suffix; NLM cites 2nd, 3rd and 4th, so that II behind a family name is initials."""
    before, suffix = _without_suffix(name)
    if suffix and suffix.text in _ROMANS:
        letters = _INITIALS.search(before.text)
        if not letters or not letters["initials"].isupper():
            return name, None
    return before, suffix


def orcid_of(printed: str) -> str | None:
    """The ORCID iD in an identifier, in four groups of four; with or without address and hyphens.

    :returns: None without one, for what another register than ORCID stands before, since ISNI has numbers of the same
        form, and where the last place is not the check digit of the others (ISO 7064, mod 11-2).

    >>> orcid_of("ORCID: http://orcid.org/000000021825009X"), orcid_of("ORCID: 0000-0002-1825-0098")
    (None, None)
    >>> orcid_of("ORCID: 0000-0002-1825-0097")
    '0000-0002-1825-0097'
    """
    source, found = _SOURCE.match(printed), _ORCID.search(printed)
    if not found or (source and source["source"].upper() != "ORCID"):
        return None
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "-".join(found.groups()).upper() if digits[-1] == ("X" if check == 10 else str(check)) else None
