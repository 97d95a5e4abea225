"""Criteria as nodes, for formats that do not tell where in the document their words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.criteria_on_one_line import Criterion
from kg.extract.page_lines import BULLETS
from kg.model import EligibilityItem


def criterion_items(parent: str, found: Sequence[Criterion], *, bullets: bool) -> Iterator[EligibilityItem]:
    """A node for each criterion, numbered in their order.

    :param parent: IRI of the node of eligibility.
    :param bullets: whether a mark that is no number is kept as the number of its item.
    """
    for number, item in enumerate(found, 1):
        marker = item.marker.text if item.marker else None
        yield EligibilityItem(
            iri=f"{parent}/item/{number}",
            polarity=item.polarity,
            position=number,
            item_number=marker if marker and (bullets or marker[-1] not in BULLETS) else None,
            item_level=item.level,
            text=item.words.text,
            parent_item=None if item.parent is None else f"{parent}/item/{item.parent + 1}",
            example=tuple(dict.fromkeys(example.text for example in item.examples)),
        )
