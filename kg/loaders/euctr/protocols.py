"""Downloads of the EU Clinical Trials Register to the protocols or paragraphs in them: cut where the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.loaders.splitting.starts import records_at
from kg.loaders.splitting.window import Window

# The heading of a protocol and the line below it, or the first two lines of a paragraph of a summary.
_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:Summary[ \t]*\r?\n[ \t]*EudraCT Number:"
    rb"|EudraCT Number:[^\r\n]{0,40}\r?\n[ \t]*Sponsor Protocol Number[ \t]*:)",
    re.MULTILINE,
)
# Longer than what is looked for, which the window may cut in two.
_TAIL = 100


def protocols(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The protocols of a download, as it is read; a file of one, or of none, gives itself without its first words.

    :raises Unreadable: after the last protocol that could be given, for those longer than any record and for the rest
        of a file that is damaged there. A file that ends in the midst of a protocol does not show it.
    """
    return records_at(uri, file, _starts, first=None)


def _starts(window: Window) -> Iterator[int]:
    """Place in the file of every protocol."""
    while True:
        found = _START.search(window.buffer, window.at)
        if found:
            place = window.begins + found.start()
            window.at = found.end()
            yield place
        else:
            window.at = max(window.at, len(window.buffer) - _TAIL)
            if not window.more():
                window.at = len(window.buffer)
                return
