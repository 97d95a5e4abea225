"""The vocabulary of the graph that canned queries are tried on: of each kind no more than a question needs."""

from __future__ import annotations

from kg.model import Condition, Drug, DrugMechanism, Mechanism, Record, Regimen, Target
from kg.rdf.iris import entity, under


def m(key: str) -> str:
    """A mechanism."""
    return entity("mechanism", key)


def d(key: str) -> str:
    """A drug."""
    return entity("drug", key)


def t(key: str) -> str:
    """A target."""
    return entity("target", key)


def c(key: str) -> str:
    """A condition."""
    return entity("condition", key)


def vocabulary() -> list[Record]:
    """Two branches of mechanisms, a family of targets with two members, drugs of one and of two mechanisms."""
    modulator, family = m("apoptosis-modulator"), m("bcl-2-family-inhibitor")
    antibiotic, topo = m("antitumor-antibiotic"), m("topoisomerase-ii-inhibitor")
    return [
        Mechanism(iri=modulator, label="apoptosis modulator"),
        Mechanism(iri=family, label="BCL-2 family inhibitor", broader=(modulator,), has_target=(t("bcl-2-family"),)),
        Mechanism(iri=m("bcl-2-inhibitor"), label="BCL-2 inhibitor", broader=(family,), has_target=(t("bcl2"),)),
        Mechanism(iri=m("mcl-1-inhibitor"), label="MCL-1 inhibitor", broader=(family,), has_target=(t("mcl1"),)),
        Mechanism(
            iri=m("iap-antagonist"),
            label="IAP antagonist",
            alt_label=("IAP inhibitor", "SMAC mimetic"),
            broader=(modulator,),
        ),
        Mechanism(iri=m("pd-1-inhibitor"), label="PD-1 inhibitor", has_target=(t("pdcd1"),)),
        Mechanism(iri=antibiotic, label="antitumor antibiotic"),
        Mechanism(iri=topo, label="topoisomerase II inhibitor"),
        Target(iri=t("bcl2"), label="BCL-2"),
        Target(iri=t("mcl1"), label="MCL-1"),
        Target(iri=t("bcl-2-family"), label="BCL-2 family", has_member=(t("bcl2"), t("mcl1"))),
        Target(iri=t("pdcd1"), label="PD-1", alt_label=("PDCD1",)),
        Drug(iri=d("venetoclax"), label="venetoclax", alt_label=("ABT-199",), has_mechanism=(m("bcl-2-inhibitor"),)),
        Drug(iri=d("aclarubicin"), label="aclarubicin", has_mechanism=(antibiotic, topo)),
        Drug(iri=d("s63845"), label="S63845", has_mechanism=(m("mcl-1-inhibitor"),)),
        Drug(iri=d("apg-1387"), label="APG-1387", has_mechanism=(m("iap-antagonist"),)),
        Drug(iri=d("cytarabine"), label="cytarabine"),
        Condition(iri=c("leukemia"), label="leukemia"),
        Condition(iri=c("t-all"), label="T-cell ALL", broader=(c("leukemia"),)),
        Condition(iri=c("pancreatic-cancer"), label="pancreatic cancer"),
        Regimen(iri=entity("regimen", "ca"), label="CA", regimen_component=(d("cytarabine"), d("aclarubicin"))),
        *(
            claim(drug, mechanism)
            for drug, mechanism in (("venetoclax", "bcl-2-inhibitor"), ("apg-1387", "iap-antagonist"))
        ),
    ]


def claim(drug: str, mechanism: str) -> DrugMechanism:
    """The claim that a drug works so, with a source."""
    return DrugMechanism(
        iri=under(d(drug), mechanism, 1),
        drug=d(drug),
        mechanism=m(mechanism),
        source_kind="PUBLICATION",
        cited_source=(f"source of {drug}",),
        quote=f"{drug} is so",
    )
