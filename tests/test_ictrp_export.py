"""The full export of the WHO's platform in the forms it is delivered in: quotes, fewer columns, other names, days."""

from __future__ import annotations

import csv
import io

import pytest

from kg.document import Reading
from kg.loaders import recognised
from kg.loaders.ictrp import FORMAT
from kg.loaders.ictrp_parts.columns import FULL, LAYOUTS
from kg.model import Contact, Eligibility, Outcome, RegistryRecord, SponsorRole, Trial

CELLS = {
    "trialid": "NCT01234567",
    "last_refreshed_on": "3 May 2020",
    "secondary_id": "NULL",
    "public_title": 'A "new" walk',
    "contact_firstname": "Ada",
    "contact_lastname": "Example",
    "scientific_firstname": "Bo",
    "scientific_lastname": "Example",
    "web_address": "https://clinicaltrials.gov/show/NCT01234567",
    "phase": "Phase 2",
    "date_registration": "27/01/2020",
    "target_size": "120",
    "recruitment_status": "Recruiting",
    "secondary_sponsor": "NULL",
    "source_support": "Example Fund",
    "inclusion_agemin": "18 Years",
    "inclusion_gender": "Both",
    "secondary_outcome": "Walking",
}
# As the platform's database names them.
NAMES = {
    "last_refreshed_on": "(No column name)",
    "secondary_id": "SecondaryIDs",
    "web_address": "url",
    "inclusion_agemin": "Agemin",
    "inclusion_agemax": "Agemax",
    "inclusion_gender": "Gender",
    "secondary_outcome": "Secondary_Outcomes",
    "secondary_sponsor": "Secondary_sponsors",
    **{
        f"{kind}_{part}": f"{'Public' if kind == 'contact' else 'Scientific'}_Contact_{part.title()}"
        for kind in ("contact", "scientific")
        for part in ("firstname", "lastname", "email", "tel", "affiliation")
    },
}


def table(*, names: tuple[str, ...] = FULL, quoted: bool = False, header: bool = False, **cells: str) -> bytes:
    """A table of one trial."""
    row = [{**CELLS, **cells}.get(name, "") for name in names]
    if quoted:
        row = [row[0], *(f'"{cell}"' for cell in row[1:])]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[NAMES.get(name, name) for name in names], row] if header else [row])
    return out.getvalue().encode()


def reading(body: bytes) -> Reading:
    (part,) = FORMAT.split("made.csv", io.BytesIO(body))
    return FORMAT.read(part, False)


def said(body: bytes, kind: type) -> list:
    return [record for record in reading(body).records if isinstance(record, kind)]


def trial(**cells: str) -> Trial:
    return said(table(**cells), Trial)[0]


@pytest.mark.parametrize("header", [False, True])
def test_quotes_within_the_cells_are_no_words(header: bool):
    body = table(quoted=True, header=header)
    assert recognised(body) == "ictrp"
    (made,) = said(body, Trial)
    assert (made.brief_title, made.phase, made.enrolment) == ('A "new" walk', ("PHASE2",), 120)
    assert (made.overall_status, made.url) == ("RECRUITING", ("https://clinicaltrials.gov/show/NCT01234567",))
    assert [one.label for one in said(body, SponsorRole)] == ["Example Fund"]
    assert reading(body).version == "2020-05-03"


def test_a_title_that_stands_in_quotes_keeps_them():
    assert trial(public_title='"Walk" or "Rest"').brief_title == '"Walk" or "Rest"'


@pytest.mark.parametrize(("columns", "size"), [(60, 120), (59, None)])
def test_earlier_exports_have_fewer_columns(columns: int, size: int | None):
    body = table(names=LAYOUTS[columns], quoted=True)
    assert recognised(body) == "ictrp"
    (made,) = said(body, Trial)
    assert (made.enrolment, made.overall_status) == (size, "RECRUITING")
    assert [one.label for one in said(body, Outcome)] == ["Walking"]
    assert not said(body, Eligibility)


def test_columns_are_known_by_the_names_of_the_platforms_database():
    body = table(header=True)
    assert said(body, RegistryRecord)[0].last_update_posted == reading(body).version == "2020-05-03"
    assert [(one.family_name, one.contact_type) for one in said(body, Contact)] == [
        ("Example", "public"),
        ("Example", "scientific"),
    ]
    (who,) = said(body, Eligibility)
    assert (who.minimum_age, who.sex) == ("18 Years", "ALL")
    assert [one.label for one in said(body, Outcome)] == ["Walking"]


def test_who_pays_stands_as_source_name_in_exports_of_the_search():
    body = b"TrialID,Public title,Source Name\nNCT01234567,Walk,Example Fund\n"
    assert [(one.label, one.sponsor_type) for one in said(body, SponsorRole)] == [("Example Fund", "FUNDER")]
