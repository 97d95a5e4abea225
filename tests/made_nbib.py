"""PubMed XML printed as PubMed prints plain records, by the list of fields and by nothing that a loader knows.

Fields: https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format. Line ends within words become spaces; nothing is wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SINGLE = {
    "OWN": "@Owner",
    "STAT": "@Status",
    "VI": ".//JournalIssue/Volume",
    "IP": ".//JournalIssue/Issue",
    "TI": "Article/ArticleTitle",
    "PG": ".//MedlinePgn",
    "CI": "Article/Abstract/CopyrightInformation",
    "PT": ".//PublicationType",
    "TT": ".//VernacularTitle",
    "PL": "MedlineJournalInfo/Country",
    "TA": "MedlineJournalInfo/MedlineTA",
    "JT": "Article/Journal/Title",
    "JID": "MedlineJournalInfo/NlmUniqueID",
    "SB": "CitationSubset",
    "RF": "NumberOfReferences",
    "OT": "KeywordList/Keyword",
    "COIS": "CoiStatement",
    "GS": ".//GeneSymbol",
    "GN": "GeneralNote",
    "SFM": "SpaceFlightMission",
}
DATES = {"DCOM": "DateCompleted", "LR": "DateRevised", "DA": "DateCreated", "DEP": "Article/ArticleDate"}
PEOPLE = {
    "Article/AuthorList/Author": ("FAU", "AU", "AD"),
    "PersonalNameSubjectList/PersonalNameSubject": ("FPS", "PS", "AD"),
    "InvestigatorList/Investigator": ("FIR", "IR", "IRAD"),
}
RELATED = {
    "AssociatedDataset": "DDIN",
    "AssociatedPublication": "DRIN",
    "CommentIn": "CIN",
    "CommentOn": "CON",
    "CorrectedandRepublishedIn": "CRI",
    "CorrectedandRepublishedFrom": "CRF",
    "ErratumIn": "EIN",
    "ErratumFor": "EFR",
    "ExpressionOfConcernIn": "ECI",
    "ExpressionOfConcernFor": "ECF",
    "OriginalReportIn": "ORI",
    "RepublishedIn": "RPI",
    "RepublishedFrom": "RPF",
    "RetractedandRepublishedIn": "RRI",
    "RetractedandRepublishedFrom": "RRF",
    "RetractionIn": "RIN",
    "RetractionOf": "ROF",
    "SummaryForPatientsIn": "SPIN",
    "UpdateIn": "UIN",
    "UpdateOf": "UOF",
}
Found = Iterator[tuple[str, str]]


def nbib(article: ElementTree.Element) -> str:
    """A ``PubmedArticle`` or ``MedlineCitation`` as a plain record."""
    citation = article if article.tag == "MedlineCitation" else article.find("MedlineCitation")
    assert citation is not None
    lines = [("PMID", said(citation.find("PMID")))]
    for part in (single, journal, abstracts, people, indexed, numbers):
        lines += part(citation)
    data = article.find("PubmedData")
    lines += pubmed(data) if data is not None else []
    return "".join(f"{tag:<4}- {words}\n" for tag, words in lines if words)


def said(element: ElementTree.Element | None) -> str:
    """The words of an element; ``sup`` and ``sub`` are printed in brackets."""
    if element is None:
        return ""
    return re.sub(r"\s*\n\s*", " ", marked(element)).strip()


def marked(element: ElementTree.Element) -> str:
    inner = (element.text or "") + "".join(marked(child) + (child.tail or "") for child in element)
    return f"({inner})" if element.tag in ("sup", "sub") else inner


def single(citation: ElementTree.Element) -> Found:
    for tag, path in SINGLE.items():
        if path.startswith("@"):
            yield tag, citation.get(path[1:], "")
        else:
            # A star makes a main topic; of these only keywords say whether they are one.
            yield from ((tag, "*" * (one.get("MajorTopicYN") == "Y") + said(one)) for one in citation.findall(path))
    for tag, path in DATES.items():
        if (day := citation.find(path)) is not None:
            yield tag, "".join(said(day.find(part)).zfill(2) for part in ("Year", "Month", "Day"))
    yield from (("LA", said(one).lower()) for one in citation.findall("Article/Language"))
    yield from (("OTO", one.get("Owner", "")) for one in citation.findall("KeywordList"))
    yield from (("OID", f"{one.get('Source')}: {said(one)}") for one in citation.findall("OtherID"))


def journal(citation: ElementTree.Element) -> Found:
    for one in citation.findall("Article/Journal/ISSN"):
        yield "IS", f"{said(one)} ({one.get('IssnType')})"
    if linking := said(citation.find("MedlineJournalInfo/ISSNLinking")):
        yield "IS", f"{linking} (Linking)"
    day = citation.find(".//JournalIssue/PubDate")
    assert day is not None
    month = said(day.find("Month"))
    month = MONTHS[int(month) - 1] if month.isdigit() else month
    parts = (said(day.find("Year")), month, said(day.find("Season")), said(day.find("Day")).lstrip("0"))
    yield "DP", said(day.find("MedlineDate")) or " ".join(filter(None, parts))
    for one in citation.findall("Article/ELocationID"):
        yield "LID", f"{said(one)} [{one.get('EIdType')}]"


def abstracts(citation: ElementTree.Element) -> Found:
    for tag, path in (("AB", "Article/Abstract"), ("OAB", "OtherAbstract")):
        for abstract in citation.findall(path):
            pieces = [(one.get("Label"), said(one)) for one in abstract.findall("AbstractText")]
            whole = " ".join(f"{label}: {words}" if label else words for label, words in pieces if words)
            # Records show summaries in plain language without their kind.
            kind = abstract.get("Type", "plain-language-summary")
            yield tag, whole if not whole or kind == "plain-language-summary" else f"{kind}: {whole}"
            if whole and tag == "OAB":
                yield "OABL", abstract.get("Language", "")
                yield "OCI", said(abstract.find("CopyrightInformation"))


def people(citation: ElementTree.Element) -> Found:
    for path, (full, cited, address) in PEOPLE.items():
        for one in citation.findall(path):
            last, fore, initials, suffix = (said(one.find(t)) for t in ("LastName", "ForeName", "Initials", "Suffix"))
            if group := said(one.find("CollectiveName")):
                yield "CN", group
            else:
                yield full, " ".join(filter(None, (f"{last}, {fore}" if fore else last, suffix)))
                yield cited, " ".join(filter(None, (last, initials, suffix)))
            yield from (("AUID", f"{code.get('Source')}: {said(code)}") for code in one.findall("Identifier"))
            for info in one.findall("AffiliationInfo"):
                codes = (f"{code.get('Source')}: {said(code)}" for code in info.findall("Identifier"))
                yield address, " ".join((said(info.find("Affiliation")), ". ".join(codes))).strip()
        if any(group.get("CompleteYN") == "N" for group in citation.findall(path.rpartition("/")[0])):
            yield cited, "et al."


def indexed(citation: ElementTree.Element) -> Found:
    for heading in citation.findall(".//MeshHeading"):
        names = [("*" if one.get("MajorTopicYN") == "Y" else "") + said(one) for one in heading]
        yield "MH", "/".join(names)
    for one in citation.findall(".//Chemical"):
        yield "RN", f"{said(one.find('RegistryNumber'))} ({said(one.find('NameOfSubstance'))})"
    yield from (("NM", said(one)) for one in citation.findall(".//SupplMeshName"))


def numbers(citation: ElementTree.Element) -> Found:
    for bank in citation.findall(".//DataBank"):
        for number in bank.findall(".//AccessionNumber"):
            yield "SI", f"{said(bank.find('DataBankName'))}/{said(number)}"
    for grant in citation.findall(".//Grant"):
        parts = filter(None, (said(grant.find(t)) for t in ("GrantID", "Acronym", "Agency")))
        yield "GR", "/".join((*parts, said(grant.find("Country"))))
    for one in citation.findall(".//CommentsCorrections"):
        if tag := RELATED.get(one.get("RefType", "")):
            number = said(one.find("PMID"))
            yield tag, said(one.find("RefSource")) + (f" PMID: {number}" if number else "")


def pubmed(data: ElementTree.Element) -> Found:
    times = {one.get("PubStatus"): time(one) for one in data.findall("History/PubMedPubDate")}
    yield "PMCR", times.get("pmc-release", "")[:10]
    yield from (
        (tag, times.get(name, "")) for tag, name in (("EDAT", "pubmed"), ("MHDA", "medline"), ("CRDT", "entrez"))
    )
    yield from (("PHST", f"{when} [{name}]") for name, when in times.items())
    for one in data.findall("ArticleIdList/ArticleId"):
        kind, words = one.get("IdType", ""), said(one)
        tag = {"pubmed": "", "pmc": "PMC", "mid": "MID"}.get(kind, "AID")
        if tag:
            yield tag, f"{words} [{kind}]" if tag == "AID" else words
    yield "PST", said(data.find("PublicationStatus"))


def time(element: ElementTree.Element) -> str:
    year, month, day, hour, minute = (
        said(element.find(t)).zfill(2) for t in ("Year", "Month", "Day", "Hour", "Minute")
    )
    return f"{year}/{month}/{day} {hour}:{minute}"
