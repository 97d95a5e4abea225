"""Every file of ``../shared/corpus`` is read, or rejected for a reason that is told here, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import archives
from kg.document import Document
from kg.engines import batches
from kg.errors import DocumentError
from kg.pipeline import convert
from tests.bench import corpus

ARCHIVES = corpus.archives()
pytestmark = pytest.mark.skipif(not ARCHIVES, reason="no ../shared/corpus beside the repository")

# Parts of studies that another project tests itself with.
PARTS = """
    condition baseline_measurements baseline_measurements_1 baseline_measurements_2 baseline_measurements_3
    baseline_measurements_4 baseline_measurements_5 baseline_measurements_5.rev-3af9aa7
    baseline_measurements_5.rev-91905aa baseline_measurements_6 browse_condition central_contact country design
    design.rev-01dd849 design_group design_group_intervention design_outcome document eligibility
    eligibility.rev-4cfe677 facility facility.rev-35c9c10 facility_contact facility_investigator intervention
    intervention_other_name ipd_information_type keyword link overall_official provided_document responsible_party
    sponsor_1 sponsor_2 study_reference study_reference.rev-b3d8294
""".split()  # noqa: SIM905
AACT = "ctgov-json/ctti-clinicaltrials+aact/spec"
CTRDATA = "other-registries/rfhb+ctrdata"
MADE = "a made-up study whose number is none of the registry's"
# Which member of which archive, the cause, and why it is right to reject it. Each line must be met, and nothing else.
REJECTS: list[tuple[str, str, str]] = [
    *((f"{AACT}/support/json_data/{part}.json", "not a study", "a part without the study's number") for part in PARTS),
    (f"{AACT}/fixtures/models/import/condition.json", "not a study", "a part without the study's number"),
    (f"{AACT}/fixtures/models/import/id_information.json", "study without a registry number", MADE),
    (f"{AACT}/fixtures/json/id_information.json", "study without a registry number", MADE),
    (f"{AACT}/support/json_data/study_data_*.json", "study without a registry number", MADE),
    (f"{AACT}/support/json_data/study_statistics.json", "not a known format", "statistics of the older API's fields"),
    ("ctgov-json/rfhb+ctrdata/ctgov/NCT*.json", "not a known format", "legacy XML made into JSON by another tool"),
    ("ctgov-xml/*/NCT02654730.rev-a38bab0.xml", "not well-formed XML", "an end tag that fits no start tag"),
    (f"{CTRDATA}/euctr/*.json", "conversion of another tool", "it drops accents and signs such as >= from the words"),
]
# How many records of each format are read from each archive.
READ: dict[str, dict[str, int]] = {
    "ctgov-json": {"ctgov_v2": 613, "ctgov_full": 207},
    "ctgov-xml": {"ctgov_xml": 1803},
    "other-registries": {"ctis_json": 4, "euctr_text": 10, "isrctn_xml": 9},
    "pubmed-nbib": {"medline": 358},
    "pubmed-xml": {"pubmed_xml": 1363},
}


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
def test_every_record_is_read_or_explained(archive: Path):
    read: Counter[str] = Counter()
    rejected: list[DocumentError] = []

    def stream() -> Iterator[tuple[str, Document]]:
        for found in archives.documents([str(archive)]):
            if isinstance(found, DocumentError):
                rejected.append(found)
            elif isinstance(found, tuple) and isinstance(found[1], Document):
                yield found

    for name, documents in batches(stream()):
        converted = convert(documents, name)
        # One line a statement, addresses and all: in a build a line that is none would stop everything.
        found = sum(1 for _ in ox.parse(converted.nquads, format=ox.RdfFormat.N_QUADS))
        assert found == converted.nquads.count(b"\n")
        rejected.extend(converted.rejected)
        read[name] += len(converted.documents)
    told = [line for line in REJECTS if line[0].startswith(f"{archive.stem}/")]
    met = {line for error in rejected for line in told if explains(line, archive.stem, error)}
    unexplained = [str(error) for error in rejected if not any(explains(line, archive.stem, error) for line in told)]
    assert unexplained == []
    assert [line for line in told if line not in met] == []
    assert dict(read) == READ[archive.stem]


def explains(line: tuple[str, str, str], archive: str, error: DocumentError) -> bool:
    """Whether a line of the table is about a reject."""
    pattern, cause, _ = line
    return fnmatch(f"{archive}/{error.uri.partition('!/')[2]}", pattern) and error.cause == cause
