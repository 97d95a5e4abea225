"""What is read from one study while it is read: records, passages and difficulties."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from string import punctuation

from kg.document import Passage
from kg.evidence import Quote, term
from kg.extract.contacts import masked
from kg.extract.dates import date_of
from kg.extract.tokens import token_of
from kg.extract.words import Words
from kg.loaders.ctgov.study import DateStruct
from kg.model import Issue, Record
from kg.model.enums import ENUMS
from kg.model.slots import SLOTS
from kg.rdf.iris import under

# A date stands in many records; reading it anew takes a hundred times as long as looking it up.
day_of = lru_cache(maxsize=16384)(date_of)
_NO_VALUE = {"", "N/A", "NA", "NONE"}


class Draft:
    """Collects what one study says.

    :ivar key: number of the study.
    :ivar record: IRI of its record.
    :ivar trial: IRI of the trial.
    :ivar contacts: whether addresses and telephone numbers are kept.
    :ivar records: what was read so far, in order.
    :ivar passages: where names are to be looked for.
    """

    def __init__(self, key: str, record: str, trial: str, *, contacts: bool) -> None:
        self.key = key
        self.record = record
        self.trial = trial
        self.contacts = contacts
        self.records: list[Record] = []
        self.passages: list[Passage] = []
        self._issues = 0
        self._evidence = 0

    def text(self, written: str | None) -> str | None:
        """Words of people without escapes and, where contacts are not asked for, with addresses and numbers masked.

        :returns: None for no words.
        """
        if not written:
            return None
        if "\\" in written:
            written = unescaped(written)
        if "\r" in written:
            written = written.replace("\r\n", "\n").replace("\r", "\n")
        if not self.contacts:
            written = masked(written)
        return written.strip() or None

    def name(self, written: str | None) -> str | None:
        """A name, title or term without escapes; nobody prints a telephone number there, so none is looked for."""
        if not written:
            return None
        if "\\" in written:
            written = unescaped(written)
        if not self.contacts and "@" in written:
            written = masked(written)
        return written.strip() or None

    def names(self, written: Iterable[str]) -> tuple[str, ...]:
        """Names of a list, each once."""
        return tuple({name: None for one in written if (name := self.name(one))})

    def token(self, enumeration: str, label: str, written: str | None, about: str | None = None) -> str | None:
        """A token of an enumeration of the model; what is none becomes a difficulty.

        :param label: what the source calls the value.
        """
        if written is None or written in ENUMS[enumeration]:
            return written
        found = token_of(enumeration, written)
        if found is None and written.strip():
            self.not_understood(label, written, about)
        return found

    def tokens(self, enumeration: str, label: str, written: Iterable[str]) -> tuple[str, ...]:
        """Tokens of a list, each once."""
        return tuple({token: None for one in written if (token := self.token(enumeration, label, one))})

    def date(self, label: str, written: str | None) -> str | None:
        """A date with the precision it is given in; what is none becomes a difficulty."""
        if not written:
            return None
        found = day_of(written)
        if found is None:
            self.not_understood(label, written)
        return found

    def dated(self, label: str, written: DateStruct | None) -> tuple[str | None, str | None]:
        """A date and whether it is actual or estimated."""
        if written is None or not written.date:
            return None, None
        return self.date(label, written.date), self.token("DateType", f"{label} type", written.type)

    def tell(self, field: str, words: str | None) -> None:
        """Keep words in which names of the vocabulary are looked for."""
        if words:
            self.passages.append(Passage(field, Words.of_value(words)))

    def difficulty(self, kind: str, label: str, description: str, *about: str) -> None:
        """Keep something that contradicts itself, is unusual, or was not understood.

        :param kind: token of the enumeration IssueKind.
        """
        self._issues += 1
        iri = under(self.record, "issue", self._issues)
        self.records.append(
            Issue(iri=iri, label=label, issue_kind=kind, issue_about=about or (self.trial,), description=description)
        )

    def not_understood(self, label: str, written: object, about: str | None = None) -> None:
        """Keep a value that no rule could read."""
        words = self.text(str(written))
        self.difficulty("NOT_UNDERSTOOD", label, words or label, about or self.trial)

    def note(self, made: Record, slot: str, value: object, words: Words, start: int, end: int, rule: str) -> None:
        """Say which words within a value another value was read from.

        :param words: the value as a whole.
        """
        predicate, kind = SLOTS[type(made).__name__][slot]
        quote = Quote.from_passage(words, start, end).unplaced()
        self._evidence += 1
        iri, value = under(self.record, "evidence", self._evidence), term(value, kind)
        self.records.append(
            quote.evidence(iri, made.iri, predicate, value, derived_from=self.record, basis="DERIVED", rule=rule)
        )


def unescaped(text: str) -> str:
    r"""A text without the backslashes before punctuation, by which the API keeps it from being read as Markdown.

    >>> print(unescaped(r"\> 18, a\b, \\*"))
    > 18, a\b, \*
    """
    parts = iter(text.split("\\"))
    found = [next(parts)]
    for part in parts:
        if not part:
            # A backslash before a backslash: what follows is not escaped.
            found += ["\\", next(parts, "")]
        else:
            found.append(part if part[0] in punctuation else f"\\{part}")
    return "".join(found)


def given(written: str | None) -> str | None:
    """A value, or None for the words by which older formats say that there is none.

    >>> given("N/A"), given("18 Years")
    (None, '18 Years')
    """
    return None if written is None or written.strip().upper() in _NO_VALUE else written
