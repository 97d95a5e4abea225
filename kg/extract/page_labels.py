"""The headings and labels of a trial page, as ClinicalTrials.gov and its mirrors print them.

Layout of the pages: https://clinicaltrials.gov/study-basics/how-to-read-study-record
"""

from __future__ import annotations

# Headings of sections in the order of the page.
HEADINGS = {
    "study overview": "overview",
    "contacts and locations": "contacts",
    "participation criteria": "participation",
    "study plan": "plan",
    "collaborators and investigators": "collaborators",
    "publications and helpful links": "publications",
    "publications": "publications",
    "study record dates": "dates",
    "more information": "more",
}
ORDER = tuple(dict.fromkeys(HEADINGS.values()))

# How the lines after a label are read. ONE: a value of one block; LIST: values, one a line; TEXT: everything up to
# the next label; FREE: text that may itself hold lines that read like labels; TABLE: lines that another module reads.
ONE, LIST, TEXT, FREE, TABLE = "one", "list", "text", "free", "table"

# Of each section its labels, each with a name of our own and how it is read.
LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "overview": {
        "brief title": ("brief title", ONE),
        "official title": ("official title", ONE),
        "acronym": ("acronym", ONE),
        "brief summary": ("brief summary", TEXT),
        "status": ("status", ONE),
        "overall status": ("status", ONE),
        "recruitment status": ("status", ONE),
        "last known status": ("last known status", ONE),
        "last known status was": ("last known status", ONE),
        "why stopped": ("why stopped", TEXT),
        "reason stopped": ("why stopped", TEXT),
        "conditions": ("conditions", LIST),
        "condition": ("conditions", LIST),
        "condition or disease": ("conditions", LIST),
        "intervention / treatment": ("interventions", LIST),
        "intervention/treatment": ("interventions", LIST),
        "interventions": ("interventions", LIST),
        "detailed description": ("description", FREE),
        "study type": ("study type", ONE),
        "enrollment": ("enrolment", ONE),
        "enrolment": ("enrolment", ONE),
        "phase": ("phase", ONE),
        "phases": ("phase", ONE),
        "expanded access": ("expanded access", ONE),
        "expanded access type": ("expanded access type", LIST),
        "other study id numbers": ("other ids", LIST),
        "clinicaltrials.gov identifier": ("number", ONE),
        "clinicaltrials.gov id": ("number", ONE),
        "nct number": ("number", ONE),
        # Mirrors print these among the dates of the record.
        "study start": ("start", ONE),
        "study start date": ("start", ONE),
        "primary completion": ("primary completion", ONE),
        "study completion": ("completion", ONE),
    },
    "contacts": {
        "study contact": ("study contact", TABLE),
        "study contacts": ("study contact", TABLE),
        "central contact": ("study contact", TABLE),
        "study contact backup": ("study contact backup", TABLE),
        "central contact backup": ("study contact backup", TABLE),
        "study locations": ("locations", TABLE),
        "locations": ("locations", TABLE),
    },
    "participation": {
        "ages eligible for study": ("ages", ONE),
        "accepts healthy volunteers": ("healthy volunteers", ONE),
        "genders eligible for study": ("sex", ONE),
        "gender eligible for study": ("sex", ONE),
        "sexes eligible for study": ("sex", ONE),
        "sex/gender": ("sex", ONE),
        "gender based": ("gender based", ONE),
        "gender based eligibility": ("gender based", ONE),
        "gender eligibility description": ("gender description", TEXT),
        "sampling method": ("sampling method", ONE),
        "study population": ("study population", FREE),
        "description": ("criteria", FREE),
        "criteria": ("criteria", FREE),
    },
    "plan": {
        "design details": ("design", TABLE),
        "arms and interventions": ("arms", TABLE),
        "cohorts and interventions": ("arms", TABLE),
        "groups and cohorts": ("arms", TABLE),
        "groups and interventions": ("arms", TABLE),
        "interventions": ("arms", TABLE),
        "primary outcome measures": ("primary outcomes", TABLE),
        "primary outcome measure": ("primary outcomes", TABLE),
        "secondary outcome measures": ("secondary outcomes", TABLE),
        "secondary outcome measure": ("secondary outcomes", TABLE),
        "other outcome measures": ("other outcomes", TABLE),
        "other outcome measure": ("other outcomes", TABLE),
    },
    "collaborators": {
        "sponsor": ("sponsor", ONE),
        "lead sponsor": ("sponsor", ONE),
        "sponsors": ("sponsor", ONE),
        "collaborators": ("collaborators", LIST),
        "collaborator": ("collaborators", LIST),
        "investigators": ("investigators", LIST),
        "investigator": ("investigators", LIST),
        "responsible party": ("responsible party", ONE),
    },
    "publications": {
        "general publications": ("publications", LIST),
        "results publications": ("results publications", LIST),
        "publications of results": ("results publications", LIST),
        "study results": ("results publications", LIST),
        "from pubmed": ("indexed publications", LIST),
        "helpful links": ("links", LIST),
    },
    "dates": {
        "study start": ("start", ONE),
        "study start date": ("start", ONE),
        "primary completion": ("primary completion", ONE),
        "study completion": ("completion", ONE),
        "first submitted": ("first submitted", ONE),
        "first submitted that met qc criteria": ("first submitted qc", ONE),
        "first posted": ("first posted", ONE),
        "results first submitted": ("results first submitted", ONE),
        "results first submitted that met qc criteria": ("results first submitted qc", ONE),
        "results first posted": ("results first posted", ONE),
        "certification/extension first submitted": ("disposition first submitted", ONE),
        "certification/extension first submitted that met qc criteria": ("disposition first submitted qc", ONE),
        "certification/extension first submitted that passed qc review": ("disposition first submitted qc", ONE),
        "certification/extension first posted": ("disposition first posted", ONE),
        "last update submitted": ("last update submitted", ONE),
        "last update submitted that met qc criteria": ("last update submitted qc", ONE),
        "last update posted": ("last update posted", ONE),
        "last verified": ("last verified", ONE),
    },
    "more": {
        "clinicaltrials.gov identifier": ("number", ONE),
        "clinicaltrials.gov id": ("number", ONE),
        "nct number": ("number", ONE),
        "keywords": ("keywords", LIST),
        "additional relevant mesh terms": ("mesh terms", LIST),
        "other study id numbers": ("other ids", LIST),
        "plan to share individual participant data (ipd)?": ("ipd plan", ONE),
        "plan to share individual participant data (ipd)": ("ipd plan", ONE),
        "plan to share ipd": ("ipd plan", ONE),
        "ipd plan description": ("ipd description", TEXT),
        "plan description": ("ipd description", TEXT),
        "ipd sharing time frame": ("ipd time frame", TEXT),
        "ipd sharing access criteria": ("ipd access criteria", TEXT),
        "ipd sharing supporting information type": ("ipd supporting info", LIST),
        "supporting materials": ("ipd supporting info", LIST),
        "ipd sharing url": ("ipd url", ONE),
        "access url": ("ipd url", ONE),
        "has data monitoring committee": ("monitoring committee", ONE),
        "data monitoring committee": ("monitoring committee", ONE),
        "studies a u.s. fda-regulated drug product": ("fda drug", ONE),
        "studies a u.s. fda-regulated device product": ("fda device", ONE),
        "device product not approved or cleared by u.s. fda": ("unapproved device", ONE),
        "product manufactured in and exported from the u.s.": ("exported", ONE),
        "product manufactured in and exported from the u.s": ("exported", ONE),
        "study documents": ("documents", LIST),
        "provided documents": ("documents", LIST),
    },
}
# Labels that begin so; the rest of the line, such as who provided keywords, is dropped.
LABEL_STARTS = {
    "more": {"keywords provided by": ("keywords", LIST)},
    "publications": {"publications automatically indexed": ("indexed publications", LIST)},
}
# In free text only these labels end it, and only before a line that begins like their value: a description may well
# have a heading "Study Type" of its own.
ENDS_OF_FREE_TEXT = {
    "study type": ("interventional", "observational", "expanded access", "patient registry", "n/a"),
    "enrolment": tuple("0123456789"),
    "criteria": ("",),
    "sampling method": ("probability", "non-probability", "non probability"),
    "sex": ("all", "male", "female", "both"),
    "ages": (*"0123456789", "child", "adult", "older adult", "up to", "n/a"),
    "healthy volunteers": ("yes", "no", "accepts"),
}
# Ends a description where the registry's own page prints it: below a label for the summary. Mirrors have both above.
ENDS_OF_DESCRIPTION = "official title"
# Values that read like a label of their section, by the label that they stand under.
VALUES_LIKE_LABELS = {"study type": "expanded access"}
# Words of the page itself. Headings that only group labels:
FURNITURE = {
    "eligibility criteria",
    "how is the study designed?",
    "what is the study measuring?",
    "study major dates",
    "study registration dates",
    "results reporting dates",
    "study record updates",
    "certification/extension dates",
    "terms related to this study",
    "plan for individual participant data (ipd)",
    "drug and device information, study documents",
    "drug and device information",
    "subscribe",
}
# ... and beginnings of sentences that explain a section:
EXPLANATIONS = (
    "this section provides ",
    "researchers look for people ",
    "this is where you will find ",
    "these dates track ",
    "the person responsible for entering information ",
    "these publications come from ",
    "publications automatically provided ",
)
# What the registry's own page prints above the overview besides titles and number: names of views and of sections, and
# labels, with their values behind them or on the next line.
HEAD_FURNITURE = {
    *HEADINGS,
    "study details",
    "researcher view",
    "table view",
    "tab view",
    "results posted",
    "no results posted",
    "record history",
    "on this page",
}
HEAD_LABELS = ("sponsor", "information provided by", "last update posted")
# Beginnings of the lines below the record.
FOOT = ("this information was retrieved ", "clinical trials on ", "subscribe")
