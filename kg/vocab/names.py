"""Names to concepts: one name exactly, or every name in a stretch of words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from operator import itemgetter

from kg.vocab.sites import by_site
from kg.vocab.tables import Concept

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_ASCII_TOKEN = re.compile("[A-Za-z]+|[0-9]+")
# The noun that several names may share: "PARP or MEK inhibitors", "PD-1 and PD-L1 blockade".
_HEAD = re.compile(r"(?:inhibitor|antagonist|agonist|blocker|antibod(?:y|ie)|degrader|blockade)s?$", re.IGNORECASE)
_SHARES = re.compile(r"([^\W_][\w-]*)\s*(?:/|,|\bor\b|\band\b|\band/or\b|, or\b|, and\b)\s*$", re.IGNORECASE)
# How far before a name another may stand that shares its noun, in characters.
_WINDOW = 60
# The same of conditions, whose names have several words: "ovarian, fallopian tube and primary peritoneal cancer".
_ILLNESS = re.compile(
    r"(?:cancer|(?:adeno)?carcinoma|neoplasm|tumou?r|malignanc(?:y|ie)|sarcoma|lymphoma|leuka?emia)s?$", re.IGNORECASE
)
# Said of every site alike.
_ANY_CANCER = frozenset(("cancer", "neoplasm", "solid-tumor"))
_LAST_JOINT = re.compile(r"\s*(?:/|&|,?\s*\b(?:and/or|and|or)\b)\s*$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:/|&|,?\s*\b(?:and/or|and|or)\b|,)\s*$", re.IGNORECASE)
_THREE_WORDS = re.compile(r"(?:(?:[^\W_][\w'’-]*\s+){0,2}[^\W_][\w'’-]*)$")
# Before the noun alone, what has no name with it: of "gastric or gastroesophageal cancer" the second.
_UNNAMED = re.compile(r"(?<![\w-])(?!(?:and|or)\b)(?:[^\W\d_][\w-]*\s+){1,2}$", re.IGNORECASE)
_OF_BLOOD = re.compile(r"leukemia|lymphoma|myelo|graft|blood|hemato", re.IGNORECASE)
# What may stand between the parts of one name: BCL-2, BCL2, Bcl 2, "leukemia, T-cell"; never the end of a sentence.
_GAP = re.compile(r"[®™]?(?:[-\s\u2010-\u2015/'’]|, ){0,2}")
# What cells with a receptor bind, and how that is said besides: CD19 CAR-T, CD19-targeted CART.
_RECEPTOR = re.compile(r"(?P<bound>[^ ]+) CAR-T")
_BINDS = ("", " directed", " specific", " targeted", " targeting")
# In one word they are told from treatments of HIV and of ascites by the number that they stand right behind: B7-H3CART.
_IN_ONE_WORD = "CART"
_NUMBERED = re.compile(r"\d-?$")
# Behind an acronym a number of its series: APL 400-003 is a vaccine.
_SERIES = re.compile(r"[ -]\d{3}(?!\d)")
_SPELLING = (
    ("aemia", "emia"),
    ("haem", "hem"),
    ("oestr", "estr"),
    ("tumour", "tumor"),
    ("oedema", "edema"),
    ("paed", "ped"),
    ("α", "alpha"),
    ("β", "beta"),
    ("γ", "gamma"),
    ("κ", "kappa"),
)
_LEAST_TYPO = 8
# Longer texts are not kept, in characters.
_LONG = 20_000
_NUMBER = re.compile(rb"([0-9]+)")
_TO_SPACE = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))

Key = tuple[str, ...]


def key_of(name: str) -> Key:
    """Words and numbers of a text in one spelling: what two ways of writing one name have in common.

    >>> key_of("BCL2 inhibitors, Bcl-2")
    ('bcl', '2', 'inhibitor', 'bcl', '2')
    """
    return _key_of(name) if len(name) < _LONG else _words(name)


def _words(text: str) -> Key:
    if not text.isascii():
        return tuple(map(spelling, _TOKEN.findall(text)))
    # Cut at what is neither letter nor digit, which takes a quarter of the time that the expression takes.
    plain = text.encode().translate(_TO_SPACE)
    words = plain.decode().split()
    if any(not word.isdecimal() for word in words if not word.isalpha()):
        words = b" ".join(_NUMBER.split(plain)).decode().split()
    return tuple(map(spelling, words))


# The same words are asked for by one rule after the other.
_key_of = lru_cache(maxsize=256)(_words)


# Texts repeat their words: with the cache 1.6 us a word, without 5.
@lru_cache(maxsize=1 << 16)
def spelling(word: str) -> str:
    """One word in lower case, American spelling and the singular."""
    word = unicodedata.normalize("NFKC", word).casefold()
    for other, ours in _SPELLING:
        word = word.replace(other, ours)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "su" else word


def is_acronym(name: str) -> bool:
    """Whether a name is short and all in capitals, so that in lower case it may be a word (ALL, MET, ICE)."""
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 4 and all(c.isupper() for c in letters)


def is_telling(acronym: str) -> bool:
    """Whether an acronym found in a text is in capitals and has three letters; AG is as often a company.

    One of four letters may be small: GvHD.
    """
    letters = [c for c in acronym if c.isalpha()]
    small = len(letters) == 4 and sum(c.islower() for c in letters) == 1 and letters[0].isupper()
    return (is_acronym(acronym) or small) and sum(c.isalnum() for c in acronym) >= 3


@dataclass(frozen=True, slots=True)
class Match:
    """A concept that a name means.

    :ivar name: the label or alternative label that matched.
    :ivar how: token of the enumeration MatchKind: ``LABEL SYNONYM TYPO``.
    """

    concept: Concept
    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text, with its place there."""

    start: int
    end: int
    match: Match


class Names:
    """An index of all names of some concepts; never changed after it is made."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._by_key: dict[Key, list[Match]] = defaultdict(list)
        for concept in concepts:
            self._by_key[key_of(concept.label)].append(Match(concept, concept.label, "LABEL"))
            for name in (*concept.alt_labels, *_of_receptor(concept)):
                self._by_key[key_of(name)].append(Match(concept, name, "SYNONYM"))
                if _may_be_metastatic(concept, name):
                    self._by_key[key_of("m" + name)].append(Match(concept, "m" + name, "SYNONYM"))
        lengths: dict[str, set[int]] = defaultdict(set)
        for key in self._by_key:
            lengths[key[0]].add(len(key))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}
        # Of each kind the words that its names begin with.
        self._begin = {
            kind: {word: self._lengths[word] for word in begin} for kind, begin in _beginnings(self._by_key).items()
        }
        self._deletions: dict[str, set[str]] = defaultdict(set)
        for key in self._by_key:
            if len(key) == 1 and len(key[0]) >= _LEAST_TYPO:
                for shorter in (key[0], *deletions(key[0])):
                    self._deletions[shorter].add(key[0])
        self._most_typo = 1 + max(map(len, self._deletions), default=0)

    def find(self, name: str, kinds: Collection[str]) -> Match | None:
        """What a whole name means, whatever its case, hyphens and number.

        A single word of at least eight letters that is no name but one slip away (two letters swapped, one too many
        or too few) from exactly one drug's is taken for a misspelling; one letter for another is not, since true
        names differ by so much.

        :param kinds: kinds of concept to look among.
        """
        key = key_of(name)
        exact = None if key == (_IN_ONE_WORD.lower(),) else self._among(key, kinds)
        # A word of 10,000 letters has as many of which one is left out.
        if exact or "drug" not in kinds or len(key) != 1 or not _LEAST_TYPO <= len(key[0]) <= self._most_typo:
            return exact
        nearby = {word for part in (key[0], *deletions(key[0])) for word in self._deletions.get(part, ())}
        similar = (self._among((word,), {"drug"}) for word in sorted(nearby) if one_slip(key[0], word))
        found = [match for match in similar if match]
        if len({match.concept.key for match in found}) != 1:
            return None
        return Match(found[0].concept, found[0].name, "TYPO")

    def _among(self, key: Key, kinds: Collection[str]) -> Match | None:
        for match in self._by_key.get(key, ()):
            if match.concept.kind in kinds:
                return match
        return None

    def mentions(self, text: str, kinds: Collection[str]) -> list[Mention]:
        """Every name in a text, from left to right, the longest first, none overlapping another.

        Acronyms are only found in capitals, and from three letters on.
        """
        # Words first and places only where a name may be: 3 times as fast on what records say.
        words = key_of(text)
        begin = self._begin.get(next(iter(kinds)), {}) if len(kinds) == 1 else self._lengths
        if begin.keys().isdisjoint(words):
            return []
        found: list[Mention] = []
        places = (_ASCII_TOKEN if text.isascii() else _TOKEN).finditer(text)
        spans: list[tuple[int, int]] = []
        free = 0
        for at in [place for place, word in enumerate(words) if word in begin]:
            for length in begin[words[at]] if at >= free else ():
                match = self._among(words[at : at + length], kinds)
                if not match:
                    continue
                # Up to the word after the name.
                spans += [place.span() for place in islice(places, max(0, at + length + 1 - len(spans)))]
                part = spans[at : at + length]
                if _stands_alone(text, words, spans, at, length) and _is_written(text, part[0][0], part[-1][1], match):
                    found.append(Mention(part[0][0], part[-1][1], match))
                    free = at + length
                    break
        return found

    def mentions_and_sharing(self, text: str, kinds: Collection[str]) -> list[Mention]:
        """Every name in a text, and before each those that share its last noun."""
        return [
            each
            for mention in self._with_sites(text, self.mentions(text, kinds), kinds)
            for each in (*self.sharing(text, mention, kinds)[::-1], mention)
        ]

    def _with_sites(self, text: str, named: list[Mention], kinds: Collection[str]) -> list[Mention]:
        """Names, and cancers by their sites where no name stands but that of cancer itself."""
        if "condition" not in kinds:
            return named
        told = sorted(by_site(text, lambda name: self._among(key_of(name), ("condition",))), key=itemgetter(0))
        if not told:
            return named
        starts, ends = [m.start for m in named], [m.end for m in named]
        general: set[int] = set()
        added: list[Mention] = []
        for start, end, match in told:
            beside = range(bisect_right(ends, start), bisect_left(starts, end))
            if (added and start < added[-1].end) or match.concept.key in _ANY_CANCER:
                continue
            if all(named[at].match.concept.key in _ANY_CANCER for at in beside):
                general.update(beside)
                added.append(Mention(start, end, match))
        kept = [mention for at, mention in enumerate(named) if at not in general]
        return sorted([*kept, *added], key=lambda mention: mention.start)

    def sharing(self, text: str, mention: Mention, kinds: Collection[str]) -> list[Mention]:
        """Names before a mention that share its last noun: of ``PARP or MEK inhibitors`` the PARP inhibitors.

        :returns: from right to left; the place of each is that of its own part.
        """
        if mention.match.concept.kind == "condition":
            return self._sharing_illness(text, mention)
        head = _HEAD.search(text[mention.start : mention.end])
        found: list[Mention] = []
        at = mention.start
        while head and (before := _SHARES.search(text, max(0, at - _WINDOW), at)):
            match = self.find(f"{before[1]} {head.group()}", kinds)
            if not match:
                break
            found.append(Mention(*before.span(1), match))
            at = before.start(1)
        return found

    def _sharing_illness(self, text: str, mention: Mention) -> list[Mention]:
        """Conditions that share their last noun with the next, joined to it by a conjunction or slash.

        What stands behind an article is a part of the body, as in "diseases of the liver and pancreatic cancer".
        """
        words = text[mention.start : mention.end]
        head = _ILLNESS.search(words)
        at = mention.start
        if head and head.group() == words and (unnamed := _UNNAMED.search(text, max(0, at - _WINDOW), at)):
            at = unnamed.start()
        found: list[Mention] = []
        joint = _LAST_JOINT
        while head and (joined := joint.search(text, max(0, at - _WINDOW), at)):
            before = _THREE_WORDS.search(text, max(0, joined.start() - _WINDOW), joined.start())
            one = before and self._illness(text, before, words)
            if not one or (found and one.match.concept == found[-1].match.concept):
                break
            found.append(one)
            at, joint = one.start, _JOINT
        return found

    def _illness(self, text: str, before: re.Match[str], words: str) -> Mention | None:
        """The longest end of some words that is a name with the last two words of another, or with its last."""
        last = words.split()[-2:]
        for begin in re.finditer(r"[^\W_][\w'’-]*", before.group()):
            start = before.start() + begin.start()
            for tail in dict.fromkeys((" ".join(last), last[-1])):
                match = self._among(key_of(f"{text[start : before.end()]} {tail}"), ("condition",))
                if match and not text[max(0, start - 4) : start].lower().endswith("the "):
                    return Mention(start, before.end(), match)
        return None


def _of_receptor(concept: Concept) -> list[str]:
    """Other ways to write what cells with a receptor bind, or that they have one."""
    found = []
    for name in concept.alt_labels:
        bound = _RECEPTOR.fullmatch(name)
        if bound:
            found += [f"{bound[1]}{binds} {cells}" for binds in _BINDS for cells in ("CAR-T", _IN_ONE_WORD)]
        elif name == "CAR-T":
            found.append(_IN_ONE_WORD)
    return found


def _may_be_metastatic(concept: Concept, name: str) -> bool:
    """Whether a name is an acronym of a tumour that an m may stand before, as in mCRC."""
    plain = name.isalpha() and len(name) > 2 and is_acronym(name)
    return concept.kind == "condition" and plain and not _OF_BLOOD.search(concept.label)


def _beginnings(by_key: Mapping[Key, Iterable[Match]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, matches in by_key.items():
        for match in matches:
            found[match.concept.kind].add(key[0])
    return found


def _is_written(text: str, start: int, end: int, match: Match) -> bool:
    """Whether a name stands in a text as such a name has to: acronyms in capitals, pNET as it is."""
    words = text[start:end]
    if match.name == _IN_ONE_WORD and not _NUMBERED.search(text, max(0, start - 2), start):
        return False
    if is_mixed(match.name):
        return words.removesuffix("s") == match.name
    if not is_acronym(match.name):
        return True
    # A small s is the plural's; a capital one is a letter, as in HLHS, the hypoplastic left heart.
    singular = words.removesuffix("s")
    same = sum(c.isalnum() for c in singular) <= sum(c.isalnum() for c in match.name)
    # A code of a drug stays one in the code of its trial: MK-3475-189.
    in_series = not any(c.isdigit() for c in match.name) and _SERIES.match(text, end)
    return same and is_telling(singular) and not in_series


def is_mixed(name: str) -> bool:
    """Whether a short name is told from others by which of its letters are capitals: pNET is not PNET."""
    return len(name) <= 5 and name.isalpha() and name[0].islower() and sum(c.isupper() for c in name) > 1


def _stands_alone(text: str, words: Key, spans: list[tuple[int, int]], at: int, length: int) -> bool:
    """Whether nothing parts some words from each other, and they are no part of a longer word, nor denied.

    Of "non-squamous non-small cell lung cancer" the second part is a name, the first is not.
    """
    if at and words[at - 1] == "non" and _GAP.fullmatch(text, spans[at - 1][1], spans[at][0]):
        return False
    glued = at and spans[at - 1][1] == spans[at][0] and not words[at].isdigit() and words[at - 1].isdigit()
    # A receptor is written right behind what it binds: B7H3CAR-T.
    if glued and words[at] not in ("car", "cart"):
        return False
    after = at + length
    # PD-1 is not found in "PD-10", but it is in "PD-1s"; CD3 is not found in "CD3e".
    if after < len(spans) and spans[after - 1][1] == spans[after][0]:
        return False
    return all(_GAP.fullmatch(text, one[1], other[0]) for one, other in pairwise(spans[at:after]))


def deletions(word: str) -> list[str]:
    """The word with each of its letters left out in turn."""
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def one_slip(written: str, meant: str) -> bool:
    """Whether two words differ by two neighbouring letters swapped, or by one letter too many or too few.

    >>> one_slip("venetocalx", "venetoclax"), one_slip("nilotinib", "nirotinib")
    (True, False)
    """
    if abs(len(written) - len(meant)) == 1:
        shorter, longer = sorted((written, meant), key=len)
        return written[0] == meant[0] and shorter in deletions(longer)
    if len(written) != len(meant) or written[0] != meant[0]:
        return False
    differ = [i for i, (a, b) in enumerate(zip(written, meant, strict=True)) if a != b]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and (written[differ[0]], written[differ[1]]) == (meant[differ[1]], meant[differ[0]])
    )
