"""The laws of the curated tables in data/vocab.

Each law names the table and the row it fails on and says what to do. The tables are read with the csv module alone, so
that a fault in the package cannot hide a fault in the data. Where the reference vocabularies lie beside the repository,
every id is looked up in them and has to carry a name that we use ourselves.
"""

import csv
import functools
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

VOCAB = Path(__file__).resolve().parents[1] / "data" / "vocab"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "vocab"
NEEDS_SHARED = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the reference vocabularies are not at {SHARED}")

Row = dict[str, str]

COLUMNS = {
    "mechanisms": "key label alt_labels broader action targets definition matches",
    "targets": "key label alt_labels kind members hgnc uniprot",
    "drugs": "key label alt_labels kind matches",
    "drug_mechanisms": "drug mechanism source_kind source quote",
    "regimens": "key label alt_labels components source quote",
    "conditions": "key label alt_labels broader matches",
}
KEYED = ["mechanisms", "targets", "drugs", "regimens", "conditions"]
MATCHED = ["mechanisms", "drugs", "conditions"]
LEAST = {"mechanisms": 60, "targets": 100, "drugs": 200, "drug_mechanisms": 200, "regimens": 20, "conditions": 120}
ACTIONS = "inhibitor antagonist agonist blocker degrader binder modulator activator cytotoxic depleter stimulant other"
DRUG_KINDS = "small_molecule antibody antibody_drug_conjugate bispecific_antibody cell_therapy protein peptide"
CLOSED = [
    ("mechanisms", "action", ACTIONS),
    ("targets", "kind", "protein protein_family protein_complex nucleic_acid cell other"),
    ("drugs", "kind", DRUG_KINDS + " vaccine gene_therapy other"),
    ("drug_mechanisms", "source_kind", "registry_text label publication public_table"),
]
FOREIGN = [
    ("mechanisms", "broader", "mechanisms"),
    ("mechanisms", "targets", "targets"),
    ("targets", "members", "targets"),
    ("drug_mechanisms", "drug", "drugs"),
    ("drug_mechanisms", "mechanism", "mechanisms"),
    ("conditions", "broader", "conditions"),
    ("regimens", "components", "drugs"),
]
REQUIRED = {
    "mechanisms": ["label", "definition"],
    "drug_mechanisms": ["source", "quote"],
    "regimens": ["source", "quote"],
}
SOURCE_FORMS = {
    "registry_text": r"NCT\d{8}|data/documents/\S+",
    "publication": r"PMID:\d+|doi:10\.\S+|https?://\S+",
    "label": r"https?://\S+",
    "public_table": r"(FDA (EPC|MoA) N|MeSH (PA )?D|drugtarget 2016, citing ).+",
}
ID_FORMS = {
    "UNII": r"[0-9A-Z]{10}",
    "MESH": r"[CD](\d{6}|\d{9})",
    "NCIT": r"C\d+",
    "CHEBI": r"\d+",
    "CHEMBL.COMPOUND": r"CHEMBL\d+",
    "MONDO": r"\d{7}",
}
UNIPROT = r"[OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d[A-Z][A-Z0-9]{2}\d"
COMMON_WORDS = "all net tumor lead water iap ice mit gold iron salt plan aim act cure hope arm step mine beam epoch"

# MONDO has another parent than the clinical one chosen here; each was looked at.
PARENT_NOT_IN_MONDO = {
    "hematologic-malignancy",  # its term stands beside cancer there, though "hematologic malignancy" is a synonym of it
    "myelodysplastic-syndrome",  # a myeloid neoplasm to the WHO, "myeloid hemopathy" there
    "lymphoplasmacytic-lymphoma",  # "B-cell neoplasm" there
    "cutaneous-t-cell-lymphoma",  # "primary cutaneous lymphoma" there
    "extranodal-nk-t-cell-lymphoma",  # plain "lymphoma" there
    "lung-squamous-cell-carcinoma",  # "lung carcinoma" there, not its non-small cell kind
    "testicular-germ-cell-tumor",  # "neoplasm of testis" there
    "laryngeal-cancer",  # sorted by organ system there: respiratory
    "oral-cavity-cancer",  # sorted by organ system there: digestive
    "glioma",  # "neuroepithelial neoplasm" there
    "medulloblastoma",  # "cerebellar neoplasm" there
}
NAME_EXCEPTIONS: set[str] = set()  # ids that are right although no name of theirs is one of ours; none so far


@functools.cache
def table(name: str) -> list[Row]:
    """The rows of one table; a row of the wrong length fails at once."""
    with (VOCAB / f"{name}.tsv").open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, start=2):
        assert len(row) == len(header), f"{name}.tsv line {number}: {len(row)} cells, not {len(header)}; check the tabs"
    return [dict(zip(header, row, strict=True)) for row in rows]


def at(name: str, row: Row) -> str:
    """Where a fault is: table and first cells."""
    return f"{name}.tsv {row.get('key') or row['drug'] + ' ' + row['mechanism']}:"


def cells(row: Row, column: str) -> list[str]:
    """The entries of a list cell."""
    return row[column].split("|") if row[column] else []


def names(row: Row) -> list[str]:
    """Label and alternative labels."""
    return [row["label"], *cells(row, "alt_labels")]


def folded(text: str) -> str:
    """A name as the matcher sees it: no case, hyphen and blank alike, no plain plural."""
    words = re.sub(r"[\s\-\u2010-\u2015_/]+", " ", text.casefold()).strip().split(" ")
    return " ".join(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words)


def matches(prefix: str, *tables: str) -> Iterator[tuple[str, Row, str]]:
    """Every id of one vocabulary in the `matches` columns, with its row."""
    for name in tables or MATCHED:
        for row in table(name):
            for curie in cells(row, "matches"):
                if curie.startswith(prefix + ":"):
                    yield name, row, curie.removeprefix(prefix + ":")


def refuse(faults: Iterable[str]) -> None:
    """Fail with all faults at once, one a line."""
    found = list(faults)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("name", COLUMNS)
def test_text_is_plain(name: str) -> None:
    """UTF-8, LF, the documented header, no quotes, no stray blanks."""
    raw = (VOCAB / f"{name}.tsv").read_bytes()
    assert raw.endswith(b"\n"), f"{name}.tsv: end the last line too"
    assert b"\r" not in raw, f"{name}.tsv: end lines with LF alone"
    header, *rows = raw.decode("utf-8").split("\n")[:-1]
    assert header == COLUMNS[name].replace(" ", "\t"), f"{name}.tsv: header {header!r} is not that of README.md"
    for number, line in enumerate(rows, start=2):
        assert "||" not in line, f"{name}.tsv line {number}: empty entry in a list"
        for cell in re.split(r"[\t|]", line):
            clean = cell == cell.strip() and "  " not in cell and not cell.startswith('"')
            assert clean, f"{name}.tsv line {number}: take the blank or the quote out of {cell!r}"


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_are_many_sorted_and_filled(name: str) -> None:
    """Not truncated; sorted, so that two people's additions merge; keys fit for an address; no needed cell empty."""
    assert len(table(name)) >= LEAST[name], f"{name}.tsv: {len(table(name))} rows, expected {LEAST[name]} or more"
    columns = COLUMNS[name].split()[: 2 if name == "drug_mechanisms" else 1]
    for before, after in pairwise([tuple(row[column] for column in columns) for row in table(name)]):
        assert before < after, f"{name}.tsv: {after} stands behind {before}: sort by {columns} and drop doubles"
    for row in table(name):
        slug = all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row[column]) for column in columns)
        assert slug, f"{at(name, row)} a key is lower case, digits and single hyphens"
        empty = [column for column in REQUIRED.get(name, ["label"]) if not row[column]]
        assert not empty, f"{at(name, row)} fill in {empty}"


@pytest.mark.parametrize(("name", "column", "allowed"), CLOSED)
def test_closed_lists(name: str, column: str, allowed: str) -> None:
    """Kinds and actions come from a short list that the schema shares."""
    refuse(
        f"{at(name, row)} {column} {row[column]!r} is none of: {allowed}"
        for row in table(name)
        if row[column] not in allowed.split()
    )


@pytest.mark.parametrize(("name", "column", "other"), FOREIGN)
def test_foreign_keys(name: str, column: str, other: str) -> None:
    """Every key that is pointed at exists; a regimen may also name a class, as `mechanism:KEY`."""
    known = {row["key"] for row in table(other)}
    if name == "regimens":
        known |= {f"mechanism:{row['key']}" for row in table("mechanisms")}
    refuse(
        f"{at(name, row)} {column} {key!r} is not in {other}.tsv: add it there or correct it"
        for row in table(name)
        for key in cells(row, column)
        if key not in known
    )


@pytest.mark.parametrize(
    ("name", "column"), [("mechanisms", "broader"), ("targets", "members"), ("conditions", "broader")]
)
def test_hierarchies_end(name: str, column: str) -> None:
    """Going up, or into the members, never comes round."""
    up = {row["key"]: cells(row, column) for row in table(name)}

    def walk(path: tuple[str, ...]) -> None:
        assert path[-1] not in path[:-1], f"{name}.tsv {path[0]}: {column} goes round: {' > '.join(path)}"
        for parent in up.get(path[-1], []):
            walk((*path, parent))

    for key in up:
        walk((key,))


@pytest.mark.parametrize("name", KEYED)
def test_a_name_leads_to_one_row(name: str) -> None:
    """No two rows share a name, also after folding; no row says one twice; none would be found in any text."""
    owner: dict[str, str] = {}
    for row in table(name):
        for text in names(row):
            first = owner.setdefault(folded(text), row["key"])
            assert first == row["key"], f"{at(name, row)} {text!r} stands at {first} already: leave it at one"
            safe = text.casefold() not in COMMON_WORDS.split() and (name != "drugs" or len(text) > 2)
            assert safe, f"{at(name, row)} take {text!r} out: too short or a common word"
        assert len({n.casefold() for n in names(row)}) == len(names(row)), f"{at(name, row)} says a name twice"


def test_sources_can_be_cited() -> None:
    """The source has the form of its kind, is none whose share-alike terms would bind the table, and is quoted."""
    for row in table("drug_mechanisms"):
        where, source = at("drug_mechanisms", row), row["source"]
        assert re.fullmatch(SOURCE_FORMS[row["source_kind"]], source), f"{where} {source!r} is no {row['source_kind']}"
        barred = re.search(r"chembl|iuphar|guidetopharm", source + row["quote"], re.IGNORECASE)
        assert not barred, f"{where} {source!r} may not be used: cite a label, a paper or a public table"
        assert len(row["quote"]) <= 200, f"{where} shorten the quote to 200 characters"


def test_ids_are_well_formed() -> None:
    """Known prefix, local part of the right shape, an id at one row of a table only."""
    for name in MATCHED:
        owner: dict[str, str] = {}
        for row in table(name):
            for curie in cells(row, "matches"):
                prefix, _, local = curie.partition(":")
                assert prefix in ID_FORMS, f"{at(name, row)} {curie!r}: prefix is none of {list(ID_FORMS)}"
                assert re.fullmatch(ID_FORMS[prefix], local), f"{at(name, row)} {curie!r} is malformed"
                first = owner.setdefault(curie, row["key"])
                assert first == row["key"], f"{at(name, row)} {curie} stands at {first} already"
    for row in table("targets"):
        assert re.fullmatch(r"(HGNC:\d+)?", row["hgnc"]), f"{at('targets', row)} {row['hgnc']!r} is no HGNC id"
        assert bool(row["hgnc"]) == (row["kind"] == "protein"), f"{at('targets', row)} HGNC id for a protein, else none"
        wrong = [a for a in cells(row, "uniprot") if not re.fullmatch(UNIPROT, a)]
        assert not wrong, f"{at('targets', row)} {wrong} is no UniProt accession"


def test_iap_and_pd_1_concepts_are_as_agreed() -> None:
    """IAP antagonist, IAP inhibitor, SMAC mimetic: one concept. PD-1 and PD-L1: two, under their axis."""
    of = {folded(text): row for row in table("mechanisms") for text in names(row)}
    for name in ("iap antagonist", "iap inhibitor", "smac mimetic"):
        assert name in of, f"mechanisms.tsv iap-antagonist: {name!r} is missing from its names"
        assert of[name]["key"] == "iap-antagonist", f"mechanisms.tsv {of[name]['key']}: {name!r} is an IAP antagonist"
    assert "bivalent iap antagonist" not in of, "'bivalent' says more than the concept does"
    assert (of["anti pd 1"]["key"], of["anti pd l1"]["key"]) == ("pd-1-inhibitor", "pd-l1-inhibitor")
    assert {of[n]["broader"] for n in ("anti pd 1", "anti pd l1")} == {"pd-1-pd-l1-axis-blockade"}


def lines(name: str) -> Iterator[list[str]]:
    """The rows of one reference table."""
    with gzip.open(SHARED / name, "rt", encoding="utf-8", newline="") as handle:
        for line in handle:
            yield line.rstrip("\r\n").split("\t")


@functools.cache
def mondo() -> dict[str, dict]:
    """MONDO terms by id."""
    with gzip.open(SHARED / "mondo.json.gz", "rt", encoding="utf-8") as handle:
        return {term["id"]: term for term in json.load(handle)}


def reference(prefix: str) -> dict[str, set[str]]:
    """The folded names that a reference vocabulary gives to the ids we cite."""
    wanted = {local for _, _, local in matches(prefix)}
    found: dict[str, set[str]] = defaultdict(set)
    if prefix == "UNII":
        for text, _, code, shown in lines("unii_names.txt.gz"):
            if code in wanted:
                found[code] |= {folded(re.sub(r" \[[^\]]*\]$", "", text)), folded(shown)}
    elif prefix == "MESH":
        for name in ("mesh_descriptors.tsv.gz", "mesh_supplementary.tsv.gz"):
            for code, text, synonyms, *_ in lines(name):
                if code in wanted:
                    found[code] = {folded(each) for each in (text, *synonyms.split("|"))}
    else:
        for code in wanted & mondo().keys():
            found[code] = {folded(each) for each in (mondo()[code]["name"], *mondo()[code].get("synonyms", []))}
    return found


@NEEDS_SHARED
@pytest.mark.parametrize("prefix", ["UNII", "MESH", "MONDO"])
def test_ids_exist_and_carry_our_name(prefix: str) -> None:
    """A mistyped or misread code names something else; then its names do not meet ours."""
    known = reference(prefix)
    for name, row, local in matches(prefix):
        where = f"{at(name, row)} {prefix}:{local}"
        assert local in known, f"{where} is not in the reference list: look it up again"
        by_way_of_mondo = name == "conditions" and prefix == "MESH"  # checked below
        if not (by_way_of_mondo or f"{prefix}:{local}" in NAME_EXCEPTIONS):
            assert set(map(folded, names(row))) & known[local], f"{where} is {sorted(known[local])[:2]} there: wrong?"


@NEEDS_SHARED
def test_condition_codes_and_parents_are_those_of_mondo() -> None:
    """MeSH and NCIt codes are cross-references of the MONDO term, and the parent lies above it there."""
    code = {row["key"]: local for _, row, local in matches("MONDO")}

    def above(local: str) -> set[str]:
        parents = mondo()[local].get("relations", {}).get("is_a", [])
        return set(parents).union(*map(above, parents))

    for row in table("conditions"):
        term = mondo()[code[row["key"]]] if row["key"] in code else {}
        xrefs = {f"{each['namespace']}:{each['id']}" for each in term.get("xrefs", [])}
        odd = {curie for curie in cells(row, "matches") if not curie.startswith("MONDO:")} - xrefs
        assert not odd, f"{at('conditions', row)} {odd} is no cross-reference of its MONDO term"
        for parent in cells(row, "broader"):
            if term and parent in code and row["key"] not in PARENT_NOT_IN_MONDO:
                placed = code[parent] in above(term["id"])
                assert placed, f"{at('conditions', row)} MONDO does not place it under {parent}"


@NEEDS_SHARED
def test_chemical_codes_hang_together() -> None:
    """A ChEBI id follows from the MeSH id under one of our names, an NCIt id from either, a ChEMBL id from ChEBI."""
    named = {(a[1], f"{a[3]}:{a[4].split(':')[-1]}"): folded(a[5]) for a in lines("mesh_mappings.tsv.gz")}
    ncit_of = {(f"NCIT:{a[0]}", a[2]) for a in lines("ncit_map.tsv.gz") if a[1:2] == ["CHEBI"]}
    chembl_of = {(f"CHEMBL.COMPOUND:{a[1]}", f"CHEBI:{a[0]}") for a in lines("chebi_to_chembl.tsv.gz")}
    for row in table("drugs"):
        has = {curie.split(":")[0]: curie for curie in cells(row, "matches")}
        mesh, chebi = has.get("MESH", "").removeprefix("MESH:"), has.get("CHEBI", "")
        good = {curie for curie in has.values() if named.get((mesh, curie)) in set(map(folded, names(row)))}
        good |= {curie for curie in has.values() if (curie, chebi) in ncit_of | chembl_of}
        bad = {curie for prefix, curie in has.items() if prefix not in ("UNII", "MESH")} - good
        assert not bad, f"{at('drugs', row)} {bad} does not follow from MeSH {mesh!r} and {chebi!r}: leave it out"


@NEEDS_SHARED
def test_targets_are_those_of_hgnc() -> None:
    """Symbol, HGNC id and UniProt accession of a protein belong together."""
    known = {a[0]: (a[1].casefold(), a[6].split(", ")) for a in lines("hgnc_entries.tsv.gz")}
    for row in table("targets"):
        if row["hgnc"]:
            symbol, accessions = known.get(row["hgnc"], ("unknown", []))
            assert symbol == row["key"], f"{at('targets', row)} {row['hgnc']} is {symbol}"
            assert set(cells(row, "uniprot")) <= set(accessions), f"{at('targets', row)} UniProt there: {accessions}"
