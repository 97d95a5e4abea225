"""Numbers in a citation, by which the cited publication is known."""

from __future__ import annotations

import re

from kg.extract.words import Words

_PMID = re.compile(
    r"(?:\bPMID\s*:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov|\.gov)?/|\bpubmed\s*:?\s*)(?P<pmid>[1-9]\d{3,8})\b", re.I
)
_DOI = re.compile(r"\b(?P<doi>10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)\]])", re.ASCII)


def cited_numbers(citation: Words) -> tuple[Words | None, Words | None]:
    """PubMed number and DOI of a citation, where it prints them.

    >>> text = "Wang S. A trial. Blood. 2020;1:2. doi: 10.1182/blood.2020-1. PMID: 31234567."
    >>> [number and number.text for number in cited_numbers(Words.at(text, 0, len(text)))]
    ['31234567', '10.1182/blood.2020-1']
    """
    return citation.find(_PMID, "pmid"), citation.find(_DOI, "doi")
