"""What a copyright statement says: its year and the publisher."""

from __future__ import annotations

import re

from kg.extract.punctuation import first_sentence, without_full_stop
from kg.extract.words import Words

_YEAR = re.compile(r"(?:©|\(c\)|copyright)[^.;]{0,90}?(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_PUBLISHED = re.compile(r"\bpublished by (?:the )?(?=[A-Z])", re.IGNORECASE)
_END = re.compile(
    r",? (?:on behalf of|in association with|in partnership with|in cooperation with|in collaboration with|under "
    r"|trading as|for and on behalf|©|copyright\b|all rights\b|\()|;",
    re.IGNORECASE,
)


def copyright_year(words: Words) -> Words | None:
    """The first year of a copyright statement.

    >>> text = "© Author(s) (or their employer(s)) 2022. Re-use permitted."
    >>> copyright_year(Words.at(text, 0, len(text))).text
    '2022'
    """
    return words.find(_YEAR, "year")


def publisher(words: Words) -> Words | None:
    """The publisher, where the statement says "published by"; a holder of the copyright need not be one.

    >>> text = "Copyright © 2025 The Author(s). Published by Elsevier Inc. All rights reserved."
    >>> publisher(Words.at(text, 0, len(text))).text
    'Elsevier Inc.'
    """
    found = _PUBLISHED.search(words.text)
    if not found:
        return None
    rest = words.part(found.end(), len(words.text))
    end = _END.search(rest.text)
    name = without_full_stop(first_sentence(rest.part(0, end.start()) if end else rest))
    return name if name.text else None
