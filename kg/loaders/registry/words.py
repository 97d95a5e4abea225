"""Words of registries as values: dates, phases, sexes, whole numbers, and the words that say that there is none."""

from __future__ import annotations

import re

from kg.extract.ages import age_days
from kg.extract.dates import date_of
from kg.extract.phase import phases
from kg.extract.tokens import token_of
from kg.extract.words import Words

# What registries print, or have those who register print, where there is nothing to say.
_NOTHING = re.compile(
    r"(?:n/?\.?a\.?|nil|none|null|nil known|not (?:known|applicable|available|provided|specified|selected|defined)"
    r"|(?:plain english summary of protocol )?not provided at (?:the )?time of registration"
    r"|information not present in eudract|no (?:limit|entry)|no (?:maximum|minimum)(?: age)?(?: limit)?"
    # The least whole number of 32 bits, which the WHO's platform prints for no age.
    r"|-2147483648|-+|\.+)\.?",
    re.IGNORECASE,
)
_LONGEST_NOTHING = 80
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d\S*")
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: \S+)*")
# With a comma between thousands, with no tenths, or with the word for people.
_WHOLE = re.compile(
    r"(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0{1,2})?(?:\s(?:participants|patients|subjects|people|persons))?",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:phase[\s-]*)?(?:0|[1-4]|iv|i{1,3})[ab]?"
    r"(?:\s*(?:[/,+&|-]|and|to|or)\s*(?:phase[\s-]*)?(?:0|[1-4]|iv|i{1,3})[ab]?){0,3}\s*(?:\(.*\))?",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"(?<![a-z0-9])(?:phase[\s-]*)?(0|[1-4]|iv|i{1,3})[ab]?(?![a-z0-9])", re.IGNORECASE)
_ANSWERED = re.compile(r"\(phase\s+(i{1,3}|iv)\)\s*:\s*(yes|no)\b", re.IGNORECASE)
_PHASES = {"0": "EARLY_PHASE1", "i": "PHASE1", "ii": "PHASE2", "iii": "PHASE3", "iv": "PHASE4"}
_NUMERALS = str.maketrans({"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV"})
_LONGEST_PHASE = 400
_AGE = re.compile(
    r"(?:[<>]=?|[≤≥])?\s*(\d{1,5}(?:\.\d{1,5})?)(?:-(?=[a-z]))?\s*"
    r"(?:(y|yr|year|m|month|w|week|d|day|h|hour|age)(?:s|\(s\))?)\.?(?:[ -]old)?",
    re.IGNORECASE,
)
# As in: 18 Years and older
_LEAST = re.compile(r"(?<=[a-z)])\s+(?:and|or)\s+(?:older|over|above)\Z", re.IGNORECASE)
# UMIN CTR prints 20age old.
_UNITS = {"a": "years", "y": "years", "m": "months", "w": "weeks", "d": "days", "h": "hours"}
_SEX_ANSWERS = re.compile(r"\b(female|male)\s*:\s*(yes|no)\b", re.IGNORECASE)
_SEXES = {
    **dict.fromkeys(("both", "all", "male and female", "female and male", "female, male", "male, female"), "ALL"),
    **dict.fromkeys(
        ("both males and females", "both male and female", "male/female", "female/male", "m/f", "f/m", "b"), "ALL"
    ),
    **dict.fromkeys(("both, male and female", "both male and female participants"), "ALL"),
    **dict.fromkeys(("female", "females", "f", "women", "females only", "female only"), "FEMALE"),
    **dict.fromkeys(("male", "males", "m", "men", "males only", "male only"), "MALE"),
}


def given(written: str | None) -> str | None:
    r"""A value without white space around it; None for no words and for words such as ``N/A`` and ``Nil known``.

    >>> given(" Nil known"), given("Not provided at time of registration"), given("None of these \n")
    (None, None, 'None of these')
    """
    written = written.strip() if written else ""
    return None if not written or (len(written) < _LONGEST_NOTHING and _NOTHING.fullmatch(written)) else written


def day(written: str | None, *, day_first: bool | None = None) -> str | None:
    """A date with the precision that it is given in, as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

    :param written: a date, or a date with a time of day, which is left out.
    :param day_first: whether the day or the month stands first in ``01/02/2020``; where that is not known, such a date
        is read as its year, unless one of the two is greater than 12.

    >>> day("2020-02-01T00:00:00.000Z"), day("01/02/2020", day_first=True), day("01/02/2020"), day("27/01/2020")
    ('2020-02-01', '2020-02-01', '2020', '2020-01-27')
    """
    if not written:
        return None
    written = written.strip()
    if stamped := _TIMESTAMP.fullmatch(written):
        return date_of(stamped[1])
    slashed = _SLASHED.fullmatch(written)
    if not slashed:
        return date_of(written)
    first, second, year = int(slashed[1]), int(slashed[3]), slashed[4]
    if day_first is None and first <= 12 and second <= 12 and first != second:
        return date_of(year)
    if day_first is False or (day_first is None and second > 12):
        first, second = second, first
    return date_of(f"{year}-{second:02}-{first:02}")


def latest(*days: str | None) -> str:
    """The latest of some days; empty for none."""
    return max((day for day in days if day), default="")


def phase_tokens(written: str | None) -> tuple[str, ...]:
    """Tokens of the enumeration Phase that the words of a registry's field name, in order.

    >>> phase_tokens("Phase II/III"), phase_tokens("0"), phase_tokens("Not Applicable"), phase_tokens("Post-market")
    (('PHASE2', 'PHASE3'), ('EARLY_PHASE1',), ('NA',), ())
    >>> phase_tokens("Human pharmacology (Phase I): no Therapeutic exploratory (Phase II): yes")
    ('PHASE2',)
    >>> phase_tokens("Phase I and Phase II (Integrated)- First administration to humans")
    ('PHASE1', 'PHASE2')
    """
    words = " ".join((written or "").translate(_NUMERALS).split())
    if not words or len(words) > _LONGEST_PHASE:
        return ()
    if words.casefold() in ("n/a", "na", "not applicable"):
        return ("NA",)
    if words.casefold() in ("early phase 1", "early phase i"):
        return ("EARLY_PHASE1",)
    answers = _ANSWERED.findall(words)
    if answers:
        found = [_PHASES[number.lower()] for number, answer in answers if answer.lower() == "yes"]
    elif _LISTED.fullmatch(words):
        found = [_token(number) for number in _NUMBER.findall(words.partition("(")[0])]
    else:
        found = [token for tokens, _ in phases(Words.of_value(words)) for token in tokens]
    return tuple(sorted(dict.fromkeys(found)))


def _token(number: str) -> str:
    return _PHASES.get(number.lower()) or f"PHASE{number}"


def age(written: str | None, *, least: bool = False) -> tuple[str | None, int | None]:
    """Words of a limit of age and the limit in days; a number without a unit gives no days.

    :param least: whether it is a lower limit, to which "and older" adds nothing.

    >>> age("18Y"), age("20years-old"), age("18"), age("No limit")
    (('18Y', 6574), ('20years-old', 7305), ('18', None), (None, None))
    """
    words = given(written)
    if words is None:
        return None, None
    limit = _LEAST.sub("", words) if least else words
    short = _AGE.fullmatch(limit)
    return words, age_days(f"{short[1]} {_UNITS[short[2][0].lower()]}" if short else limit)


def sex(written: str | None) -> str | None:
    r"""Token of the enumeration Sex.

    >>> sex("Both"), sex("Female: yes\nMale: no"), sex("Females"), sex("Not Specified")
    ('ALL', 'FEMALE', 'FEMALE', None)
    """
    words = " ".join((written or "").split()).casefold()
    answers = dict(_SEX_ANSWERS.findall(words))
    if answers:
        return sex_of(female=answers.get("female") == "yes", male=answers.get("male") == "yes")
    return _SEXES.get(words)


def sex_of(*, female: bool | None, male: bool | None) -> str | None:
    """Token of the enumeration Sex from whether either may take part; None where neither is said to."""
    if female and male:
        return "ALL"
    return "FEMALE" if female else "MALE" if male else None


def whole_number(written: str | int | None) -> int | None:
    """A number of people; None for words, for parts, and for numbers longer than any such number.

    >>> whole_number("1,200"), whole_number("300.0"), whole_number("100 participants"), whole_number("about 50")
    (1200, 300, 100, None)
    """
    words = "" if written is None else str(written).strip()
    found = _WHOLE.fullmatch(words) if words.isascii() else None
    return int(found[1].replace(",", "")) if found else None


def token(enumeration: str, written: str | None) -> str | None:
    """The token of an enumeration whose name the words are; None for other words and for none."""
    return token_of(enumeration, written) if written else None
