"""Numbers and tokens of a results section as values; what is no plain number stays words.

Tokens and their words: https://clinicaltrials.gov/data-api/about-api/api-migration
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from kg.loaders.ctgov.study_results import Number

# More digits than these no measurement has, and reading them takes long.
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?")
# Copies that went through a table have 12.0 for 12.
_COUNT = re.compile(r"([0-9]{1,15}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.0{1,9})?")
# Codes of MedDRA, which is under licence, have eight digits of which the first two are 10.
_CODE = re.compile(r"\s*[(\[]?\b10[0-9]{6}\b[)\]]?[\s:-]*")
# Tokens of one word cannot be told from abbreviations; those of several words can.
_TOKEN = re.compile(r"[A-Z0-9]+(?:_[A-Z0-9]+)+")
_WORDS = {
    "MEAN": "Mean",
    "MEDIAN": "Median",
    "NUMBER": "Number",
    "POSTED": "Posted",
    "SUPERIORITY": "Superiority",
    "EQUIVALENCE": "Equivalence",
    "OTHER": "Other",
    "NA": "Not Applicable",
    "CONFIDENCE_80": "80% Confidence Interval",
    "CONFIDENCE_90": "90% Confidence Interval",
    "CONFIDENCE_95": "95% Confidence Interval",
    "CONFIDENCE_975": "97.5% Confidence Interval",
    "CONFIDENCE_99": "99% Confidence Interval",
    "CONFIDENCE_OTHER": "Other Confidence Interval Level",
    "INTER_QUARTILE_RANGE": "Inter-Quartile Range",
    "GEOMETRIC_COEFFICIENT": "Geometric Coefficient of Variation",
    "COUNT_OF_PARTICIPANTS": "Count of Participants",
    "COUNT_OF_UNITS": "Count of Units",
    "STANDARD_ERROR_OF_MEAN": "Standard Error of the Mean",
    "ONE_SIDED": "1-Sided",
    "TWO_SIDED": "2-Sided",
    "NON_INFERIORITY": "Non-Inferiority",
    "NON_INFERIORITY_OR_EQUIVALENCE": "Non-Inferiority or Equivalence",
    "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY": "Non-Inferiority or Equivalence (legacy)",
    "SUPERIORITY_OR_OTHER": "Superiority or Other",
    "SUPERIORITY_OR_OTHER_LEGACY": "Superiority or Other (legacy)",
    "NON_SYSTEMATIC_ASSESSMENT": "Non-systematic Assessment",
    "SYSTEMATIC_ASSESSMENT": "Systematic Assessment",
}


# Typed, as 1 and 1.0 are one key otherwise and not the same words.
@lru_cache(maxsize=65536, typed=True)
def decimal(written: Number) -> tuple[Decimal | None, str | None]:
    """A number, and the words as written where the number alone does not give them back.

    :returns: None and the words for ``NA``, ``<0.1``, ``1,5`` and the like; twice None for no words.

    >>> decimal("1.50"), decimal("NA"), decimal(".5"), decimal("1,234")
    ((Decimal('1.50'), None), (None, 'NA'), (Decimal('0.5'), '.5'), (None, '1,234'))
    """
    words = _words(written)
    if not _DECIMAL.fullmatch(words):
        return None, words or None
    number = Decimal(words)
    return number, None if f"{number:f}" == words else words


def p_value(written: Number) -> tuple[Decimal | None, str | None]:
    """A p value; one with ``<`` is words only, and so is what is no probability.

    >>> p_value("=0.247"), p_value("<0.001"), p_value("1.2")
    ((Decimal('0.247'), '=0.247'), (None, '<0.001'), (None, '1.2'))
    """
    return within(written, 1, equals=True)


@lru_cache(maxsize=8192, typed=True)
def within(written: Number, most: int, *, equals: bool = False) -> tuple[Decimal | None, str | None]:
    """A number from 0 to a limit, and the words where it is another or differs from them.

    :param equals: whether an equals sign may stand before it.
    """
    words = _words(written)
    number, _ = decimal(words.removeprefix("=") if equals else words)
    if number is None or not 0 <= number <= most:
        return None, words or None
    return number, None if f"{number:f}" == words else words


@lru_cache(maxsize=16384, typed=True)
def count(written: Number) -> tuple[int | None, str | None]:
    """A number of people or things, and the words where it is none or is written in another way.

    >>> count("12"), count("1,234"), count(12.0), count("<5"), count(-1)
    ((12, None), (1234, '1,234'), (12, '12.0'), (None, '<5'), (None, '-1'))
    """
    words = _words(written)
    found = _COUNT.fullmatch(words)
    if not found:
        return None, words or None
    number = int(found[1].replace(",", ""))
    return number, None if str(number) == words else words


@lru_cache(maxsize=1024)
def words_of(token: str | None) -> str | None:
    """A token of the API in the words of the registry; words that are no token stay as they are.

    >>> words_of("LEAST_SQUARES_MEAN"), words_of("TWO_SIDED"), words_of("95% CI"), words_of("IQR")
    ('Least Squares Mean', '2-Sided', '95% CI', 'IQR')
    """
    if not token or not token.strip():
        return None
    if token in _WORDS:
        return _WORDS[token]
    return token.replace("_", " ").title() if _TOKEN.fullmatch(token) else token.strip()


@lru_cache(maxsize=16384)
def uncoded(term: str | None) -> str | None:
    """The name of an event, organ system or vocabulary without a code of MedDRA.

    >>> uncoded("Headache (10019211)"), uncoded("10019211: Headache"), uncoded("MedDRA 26.0")
    ('Headache', 'Headache', 'MedDRA 26.0')
    """
    if not term:
        return None
    return (_CODE.sub(" ", term) if "10" in term else term).strip() or None


@lru_cache(maxsize=16384)
def plain(written: str | None) -> str | None:
    """A heading or unit, which the API gives without markup; None for an empty one."""
    return (written.strip() or None) if written else None


def _words(written: Number) -> str:
    return "" if written is None else str(written).strip()
