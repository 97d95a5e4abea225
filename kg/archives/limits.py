"""How much is taken from an archive: more is refused in one line, and reading goes on behind it."""

from __future__ import annotations

# Text unpacks to about 8 times its size (all of ClinicalTrials.gov as JSON), 10 (a baseline file of PubMed) or, with
# much repetition, 30; deflate can give 1,032 times. Little data may be as repetitive as it likes.
RATIO = 200
FREE = 100_000_000

# A file in a gzip in a zip in a tar.gz in a zip is still read; an archive that holds itself is not, for ever.
DEPTH = 6

# A zip within another archive or from standard input is kept in a temporary file as it is, since its list of members
# stands at its end; all of ClinicalTrials.gov has 3 GB. Up to the lesser number it stays in memory.
SPOOLED = 8_000_000_000
IN_MEMORY = 16_000_000

# Window that .xz may ask for; the highest of its usual settings needs 65 MB.
XZ_MEMORY = 128_000_000
