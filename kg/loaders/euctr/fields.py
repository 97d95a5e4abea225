"""Lines of a protocol as fields: a code such as ``E.1.1`` with its words, and everything up to the next one.

Codes are those of the application form for a clinical trial in the EU, as the register prints them:
https://www.clinicaltrialsregister.eu/about.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Of two codes of one field ("B.3.1 and B.3.2") the first; words of languages other than English are marked (es:).
_CODE = re.compile(r"([A-H]\.(?:IMP|\d{1,2}(?:\.\d{1,2}){0,4}))(?: and [A-H][\d.]{1,20})?(?=[ \t:])")
_LANGUAGE = re.compile(r"\s\(([a-z]{2})\)$")
_DECISION = re.compile(r"(?P<code>[NP])\. (?P<label>[^:]{1,100}(?:: Reason\(s\)[^:]{0,60})?):[ \t]*(?P<value>.*)")
_HEADING = re.compile(r"[A-P]\. [A-Z][^:]{3,100}|[A-H]\.\d[\d.]*(?: (?:and|to) [A-H][\d.]+)? [A-Z][^:?]{3,120}")
_SUMMARY = re.compile(
    r"(?P<label>EudraCT Number|Sponsor's Protocol Code Number|National Competent Authority|Clinical Trial Type"
    r"|Trial Status|Date on which this record was first entered in the EudraCT database|Link)\s*:[ \t]*(?P<value>.*)"
)
_LONGEST_LABEL = 250
_SPONSOR = re.compile(r"Sponsor (\d{1,3})\s*")
# Numbered headings; other lines that begin with a code but have no colon are words of those who wrote the field.
_HEADINGS = re.compile(
    r"B\.5(?:\.3)?|D\.(?:2|3|3\.8|3\.10|3\.11|4|5|6|7|8)|E\.(?:1|2|5|6|7|8|8\.2|8\.6|8\.9)|F\.(?:1|2|3|4|4\.2)|G\.4|H\.4"
)


class Field(NamedTuple):
    """One field.

    :ivar key: its code, with the language of its words if that is not English, as in ``A.3 (es)``; its words for those
        of the summary, and for decisions code and words.
    :ivar label: words beside the code.
    :ivar value: in all its lines, without white space around it.
    """

    key: str
    label: str
    value: str


def fields(text: str) -> Iterator[Field]:
    r"""The fields of a protocol in order; those in another language than English have its letters behind their code.

    >>> list(fields("Trial Status: Ongoing\nA.3 Title: One\nmore\nA.3 Title (es): Uno\nSponsor 2\nP. End: Ended"))
    ... # doctest: +NORMALIZE_WHITESPACE
    [Field(key='Trial Status', label='', value='Ongoing'), Field(key='A.3', label='Title', value='One\nmore'),
     Field(key='A.3 (es)', label='Title', value='Uno'),
     Field(key='Sponsor', label='', value='2'), Field(key='P. End', label='End', value='Ended')]
    """
    key: tuple[str, str] | None = None
    lines: list[str] = []
    in_summary = True
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        opened = _opened(line, in_summary=in_summary)
        if opened is None:
            lines.append(line)
            continue
        if key:
            yield Field(*key, "\n".join(lines).strip())
        key, lines = opened[0], [opened[1]]
        in_summary = in_summary and not (key and key[0].startswith("A."))
    if key:
        yield Field(*key, "\n".join(lines).strip())


def _opened(line: str, *, in_summary: bool) -> tuple[tuple[str, str] | None, str] | None:
    """Key, label and first words of the field that a line opens; no key for headings and fields that are passed over.

    :returns: None for a line that goes on with the field above.
    """
    if in_summary and (found := _SUMMARY.fullmatch(line)):
        return (found["label"], ""), found["value"]
    if line.startswith("Sponsor ") and (found := _SPONSOR.fullmatch(line)):
        return ("Sponsor", ""), found[1]
    if line.strip() == "MedDRA Classification":
        return None, ""
    if len(line) < 3 or line[1] != "." or not ("A" <= line[0] <= "P"):
        return None
    if found := _CODE.match(line):
        field = _coded(found[1], line[found.end() :])
        if field:
            return field
    if found := _DECISION.fullmatch(line):
        return (f"{found['code']}. {found['label']}", found["label"]), found["value"]
    heading = _HEADING.fullmatch(line.rstrip())
    numbered = line[2:3].isdigit()
    return (None, "") if heading and (not numbered or _HEADINGS.fullmatch(line.split(" ", 1)[0])) else None


def _coded(code: str, rest: str) -> tuple[tuple[str, str], str] | None:
    """Key, label and first words of a field from what stands behind its code; None where no label ends there.

    One question has its answer behind the mark of a question.
    """
    mark = "?" if code == "D.8.1" else ":"
    at = rest.find(mark, 0, _LONGEST_LABEL)
    if at < 0:
        return None
    label, value = rest[:at].strip(), rest[at + 1 :].strip(" \t")
    other = _LANGUAGE.search(label)
    if not other:
        return (code, label), value
    return (code if other[1] == "en" else f"{code} ({other[1]})", label[: other.start()]), value
