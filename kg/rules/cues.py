"""Words around a name that take it out of what is given, tested or studied."""

from __future__ import annotations

import re

# Between two parts of an entry such as "placebo + venetoclax": a cue in one says nothing of the other.
_PARTS = re.compile(r"\+|/|,|;|\band\b|\bplus\b|\bwith\b|\bor\b", re.IGNORECASE)
_NOT_GIVEN = re.compile(
    r"\b(?:placebos?|sham|vehicle|dummy|simulated|no|without|omission|omit\w*|stop\w*|cessation|discontinu\w+"
    r"|withdraw\w+|assays?|(?:serum|plasma|blood) levels?|levels? of|measurement|monitoring|tests?|testing)\b",
    re.IGNORECASE,
)
_PLACEBO = re.compile(r"\b(?:placebos?|sham|vehicle|dummy)\b", re.IGNORECASE)
_NOT_STUDIED = re.compile(
    r"\bnon[- ](?!small|hodgkin|muscle|squamous|seminoma|metast|resect)|[- ]free\b|\bsurviv(?:or|al|ing)"
    r"|\bcare ?givers?\b|\bcarers?\b|\brelatives\b|\bprevent\w*|\bprophyla\w+|\bfear of\b|\brisk\b|\bscreening\b"
    r"|\bwithout\b|\bno history\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:versus|vs\.?|compar\w+ (?:with|to)|(?:in )?comparison (?:with|to)|instead of|rather than|over"
    r"|(?:non-?inferior|superior|equivalen)\w* (?:of\b.*)?(?:to|with))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:without|no|after|following|during|previous(?:ly)?|prior|earlier|treated with|failed"
    r"|fail\w* (?:of|to|on|with)|(?:refractory|resistan\w+|intoleran\w+|exposed|na[iï]ve) to"
    r"|relapsed? (?:after|on)|progress\w* (?:on|after)"
    r"|(?:discontinu\w+|omission|withdrawal|cessation|de-?escalation) of|ineligible for|unfit for)"
    r"\s+(?:[\w-]+[\s,]+){0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[- ](?:ineligible|refractory|resistant|resistance|na[iï]ve|intolerant|pre-?treated|treated|induced|associated"
    r"|related|free|unfit|experienced|exposed|failure|sparing|placebo)\b",
    re.IGNORECASE,
)


def is_placebo(label: str) -> bool:
    """Whether an entry is a placebo or sham, whatever it looks like."""
    return bool(_PLACEBO.search(label))


def is_given(label: str, start: int, end: int) -> bool:
    """Whether a name within an entry is of something that is given.

    >>> [is_given(label, *(label.index("x"), label.index("x") + 1)) for label in ("x 5 mg", "placebo for x", "no x")]
    [True, False, False]
    """
    begins = max((m.end() for m in _PARTS.finditer(label, 0, start)), default=0)
    after = _PARTS.search(label, end)
    part = label[begins : after.start() if after else len(label)]
    return not (_NOT_GIVEN.search(part) or re.search(r"\bnon[- ]$", label[:start], re.IGNORECASE))


def is_studied(label: str) -> bool:
    """Whether a condition within a listed name is what is studied: not survivors of it, nor those free of it."""
    return not _NOT_STUDIED.search(label)


def is_tested(title: str, start: int, end: int) -> bool:
    """Whether a therapy named in the title of a trial's article is one that the trial tests.

    Not what it is compared with, what was given before, what is left out, and what a disease resists. When in doubt,
    not: a trial without a statement is better than one with a false one.
    """
    before = title[max(0, start - 300) : start]
    return not (_COMPARED.search(before) or _BEFORE.search(before) or _AFTER.match(title, end))
