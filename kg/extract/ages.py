"""Ages as registries print them."""

from __future__ import annotations

import re

# Gregorian means, so that 12 months and 1 year agree to within a day.
DAYS = {"year": 365.2425, "month": 30.436875, "week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440}
_UNIT = r"(?:years?|months?|weeks?|days?|hours?|minutes?)"
# As many digits as an age in days needs, and never the last digits of a longer number.
_NUMBER = r"(?<!\d)(?<!\d\.)\d{1,5}(?:\.\d{1,5})?"
_AGE = re.compile(rf"\s*({_NUMBER})\s*({_UNIT})\b(?:\s+old)?\s*", re.IGNORECASE)
_LIMIT = rf"{_NUMBER}\s*{_UNIT}"
# The least age may stand without its unit: 18 to 75 Years.
_BOTH = re.compile(rf"(?P<low>{_NUMBER}(?:\s*{_UNIT})?)\s*(?:to|-|–|—|through)\s*(?P<high>{_LIMIT})", re.IGNORECASE)
_LEAST = re.compile(
    rf"(?P<low>{_LIMIT})\s*(?:and|or|&)\s*(?:older|over|above|up)|(?:≥|>=|minimum age:?)\s*(?P<least>{_LIMIT})",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"(?:up to|under|≤|<=|maximum age:?)\s*(?P<high>{_LIMIT})|(?P<most>{_LIMIT})\s*(?:and|or|&)\s*(?:younger|under)",
    re.IGNORECASE,
)


def age_days(written: str) -> int | None:
    """An age limit as whole days, rounded to the nearest.

    :param written: the words as published, such as ``eligibilityModule.minimumAge`` of a ClinicalTrials.gov v2 record.
    :returns: days since birth; None for ``N/A`` and for words not understood. Keep the words beside the number.

    >>> age_days("18 Years"), age_days("6 Months"), age_days("N/A")
    (6574, 183, None)
    """
    match = _AGE.fullmatch(written)
    return round(float(match[1]) * DAYS[match[2].lower().removesuffix("s")]) if match else None


def age_limits(written: str) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Where in some words the least and the greatest age stand, if any is printed.

    Names of age groups give no limit: "Older Adult" has no greatest age.

    >>> [[limit and text[slice(*limit)] for limit in age_limits(text)]
    ...  for text in ("18 Years to 75 Years", "18 Years and older (Adult, Older Adult)", "up to 17 Years", "Adult")]
    [['18 Years', '75 Years'], ['18 Years', None], [None, '17 Years'], [None, None]]
    """
    both = _BOTH.search(written)
    if both:
        return both.span("low"), both.span("high")
    least, most = _LEAST.search(written), _MOST.search(written)
    return least and _either(least, "low", "least"), most and _either(most, "high", "most")


def _either(match: re.Match[str], one: str, other: str) -> tuple[int, int]:
    return match.span(one) if match[one] else match.span(other)
