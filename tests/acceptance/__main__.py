"""The score of the graph built from the two shipped documents: ``python -m tests.acceptance``."""

from __future__ import annotations

import sys

from tests.acceptance.graph import build
from tests.acceptance.score import take


def main() -> int:
    """Print the score; 1 when a fact is lost or gained or a forbidden statement is made."""
    score = take(build())
    print(score.report())
    return int(bool(score.lost or score.gained or score.found_forbidden or any(score.blind.values())))


if __name__ == "__main__":
    sys.exit(main())
