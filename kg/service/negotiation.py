"""Which of several media types an ``Accept`` header asks for (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Range:
    """One entry of an ``Accept`` header.

    :ivar kind: before the slash; ``*`` for any.
    :ivar subtype: after the slash; ``*`` for any.
    :ivar quality: from 0, not at all, to 1.
    """

    kind: str
    subtype: str
    quality: float

    def precision(self, media_type: str) -> int:
        """How closely it names a media type: 3 by name, 2 by kind, 1 any, 0 not at all."""
        kind, _, subtype = media_type.partition("/")
        if self.kind == "*":
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subtype == "*" else 3 if self.subtype == subtype else 0


def ranges(accept: str) -> list[Range]:
    """The entries of a header; those that are not understood are left out.

    >>> ranges("text/html, */*;q=0.1")
    [Range(kind='text', subtype='html', quality=1.0), Range(kind='*', subtype='*', quality=0.1)]
    """
    found = []
    for entry in accept.split(","):
        name, *parameters = (part.strip() for part in entry.split(";"))
        kind, slash, subtype = name.lower().partition("/")
        if slash and kind and subtype:
            found.append(Range(kind, subtype, _quality(parameters)))
    return found


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


@lru_cache(maxsize=512)
def preferred(accept: str | None, offers: tuple[str, ...]) -> str | None:
    """The media type to answer with.

    :param accept: the header; None or empty for anything.
    :param offers: media types, the one we like best first; it decides between those that are asked for alike.
    :returns: None when nothing that is offered is asked for.

    >>> preferred("application/xml;q=0.9, text/csv", ("application/json", "text/csv"))
    'text/csv'
    """
    if not accept or not accept.strip():
        return offers[0]
    entries = ranges(accept)
    best, best_quality = None, 0.0
    for offer in offers:
        precision, quality = max(((entry.precision(offer), entry.quality) for entry in entries), default=(0, 0.0))
        if precision and quality > best_quality:
            best, best_quality = offer, quality
    return best
