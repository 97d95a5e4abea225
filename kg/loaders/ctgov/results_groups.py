"""Groups of results and how many each has: what all modules of a results section share.

A group is what its code, title and description say. The outcomes of a study repeat them (median of 62 records: 18
groups, 2 different), so outcomes that repeat all three share a node, and what is counted in a group stands with what
counts it. Groups of different modules are never one, whatever their titles; nor is a group an arm.

A group overlaps others for certain where its title is ``Total``, which the registry itself adds to the baseline. Pooled
groups that sponsors make (``All doses``) are not told from others here, but with evidence in
:mod:`kg.rules.result_groups`. Groups may overlap without anything that says so, as the periods of a crossover do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.loaders.ctgov.results_numbers import count, plain
from kg.loaders.ctgov.study_results import Denom, EventGroup, Group, Number
from kg.model import Denominator, Record, ResultGroup
from kg.rdf.iris import under

Ids = dict[str, str]
Key = tuple[str | None, str | None, str | None]


class Sheet:
    """Collects what a results section says.

    :ivar record: IRI of the record that states it.
    :ivar text: from words in the notation of Markdown to plain ones; None for no words.
    :ivar records: what was read so far, in order.
    :ivar groups: IRIs of the groups of all modules.
    """

    def __init__(
        self,
        record: str,
        text: Callable[[str | None], str | None],
        told: Callable[[str, object, str], None] | None = None,
    ) -> None:
        self.record = record
        self.text = text
        self._told = told
        self.records: list[Record] = []
        self.groups: list[str] = []
        self._denominators: dict[tuple[str | None, str | None, Number], str] = {}

    def leave(self, label: str, written: str, about: str) -> None:
        """Tell a value that could not be read.

        :param label: what the source calls the value.
        """
        if self._told and written.strip():
            self._told(label, written, about)

    def denominators(self, listed: Iterable[Denom], groups: Groups, ids: Ids) -> dict[str | None, tuple[str, ...]]:
        """Of each group its denominators; those that have the same number of the same group are one."""
        found: dict[str | None, tuple[str, ...]] = {}
        for denom in listed:
            units = plain(denom.units)
            for one in denom.counts:
                group = groups.of(ids, one.group_id)
                key = (group, units, one.value)
                iri = self._denominators.get(key) or self._denominator(key)
                found[group] = (*found.get(group, ()), iri)
        return found

    def _denominator(self, key: tuple[str | None, str | None, Number]) -> str:
        group, units, value = key
        iri = self._denominators[key] = under(self.record, "denominator", len(self._denominators) + 1)
        number, words = count(value)
        self.records.append(
            Denominator(iri=iri, of_group=group, denominator_units=units, denominator_count=number, count_text=words)
        )
        return iri


class Groups:
    """Groups of one module, made when all are known."""

    def __init__(self, sheet: Sheet, module: str) -> None:
        self._sheet = sheet
        self._module = module
        self._iris: dict[Key, str] = {}
        self._wider: dict[str, dict[str, None]] = {}

    def listed(self, groups: Iterable[Group | EventGroup]) -> Ids:
        """The groups of a list by their codes; of two with one code the first."""
        ids: Ids = {}
        there: dict[str, None] = {}
        totals: list[str] = []
        for one in groups:
            iri = self._iri((one.id, one.title, one.description))
            there[iri] = None
            if one.id:
                ids.setdefault(one.id, iri)
            if one.title and one.title.strip().casefold() == "total":
                totals.append(iri)
        for total in totals:
            self._wider.setdefault(total, {}).update((iri, None) for iri in there if iri not in totals)
        return ids

    def of(self, ids: Ids, code: str | None) -> str | None:
        """A group by its code; one that no list has is a group of which nothing but the code is known."""
        if not code:
            return None
        found = ids.get(code)
        if found is None:
            found = ids[code] = self._iri((code, None, None))
        return found

    def _iri(self, key: Key) -> str:
        found = self._iris.get(key)
        if found is None:
            kind = f"{self._module.lower()}-group"
            found = self._iris[key] = under(self._sheet.record, kind, len(self._iris) + 1)
        return found

    def close(self, denominators: dict[str | None, tuple[str, ...]] | None = None) -> None:
        """Make the groups.

        :param denominators: of each group in the whole module.
        """
        sheet, counted = self._sheet, denominators or {}
        for (code, title, description), iri in self._iris.items():
            sheet.groups.append(iri)
            sheet.records.append(
                ResultGroup(
                    iri=iri,
                    label=sheet.text(title),
                    group_code=code,
                    description=sheet.text(description),
                    group_module=self._module,
                    overlaps_with=tuple(self._wider.get(iri, ())),
                    denominator=counted.get(iri, ()),
                )
            )
