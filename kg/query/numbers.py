"""Numbers of trials and publications as people copy them: with a prefix, a country, or in the address of a page.

Documents print them in one form each, which is what the graph has.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from kg.rdf.iris import BASE, address

# Registries and what they put into the addresses of their pages; the number is one of the parts.
_REGISTERS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:clinicaltrials\.gov|isrctn\.com|clinicaltrialsregister\.eu|euclinicaltrials\.eu)/(.+)",
    re.IGNORECASE,
)
_PUBMED = re.compile(
    r"(?:pmid[-:\s]*|(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|pubmed/)"
    r"([0-9]{1,9})(?:/|/?[?#].*)?",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:doi:?\s*|(?:https?://)?(?:www\.|dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)


def printed(kind: str, written: str) -> str | None:
    """A number as documents print it; None for what is none, or of another kind of thing.

    :param kind: ``trial`` or ``publication``; others have no such numbers.

    >>> printed("trial", "trial:nct04643405"), printed("trial", "EUCTR2019-002346-13-DE")
    ('NCT04643405', '2019-002346-13')
    >>> printed("publication", "pmid 40975066"), printed("publication", "https://doi.org/10.1000/A%3C1")
    ('40975066', '10.1000/A<1')
    """
    own = f"{BASE}{kind}/"
    full = address(written) or ""
    local = unquote(full.removeprefix(own)) if full.startswith(own) else written
    if kind == "trial":
        return _of_trial(local)
    return _of_publication(local) if kind == "publication" else None


def _of_trial(written: str) -> str | None:
    # Few questions come here, and with what it stands on it takes 20 ms of the start of each.
    from kg.loaders.registry.numbers import number_of

    page = _REGISTERS.fullmatch(written)
    for part in re.split(r"[/?#&=]", page[1]) if page else (written,):
        number = number_of(part)
        if number.registry:
            return number.value
    return None


def _of_publication(written: str) -> str | None:
    if pubmed := _PUBMED.fullmatch(written):
        return pubmed[1]
    doi = _DOI.fullmatch(written)
    if not doi:
        return None
    return unquote(doi[1]) if "doi.org" in written[: doi.start(1)].lower() else doi[1]
