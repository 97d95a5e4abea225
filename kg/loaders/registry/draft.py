"""What is read from one registry record while it is read: records in order, their numbers, and passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from kg.document import Document, Passage, Reading
from kg.extract.contacts import masked
from kg.extract.words import Words
from kg.loaders.registry.words import given
from kg.model import Issue, Record, RegistryRecord, Trial
from kg.rdf import iris
from kg.rdf.iris import under

_SORTED = ("start_date", "primary_completion_date", "completion_date")


class Draft:
    """Collects what one record says.

    :ivar record: IRI of the record.
    :ivar trial: IRI of the trial.
    :ivar contacts: whether addresses and telephone numbers are kept.
    :ivar records: what was read so far, in order.
    """

    def __init__(self, registry: str, record_id: str, trial: str, *, contacts: bool) -> None:
        self.record = iris.record(registry, record_id)
        self.trial = iris.trial(trial)
        self.contacts = contacts
        self.records: list[Record] = []
        self._record_id = record_id
        self._trial_number = trial
        self._passages: list[Passage] = []
        self._children: dict[str, list[str]] = {}
        self._seen: Counter[tuple[object, ...]] = Counter()

    def text(self, written: str | None) -> str | None:
        """Words as written, without white space around them; addresses masked where contacts are not asked for.

        :returns: None for no words and for those by which registries say that there are none.
        """
        found = given(written)
        if found and "\r" in found:
            found = found.replace("\r\n", "\n").replace("\r", "\n")
        return masked(found) if found and not self.contacts else found

    def texts(self, written: Iterable[str | None]) -> tuple[str, ...]:
        """Words of a list, each once."""
        return tuple({text: None for one in written if (text := self.text(one))})

    def child(self, kind: str) -> str:
        """IRI of the next part of the record of one kind, counted from 1."""
        made = self._children.setdefault(kind, [])
        made.append(under(self.record, kind, len(made) + 1))
        return made[-1]

    def count(self, kind: str) -> int:
        """How many parts of one kind there are."""
        return len(self._children.get(kind, ()))

    def children(self, kind: str) -> tuple[str, ...]:
        """IRIs of the parts of one kind, in order."""
        return tuple(self._children.get(kind, ()))

    def times(self, *key: object) -> int:
        """How often this was asked of a key before: 0 for what is said for the first time."""
        self._seen[key] += 1
        return self._seen[key] - 1

    def tell(self, field: str, words: str | None) -> None:
        """Keep words in which names of the vocabulary are looked for."""
        if words:
            self._passages.append(Passage(field, Words.of_value(words)))

    def not_understood(self, label: str, written: str) -> None:
        """Keep a value that could not be read.

        :param label: where it stands.
        """
        issue = Issue(
            iri=self.child("issue"),
            label=label,
            issue_kind="NOT_UNDERSTOOD",
            issue_about=(self.trial,),
            description=self.text(written) or label,
        )
        self.records.append(issue)

    def finished(self, document: Document, trial: dict[str, Any], record: dict[str, Any], version: str) -> Reading:
        """Everything that was read, with the trial and the record of it.

        :param document: what was read.
        :param trial: slots of the trial but those of its parts.
        :param record: slots of the record but those of the document.
        :param version: day of the last update; empty where the document tells none.
        """
        for name in _SORTED:
            if date := trial.get(name):
                trial[f"{name}_sort"] = f"{date}-01-01"[:10]
        for field, slot in {"title": "brief_title", "official title": "official_title"}.items():
            self.tell(field, trial.get(slot))
        self.tell("summary", trial.get("brief_summary"))
        label = trial.get("brief_title") or trial.get("official_title") or trial.get("acronym")
        parts: dict[str, Any] = {slot: self.children(kind) for slot, kind in _PARTS.items()}
        made = Trial(iri=self.trial, label=label, registry_id=(self._trial_number,), **parts, **trial)
        of = RegistryRecord(
            iri=self.record,
            label=label,
            record_id=self._record_id,
            describes=(self.trial,),
            file_name=document.file_name,
            byte_size=len(document.body),
            sha256=document.sha256,
            record_version=version or None,
            **record,
        )
        return Reading(self.record, version, (of, made, *self.records), tuple(self._passages))


# Slots of the trial that name parts of the record, and the kind of each part in its IRI.
_PARTS = {
    "identifier": "identifier",
    "condition_name": "condition",
    "arm": "arm",
    "intervention": "intervention",
    "epoch": "epoch",
    "outcome": "outcome",
    "eligibility": "eligibility",
    "sponsor_role": "sponsor",
    "investigator_role": "investigator",
    "site": "site",
    "contact": "contact",
    "ipd_sharing": "ipd",
    "study_document": "document",
    "web_link": "link",
}
