"""The commands of ``kg``: one a module, with ``HELP``, ``configure(parser)`` and ``run(arguments)``.

They are listed in the order of use; each imports what is heavy only when it runs, so that help is quick.
"""

from __future__ import annotations

COMMANDS = (
    "fetch",
    "build",
    "convert",
    "query",
    "sparql",
    "export",
    "serve",
    "remove",
    "optimize",
    "validate",
    "report",
)
