"""Numbers of trials in the registries that PubMed and the WHO know, as they stand in words.

Registries: https://www.nlm.nih.gov/bsd/medline_databank_source.html; forms of their numbers, held against those that
https://github.com/maia-sh/ctregistries collected from publications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.words import Words
from kg.model import Trial
from kg.rdf import iris

# Typesetters make other dashes of hyphens.
_HYPHEN = "[-\u2010\u2011\u2013]"
# Of each registry, by PubMed's short name, what its numbers begin with, and the form of the rest.
_REGISTRIES = {
    "ClinicalTrials.gov": ("NCT", r"\d{8}"),
    "ISRCTN": ("ISRCTN", r"\d{8}"),
    "EudraCT": ("", rf"20\d\d{_HYPHEN}0\d{{5}}{_HYPHEN}\d\d"),
    "CTIS": ("", rf"20\d\d{_HYPHEN}5\d{{5}}{_HYPHEN}\d\d(?:{_HYPHEN}\d\d)?"),
    "ChiCTR": ("ChiCTR", r"\d{8,10}|[A-Z]{2,5}-?\d{8}"),
    "CRiS": ("KCT", r"\d{7}"),
    "CTRI": ("CTRI/", r"20\d\d/\d{2,3}/\d{3},?\d{3}"),
    "DRKS": ("DRKS", r"\d{8}"),
    "ANZCTR": ("ACTRN", r"\d{14,15}"),
    "IRCT": ("IRCT", r"\d{9,14} ?N\d{1,3}"),
    "JapicCTI": ("JapicCTI-", r"\d{6}"),
    "JMACCT": ("JMA-IIA", r"\d{5}"),
    "jRCT": ("jRCT", r"s?\d{9,10}"),
    "UMIN CTR": ("UMIN", r"\d{9}"),
    "LBCTR": ("LBCTR", r"20\d{8}"),
    "PACTR": ("PACTR", r"20\d{13,14}"),
    "RPCEC": ("RPCEC", r"\d{8}"),
    "SLCTR": ("SLCTR/", r"20\d\d/\d{3}"),
    "TCTR": ("TCTR", r"20\d{9}"),
    # These three are common words or names of genes in other cases and forms. Dutch numbers that begin with NL are
    # left to the databank field: in words they are postcodes, dossiers and footnotes.
    "NTR": ("NTR", r"\d{3,5}"),
    "ReBec": ("RBR-", r"\d[0-9a-z]{5,6}"),
    "REPEC": ("PER-", r"\d{3}-\d\d"),
}
_EXACT = ("NTR", "ReBec", "REPEC")
# Names of the same registries, or of networks of them, in databank fields only.
_NETWORKS = {"jprn": "JPRN", "umin-ctr": "UMIN CTR"}
# Of each databank, in small letters, the registry or network.
_DATABANKS = {**{name.lower(): name for name in _REGISTRIES}, **_NETWORKS}
_OF_ONE_FORM = ("ClinicalTrials.gov", "ISRCTN", "EudraCT", "CTIS")
_EARLIER = re.compile(r"[A-Za-z][\w./-]{0,39}\d", re.ASCII)
# What stands before numbers besides the letters that they begin with.
_LETTERS = {"ANZCTR": "(?:ACTRN|ANZCTRN?)", "UMIN CTR": "UMIN(?:[- ]CTR)?"}
# As in "ISRCTN, number 12345678", "DRKS ID 00012345" and "(ACTRN): 12345678901234".
_BETWEEN = r"(?:\)?[ ,:#/-]{0,2}|[ ,-]{0,2}(?:number|no\.?|id|identifier)[ :#]{1,2})"
_NOT_OF_THE_NUMBER = re.compile("[ ,]")
_ANY_HYPHEN = re.compile(_HYPHEN)


def _form(registry: str, group: str) -> str:
    beginning, rest = _REGISTRIES[registry]
    if registry in _EXACT:
        return f"{beginning} ?(?P<{group}>{rest})"
    letters = _LETTERS.get(registry) or re.escape(beginning.rstrip("-/"))
    return f"(?i:{letters}{_BETWEEN if letters else ''}(?P<{group}>{rest}))"


_GROUPS = {f"r{number}": registry for number, registry in enumerate(_REGISTRIES)}
# The look ahead at the first letter takes an abstract from 174 to 65 us, the search for digits most of them to 20.
# Names of registries may stand before a number without a space.
_ANY = re.compile(
    r"(?:(?<![A-Za-z0-9])|(?=[N2])(?:(?<=\.gov)|(?<=EUCTR)|(?<=EudraCT)))(?=[ACDIJKLNPRSTUacdijklnprstu2])(?:"
    + "|".join(_form(registry, group) for group, registry in _GROUPS.items())
    + r")(?![0-9])"
)
_DIGITS = re.compile(r"\d{5}|[/-]\d{3}|NTR|RBR-")
# Looked for first: most words have none of these, and it is a fourth of the cost of the above.
_FIGURES = re.compile(r"[0-9/-][0-9]{3}")


def trial_numbers(words: Words) -> Iterator[tuple[str, str, Words]]:
    """Registry, number as the registry writes it, and the words of every number.

    >>> text = "Trial registration: NCT 04643405 and ISRCTN12345678."
    >>> [(registry, number) for registry, number, _ in trial_numbers(Words.at(text, 0, len(text)))]
    [('ClinicalTrials.gov', 'NCT04643405'), ('ISRCTN', 'ISRCTN12345678')]
    """
    text = words.text
    if (_FIGURES.search(text) or "NTR" in text or "RBR-" in text) and _DIGITS.search(text):
        for found in _ANY.finditer(words.text):
            yield *_written(found), words.part(*found.span())


def databank_numbers(databank: str, accession: Words) -> list[tuple[str, str, Words]]:
    """Registry, number and words of every trial in a databank field; nothing where the databank is no registry.

    Publishers write several numbers, words around them, the country of a European protocol, or the figures alone.

    >>> text = "NCT01234567, NCT01234568."
    >>> [number for _, number, _ in databank_numbers("ClinicalTrials.gov", Words.at(text, 0, len(text)))]
    ['NCT01234567', 'NCT01234568']
    >>> [databank_numbers(bank, Words.of_value(text))[0][1] for bank, text in (("DRKS", "00012345"), ("NTR", "NL1234"))]
    ['DRKS00012345', 'NL1234']
    """
    name = _DATABANKS.get(databank.lower())
    if not name:
        return []
    if found := list(trial_numbers(accession)):
        return found
    # Figures alone, as many as the registry's numbers have.
    parts = accession.split(r"[,;\s]+")
    beginning = _REGISTRIES[name][0] if name in _REGISTRIES else ""
    whole = [_ANY.fullmatch(f"{beginning}{part.text}") for part in parts]
    if beginning and all(whole):
        return [(*_written(one), part) for one, part in zip(whole, parts, strict=True) if one]
    # These have had no other form; some of the others had earlier ones that are not listed here, with their letters.
    if name in _OF_ONE_FORM or not _EARLIER.fullmatch(accession.text):
        return []
    return [(name, accession.text, accession)]


def _written(found: re.Match[str]) -> tuple[str, str]:
    group = found.lastgroup or ""
    registry, rest = _GROUPS[group], found[group]
    beginning = _REGISTRIES[registry][0]
    if registry not in _EXACT:
        rest = _ANY_HYPHEN.sub("-", _NOT_OF_THE_NUMBER.sub("", rest))
        rest = rest.lower() if registry == "jRCT" else rest.upper()
    # The first numbers had a nought more.
    if registry == "ANZCTR" and len(rest) == 15:
        rest = rest.removeprefix("0")
    # Papers leave out the two figures of a first application; the portal never does.
    if registry == "CTIS" and rest.count("-") == 2:
        rest += "-00"
    return registry, beginning + ("-" if registry == "ChiCTR" and rest[0].isalpha() else "") + rest


def numbered_trial(registry: str, number: str, key: str) -> Trial:
    """A trial of which no more than its number is known.

    :param registry: short name of the registry, as PubMed has it.
    :param number: as its registry writes it.
    :param key: IRI of the node of the number.
    """
    in_us = registry == "ClinicalTrials.gov"
    return Trial(
        iri=iris.trial(number),
        registry_id=(number,),
        identifier=(key,),
        same_as=(iris.clinical_trials(number),) if in_us else (),
        url=(iris.clinical_trials_page(number),) if in_us else (),
    )
