"""Facts about a trial that the words of a publication state; kept apart from what registries state."""

from __future__ import annotations

from kg.evidence import Quote, term
from kg.extract.phase import phases
from kg.model import Observation, Publication
from kg.model import predicates as P
from kg.rdf.iris import under
from kg.rules.conclusions import Conclusions, Known
from kg.vocab import Vocabulary

TITLE = "Facts about trials read from the words of publications"
FIELDS = ("title", "abstract", "keyword")


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:  # noqa: ARG001  (every rule set has this signature)
    """Phases named in publications that report exactly one trial."""
    found = Conclusions("observations", known.reading.record)
    trials = {iri for p in known.all_of(Publication) for iri in getattr(p, "reports_trial", ())}
    if len(trials) != 1:
        return found
    (trial,) = trials
    for passage in known.reading.passages:
        if passage.field not in FIELDS:
            continue
        for tokens, words in phases(passage.words):
            for token in tokens:
                node = under(known.reading.record, "observation", len(found.records) + 1)
                value = term(token, "enum:Phase")
                found.describe(
                    Observation(
                        iri=node, observed_of=trial, observed_property=P.PHASE, observed_value=value, text=words.text
                    )
                )
                quote = Quote.from_passage(words, 0, len(words.text))
                found.conclude(
                    node, P.OBSERVED_VALUE, value, rule=f"phase-in-{passage.field}", quote=quote, basis="STATED"
                )
    return found
