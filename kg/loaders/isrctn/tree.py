"""Elements of an ISRCTN record without their namespace, whether they came as XML or as JSON made from that XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

# No record has more; JSON may be nested a hundred thousand times.
_DEEPEST = 20


class Node(NamedTuple):
    """One element.

    :ivar name: without its namespace.
    :ivar attributes: by name; none in JSON, whose makers drop them.
    :ivar text: what stands in it before its first child.
    :ivar children: in order.
    """

    name: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[Node, ...]

    def all(self, path: str) -> Iterator[Node]:
        """Every element at a path such as ``outputs/output``."""
        name, _, rest = path.partition("/")
        for child in self.children:
            if child.name == name:
                if rest:
                    yield from child.all(rest)
                else:
                    yield child

    def get(self, path: str) -> Node | None:
        """The first element at a path."""
        return next(self.all(path), None)

    def words(self, path: str) -> str | None:
        """Text of the first element at a path; None for no text."""
        found = self.get(path)
        return found.text.strip() or None if found else None

    def texts(self, path: str) -> list[str]:
        """Text of every element at a path that has any."""
        return [node.text.strip() for node in self.all(path) if node.text.strip()]

    def attribute(self, name: str) -> str | None:
        """One attribute; None where it is absent or empty."""
        return self.attributes.get(name) or None


def from_xml(element: etree._Element, depth: int = 0) -> Node:
    """An element and everything in it; of what is nested deeper than any record the outer part.

    :param element: as lxml has it.
    """
    children = tuple(from_xml(child, depth + 1) for child in element) if depth < _DEEPEST else ()
    attributes = {_local(str(name)): str(value) for name, value in element.attrib.items()}
    return Node(_local(str(element.tag)), attributes, element.text or "", children)


def from_json(name: str, value: object, depth: int = 0) -> Node:
    """A value of a JSON object under its name; several elements of one name are a list there."""
    if isinstance(value, dict) and depth < _DEEPEST:
        children: list[Node] = []
        for key, inner in value.items():
            members = inner if isinstance(inner, list) else [inner]
            children.extend(from_json(str(key), member, depth + 1) for member in members if member is not None)
        return Node(name, {}, "", tuple(children))
    if isinstance(value, bool):
        return Node(name, {}, "true" if value else "false", ())
    return Node(name, {}, str(value) if isinstance(value, str | int | float) else "", ())


def _local(name: str) -> str:
    return name.rpartition("}")[2]
