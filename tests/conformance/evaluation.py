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
class Compared:
    """What came of one test.

    :ivar alone: of pyoxigraph in this process.
    :ivar served: through HTTP.
    """

    suites: Suites
    test: Case
    alone: Outcome
    served: Outcome

    @property
    def same(self) -> bool:
        """Whether the verdict is the same for the same reason, and where both are wrong, the wrong answer."""
        one, other = self.alone, self.served
        if one.kind == "failed":
            # Understood, and beyond the engine, such as an unknown function; HTTP has no status that says just this.
            return other.kind != "answered"
        if one.kind != other.kind or self.passes(one) != self.passes(other):
            return False
        if self.passes(one) or one.found is None or other.found is None:
            return True
        return meets(one.found, other.found)

    @property
    def broke(self) -> bool:
        """Whether the server gave its own fault for a reason."""
        return (self.served.status or 0) >= 500

    def passes(self, outcome: Outcome) -> bool:
        """Whether the test's own verdict is good."""
        if not self.test.valid:
            return outcome.kind == "refused"
        if self.test.wanted is None:
            return outcome.kind != "refused"
        if outcome.kind != "answered" or outcome.found is None:
            return False
        return meets(expected(self.suites, self.test.wanted), outcome.found, self.test.lax)

    def described(self, outcome: Outcome) -> str:
        """An outcome in words."""
        verdict = "passes" if self.passes(outcome) else "fails"
        return f"{verdict}, {outcome.kind} {outcome.words}".strip()

    def __str__(self) -> str:
        """On one line."""
        alone, served = self.described(self.alone), self.described(self.served)
        return f"{self.test.name}: pyoxigraph alone {alone}; through HTTP {served}"


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


def compared(suites: Suites, server: Server, tests: list[Case]) -> list[Compared]:
    """What comes of each test, alone and through HTTP."""
    engines: tuple[Engine, Engine] = (Alone(suites), Served(suites, server))
    alone, served = (engine.outcomes(tests) for engine in engines)
    return [Compared(suites, *both) for both in zip(tests, alone, served, strict=True)]


def expected(suites: Suites, wanted: Found | Graphs) -> Found:
    """An answer, or the state that graphs are."""
    return state(dataset(suites, wanted)) if isinstance(wanted, Graphs) else wanted


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
