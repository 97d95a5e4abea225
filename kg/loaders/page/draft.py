"""What is read from one page while it is read: records with their evidence, passages and difficulties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from kg.document import Passage
from kg.evidence import Notes, term
from kg.extract.page_lines import pieces
from kg.extract.page_sections import Labelled, Page
from kg.extract.page_sites import numbers_of_people
from kg.extract.words import Words
from kg.model import Issue, Record
from kg.model.slots import SLOTS
from kg.rdf.iris import under

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Told(NamedTuple):
    """A value and the words that state it.

    :ivar value: as the slot takes it: text, number, truth value or token.
    :ivar rule: name of the rule for a value that is derived from the words; None for one that they state.
    """

    value: object
    words: Words
    rule: str | None = None


# Words are their own value; a plain value has no words of its own, such as an IRI or a position.
Given = Words | Told | str | int | bool | None
Slots = dict[str, Given | list[Given] | list[Told] | list[Words] | list[str]]
_NOWHERE = Words("", ((0, 0),))


class Draft:
    """Collects what one page says.

    :ivar page: the page, taken apart.
    :ivar record: IRI of the page's record.
    :ivar trial: IRI of the trial.
    :ivar contacts: whether addresses and telephone numbers are kept.
    """

    def __init__(self, text: str, page: Page, record: str, trial: str, *, contacts: bool) -> None:
        self.text = text
        self.page = page
        self.record = record
        self.trial = trial
        self.contacts = contacts
        self.records: list[Record] = []
        self.passages: list[Passage] = []
        # What stands beside a quote is quoted too, so the numbers of people go from there as well.
        self._notes = Notes(record, text if contacts else _without_numbers(text, page))
        self._issues = 0

    @property
    def all_records(self) -> tuple[Record, ...]:
        """Every record so far, then the evidence of every statement."""
        return (*self.records, *self._notes.evidence)

    def say(self, kind: type[AnyRecord], iri: str, slots: Slots) -> AnyRecord:
        """Make a record and note where each of its values stood.

        A value that is given twice is kept once, on the words of each place.

        :param slots: what is None or empty is left out.
        """
        values: dict[str, Any] = {}
        noted: list[tuple[str, Told]] = []
        for slot, given in slots.items():
            if given is None or given == []:
                continue
            several = isinstance(given, list)
            told = [_told(one) for one in given] if isinstance(given, list) else [_told(given)]
            told = [one for one in told if one.value is not None and one.value != ""]
            if told:
                values[slot] = tuple(dict.fromkeys(one.value for one in told)) if several else told[0].value
                noted.extend((slot, one) for one in told if one.words is not _NOWHERE)
        made = kind(iri=iri, **values)
        self.records.append(made)
        for slot, one in noted:
            self.note(made, slot, one)
        return made

    def note(self, made: Record, slot: str, told: Told) -> None:
        """Say where a value of a record stood; for further places than those given when it was made."""
        predicate, kind = SLOTS[type(made).__name__][slot]
        words = told.words if len(told.words.runs) == 1 else pieces(told.words, self.text)[0]
        basis = "DERIVED" if told.rule else "STATED"
        self._notes.note(made.iri, predicate, term(told.value, kind), words, basis=basis, rule=told.rule)

    def tell(self, field: str, words: Words | None) -> None:
        """Keep words in which names of the vocabulary are looked for."""
        if words is not None:
            self.passages.extend(Passage(field, piece) for piece in pieces(words, self.text))

    def difficulty(self, kind: str, label: str | Words, told: Told | None, about: Sequence[str] = ()) -> None:
        """Keep something that contradicts itself, is unusual, or was not understood.

        :param kind: token of the enumeration IssueKind.
        :param label: a name for it, or the words of the page that name it.
        :param told: its description in words, and the words of the page that it rests on.
        """
        self._issues += 1
        iri = under(self.record, "issue", self._issues)
        self.say(Issue, iri, {"label": label, "issue_kind": kind, "issue_about": list(about), "description": told})

    def not_understood(self, labelled: Labelled) -> None:
        """Keep a label with words that no rule could read; what may hold contact data only where that is asked for."""
        whole = labelled.whole if labelled.section != "contacts" or self.contacts else None
        told = Told(labelled.text, whole) if whole else None
        self.difficulty("NOT_UNDERSTOOD", labelled.label.words, told, (self.trial,))


def _without_numbers(text: str, page: Page) -> str:
    """The text with digits of telephone numbers replaced, those that no general form of a number shows included."""
    lines = [line for label in (*page.labels, *page.unknown) if label.section == "contacts" for line in label.lines]
    for words in numbers_of_people(lines):
        text = text[: words.start] + re.sub(r"\d", "*", text[words.start : words.end]) + text[words.end :]
    return text


def _told(given: object) -> Told:
    if isinstance(given, Told):
        return given
    return Told(given.text, given) if isinstance(given, Words) else Told(given, _NOWHERE)
