"""Trials in the databank fields of PubMed records, however publishers write their numbers, alike in both formats."""

from __future__ import annotations

import pytest

from kg.document import Reading
from kg.model import DatabankReference, Evidence, PublicationLink, Trial, TrialIdentifier
from kg.model import predicates as P
from kg.rdf import iris
from tests.made_articles import all_of, in_nbib, in_xml, one


def both(databank: str, accession: str) -> tuple[Reading, Reading]:
    """An article with one number in one databank, in XML and as a plain record."""
    number = f"<AccessionNumberList><AccessionNumber>{accession}</AccessionNumber></AccessionNumberList>"
    bank = f"<DataBank><DataBankName>{databank}</DataBankName>{number}</DataBank>"
    return in_xml(f"<DataBankList>{bank}</DataBankList>"), in_nbib(f"SI  - {databank}/{accession}")


NUMBERS = {
    ("ClinicalTrials.gov", "NCT09000101"): ["NCT09000101"],
    ("ClinicalTrials.gov", "NCT09000101, NCT09000102"): ["NCT09000101", "NCT09000102"],
    ("ClinicalTrials.gov", "NCT09000101/NCT09000102"): ["NCT09000101", "NCT09000102"],
    ("ClinicalTrials.gov", "NCT09000101."): ["NCT09000101"],
    ("ClinicalTrials.gov", "NCT09000101 [registered]"): ["NCT09000101"],
    ("ClinicalTrials.gov", "09000101"): ["NCT09000101"],
    ("ClinicalTrials.gov", "NCT0900010"): [],
    ("clinicaltrials.gov", "NCT09000101"): ["NCT09000101"],
    ("EudraCT", "EudraCT 2004-002714-11"): ["2004-002714-11"],
    ("EudraCT", "2004-002714-11-GB"): ["2004-002714-11"],
    ("EudraCT", "EUCTR2004-002714-11-GB"): ["2004-002714-11"],
    ("EudraCT", "2004-2714-11"): [],
    ("ISRCTN", "90000101"): ["ISRCTN90000101"],
    ("ISRCTN", "ISRCTN90000101, ISRCTN90000102"): ["ISRCTN90000101", "ISRCTN90000102"],
    ("ISRCTN", "90000101; 90000102"): ["ISRCTN90000101", "ISRCTN90000102"],
    ("ISRCTN", "9000010"): [],
    ("NTR", "1234"): ["NTR1234"],
    ("NTR", "NL1234"): ["NL1234"],
    ("DRKS", "00012345"): ["DRKS00012345"],
    ("DRKS", "see the text of 2004"): [],
    ("JapicCTI", "111222"): ["JapicCTI-111222"],
    ("JPRN", "JPRN-UMIN000012045"): ["UMIN000012045"],
    ("JPRN", "000012045"): [],
    ("JPRN", "C000000123"): ["C000000123"],
    ("UMIN-CTR", "000012045"): ["UMIN000012045"],
    ("CTRI", "2010/091/000123"): ["CTRI/2010/091/000123"],
    ("ReBEC", "RBR-6fx5gh"): ["RBR-6fx5gh"],
    ("ANZCTR", "ACTRN012605000047606"): ["ACTRN12605000047606"],
    ("GEO", "GSE12345"): [],
}


@pytest.mark.parametrize(("written", "found"), NUMBERS.items(), ids=map("/".join, NUMBERS))
def test_a_databank_gives_every_trial_under_the_number_of_its_registry(written: tuple[str, str], found: list[str]):
    for reading in both(*written):
        assert [trial.iri for trial in all_of(reading, Trial)] == [iris.trial(number) for number in found]
        links = all_of(reading, PublicationLink)
        assert [link.linked_trial for link in links] == [iris.trial(number) for number in found]
        assert one(reading, DatabankReference).accession == written[1]


def test_a_number_among_words_is_quoted_alone():
    xml, plain = both("ClinicalTrials.gov", "NCT09000101 [registered]")
    assert {one(reading, TrialIdentifier).id_value for reading in (xml, plain)} == {"NCT09000101"}
    quotes = [made.exact for made in all_of(plain, Evidence) if made.predicate == P.REGISTRY_ID]
    assert quotes == ["NCT09000101"]


def test_the_same_number_with_a_country_is_the_same_trial():
    xml, _ = both("EudraCT", "2004-002714-11, 2004-002714-11-GB")
    assert one(xml, Trial).registry_id == ("2004-002714-11",)
