"""IRIs of our own and of others: the only place where they are built.

The scheme is described in the reference pages of the schema; addresses of others follow their owners' linked data.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from kg.rdf.prefixes import PREFIXES

BASE = "https://w3id.org/trialgraph/"
VOCABULARY = BASE + "vocabulary"
ONTOLOGY = BASE + "schema/ontology"

# RFC 3987, section 2.2: what an IRI may hold beside ASCII. Not so U+FFFD, which damaged documents are full of.
_PLANES = "".join(f"{chr(plane)}-{chr(plane + 0xFFFD)}" for plane in range(0x10000, 0xE0000, 0x10000))
_LETTERS = f"\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_PLANES}\U000e1000-\U000efffd"
# Square brackets may stand in a host only, and a percent sign only before two hexadecimal digits.
_FORBIDDEN = re.compile(rf"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~{_LETTERS}]|%(?![0-9A-Fa-f]{{2}})")
_NOT_SEGMENT = re.compile(rf"[^()\-.0-9A-Z_a-z~{_LETTERS}]")
# A colon after the host without a number makes an address that RDF parsers refuse.
_WEB = re.compile(r"https?://[^\s/?#@:\[\]]+(:[0-9]+)?([/?#]|\Z)", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://.|urn:.")
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
    if not key.isascii():
        return _NOT_SEGMENT.sub(_encoded, key)
    return key if key.isalnum() else quote(key, safe="-._~()")


def _encoded(match: re.Match[str]) -> str:
    return quote(match.group(), safe="")


# Names of organisations and arms are asked for several times a document, and repeat from one to the next.
@lru_cache(maxsize=1 << 14)
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
    return BASE + "person/orcid-" + segment(orcid)


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
    return PREFIXES[prefix] + _FORBIDDEN.sub(_encoded, local.replace("#", "%23"))


def address(written: str) -> str | None:
    """An address as people give one, in full: with or without angle brackets, or as a prefixed name of ours.

    :returns: None for what is no address, such as a plain name, and for one with characters that none may have.

    >>> address("mechanism:iap-antagonist"), address("IAP antagonist"), address("http://a.example/>")
    ('https://w3id.org/trialgraph/mechanism/iap-antagonist', None, None)
    """
    written = written[1:-1] if written.startswith("<") and written.endswith(">") else written
    prefix, colon, local = written.partition(":")
    full = PREFIXES[prefix] + local if colon and prefix in PREFIXES else written
    return full if _ADDRESS.match(full) and not _FORBIDDEN.search(full) else None


def orcid(identifier: str) -> str:
    """The public address of an ORCID iD."""
    return PREFIXES["ORCID"] + segment(identifier)


def doi(identifier: str) -> str:
    """The public address of a DOI, in lower case; a DOI may hold any character, and some hold ``<``, ``#`` or ``%``."""
    escaped = re.sub("[%#?]", _encoded, identifier.lower())
    return PREFIXES["DOI"] + _FORBIDDEN.sub(_encoded, escaped)


def pubmed(pmid: str) -> str:
    """A PubMed record in NLM's linked data."""
    return PREFIXES["PMID"] + segment(pmid)


def mesh(number: str) -> str:
    """A descriptor or supplementary concept in NLM's linked data of MeSH."""
    return PREFIXES["MESH"] + segment(number)


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
    if not _WEB.match(address):
        return None
    page, mark, part = address.partition("#")
    return _FORBIDDEN.sub(_encoded, page + mark + part.replace("#", "%23"))


def within(document: str, *steps: str) -> str:
    """A part of a document that a service gives, so that its address leads to the document; each step a name or IRI.

    >>> within("http://127.0.0.1:7878/.well-known/void", "class", "tg:Trial")
    'http://127.0.0.1:7878/.well-known/void#class/tg:Trial'
    """
    return f"{document}#" + "/".join(quote(step, safe=":-._~()") for step in steps)


def media_type(name: str) -> str:
    """A media type in the register of the IANA."""
    return "https://www.iana.org/assignments/media-types/" + quote(name, safe="/+-.")


def local_name(iri: str) -> str:
    """The last part of an address, for people.

    >>> local_name("http://www.w3.org/ns/oa#TextQuoteSelector"), local_name("https://w3id.org/trialgraph/schema/Trial")
    ('TextQuoteSelector', 'Trial')
    """
    return re.split(r"[/#]", iri)[-1]


def compact(iri: str) -> str:
    """One of our own addresses as a prefixed name, for people; others as they are.

    >>> compact("https://w3id.org/trialgraph/trial/NCT04643405"), compact("http://schema.org/url")
    ('trial:NCT04643405', 'http://schema.org/url')
    """
    kind, slash, rest = iri.removeprefix(BASE).partition("/")
    prefix = "tg" if kind == "schema" else kind
    return f"{prefix}:{rest}" if slash and PREFIXES.get(prefix) == f"{BASE}{kind}/" and iri.startswith(BASE) else iri
