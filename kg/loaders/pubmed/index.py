"""What indexers add to a PubMed record: MeSH headings, substances, keywords, grants, databanks.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-MeshHeading.html and its neighbours. ``UI`` is the number of a
MeSH descriptor or supplementary concept.
"""

from __future__ import annotations

from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element, children, text_of
from kg.model import Grant, MeshHeading, Substance
from kg.rdf import iris


def mesh_headings(draft: Draft, element: Element) -> None:
    """Headings with their qualifiers; a star at either makes a main topic."""
    headings = []
    for position, heading in enumerate(element, 1):
        name, concept, qualifiers, major, is_major = None, None, [], [], False
        for child in heading:
            if child.tag == "DescriptorName":
                name, concept, is_major = child.text, child.get("UI"), child.get("MajorTopicYN") == "Y"
            elif child.tag == "QualifierName" and child.text:
                qualifiers.append(child.text)
                if child.get("MajorTopicYN") == "Y":
                    major.append(child.text)
        if name:
            headings.append(
                MeshHeading(
                    iri=iris.under(draft.record, "mesh", position),
                    label=name,
                    descriptor=(iris.mesh(concept),) if concept else (),
                    qualifier=tuple(dict.fromkeys(qualifiers)) if qualifiers else (),
                    major_topic=is_major or bool(major),
                    major_qualifier=tuple(dict.fromkeys(major)) if major else (),
                )
            )
    draft.headings = [heading.label or "" for heading in headings]
    draft.keep_all("mesh_heading", headings)


def chemicals(draft: Draft, element: Element) -> None:
    """Substances with their numbers."""
    for chemical in element:
        number = name = concept = None
        for child in chemical:
            if child.tag == "RegistryNumber":
                number = child.text
            elif child.tag == "NameOfSubstance":
                name, concept = text_of(child), child.get("UI")
        if name:
            substance(draft, name, concept, number=number)


def supplementary_concepts(draft: Draft, element: Element) -> None:
    """Supplementary concepts: protocols, diseases, organisms and others that have no heading."""
    for child in element:
        if name := text_of(child):
            substance(draft, name, child.get("UI"), supplementary_type=child.get("Type"))


def substance(draft: Draft, name: str, concept: str | None, **more: str | None) -> None:
    """A substance or supplementary concept that is indexed."""
    draft.substances += 1
    record = Substance(
        iri=iris.under(draft.record, "substance", draft.substances),
        label=name,
        registry_number=more.get("number"),
        substance_concept=(iris.mesh(concept),) if concept else (),
        supplementary_type=more.get("supplementary_type"),
    )
    draft.keep("substance", record)


def keywords(draft: Draft, element: Element) -> None:
    """Keywords and who gave them."""
    draft.give("keyword_owner", element.get("Owner") or "NLM")
    for child in element:
        draft.give("keyword", draft.words(child))


def grants(draft: Draft, element: Element) -> None:
    """Grants; the words are put together as PubMed prints them."""
    for position, grant in enumerate(element, 1):
        parts = children(grant)
        number, acronym, agency = parts.get("GrantID"), parts.get("Acronym"), parts.get("Agency")
        country = parts.get("Country")
        written = "/".join([*(part for part in (number, acronym, agency) if part), country or ""])
        record = Grant(
            iri=iris.under(draft.record, "grant", position),
            grant_id=number,
            grant_acronym=acronym,
            grant_agency=agency,
            grant_country=country,
            text=written,
        )
        draft.keep("grant", record)


def databanks(draft: Draft, element: Element) -> None:
    """Numbers in databanks, such as those of trials; a databank without a number is kept too."""
    for bank in element:
        name, numbers = "", []
        for child in bank:
            if child.tag == "DataBankName":
                name = text_of(child)
            elif child.tag == "AccessionNumberList":
                numbers = [text for number in child if (text := text_of(number))]
        if name:
            draft.databanks += [(name, number) for number in numbers] or [(name, None)]


def gene_symbols(draft: Draft, element: Element) -> None:
    """Gene symbols of records from 1991 to 1995."""
    for child in element:
        draft.give("gene_symbol", text_of(child))


def publication_types(draft: Draft, element: Element) -> None:
    """Types of the publication."""
    for child in element:
        publication_type(draft, child)


def publication_type(draft: Draft, element: Element) -> None:
    """A type of the publication by name and MeSH descriptor; books have no list around it."""
    draft.give("publication_type", text_of(element))
    if concept := element.get("UI"):
        draft.give("publication_type_concept", iris.mesh(concept))
