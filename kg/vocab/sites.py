"""Names of cancers by their site, however told: ``squamous cell carcinoma of the nasopharynx or oral cavity``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

Meaning = TypeVar("Meaning")
# Asks what a name means, if it is one.
Ask = Callable[[str], Meaning | None]

# What the nouns hold that tumours are told by, and what may stand before the first in one word.
_STEMS = ("carcinoma", "cancer", "malignan", "neoplasm", "tumor", "tumour")
_PREFIXES = ("cystadeno", "adeno", "cyst")
# The kind of tumour, and what parts of the body it is of.
_OF = re.compile(
    r"\b(?P<kind>(?:cyst)?(?:adeno)?carcinoma|cancer|malignanc|(?:malignant )?(?:neoplasm|tumou?r))(?:s|y|ies)?"
    r" of (?:the )?",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_][\w-]*"
_SITE = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}")
_NEXT = re.compile(r"(?:,? ?(?:and/or|and|or|&) |, |/)(?:of )?(?:the )?", re.IGNORECASE)
# A site that is a word of the next, as in "cancer of the renal pelvis", is another one.
_GOES_ON = re.compile(
    r"[ -](?!(?:and|or|in|with|without|who|whose|that|which|after|before|at|by|for|from|is|are|was|were|has|have|not|to"
    r"|previously|treated|patients|stages?|recurrent|metastatic|refractory|on)\b)[^\W\d_]",
    re.IGNORECASE,
)
# A site that has no name, between others that may.
_UNNAMED = re.compile(rf"{_WORD}(?: {_WORD})?(?=,| and | or |/)")
# The site, what the tumour looks like, and the noun: "nasopharyngeal squamous cell carcinoma".
_NOUN = re.compile(r"\b(?P<kind>(?:cyst)?(?:adeno)?carcinoma|cancer)s?\b", re.IGNORECASE)
_LOOKS = re.compile(
    rf"(?<![\w-])(?P<site>{_WORD}(?: {_WORD}){{0,2}}?)(?P<looks>(?: (?:squamous|squamous[ -]cell|epithelial|serous"
    r"|(?:high|low)[- ]grade|mucinous|endometrioid|clear[ -]cell|papillary|ductal|lobular|invasive|infiltrating"
    r"|adenosquamous|transitional[ -]cell|urothelial|large[ -]cell))*) $",
    re.IGNORECASE,
)
_LAST_LOOKS_WORDS = (
    "squamous squamous-cell cell epithelial serous high-grade low-grade grade mucinous endometrioid clear-cell"
    " papillary ductal lobular invasive infiltrating adenosquamous transitional-cell urothelial large-cell"
)
_LAST_LOOKS = frozenset(_LAST_LOOKS_WORDS.split())
# The site by two names: "stomach (gastric) cancer".
_TWICE = re.compile(rf"(?<![\w-])(?P<one>{_WORD}(?: {_WORD})?) \((?P<other>{_WORD}(?: {_WORD})?)\) $")
# As far before a noun as its site is looked for, in characters.
_WINDOW = 80


def by_site(text: str, ask: Ask[Meaning]) -> Iterator[tuple[int, int, Meaning]]:
    """Place and meaning of each cancer that a text tells by its site; what it looks like besides is passed over.

    A carcinoma of a part of the body is a cancer of it, so where there is no name of the first the second is taken.
    """
    nouns = _nouns(text)
    past = 0
    for at in nouns:
        head = _OF.match(text, at) if at >= past else None
        if head:
            past = head.end()
            yield from _listed(text, head, ask)
    for noun in (told for at in nouns if (told := _NOUN.match(text, at))):
        begins = max(0, noun.start() - _WINDOW)
        before = text[begins : noun.start()]
        for site in _sites_before(before, noun["kind"].lower()):
            words = site.split(" ")
            ends = (" ".join(words[first:]) for first in range(len(words)))
            found = next(((s, m) for s in ends for kind in ("cancer", "carcinoma") if (m := ask(f"{s} {kind}"))), None)
            if found:
                yield begins + before.rindex(found[0]), noun.end(), found[1]


def _sites_before(before: str, kind: str) -> list[str]:
    """The site that stands before a noun and what the tumour looks like, or the two names of one."""
    if before.endswith(") "):
        twice = _TWICE.search(before)
        return [twice["one"], twice["other"]] if twice else []
    # Most nouns have nothing of it before them, and the last word tells.
    if not kind.endswith("adenocarcinoma") and before.lower().rstrip().rpartition(" ")[2] not in _LAST_LOOKS:
        return []
    looks = _LOOKS.search(before)
    return [looks["site"]] if looks and (looks["looks"] or kind.endswith("adenocarcinoma")) else []


def _nouns(text: str) -> list[int]:
    """Where words begin that hold what tumours are told by, in order.

    Found by their letters, for most texts have none: the expressions alone took a tenth of the time of all rules.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    found = []
    for stem in _STEMS:
        at = small.find(stem)
        while at >= 0:
            before = next((part for part in _PREFIXES if small.endswith(part, 0, at)), "")
            found.append(at - len(before))
            at = small.find(stem, at + 1)
    return sorted(found)


def _listed(text: str, head: re.Match[str], ask: Ask[Meaning]) -> Iterator[tuple[int, int, Meaning]]:
    """The parts of the body behind one noun, for as long as each makes a name with it."""
    at, place = head.start(), head.end()
    while site := _SITE.match(text, place):
        named = _longest(text, site, head["kind"].lower(), place == head.end(), ask)
        passed = None if named else _UNNAMED.match(text, place)
        if named:
            yield at, *named
        elif not passed:
            return
        joint = _NEXT.match(text, named[0] if named else passed.end() if passed else place)
        if not joint:
            return
        place = joint.end()
        # The noun belongs to the first that has a name.
        at = place if named or at > head.start() else at


def _longest(
    text: str, site: re.Match[str], kind: str, is_first: bool, ask: Ask[Meaning]
) -> tuple[int, Meaning] | None:
    """Where the most words end that are a site of a kind of tumour, and what that means."""
    nouns = [kind] if kind.endswith(("carcinoma", "neoplasm", "tumor", "tumour", "cancer")) else []
    if kind.endswith("carcinoma") or kind.startswith("malignan"):
        nouns.append("cancer")
    words = site.group().split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        end = site.start() + len(name)
        goes_on = _GOES_ON.match(text, end)
        if goes_on and not is_first:
            continue
        for noun in nouns:
            meaning = ask(f"{noun} of {name}") or ask(f"{noun} of the {name}")
            meaning = meaning or (None if goes_on else ask(f"{name} {noun}"))
            if meaning:
                return end, meaning
    return None
