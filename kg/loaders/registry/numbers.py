"""Numbers by which registries list trials: whose they are, and how the registry itself writes them."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.trial_numbers import trial_numbers
from kg.extract.words import Words

# What the WHO's platform puts before the numbers of some registries.
_NETWORK = re.compile(r"JPRN-|EUCTR(?=20)|CTIS(?=20)", re.IGNORECASE)
# Of a European protocol the country, which is no part of the number of the trial.
_COUNTRY = re.compile(r"(?P<number>20\d\d-0\d{5}-\d\d)-(?:[A-Za-z]{2}|3rd|Outside-EU/EEA)", re.IGNORECASE)
_LONGEST = 60


class Number(NamedTuple):
    """A number of a trial.

    :ivar registry: name of the registry; None where the form of the number tells none.
    :ivar value: as the registry writes it, without the country of a European protocol.
    """

    registry: str | None
    value: str


def number_of(written: str) -> Number:
    """The number that some words are.

    >>> number_of("EUCTR2013-000615-24-BE"), number_of("HTA 11/01/25")
    (Number(registry='EudraCT', value='2013-000615-24'), Number(registry=None, value='HTA 11/01/25'))
    >>> number_of("JPRN-UMIN000012045").value, number_of("NCT 01234567").value
    ('UMIN000012045', 'NCT01234567')
    """
    words = " ".join(written.split())
    if len(words) <= _LONGEST:
        plain = _NETWORK.sub("", words, count=1)
        country = _COUNTRY.fullmatch(plain)
        plain = country["number"] if country else plain
        for registry, number, found in trial_numbers(Words.of_value(plain)):
            if found.text == plain:
                return Number(registry, number)
    return Number(None, words)
