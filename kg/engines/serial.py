"""In this process, one batch after the other: what every other engine is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.document import Document
from kg.engines import batches
from kg.pipeline import Converted, convert

OPTIONS = ()


def run(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
    """Convert documents in batches, in order.

    :param stream: documents with the names of their formats, read only as far as needed.
    :param contacts: whether e-mail addresses and telephone numbers are kept.
    """
    for format_name, documents in batches(stream):
        yield convert(documents, format_name, contacts=contacts)
