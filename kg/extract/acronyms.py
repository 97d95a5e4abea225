"""The acronym of a trial at the end of its title, told from an abbreviation of the words before it."""

from __future__ import annotations

import re

from kg.extract.words import Words

_LAST = re.compile(r".*\((?P<acronym>[^()]+)\)\s*\.?$")
_WORD = re.compile(r"[A-Za-z0-9]+")
# ClinicalTrials.gov allows acronyms of 14 characters.
_LONGEST = 14
_NO_ACRONYM = re.compile(
    r"NCT\d{8}|phase\b.*|part\b.*|cohorts?\b.*|stage\b.*|arms?\b.*|study\b.*|trial\b.*|ages?\b.*|pts|"
    r"completed|terminated|withdrawn|suspended|covid-?19|sars-cov-2|t[12]dm?|hiv(?:-?1)?|.*\bor\b.*|.*\band\b.*|\d[\d.,\s%-]*\D{0,6}",
    re.IGNORECASE,
)
_SMALL = {"a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def acronym_of(title: Words) -> Words | None:
    """The acronym in the parentheses that end a title.

    ClinicalTrials.gov prints a trial's acronym there, and titles end in abbreviations of a disease in the same way:
    letters that begin the words right before them, from the middle of the title on, are no acronym of the trial. A
    title that ends in the same parentheses twice leaves no doubt. Of 254 acronyms printed so after
    real titles 222 are found; most of the others are a plain word or a name of a drug.

    >>> titles = "Regimens in R/R T-ALL (PD1-VEN-CAG)", "Drug in Hepatocellular Carcinoma (HCC)", "A (NCT06369467)"
    >>> [found and found.text for found in (acronym_of(Words.at(t, 0, len(t))) for t in titles)]
    ['PD1-VEN-CAG', None, None]
    """
    match = _LAST.fullmatch(title.text)
    if not match:
        return None
    written = match["acronym"].strip()
    before = title.text[: match.start("acronym") - 1].rstrip()
    if before.endswith(f"({written})"):
        return title.part(*match.span("acronym")).strip()
    if not 2 <= len(written) <= _LONGEST or _NO_ACRONYM.fullmatch(written) or sum(c.isupper() for c in written) < 2:
        return None
    if abbreviates(written, before):
        return None
    return title.part(*match.span("acronym")).strip()


def abbreviates(short: str, before: str) -> bool:
    """Whether a short form stands for the last words before it, and these do not make up the whole title.

    >>> abbreviates("CLL", "Drug X in Chronic Lymphocytic Leukemia"), abbreviates("SHARP", "Heart and Renal Protection")
    (True, False)
    """
    letters = [c for c in short.lower() if c.isalnum()]
    if letters and letters[-1] == "s" and short.endswith("s"):
        letters.pop()
    words = [word.lower() for word in _WORD.findall(before)]
    # Hyphenated words give several, so up to twice as many words as letters.
    for count in range(1, min(len(words) - 1, 2 * len(letters)) + 1):
        tail = words[-count:]
        if _spelt_by(letters, tail):
            return True
    return False


def _spelt_by(letters: list[str], words: list[str]) -> bool:
    """Whether letters are the initials of some words, or come from them in order with every initial among them."""
    if words[0][0] not in letters:
        return False
    long = [word for word in words if word not in _SMALL]
    if sorted(word[0] for word in long) == sorted(letters):
        return True
    return words[0][0] == letters[0] and _in_order(letters, long)


def _in_order(letters: list[str], words: list[str]) -> bool:
    at = 0
    for number, word in enumerate(words):
        if at >= len(letters) or word[0] != letters[at]:
            return False
        at += 1
        following = words[number + 1][0] if number + 1 < len(words) else ""
        inside = word[1:]
        while at < len(letters) and letters[at] != following and letters[at] in inside:
            inside = inside[inside.index(letters[at]) + 1 :]
            at += 1
    return at == len(letters)
