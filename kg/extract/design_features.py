"""Features of a design that titles and summaries name: prospective, multicentre and their opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.words import Words

_WORDS = {
    "PROSPECTIVE": r"prospective",
    "RETROSPECTIVE": r"retrospective",
    "MULTICENTRE": r"multi[\s-]?cent(?:er|re|ric)|multi[\s-]?institution(?:al)?|multi[\s-]?sites?",
    "SINGLE_CENTRE": r"(?:single|mono|one|uni)[\s-]?cent(?:er|re|ric)|single[\s-]?(?:site|institution(?:al)?)",
}
_STUDY = (
    r"(?:study|studies|trial|cohort|registry|investigation|analysis|evaluation|survey|research|project|comparison)\b"
)
# Adjectives stand before the word for the study, with at most twelve other words between.
_BEFORE = rf"(?=(?:[,\s]+[\w/+-]+(?:\([^)]*\))?){{0,12}}?[,\s]+{_STUDY})"
_FEATURES = {
    token: re.compile(rf"(?<![\w-])(?:{words})\w{{0,2}}(?![\w-]){_BEFORE}", re.IGNORECASE)
    for token, words in _WORDS.items()
}
# In a summary only a sentence about this very study counts, since it speaks of others as well.
_OWN = re.compile(
    rf"\W*(?:(?:this|our|the (?:present|current|proposed))\s+(?:{_STUDY}\s+)?(?:(?:is|was|will be)\s+)?"
    rf"(?:(?:an?|the)\s+)?|the\s+{_STUDY}\s+(?:is|was|will be)\s+(?:an?\s+)?"
    r"|we\s+(?:(?:will|plan to|aim to)\s+)?(?:conduct|perform|design)\w*\s+an?\s+)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\W*(?:(?:an?|the)\s+)?", re.IGNORECASE)
_ADJECTIVES = re.compile(rf"(?P<adjectives>(?:[\w/+-]+(?:\s*\([^)]{{0,40}}\))?[,\s]+){{1,10}}?){_STUDY}", re.IGNORECASE)
# "A retrospective study found …" is another study.
_ANOTHER = re.compile(
    r"\s+(?:found|show|report|demonstrat|suggest|reveal|indicat|conclud|publish|by\b|has\b|have\b)", re.I
)
_SENTENCE = re.compile(r"(?:^|[.:;]\s+)(?=\S)")


def features_of_title(title: Words) -> Iterator[tuple[str, Words]]:
    """Tokens of the enumeration DesignFeature that a title names, with the words.

    >>> [token for token, _ in features_of_title(Words.at("A Prospective, Multicenter Clinical Study", 0, 42))]
    ['PROSPECTIVE', 'MULTICENTRE']
    """
    for token, pattern in _FEATURES.items():
        found = title.find(pattern)
        if found:
            yield token, found


def features_of_summary(summary: Words) -> Iterator[tuple[str, Words]]:
    """Tokens that a summary names of this very study, each once, with the words.

    >>> text = "Others were single-center. A retrospective study found little. This prospective multicenter study asks."
    >>> [token for token, _ in features_of_summary(Words.at(text, 0, len(text)))]
    ['PROSPECTIVE', 'MULTICENTRE']
    """
    seen: set[str] = set()
    for start in _SENTENCE.finditer(summary.text):
        own = _OWN.match(summary.text, start.end()) or (_FIRST.match(summary.text) if not start.start() else None)
        adjectives = _ADJECTIVES.match(summary.text, own.end()) if own else None
        if adjectives is None or _ANOTHER.match(summary.text, adjectives.end()):
            continue
        said = summary.part(*adjectives.span("adjectives"))
        for token, words in _WORDS.items():
            found = said.find(re.compile(rf"(?<![\w-])(?:{words})(?:al)?(?![\w-])", re.IGNORECASE))
            if found and token not in seen:
                seen.add(token)
                yield token, found
