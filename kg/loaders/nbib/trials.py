"""Trials of a PubMed record in MEDLINE (NBIB) format: those in its databank fields, and those in its words."""

from __future__ import annotations

from kg.evidence import term
from kg.extract.medline_parts import databank_reference
from kg.extract.trial_numbers import databank_numbers, numbered_trial, trial_numbers
from kg.extract.words import Words
from kg.loaders.nbib.source import Source
from kg.model import PublicationLink, TrialIdentifier
from kg.model import predicates as P
from kg.rdf import iris


def trials(source: Source) -> None:
    """Trials that the record gives as its own, and those whose numbers stand in title and abstract."""
    databanks = source.fields.peek("SI")
    source.keep_all("databank_reference", databank_reference, "databank", "SI")
    for field in databanks:
        databank, stroke, _ = field.words.text.partition("/")
        place = field.words.part(len(databank) + len(stroke), len(field.words.text))
        for registry, number, words in databank_numbers(databank, place):
            trial = a_trial(source, (registry, number), words, field.words.part(0, len(databank)))
            if not source.article.says("reports_trial", trial):
                link(source, trial, field.words, "DERIVED", "PUBMED_DATABANK")
            source.article.give("reports_trial", trial, field.words)
    mentioned = set()
    for passage in [passage for passage in source.passages if passage.field in ("title", "abstract")]:
        for registry, number, words in trial_numbers(passage.words):
            if number not in mentioned:
                mentioned.add(number)
                link(source, a_trial(source, (registry, number), words, None), words, "MENTION", "TEXT")


def a_trial(source: Source, found: tuple[str, str], words: Words, databank: Words | None) -> str:
    """A trial under its number, told once however often the number stands in the record.

    :param found: registry and number.
    :param databank: the words that name the registry, if any do.
    """
    registry, number = found
    if number in source.trials:
        source.notes.note(source.trials[number], P.REGISTRY_ID, term(number, "string"), words)
        return source.trials[number]
    source.trials[number] = iri = iris.trial(number)
    key = source.under("identifier", len(source.trials))
    source.keep(numbered_trial(registry, number, key), {"registry_id": words})
    identifier = TrialIdentifier(iri=key, id_value=words.text, id_type="REGISTRY", id_issuer=registry)
    issuer = databank if databank and databank.text == registry else None
    source.keep(identifier, {"id_value": words, "id_issuer": issuer})
    return iri


def link(source: Source, trial: str, words: Words, kind: str, how: str) -> None:
    """A link of the publication with a trial."""
    source.links += 1
    iri, publication = source.under("link", source.links), source.publication
    made = PublicationLink(iri=iri, linked_trial=trial, linked_publication=publication, link_type=kind, link_source=how)
    source.keep(made, {"linked_trial": words})
