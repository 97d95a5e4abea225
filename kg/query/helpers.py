"""Canned queries as typed methods.

Generated from queries/*/*.rq by `python -m kg.query.generate`; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from kg.query.answers import Rows, Value

RowT = TypeVar("RowT")


class EligibilityItemsByTrialRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.eligibility_items_by_trial`.

    :ivar trial: The trial.
    :ivar polarity: Inclusion or exclusion; empty where the record does not tell. None where unknown.
    :ivar position: Place in the list, from 1. None where unknown.
    :ivar number: Number or bullet as printed. None where unknown.
    :ivar level: Depth in a nested list; the outermost is 1. None where unknown.
    :ivar text: The words as written.
    :ivar item: The criterion as one record gives it.
    """

    trial: str
    polarity: str | None
    position: int | None
    number: str | None
    level: int | None
    text: str
    item: str


class ArmsAndDrugsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.arms_and_drugs`.

    :ivar trial: The trial.
    :ivar arm: The arm as one record gives it; empty where it does not tell the arm. None where unknown.
    :ivar arm_label: Name of the arm. None where unknown.
    :ivar arm_type: Role of the arm in the comparison. None where unknown.
    :ivar words: What is given, as the record names it. None where unknown.
    :ivar given: The drug, mechanism or regimen that the words mean; empty where they are not mapped. None where
        unknown.
    :ivar given_label: Its preferred name. None where unknown.
    :ivar role: What it is for in this arm. None where unknown.
    :ivar dose: Dose as written. None where unknown.
    :ivar node: The intervention as it is given in this arm, or as the record lists it where no arm is told; empty where
        the arm gives nothing. None where unknown.
    """

    trial: str
    arm: str | None
    arm_label: str | None
    arm_type: str | None
    words: str | None
    given: str | None
    given_label: str | None
    role: str | None
    dose: str | None
    node: str | None


class ComparatorsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.comparators`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar arm: The comparator arm; empty where the record tells of the drug and not of the arm. None where unknown.
    :ivar arm_label: Name of the arm. None where unknown.
    :ivar kind: Kind of arm, or the role of the drug.
    :ivar drug: The drug.
    :ivar sponsor: Who leads, as a document names them. None where unknown.
    """

    trial: str
    title: str | None
    arm: str | None
    arm_label: str | None
    kind: str
    drug: str
    sponsor: str | None


class RegimensRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.regimens`.

    :ivar mention: The regimen as the document defines it.
    :ivar name: Short name as the document writes it.
    :ivar regimen: The regimen of the vocabulary that has this name and these parts. None where unknown.
    :ivar component: Drug or mechanism that belongs to it.
    :ivar component_label: Its preferred name.
    :ivar document: The document that defines it.
    :ivar quote: The words that define it. None where unknown.
    """

    mention: str
    name: str
    regimen: str | None
    component: str
    component_label: str
    document: str
    quote: str | None


class TreatmentStepsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.treatment_steps`.

    :ivar trial: The trial.
    :ivar epoch: The phase of treatment or follow-up.
    :ivar position: Place of the phase in the protocol, from 1. None where unknown.
    :ivar name: Name of the phase. None where unknown.
    :ivar step: Place of the step in its phase, from 1. None where unknown.
    :ivar condition: When the step applies. None where unknown.
    :ivar action: What is then done. None where unknown.
    :ivar rule: The step as a thing with an address. None where unknown.
    """

    trial: str
    epoch: str
    position: int | None
    name: str | None
    step: int | None
    condition: str | None
    action: str | None
    rule: str | None


class UsesOfDrugRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.uses_of_drug`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar phase: Phase, the lowest and highest where there are several. None where unknown.
    :ivar arm: The arm as one record gives it; empty where it does not tell the arm. None where unknown.
    :ivar arm_label: Name of the arm. None where unknown.
    :ivar words: What is given, as the record names it. None where unknown.
    :ivar role: What it is for in this arm. None where unknown.
    :ivar dose: Dose as written. None where unknown.
    :ivar node: The intervention as it is given in this arm, or as the record lists it where no arm is told.
    """

    trial: str
    title: str | None
    phase: str | None
    arm: str | None
    arm_label: str | None
    words: str | None
    role: str | None
    dose: str | None
    node: str


class DrugMechanismSourcesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.drug_mechanism_sources`.

    :ivar drug: The drug.
    :ivar drug_label: Preferred name of the drug.
    :ivar mechanism: The mechanism.
    :ivar mechanism_label: Preferred name of the mechanism.
    :ivar source_kind: What kind of source it is. None where unknown.
    :ivar source: What the claim rests on. None where unknown.
    :ivar quote: The words or row of the source. None where unknown.
    :ivar claim: The claim as a thing with an address.
    """

    drug: str
    drug_label: str
    mechanism: str
    mechanism_label: str
    source_kind: str | None
    source: str | None
    quote: str | None
    claim: str


class FirstTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.first_trials`.

    :ivar sponsor: The organisation that leads.
    :ivar sponsor_label: Its name; the first in order of letters where there are several.
    :ivar first_start: Start of its earliest trial; the first day where only the month is known.
    :ivar trials: How many of its trials test the mechanism, those without a start too [trials].
    """

    sponsor: str
    sponsor_label: str
    first_start: str
    trials: int


class MechanismPairsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.mechanism_pairs`.

    :ivar trial: The trial.
    :ivar arm: The arm as one record gives it.
    :ivar arm_label: Name of the arm. None where unknown.
    :ivar mechanism_a: One mechanism of the pair, the first in order of addresses.
    :ivar label_a: Preferred name of the one.
    :ivar mechanism_b: The other mechanism of the pair.
    :ivar label_b: Preferred name of the other.
    """

    trial: str
    arm: str
    arm_label: str | None
    mechanism_a: str
    label_a: str
    mechanism_b: str
    label_b: str


class MechanismsTestedRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.mechanisms_tested`.

    :ivar mechanism: The mechanism.
    :ivar label: Preferred name of the mechanism.
    :ivar trials: How many trials [trials].
    """

    mechanism: str
    label: str
    trials: int


class Phase1ToPhase3Row(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.phase_1_to_phase_3`.

    :ivar tested: The mechanism.
    :ivar tested_label: Its preferred name.
    :ivar first_phase_1: Start of its earliest phase 1 trial.
    :ivar first_phase_3: Start of its earliest phase 3 trial.
    :ivar months: From the one to the other; negative where phase 3 came first [months].
    """

    tested: str
    tested_label: str
    first_phase_1: str
    first_phase_3: str
    months: int


class PhasesByMechanismRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.phases_by_mechanism`.

    :ivar tested: The mechanism that is tested, the one asked for or a narrower one.
    :ivar tested_label: Its preferred name.
    :ivar phase: One phase; empty where none is given. None where unknown.
    :ivar status: Recruitment status; empty where none is given. None where unknown.
    :ivar trials: How many [trials].
    """

    tested: str
    tested_label: str
    phase: str | None
    status: str | None
    trials: int


class SponsorsByMechanismRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.sponsors_by_mechanism`.

    :ivar organisation: The organisation.
    :ivar name: Its name; the first in order of letters where there are several.
    :ivar part: Whether it leads the trials or supports them.
    :ivar trials: How many trials [trials].
    """

    organisation: str
    name: str
    part: str
    trials: int


class ThingsCalledRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.things_called`.

    :ivar kind: What kind of thing it is.
    :ivar thing: The thing.
    :ivar called: The name that was found.
    :ivar label: The preferred name of the thing; the first in order of letters where documents spell it differently.
        None where unknown.
    """

    kind: str
    thing: str
    called: str
    label: str | None


class AdverseEventsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.adverse_events`.

    :ivar trial: The trial.
    :ivar event_name: Name of the event as written; empty where the record gives none. None where unknown.
    :ivar organ_system: Organ system as written. None where unknown.
    :ivar seriousness: Whether it is serious.
    :ivar group: Title of the group. None where unknown.
    :ivar affected: People who had it [participants].
    :ivar at_risk: People who could have had it [participants]. None where unknown.
    :ivar arm: Arm that the group seems to be. None where unknown.
    :ivar of_group: The group.
    :ivar of_event: The event, of which one record may have several of one name.
    """

    trial: str
    event_name: str | None
    organ_system: str | None
    seriousness: str
    group: str | None
    affected: int
    at_risk: int | None
    arm: str | None
    of_group: str
    of_event: str


class AdverseEventsByMechanismRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.adverse_events_by_mechanism`.

    :ivar event_name: Name of the event in small letters.
    :ivar seriousness: Whether it is serious.
    :ivar trials: Trials that report it [trials].
    :ivar highest_share: Of the people at risk in one group those who had it, where most; empty where none tells these
        [percent]. None where unknown.
    """

    event_name: str
    seriousness: str
    trials: int
    highest_share: Decimal | None


class ComparisonsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.comparisons`.

    :ivar trial: The trial.
    :ivar outcome_name: Name of the outcome.
    :ivar groups: How many groups are compared [groups].
    :ivar method: Method, such as log rank. None where unknown.
    :ivar p_value: P value, as a number or as written. None where unknown.
    :ivar parameter: What is estimated, such as hazard ratio. None where unknown.
    :ivar estimate: The estimate, as a number or as written. None where unknown.
    :ivar lower: Lower end of its interval, as a number or as written. None where unknown.
    :ivar upper: Upper end of its interval, as a number or as written. None where unknown.
    :ivar level: Level of the interval, as a number or as written [percent]. None where unknown.
    :ivar analysis: The analysis in the graph.
    """

    trial: str
    outcome_name: str
    groups: int
    method: str | None
    p_value: Value | None
    parameter: str | None
    estimate: Value | None
    lower: Value | None
    upper: Value | None
    level: Value | None
    analysis: str


class EventTotalsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.event_totals`.

    :ivar trial: The trial.
    :ivar total: What is counted.
    :ivar group: Title of the group. None where unknown.
    :ivar affected: How many of the group [participants]. None where unknown.
    :ivar at_risk: Out of how many [participants]. None where unknown.
    :ivar of_group: The group.
    """

    trial: str
    total: str
    group: str | None
    affected: int | None
    at_risk: int | None
    of_group: str


class MeasuredOutcomesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.measured_outcomes`.

    :ivar trial: The trial.
    :ivar rank: Rank of the outcome. None where unknown.
    :ivar outcome_name: Name of the outcome.
    :ivar group: Title of the group. None where unknown.
    :ivar heading: Heading above the row, such as a visit. None where unknown.
    :ivar row: Name of the row. None where unknown.
    :ivar value: The value, as a number or as written. None where unknown.
    :ivar spread: Spread, as a number or as written. None where unknown.
    :ivar lower: Lower end of the interval, as a number or as written. None where unknown.
    :ivar upper: Upper end of the interval, as a number or as written, such as NA where it was not reached. None where
        unknown.
    :ivar parameter: What is reported, such as Mean. None where unknown.
    :ivar unit: Unit as written. None where unknown.
    :ivar analysed: Out of how many of the group; of the row where it has a number of its own [participants]. None where
        unknown.
    :ivar measurement: The value in the graph.
    """

    trial: str
    rank: str | None
    outcome_name: str
    group: str | None
    heading: str | None
    row: str | None
    value: Value | None
    spread: Value | None
    lower: Value | None
    upper: Value | None
    parameter: str | None
    unit: str | None
    analysed: int | None
    measurement: str


class OutcomesByTrialRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.outcomes_by_trial`.

    :ivar trial: The trial.
    :ivar rank: Primary, secondary or other.
    :ivar position: Place in the list of its rank, from 1. None where unknown.
    :ivar measure: What is measured. None where unknown.
    :ivar description: How it is measured. None where unknown.
    :ivar time_frame: When or over how long it is measured, as written. None where unknown.
    :ivar outcome: The outcome as one record gives it.
    """

    trial: str
    rank: str
    position: int | None
    measure: str | None
    description: str | None
    time_frame: str | None
    outcome: str


class ParticipantFlowRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.participant_flow`.

    :ivar trial: The trial.
    :ivar period: Period of the trial. None where unknown.
    :ivar position: Place of the period. None where unknown.
    :ivar kind: Milestone or reason for dropping out.
    :ivar step: Name of the milestone or reason. None where unknown.
    :ivar group: Title of the group. None where unknown.
    :ivar participants: How many [participants]. None where unknown.
    :ivar count: The count in the graph.
    """

    trial: str
    period: str | None
    position: int | None
    kind: str
    step: str | None
    group: str | None
    participants: int | None
    count: str


class PrimaryOutcomesByYearRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.primary_outcomes_by_year`.

    :ivar year: Year of the start.
    :ivar outcome: Name of the primary outcome as written.
    :ivar trials: How many [trials].
    """

    year: str
    outcome: str
    trials: int


class DisclosuresRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.disclosures`.

    :ivar publication: The publication.
    :ivar kind: What is disclosed.
    :ivar name: Author as the publication names them. None where unknown.
    :ivar author: The author's part in this publication. None where unknown.
    :ivar organisation: Organisation as named. None where unknown.
    :ivar patent: The patent that is disclosed. None where unknown.
    :ivar text: The words as written. None where unknown.
    :ivar disclosure: The disclosure as a thing with an address.
    """

    publication: str
    kind: str
    name: str | None
    author: str | None
    organisation: str | None
    patent: str | None
    text: str | None
    disclosure: str


class InvestigatorsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.investigators`.

    :ivar name: Name as the record gives it. None where unknown.
    :ivar person: The person.
    :ivar office: Which office the person holds. None where unknown.
    :ivar affiliation: Where the person works, in the words of the record. None where unknown.
    :ivar trial: The trial.
    :ivar role: The person's part as one record gives it.
    """

    name: str | None
    person: str
    office: str | None
    affiliation: str | None
    trial: str
    role: str


class PeopleOfOrganisationsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.people_of_organisations`.

    :ivar organisation: The organisation.
    :ivar name: Name of the person as the document gives it. None where unknown.
    :ivar person: The person.
    :ivar text: The words of the affiliation.
    :ivar document: The document that says so; empty where that is not known. None where unknown.
    """

    organisation: str
    name: str | None
    person: str
    text: str
    document: str | None


class WhoWorksForWhomRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.who_works_for_whom`.

    :ivar name: Name of the person as the document gives it. None where unknown.
    :ivar person: The person.
    :ivar how: Affiliation or disclosed employment.
    :ivar text: The words of the affiliation, or the organisation that the disclosure names.
    :ivar organisation_known: The organisation that the words mean, where that is known. None where unknown.
    :ivar document: The document that says so; empty where that is not known. None where unknown.
    """

    name: str | None
    person: str
    how: str
    text: str
    organisation_known: str | None
    document: str | None


class DocumentsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.documents`.

    :ivar document: The document.
    :ivar registry: Registry or database that published it. None where unknown.
    :ivar record_id: Its key there.
    :ivar describes: The trial or publication that it is the record of. None where unknown.
    :ivar format: Loader that read it. None where unknown.
    :ivar file_name: Name of the file it came in. None where unknown.
    :ivar size: Length [bytes]. None where unknown.
    :ivar sha256: SHA-256 checksum of its bytes in hexadecimal. None where unknown.
    :ivar version: Version or revision date of this copy. None where unknown.
    :ivar rights: Rights statement as the source gives it. None where unknown.
    """

    document: str
    registry: str | None
    record_id: str
    describes: str | None
    format: str | None
    file_name: str | None
    size: int | None
    sha256: str | None
    version: str | None
    rights: str | None


class NamesInDocumentRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.names_in_document`.

    :ivar document: The document.
    :ivar start: Place of the first character in the document, counted from 0 [characters]. None where unknown.
    :ivar quote: The words as written. None where unknown.
    :ivar named: The thing that is named.
    :ivar named_label: Its preferred name.
    :ivar matched: The name of the vocabulary that the words matched. None where unknown.
    :ivar match: How they matched it. None where unknown.
    :ivar field: Rule that found them, which tells the field of the document. None where unknown.
    :ivar evidence: The evidence as a thing with an address.
    """

    document: str
    start: int | None
    quote: str | None
    named: str
    named_label: str
    matched: str | None
    match: str | None
    field: str | None
    evidence: str


class WhoSaysSoRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.who_says_so`.

    :ivar property: Property that is stated.
    :ivar object: What is stated.
    :ivar source: Graph that holds the statement.
    :ivar document: Document or table that the evidence comes from. None where unknown.
    :ivar basis: Stated, derived from the document alone, or inferred with outside knowledge. None where unknown.
    :ivar quote: The words of the document that it rests on. None where unknown.
    :ivar start: Place of the first character of the quote in the document, counted from 0 [characters]. None where
        unknown.
    :ivar end: Place after its last character [characters]. None where unknown.
    :ivar rule: The rule that made the statement; empty for what is plainly stated. None where unknown.
    :ivar confidence: How far the rule is to be trusted from 0 to 1; empty for what is plainly stated. None where
        unknown.
    :ivar evidence: The evidence as a thing with an address. None where unknown.
    """

    property: str
    object: Value
    source: str
    document: str | None
    basis: str | None
    quote: str | None
    start: int | None
    end: int | None
    rule: str | None
    confidence: Decimal | None
    evidence: str | None


class AuthorsOfPublicationRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.authors_of_publication`.

    :ivar publication: The publication.
    :ivar position: Place among the authors, from 1. None where unknown.
    :ivar name: Name as printed. None where unknown.
    :ivar corresponding: Whether the affiliation gives an address for letters.
    :ivar affiliation: The words as printed. None where unknown.
    :ivar person: The person. None where unknown.
    :ivar author: The author's part in this publication.
    """

    publication: str
    position: int | None
    name: str | None
    corresponding: bool
    affiliation: str | None
    person: str | None
    author: str


class FactsInPublicationsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.facts_in_publications`.

    :ivar trial: The trial or arm that the words are about.
    :ivar property: What is said of it.
    :ivar value: What it is said to be.
    :ivar value_label: Name of the value where it is a thing. None where unknown.
    :ivar words: The words as written. None where unknown.
    :ivar observation: The observation as a thing with an address.
    """

    trial: str
    property: str
    value: Value
    value_label: str | None
    words: str | None
    observation: str


class PapersOfSeveralTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.papers_of_several_trials`.

    :ivar publication: The paper.
    :ivar pmid: PubMed number. None where unknown.
    :ivar title: Title of the paper. None where unknown.
    :ivar trials: How many it is linked with [trials].
    :ivar trial: One of them.
    """

    publication: str
    pmid: str | None
    title: str | None
    trials: int
    trial: str


class RetractedPapersRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.retracted_papers`.

    :ivar publication: The paper.
    :ivar pmid: PubMed number. None where unknown.
    :ivar title: Title of the paper. None where unknown.
    :ivar notice: Kind of notice; a paper that is marked and has a notice too has a row for each.
    :ivar words: The notice as cited. None where unknown.
    :ivar touched: A trial that it is linked with. None where unknown.
    :ivar link_type: What the paper is to that trial. None where unknown.
    """

    publication: str
    pmid: str | None
    title: str | None
    notice: str
    words: str | None
    touched: str | None
    link_type: str | None


class TrialPublicationsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trial_publications`.

    :ivar trial: The trial.
    :ivar publication: The publication.
    :ivar pmid: PubMed number. None where unknown.
    :ivar title: Title of the publication, where its own record was read. None where unknown.
    :ivar link_type: What the publication is to the trial.
    :ivar link_source: How the link is known.
    :ivar confidence: From 0 to 1. None where unknown.
    :ivar link: The link as a thing with an address.
    :ivar citation: The publication as the record of the trial cites it. None where unknown.
    """

    trial: str
    publication: str
    pmid: str | None
    title: str | None
    link_type: str
    link_source: str
    confidence: Decimal | None
    link: str
    citation: str | None


class ConflictsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.conflicts`.

    :ivar kind: Conflict or unusual.
    :ivar document: The document that it stands in.
    :ivar label: The words. None where unknown.
    :ivar description: What the difficulty is. None where unknown.
    :ivar about: The thing in the document that it concerns; empty where that is the document alone. None where unknown.
    :ivar issue: The difficulty as a thing with an address.
    """

    kind: str
    document: str
    label: str | None
    description: str | None
    about: str | None
    issue: str


class TrialUnknownsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trial_unknowns`.

    :ivar trial: The trial.
    :ivar gap: Whether it is missing or a name is not mapped.
    :ivar what: What is missing, or what kind of name it is.
    :ivar words: The name that is not mapped. None where unknown.
    :ivar node: Where the name stands. None where unknown.
    """

    trial: str
    gap: str
    what: str
    words: str | None
    node: str | None


class UnmappedNamesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.unmapped_names`.

    :ivar kind: What kind of name it is.
    :ivar words: The name.
    :ivar times: In how many places it stands [places].
    """

    kind: str
    words: str
    times: int


class UnreadAgesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.unread_ages`.

    :ivar trial: The trial.
    :ivar limit: Least or greatest age.
    :ivar words: The limit as written.
    :ivar eligibility: The criteria as one record gives them.
    """

    trial: str
    limit: str
    words: str
    eligibility: str


class UnreadWordsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.unread_words`.

    :ivar document: The document that it stands in.
    :ivar label: The words. None where unknown.
    :ivar description: What the difficulty is. None where unknown.
    :ivar about: The thing in the document that it concerns; empty where that is the document alone. None where unknown.
    :ivar issue: The difficulty as a thing with an address.
    """

    document: str
    label: str | None
    description: str | None
    about: str | None
    issue: str


class DataSharingRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.data_sharing`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar plan: Whether data will be shared.
    :ivar description: Which data and how, as written. None where unknown.
    :ivar time_frame: From when and how long. None where unknown.
    :ivar access: Who may have them and for what. None where unknown.
    """

    trial: str
    title: str | None
    plan: str
    description: str | None
    time_frame: str | None
    access: str | None


class EnrolmentBySponsorClassRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.enrolment_by_sponsor_class`.

    :ivar sponsor_class: Class of the lead sponsor; empty where none is given. None where unknown.
    :ivar phase: One phase; empty where none is given. None where unknown.
    :ivar kind: Whether the numbers are actual or estimated; empty where the documents say neither or both. None where
        unknown.
    :ivar trials: How many [trials].
    :ivar participants: Sum over the trials [participants].
    """

    sponsor_class: str | None
    phase: str | None
    kind: str | None
    trials: int
    participants: int


class NewTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.new_trials`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar posted: Day of the first posting as the registry gives it.
    :ivar document: The record that says so.
    """

    trial: str
    title: str | None
    posted: str
    document: str


class PublishingRestrictionsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.publishing_restrictions`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar sponsor: Who leads, as a document names them. None where unknown.
    :ivar restricted: Whether an agreement restricts investigators.
    :ivar kind: For how long results may be held back, or that the agreement is of another kind. None where unknown.
    :ivar agreement: The agreement in the words of the sponsor. None where unknown.
    :ivar report: What the record says of its results.
    """

    trial: str
    title: str | None
    sponsor: str | None
    restricted: bool
    kind: str | None
    agreement: str | None
    report: str


class RecruitingSitesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.recruiting_sites`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar site: Name of the place; empty where none is given. None where unknown.
    :ivar city: City or town. None where unknown.
    :ivar country: Country as written. None where unknown.
    :ivar status: Recruitment status of the site, else of the trial.
    :ivar minimum_age: Least age as written. None where unknown.
    :ivar maximum_age: Greatest age as written. None where unknown.
    :ivar sex: Who may take part. None where unknown.
    :ivar place: The site as its record lists it.
    """

    trial: str
    title: str | None
    site: str | None
    city: str | None
    country: str | None
    status: str
    minimum_age: str | None
    maximum_age: str | None
    sex: str | None
    place: str


class RegistryNumbersRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.registry_numbers`.

    :ivar trial: The trial.
    :ivar number: The identifier as written.
    :ivar issuer: Registry or organisation that issued it. None where unknown.
    :ivar kind: Kind of identifier. None where unknown.
    """

    trial: str
    number: str
    issuer: str | None
    kind: str | None


class SameTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.same_trials`.

    :ivar trial: The trial.
    :ivar other: A trial under whose number it is listed, or that is listed under its number.
    :ivar number: The number that both have.
    :ivar listed: The one of the two that a document gives the number of the other.
    :ivar kind: What the document says the number is. None where unknown.
    """

    trial: str
    other: str
    number: str
    listed: str
    kind: str | None


class SitesByCountryRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.sites_by_country`.

    :ivar country: Country as written.
    :ivar trials: Trials with a site there [trials].
    :ivar sites: Sites of those trials there [sites].
    """

    country: str
    trials: int
    sites: int


class SmallTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.small_trials`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar enrolment: Number of participants [participants].
    :ivar counted: Whether the number is actual or estimated; empty where documents say neither or both. None where
        unknown.
    """

    trial: str
    title: str | None
    enrolment: int
    counted: str | None


class StoppedTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.stopped_trials`.

    :ivar trial: The trial.
    :ivar registry_id: Number in a registry; the first in order of letters where there are several. None where unknown.
    :ivar title: Short title of the trial. None where unknown.
    :ivar status: Recruitment status of the trial.
    :ivar reason: The words of the registry. None where unknown.
    """

    trial: str
    registry_id: str | None
    title: str | None
    status: str
    reason: str | None


class TrialDatesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trial_dates`.

    :ivar trial: The trial.
    :ivar event: What happens on the date.
    :ivar date: The date as its source gives it.
    :ivar certainty: Whether it is actual or estimated, where the source says; empty where documents differ on the date.
        None where unknown.
    :ivar dated: The trial, or the record whose own date it is.
    """

    trial: str
    event: str
    date: str
    certainty: str | None
    dated: str


class TrialSitesRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trial_sites`.

    :ivar trial: The trial.
    :ivar site: The site as one record lists it.
    :ivar name: Name of the site. None where unknown.
    :ivar city: City or town. None where unknown.
    :ivar region: State, province or region. None where unknown.
    :ivar country_name: Country as the record writes it. None where unknown.
    :ivar status: Recruitment status of this trial at this place. None where unknown.
    :ivar organisation: What the name of the site means. None where unknown.
    """

    trial: str
    site: str
    name: str | None
    city: str | None
    region: str | None
    country_name: str | None
    status: str | None
    organisation: str | None


class TrialsByConditionRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trials_by_condition`.

    :ivar trial: The trial.
    :ivar registry_id: Number in a registry; the first in order of letters where there are several. None where unknown.
    :ivar title: Short title of the trial. None where unknown.
    :ivar studied: The condition that is studied, the one asked for or a narrower one.
    :ivar studied_label: Preferred name of the condition.
    :ivar phase: Phase, the lowest and highest where there are several. None where unknown.
    :ivar status: Recruitment status; two rows where documents differ. None where unknown.
    """

    trial: str
    registry_id: str | None
    title: str | None
    studied: str
    studied_label: str
    phase: str | None
    status: str | None


class TrialsByDrugRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trials_by_drug`.

    :ivar trial: The trial.
    :ivar registry_id: Number in a registry; the first in order of letters where there are several. None where unknown.
    :ivar title: Short title of the trial. None where unknown.
    :ivar tested: The drug that was asked for.
    :ivar tested_label: Its preferred name.
    :ivar phase: Phase, the lowest and highest where there are several. None where unknown.
    :ivar status: Recruitment status; two rows where documents differ. None where unknown.
    """

    trial: str
    registry_id: str | None
    title: str | None
    tested: str
    tested_label: str
    phase: str | None
    status: str | None


class TrialsByMechanismRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trials_by_mechanism`.

    :ivar trial: The trial.
    :ivar registry_id: Number in a registry; the first in order of letters where there are several. None where unknown.
    :ivar title: Short title of the trial. None where unknown.
    :ivar tested: The mechanism that is tested, the one asked for or a narrower one.
    :ivar tested_label: Its preferred name.
    :ivar drug: Drug that works so and is given; empty where the record names only the class. None where unknown.
    :ivar drug_label: Preferred name of the drug. None where unknown.
    :ivar phase: Phase, the lowest and highest where there are several. None where unknown.
    :ivar status: Recruitment status; two rows where documents differ. None where unknown.
    """

    trial: str
    registry_id: str | None
    title: str | None
    tested: str
    tested_label: str
    drug: str | None
    drug_label: str | None
    phase: str | None
    status: str | None


class TrialsBySponsorClassRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trials_by_sponsor_class`.

    :ivar year: Year of the start.
    :ivar sponsor_class: Class of the lead sponsor.
    :ivar trials: How many [trials].
    """

    year: str
    sponsor_class: str
    trials: int


class TrialsByTargetRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.trials_by_target`.

    :ivar trial: The trial.
    :ivar registry_id: Number in a registry; the first in order of letters where there are several. None where unknown.
    :ivar title: Short title of the trial. None where unknown.
    :ivar acts_on: The target of the mechanism, the one asked for, a part of it or a whole that it belongs to.
    :ivar acts_on_label: Preferred name of the target.
    :ivar tested: The mechanism that is tested.
    :ivar tested_label: Its preferred name.
    :ivar drug: Drug that works so and is given; empty where the record names only the class. None where unknown.
    :ivar drug_label: Preferred name of the drug. None where unknown.
    :ivar phase: Phase, the lowest and highest where there are several. None where unknown.
    :ivar status: Recruitment status; two rows where documents differ. None where unknown.
    """

    trial: str
    registry_id: str | None
    title: str | None
    acts_on: str
    acts_on_label: str
    tested: str
    tested_label: str
    drug: str | None
    drug_label: str | None
    phase: str | None
    status: str | None


class UnreportedTrialsRow(Struct, frozen=True, gc=False):
    """A row of :meth:`Helpers.unreported_trials`.

    :ivar trial: The trial.
    :ivar title: Short title of the trial. None where unknown.
    :ivar ended: End of measuring the primary outcome, else of the trial; the first day where only the month is known.
    :ivar sponsor: Who leads, as a document names them. None where unknown.
    :ivar other_papers: Papers that carry its number and are not said to report results [publications].
    """

    trial: str
    title: str | None
    ended: str
    sponsor: str | None
    other_papers: int


class Helpers:
    """A method for every canned query.

    Where an argument is a thing, give its name, another name of it, its number (such as ``NCT04643405`` or a PubMed
    number), its address, or a prefixed name (``drug:venetoclax``). Every method raises QueryError for an argument that
    is missing, of the wrong type, or names no thing or more than one.
    """

    def _rows(self, name: str, row: type[RowT], arguments: Mapping[str, object]) -> Rows[RowT]:
        """The answer to a canned query as rows of a class that takes its columns in order."""
        raise NotImplementedError

    def eligibility_items_by_trial(self, trial: str | Iterable[str]) -> Rows[EligibilityItemsByTrialRow]:
        """Who may take part in a trial, criterion by criterion?

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :returns: rows of trial (trial), polarity (string), position (integer), number (string), level (integer), text
            (string), item (iri).
        """
        return self._rows("eligibility_items_by_trial", EligibilityItemsByTrialRow, {"trial": trial})

    def arms_and_drugs(self, trial: str | Iterable[str]) -> Rows[ArmsAndDrugsRow]:
        """What does each arm of a trial give, in which role and dose?

        A row for each drug, drug class or other intervention of an arm. An entry that names several things has a row
        for each of them and none of its own. An arm that gives nothing has one row; what the record does not say which
        arm gives, as where it has no arms, has rows without an arm.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :returns: rows of trial (trial), arm (iri), arm_label (string), arm_type (string), words (string), given (iri),
            given_label (string), role (string), dose (string), node (iri).
        """
        return self._rows("arms_and_drugs", ArmsAndDrugsRow, {"trial": trial})

    def comparators(self, drug: str | Iterable[str]) -> Rows[ComparatorsRow]:
        """In which trials is a drug the comparator, and who leads them?

        Arms that a record calls a comparator and that give the drug; drugs given in all arms as background are among
        them where a comparator arm gives them. Registries that tell of no arms call the drug itself a comparator, which
        has a row without an arm.

        :param drug: The drug. Several may be given, any of which is enough.
        :returns: rows of trial (trial), title (string), arm (iri), arm_label (string), kind (string), drug (drug),
            sponsor (string).
        """
        return self._rows("comparators", ComparatorsRow, {"drug": drug})

    def regimens(self, *, part: str | Iterable[str] | None = None) -> Rows[RegimensRow]:
        """Which regimens do documents define, and of which parts?

        A regimen is defined where the words of a document give its short name with its parts, in either order.

        :param part: Drug that belongs to the regimen. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :returns: rows of mention (iri), name (string), regimen (regimen), component (iri), component_label (string),
            document (document), quote (string).
        """
        return self._rows("regimens", RegimensRow, {"part": part})

    def treatment_steps(self, trial: str | Iterable[str]) -> Rows[TreatmentStepsRow]:
        """Which phases of treatment does a protocol have, and what is done next on which condition?

        The periods that a record of CTIS lists. No loader reads the steps within them from the words of a protocol yet.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :returns: rows of trial (trial), epoch (iri), position (integer), name (string), step (integer), condition
            (string), action (string), rule (iri).
        """
        return self._rows("treatment_steps", TreatmentStepsRow, {"trial": trial})

    def uses_of_drug(self, drug: str | Iterable[str]) -> Rows[UsesOfDrugRow]:
        """In which trials and arms is a drug given, in which role and dose?

        Comparator and supportive uses count. A drug that belongs to a regimen counts where the arm gives the regimen. A
        record that does not tell which arm gives the drug, or has no arms, has a row without one.

        :param drug: The drug, by any of its names. Several may be given, any of which is enough.
        :returns: rows of trial (trial), title (string), phase (string), arm (iri), arm_label (string), words (string),
            role (string), dose (string), node (iri).
        """
        return self._rows("uses_of_drug", UsesOfDrugRow, {"drug": drug})

    def drug_mechanism_sources(
        self, *, drug: str | Iterable[str] | None = None, mechanism: str | Iterable[str] | None = None
    ) -> Rows[DrugMechanismSourcesRow]:
        """Why does the graph say that a drug works by a mechanism?

        :param drug: The drug, by any of its names. Several may be given, any of which is enough. Left out, it restricts
            nothing.
        :param mechanism: The mechanism itself; narrower ones do not count. Several may be given, any of which is
            enough. Left out, it restricts nothing.
        :returns: rows of drug (drug), drug_label (string), mechanism (mechanism), mechanism_label (string), source_kind
            (string), source (string), quote (string), claim (iri).
        """
        return self._rows("drug_mechanism_sources", DrugMechanismSourcesRow, {"drug": drug, "mechanism": mechanism})

    def first_trials(self, mechanism: str | Iterable[str]) -> Rows[FirstTrialsRow]:
        """Which sponsor was first to test a mechanism, and when?

        One row a lead sponsor with the start of its earliest trial of the mechanism or a narrower one, the earliest
        first. Starts may be planned ones, and a month without a day counts as its first day; a sponsor none of whose
        trials tells its start has no row.

        :param mechanism: The mechanism or drug class; narrower ones count. Several may be given, any of which is
            enough.
        :returns: rows of sponsor (organisation), sponsor_label (string), first_start (date), trials (integer, trials).
        """
        return self._rows("first_trials", FirstTrialsRow, {"mechanism": mechanism})

    def mechanism_pairs(self, *, mechanism: str | Iterable[str] | None = None) -> Rows[MechanismPairsRow]:
        """Which mechanisms are tested together in one arm?

        Each pair of an arm once, whichever of the two is asked for. Two mechanisms that one drug has by itself are no
        pair, nor are a mechanism and a broader one. Asked of no mechanism, it looks at the 100 arms whose trials have
        the last registry numbers.

        :param mechanism: One of the pair; narrower ones count. Several may be given, any of which is enough. Left out,
            it restricts nothing.
        :returns: rows of trial (trial), arm (iri), arm_label (string), mechanism_a (mechanism), label_a (string),
            mechanism_b (mechanism), label_b (string).
        """
        return self._rows("mechanism_pairs", MechanismPairsRow, {"mechanism": mechanism})

    def mechanisms_tested(self) -> Rows[MechanismsTestedRow]:
        """Which mechanisms are tested, and in how many trials?

        A trial counts for the mechanism of what it gives, not for broader ones.

        :returns: rows of mechanism (mechanism), label (string), trials (integer, trials).
        """
        return self._rows("mechanisms_tested", MechanismsTestedRow, {})

    def phase_1_to_phase_3(self, *, mechanism: str | Iterable[str] | None = None) -> Rows[Phase1ToPhase3Row]:
        """How long from the first phase 1 trial of a mechanism to its first phase 3 trial?

        Starts as the trials give them, planned ones included; a start without a day counts as the first of its month or
        year. Joint phases count for both. Only mechanisms with trials of both phases have a row.

        :param mechanism: A mechanism or drug class; each narrower one is counted for itself. Several may be given, any
            of which is enough. Left out, it restricts nothing.
        :returns: rows of tested (mechanism), tested_label (string), first_phase_1 (date), first_phase_3 (date), months
            (integer, months).
        """
        return self._rows("phase_1_to_phase_3", Phase1ToPhase3Row, {"mechanism": mechanism})

    def phases_by_mechanism(self, mechanism: str | Iterable[str]) -> Rows[PhasesByMechanismRow]:
        """How many trials test a mechanism, by phase and status?

        A trial of a joint phase counts in both; one of which two documents give another status counts under each.
        Narrower mechanisms have rows of their own.

        :param mechanism: The mechanism or drug class; narrower ones count. Several may be given, any of which is
            enough.
        :returns: rows of tested (mechanism), tested_label (string), phase (string), status (string), trials (integer,
            trials).
        """
        return self._rows("phases_by_mechanism", PhasesByMechanismRow, {"mechanism": mechanism})

    def sponsors_by_mechanism(self, mechanism: str | Iterable[str]) -> Rows[SponsorsByMechanismRow]:
        """Who sponsors trials of a mechanism, or of a narrower one?

        :param mechanism: The mechanism or drug class; narrower ones count. Several may be given, any of which is
            enough.
        :returns: rows of organisation (organisation), name (string), part (string), trials (integer, trials).
        """
        return self._rows("sponsors_by_mechanism", SponsorsByMechanismRow, {"mechanism": mechanism})

    def things_called(self, name: str | Iterable[str]) -> Rows[ThingsCalledRow]:
        """What in the graph is called so?

        Drugs, mechanisms, targets, conditions and regimens are found by a part of a name, in any case; trials,
        publications, journals, people and organisations, of which there may be millions, by a whole name or number as
        it is written. Names of things only, not the words of documents.

        :param name: A name, or a part of one where parts are looked for. Several may be given, any of which is enough.
        :returns: rows of kind (string), thing (iri), called (string), label (string).
        """
        return self._rows("things_called", ThingsCalledRow, {"name": name})

    def adverse_events(
        self, trial: str | Iterable[str], *, event: str | None = None, at_least: int | None = None
    ) -> Rows[AdverseEventsRow]:
        """Which adverse events did how many of each group have, out of how many?

        One row an event and group of a trial's results, with the arm that the group seems to be. Groups that are pooled
        from others of the same results are left out, so that no person counts twice; even so numbers of groups must not
        be summed where their people may overlap, as in a crossover. Kinds of event that nobody of a group had are among
        the rows where at_least is 0.

        :param trial: A trial with results. Several may be given, any of which is enough.
        :param event: Part of the name of the event, in any case. Left out, it restricts nothing.
        :param at_least: Only counts of at least so many people [participants]. Left out, it is 1.
        :returns: rows of trial (trial), event_name (string), organ_system (string), seriousness (string), group
            (string), affected (integer, participants), at_risk (integer, participants), arm (iri), of_group (iri),
            of_event (iri).
        """
        return self._rows("adverse_events", AdverseEventsRow, {"trial": trial, "event": event, "at_least": at_least})

    def adverse_events_by_mechanism(
        self, mechanism: str | Iterable[str], *, event: str | None = None
    ) -> Rows[AdverseEventsByMechanismRow]:
        """Which adverse events do the trials of a mechanism report, and in how many of them?

        Kinds of event that at least one person had, by name in any case. Trials are counted, never people: groups of
        one trial may share people, and those of a comparator are among them. The highest share is that of one group,
        and of groups that are pooled from others of the same results none is looked at.

        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough.
        :param event: Part of the name of the event, in any case. Left out, it restricts nothing.
        :returns: rows of event_name (string), seriousness (string), trials (integer, trials), highest_share (decimal,
            percent).
        """
        return self._rows("adverse_events_by_mechanism", AdverseEventsByMechanismRow, {"mechanism": mechanism, "event": event})

    def comparisons(self, trial: str | Iterable[str]) -> Rows[ComparisonsRow]:
        """Which groups of a trial were compared, by which method, with which estimate?

        One row an analysis of a measured outcome. What is no plain number, such as a p value of <0.001 or an end of an
        interval that was not reached, is given as written.

        :param trial: A trial with results. Several may be given, any of which is enough.
        :returns: rows of trial (trial), outcome_name (string), groups (integer, groups), method (string), p_value
            (term), parameter (string), estimate (term), lower (term), upper (term), level (term, percent), analysis
            (iri).
        """
        return self._rows("comparisons", ComparisonsRow, {"trial": trial})

    def event_totals(
        self, mechanism: str | Iterable[str], *, trial: str | Iterable[str] | None = None
    ) -> Rows[EventTotalsRow]:
        """How many of each group died, or had any serious event, out of how many?

        Totals that registries print for each group: deaths of any cause, people with any serious event, people with any
        other event. Groups that are pooled from others of the same results are left out.

        :param trial: A trial with results. Several may be given, any of which is enough. Left out, it restricts
            nothing.
        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough.
        :returns: rows of trial (trial), total (string), group (string), affected (integer, participants), at_risk
            (integer, participants), of_group (iri).
        """
        return self._rows("event_totals", EventTotalsRow, {"trial": trial, "mechanism": mechanism})

    def measured_outcomes(self, trial: str | Iterable[str], *, outcome: str | None = None) -> Rows[MeasuredOutcomesRow]:
        """What was measured in each group of a trial, and what came of it?

        One row a value: outcome, group, heading and row of its table, value with its spread or limits. Values that are
        no plain number are given as written.

        :param trial: A trial with results. Several may be given, any of which is enough.
        :param outcome: Part of the name of the outcome, in any case. Left out, it restricts nothing.
        :returns: rows of trial (trial), rank (string), outcome_name (string), group (string), heading (string), row
            (string), value (term), spread (term), lower (term), upper (term), parameter (string), unit (string),
            analysed (integer, participants), measurement (iri).
        """
        return self._rows("measured_outcomes", MeasuredOutcomesRow, {"trial": trial, "outcome": outcome})

    def outcomes_by_trial(self, trial: str | Iterable[str]) -> Rows[OutcomesByTrialRow]:
        """What does a trial plan to measure, how and when?

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :returns: rows of trial (trial), rank (string), position (integer), measure (string), description (string),
            time_frame (string), outcome (iri).
        """
        return self._rows("outcomes_by_trial", OutcomesByTrialRow, {"trial": trial})

    def participant_flow(self, trial: str | Iterable[str]) -> Rows[ParticipantFlowRow]:
        """How many of each group started, finished and dropped out, and why?

        One row a period, milestone or reason, and group, as the results of a trial print them.

        :param trial: A trial with results. Several may be given, any of which is enough.
        :returns: rows of trial (trial), period (string), position (integer), kind (string), step (string), group
            (string), participants (integer, participants), count (iri).
        """
        return self._rows("participant_flow", ParticipantFlowRow, {"trial": trial})

    def primary_outcomes_by_year(self, condition: str | Iterable[str]) -> Rows[PrimaryOutcomesByYearRow]:
        """Which primary outcomes do trials of a condition choose, year by year?

        Names of outcomes as written, so that one outcome in two wordings is two; the year is that of the start.

        :param condition: The condition; narrower ones count. Several may be given, any of which is enough.
        :returns: rows of year (string), outcome (string), trials (integer, trials).
        """
        return self._rows("primary_outcomes_by_year", PrimaryOutcomesByYearRow, {"condition": condition})

    def disclosures(self, *, publication: str | Iterable[str] | None = None) -> Rows[DisclosuresRow]:
        """What do the authors of a publication disclose?

        No loader reads disclosures from statements of interests yet, so there are no rows; the words are kept as
        tg:competingInterestText. No row for an author means that nothing was read, not that nothing is declared.

        :param publication: The publication, by PubMed number, DOI, title or address. Several may be given, any of which
            is enough. Left out, it restricts nothing.
        :returns: rows of publication (publication), kind (string), name (string), author (iri), organisation (string),
            patent (iri), text (string), disclosure (iri).
        """
        return self._rows("disclosures", DisclosuresRow, {"publication": publication})

    def investigators(
        self, *, trial: str | Iterable[str] | None = None, person: str | Iterable[str] | None = None
    ) -> Rows[InvestigatorsRow]:
        """Who are the investigators of trials, in which office and where do they work?

        Asked of neither a trial nor a person, it answers of the 50 trials with the last registry numbers.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :param person: The person, by name or address. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :returns: rows of name (string), person (person), office (string), affiliation (string), trial (trial), role
            (iri).
        """
        return self._rows("investigators", InvestigatorsRow, {"trial": trial, "person": person})

    def people_of_organisations(self, organisation: str | Iterable[str]) -> Rows[PeopleOfOrganisationsRow]:
        """Who works at an organisation, as documents print it?

        Affiliations whose words are known to mean the organisation; where that is not known there is no row, though
        some may mean it too. Each row is what one document says as of its day.

        :param organisation: The organisation, by name or address. Several may be given, any of which is enough.
        :returns: rows of organisation (organisation), name (string), person (person), text (string), document
            (document).
        """
        return self._rows("people_of_organisations", PeopleOfOrganisationsRow, {"organisation": organisation})

    def who_works_for_whom(
        self, person: str | Iterable[str], *, organisation: str | Iterable[str] | None = None
    ) -> Rows[WhoWorksForWhomRow]:
        """Who works where, and who is employed by whom, as documents say it?

        Affiliations that articles and registry records print, and employment that authors disclose. Each row is what
        one document says as of its day. Employment is not sponsorship.

        :param person: The person, by name or address. Several may be given, any of which is enough.
        :param organisation: Words of the name of the organisation, in any case. Several may be given, any of which is
            enough. Left out, it restricts nothing.
        :returns: rows of name (string), person (person), how (string), text (string), organisation_known
            (organisation), document (document).
        """
        return self._rows("who_works_for_whom", WhoWorksForWhomRow, {"person": person, "organisation": organisation})

    def documents(self, *, before: str | date | None = None) -> Rows[DocumentsRow]:
        """Which documents was the graph built from?

        The 100 whose copies are newest by version or revision date, those without one last; ask with an earlier date
        for those before.

        :param before: The copy is older than this day, month or year. Left out, it restricts nothing.
        :returns: rows of document (document), registry (string), record_id (string), describes (iri), format (string),
            file_name (string), size (integer, bytes), sha256 (string), version (string), rights (string).
        """
        return self._rows("documents", DocumentsRow, {"before": before})

    def names_in_document(self, document: str | Iterable[str]) -> Rows[NamesInDocumentRow]:
        """Which drugs, mechanisms, targets and conditions do the words of a document name, and where?

        :param document: The document, by its number in its source, file name or address. Several may be given, any of
            which is enough.
        :returns: rows of document (document), start (integer, characters), quote (string), named (iri), named_label
            (string), matched (string), match (string), field (string), evidence (iri).
        """
        return self._rows("names_in_document", NamesInDocumentRow, {"document": document})

    def who_says_so(self, subject: str, *, predicate: str | Iterable[str] | None = None) -> Rows[WhoSaysSoRow]:
        """Who says something of a thing, in which words, and by which rule was it concluded?

        A row for each graph that holds a statement with the thing as subject, and for each piece of evidence for it
        there. The graph is a document, a set of rules, or the vocabulary.

        :param subject: The thing, by address, number or name.
        :param predicate: Property of the schema, such as tg:testsMechanism. Several may be given, any of which is
            enough. Left out, it restricts nothing.
        :returns: rows of property (iri), object (term), source (iri), document (iri), basis (string), quote (string),
            start (integer, characters), end (integer, characters), rule (string), confidence (decimal), evidence (iri).
        """
        return self._rows("who_says_so", WhoSaysSoRow, {"subject": subject, "predicate": predicate})

    def authors_of_publication(self, publication: str | Iterable[str]) -> Rows[AuthorsOfPublicationRow]:
        """Who wrote a publication, in which order and from where?

        An author with several affiliations has a row for each.

        :param publication: The publication, by PubMed number, DOI, title or address. Several may be given, any of which
            is enough.
        :returns: rows of publication (publication), position (integer), name (string), corresponding (boolean),
            affiliation (string), person (person), author (iri).
        """
        return self._rows("authors_of_publication", AuthorsOfPublicationRow, {"publication": publication})

    def facts_in_publications(self, *, trial: str | Iterable[str] | None = None) -> Rows[FactsInPublicationsRow]:
        """What do publications say of a trial in their own words?

        These facts stay with the document that states them and never overwrite what a registry states.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :returns: rows of trial (iri), property (iri), value (term), value_label (string), words (string), observation
            (iri).
        """
        return self._rows("facts_in_publications", FactsInPublicationsRow, {"trial": trial})

    def papers_of_several_trials(
        self, *, publication: str | Iterable[str] | None = None
    ) -> Rows[PapersOfSeveralTrialsRow]:
        """Which papers report several trials?

        Papers whose records, or whose trials' records, link them with two trials or more; links made only because the
        words name a number are left out. One row a paper and trial; a trial under the numbers of two registries is two
        (see same_trials).

        :param publication: A paper. Several may be given, any of which is enough. Left out, it restricts nothing.
        :returns: rows of publication (publication), pmid (string), title (string), trials (integer, trials), trial
            (trial).
        """
        return self._rows("papers_of_several_trials", PapersOfSeveralTrialsRow, {"publication": publication})

    def retracted_papers(self, *, trial: str | Iterable[str] | None = None) -> Rows[RetractedPapersRow]:
        """Which papers were retracted or warned of, and which trials do they touch?

        Papers with a notice of retraction, whole or in part, of retraction with republication, or an expression of
        concern, and papers that PubMed marks as "Retracted Publication"; the trials are those that any document links
        with the paper, however.

        :param trial: A trial that the paper is linked with. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :returns: rows of publication (publication), pmid (string), title (string), notice (string), words (string),
            touched (trial), link_type (string).
        """
        return self._rows("retracted_papers", RetractedPapersRow, {"trial": trial})

    def trial_publications(
        self, *, trial: str | Iterable[str] | None = None, publication: str | Iterable[str] | None = None
    ) -> Rows[TrialPublicationsRow]:
        """Which publications are linked with a trial, as what, and how is that known?

        Asked of neither a trial nor a publication, it answers of the 50 trials with the last registry numbers.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :param publication: The publication, by PubMed number, DOI, title or address. Several may be given, any of which
            is enough. Left out, it restricts nothing.
        :returns: rows of trial (trial), publication (publication), pmid (string), title (string), link_type (string),
            link_source (string), confidence (decimal), link (iri), citation (string).
        """
        return self._rows("trial_publications", TrialPublicationsRow, {"trial": trial, "publication": publication})

    def conflicts(self, *, document: str | Iterable[str] | None = None) -> Rows[ConflictsRow]:
        """Where does a document contradict itself or say something unusual?

        Every reading is kept; this is the list of places that need a second look: the first 200, those of the newest
        documents first, by version or revision date.

        :param document: The document, by its number in its source, file name or address. Several may be given, any of
            which is enough. Left out, it restricts nothing.
        :returns: rows of kind (string), document (iri), label (string), description (string), about (iri), issue (iri).
        """
        return self._rows("conflicts", ConflictsRow, {"document": document})

    def trial_unknowns(self, trial: str | Iterable[str]) -> Rows[TrialUnknownsRow]:
        """What does the graph not know about a trial?

        A row for each thing that trials usually have and this one lacks, and for each name in its records that nothing
        is known to stand behind. Missing means that no document loaded here says it, not that it is so nowhere.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :returns: rows of trial (trial), gap (string), what (string), words (string), node (iri).
        """
        return self._rows("trial_unknowns", TrialUnknownsRow, {"trial": trial})

    def unmapped_names(self, *, trial: str | Iterable[str] | None = None) -> Rows[UnmappedNamesRow]:
        """Which names in records of trials mean nothing that the graph knows?

        Written alike, they make one row. Parts of an entry stand for the entry. Asked of no trial, it answers of the
        100 trials with the last registry numbers.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough. Left out, it
            restricts nothing.
        :returns: rows of kind (string), words (string), times (integer, places).
        """
        return self._rows("unmapped_names", UnmappedNamesRow, {"trial": trial})

    def unread_ages(self) -> Rows[UnreadAgesRow]:
        """Which trials have an age limit in words that were not read as a number?

        :returns: rows of trial (trial), limit (string), words (string), eligibility (iri).
        """
        return self._rows("unread_ages", UnreadAgesRow, {})

    def unread_words(self) -> Rows[UnreadWordsRow]:
        """Which words of documents could no rule read?

        :returns: rows of document (iri), label (string), description (string), about (iri), issue (iri).
        """
        return self._rows("unread_words", UnreadWordsRow, {})

    def data_sharing(self, mechanism: str | Iterable[str]) -> Rows[DataSharingRow]:
        """Which trials share data of their participants, and how are they had?

        What the records plan; a plan is no promise, and data may be had without one.

        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough.
        :returns: rows of trial (trial), title (string), plan (string), description (string), time_frame (string),
            access (string).
        """
        return self._rows("data_sharing", DataSharingRow, {"mechanism": mechanism})

    def enrolment_by_sponsor_class(
        self, *, mechanism: str | Iterable[str] | None = None
    ) -> Rows[EnrolmentBySponsorClassRow]:
        """How many participants are planned and enrolled, by class of sponsor and phase?

        Each trial counts once in each of its phases, with the largest of its numbers. Where one document plans a number
        and another counts one, their kind is left empty, for it is not known which is which.

        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough. Left out, it restricts nothing.
        :returns: rows of sponsor_class (string), phase (string), kind (string), trials (integer, trials), participants
            (integer, participants).
        """
        return self._rows("enrolment_by_sponsor_class", EnrolmentBySponsorClassRow, {"mechanism": mechanism})

    def new_trials(self, since: str | date, *, mechanism: str | Iterable[str] | None = None) -> Rows[NewTrialsRow]:
        """Which trials were first made public on or after a day?

        :param since: First day, month or year that counts.
        :param mechanism: Mechanism or drug class that the trial tests; narrower ones count. Several may be given, any
            of which is enough. Left out, it restricts nothing.
        :returns: rows of trial (trial), title (string), posted (date), document (document).
        """
        return self._rows("new_trials", NewTrialsRow, {"since": since, "mechanism": mechanism})

    def publishing_restrictions(self, mechanism: str | Iterable[str]) -> Rows[PublishingRestrictionsRow]:
        """In which trials may the sponsor restrict what investigators publish of the results?

        Trials with results in a registry whose record tells of an agreement with principal investigators. Records
        without such a statement, often because the sponsor employs the investigators, give no row.

        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough.
        :returns: rows of trial (trial), title (string), sponsor (string), restricted (boolean), kind (string),
            agreement (string), report (iri).
        """
        return self._rows("publishing_restrictions", PublishingRestrictionsRow, {"mechanism": mechanism})

    def recruiting_sites(
        self, condition: str | Iterable[str], *, mechanism: str | Iterable[str] | None = None, country: str | None = None
    ) -> Rows[RecruitingSitesRow]:
        """Where are trials of a condition recruiting?

        Sites that are recruiting or will be, of trials that are too; a site without a status has that of its trial. Age
        limits and sex are those of the record; whether someone may take part is decided there.

        :param condition: A condition that the trial studies; narrower ones count. Several may be given, any of which is
            enough.
        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough. Left out, it restricts nothing.
        :param country: Country as records write it, such as China, in any case. Left out, it restricts nothing.
        :returns: rows of trial (trial), title (string), site (string), city (string), country (string), status
            (string), minimum_age (string), maximum_age (string), sex (string), place (iri).
        """
        return self._rows("recruiting_sites", RecruitingSitesRow, {"condition": condition, "mechanism": mechanism, "country": country})

    def registry_numbers(self, trial: str | Iterable[str]) -> Rows[RegistryNumbersRow]:
        """Under which numbers do registries and organisations list a trial?

        Every identifier of every document about the trial, with who issued it; a former number is of the same trial.

        :param trial: The trial. Several may be given, any of which is enough.
        :returns: rows of trial (trial), number (string), issuer (string), kind (string).
        """
        return self._rows("registry_numbers", RegistryNumbersRow, {"trial": trial})

    def same_trials(self, *, trial: str | Iterable[str] | None = None) -> Rows[SameTrialsRow]:
        """Which trials of the graph are listed under each other's numbers?

        One trial that is registered twice has a node for each registry's number. Each pair of trials where a document
        about one gives the number of the other has a row for either. Most are one trial; some are a trial and the one
        that it extends.

        :param trial: A trial. Several may be given, any of which is enough. Left out, it restricts nothing.
        :returns: rows of trial (trial), other (trial), number (string), listed (trial), kind (string).
        """
        return self._rows("same_trials", SameTrialsRow, {"trial": trial})

    def sites_by_country(
        self, condition: str | Iterable[str], *, mechanism: str | Iterable[str] | None = None
    ) -> Rows[SitesByCountryRow]:
        """In how many places of which countries are trials run?

        Sites as records list them: two records of one trial may list one place twice, which then counts twice.

        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough. Left out, it restricts nothing.
        :param condition: A condition that the trial studies; narrower ones count. Several may be given, any of which is
            enough.
        :returns: rows of country (string), trials (integer, trials), sites (integer, sites).
        """
        return self._rows("sites_by_country", SitesByCountryRow, {"mechanism": mechanism, "condition": condition})

    def small_trials(self, *, most: int | None = None, at_least: int | None = None) -> Rows[SmallTrialsRow]:
        """Which trials enrol fewer people than a given number?

        The 1,000 smallest; for those after, ask again with the last number as at_least. Where documents differ on the
        number, each of theirs that is small has a row.

        :param most: Upper limit, itself not included [participants]. Left out, it is 100.
        :param at_least: Lower limit, itself included [participants]. Left out, it is 0.
        :returns: rows of trial (trial), title (string), enrolment (integer, participants), counted (string).
        """
        return self._rows("small_trials", SmallTrialsRow, {"most": most, "at_least": at_least})

    def stopped_trials(self, *, mechanism: str | Iterable[str] | None = None) -> Rows[StoppedTrialsRow]:
        """Which trials were stopped, withdrawn or suspended, and why?

        :param mechanism: Mechanism or drug class that the trial tests; narrower ones count. Several may be given, any
            of which is enough. Left out, it restricts nothing.
        :returns: rows of trial (trial), registry_id (string), title (string), status (string), reason (string).
        """
        return self._rows("stopped_trials", StoppedTrialsRow, {"mechanism": mechanism})

    def trial_dates(self, trial: str | Iterable[str]) -> Rows[TrialDatesRow]:
        """When does a trial start and end, and when was its record made and changed?

        Dates stand as their source gives them, to the day, month or year.

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :returns: rows of trial (trial), event (string), date (date), certainty (string), dated (iri).
        """
        return self._rows("trial_dates", TrialDatesRow, {"trial": trial})

    def trial_sites(
        self, trial: str | Iterable[str], *, country: str | Iterable[str] | None = None
    ) -> Rows[TrialSitesRow]:
        """Where does a trial take place?

        :param trial: The trial, by number, title or address. Several may be given, any of which is enough.
        :param country: Country as records write it, such as China. Several may be given, any of which is enough. Left
            out, it restricts nothing.
        :returns: rows of trial (trial), site (iri), name (string), city (string), region (string), country_name
            (string), status (string), organisation (organisation).
        """
        return self._rows("trial_sites", TrialSitesRow, {"trial": trial, "country": country})

    def trials_by_condition(self, condition: str | Iterable[str]) -> Rows[TrialsByConditionRow]:
        """Which trials study a condition, or a narrower one?

        :param condition: The disease; narrower ones count. Several may be given, any of which is enough.
        :returns: rows of trial (trial), registry_id (string), title (string), studied (condition), studied_label
            (string), phase (string), status (string).
        """
        return self._rows("trials_by_condition", TrialsByConditionRow, {"condition": condition})

    def trials_by_drug(self, drug: str | Iterable[str]) -> Rows[TrialsByDrugRow]:
        """Which trials test a drug?

        A drug that only comparator arms give is not tested, but by a trial that has no other arms, where the active
        comparators count; uses_of_drug lists all.

        :param drug: The drug, by any of its names. Several may be given, any of which is enough.
        :returns: rows of trial (trial), registry_id (string), title (string), tested (drug), tested_label (string),
            phase (string), status (string).
        """
        return self._rows("trials_by_drug", TrialsByDrugRow, {"drug": drug})

    def trials_by_mechanism(self, mechanism: str | Iterable[str]) -> Rows[TrialsByMechanismRow]:
        """Which trials test a mechanism, or a narrower one?

        A trial tests a mechanism when an arm that is no comparator gives a drug that works so, or the class by name;
        where all arms are comparators, the active ones count. One row a trial, mechanism and drug.

        :param mechanism: The mechanism or drug class; narrower ones count. Several may be given, any of which is
            enough.
        :returns: rows of trial (trial), registry_id (string), title (string), tested (mechanism), tested_label
            (string), drug (drug), drug_label (string), phase (string), status (string).
        """
        return self._rows("trials_by_mechanism", TrialsByMechanismRow, {"mechanism": mechanism})

    def trials_by_sponsor_class(self, *, mechanism: str | Iterable[str] | None = None) -> Rows[TrialsBySponsorClassRow]:
        """How many trials did each class of sponsor start, by year?

        By the class of the lead sponsor and the year of the start, planned starts included.

        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough. Left out, it restricts nothing.
        :returns: rows of year (string), sponsor_class (string), trials (integer, trials).
        """
        return self._rows("trials_by_sponsor_class", TrialsBySponsorClassRow, {"mechanism": mechanism})

    def trials_by_target(self, target: str | Iterable[str]) -> Rows[TrialsByTargetRow]:
        """Which trials act on a target, whatever the drug is called?

        A family or complex counts as its members do, and a member as the families and complexes it belongs to; the
        other members of those do not count.

        :param target: Protein, gene, family or complex. Several may be given, any of which is enough.
        :returns: rows of trial (trial), registry_id (string), title (string), acts_on (target), acts_on_label (string),
            tested (mechanism), tested_label (string), drug (drug), drug_label (string), phase (string), status
            (string).
        """
        return self._rows("trials_by_target", TrialsByTargetRow, {"target": target})

    def unreported_trials(
        self, mechanism: str | Iterable[str], *, before: str | date | None = None
    ) -> Rows[UnreportedTrialsRow]:
        """Which trials ended before a day, with neither results in a registry nor a paper on results?

        Completed and terminated trials whose primary completion, or without one whose completion, was before the day. A
        paper on results is one that a registry links as such; other papers that carry the trial's number are counted,
        for results may stand in them. A month without a day counts as its first day; where documents differ, the later
        day counts.

        :param before: The trial ended before this day. Left out, it is "2026-01-01"^^xsd:date.
        :param mechanism: A mechanism or drug class that is tested; narrower ones count. Several may be given, any of
            which is enough.
        :returns: rows of trial (trial), title (string), ended (date), sponsor (string), other_papers (integer,
            publications).
        """
        return self._rows("unreported_trials", UnreportedTrialsRow, {"before": before, "mechanism": mechanism})
