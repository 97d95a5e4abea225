"""Officials of a trial as registries print them on one line: office, name, degrees, organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from kg.extract.words import Words

_ROLE = re.compile(
    r"(?P<role>principal investigator|(?:sub|co)-?\s?(?:principal )?investigator|study chair(?:man|person)?|"
    r"study director|study principal investigator|investigator)\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
# Letters of degrees and titles without dots and spaces, as they follow names in registry records.
_LETTERS = (
    "ab aocn apn arnp assistprof assocprof assprof bachelor bch bchir bds bm bpharm bs bsc bsn ccc ccfp cnm cns "
    "crna dba dc dclinpsy dcs dds ddsc dm dmd dmsc dmsci dnp do doctor dphd dphil dpm dpt dr drmed drph drs dsc "
    "dsw dvm edd faan faap facc fache facog facp facr facs fagas faha fasco fccm fccp fcps fidsa fracp franzcp "
    "franzcr frcgp frcp frcpath frcpc frcr frcs frcsc hons ing jd kmd lcsw ma master mb mba mbbch mbbs mbch mbchb "
    "mch md mdphd mdphdmph mdres mdsci med mhs mhsc mmed mmedsc mms mmsc mph mphil mpth mrcp mrcs ms msc msci "
    "mscn mscph msn msompt msph mspt msw mtech mudr np ompt ot otr pa pac pd pgdip pharmd pharmdphd phd pmhnp pr "
    "pro prof profdr profdrmed professor psyd pt rac rd rdn rn rndr rph scd scm slp vmd"
)
_DEGREES = frozenset(_LETTERS.split())
_DEGREE_WORDS = re.compile(
    r"(?:(?:assoc(?:iate|\.)?|assist(?:ant|\.)?|adjunct|full|clinical|chief|attending|resident|senior|head|deputy|vice)\s+)*"
    r"(?:prof(?:essor)?\.?(?: of [\w ]{3,40})?|physician|doctor|lecturer|pharmacist|surgeon|director|consultant|nurse|"
    r"master(?:'s)?(?: degree)?(?: of [\w ]{3,30})?|bachelor(?:'s)?(?: degree)?|p\.?\s?d\.?\s+dr\.?.*|"
    r"dr\.?\s+(?:med|rer|phil|sc)\b.*|prof\.?\s+dr\.?.*|employee)\*?",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:(?:prof(?:essor)?|dr|mr|mrs|ms|assoc|associate|assistant|doctor)\b\.?\s*)+(?=[^\s,])", re.IGNORECASE
)
_SUFFIX = re.compile(r"\s+(?P<suffix>(?:jr|sr)\.?|I{2,3}|IV)$", re.IGNORECASE)
_PARTICLES = {
    "van",
    "von",
    "de",
    "der",
    "den",
    "del",
    "della",
    "di",
    "da",
    "dos",
    "du",
    "la",
    "le",
    "ter",
    "ten",
    "bin",
}
# Names of offices stand where a person's name should: "Clinical Trials", "Medical Director".
_OFFICE = re.compile(
    r"\b(?:clinical|trials?|principal|investigators?|medical|director|study|contact|call|cent(?:er|re)|information|desk|department|program(?:me)?|"
    r"team|responsible|transparency|disclosure|sciences?|operations|pharma\w*|therapeutics|biotech\w*|inc|ltd|llc|gmbh|corp|"
    r"monitor|manager|administrator|sponsor|global|research|group|company|registry|office|affairs|development|chair)\b\.?",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"universi|hospital|hôpital|hopital|ospedale|krankenhaus|klinik|\bcent(?:er|re)\b|centro|institut|instituto|istituto|academy|"
    r"foundation|fondation|fundaci|fondazione|college|laborator|\bclinic\b|\bgroup\b|company|\bco\.|\binc\b|\bltd\b|\bllc\b|gmbh|"
    r"\bcorp|pharma|council|ministry|infirmary|\btrust\b|charité|\bchu\b|\birccs\b|oncology group|consortium|agency",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"(?:the )?(?:dep(?:artmen)?t|division|section|service|(?:medical )?faculty|school|unit|ward|laboratory of|chair|"
    r"clinic (?:for|of))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class PersonName:
    """A person or office as printed; parts that are not printed are None or empty.

    :ivar name: the name without titles and degrees.
    :ivar family: None for an office, for a group and for a single name.
    :ivar affiliations: one for each organisation.
    """

    name: Words
    given: Words | None
    family: Words | None
    suffix: Words | None
    degree: Words | None
    affiliations: list[Words]


def role_and_rest(words: Words) -> tuple[Words | None, Words]:
    """The office before the colon, such as ``Principal Investigator``, and what follows it."""
    match = _ROLE.fullmatch(words.text)
    if not match:
        return None, words
    return words.part(*match.span("role")), words.part(*match.span("rest")).strip()


def person(words: Words) -> PersonName:
    """A line such as ``Shaoyuan Wang, Pro, Fujian Institute of Hematology,Union Hospital`` taken apart.

    >>> found = person(Words.at("Ana de Souza, M.D., PhD, Charité, Berlin", 0, 40))
    >>> [part and part.text for part in (found.given, found.family, found.degree)], found.affiliations[0].text
    (['Ana', 'de Souza', 'M.D., PhD'], 'Charité, Berlin')
    """
    spans = [match.span() for match in re.finditer(r"[^,]+", words.text) if match.group().strip()]
    if not spans:
        return PersonName(words, None, None, None, None, [])
    end = 1
    while end < len(spans) and is_degree(words.text[slice(*spans[end])]):
        end += 1
    name = words.part(*spans[0]).strip()
    degree = words.part(spans[1][0], spans[end - 1][1]).strip() if end > 1 else None
    rest = words.part(spans[end][0], len(words.text)).strip() if end < len(spans) else None
    name, degree = _without_prefix(name, degree)
    name, suffix = _without_suffix(name)
    given, family = _parts(name)
    return PersonName(name, given, family, suffix, degree, affiliations(rest) if rest else [])


def is_degree(text: str) -> bool:
    """Whether words after a name are degrees or titles.

    >>> [is_degree(text) for text in (" Pro", "M.D.", "MD/PhD", "Dr. med.", "UCLA", "Charité")]
    [True, True, True, True, False, False]
    """
    text = text.strip(" *")
    if _DEGREE_WORDS.fullmatch(text):
        return True
    if text.replace(".", "").replace(" ", "").casefold() in _DEGREES:
        return True
    parts = [part for part in re.split(r"[\s/&-]+|(?<=[a-z])\.(?=[A-Z])", text) if part]
    return bool(parts) and all(part.replace(".", "").strip("()*").casefold() in _DEGREES for part in parts)


def _without_prefix(name: Words, degree: Words | None) -> tuple[Words, Words | None]:
    match = _PREFIX.match(name.text)
    if not match:
        return name, degree
    prefix = name.part(*match.span()).strip()
    return name.part(match.end(), len(name.text)).strip(), degree or prefix


def _without_suffix(name: Words) -> tuple[Words, Words | None]:
    match = _SUFFIX.search(name.text)
    return (name.part(0, match.start()), name.part(*match.span("suffix"))) if match else (name, None)


def _parts(name: Words) -> tuple[Words | None, Words | None]:
    """Given and family name; the family name is the last word with its particles, or the one word in capitals."""
    # No more than tell a name from what is too long to be one.
    tokens = list(islice(name.find_all(r"\S+"), 7))
    if not 1 < len(tokens) <= 6 or _OFFICE.search(name.text) or any(c.isdigit() or c in "@&" for c in name.text):
        return None, None
    capitals = [n for n, token in enumerate(tokens) if token.text.isupper() and len(token.text.strip(".")) > 2]
    if capitals == [0] and len(tokens) == 2:
        return tokens[1], tokens[0]
    first = len(tokens) - 1
    while first > 1 and tokens[first - 1].text.casefold() in _PARTICLES:
        first -= 1
    if capitals and len(capitals) < len(tokens) and capitals == list(range(capitals[0], len(tokens))):
        first = capitals[0] or first
    cut = tokens[first].start - name.start
    return name.part(0, cut).strip(), name.part(cut, len(name.text)).strip()


def affiliations(words: Words) -> list[Words]:
    """One for each organisation where every part between commas is one; else all the words as one.

    Parts of one organisation ("Department of Neurology, X") and addresses are not taken apart.
    """
    parts = words.split(r"\s*[,;]\s*")
    are_organisations = all(ORGANISATION.search(part.text) and not UNIT.match(part.text) for part in parts)
    return parts if len(parts) > 1 and are_organisations else [words]
