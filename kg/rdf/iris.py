"""IRIs of our own and of others: the only place where they are built.

The scheme is described in the reference pages of the schema; addresses of others follow their owners' linked data.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

from kg.rdf.prefixes import PREFIXES

BASE = "https://w3id.org/trialgraph/"
VOCABULARY = BASE + "vocabulary"
ONTOLOGY = BASE + "schema/ontology"

# Characters that RFC 3987 forbids in an IRI, and those that N-Triples would have to escape.
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f]')
_NOT_WORD = re.compile(r"[\W_]+")


def under(parent: str, kind: str, key: int | str) -> str:
    """A child of a record by its position (from 1) or by the source's own key.

    >>> under("https://w3id.org/trialgraph/record/pubmed/1", "author", 2)
    'https://w3id.org/trialgraph/record/pubmed/1/author/2'
    """
    return f"{parent}/{kind}/{key if isinstance(key, int) else segment(key)}"


def segment(key: str) -> str:
    """A key as one segment of a path; letters of any script stay, everything unsafe is percent-encoded.

    >>> segment("A/B c")
    'A%2FB%20c'
    """
    return (
        quote(key, safe="-._~()")
        if key.isascii()
        else _FORBIDDEN.sub(_encoded, key.replace("%", "%25").replace("/", "%2F"))
    )


def _encoded(match: re.Match[str]) -> str:
    return quote(match.group(), safe="")


def slug(name: str) -> str:
    """A name as lower-case words joined with hyphens; the same for names that differ in case or punctuation only.

    >>> slug("Ascentage Pharma (Suzhou) Co., Ltd.")
    'ascentage-pharma-suzhou-co-ltd'
    """
    return _NOT_WORD.sub("-", unicodedata.normalize("NFKC", name).casefold()).strip("-")


def trial(number: str) -> str:
    """A trial by its number in a registry."""
    return BASE + "trial/" + segment(number)


def title_key(title: str) -> str:
    """Key of a trial whose document gives no number: ``title-`` and 16 hexadecimal digits of its normalised title."""
    return "title-" + hashlib.sha256(slug(title).encode()).hexdigest()[:16]


def record(registry: str, record_id: str) -> str:
    """A document: registry (``ctgov``, ``pubmed``) and the id of the record there. Also the name of its graph."""
    return f"{BASE}record/{segment(registry)}/{segment(record_id)}"


def publication(*, pmid: str | None = None, doi: str | None = None) -> str:
    """A publication by PubMed number, else by DOI.

    :raises ValueError: when neither is given.
    """
    if pmid:
        return BASE + "publication/pmid-" + segment(pmid)
    if doi:
        return BASE + "publication/doi-" + segment(doi.lower())
    raise ValueError("a publication is named by its PMID or its DOI, and neither was given")


def entity(kind: str, key: str) -> str:
    """A concept of the vocabulary by kind (``drug mechanism target condition regimen``) and its curated key."""
    return f"{BASE}{kind}/{segment(key)}"


def organisation(name: str, *place: str) -> str:
    """An organisation by its normalised name and place; without a place by its name alone.

    >>> organisation("Union Hospital", "Fuzhou", "China")
    'https://w3id.org/trialgraph/org/union-hospital-fuzhou-china'
    """
    return BASE + "org/" + slug(" ".join((name, *place)))


def person_of_mention(role: str) -> str:
    """A person who is known from one mention: named after the role node that mentions them."""
    return BASE + "person/" + role.removeprefix(BASE + "record/").replace("/", "-")


def person_by_orcid(orcid: str) -> str:
    """A person by their ORCID iD (four groups of four)."""
    return BASE + "person/orcid-" + orcid


def journal(nlm_id: str) -> str:
    """A journal by its number in the NLM catalogue."""
    return BASE + "journal/" + segment(nlm_id)


def patent(number: str) -> str:
    """A patent or application by office, number and kind code."""
    return BASE + "patent/" + segment(number)


def rule_set(name: str) -> str:
    """A set of rules; also the name of the graph of its conclusions."""
    return BASE + "rules/" + segment(name)


def expand(curie: str) -> str:
    """A compact identifier of one of our declared prefixes in full.

    :raises KeyError: for a prefix that is not declared.

    >>> expand("MESH:D010190")
    'http://id.nlm.nih.gov/mesh/D010190'
    """
    prefix, local = curie.split(":", 1)
    return PREFIXES[prefix] + local


def orcid(identifier: str) -> str:
    """The public address of an ORCID iD."""
    return PREFIXES["ORCID"] + identifier


def doi(identifier: str) -> str:
    """The public address of a DOI, in lower case."""
    return PREFIXES["DOI"] + _FORBIDDEN.sub(_encoded, identifier.lower())


def pubmed(pmid: str) -> str:
    """A PubMed record in NLM's linked data."""
    return PREFIXES["PMID"] + segment(pmid)


def clinical_trials(number: str) -> str:
    """A ClinicalTrials.gov number at identifiers.org."""
    return PREFIXES["NCT"] + segment(number)


def clinical_trials_page(number: str) -> str:
    """The page of a ClinicalTrials.gov record."""
    return "https://clinicaltrials.gov/study/" + segment(number)


def web(address: str) -> str | None:
    """A web address from a document, made safe; None for what is none.

    >>> web("http://example.org/a b"), web("see the attachment")
    ('http://example.org/a%20b', None)
    """
    address = address.strip()
    if not re.match(r"https?://[^\s/]", address, re.IGNORECASE):
        return None
    return _FORBIDDEN.sub(_encoded, address)
