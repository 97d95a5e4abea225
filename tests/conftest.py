"""Options of the tests."""

from __future__ import annotations

import pytest

# Run by hand with what they need: `make fuzz`, `make soak`.
collect_ignore = ["fuzz"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what loaders say of the documents in tests/golden beside them; read it before keeping it",
    )
