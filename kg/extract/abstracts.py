"""Structured abstracts: the labelled parts of one that is printed in one piece."""

from __future__ import annotations

import re

from kg.extract.words import Words

# A label is in capitals, begins a sentence and ends in a colon; fewer than four letters are a measure (OR: HR: ICC:).
_LABEL = re.compile(r"(?:^|(?<=[.?!;)\]”\"] ))(?P<label>AIM|[A-Z][A-Z &/,'’()\-]{2,70}[A-Z)]): ")

# What NLM writes where another language's abstract stands only with the publisher.
_ELSEWHERE = "abstract available from the publisher"


def is_elsewhere(text: str) -> bool:
    """Whether the words only say that the publisher has an abstract."""
    return len(text) < 50 and text.rstrip(".").lower() == _ELSEWHERE


def sections(abstract: Words) -> list[tuple[Words, Words]]:
    """Label and words of every part; nothing for an abstract that does not begin with a label.

    >>> text = "BACKGROUND: Few options (OR: 2). METHODS: One arm. MAIN OUTCOME MEASURES: Survival."
    >>> [(label.text, words.text) for label, words in sections(Words.at(text, 0, len(text)))]
    [('BACKGROUND', 'Few options (OR: 2).'), ('METHODS', 'One arm.'), ('MAIN OUTCOME MEASURES', 'Survival.')]
    """
    # A look at the beginning spares most abstracts the search, 40 us each.
    if not _LABEL.match(abstract.text):
        return []
    labels = list(_LABEL.finditer(abstract.text))
    ends = [label.start() for label in labels[1:]] + [len(abstract.text)]
    parts = (
        (abstract.part(*label.span("label")), abstract.part(label.end(), end).strip())
        for label, end in zip(labels, ends, strict=True)
    )
    return [(label, words) for label, words in parts if words.text]
