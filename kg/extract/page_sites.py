"""Places, facilities, contacts and local investigators of a trial from the nested lists of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.countries import is_country
from kg.extract.page_lines import Line
from kg.extract.tokens import token_of
from kg.extract.words import Words

_ROLE = re.compile(
    r"(?P<role>(?:study |site |central )?contact(?: backup| person)?|backup contact|principal investigator|"
    r"(?:sub|co)-?\s?investigator|study (?:chair|director)|investigator)s?\s*(?::\s*(?P<inline>.*)|$)",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"(?P<kind>name|tel(?:ephone)?|phone(?: number)?(?: ext)?|ext(?:ension)?|fax|e-?mail)\s*\.?\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
# "Seoul, Korea, Republic of": such a part belongs to the country before it.
_INVERTED = re.compile(
    r"(?:the )?(?:(?:islamic|democratic|people's|united|federated|bolivarian|plurinational|former yugoslav)\s+)*"
    r"(?:republic|states|province|territory|kingdom)(?:\s+of(?:\s+\w+)?)?|occupied",
    re.IGNORECASE,
)
# Real lists have six levels; a list that goes on and on is cut, not followed.
_DEEPEST = 12


@dataclass(slots=True)
class PersonWords:
    """A person or office with contact data, as printed.

    :ivar role: the words of the part they play, such as ``Contact`` or ``Principal Investigator``.
    :ivar name: name with degrees; None where only an address is printed.
    """

    role: Words
    name: Words | None = None
    phones: list[Words] = field(default_factory=list)
    emails: list[Words] = field(default_factory=list)


@dataclass(slots=True)
class SiteWords:
    """One site; each part is None where it is not printed.

    :ivar also: of a part that a heading above repeats the words of that heading.
    """

    facility: Words | None = None
    city: Words | None = None
    region: Words | None = None
    country: Words | None = None
    postal_code: Words | None = None
    status: Words | None = None
    also: dict[str, Words] = field(default_factory=dict)
    people: list[PersonWords] = field(default_factory=list)


def people(label: Words, lines: Sequence[Line]) -> list[PersonWords]:
    """The contacts in the lines under a label such as ``Study Contact``."""
    found: list[PersonWords] = []
    for line in lines:
        _add_person_line(line, label, found)
    return found


def _add_person_line(line: Line, role: Words, found: list[PersonWords]) -> None:
    detail = _DETAIL.fullmatch(line.text)
    kind = detail["kind"].casefold() if detail else "name"
    words = line.words.part(*detail.span("value")).strip() if detail else line.words
    if not words.text:
        return
    if kind == "name":
        if found and found[-1].role is role and found[-1].name is None:
            found[-1].name = words
        else:
            found.append(PersonWords(role, words))
        return
    if not found or found[-1].role is not role:
        found.append(PersonWords(role))
    if kind.replace("-", "") == "email":
        found[-1].emails.append(words)
    elif not kind.startswith(("ext", "phone ext", "phone number ext", "fax")):
        found[-1].phones.append(words)


def numbers_of_people(lines: Sequence[Line]) -> Iterator[Words]:
    """Telephone numbers by where they stand: after a word for one, or alone on a line."""
    for line in lines:
        detail = _DETAIL.fullmatch(line.text)
        if detail and detail["kind"].casefold() != "name":
            yield line.words.part(*detail.span("value"))
        elif not any(c.isalpha() for c in line.text):
            yield line.words


@dataclass(slots=True)
class _Node:
    """A line and the lines nested under it."""

    line: Line
    kind: str
    below: list[_Node] = field(default_factory=list)

    @property
    def places(self) -> list[_Node]:
        """What is nested under it but its status and people."""
        return [node for node in self.below if node.kind == "place"]


def sites(lines: Sequence[Line]) -> list[SiteWords]:
    """The sites of nested lists: country or state, then place, then facility, with status and people around it.

    A list that lost its indentation is read by the forms of its lines.
    """
    flat = len({line.indent for line in lines}) < 2
    tree = _grouped(lines) if flat else _nested(lines)
    return [site for node in tree for site in _visit(node, [])]


def _kind(line: Line) -> str:
    if _ROLE.fullmatch(line.text):
        return "role"
    if _DETAIL.fullmatch(line.text) or not any(c.isalpha() for c in line.text):
        return "detail"
    return "status" if token_of("OverallStatus", line.text) else "place"


def _nested(lines: Sequence[Line]) -> list[_Node]:
    """The tree that indentation shows."""
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for line in lines:
        while open_nodes and open_nodes[-1].line.indent >= line.indent:
            open_nodes.pop()
        del open_nodes[_DEEPEST:]
        node = _Node(line, _kind(line))
        (open_nodes[-1].below if open_nodes else roots).append(node)
        open_nodes.append(node)
    return roots


def _grouped(lines: Sequence[Line]) -> list[_Node]:
    """A tree for lines of one indentation: facilities, status and people belong to the place above them."""
    roots: list[_Node] = []
    for at, line in enumerate(lines):
        following = [part.strip() for part in lines[at + 1].text.split(",")] if at + 1 < len(lines) else []
        if len(following) > 1 and line.text in following:
            continue
        node = _Node(line, _kind(line))
        before = roots[-1].below[-1:] if roots else []
        if node.kind == "place" and before and _waits_for_name(before[0]):
            before[0].below.append(node)
        elif node.kind == "place" and (not roots or _names_country(line.text)):
            roots.append(node)
        else:
            (roots[-1].below if roots else roots).append(node)
    return roots


def _waits_for_name(node: _Node) -> bool:
    """Whether a line is a role, such as "Contact:", that nobody is named for yet."""
    return node.kind == "role" and node.line.text.endswith(":") and not node.below


def _names_country(text: str) -> bool:
    """Whether a line gives a country after something else."""
    parts = [part.strip() for part in text.split(",")]
    return any(is_country(part) for part in parts[1:])


def _visit(node: _Node, headings: list[Words]) -> Iterator[SiteWords]:
    """The sites of a node and of what is nested under it."""
    if node.kind != "place":
        return
    is_place = _names_country(node.line.text) or not any(
        child.places or _names_country(child.line.text) for child in node.places
    )
    if node.places and not is_place:
        for child in node.below:
            yield from _visit(child, [*headings, node.line.words])
    elif node.places or _names_country(node.line.text):
        yield from _facilities(place_of(node.line.words, headings), node.below)
    else:
        yield from _facilities(place_of(None, headings), [node])


def _facilities(place: SiteWords, nodes: Sequence[_Node]) -> list[SiteWords]:
    """The facilities at one place, each with its status and people; the place alone where it names none."""
    found: list[SiteWords] = []
    # A status above the first facility shows that they stand above; else they stand below.
    above = next((node.kind == "status" for node in nodes if node.kind in ("status", "place")), False)
    waiting = SiteWords()
    for node in nodes:
        if node.kind == "place":
            found.append(_facility(place, node, waiting))
            waiting = SiteWords()
            _read_about(found[-1], node.below)
        elif node.kind == "status":
            (waiting if above or not found else found[-1]).status = node.line.words
        else:
            _read_about(found[-1] if found else waiting, [node])
    if not found:
        found.append(_facility(place, None, waiting))
    return found


def _facility(place: SiteWords, node: _Node | None, waiting: SiteWords) -> SiteWords:
    facility = node.line.words if node else None
    return replace(place, facility=facility, status=waiting.status, people=list(waiting.people))


def _read_about(site: SiteWords, nodes: Sequence[_Node]) -> None:
    """Status and people of a site from the lines about it."""
    for node in nodes:
        if node.kind == "status":
            site.status = site.status or node.line.words
        elif node.kind == "role":
            role = node.line.words.find(_ROLE, "role") or node.line.words
            name = node.line.words.find(_ROLE, "inline")
            if name and name.text:
                site.people.append(PersonWords(role, name))
            for inner in _flattened(node.below):
                _add_person_line(inner.line, role, site.people)
        elif node.kind == "detail" and site.people:
            _add_person_line(node.line, site.people[-1].role, site.people)


def _flattened(nodes: Sequence[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        yield from _flattened(node.below)


def place_of(words: Words | None, headings: Sequence[Words]) -> SiteWords:
    """City, state, country and postal code of a line such as ``Fuzhou, Fujian, China, 350001``.

    :param words: the line; None where a facility stands right below the headings.
    :param headings: what the line is nested in, outermost first; a country or state is taken from there only where the
        line does not print it.
    """
    place = SiteWords()
    parts = _place_parts(words) if words else []
    if len(parts) > 1 and any(c.isdigit() for c in parts[-1].text) and not is_country(parts[-1].text):
        place.postal_code = parts.pop()
    countries = [n for n, part in enumerate(parts) if is_country(part.text)]
    outer = [heading for heading in headings if is_country(heading.text)]
    if countries and (len(parts) > 1 or not outer):
        place.country = parts.pop(countries[-1])
    elif len(parts) > 2 and not outer:
        place.country = parts.pop()
    if place.country is None and outer:
        place.country = outer[-1]
    if parts:
        place.city = parts.pop(0)
    place.region = parts[-1] if parts else None
    if place.region is None:
        regions = [heading for heading in headings if not is_country(heading.text)]
        place.region = regions[-1] if regions and words else None
        if not words and regions:
            place.city = regions[-1]
    for heading in headings:
        for name, part in (("region", place.region), ("country", place.country)):
            if part and part is not heading and part.text.casefold() == heading.text.casefold():
                place.also[name] = heading
    return place


def _place_parts(words: Words) -> list[Words]:
    """Parts between commas; "Korea, Republic of" is one."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"[^,\s][^,]*", words.text):
        text = match.group().strip()
        if spans and _INVERTED.fullmatch(text) and not is_country(text):
            spans[-1] = spans[-1][0], match.end()
        else:
            spans.append(match.span())
    return [words.part(*span).strip() for span in spans]
