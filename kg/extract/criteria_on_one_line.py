"""Criteria that stand on one line with others, each on its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.inline_lists import Item, bulleted_items, first_item, form_of, number_of, numbered_items
from kg.extract.words import Words


@dataclass(slots=True)
class Criterion:
    """One criterion of a list.

    :ivar words: what it says, without its number and the mark that ends it.
    :ivar polarity: token of Polarity from the heading above; None where there is none.
    :ivar heading: that heading.
    :ivar marker: its number or bullet as printed; None for none.
    :ivar level: depth in nested lists; the outermost is 1.
    :ivar parent: place of the criterion it is nested under in the list of all; None for none.
    :ivar examples: things listed after "such as"; examples of one criterion and not criteria.
    """

    words: Words
    polarity: str | None
    heading: Words | None
    marker: Words | None
    level: int
    parent: int | None
    examples: list[Words] = field(default_factory=list)


def separated(found: list[Criterion]) -> list[Criterion]:
    """The criteria, each of those that stand on one line with others on its own."""
    made: list[Criterion] = []
    places: list[int] = []
    # At each level form and number of the last item of a line that held several.
    open_at: dict[int, tuple[str, int]] = {}
    beside: set[int] = set()
    for place, one in enumerate(found):
        _mark(one)
        above = one.parent
        if above is not None:
            one.parent = places[above]
            # Lines below that are indented more than the first may go on with its numbers.
            holder = made[one.parent]
            if one.parent == len(made) - 1 and _goes_on(one, open_at.get(holder.level)):
                beside.add(above)
            one.level = holder.level + (above not in beside)
            one.parent = holder.parent if above in beside else one.parent
        items, nested = _items_on_line(found, place, open_at.get(one.level))
        made.append(one)
        parent = len(made) - 1 if nested else one.parent
        made += [replace(one, marker=i.mark, words=i.words, level=one.level + nested, parent=parent) for i in items]
        places.append(len(made) - 1)
        open_at = {level: last for level, last in open_at.items() if level < one.level}
        if items and not nested:
            open_at[one.level] = _place(made[-1])
    return made


def _goes_on(one: Criterion, last: tuple[str, int] | None) -> bool:
    return last is not None and last[1] > 0 and _place(one) == (last[0], last[1] + 1)


def _mark(one: Criterion) -> None:
    """Take the mark from the words of a criterion that stands on the line of its heading, or behind two marks."""
    while one.marker is None or not form_of(one.marker.text):
        first = first_item(one.words)
        if not first or (one.marker and number_of(first.mark) is None) or number_of(first.mark) not in (None, 1):
            return
        one.marker, one.words = first.mark, first.words


def _place(one: Criterion) -> tuple[str, int]:
    """Form and number of the mark of a criterion; 0 for none."""
    return (form_of(one.marker.text), number_of(one.marker) or 0) if one.marker else ("", 0)


def _items_on_line(found: list[Criterion], place: int, last: tuple[str, int] | None) -> tuple[list[Item], bool]:
    """The other items that stand with a criterion, which loses their words, and whether they are nested under it.

    :param last: form and number of the last item of a line above that held several; None for none.
    """
    one = found[place]
    form, number = _place(one)
    items: list[Item] = []
    nested = False
    if form and (number == 1 or _goes_on(one, last)):
        items = numbered_items(one.words, form, number)
        # The next line has the number that comes next, unless it begins another list.
        following = (found[n] for n in range(place + 1, len(found)))
        below = next((_place(other) for other in following if other.level <= one.level), ("", 0)) if items else ("", 0)
        if below[0] == form and 1 < below[1] <= number + len(items):
            items = []
    elif one.marker and not number:
        items = bulleted_items(one.words, one.marker.text, least=1)
    if not items and ":" in one.words.text:
        items = bulleted_items(one.words, "", least=2)
        nested = bool(items)
        if nested and not one.words.text[: items[0].start].rstrip().endswith(":"):
            items, nested = [], False
    if items:
        one.words = one.words.stripped(0, items[0].start)
    return items, nested
