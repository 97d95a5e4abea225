"""Eligibility criteria: lists under headings, numbered or not, nested or not, as single criteria in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.criteria_abroad import heading_abroad
from kg.extract.criteria_on_one_line import Criterion, separated
from kg.extract.page_lines import BULLETS, ONLY_BULLETS, Line, joined
from kg.extract.words import Words

# A number is a marker only where no digit follows its dot: "1.5 x ULN" begins with a value.
_NUMBER = re.compile(r"[(\uff08]?(?P<number>\d{1,2})(?:[.)、\uff09\uff0e]|\.\))(?!\d)\s*|(?P<circled>[①-⑳])\s*")
_DOTTED = re.compile(r"(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=[A-Z])")
_LETTER = re.compile(r"\(?(?P<letter>[A-Za-z]|[ivx]{2,5})[.)]\s+")
_BULLET = re.compile(rf"\\?(?P<bullet>[{re.escape(BULLETS)}o])(?:\s+|(?=[A-Z(<>≥≤])|(?<=[{ONLY_BULLETS}])(?=[^\W\d]))")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

_ADJECTIVES = r"(?:(?!(?:not|no|any|all|meet|meeting|see|in|to|the|of|other protocol)\b)[\w./&'-]+[\s.:]+){0,4}?"
_HEADING = re.compile(
    rf"(?:\W|\b[IVX]+\.\d*\s)*(?:the\s+)?(?:{_ADJECTIVES})?"
    r"(?P<polarity>(?:non-?\s?)?inclusion(?:ary)?|exclusion(?:ary)?|ineligibility(?=\s+criteri))s?"
    r"(?P<criteria>\s+criteri(?:a|on))?(?:(?P<after>[^:\uff1a]*)[:\uff1a]\s*(?P<inline>.*)|(?P<rest>[^:\uff1a]*))",
    re.IGNORECASE,
)
_CUE = re.compile(r"lusion|LUSION|neligib|NELIGIB")
# What may stand between the heading and its colon, or its end where it has no colon.
_AFTER = re.compile(
    r"\s*[-–—(].*|,?\s+(?:for|prior|to|at|before|in|of|arms?|cohorts?|parts?|groups?|stages?)\b.*|[\s.*_]*",
    re.IGNORECASE,
)
# What besides may stand before a colon that ends the line: remarks, and those to whom the criteria apply.
_REMARK = re.compile(r"\s*\([^()]*\)\s*|\s+[-–—]\s.*", re.IGNORECASE)
_WHOM = re.compile(r",?(?:\s+[a-z][\w/&'-]*){1,5}\s*", re.IGNORECASE)
# As in: The exclusion criteria for adults are:
_STATED = re.compile(
    r"(?<!\s)\s+(?:(?:are|were|is)(?:\s+as\s+follows|\s+the\s+following)?|includes?|consist(?:s|ed)?\s+of(?:\s+the\s+following)?)\s*$",
    re.IGNORECASE,
)
_OF_SOMEONE = re.compile(r"\b(?:with|who|that|which|has|have|had|without|if|when)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:may|will|must|should|could|can|apply|applies|includes?|are|is|was|were|met|meets?|described|listed)\b",
    re.IGNORECASE,
)
# A heading in the midst of a line: behind a sentence or another criterion, or with its colon behind other words, where
# texts have lost their line ends, or at the end of a line that is no item. It is none behind words that speak of
# criteria or lead to them.
_NAMED = r"(?:(?:Key|KEY|Main|MAIN|Major|MAJOR|General|GENERAL)\s+)?(?:Inclusion|Exclusion|INCLUSION|EXCLUSION)"
_HEADING_WITHIN = re.compile(
    rf"(?<=[.;])\s+(?={_NAMED}(?:\s*[:\uff1a]|\s+(?:[Cc]riteria|CRITERIA)\s*(?:[:\uff1a]|\Z)))"
    rf"|(?<=[^\s.;])\s+(?=(?P<behind>{_NAMED}\s+(?:[Cc]riteria|CRITERIA)\s*(?:[:\uff1a]|\Z)))"
)
_LEADS_TO_CRITERIA = re.compile(
    r"(?:\A|\W)(?:[a-z]*(?:ing|ed)|meets?|satisf(?:y|ies)|fulfill?s?|violates?|is|are|was|were|be|see|per|in|of|to|by|for|on"
    r"|at|as|from|with|under|and|or|not|no|nor|any|all|each|both|the|these|this|those|above|below|other|same|following"
    r"|key|main|major|general|section|part|page|table)\W*\Z",
    re.IGNORECASE,
)
# No heading is longer up to its colon than these; looking whether one begins a line must not take as long as the line.
_LONGEST_HEADING = 80
# As in: Subjects who meet any of the following exclusion criteria are not eligible.
_INTRODUCTION = re.compile(r"^\W*\w.*\bfollowing (?:in|ex)clusion criteria\b")
_BOTH = re.compile(r"\W*(?:(?:key|main|general|eligibility)\s+)?\w+\s*(?:[/\\]|and|&|or)\s*\w+\s+criteria\s*[:\uff1a]?")
_NOTHING = re.compile(r"none|n/?a|not applicable|nil", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"\W*(?:and|or|and\s?/\s?or)\W*", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:for|of|in|with|to|by|from|on|at)\s+")
_CONJUNCTION = re.compile(r"[;,]\s*(?:and|or)$", re.IGNORECASE)
_ENDS = " ;.,"
_EXAMPLES = re.compile(
    r"\b(?:such as|e\.\s?g\.?,?|for example,?|for instance,?)\s+"
    r"(?P<list>(?:[^();.]|\.(?=\d))+?)(?=[,\s]*\betc\b|[,\s]*\band so on\b|\)|[.;]?$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Open:
    """A list that is not finished: where its markers stand, of which kind and number, and its last criterion."""

    indent: int
    kind: str
    number: int
    item: int


def criteria(lines: Sequence[Line], *, folded: bool = True) -> list[Criterion]:
    """The criteria of a text in order.

    A line without marker is a criterion of its own, unless it goes on with the one above: no blank line between them
    and either indented below a marker or, in small letters, after a line that does not end.

    :param folded: whether lines may have been folded; where none are, small letters begin a criterion as well.
    """
    found: list[Criterion] = []
    parts: list[list[Words]] = []
    stack: list[_Open] = []
    polarity: str | None = None
    above: Words | None = None
    for line in _apart(lines):
        heading = heading_of(line.printed)
        if heading:
            polarity, rest, stack = heading[0] or None, heading[1], []
            above = line.printed if polarity else None
            if rest and _says(rest.text) and not _NOTHING.fullmatch(_ended(rest).text):
                found.append(Criterion(rest, polarity, above, None, 1, None))
                parts.append([rest])
            continue
        marker, kind, number, words = _marked(line, stack)
        if marker is None and found and _goes_on(line, found[-1], parts[-1][-1], stack, folded=folded):
            parts[-1].append(words)
            continue
        if not _says(words.text):
            continue
        level, parent = _place(line, kind, number, stack, len(found), found)
        found.append(Criterion(words, polarity, above, marker, level, parent))
        parts.append([words])
    for criterion, words_of in zip(found, parts, strict=True):
        criterion.words = joined(words_of)
    found = separated(found)
    for criterion in found:
        criterion.words = _ended(criterion.words)
        criterion.examples = examples(criterion.words)
    return found


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; one with a heading behind other words is two."""
    for line in lines:
        text, start = line.printed.text, 0
        breaks = list(_HEADING_WITHIN.finditer(text)) if _CUE.search(text) else []
        for found in breaks:
            if found["behind"] and not _begins_here(line.printed, start, found):
                continue
            part = line.printed.stripped(start, found.start())
            yield line._replace(words=part, printed=part)
            start = found.end()
        yield line if not start else line._replace(printed=line.printed.part(start, len(text)))


def _begins_here(words: Words, start: int, found: re.Match[str]) -> bool:
    """Whether a heading behind words that end no sentence is one: neither are they part of it, nor do they speak of it.

    Without a colon it is one at the end of a line that is no item of a list.

    :param start: where the line begins that the heading may end.
    """
    end = found.end("behind")
    if found.string[end - 1] not in ":\uff1a" and not found.string[:2].isalpha():
        return False
    if end - start <= _LONGEST_HEADING and heading_of(words.part(start, end)):
        return False
    return not _LEADS_TO_CRITERIA.search(found.string, max(start, found.start() - 20), found.start())


def _says(text: str) -> bool:
    """Whether words say anything: neither marks alone nor a conjunction alone."""
    return not _SAYS_NOTHING.fullmatch(text) and any(c.isalnum() for c in text)


def heading_of(words: Words) -> tuple[str, Words | None] | None:
    """Polarity of a heading such as ``Key Inclusion Criteria:`` and what stands on its line; None for other lines.

    The polarity of ``Inclusion and Exclusion Criteria:`` is empty.

    >>> def polarity(text):
    ...     found = heading_of(Words.at(text, 0, len(text)))
    ...     return found and found[0]
    >>> [polarity(text) for text in ("EXCLUSION CRITERIA", "Key Inclusion Criteria - Arm 3 only", "Not inclusion")]
    ['EXCLUSION', 'INCLUSION', None]
    """
    text = words.text
    if found := heading_abroad(words):
        return found
    if not _CUE.search(text):
        return None
    lower = text.casefold()
    if "inclusion" in lower and "exclusion" in lower:
        return ("", None) if _BOTH.fullmatch(lower) else None
    if text.endswith((":", "\uff1a")) and _INTRODUCTION.search(lower):
        return ("EXCLUSION" if "exclusion" in lower else "INCLUSION"), None
    match = _HEADING.fullmatch(text)
    if not match or not _may_follow(match):
        return None
    if match["rest"] is not None and "criteri" not in lower and match["rest"].strip(" ."):
        return None
    polarity = "INCLUSION" if match["polarity"].casefold() in ("inclusion", "inclusionary") else "EXCLUSION"
    inline = words.part(*match.span("inline")).strip(" *_") if match["inline"] else None
    return polarity, inline


def _may_follow(match: re.Match[str]) -> bool:
    """Whether what stands behind the name of a heading, up to its colon or its end, lets it be a heading."""
    if match["rest"] is not None:
        return bool(_AFTER.fullmatch(match["rest"])) and not _SENTENCE.search(match["rest"])
    after = match["after"]
    if match["criteria"] and not _OF_SOMEONE.search(match.string, 0, match.start("polarity")):
        after = _STATED.sub("", after)
    if _AFTER.fullmatch(after) and not _SENTENCE.search(after):
        return True
    if match["inline"] or not match["criteria"]:
        return False
    return bool(_REMARK.fullmatch(after) or (_WHOM.fullmatch(after) and not _SENTENCE.search(after)))


def _marked(line: Line, stack: list[_Open]) -> tuple[Words | None, str, int, Words]:
    """Marker, kind of marker, its number and the words after it; kind is empty without a marker.

    Of a bullet before a number, as some editors make them, the number counts.
    """
    found = _marker(line.printed, stack)
    if found and len(found[1]) == 1:
        found = _marker(found[3], stack) or found
    return found or (None, "", 0, line.printed)


def _marker(words: Words, stack: list[_Open]) -> tuple[Words, str, int, Words] | None:
    text = words.text
    for pattern in _patterns(text):
        match = pattern.match(text)
        if not match or match.end() == len(text):
            continue
        kind = match.lastgroup or ""
        written = match[kind]
        number = _number(kind, written, stack)
        if number is None:
            continue
        kind = written if kind == "bullet" else f"dotted{written.count('.')}" if kind == "dotted" else kind
        if kind == "letter":
            kind = "roman" if number > 100 else "capital" if written.isupper() else kind
        end = match.end()
        return words.stripped(0, end), kind, number % 100, words.stripped(end, len(text))
    return None


def _patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """The kinds of marker that a line may begin with, by its first letters; nearly every line is of one or of none."""
    first = text[:1]
    if first.isdecimal():
        return (_DOTTED, _NUMBER)
    if first.isascii() and first.isalpha():
        letter = (_LETTER,) if text[1:2] in (".", ")") or first in "ivx" else ()
        return (*letter, _BULLET) if first == "o" else letter
    return (_NUMBER, _LETTER, _BULLET)


def _number(kind: str, written: str, stack: list[_Open]) -> int | None:
    """Which of its list a marker is; None for a letter that is none, as in "E. coli"."""
    if kind in ("bullet", "dotted"):
        return 0
    if kind == "number":
        return int(written)
    if kind == "circled":
        return ord(written) - ord("①") + 1
    last = {opened.kind: opened.number for opened in stack}
    place = ord(written.casefold()) - ord("a") + 1 if len(written) == 1 else 0
    before = last.get("capital" if written.isupper() else "letter", 0)
    if place == 1 or (before and place == before + 1):
        return place
    roman = _ROMAN.get(written.casefold())
    return 100 + roman if roman and (roman == last.get("roman", 0) + 1 or len(written) > 1) else None


def _goes_on(line: Line, last: Criterion, above: Words, stack: list[_Open], *, folded: bool) -> bool:
    if line.gap:
        return False
    if last.marker is not None:
        margin = stack[-1].indent if stack else 0
        if line.indent != margin:
            return line.indent > margin
    # At the margin of the markers too, as where a text was folded when it was copied.
    return folded and not above.text.endswith((".", ";", ":", ",", ")")) and line.text[:1].islower()


def _place(
    line: Line, kind: str, number: int, stack: list[_Open], item: int, found: list[Criterion]
) -> tuple[int, int | None]:
    """Level and parent of a criterion; the open lists are changed so that it is the last of the innermost.

    A line without marker holds a list only where it ends in a colon.
    """
    while stack and stack[-1].indent > line.indent:
        stack.pop()
    same = None
    for n, opened in enumerate(stack):
        if opened.indent == line.indent and opened.kind == kind:
            same = n
            break
    if same is not None:
        del stack[same + 1 :]
        stack[-1].number, stack[-1].item = number, item
    else:
        if stack and stack[-1].indent == line.indent and not _opens_list(kind, number, found[-1] if found else None):
            stack.pop()
        stack.append(_Open(line.indent, kind, number, item))
    level, parent = len(stack), stack[-2].item if len(stack) > 1 else None
    if not kind and not line.text.endswith(":"):
        stack.pop()
    return level, parent


def _opens_list(kind: str, number: int, last: Criterion | None) -> bool:
    """Whether a marker of another kind at the same indentation begins a list within the criterion above."""
    if not kind or last is None:
        return False
    return number == 1 or last.words.text.endswith(":")


def _ended(words: Words) -> Words:
    text = words.text.rstrip(_ENDS)
    ends = text[-2:].lower() in ("nd", "or")
    match = _CONJUNCTION.search(text, max(0, len(text) - 8)) if ends else None
    text = text[: match.start()].rstrip(_ENDS) if match else text
    return words.part(0, len(text)) if text else words


def examples(words: Words) -> list[Words]:
    """Things that a criterion lists as examples: after "such as", up to "etc.", a parenthesis or the end.

    >>> text = "organs such as heart and liver (such as infections, severe heart failure or angina, COPD, etc.)"
    >>> [example.text for example in examples(Words.at(text, 0, len(text)))]
    ['infections', 'severe heart failure', 'angina', 'COPD']
    """
    text = words.text
    if not (
        "uch as" in text
        or ".g" in text
        or "or example" in text
        or "or instance" in text
        or "UCH AS" in text
        or ".G" in text
    ):
        return []
    return [part for found in words.find_all(_EXAMPLES, "list") for part in _listed(found)]


def _listed(words: Words) -> Iterator[Words]:
    parts = words.split(r",\s*(?:(?:and/or|and|or)\s+)?")
    for part in parts:
        halves = part.split(r"\s+(?:and/or|or|and)\s+")
        # "active or chronic hepatitis" is one thing; "severe heart failure or angina pectoris" are two.
        first = _PREPOSITION.split(halves[0].text)[-1] if halves else ""
        separate = len(halves) == 2 and (" " in first or " " not in halves[1].text)
        yield from halves if separate else [part]
