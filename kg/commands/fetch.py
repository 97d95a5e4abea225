"""``kg fetch``: records from ClinicalTrials.gov and PubMed into a folder that ``kg build`` reads."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.fetch.folder import Fetched, Folder

HELP = "get records from ClinicalTrials.gov or PubMed"
DESCRIPTION = (
    "Get records into a folder that kg build reads. A request that was broken off goes on where it stopped, and one\n"
    "that was finished asks only for what is new since then. Requests keep the distance that the services ask for.\n"
    "They go by the proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names, unless NO_PROXY names the service; an\n"
    "authority of your own is trusted where SSL_CERT_FILE or REQUESTS_CA_BUNDLE names the file of its certificate."
)
EXAMPLE = "kg fetch ctgov --query 'xevinapant' --to records && kg build records"
SOURCES = ("ctgov", "pubmed")
KEY = "NCBI_API_KEY"
Tell = Callable[[int, int | None], None]


def configure(parser: ArgumentParser) -> None:
    """What, from where, to where."""
    parser.add_argument("source", choices=SOURCES, help="the service: ctgov is ClinicalTrials.gov")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--query", metavar="WORDS", help="records that match, as in the service's own search box")
    what.add_argument("--id", metavar="NUMBER", nargs="+", help="records by their numbers: NCT04643405, 40975066")
    what.add_argument("--all", action="store_true", help="every study (ctgov)")
    what.add_argument("--baseline", action="store_true", help="all of PubMed: the yearly and the daily files (pubmed)")
    parser.add_argument("--since", metavar="DATE", type=day, help="only what was updated since then, as 2026-01-31")
    parser.add_argument("--to", metavar="DIR", default="records", help="folder to write to (default: records)")
    parser.add_argument("--anew", action="store_true", help="ask for all again, and replace what this request gave")
    parser.add_argument("--url", metavar="URL", help="another address of the service, such as a mirror")
    parser.add_argument("--email", metavar="ADDRESS", help="your address, which NLM likes to know (pubmed)")
    parser.add_argument(
        "--api-key-file", metavar="FILE", help=f"file of an NCBI key for more requests a second (or set {KEY})"
    )


def run(arguments: Namespace) -> int:
    """Fetch, and say in one line what came."""
    from kg.fetch.folder import Folder

    if arguments.source == "pubmed" and arguments.all:
        raise KgError("fetch pubmed: wanted --query, --id or --baseline, found --all")
    if arguments.source == "ctgov" and arguments.baseline:
        raise KgError("fetch ctgov: wanted --query, --id or --all, found --baseline")
    if arguments.query is not None and not arguments.query.strip():
        raise KgError(f"fetch {arguments.source}: wanted words after --query, found none")
    if arguments.query is not None and _has_stray_bytes(arguments.query):
        raise KgError(f"fetch {arguments.source}: wanted words in UTF-8 after --query, found {arguments.query!a}")
    if arguments.since and (arguments.id or arguments.baseline):
        raise KgError("fetch: --since goes with --query or --all")
    try:
        folder = Folder(Path(arguments.to))
        with folder.alone(), shown() as tell:
            found = (ctgov if arguments.source == "ctgov" else pubmed)(arguments, folder, tell)
    except OSError as error:
        raise KgError(f"{arguments.to}: wanted a folder to write to, found {error}") from error
    return told(arguments, found)


def ctgov(arguments: Namespace, folder: Folder, tell: Tell) -> Fetched:
    """Studies of ClinicalTrials.gov."""
    from kg.fetch import ctgov as service
    from kg.fetch.web import Web

    return service.fetch(
        folder,
        Web(service.PER_SECOND),
        query=arguments.query,
        ids=arguments.id or (),
        since=arguments.since,
        anew=arguments.anew,
        url=(arguments.url or service.URL).rstrip("/"),
        tell=tell,
    )


def pubmed(arguments: Namespace, folder: Folder, tell: Tell) -> Fetched:
    """Articles of PubMed."""
    from kg.fetch import baseline, eutils
    from kg.fetch import pubmed as service
    from kg.fetch.web import Web

    if arguments.baseline:
        url = (arguments.url or baseline.URL).rstrip("/")
        return baseline.fetch(folder, Web(baseline.PER_SECOND), url=url, tell=tell)
    key = api_key(arguments.api_key_file)
    web = Web(service.PER_SECOND_WITH_KEY if key else service.PER_SECOND)
    asked = eutils.Service(web, (arguments.url or eutils.URL).rstrip("/"), key, arguments.email)
    if arguments.id:
        return service.fetch_ids(folder, asked, arguments.id, tell)
    return service.fetch(
        folder,
        asked,
        query=arguments.query,
        today=date.today(),
        since=arguments.since,
        anew=arguments.anew,
        tell=tell,
    )


def told(arguments: Namespace, found: Fetched) -> int:
    """Say what came; 1 when the service does not know some of what was asked for, or gave less than it said."""
    what = "files are new" if arguments.baseline else "records"
    of = f" of {found.wanted:,}" if found.wanted is not None else ""
    print(f"kg: {found.records:,}{of} {what} in {arguments.to}; go on with: kg build {arguments.to}", file=sys.stderr)
    if found.missing:
        told = f"kg: {arguments.source} does not know {len(found.missing)} of them: {_shortened(found.missing)}"
        print(told, file=sys.stderr)
    if found.gone:
        print(
            f"kg: {arguments.source} no longer gives {len(found.gone):,} that were in {arguments.to}, and they went:"
            f" {_shortened(found.gone)}; a graph keeps them until kg remove {arguments.source}/{found.gone[0]}"
            f"{' …' if found.gone[1:] else ''}",
            file=sys.stderr,
        )
    short = 0 if arguments.baseline or arguments.id else max(0, (found.wanted or 0) - found.records)
    if short:
        print(
            f"kg: {arguments.source} gave {short:,} fewer than it said; ask for all again with --anew", file=sys.stderr
        )
    return 1 if found.missing or short else 0


def _has_stray_bytes(words: str) -> bool:
    """Whether words came in another charset than UTF-8, so that nobody knows which letters they are."""
    return any("\ud800" <= letter <= "\udfff" for letter in words)


def _shortened(numbers: tuple[str, ...]) -> str:
    return ", ".join(numbers[:10]) + (", …" if len(numbers) > 10 else "")


@contextmanager
def shown() -> Iterator[Tell]:
    """A counter on a terminal, on a line of its own; nothing elsewhere."""
    drawn = False

    def show(done: int, of: int | None) -> None:
        nonlocal drawn
        drawn = sys.stderr.isatty()
        if drawn:
            print(f"\r{done:,}{f' of {of:,}' if of is not None else ''}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if drawn:
            print(file=sys.stderr)


def api_key(path: str | None) -> str | None:
    """The key from a file or the environment, so that it does not stand among the arguments of a process."""
    if path is None:
        return os.environ.get(KEY) or None
    try:
        return Path(path).read_text(encoding="utf-8").strip() or None
    except OSError as error:
        raise KgError(f"{path}: wanted a file with an API key, found {error}") from error


def day(written: str) -> str:
    """A day as ``YYYY-MM-DD``.

    :raises ArgumentTypeError: for anything else, and for days to come, of which the services know nothing yet.
    """
    try:
        found = date.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"wanted a day such as 2026-01-31, found {written!r}") from error
    # Where the day is furthest, for nobody knows here which day it is where the question was thought of.
    today = datetime.now(timezone(timedelta(hours=14))).date()
    if found > today:
        raise ArgumentTypeError(
            f"wanted a day that has begun somewhere, found {found}, and it is no later than {today}"
        )
    return found.isoformat()
