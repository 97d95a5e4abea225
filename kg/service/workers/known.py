"""What every process knows that answers; loaded once, in the process that they are forked from.

Reading all canned queries takes 0.2 s, which each process that takes the place of one that was killed would need again.
"""

from __future__ import annotations

from kg.query.catalogue import catalogue
from kg.service.workers.code import checksum

QUERIES = catalogue()
CODE = checksum()
