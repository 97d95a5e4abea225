"""Asking the questions and counting the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from tests.acceptance.graph import HEADER, Evidence, Graph
from tests.acceptance.questions import Absence, Fact, Forbidden, Question, facts, forbidden, not_yet, questions

# The normalisation of questions.normal, in SPARQL.
NORMAL = r'LCASE(REPLACE(REPLACE(STR({0}), "\\s+", " "), "^ |[ .;]+$", ""))'


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a fact is in the graph.

    :ivar why: what is missing; empty where it was found.
    """

    fact: Fact
    why: str

    @property
    def found(self) -> bool:
        """Whether the fact is in the graph with its evidence."""
        return not self.why


@dataclass(frozen=True, slots=True)
class Score:
    """All answers.

    :ivar expected_missing: of each fact that is not expected yet, the reason.
    :ivar found_forbidden: of each forbidden statement that the graph makes, one solution.
    :ivar blind: of every forbidden statement the planted forms that its question did not find.
    """

    answers: list[Answer]
    expected_missing: dict[str, str]
    found_forbidden: dict[str, str]
    blind: dict[str, list[str]]

    @property
    def found(self) -> int:
        """How many facts the graph holds."""
        return sum(answer.found for answer in self.answers)

    @property
    def lost(self) -> list[Answer]:
        """Facts that are expected and not found."""
        return [a for a in self.answers if not a.found and a.fact.id not in self.expected_missing]

    @property
    def gained(self) -> list[Answer]:
        """Facts that are found and were not expected."""
        return [a for a in self.answers if a.found and a.fact.id in self.expected_missing]

    @property
    def line(self) -> str:
        """The score in one line."""
        made = f"{len(self.found_forbidden)} of {len(self.blind)}"
        return f"facts: {self.found} of {len(self.answers)}; forbidden: {made}"

    def report(self) -> str:
        """The score by group, what is not expected, and the score in one line."""
        rows = [f"{'document, group':<20}{'facts':>6}{'found':>7}{'not yet':>9}"]
        for group in dict.fromkeys((a.fact.doc, a.fact.group) for a in self.answers):
            of_group = [a for a in self.answers if (a.fact.doc, a.fact.group) == group]
            found = sum(a.found for a in of_group)
            waiting = sum(a.fact.id in self.expected_missing for a in of_group)
            rows.append(f"{group[0]} · {group[1]:<16}{len(of_group):>6}{found:>7}{waiting or '':>9}")
        rows += [f"lost: {a.fact.id} ({a.fact.fact}: {a.fact.value[:80]}): {a.why}" for a in self.lost]
        rows += [f"gained: {a.fact.id} is found; take it off not_yet.txt" for a in self.gained]
        rows += [f"forbidden: {identifier}: {solution}" for identifier, solution in self.found_forbidden.items()]
        rows += [f"blind: {name} does not find {plant}" for name, plants in self.blind.items() for plant in plants]
        return "\n".join([*rows, self.line])


def take(graph: Graph) -> Score:
    """The score of a graph."""
    asked = questions(graph.texts)
    answers = [Answer(fact, why_missing(fact, asked.get(fact.id), graph)) for fact in facts()]
    rows = forbidden()
    made = {row.id: solution for row in rows if (solution := first(graph, row))}
    return Score(answers, not_yet(), made, {row.id: unseen(graph, row) for row in rows})


def found_in(graph: Graph) -> set[str]:
    """Ids of the facts that a graph holds."""
    asked = questions(graph.texts)
    return {fact.id for fact in facts() if not why_missing(fact, asked.get(fact.id), graph)}


def carriers(graph: Graph) -> Iterator[tuple[Fact, list[Question], list[ox.Quad]]]:
    """Each fact that the graph holds by a statement, with its question and the statements that answer it."""
    asked = questions(graph.texts)
    for fact in facts():
        ways = asked.get(fact.id)
        if isinstance(ways, list) and not why_missing(fact, ways, graph):
            found = ((row, len(way.statements)) for way in ways for row in graph.rows(*select(way), fact.doc))
            quads = [ox.Quad(row[f"s{n}"], row[f"p{n}"], row[f"o{n}"]) for row, count in found for n in range(count)]
            yield fact, ways, quads


def why_missing(fact: Fact, asked: list[Question] | Absence | None, graph: Graph) -> str:
    """What keeps a fact from being found; empty for nothing."""
    if asked is None:
        return "the model has no way to say it"
    if isinstance(asked, Absence):
        if graph.has(asked.absent, fact.doc):
            return "what must be absent is there"
        return "" if graph.has(asked.known, fact.doc) else "what should be known around it is not there"
    reasons = [why_not(fact, question, graph) for question in asked]
    return "" if "" in reasons else max(reasons, key=len)


def why_not(fact: Fact, question: Question, graph: Graph) -> str:
    """What keeps one way of asking from finding a fact."""
    reason = "no such statement"
    for row in graph.rows(*select(question), fact.doc):
        keys = [(row[f"s{n}"], row[f"p{n}"], row[f"o{n}"]) for n in range(len(question.statements))]
        lacking = [why for key in keys if (why := unsupported(fact, graph.evidence.get(key, []), graph))]
        if not lacking:
            return ""
        reason = lacking[0]
    return reason


def select(question: Question) -> tuple[str, str]:
    """Variables and pattern of one way of asking."""
    variables, patterns = [], [question.context, "." if question.context else ""]
    for number, one in enumerate(question.statements):
        thing = one.object or f"?value{number}"
        patterns.append(f"{one.subject} {one.predicate} {thing} .")
        if one.value is not None:
            value = one.value.replace("\\", "\\\\").replace('"', '\\"')
            patterns.append(f'FILTER ({NORMAL.format(thing)} = "{value}")')
        variables.append(f"({one.subject} AS ?s{number}) ({one.predicate} AS ?p{number}) ({thing} AS ?o{number})")
    return " ".join(variables), " ".join(patterns)


def unsupported(fact: Fact, evidence: Iterable[Evidence], graph: Graph) -> str:
    """Why evidence does not bear a fact out; empty where it does."""
    evidence = list(evidence)
    if fact.kind == "D":
        if any(one.basis == "STATED" and not one.rule for one in evidence):
            return "said to be stated, and it only follows"
        return "" if any(one.basis != "STATED" or one.rule for one in evidence) else "not marked as derived"
    record = graph.things[fact.doc]["record"]
    there = [e for e in evidence if e.record == record and e.start < fact.end and e.end > fact.start]
    if not there:
        places = ", ".join(f"{one.start}:{one.end}" for one in evidence) or "none"
        return f"said, but without evidence at {fact.start}:{fact.end}; there is {places}"
    wrong = [e for e in there if e.exact != " ".join(graph.texts[fact.doc][e.start : e.end].split())]
    return f"the quote {wrong[0].exact!r} is not what stands at {wrong[0].start}:{wrong[0].end}" if wrong else ""


def first(graph: Graph, row: Forbidden) -> str:
    """One solution of the question for a forbidden statement, for people; empty for none."""
    solutions = graph.rows("*", row.find, row.id[1])
    solution = next(iter(solutions), None)
    if solution is None:
        return ""
    told = [name for name in solutions.variables if solution[name] is not None]
    return ", ".join(f"{name} = {solution[name]}" for name in told) or "as asked"


def unseen(graph: Graph, row: Forbidden) -> list[str]:
    """Planted forms of a forbidden statement that its question does not find in a graph that makes them.

    A form is added to the graph in memory and taken out again.
    """
    blind = []
    for plant in row.plants:
        quads = list(ox.parse(turtle(graph, row, plant), format=ox.RdfFormat.TURTLE))
        fresh = [quad for quad in quads if quad not in graph.store]
        graph.store.extend(fresh)
        if not fresh or not first(graph, row):
            blind.append(plant)
        for quad in fresh:
            graph.store.remove(quad)
    return blind


def turtle(graph: Graph, row: Forbidden, plant: str) -> str:
    """A planted form in full, with the addresses of the record, publication and trial in it."""
    things = graph.things[row.id[1]]
    for name, iri in things.items():
        plant = plant.replace(f"?{name}", f"<{iri}>")
    return f"{HEADER}PREFIX here: <{things['record']}/planted/>\n{plant} ."
