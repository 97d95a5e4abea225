"""The same trial pages as other browsers copy them: what they say must come back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from kg.document import Document, Reading
from kg.extract.page_labels import HEADINGS, LABELS
from kg.loaders.trial_page import FORMAT
from kg.model import Arm, Contact, Evidence, Intervention, Issue, Outcome, RegistryRecord, Trial

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests/golden/trial_page"
PAGES = [ROOT / "data/documents/pd1-ven-cag.txt", GOLDEN / "three_arms.txt"]
NAMES = {name for labels in LABELS.values() for name in labels} - {"description", "interventions", "criteria"}
TABLES = ("design details", "arms and interventions", "study locations", "study contact", "outcome measures")


def is_label(line: str) -> bool:
    return re.sub(r"\s*\((?:actual|estimated)\)$", "", line.strip().casefold()) in NAMES


def facts(reading: Reading) -> Counter[tuple[str, str, str]]:
    """Every value of every record but those of the document itself; white space and bullets left out."""
    found: Counter[tuple[str, str, str]] = Counter()
    for record in reading.records:
        if isinstance(record, Contact | Evidence | Issue | RegistryRecord):
            continue
        for slot in record.__struct_fields__:
            value = getattr(record, slot)
            for one in value if isinstance(value, tuple) else (value,):
                if one not in (None, "", "•"):
                    found[type(record).__name__, slot, " ".join(str(one).replace("•", " ").split())] += 1
    return found


def on_one_line(text: str, between: str) -> str:
    """A page whose labels have their single values on their own lines."""
    blocks = text.split("\n\n")
    for at, (one, two) in enumerate(pairwise(blocks)):
        is_value = (
            two.strip() and "\n" not in two.strip() and not is_label(two) and two.strip().casefold() not in HEADINGS
        )
        if is_label(one) and not one.casefold().endswith(TABLES) and is_value:
            blocks[at : at + 2] = [one + between + two.strip().removeprefix("• "), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(blocks))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "no blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "colons": lambda text: on_one_line(text, ": "),
    "tabs": lambda text: on_one_line(text, "\t"),
    "colons without blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", on_one_line(text, ": ")),
    "bullets with tabs": lambda text: re.sub(r"(?m)^(\s*)• ", r"\1•\t", text),
    "bullets on their own lines": lambda text: re.sub(r"(?m)^(\s*)• ", r"\1•\n\1  ", text),
    "bullets without blanks": lambda text: re.sub(r"(?m)^(\s*)• ", r"\1•", text),
    "hard blanks": lambda text: text.replace(" ", "\xa0"),
    "capitals": lambda text: re.sub(r"(?m)^.*$", lambda line: line[0].upper() if is_label(line[0]) else line[0], text),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_says_the_same_in_every_layout(path: Path, layout: str):
    text = path.read_text("utf-8-sig")
    page = LAYOUTS[layout](text).encode()
    assert FORMAT.detect(page[: 1 << 16])
    wanted = facts(FORMAT.read(Document("page.txt", text.encode()), False))
    found = facts(FORMAT.read(Document("page.txt", page), False))
    assert (wanted - found, found - wanted) == (Counter(), Counter())


def read(text: str) -> Reading:
    return FORMAT.read(Document("page.txt", text.encode()), False)


def test_other_names_without_bullets_end_at_the_next_entry():
    rows = ["Experimental: One", "Drug: Venetoclax", "By mouth.", "Other Names:", "ABT-199", "Venclexta"]
    rows += ["Drug: Placebo", "Looks alike.", "Other Names:", "Dummy", "Placebo Comparator: Two", "Drug: Placebo"]
    text = "A Title\n\nStudy Overview\n\nStatus\n\nCompleted\n\nStudy Plan\n\nArms and Interventions\n\n"
    reading = read(text + "\n".join(rows))
    given = [record for record in reading.records if isinstance(record, Intervention)]
    assert {one.label: one.other_name for one in given} == {
        "Venetoclax": ("ABT-199", "Venclexta"),
        "Placebo": ("Dummy",),
    }
    assert [record.label for record in reading.records if isinstance(record, Arm)] == ["One", "Two"]


def test_a_line_of_a_description_that_reads_like_a_label_with_its_value_does_not_end_it():
    text = "A Title\n\nStudy Overview\n\nStatus\n\nCompleted\n\nDetailed Description\n\nOne.\n\n{}\n\nTwo.\n\n"
    text += "Study Type: Interventional\n\nEnrollment: 20\n\nPhase: Phase 2"
    for line in ("Study Type: a trial with a control", "Enrollment: 30 at each site", "Study Type: Observational"):
        (trial,) = [record for record in read(text.format(line)).records if isinstance(record, Trial)]
        assert (trial.study_type, trial.enrolment, trial.phase) == ("INTERVENTIONAL", 20, ("PHASE2",))
        assert trial.detailed_description == f"One.\n\n{line}\n\nTwo."


def test_the_registrys_own_page_has_its_status_and_titles_in_other_places():
    text = (GOLDEN / "registry.txt").read_text("utf-8")
    (trial,) = [record for record in read(text).records if isinstance(record, Trial)]
    assert (trial.brief_title or "").startswith("Example Inhibitor Plus Chemotherapy")
    assert (trial.official_title or "").startswith("A Randomized Phase 1/2 Study")
    assert (trial.overall_status, trial.start_date, trial.enrolment) == ("ACTIVE_NOT_RECRUITING", "2024-02-01", 120)
    assert (trial.detailed_description or "").endswith("of the first part are told in the protocol.")
    assert facts(read(text.replace("Sponsor Example Pharma GmbH", "Sponsor\nExample Pharma GmbH"))) == facts(read(text))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("One\tTold\t1 day\nTwo\t\t2 days", [("One", "Told", "1 day"), ("Two", None, "2 days")]),
        ("One\tTold\nagain\t1 day\nTwo\tMore\t", [("One", "Told again", "1 day"), ("Two", "More", None)]),
        ("One\ntwo\tTold\t1 day", [("One two", "Told", "1 day")]),
    ],
)
def test_outcomes_of_a_table_with_tabs(rows: str, found: list[tuple[str | None, ...]]):
    text = "A Title\n\nStudy Overview\n\nStatus\n\nCompleted\n\nStudy Plan\n\nPrimary Outcome Measures\n"
    reading = read(text + "Outcome Measure\tMeasure Description\tTime Frame\n" + rows + "\n")
    outcomes = [record for record in reading.records if isinstance(record, Outcome)]
    assert [(one.label, one.description, one.time_frame) for one in outcomes] == found
