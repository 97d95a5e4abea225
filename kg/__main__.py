"""Where the command ``kg`` begins: Ctrl-C while modules are read, a tenth of a second, ends it without a traceback."""

from __future__ import annotations

import signal
import sys


def main() -> int:
    """Run one command; see :func:`kg.cli.main`."""
    before = signal.getsignal(signal.SIGINT)
    # One that is ignored stays so.
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from kg import cli

    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, before)
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
