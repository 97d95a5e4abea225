"""Authors, editors, investigators and subjects of a PubMed record.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-Author.html
"""

from __future__ import annotations

from typing import Any

from kg.extract.affiliations import Address, addresses
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


def subjects(draft: Draft, element: Element) -> None:
    """People whom the article is about."""
    draft.people.setdefault("SUBJECT", []).extend(element)


def people(draft: Draft) -> None:
    """Everybody, each under the record by kind and position; names that were corrected since are left out."""
    seen: dict[str, list[Address]] = {}
    authors_of_book = draft.people.pop("BOOK_AUTHOR", [])
    if authors_of_book:
        draft.people.setdefault("AUTHOR", authors_of_book)
    for kind, elements in draft.people.items():
        valid = [element for element in elements if element.get("ValidYN") != "N" and len(element)]
        # A group is first or last among groups only: "for the Study Group" is no last author.
        ranked = [one for one in valid if one.find("CollectiveName") is None] or valid if kind == "AUTHOR" else []
        first, last = (ranked[0], ranked[-1] if len(ranked) > 1 else None) if ranked else (None, None)
        for position, element in enumerate(valid, 1):
            contributions = [kind]
            if element is first:
                contributions.append("FIRST_AUTHOR")
            if element is last:
                contributions.append("LAST_AUTHOR")
            person(draft, element, position, contributions, seen)


def person(
    draft: Draft, element: Element, position: int, contributions: list[str], seen: dict[str, list[Address]]
) -> None:
    """One person or group.

    :param seen: of each affiliation that was read its addresses; most authors of an article share theirs.
    """
    iri = iris.under(draft.record, contributions[0].lower(), position)
    name: dict[str, str] = {}
    values: dict[str, Any] = {}
    places: list[Element] = []
    for child in element:
        tag = child.tag
        if tag == "AffiliationInfo" or tag == "Affiliation":
            places.append(child)
        elif tag == "Identifier":
            identify(values, child)
        elif text := text_of(child) if len(child) else (child.text or "").strip():
            name[str(tag)] = text
    named(values, name)
    if element.get("EqualContrib") == "Y":
        values["equal_contribution"] = True
    if places:
        works(draft, iri, values, places, contributions, seen)
    role = Authorship(iri=iri, position=position, contribution=tuple(contributions), **values)
    draft.keep("authorship", role)


def named(values: dict[str, Any], name: dict[str, str]) -> None:
    """Parts of a name, the whole in the order in which it is spoken, and as it is cited."""
    family, given, initials = name.get("LastName"), name.get("ForeName") or name.get("FirstName"), name.get("Initials")
    suffix, group = name.get("Suffix"), name.get("CollectiveName")
    if family:
        values["family_name"] = family
        values["cited_name"] = " ".join(part for part in (family, initials, suffix) if part)
    if given:
        values["given_name"] = given
    if initials:
        values["initials"] = initials
    if suffix:
        values["name_suffix"] = suffix
    if group:
        values["collective_name"] = group
    label = group or " ".join(part for part in (given, family, suffix) if part)
    if label:
        values["label"] = label


def identify(values: dict[str, Any], element: Element) -> None:
    """An identifier of a person; an ORCID iD with a wrong check digit stays words."""
    written = text_of(element)
    orcid = orcid_of(written) if element.get("Source") == "ORCID" else None
    if orcid and "orcid" not in values:
        values["orcid"] = iris.orcid(orcid)
    elif written and not (orcid and iris.orcid(orcid) == values["orcid"]):
        text = f"{element.get('Source')}: {written}"
        values["identifier_text"] = tuple(dict.fromkeys((*values.get("identifier_text", ()), text)))


def works(
    draft: Draft,
    iri: str,
    values: dict[str, Any],
    places: list[Element],
    contributions: list[str],
    seen: dict[str, list[Address]],
) -> None:
    """Affiliations with the codes of their organisations; an address for letters makes a corresponding author."""
    mails: dict[str, None] = {}
    affiliations: list[str] = []
    for place in places:
        text, codes = place_of(place)
        text = draft.clean(text)
        found = seen.get(text)
        if found is None:
            found = seen[text] = read_addresses(text)
        for address in found:
            mails.update((mail.text, None) for mail in address.mails if "@" in mail.text)
            if address.letters and contributions[0] == "AUTHOR":
                corresponds(draft, iri, contributions, address.letters, text)
            if not address.words.text:
                continue
            own = [code.text for code in address.codes] + (codes if address is found[-1] else [])
            affiliations.append(iris.under(iri, "affiliation", len(affiliations) + 1))
            draft.records.append(
                Affiliation(
                    iri=affiliations[-1],
                    text=address.words.text,
                    position=len(affiliations),
                    affiliation_id=tuple(dict.fromkeys(own)),
                )
            )
    values["affiliation"] = tuple(affiliations)
    values["email"] = tuple(mails)


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


def read_addresses(text: str) -> list[Address]:
    """The affiliations in the words of one; most are one, without an address or code at the end."""
    if ";" in text or "@" in text or ":" in text or "*****" in text or "grid." in text or "mail" in text[-20:].lower():
        return list(addresses(Words.at(text, 0, len(text))))
    return [Address(without_full_stop(Words.of_value(text)))] if text else []


def corresponds(draft: Draft, iri: str, contributions: list[str], letters: Words, text: str) -> None:
    """An author whom the affiliation gives an electronic address of."""
    if "CORRESPONDING_AUTHOR" in contributions:
        return
    contributions.append("CORRESPONDING_AUTHOR")
    value = f"<{CONTRIBUTION['CORRESPONDING_AUTHOR']}>"
    draft.cite_value(iri, P.CONTRIBUTION, value, letters, text, basis="DERIVED", rule="electronic-address")
