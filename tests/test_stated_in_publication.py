"""What publications state of trials that no registry record in the graph describes, in either format of PubMed."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.model import predicates as P
from kg.store import open_snapshot

TITLE = "Venetoclax in Relapsed Chronic Lymphocytic Leukemia: A Phase 1/2 Trial"
ABSTRACT = "Venetoclax was given to 20 patients of this phase 1/2 trial."
XML = f"""<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">
<PMID Version="1">39000001</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print">
<PubDate><Year>2024</Year></PubDate></JournalIssue><Title>Made journal</Title></Journal>
<ArticleTitle>{TITLE}</ArticleTitle><Abstract><AbstractText>{ABSTRACT}</AbstractText></Abstract>
<Language>eng</Language><DataBankList CompleteYN="Y"><DataBank><DataBankName>ClinicalTrials.gov</DataBankName>
<AccessionNumberList><AccessionNumber>NCT09000001</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article>
<MedlineJournalInfo><MedlineTA>Made J</MedlineTA></MedlineJournalInfo></MedlineCitation></PubmedArticle>
</PubmedArticleSet>"""
NBIB = f"""PMID- 39000001
OWN - NLM
STAT- MEDLINE
TI  - {TITLE}
AB  - {ABSTRACT}
LA  - eng
SI  - ClinicalTrials.gov/NCT09000001
PT  - Journal Article
DP  - 2024
JT  - Made journal
"""
TRIAL = ox.NamedNode("https://w3id.org/trialgraph/trial/NCT09000001")


EXPECTED = {
    P.TESTS_DRUG: {"venetoclax"},
    P.TESTS_MECHANISM: {"bcl-2-inhibitor"},
    P.STUDIES_CONDITION: {"chronic-lymphocytic-leukemia"},
    P.PHASE: {"NCIT_C15600", "NCIT_C15601"},
}


@pytest.mark.parametrize(("name", "text"), [("made.xml", XML), ("made.nbib", NBIB)])
def test_the_words_of_the_only_document_state_what_is_tested_and_studied(name: str, text: str, tmp_path: Path):
    (tmp_path / name).write_text(text, encoding="utf-8")
    store = str(tmp_path / "graph")
    assert main(["build", str(tmp_path / name), "--store", store, "--engine", "serial"]) == 0
    with open_snapshot(store) as snapshot:
        for predicate, objects in EXPECTED.items():
            found = snapshot.query(f"SELECT ?object WHERE {{ {TRIAL} <{predicate}> ?object }}")
            assert {row["object"].value.rpartition("/")[2] for row in found} == objects, predicate
