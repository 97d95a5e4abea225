"""``python -m tests.conformance [URL]``: the W3C's tests of protocol, graph store and evaluation against a server.

Without an address it starts ``kg serve`` over an empty store of its own. The last line says how many tests of the
protocol and the graph store passed; the exit status is 1 when any failed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.conformance import evaluation
from tests.conformance.cases import cases
from tests.conformance.exchanges import PROTOCOL, STORE, conversations
from tests.conformance.judging import failures
from tests.conformance.sending import SPARQL, Server
from tests.conformance.sending import STORE as GSP
from tests.conformance.servers import ours
from tests.conformance.suites import ARCHIVE, MISSING, Suites


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    words = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    address = "any server's address; everything that it holds is dropped (default: a new `kg serve`)"
    words.add_argument("url", metavar="URL", nargs="?", help=address)
    words.add_argument("--endpoint", metavar="URL", help="the same")
    words.add_argument("--sparql", metavar="PATH", default=SPARQL, help="its path for queries (default: %(default)s)")
    words.add_argument("--update", metavar="PATH", help="its path for updates (default: that for queries)")
    words.add_argument("--gsp", metavar="PATH", default=GSP, help="its graph store's path (default: %(default)s)")
    words.add_argument("--token-file", metavar="FILE", type=Path, help="holds what allows it to write")
    words.add_argument("--suites", metavar="PLACE", type=Path, default=ARCHIVE, help="archive or folder of the tests")
    words.add_argument("--exact", action="store_true", help="want the charset, and media types of HEAD, of others too")
    words.add_argument("--no-evaluation", action="store_true", help="leave out the suites of evaluation and syntax")
    return words


@contextmanager
def server(said: argparse.Namespace) -> Iterator[Server]:
    """The one named, or our own."""
    if said.endpoint is None:
        with ours() as started:
            yield started
        return
    parts = urlsplit(said.endpoint if "://" in said.endpoint else f"http://{said.endpoint}")
    token = said.token_file.read_text().strip() if said.token_file else None
    yield Server(parts.netloc, token=token, query=said.sparql, update=said.update or said.sparql, store=said.gsp)


def evaluated(suites: Suites, place: Server, own: bool) -> int:
    """Run the suites of evaluation, say what came, and count what should not have.

    :raises OSError: when the server does not take their graphs, or is gone.
    """
    tests = evaluation.sorted_out(cases(suites))
    differing = [one for one in evaluation.compared(suites, place, tests.run) if not one.same]
    taken = evaluation.not_refused(suites, place, tests.calling) if own else []
    for line in (*differing, *taken):
        print(line)
    if own:
        print(f"refused: {len(tests.calling) - len(taken)} of {len(tests.calling)} that call by SERVICE or LOAD")
    print(f"left out: {len(tests.entailed)} tests, each {evaluation.ENTAILMENT}")
    print(f"evaluation: {len(tests.run) - len(differing)} of {len(tests.run)} as pyoxigraph alone")
    return len(differing) + len(taken)


def main(words: list[str] | None = None) -> int:
    """Run, print a line for each failure, and the sum."""
    said = parser().parse_args(words)
    said.endpoint = said.endpoint or said.url
    if said.suites == ARCHIVE and MISSING:
        print(f"conformance: {MISSING}; name another place with --suites", file=sys.stderr)
        return 2
    try:
        return conformance(said)
    except OSError as error:
        print(f"conformance: the server could not be asked: {error}", file=sys.stderr)
        return 2


def conformance(said: argparse.Namespace) -> int:
    """Run all that was asked for; 1 when any failed."""
    suites, own, wrong, sums = Suites(said.suites), said.endpoint is None, 0, []
    with server(said) as place:
        for name, paths in (("protocol", PROTOCOL), ("graph store", STORE)):
            tests = conversations(suites, paths)
            failed = failures(place, tests, exact=own or said.exact)
            print(*failed, sep="\n", end="\n" if failed else "")
            sums.append(f"{name}: {len(tests) - len(failed)} of {len(tests)}")
            wrong += len(failed)
        if not said.no_evaluation:
            try:
                wrong += evaluated(suites, place, own)
            except OSError as error:
                print(f"evaluation: not all could be asked: {error}")
                wrong += 1
    print("; ".join(sums))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
