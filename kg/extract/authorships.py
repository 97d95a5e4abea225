"""Authors, editors and investigators of an article as records of the model, each with what tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.affiliations import Address, addresses
from kg.extract.medline_parts import Part
from kg.extract.people import Contributor, name_of, orcid_of
from kg.extract.stated import Stated
from kg.extract.words import Words
from kg.model import Affiliation, Authorship
from kg.rdf import iris

_NOWHERE = Words("", ((0, 0),))


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from the order or the form of the record.

    :ivar slot: of the authorship.
    """

    slot: str
    value: str
    words: Words
    rule: str


@dataclass(frozen=True, slots=True)
class Role:
    """One person or group in one article.

    :ivar iri: of the authorship.
    :ivar stated: of it.
    :ivar derived: why some of the values are there.
    :ivar affiliations: where the person works.
    """

    iri: str
    stated: Stated = field(default_factory=lambda: Stated(Authorship))
    derived: list[Derived] = field(default_factory=list)
    affiliations: list[Part] = field(default_factory=list)


def roles(record: str, people: list[Contributor]) -> Iterator[Role]:
    """The people of a record in order, each under the record by kind and position."""
    authors = [person for person in people if person.kind == "AUTHOR"]
    # A group is first or last among groups only: "for the Study Group" is no last author.
    ranked = [person for person in authors if not person.group] or authors
    positions: dict[str, int] = {}
    for person in people:
        positions[person.kind] = position = positions.get(person.kind, 0) + 1
        role = Role(iris.under(record, person.kind.lower(), position))
        role.stated.give("position", position)
        role.stated.give("contribution", person.kind)
        words = _named(role.stated, person)
        if ranked and person is ranked[0]:
            _contributes(role, "FIRST_AUTHOR", words, "first-in-order")
        if len(ranked) > 1 and person is ranked[-1]:
            _contributes(role, "LAST_AUTHOR", words, "last-in-order")
        for address in _works(role, person):
            if address.letters and person.kind == "AUTHOR":
                _contributes(role, "CORRESPONDING_AUTHOR", address.letters, "electronic-address")
        yield role


def _named(stated: Stated, person: Contributor) -> Words:
    """Name and identifiers; gives the words of the name."""
    words = person.group or person.full or person.cited or _NOWHERE
    name = name_of(person.full, person.cited)
    in_order = " ".join(part.text for part in (name.given, name.family, name.suffix) if part and part.text)
    stated.give("label", in_order if person.full and not person.group else words.text, words)
    parts = {"family_name": name.family, "given_name": name.given, "name_suffix": name.suffix}
    for slot, part in {**parts, "cited_name": person.cited, "collective_name": person.group}.items():
        if part and part.text:
            stated.give(slot, part.text, part)
    if name.initials:
        stated.give("initials", name.initials.text)
    for identifier in person.identifiers:
        orcid = orcid_of(identifier.text)
        if not orcid or not stated.give("orcid", iris.orcid(orcid), identifier):
            stated.give("identifier_text", identifier.text, identifier)
    return words


def _contributes(role: Role, kind: str, words: Words, rule: str) -> None:
    role.stated.give("contribution", kind)
    role.derived.append(Derived("contribution", kind, words, rule))


def _works(role: Role, person: Contributor) -> Iterator[Address]:
    """Affiliations and electronic addresses; gives each address as it was read."""
    for words in (*person.before, *person.addresses):
        for address in addresses(words):
            yield address
            for mail in address.mails:
                if "@" in mail.text:
                    role.stated.give("email", mail.text, mail)
            if not address.words.text:
                continue
            position = len(role.affiliations) + 1
            codes = tuple(dict.fromkeys(code.text for code in address.codes))
            iri = iris.under(role.iri, "affiliation", position)
            place = Affiliation(iri=iri, text=address.words.text, position=position, affiliation_id=codes)
            role.affiliations.append(Part(place, {"text": address.words}))
            role.stated.give("affiliation", iri)
            if words in person.before:
                role.derived.append(Derived("affiliation", iri, address.words, "address-before-authors"))
