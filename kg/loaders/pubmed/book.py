"""A PubMed record of a book or one of its chapters: ``BookDocument`` with ``PubmedBookData`` beside it.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-BookDocument.html. Not read: ``Medium``, and the numbers that the
book shelf gives to books, parts and sections.
"""

from __future__ import annotations

from kg.loaders.pubmed import abstracts, citation, index, people, related
from kg.loaders.pubmed.citation import ReadElement, each, event, passed, token, value, values
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element, date_in, text_of


def dated(slot: str) -> ReadElement:
    """A reader of a date into a slot of the publication."""

    def read(draft: Draft, element: Element) -> None:
        if date := date_in(element):
            draft.article[slot] = date
        else:
            draft.leave(element)

    return read


def step(name: str) -> ReadElement:
    """A reader of a date into a step of the history, by the name that PubMed's plain records give it."""

    def read(draft: Draft, element: Element) -> None:
        if date := date_in(element):
            event(draft, name, date, None)
            draft.times.setdefault(name, date)
        else:
            draft.leave(element)

    return read


def publisher(draft: Draft, element: Element) -> None:
    """Publisher and where it is."""
    for child in element:
        if child.tag == "PublisherName":
            draft.give("publisher_name", text_of(child))
        elif child.tag == "PublisherLocation" and (place := text_of(child)):
            draft.article["publisher_location"] = place


def sections(draft: Draft, element: Element) -> None:
    """Titles of sections; they stand within each other."""
    for title in element.iter("SectionTitle"):
        draft.give("section_title", draft.words(title))


def item_list(draft: Draft, element: Element) -> None:
    """A list of words, such as synonyms, in one note."""
    items = [text for child in element if (text := draft.words(child))]
    if items:
        draft.give("general_note", f"{element.get('ListType')}: {'; '.join(items)}")


BOOK: dict[str, ReadElement] = {
    "Publisher": publisher,
    "BookTitle": value("book_title"),
    "PubDate": citation.publication_date,
    "BeginningDate": dated("beginning_date"),
    "EndingDate": dated("ending_date"),
    "AuthorList": people.author_list_of_book,
    "InvestigatorList": people.investigators,
    "Volume": token("volume"),
    "VolumeTitle": value("volume_title"),
    "Edition": value("edition"),
    "CollectionTitle": value("collection_title"),
    "Isbn": values("isbn"),
    "ELocationID": citation.electronic_location,
    "Medium": passed,
    "ReportNumber": value("report_number"),
}
DOCUMENT: dict[str, ReadElement] = {
    "PMID": passed,
    "ArticleIdList": citation.article_ids,
    "Book": lambda draft, element: each(draft, element, BOOK),
    "LocationLabel": values("location_label"),
    "ArticleTitle": citation.title,
    "VernacularTitle": value("vernacular_title"),
    "Pagination": citation.pages,
    "Language": citation.language,
    "AuthorList": people.author_list,
    "InvestigatorList": people.investigators,
    "PublicationType": index.publication_type,
    "Abstract": abstracts.abstract,
    "OtherAbstract": abstracts.other_abstract,
    "Sections": sections,
    "KeywordList": index.keywords,
    "ContributionDate": step("contribution date"),
    "DateRevised": step("date revised"),
    "CitationSubset": citation.subset,
    "GrantList": index.grants,
    "ItemList": item_list,
    "ReferenceList": related.references,
}


def book_document(draft: Draft, element: Element) -> None:
    """``BookDocument``."""
    each(draft, element, DOCUMENT)
