"""Forms in which papers print the numbers of trials, one hazard a case; the number is as its registry writes it."""

from __future__ import annotations

import json
import time

import pytest

from kg.document import Document
from kg.extract.trial_numbers import trial_numbers
from kg.extract.words import Words
from kg.loaders.ctgov_v2 import FORMAT
from kg.loaders.registry.numbers import number_of
from kg.model import TrialIdentifier

FORMS = {
    "ISRCTN, number 96169987": ("ISRCTN", "ISRCTN96169987"),
    "ISRCTN, 22488978": ("ISRCTN", "ISRCTN22488978"),
    "ClinicalTrials.govNCT03422276": ("ClinicalTrials.gov", "NCT03422276"),
    "(ACTRN): 12614000310662": ("ANZCTR", "ACTRN12614000310662"),
    "2013\u2013000615\u201324": ("EudraCT", "2013-000615-24"),
    "2013\u2010000615\u201024": ("EudraCT", "2013-000615-24"),
    "2022\u2011500012\u201135\u201100": ("CTIS", "2022-500012-35-00"),
    "EU CT 2022-500012-35": ("CTIS", "2022-500012-35-00"),
    "EU CT 2022-500012-35-01": ("CTIS", "2022-500012-35-01"),
    "EUCTR2013-000615-24": ("EudraCT", "2013-000615-24"),
    "EudraCT2013-000615-24": ("EudraCT", "2013-000615-24"),
    "UMIN-CTR 000012345": ("UMIN CTR", "UMIN000012345"),
    "UMIN-CTR number: 000012345": ("UMIN CTR", "UMIN000012345"),
    "DRKS ID 00012345": ("DRKS", "DRKS00012345"),
    "DRKS-ID: DRKS00012345": ("DRKS", "DRKS00012345"),
    "IRCT20180101012345 N1": ("IRCT", "IRCT20180101012345N1"),
    "ANZCTR12612000123456": ("ANZCTR", "ACTRN12612000123456"),
    "ANZCTR: ACTRN12612000123456": ("ANZCTR", "ACTRN12612000123456"),
    "CTRI/2018/02/011,664": ("CTRI", "CTRI/2018/02/011664"),
    "ChiCTR-TRC-12002246": ("ChiCTR", "ChiCTR-TRC-12002246"),
}


def said(text: str) -> list[tuple[str, str]]:
    return [(registry, number) for registry, number, _ in trial_numbers(Words.at(text, 0, len(text)))]


@pytest.mark.parametrize(("text", "found"), FORMS.items())
def test_a_form_of_papers_gives_the_number_of_the_registry(text: str, found: tuple[str, str]):
    assert said(f"Registered as {text}.") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "some.governorNCT03422276",
        "ISRCTN, number 961699871",
        "2013\u20142015 and 000615\u201324",
        "patients 2013\u2013000615",
        "UMIN-CTR and 000012345",
        "IRCT2018 N1",
        "grant ABC2013-000615-24",
    ],
)
def test_what_looks_like_a_number_is_none(text: str):
    assert said(text) == []


@pytest.mark.parametrize(("text", "found"), [("EUCTR2013\u2013000615\u201324", ("EudraCT", "2013-000615-24"))])
def test_a_number_alone_is_told_in_its_other_forms(text: str, found: tuple[str, str]):
    assert number_of(text) == found


@pytest.mark.parametrize("part", ["ISRCTN, ", "ISRCTN, number ", "NCT)", "2013\u2013", "CTRI/2018/02/011,"])
def test_long_texts_take_no_longer_than_their_length(part: str):
    began = time.perf_counter()
    assert said(part * 50_000 + " 12345") == []
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("written", "kind", "domain", "value", "of_kind", "issuer"),
    [
        ("2011-004792-36", None, None, "2011-004792-36", "REGISTRY", "EudraCT"),
        ("2011-004792-36", "OTHER", "Lark Ltd", "2011-004792-36", "REGISTRY", "EudraCT"),
        ("ISRCTN96169987", "OTHER", None, "ISRCTN96169987", "REGISTRY", "ISRCTN"),
        ("2022-500012-35-00", "OTHER", "EU CT", "2022-500012-35-00", "REGISTRY", "CTIS"),
        ("2022-500012-35", "OTHER", "EU CT", "2022-500012-35-00", "REGISTRY", "CTIS"),
        ("HTA 11/01/25", "OTHER", "NIHR", "HTA 11/01/25", "SECONDARY", "NIHR"),
        ("ISRCTN96169987", "NIH", None, "ISRCTN96169987", "GRANT", "U.S. National Institutes of Health"),
        ("ISRCTN96169987", "REGISTRY", "ISRCTN Registry", "ISRCTN96169987", "REGISTRY", "ISRCTN Registry"),
    ],
)
def test_a_further_number_without_a_kind_is_of_the_registry_that_its_form_tells(
    written: str, kind: str | None, domain: str | None, value: str, of_kind: str, issuer: str
):
    info = {key: one for key, one in {"id": written, "type": kind, "domain": domain}.items() if one}
    ident = {"nctId": "NCT09000101", "briefTitle": "Birds", "secondaryIdInfos": [info]}
    body = json.dumps({"protocolSection": {"identificationModule": ident}}).encode()
    made = [one for one in FORMAT.read(Document("a.json", body), False).records if isinstance(one, TrialIdentifier)]
    assert (made[-1].id_value, made[-1].id_type, made[-1].id_issuer) == (value, of_kind, issuer)
