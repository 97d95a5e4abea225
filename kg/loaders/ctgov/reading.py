"""From a study of ClinicalTrials.gov, whatever format it came in, to everything its record says."""

from __future__ import annotations

from kg.document import Document, Reading
from kg.errors import DocumentError
from kg.loaders.ctgov.study import StatusModule, Study
from kg.model import RegistryRecord, Trial
from kg.rdf import iris


def reading(study: Study, document: Document, format_name: str, *, contacts: bool) -> Reading:
    """One study to records.

    :param document: what the study was read from; for its address, name, size and checksum.
    :param format_name: name of the loader.
    :param contacts: whether telephone numbers and e-mail addresses are kept.
    :raises DocumentError: when the study has no number of the registry.
    """
    key = study.protocol_section.identification_module.nct_id
    if not is_number(key):
        found = f"wanted NCT and 8 digits in nctId, found {key[:40]!r}"
        raise DocumentError(document.uri, "study without a registry number", found)
    record, trial = iris.record("ctgov", key), iris.trial(key)
    version = version_of(study.protocol_section.status_module)
    records = (
        Trial(iri=trial, registry_id=(key,)),
        RegistryRecord(iri=record, record_id=key, describes=(trial,), format=format_name),
    )
    return Reading(record, version, records, ())


def is_number(key: str) -> bool:
    """Whether a text is a number of the registry: NCT and eight digits."""
    return len(key) == 11 and key[:3] == "NCT" and key[3:].isascii() and key[3:].isdigit()


def version_of(status: StatusModule | None) -> str:
    """The day of the last update posted, else submitted; empty where neither is given."""
    if status is None:
        return ""
    posted = status.last_update_post_date_struct
    return (posted.date if posted else None) or status.last_update_submit_date or ""
