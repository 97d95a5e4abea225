"""Authors, editors, investigators and subjects of a PubMed record.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-Author.html
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.affiliations import addresses
from kg.extract.people import orcid_of
from kg.extract.punctuation import without_full_stop
from kg.extract.words import Words
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element, text_of
from kg.model import Affiliation, Authorship
from kg.model import predicates as P
from kg.model.enums import CONTRIBUTION
from kg.rdf import iris


def author_list(draft: Draft, element: Element) -> None:
    """Authors, or the editors of a book."""
    kind = "EDITOR" if element.get("Type") == "editors" else "AUTHOR"
    draft.people.setdefault(kind, []).extend(element)
    if element.get("CompleteYN") == "N":
        draft.article["author_list_complete"] = False


def author_list_of_book(draft: Draft, element: Element) -> None:
    """Editors of a book; its authors are those of the record only where no chapter has its own."""
    if element.get("Type") == "editors":
        author_list(draft, element)
    else:
        draft.people.setdefault("BOOK_AUTHOR", []).extend(element)


def investigators(draft: Draft, element: Element) -> None:
    """Members of a group that is an author."""
    draft.people.setdefault("INVESTIGATOR", []).extend(element)


def address(draft: Draft, element: Element) -> None:
    """Where the first author works; until 2013 it stood before the authors, and no other author had one."""
    draft.addresses.append(element)


def subjects(draft: Draft, element: Element) -> None:
    """People whom the article is about."""
    draft.people.setdefault("SUBJECT", []).extend(element)


def people(draft: Draft) -> None:
    """Everybody, each under the record by kind and position; names that were corrected since are left out."""
    seen: dict[str, Work] = {}
    authors_of_book = draft.people.pop("BOOK_AUTHOR", [])
    if authors_of_book:
        draft.people.setdefault("AUTHOR", authors_of_book)
    if "AUTHOR" not in draft.people:
        for element in draft.addresses:
            draft.leave(element)
    roles = []
    for kind, elements in draft.people.items():
        valid = [element for element in elements if element.get("ValidYN") != "N" and len(element)]
        first, last = ends(valid) if kind == "AUTHOR" else (None, None)
        for position, element in enumerate(valid):
            contributions = [kind]
            if position == first:
                contributions.append("FIRST_AUTHOR")
            if position == last:
                contributions.append("LAST_AUTHOR")
            roles.append(person(draft, element, position + 1, contributions, seen))
    draft.keep_all("authorship", roles)


def ends(authors: list[Element]) -> tuple[int | None, int | None]:
    """Places of the first author and, where there is another, of the last.

    A group is first or last among groups only: "for the Study Group" is no last author.
    """
    persons = [place for place, author in enumerate(authors) if author[0].tag != "CollectiveName"]
    ranked = persons or range(len(authors))
    return (ranked[0], ranked[-1] if len(ranked) > 1 else None) if ranked else (None, None)


def person(
    draft: Draft, element: Element, position: int, contributions: list[str], seen: dict[str, Work]
) -> Authorship:
    """One person or group, by name in the order in which it is spoken, and as it is cited.

    :param contributions: kinds of contribution, the first of them as it names the person's node.
    :param seen: of each affiliation that was read what it says; most authors of an article share theirs.
    """
    iri = iris.under(draft.record, contributions[0].lower(), position)
    name: dict[str, str] = {}
    places: list[Element] = [*draft.addresses] if position == 1 and contributions[0] == "AUTHOR" else []
    identifiers: list[Element] = []
    for child in element:
        tag = child.tag
        if tag == "AffiliationInfo" or tag == "Affiliation":
            places.append(child)
        elif tag == "Identifier" or tag == "NameID":
            identifiers.append(child)
        elif text := text_of(child):
            name[tag] = text
    family, initials = name.get("LastName"), name.get("Initials")
    given = name.get("ForeName") or spoken(name.get("FirstName"), name.get("MiddleName"))
    suffix, group = name.get("Suffix"), name.get("CollectiveName")
    orcid, other = identified(identifiers) if identifiers else (None, ())
    affiliations, mails = works(draft, iri, places, contributions, seen) if places else ((), ())
    return Authorship(
        iri=iri,
        position=position,
        contribution=tuple(contributions),
        label=group or spoken(given, family, suffix),
        collective_name=group,
        family_name=family,
        given_name=given,
        initials=initials,
        name_suffix=suffix,
        cited_name=spoken(family, initials, suffix) if family else None,
        orcid=orcid,
        identifier_text=other,
        equal_contribution=True if element.get("EqualContrib") == "Y" else None,
        affiliation=affiliations,
        email=mails,
    )


def spoken(*parts: str | None) -> str | None:
    """Parts of a name as one; nothing without any."""
    return " ".join([part for part in parts if part]) or None


def identified(elements: list[Element]) -> tuple[str | None, tuple[str, ...]]:
    """ORCID iD and other identifiers of a person; an iD with a wrong check digit stays words."""
    found, others = None, dict[str, None]()
    for element in elements:
        written, source = text_of(element), element.get("Source")
        orcid = orcid_of(written) if not source or source.upper() == "ORCID" else None
        if orcid and found in (None, orcid):
            found = orcid
        elif written:
            others[f"{source}: {written}" if source else written] = None
    return iris.orcid(found) if found else None, tuple(others)


class Work(NamedTuple):
    """What the words of one affiliation say.

    :ivar places: words and codes of each organisation.
    :ivar mails: electronic addresses.
    :ivar letters: the words by which a publisher marks who answers letters.
    """

    places: list[tuple[str, tuple[str, ...]]]
    mails: tuple[str, ...]
    letters: Words | None


def works(
    draft: Draft, iri: str, places: list[Element], contributions: list[str], seen: dict[str, Work]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Affiliations with the codes of their organisations, and electronic addresses.

    An address for letters makes a corresponding author.
    """
    mails: dict[str, None] = {}
    affiliations: list[str] = []
    for place in places:
        text, codes = place_of(place)
        work = seen.get(text)
        if work is None:
            work = seen[text] = read_work(draft.clean(text))
        mails.update(dict.fromkeys(work.mails))
        if work.letters and contributions[0] == "AUTHOR":
            corresponds(draft, iri, contributions, work.letters, draft.clean(text))
        if place in draft.addresses:
            before(draft, iri, len(work.places), draft.clean(text))
        last = len(work.places) - 1
        for number, (words, own) in enumerate(work.places):
            affiliations.append(iris.under(iri, "affiliation", len(affiliations) + 1))
            draft.records.append(
                Affiliation(
                    iri=affiliations[-1],
                    text=words,
                    position=len(affiliations),
                    affiliation_id=tuple(dict.fromkeys((*own, *codes))) if codes and number == last else own,
                )
            )
    return tuple(affiliations), tuple(mails)


def place_of(element: Element) -> tuple[str, list[str]]:
    """Words of an affiliation, and identifiers of the organisation with their source before them.

    :param element: ``AffiliationInfo``, or before 2015 ``Affiliation`` itself.
    """
    if element.tag == "Affiliation":
        return text_of(element), []
    text, codes = "", []
    for child in element:
        if child.tag == "Affiliation":
            text = text_of(child)
        elif child.tag == "Identifier" and (code := text_of(child)):
            codes.append(f"{child.get('Source')}: {code}")
    return text, codes


def read_work(text: str) -> Work:
    """What an affiliation says; most are of one organisation, without an address or code at the end."""
    if ";" in text or "@" in text or ":" in text or "*****" in text or "grid." in text or "mail" in text[-20:].lower():
        found = list(addresses(Words.at(text, 0, len(text))))
        return Work(
            [
                (one.words.text, tuple(dict.fromkeys(code.text for code in one.codes)))
                for one in found
                if one.words.text
            ],
            tuple(dict.fromkeys(mail.text for one in found for mail in one.mails if "@" in mail.text)),
            next((one.letters for one in found if one.letters), None),
        )
    words = without_full_stop(Words.of_value(text)).text
    return Work([(words, ())] if words else [], (), None)


def before(draft: Draft, iri: str, number: int, text: str) -> None:
    """Affiliations that stand before all authors are the first author's."""
    for position in range(1, number + 1):
        value, rule = f"<{iris.under(iri, 'affiliation', position)}>", "address-before-authors"
        words = Words.at(text, 0, len(text))
        draft.cite_value(iri, P.AFFILIATION, value, words, text, basis="DERIVED", rule=rule)


def corresponds(draft: Draft, iri: str, contributions: list[str], letters: Words, text: str) -> None:
    """An author whom the affiliation gives an electronic address of."""
    if "CORRESPONDING_AUTHOR" in contributions:
        return
    contributions.append("CORRESPONDING_AUTHOR")
    value = f"<{CONTRIBUTION['CORRESPONDING_AUTHOR']}>"
    draft.cite_value(iri, P.CONTRIBUTION, value, letters, text, basis="DERIVED", rule="electronic-address")
