"""Officials of a trial as registries print them on one line: office, name, degrees, organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from kg.extract.legal_forms import is_legal_form
from kg.extract.words import Words

_ROLE = re.compile(
    r"(?P<role>principal investigator|(?:sub|co)-?\s?(?:principal )?investigator|study chair(?:man|person)?|"
    r"study director|study principal investigator|investigator)\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
# Letters of degrees and titles without dots and spaces, as they follow names in registry records.
_LETTERS = (
    "ab aocn apn arnp assistprof assocprof assprof ba bachelor bao bch bchir bds bm bpharm bs bsc bsn ccc ccfp ccrc "
    "ccrp cgc cnm cns cpnp crc crna crnp dba dc dclinpsy dcs dds ddsc dm dmd dmsc dmsci dnp do doctor dphd dphil "
    "dpm dpt dr drmed drph drs dsc dsw dvm edd faan faap facc fache facog facp facr facs fagas faha fasco fccm fccp "
    "fcps fidsa fracp franzcp fastro franzcr frca frcgp frcp frcpa frcpath frcpc frcpch frcpe frcr frcs frcsc hons "
    "ing jd kmd lcsw ma master mb mba mbbch mbbs mbch mbchb mch md mdphd mdphdmph mdres mdsci med mha mhs mhsc mm "
    "mmed mmedsc mms mmsc mph mphil mpth mrcp mrcpi mrcs ms msba msc msci mscn mscph mshs msn msompt msph mspt msw "
    "mtech mudr nd np ompt ot otr pa pac pd pgdip pharmd pharmdphd phd pmhnp pr pro prof profdr profdrmed professor "
    "psyd pt rac rd rdn rn rndr rph scd scm slp vmd"
)
_DEGREES = frozenset(_LETTERS.split())
_DEGREE_WORDS = re.compile(
    r"(?:(?:assoc(?:iate|\.)?|assist(?:ant|\.)?|adjunct|full|clinical|chief|attending|resident|senior|head|deputy|vice)\s+)*"
    r"(?:prof(?:essor)?\.?(?: of [\w ]{3,40})?|physician|doctor|lecturer|pharmacist|surgeon|director|consultant|nurse|"
    r"master(?:'s)?(?: degree)?(?: of [\w ]{3,30})?|bachelor(?:'s)?(?: degree)?|p\.?\s?d\.?\s+dr\.?.*|"
    r"dr\.?\s+(?:med|rer|phil|sc)\b.*|prof\.?\s+dr\.?.*|employee)\*?",
    re.IGNORECASE,
)
# What a German title goes on with has a dot or small letters: Med and Nat are given names.
_PREFIX = re.compile(
    r"(?:(?:(?:univ\.?[ -]{1,2})?prof(?:essor)?|dr|mr|mrs|ms|assoc|associate|assistant|doctor|priv\.?[ -]{1,2}doz|"
    r"pd(?=\s+dr\b))\b\.?\s*(?:(?:(?:med|rer|nat|phil|habil|univ|dent|sc|h\.?\s?c)\.|(?-i:med|rer|nat|phil|habil)\b)\s*)*)+(?=[^\s,])",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:prof(?:essor)?|dr|mr|mrs|ms)\.?", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?P<suffix>(?:jr|sr)\.?|I{2,3}|IV)$", re.IGNORECASE)
_SUFFIX_FIRST = re.compile(r"\s*(?P<suffix>(?:jr|sr)\b\.?|(?:I{2,3}|IV)\b)\s*", re.IGNORECASE)
# Letters that are degrees even without a comma before them: no names, and no initials but MD and RN, which stand
# behind two words of a name only. Not among them are MA, DO, PA and MS.
_SURE_LETTERS = (
    "bpharm bsc bsn dds dmd dmsc dnp dphil drph dvm facc facp facs frca frcp frcpc frcpe frcpath frcr frcs mba "
    "mbbch mbbs mbchb md mdphd mph msc msn pharmd phd rn"
)
_UNMISTAKABLE = frozenset(_SURE_LETTERS.split())
# Degrees at the end of a name, perhaps joined, and with a space in "Ph. D." only.
_LAST = re.compile(r"\s+(?P<degree>Ph\.?\s?D\.?|\S+)$")
# Offices of a trial, and numbers of its sites: what an affiliation is not.
_NO_ORGANISATION = re.compile(
    r"(?:(?:overall|national|global|lead|site|study|coordinating|chief|sponsor|co|sub)[ -])?(?:principal )?"
    r"investigator|PI|(?:study|protocol|trial|group) (?:co-?)?(?:chair(?:man|person|woman)?|director|coordinator)|"
    r"(?:investigational )?site ?(?:id|no\.?|number|#)?:? ?\d{1,8}",
    re.IGNORECASE,
)
# Longer than any name with its degrees.
_LONGEST_NAME = 200
_BEFORE_OFFICE = re.compile(r"(?<!\s)\s+[-–—]\s+")
# What stands between commas and semicolons; those in brackets part nothing.
_BETWEEN_MARKS = re.compile(r"(?:[^,;(]+|\([^()]*\)|\()+")
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
    r"monitor|manager|administrator|sponsor|global|research|group|company|registry|office|affairs|development|chair|president|officer|executive)\b\.?",
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
    :ivar offices: offices of a trial and numbers of its sites, which are neither.
    """

    name: Words
    given: Words | None
    family: Words | None
    suffix: Words | None
    degree: Words | None
    affiliations: list[Words]
    offices: list[Words] = field(default_factory=list)


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
    parts = _parts_of(words.text)
    if not parts:
        return PersonName(words, None, None, None, None, [])
    if turned := _family_first(words, parts):
        return turned
    # A title may stand before the name with a comma of its own.
    titles = parts[:1] if len(parts) > 1 and _TITLE.fullmatch(words.text, *parts[0]) else []
    after = _After(titles)
    name, inner = _without_degrees(words.part(*parts[len(titles)]))
    if inner:
        at = parts[len(titles)][0]
        after.degrees = [(at + inner[0], at + inner[1])]
    for number, part in enumerate(parts[len(titles) + 1 :], len(titles) + 1):
        if not _takes(after, words.text, *part):
            after.rest += parts[number + len(after.rest) :]
            break
    return _made(words, name, after)


@dataclass(slots=True)
class _After:
    """What follows a name, each with where it stands in the line.

    :ivar degrees: degrees that stand side by side; those before the name while there are none behind it.
    :ivar suffix: one such as ``Jr``.
    :ivar offices: offices of a trial and numbers of its sites.
    :ivar rest: what is neither, from the first such part on.
    """

    titles: list[tuple[int, int]]
    degrees: list[tuple[int, int]] = field(default_factory=list)
    suffix: tuple[int, int] | None = None
    offices: list[tuple[int, int]] = field(default_factory=list)
    rest: list[tuple[int, int]] = field(default_factory=list)


def _parts_of(text: str) -> list[tuple[int, int]]:
    """Where the parts of a line stand; of two people between semicolons the first is no name."""
    parts = _between_marks(text)
    while len(parts) > 1 and ";" in text[parts[0][1] : parts[1][0]] and not is_degree(text[slice(*parts[1])]):
        parts[:2] = [(parts[0][0], parts[1][1])]
    return parts


def _between_marks(text: str) -> list[tuple[int, int]]:
    """Where what stands between commas and semicolons begins and ends, the empty left out."""
    return [part for match in _BETWEEN_MARKS.finditer(text) if (part := _trimmed(text, *match.span()))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words between two places stand without white space at either end; None for no words."""
    found = text[start:end]
    start += len(found) - len(found.lstrip())
    return (start, start + len(found.strip())) if found.strip() else None


def _takes(after: _After, text: str, start: int, end: int) -> bool:
    """Whether a part behind a name is understood: suffix, degrees, an office of the trial, the number of a site."""
    suffix = None if after.suffix else _SUFFIX_FIRST.match(text, start, end)
    if suffix and (suffix.end() == end or is_degree(text[suffix.end() : end])):
        after.suffix = suffix.span("suffix")
        start = suffix.end()
    if start == end:
        return True
    if _NO_ORGANISATION.fullmatch(text, start, end):
        after.offices.append((start, end))
        return True
    if is_degree(text[start:end]):
        after.degrees.append((start, end))
        return True
    # As in: M.D./National Cancer Institute.
    slash = text.find("/", start, end)
    if slash > 0 and is_degree(text[start:slash]) and ORGANISATION.search(text, slash, end):
        after.degrees.append((start, slash))
        after.rest = [(slash + 1, end)]
    return False


def _made(words: Words, name: Words, after: _After) -> PersonName:
    degrees = after.degrees or after.titles
    degree = words.part(degrees[0][0], degrees[-1][1]).strip() if degrees else None
    name, degree = _without_prefix(name, degree)
    name, suffix = _without_suffix(name)
    suffix = words.part(*after.suffix) if after.suffix and not suffix else suffix
    given, family = _parts(name)
    rest = after.rest
    while rest and _NO_ORGANISATION.fullmatch(words.text, *rest[-1]):
        after.offices.append(rest[-1])
        rest = rest[:-1]
    places = affiliations(words.part(rest[0][0], rest[-1][1]).strip()) if rest else []
    return PersonName(name, given, family, suffix, degree, places, [words.part(*one) for one in after.offices])


def _family_first(words: Words, parts: list[tuple[int, int]]) -> PersonName | None:
    """A name such as ``Lark, Ada - Study Chair``; the comma is the name's own only where an office tells a person."""
    if len(parts) != 2 or " " in words.text[slice(*parts[0])]:
        return None
    start, end = parts[1]
    dash = _BEFORE_OFFICE.search(words.text, start, end)
    if not dash or not _NO_ORGANISATION.fullmatch(words.text, dash.end(), end):
        return None
    name = words.part(parts[0][0], dash.start())
    first, office = words.part(start, dash.start()), words.part(dash.end(), end)
    return PersonName(name, first, words.part(*parts[0]), None, None, [], [office])


def _without_degrees(name: Words) -> tuple[Words, tuple[int, int] | None]:
    """A name without the degrees that no comma parts from it, and where they stand; two words of a name remain."""
    text = name.text
    end, degrees = len(text), None
    if len(text) > _LONGEST_NAME or _OFFICE.search(text):
        return name, None
    while found := _LAST.search(text, 0, end):
        letters = [
            part.replace(".", "") for part in re.split(r"[\s/&-]+", re.sub(r"(?i)ph\.?\s?d", "PhD", found["degree"]))
        ]
        if not all(sum(c.isupper() for c in part) > 1 and part.casefold() in _UNMISTAKABLE for part in letters):
            break
        if len(_PREFIX.sub("", text[: found.start()], count=1).split()) < 2:
            break
        end, degrees = found.start(), (found.start("degree"), len(text))
    return name.part(0, end).strip(), degrees


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

    Parts of one organisation ("Department of Neurology, X") and addresses are not taken apart. A legal form belongs
    to the name before it.

    >>> [place.text for place in affiliations(Words.of_value("Lark Pharma Co., Ltd., Wren Hospital"))]
    ['Lark Pharma Co., Ltd.', 'Wren Hospital']
    """
    places = list[tuple[int, int]]()
    for start, end in _between_marks(words.text):
        if places and is_legal_form(words.text[start:end]):
            start = places.pop()[0]
        places.append((start, end))
    parts = [words.part(*place) for place in places]
    are_organisations = all(ORGANISATION.search(part.text) and not UNIT.match(part.text) for part in parts)
    return parts if len(parts) > 1 and are_organisations else [words]
