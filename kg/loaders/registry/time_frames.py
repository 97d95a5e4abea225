"""Outcomes with the time of their measurement in one text, as registries print both."""

from __future__ import annotations

import re

# At the end of a text: [Time Frame: 6 months]
_BRACKETED = re.compile(r"\[\s*time\s?frame\s*:?\s*([^\[\]]*)\]?[\s.;]*\Z", re.IGNORECASE)


def time_framed(written: str) -> tuple[str, str | None]:
    """An outcome and its time, where a bracket at the end tells it under that name.

    >>> time_framed("Survival [Time Frame: 2 years]"), time_framed("Survival [OS]")
    (('Survival', '2 years'), ('Survival [OS]', None))
    """
    at = written.rfind("[")
    found = _BRACKETED.match(written, at) if at > 0 else None
    return (written[:at].strip(), found[1].strip() or None) if found else (written, None)
