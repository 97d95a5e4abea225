"""What came of a trial as registries list it: publications by their number, documents, and pages with their names.

Kinds are those of ISRCTN, https://www.isrctn.com/page/definitions, in the words of older records and of its API.
"""

from __future__ import annotations

import re

from kg.loaders.registry import parts
from kg.loaders.registry.draft import Draft
from kg.rdf.iris import web

# What a kind is called, under the name that the API has for it, and what such publications are to the trial.
LABELS = {
    "resultsarticle": "Results article",
    "protocolarticle": "Protocol article",
    "abstract": "Abstract results",
    "interimresults": "Interim results article",
    "preprint": "Preprint results",
    "otherpublications": "Other publications",
    "basicresults": "Basic results",
    "plainenglishresults": "Plain English results",
    "hrasummary": "HRA research summary",
    "funderreport": "Funder report results",
    "trialwebsite": "Study website",
    "dataset": "Dataset",
    "pis": "Participant information sheet",
    "protocolfile": "Protocol file",
    "sap": "Statistical analysis plan",
}
_RESULT = re.compile(r"results?\b|(?:abstract|interim|preprint|basic|funder report) results\b", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:study )?protocol\b|statistical analysis plan\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"protocol\b|statistical analysis plan\b|participant information sheet\b", re.IGNORECASE)
_LINE = re.compile(r"\s*(?:(?:19|20)\d\d\s+)?(?P<kind>[A-Za-z].{0,80}?)\s+in\s+(?P<where>\S.*)", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;)]", re.IGNORECASE)
_LONGEST_LINE = 2000


def output(draft: Draft, kind: str, words: str) -> None:
    """One output: a publication where the words have its number, else a document or a page at its address.

    :param kind: what the registry calls outputs of the kind.
    :param words: its citation or address.
    """
    link = "RESULT" if _RESULT.match(kind) else "BACKGROUND" if _BACKGROUND.match(kind) else None
    if link and parts.publication(draft, words, link):
        return
    for address in dict.fromkeys(_ADDRESS.findall(words)):
        if not (url := web(address)):
            continue
        if _DOCUMENT.match(kind):
            parts.document(draft, kind, kind=kind, url=url)
        else:
            parts.web_link(draft, kind, url)


def listed_outputs(draft: Draft, written: str | None) -> None:
    """Outputs of a text that lists one a line, such as ``2022 Results article in https://…``."""
    for line in (written or "").splitlines():
        if found := _LINE.match(line[:_LONGEST_LINE]):
            output(draft, found["kind"], line[:_LONGEST_LINE].strip())
