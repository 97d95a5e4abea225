"""Words around a name that take it out of what is given, tested or studied."""

from __future__ import annotations

import re

# Between two parts of an entry such as "placebo + venetoclax": a cue in one says nothing of the other.
# "Without" begins a part, whose cue it is.
_PARTS = re.compile(r"\+|/|,|;|；|\band\b|\bplus\b|\bwith\b|\bor\b|(?=\bwithout\b)", re.IGNORECASE)
_NOT_GIVEN = re.compile(
    r"\b(?:placebos?|sham|vehicle|dummy|simulated|no|without|omission|omit\w*|stop\w*|cessation|discontinu\w+"
    r"|withdraw\w+|assays?|(?:serum|plasma|blood) levels?|levels? of|measurement|monitoring|tests?|testing"
    r"|(?:PET|SPECT|scintigraphy|imaging)(?![/ -](?:CT[ -])?(?:adapted|guided|driven|directed|based|response))"
    r"|(?:serum|plasma|blood) (?:samples?|sampling|draws?|collection)"
    r"|questionnaires?|surveys?|interviews?)\b",
    re.IGNORECASE,
)
# What a therapy is to those whom it names, and what it does to them: behind its name, in entries and in titles.
_STATES = r"toxicity|ineligible|refractory|resistan(?:t|ce)|unresponsive|na[iï]ve|induced|free|unfit|sparing"
_EFFECTS = r"adherence|neuropathy|arthralgia|nausea|symptoms|side effects"
# What an entry tells beside what is given: the treatment that somebody had before, or that something is there for.
_HAD_BEFORE = re.compile(
    r"\b(?:during|previous(?:ly)?|prior(?! to)|former"
    r"|(?:after|following)\s+(?:the\s+)?(?:fail\w*|progress\w*|completion|end|discontinu\w+|stop\w*)(?:\s+of)?)"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_IS_NOT_GIVEN = re.compile(
    rf"\s*(?:[- ](?:{_STATES}|intoleran\w+)|-(?:associated|related)|\s(?:{_EFFECTS}|education))\b",
    re.IGNORECASE,
)
_PLACEBO = re.compile(r"\b(?:placebos?|sham|vehicle|dummy)\b", re.IGNORECASE)
# What registries list as given though it is done to see what a treatment does, the whole entry.
_MEASUREMENT = re.compile(
    r"(?:(?:laboratory )?biomarker analysis|pharmac(?:ological|okinetic|odynamic|ogenomic) stud(?:y|ies)"
    r"|(?:questionnaire|survey) administration|quality[- ]of[- ]life assessment|(?:bio)?specimen collection"
    r"|(?:bone marrow |tumou?r )?biopsy(?: procedure)?|(?:medical chart|electronic health record) review"
    r"|(?:cytogenetic|mutation|gene expression|flow cytometric|microarray|proteomic|clonality|gene rearrangement"
    r"|microsatellite instability) analysis|immunohistochemistry staining method|immunologic technique"
    r"|reverse transcriptase-polymerase chain reaction|(?:x-ray|magnetic resonance|radionuclide) imaging"
    r"|(?:computed|positron emission) tomography(?: scans?)?"
    r"|(?:CT|MRI|PET(?:[-/]CT)?|bone|multigated acquisition) scans?|echocardiography(?: test)?)",
    re.IGNORECASE,
)
_NOT_STUDIED = re.compile(
    r"(?:cancer|disease|tumou?r|leuka?emia|event|relapse|recurrence)[- ]free\b|\bsurviv(?:or|al|ing)"
    r"|\bcare ?givers?\b|\bcarers?\b|\brelatives\b"
    r"|\bprevent\w*|\bprophyla\w+|\bfear of\b|\bat (?:\w+ )?risk\b|\brisks? (?:of|for|factors?)\b"
    r"|\brisk$|\bscreening\b|\bno history\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bwithout\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
# With or without something: both are tested, or studied.
_EITHER = re.compile(r"\bwith(?: or | and |\s?/\s?| ?and/or )without\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:versus|vs\.?|compar\w+ (?:with|to)|(?:in )?comparison (?:with|to)|instead of|rather than|over"
    r"|(?:non-?inferior|superior|equivalen)\w* (?:of\b.*)?(?:to|with))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    # "With or without X" compares both, so X is tested.
    r"\b(?:(?<!or )(?<!and )(?<!/)(?<!vs )(?<!vs\. )(?<!versus )without|no|after|following|during"
    r"|previous(?:ly)?|prior|earlier|treated with|failed|fail\w* (?:of|to|on|with)"
    r"|respond(?:ed|s|ing)? to|receiv(?:ed|ing)|undergoing|treated by|caused by|patients on"
    r"|(?:refractory|resistan\w+|intoleran\w+|exposed|na[iï]ve) to"
    r"|relapsed? (?:after|on)|progress\w* (?:on|after)"
    r"|(?:discontinu\w+|omission|withdrawal|cessation|interruption|de-?escalation) of|ineligible for|unfit for"
    r"|stopping|interrupting|discontinuing|withdrawing|switch\w* from)"
    r"\s+(?:[\w-]+[\s,]+){0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[- ](?:{_STATES}|{_EFFECTS}|intolerant|pre-?treated|treated|associated|related|experienced|exposed|failure"
    r"|placebo|discontinuation|cessation|withdrawal|interruption|hypersensitivity)\b",
    re.IGNORECASE,
)
# "In a GnRH antagonist protocol" says what else was given.
_IN = re.compile(r"\b(?:in|during)(?: an?)? $", re.IGNORECASE)
_PROTOCOL = re.compile(r" (?:protocol|treatment|cycle)s?\b")

# Characters on either side of a name in which cues are looked for; few entries and no titles are longer.
_NEARBY = 300

# What joins two things that are given together; a slash between numbers and units joins nothing, nor does "MRD+".
_JOINED = re.compile(
    r"(?<=\s)\+|\+(?=\S)|&|；|(?<=\s)(?:plus|combined with|(?:in )?combination with|and(?:/or)?)(?=\s)"
    r"|(?<=[^\W\d]{3})\s?/\s?(?=[^\W\d]{3})|(?<=\d{3})/(?=[^\W\d]{3})",
    re.IGNORECASE,
)
_JOINED_BY_SIGN = re.compile(r"(?<=\s)\+|\+(?=\S)|(?<=\s)plus(?=\s)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WITH = re.compile(r"\s*(?:with|without|vs\.?|versus)\b", re.IGNORECASE)
_NAMELIKE = re.compile(r"[^\W\d_][\w-]{2,}|[A-Z]+-?\d+")
# Words of doses, forms, times and people, which alone name nothing that is given.
_PLAIN_WORDS = (
    "mcg day days daily week weeks weekly month months monthly hour hours hrs year years dose doses dosage dosing level"
    " levels low lower high higher medium standard group groups arm arms cohort part injection infusion tablet tablets"
    " capsule capsules oral orally intravenous intravenously subcutaneous topical solution suspension cream gel spray"
    " powder patch without with for the its from then followed every cycle cycles once twice three two one first second"
    " third young older adult adults children patients participants subjects maintenance"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())


def is_placebo(label: str) -> bool:
    """Whether an entry is a placebo or sham, whatever it looks like."""
    return bool(_PLACEBO.search(label))


def is_measurement(label: str) -> bool:
    """Whether an entry is nothing but an examination that trials of treatments list among what they give.

    >>> is_measurement("Laboratory Biomarker Analysis"), is_measurement("Biopsy-guided surgery")
    (True, False)
    """
    # As in: Computed Tomography (CT) Scan.
    return bool(_MEASUREMENT.fullmatch(" ".join(_ASIDE.sub(" ", label).split())))


def is_given(label: str, start: int, end: int) -> bool:
    """Whether a name within an entry is of something that is given.

    >>> [is_given(label, *(label.index("x"), label.index("x") + 1)) for label in ("x 5 mg", "placebo for x", "no x")]
    [True, False, False]
    """
    label, start, end = _nearby(label, start, end)
    label = _EITHER.sub(_blank, label)
    begins = max((m.end() for m in _PARTS.finditer(label, 0, start)), default=0)
    after = _PARTS.search(label, end)
    part = label[begins : after.start() if after else len(label)]
    if _HAD_BEFORE.search(label, begins, start) or _IS_NOT_GIVEN.match(label, end):
        return False
    return not _NOT_GIVEN.search(part)


def _nearby(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A text around a place, and the place in it.

    A thousand names in 10,000 characters, each looked at with all of them, took 25 seconds.
    """
    first = max(0, start - _NEARBY)
    return text[first : end + _NEARBY], start - first, end - first


def _blank(found: re.Match[str]) -> str:
    """As many spaces, so that places stay."""
    return " " * len(found.group())


def is_studied(label: str, start: int) -> bool:
    """Whether a condition named in a listed name is what is studied: not survivors of it, nor those free of it.

    :param start: where the condition is named.

    >>> is_studied("Leukemia Without Maturation", 0), is_studied("Adults Without Leukemia", 15)
    (True, False)
    """
    label, start, _ = _nearby(label, start, start)
    label = _EITHER.sub(_blank, label)
    return not _NOT_STUDIED.search(label) and not _WITHOUT.search(label[max(0, start - 100) : start])


def is_tested(title: str, start: int, end: int) -> bool:
    """Whether a therapy named in the title of a trial's article is one that the trial tests.

    Not what it is compared with, what was given before, what is left out, and what a disease resists. When in doubt,
    not: a trial without a statement is better than one with a false one.
    """
    before = title[max(0, start - _NEARBY) : start]
    if _IN.search(before) and _PROTOCOL.match(title, end):
        return False
    return not (_COMPARED.search(before) or _BEFORE.search(before) or _AFTER.match(title, end))


def parts_given_together(label: str, by_sign: bool) -> list[tuple[int, int]]:
    """Places of the parts of an entry that are joined by a plus sign, a slash or ``and``; none where nothing is joined.

    Parts of doses, forms and people alone are left out, and placebos. What stands in brackets joins nothing.

    :param by_sign: only a plus sign joins.

    >>> [label[start:end] for label in ("S-1 + osimertinib", "drug 5 mg/day (a and b)") for start, end in
    ...  parts_given_together(label, by_sign=False)]
    ['S-1', 'osimertinib']
    """
    flat = _ASIDE.sub(lambda aside: " " * len(aside.group()), label)
    joined = (_JOINED_BY_SIGN if by_sign else _JOINED).finditer(flat)
    ends = [0, *(place for match in joined for place in match.span()), len(flat.rstrip())]
    found = []
    for start, end in zip(ends[::2], ends[1::2], strict=True) if len(ends) > 2 else ():
        part = flat[start:end]
        words = _NAMELIKE.findall(part)
        if _WITH.match(part) or is_placebo(part) or all(word.lower() in _PLAIN for word in words):
            continue
        found.append((start + len(part) - len(part.lstrip(" ,;:")), start + len(part.rstrip(" ,;:."))))
    return found
