"""Publications, data and documents that the record of a study points to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.extract.citations import cited_numbers
from kg.extract.data_sharing import channels, kinds_of_data
from kg.extract.words import Words
from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import AvailIpd, IpdSharingStatementModule, LargeDocumentModule, Reference
from kg.model import AvailableData, Correction, IpdSharing, Publication, PublicationLink, StudyDocument
from kg.rdf import iris

# What the kinds of reference say, and of how the registry knows them.
LINKS = {"BACKGROUND": "REGISTRY", "RESULT": "REGISTRY", "DERIVED": "NLM"}


class References:
    """Numbers the nodes of publications while a study is read."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._known: set[str] = set()
        self._corrections = 0

    def publications(self, listed: Sequence[Reference]) -> None:
        """Publications that the record lists, each linked with the trial as it says."""
        for number, one in enumerate(listed, 1):
            citation = self.draft.name(one.citation)
            if one.pmid and not number_of(one.pmid):
                self.draft.not_understood("Reference PMID", one.pmid)
            pmid, doi = _numbers(one, citation)
            if not pmid and not doi and not citation:
                continue
            link = self._publication(number, one, citation, pmid, doi)
            if link and citation and (doi or pmid != one.pmid):
                # The number stands in the words of the citation only.
                slot, value = ("doi", doi) if doi else ("pmid", pmid)
                self._note(link.linked_publication, slot, value or "", citation)

    def _publication(
        self, number: int, one: Reference, citation: str | None, pmid: str | None, doi: str | None
    ) -> PublicationLink | None:
        """One publication and its link with the trial."""
        draft = self.draft
        named = iris.publication(pmid=pmid, doi=doi) if pmid or doi else f"{draft.record}/publication/{number}"
        if named not in self._known:
            corrections = self._retractions(one)
            label = None if pmid or doi else citation
            dois = (doi,) if doi else ()
            draft.records.append(Publication(iri=named, label=label, pmid=pmid, doi=dois, correction=corrections))
            self._known.add(named)
        kind = one.type or "BACKGROUND"
        if kind not in LINKS:
            # A publication with a number has no words of its own, and without a link there is no other place for them.
            words = draft.text(f"{kind}: {citation}" if citation and (pmid or doi) else kind)
            draft.difficulty("NOT_UNDERSTOOD", "Reference Type", words or kind, draft.trial, named)
            return None
        link = PublicationLink(
            iri=f"{draft.record}/publication-link/{number}",
            linked_trial=draft.trial,
            linked_publication=named,
            link_type=kind,
            link_source=LINKS[kind],
            citation_text=citation,
        )
        draft.records.append(link)
        return link

    def _note(self, publication: str, slot: str, value: str, citation: str) -> None:
        at = citation.lower().find(value)
        if at >= 0:
            made = Publication(iri=publication)
            self.draft.note(made, slot, value, Words.of_value(citation), at, at + len(value), "number-in-citation")

    def _retractions(self, one: Reference) -> tuple[str, ...]:
        """Notices that withdraw a publication, as the registry has them from PubMed."""
        found = []
        for notice in one.retractions:
            self._corrections += 1
            found.append(f"{self.draft.record}/correction/{self._corrections}")
            pmid = number_of(notice.pmid)
            if notice.pmid and not pmid:
                self.draft.not_understood("Retraction PMID", notice.pmid, found[-1])
            self.draft.records.append(
                Correction(
                    iri=found[-1],
                    correction_kind="RETRACTION_IN",
                    text=self.draft.name(notice.source),
                    related_publication=iris.publication(pmid=pmid) if pmid else None,
                )
            )
        return tuple(found)


def number_of(pmid: str | None) -> str | None:
    """A PubMed number, or None for what is none."""
    pmid = pmid.strip() if pmid else ""
    return pmid if pmid.isascii() and pmid.isdigit() and pmid[0] != "0" and len(pmid) < 10 else None


def _numbers(one: Reference, citation: str | None) -> tuple[str | None, str | None]:
    """PubMed number, or else what the words of the citation give: number or DOI."""
    pmid = number_of(one.pmid)
    if pmid or not citation:
        return pmid, None
    cited, doi = cited_numbers(Words.of_value(citation))
    if cited:
        return cited.text, None
    return None, doi.text.lower() if doi else None


def sharing(draft: Draft, module: IpdSharingStatementModule) -> tuple[str, ...]:
    """The plan to share data of participants."""
    iri = f"{draft.record}/ipd/1"
    described = draft.text(module.description)
    address = iris.web(module.url) if module.url else None
    if module.url and not address:
        draft.not_understood("IPD URL", module.url, iri)
    words = Words.of_value(described or "")
    plan = IpdSharing(
        iri=iri,
        ipd_plan=draft.token("IpdPlan", "IPD Sharing", module.ipd_sharing, iri),
        ipd_description=described,
        ipd_content=tuple(dict.fromkeys(kind.text for kind in kinds_of_data(words))),
        ipd_channel=tuple(dict.fromkeys(way.text for way in channels(words))),
        ipd_time_frame=draft.text(module.time_frame),
        ipd_access_criteria=draft.text(module.access_criteria),
        ipd_supporting_info=tuple(dict.fromkeys(kind for kind in module.info_types if kind)),
        ipd_url=(address,) if address else (),
    )
    if plan == IpdSharing(iri=iri):
        return ()
    draft.records.append(plan)
    return (iri,)


def available_data(draft: Draft, listed: Sequence[AvailIpd]) -> tuple[str, ...]:
    """Data and documents that can be had elsewhere."""
    found = []
    for number, one in enumerate(listed, 1):
        found.append(f"{draft.record}/data/{number}")
        address = iris.web(one.url) if one.url else None
        if one.url and not address:
            draft.not_understood("Available IPD URL", one.url, found[-1])
        draft.records.append(
            AvailableData(
                iri=found[-1],
                label=draft.name(one.type),
                data_id=one.id or None,
                url=(address,) if address else (),
                comment=draft.text(one.comment),
            )
        )
    return tuple(found)


def documents(draft: Draft, module: LargeDocumentModule) -> dict[str, Any]:
    """Documents that the registry holds, by what they contain."""
    found = []
    for number, one in enumerate(module.large_docs, 1):
        found.append(f"{draft.record}/document/{number}")
        uploaded = draft.date("Document Upload Date", one.upload_date)
        address = iris.web(one.url) if one.url else None
        if one.url and not address:
            draft.not_understood("Document URL", one.url, found[-1])
        draft.records.append(
            StudyDocument(
                iri=found[-1],
                label=draft.name(one.label),
                has_protocol=one.has_protocol,
                has_sap=one.has_sap,
                has_icf=one.has_icf,
                document_date=draft.date("Document Date", one.date),
                document_uploaded=uploaded,
                document_file=one.filename or None,
                url=(address,) if address else (),
                byte_size=one.size if one.size is not None and one.size >= 0 else None,
            )
        )
    return {"study_document": tuple(found), "no_analysis_plan": module.no_sap or None}
