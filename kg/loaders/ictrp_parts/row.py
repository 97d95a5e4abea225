"""The cells of a row of ICTRP, by the names of their columns, without what the platform leaves of HTML in them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from kg.loaders.registry.numbers import Number
from kg.loaders.registry.words import given

# A break of HTML with the end of the line that stands before it, which is the same break.
_BREAK = re.compile(r"(?:\r\n?|\n)?</?(?:br|p)\s*/?\s*>", re.IGNORECASE)


class Row:
    """The cells of a row.

    :ivar number: of the trial.
    """

    def __init__(self, cells: Mapping[str, str], number: Number) -> None:
        self._cells = cells
        self.number = number

    def get(self, *columns: str) -> str | None:
        """Words of the first of some columns that has any, with line breaks for those of HTML."""
        for name in columns:
            written = self._cells.get(name)
            if written and (found := given(cleaned(written))):
                return found
        return None

    def written(self, name: str) -> str:
        """Words of a column even where they say that there is nothing to say."""
        return cleaned(self._cells.get(name) or "")

    def laid_out(self, name: str) -> str:
        """Words of a column with the blank lines and the indentation that they stand in."""
        return broken(self._cells.get(name) or "")

    def listed(self, name: str) -> list[str]:
        """Parts of a column that lists several with semicolons, or one a line."""
        return [part.strip() for part in re.split(r"[;\n]", self.get(name) or "") if part.strip()]

    @property
    def of_one_country(self) -> bool:
        """Whether what the row tells is that of a trial in one member state, as from the EU's first register."""
        return self.number.registry == "EudraCT"


def broken(written: str) -> str:
    r"""Words with line breaks and letters for what the export leaves of HTML.

    >>> broken("1. Age &gt;= 18&lt;br/ &gt;  2. Consent")
    '1. Age >= 18\n  2. Consent'
    """
    words = html.unescape(html.unescape(written)) if "&" in written else written
    words = _BREAK.sub("\n", words) if "<" in words else words
    return words.replace("\r\n", "\n").replace("\r", "\n")


def cleaned(written: str) -> str:
    r"""The same without blank lines and without white space around lines.

    >>> cleaned("1. Age &gt;= 18&lt;br&gt;2. Consent \r\n ")
    '1. Age >= 18\n2. Consent'
    """
    return "\n".join(line for one in broken(written).split("\n") if (line := one.strip()))
