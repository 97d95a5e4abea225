"""HTML built from values: whatever is not markup already is escaped, so no text can become a tag."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

_VOID = frozenset({"br", "hr", "input", "link", "meta"})


class Html(str):
    """Text that is markup; a plain ``str`` is not, whatever it looks like."""

    __slots__ = ()


Child: TypeAlias = "str | int | Iterable[Child] | None"


def inner(children: Iterable[Child]) -> Html:
    """Children one after the other; None gives nothing, lists are walked.

    >>> inner(["a < b", None, [Html("<br>")]])
    'a &lt; b<br>'
    """
    parts: list[str] = []
    for child in children:
        if isinstance(child, Html):
            parts.append(child)
        elif isinstance(child, str | int):
            parts.append(escape(str(child), quote=False))
        elif child is not None:
            parts.append(inner(child))
    return Html("".join(parts))


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element.

    :param attributes: underscores stand for hyphens and may end a name that Python keeps for itself (``class_``);
        True gives a bare name, False and None none at all.

    >>> tag("a", "x & y", href="/?a=1&b=<", class_="k", hidden=False)
    '<a href="/?a=1&amp;b=&lt;" class="k">x &amp; y</a>'
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{inner(children)}</{name}>")
