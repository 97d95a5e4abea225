"""Groups of the results in the legacy XML, numbered as the API does."""

from __future__ import annotations

from collections.abc import Mapping

from kg.loaders.ctgov.legacy_values import Element, flat
from kg.loaders.ctgov.study_results import Group

# Ids of groups in the XML and as the API numbers them.
Ids = Mapping[str | None, str]


def groups_of(element: Element | None, prefix: str) -> tuple[tuple[Group, ...], Ids]:
    """Groups of a part of the results, and the ids of the XML as those of the API.

    :param element: their list; None for none.
    :param prefix: ``FG`` for flow, ``BG`` for baseline, ``OG`` for an outcome, ``EG`` for events.
    """
    listed: list[Group] = []
    ids: dict[str | None, str] = {}
    for one in element if element is not None else ():
        found = flat(one)
        name = f"{prefix}{len(listed):03}"
        ids[one.get("group_id")] = name
        listed.append(Group(name, found.get("title"), found.get("description")))
    return tuple(listed), ids
