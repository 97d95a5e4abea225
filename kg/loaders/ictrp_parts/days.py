"""Days as the WHO's platform writes them, whichever registry told them."""

from __future__ import annotations

import re

from kg.loaders.registry.words import day

# As the platform's database prints a day: Jan 16 2019 12:00AM
_PRINTED = re.compile(r"([A-Za-z]{3})\s+(\d{1,2})\s+(\d{4})\s+\d{1,2}:\d\d\s?[AP]M")
# What the platform's database holds where a registry told no day.
_NO_YEAR = "1900"


def platform_day(written: str | None) -> str | None:
    """A day as ``YYYY-MM-DD``, or what is given of it; None for the first day of 1900, which stands for no day.

    The platform puts the day before the month; only where that is no day of the calendar it is the other way round.

    >>> platform_day("03/04/2020"), platform_day("14-04-2020"), platform_day("01/27/2020")
    ('2020-04-03', '2020-04-14', '2020-01-27')
    >>> platform_day("Jan 16 2019 12:00AM"), platform_day("Jan  1 1900 12:00AM"), platform_day("01/01/1900")
    ('2019-01-16', None, None)
    """
    if not written:
        return None
    printed = _PRINTED.fullmatch(written.strip())
    plain = f"{printed[2]} {printed[1]} {printed[3]}" if printed else written
    found = day(plain, day_first=True) or day(plain)
    return None if found and found.startswith(_NO_YEAR) else found
