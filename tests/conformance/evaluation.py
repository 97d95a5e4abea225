"""The evaluation and syntax suites through HTTP: of each test the same must come as of pyoxigraph alone."""

from __future__ import annotations

from dataclasses import dataclass

from tests.conformance.cases import Case, Graphs
from tests.conformance.engines import Alone, Engine, Outcome, Served, dataset, state
from tests.conformance.results import Found, meets
from tests.conformance.sending import QUERY, SPARQL, UPDATE, Server
from tests.conformance.suites import Suites

# Why tests are not run like the others.
ENTAILMENT = "wants an entailment regime, which neither the engine nor the service claims"
CALLS = "calls another server by SERVICE or LOAD, which is refused with 403"


@dataclass(frozen=True)
class Difference:
    """A test of which not the same came."""

    test: str
    alone: str
    served: str

    def __str__(self) -> str:
        """On one line."""
        return f"{self.test}: pyoxigraph alone {self.alone}, through HTTP {self.served}"


@dataclass(frozen=True)
class Sorted:
    """The tests by how they are run.

    :ivar run: through HTTP and by pyoxigraph alone.
    :ivar calling: those that call other servers, which must be refused.
    :ivar entailed: those that are left out.
    """

    run: list[Case]
    calling: list[Case]
    entailed: list[Case]


def sorted_out(tests: list[Case]) -> Sorted:
    """Tests by how they are run."""
    entailed = [test for test in tests if test.entailed]
    calling = [test for test in tests if test.calls and not test.entailed]
    return Sorted([test for test in tests if not test.calls and not test.entailed], calling, entailed)


def differences(suites: Suites, server: Server, tests: list[Case]) -> list[Difference]:
    """The tests of which something else comes through HTTP."""
    engines: tuple[Engine, Engine] = (Alone(suites), Served(suites, server))
    alone, served = (engine.outcomes(tests) for engine in engines)
    return [
        Difference(test.name, described(suites, test, one), described(suites, test, other))
        for test, one, other in zip(tests, alone, served, strict=True)
        if not alike(suites, test, one, other)
    ]


def alike(suites: Suites, test: Case, one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes are the same verdict, and where both are wrong, wrong in the same way."""
    if passes(suites, test, one) != passes(suites, test, other):
        return False
    if passes(suites, test, one):
        return True
    if one.kind != other.kind or one.found is None or other.found is None:
        return one.kind == other.kind
    return meets(one.found, other.found)


def passes(suites: Suites, test: Case, outcome: Outcome) -> bool:
    """Whether a test's own verdict is good."""
    if not test.valid:
        return outcome.kind == "refused"
    if test.wanted is None:
        return outcome.kind != "refused"
    if outcome.kind != "answered" or outcome.found is None:
        return False
    return meets(expected(suites, test.wanted), outcome.found, test.lax)


def expected(suites: Suites, wanted: Found | Graphs) -> Found:
    """An answer, or the state that graphs are."""
    return state(dataset(suites, wanted)) if isinstance(wanted, Graphs) else wanted


def described(suites: Suites, test: Case, outcome: Outcome) -> str:
    """An outcome in words."""
    verdict = "passes" if passes(suites, test, outcome) else "fails"
    return f"{verdict}, {outcome.kind} {outcome.words}".strip()


def not_refused(suites: Suites, server: Server, tests: list[Case]) -> list[str]:
    """The tests that call other servers and are not refused for that, each with what came; in words."""
    asked = Served(suites, server)
    asked.fill([])
    found = []
    for test in tests:
        status = asked.sent(SPARQL, UPDATE if test.updates else QUERY, test).status
        # What has faults of its own beside may be refused for those.
        if status != 403 and (test.valid or status != 400):
            found.append(f"{test.name}: wanted 403, found {status}")
    return found
