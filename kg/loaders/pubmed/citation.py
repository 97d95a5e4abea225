"""A PubMed record of an article: ``MedlineCitation`` with ``PubmedData`` beside it.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-MedlineCitation.html. Not read: ``PubModel``, ``CitedMedium``, and
whether lists of grants, databanks and keywords are complete or major. No DTD is loaded; where one gives an attribute a
value that files may leave out, it stands here.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.medline_meanings import ARTICLE_NUMBER, ISSN, ISSN_FORM, PMC_OF_NLM, doi_of
from kg.loaders.pubmed import abstracts, index, people, related
from kg.loaders.pubmed.draft import Draft
from kg.loaders.pubmed.markup import Element, calendar_date, children, date_in, printed_date, text_of
from kg.model import PublicationEvent
from kg.rdf import iris

ReadElement = Callable[[Draft, Element], None]


def each(draft: Draft, element: Element, readers: dict[str, ReadElement]) -> None:
    """Read every child by its tag; tags that are not known are told."""
    for child in element:
        readers.get(child.tag, Draft.leave)(draft, child)


def passed(draft: Draft, element: Element) -> None:
    """An element that says nothing of its own, or what is read elsewhere."""


def token(slot: str) -> ReadElement:
    """A reader of a number or a code into a slot of the publication."""

    def read(draft: Draft, element: Element) -> None:
        if text := text_of(element):
            draft.article.setdefault(slot, text)

    return read


def value(slot: str) -> ReadElement:
    """A reader of one text into a slot of the publication."""

    def read(draft: Draft, element: Element) -> None:
        if text := draft.words(element):
            draft.article.setdefault(slot, text)

    return read


def values(slot: str) -> ReadElement:
    """A reader of one of several texts into a slot of the publication."""
    return lambda draft, element: draft.give(slot, draft.words(element))


def of_record(slot: str) -> ReadElement:
    """A reader of a date into a slot of the record."""

    def read(draft: Draft, element: Element) -> None:
        if date := date_in(element):
            draft.about[slot] = date
        else:
            draft.leave(element)

    return read


def of_journal(slot: str) -> ReadElement:
    """A reader of one text into a slot of the journal."""

    def read(draft: Draft, element: Element) -> None:
        if text := text_of(element):
            draft.journal[slot] = text

    return read


def subset(draft: Draft, element: Element) -> None:
    """A subset of the database."""
    if text := text_of(element):
        draft.about["subset"] = tuple(dict.fromkeys((*draft.about.get("subset", ()), text)))


def title(draft: Draft, element: Element) -> None:
    """The title of an article or chapter."""
    if text := draft.words(element):
        draft.article["title"] = text


def language(draft: Draft, element: Element) -> None:
    """A language as three letters."""
    text = text_of(element).lower()
    if len(text) == 3 and text.isascii() and text.isalpha():
        draft.give("language", text)
    else:
        draft.leave(element)


def publication_date(draft: Draft, element: Element) -> None:
    """Date of the issue or book."""
    shown, date = printed_date(element)
    if shown:
        draft.article["publication_date_text"] = shown
    if date:
        draft.article["publication_date"] = date


def electronic_date(draft: Draft, element: Element) -> None:
    """Day of electronic publication; of several the first."""
    date = date_in(element)
    known = draft.article.get("electronic_date", date)
    if date and date == known and element.get("DateType", "Electronic") == "Electronic":
        draft.article["electronic_date"] = date
    else:
        draft.leave(element)


def pages(draft: Draft, element: Element) -> None:
    """Pages as PubMed prints them; a number that is no page is the article's."""
    found = children(element)
    first, last = found.get("StartPage"), found.get("EndPage")
    printed = found.get("MedlinePgn") or "-".join(dict.fromkeys(page for page in (first, last) if page))
    if printed:
        draft.article["article_number" if ARTICLE_NUMBER.fullmatch(printed) else "pages"] = printed


def electronic_location(draft: Draft, element: Element) -> None:
    """DOI or PII that the publisher gives as the place of the article."""
    if element.get("ValidYN") != "N":
        identified(draft, element.get("EIdType", ""), text_of(element))


def article_ids(draft: Draft, element: Element) -> None:
    """Identifiers of the article."""
    for child in element:
        identified(draft, child.get("IdType", "pubmed"), text_of(child))


def identified(draft: Draft, kind: str, text: str) -> None:
    """One identifier of the article."""
    if not text or kind in ("pubmed", "medline"):
        return
    if kind == "doi" and (place := doi_of(text)):
        draft.give("doi", text[slice(*place)].lower())
    elif kind == "pii":
        draft.give("publisher_item_id", text)
    elif kind == "pmc" and text[:3] == "PMC" and text[3:].isascii() and text[3:].replace(".", "", 1).isdigit():
        draft.article["pmc_id"] = text
    else:
        draft.give("other_id", f"{text} [{kind}]" if kind else text)


def other_number(draft: Draft, element: Element) -> None:
    """A number that another organisation gave the article."""
    if text := text_of(element):
        source = element.get("Source")
        draft.give("other_id", f"{source}: {text}")
        # The list of identifiers of the article, which stands behind, tells its own.
        if source == "NLM" and (found := PMC_OF_NLM.match(text)):
            draft.article.setdefault("pmc_id", found[0])


def issn(draft: Draft, element: Element) -> None:
    """ISSN of the print or electronic edition."""
    slot, number = ISSN.get(element.get("IssnType", "")), text_of(element).upper()
    if slot and ISSN_FORM.fullmatch(number):
        draft.journal[slot] = number
    elif number:
        draft.leave(element)


def issn_linking(draft: Draft, element: Element) -> None:
    """ISSN that links the editions."""
    if ISSN_FORM.fullmatch(number := text_of(element).upper()):
        draft.journal["issn_linking"] = number


def reference_count(draft: Draft, element: Element) -> None:
    """Number of references, which was printed until 2010."""
    text = text_of(element)
    if text.isascii() and text.isdigit() and len(text) < 10:
        draft.article["reference_count"] = int(text)
    else:
        draft.leave(element)


def history(draft: Draft, element: Element) -> None:
    """Steps on the way to publication.

    The release in PubMed Central comes first, since PubMed's plain records print it in a field of its own, before.
    """
    steps = []
    for step in element:
        name, found = step.get("PubStatus"), children(step)
        date = calendar_date(found.get("Year"), found.get("Month"), found.get("Day"))
        if not name or not date:
            draft.leave(step)
            continue
        clock = f"{date}T{clock_of(found)}" if len(date) == 10 else None
        if clock:
            draft.times.setdefault(name, clock)
        steps.append((name != "pmc-release", name, date, clock))
    if any(not later for later, *_ in steps):
        steps.sort(key=lambda step: step[0])
    for _, name, date, clock in steps:
        event(draft, name, date, clock)


def clock_of(found: dict[str, str]) -> str:
    """A time of day; midnight where none is given, or none that a day has."""
    if "Hour" not in found:
        return "00:00:00"
    parts = [found.get(unit, "0") for unit in ("Hour", "Minute", "Second")]
    if all(part.isascii() and part.isdigit() and len(part) < 3 for part in parts):
        hour, minute, second = map(int, parts)
        if hour < 24 and minute < 60 and second < 60:
            return f"{hour:02}:{minute:02}:{second:02}"
    return "00:00:00"


def event(draft: Draft, name: str, date: str, time: str | None) -> None:
    """A step on the way to publication; midnight stands for a time that is not known."""
    key = (name, date)
    if key in draft.events:
        return
    draft.events.add(key)
    record = PublicationEvent(
        iri=iris.under(draft.record, "event", len(draft.events)),
        event_name=name,
        event_date=date,
        event_time=time if time and not time.endswith("T00:00:00") else None,
    )
    draft.keep("history", record)


JOURNAL_ISSUE: dict[str, ReadElement] = {
    "Volume": token("volume"),
    "Issue": token("issue"),
    "PubDate": publication_date,
}
JOURNAL: dict[str, ReadElement] = {
    "ISSN": issn,
    "Title": of_journal("label"),
    "ISOAbbreviation": of_journal("iso_abbreviation"),
    "JournalIssue": lambda draft, element: each(draft, element, JOURNAL_ISSUE),
}
MEDLINE_JOURNAL: dict[str, ReadElement] = {
    "Country": of_journal("place_of_publication"),
    "MedlineTA": of_journal("medline_abbreviation"),
    "NlmUniqueID": of_journal("nlm_id"),
    "ISSNLinking": issn_linking,
}
ARTICLE: dict[str, ReadElement] = {
    "Journal": lambda draft, element: each(draft, element, JOURNAL),
    "ArticleTitle": title,
    "Pagination": pages,
    "ELocationID": electronic_location,
    "Abstract": abstracts.abstract,
    "Affiliation": people.address,
    "AuthorList": people.author_list,
    "Language": language,
    "DataBankList": index.databanks,
    "GrantList": index.grants,
    "PublicationTypeList": index.publication_types,
    "VernacularTitle": value("vernacular_title"),
    "ArticleDate": electronic_date,
}
CITATION: dict[str, ReadElement] = {
    "PMID": passed,
    "DateCreated": of_record("date_created"),
    "DateCompleted": of_record("date_completed"),
    "DateRevised": of_record("last_revised"),
    "Article": lambda draft, element: each(draft, element, ARTICLE),
    "MedlineJournalInfo": lambda draft, element: each(draft, element, MEDLINE_JOURNAL),
    "ChemicalList": index.chemicals,
    "SupplMeshList": index.supplementary_concepts,
    "CitationSubset": subset,
    "CommentsCorrectionsList": related.corrections,
    "CommentsCorrections": related.named_corrections,
    "GeneSymbolList": index.gene_symbols,
    "MeshHeadingList": index.mesh_headings,
    "NumberOfReferences": reference_count,
    "PersonalNameSubjectList": people.subjects,
    "OtherID": other_number,
    "OtherAbstract": abstracts.other_abstract,
    "KeywordList": index.keywords,
    "CoiStatement": related.interests,
    "SpaceFlightMission": values("space_flight_mission"),
    "InvestigatorList": people.investigators,
    "GeneralNote": values("general_note"),
}
PUBMED_DATA: dict[str, ReadElement] = {
    "History": history,
    "PublicationStatus": token("publication_status"),
    "ArticleIdList": article_ids,
    "ObjectList": passed,
    "ReferenceList": related.references,
}


def citation(draft: Draft, element: Element) -> None:
    """``MedlineCitation``."""
    draft.about["record_owner"] = element.get("Owner") or "NLM"
    for slot, attribute in (("record_status", "Status"), ("indexing_method", "IndexingMethod")):
        if text := element.get(attribute):
            draft.about[slot] = text
    each(draft, element, CITATION)


def pubmed_data(draft: Draft, element: Element) -> None:
    """``PubmedData`` and ``PubmedBookData``."""
    each(draft, element, PUBMED_DATA)
