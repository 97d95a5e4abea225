"""Pages made from registry records, laid out as a mirror prints them; so what a reader should find is known."""

from __future__ import annotations

import re
from typing import Any

Study = dict[str, Any]
NAMES = "January February March April May June July August September October November December"
TYPES = {"ECT": "Educational/Counseling/Training", "NA": "N/A", "NONE": "None (Open Label)"}
HEADERS = {
    "contacts": "This section provides the contact details for those conducting the study, and information on where "
    "this study is being conducted.",
    "participation": "Researchers look for people who fit a certain description, called eligibility criteria.",
    "plan": "This section provides details of the study plan, including how the study is designed.",
    "collaborators": "This is where you will find people and organizations involved with this study.",
    "dates": "These dates track the progress of study record and summary results submissions to ClinicalTrials.gov.",
}


def words(token: str) -> str:
    """A token as the page prints it."""
    return TYPES.get(token, token.replace("_", " ").title().replace("Non Ra", "Non-Ra").replace("Sub Inv", "Sub-Inv"))


def day(date: str) -> str:
    """A date as the page prints it."""
    parts = [int(part) for part in date.split("-")]
    month = NAMES.split()[parts[1] - 1] if len(parts) > 1 else ""
    return f"{month} {parts[2]}, {parts[0]}" if len(parts) > 2 else f"{month} {parts[0]}".strip()


def plain(text: str) -> str:
    """Text of the registry's data without its escapes."""
    return re.sub(r"\\([<>*\-^~#\[\]_.+])", r"\1", text.replace("\r", "")).strip()


class Page:
    """Lines of a page as they are put down."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def put(self, *lines: str | None) -> None:
        """Lines, each followed by a blank one."""
        for line in lines:
            if line:
                self.lines += [line, ""]

    def pair(self, label: str, value: object) -> None:
        """A label and its value."""
        if value not in (None, ""):
            self.put(label, ("Yes" if value else "No") if isinstance(value, bool) else str(value))

    def bullets(self, label: str, values: list[str]) -> None:
        """A label and its values as a list."""
        if values:
            self.put(label)
            self.lines += [f"  • {' '.join(value.split())}" for value in values] + [""]


def flag(struct: Study) -> str:
    """The word in the parentheses of a label."""
    kind = struct.get("type", "")
    return f" ({'Actual' if kind == 'ACTUAL' else 'Estimated'})" if kind else ""


def page_of(study: Study) -> str:
    """The page of a ClinicalTrials.gov v2 study."""
    page, p = Page(), study["protocolSection"]
    for part in (overview, places, participation, plan, collaborators, dates, more):
        part(page, p)
    page.put("This information was retrieved directly from the website clinicaltrials.gov without any changes.")
    for name in p.get("conditionsModule", {}).get("conditions", [])[:2]:
        page.put(f"Clinical Trials on {name}")
    return "\n".join([*page.lines, "Subscribe"])


def overview(page: Page, p: Study) -> None:
    ident, status = p["identificationModule"], p["statusModule"]
    page.put(f"ClinicalTrials.gov Identifier: {ident['nctId']}")
    page.put(ident["briefTitle"] + (f" ({ident['acronym']})" if ident.get("acronym") else ""))
    sponsor = p.get("sponsorCollaboratorsModule", {}).get("leadSponsor", {}).get("name", "Somebody")
    page.put(f"{day(status['lastUpdateSubmitDate'])} updated by: {sponsor}", ident.get("officialTitle"))
    page.put(plain(p.get("descriptionModule", {}).get("briefSummary", "")))
    page.put("Study Overview")
    page.pair("Status", words(status["overallStatus"]).replace("Active Not", "Active, not"))
    page.pair("Why Stopped", plain(status.get("whyStopped", "")))
    page.bullets("Conditions", p.get("conditionsModule", {}).get("conditions", []))
    interventions = p.get("armsInterventionsModule", {}).get("interventions", [])
    page.bullets("Intervention / Treatment", [f"{words(i['type'])}: {i['name']}" for i in interventions])
    page.pair("Detailed Description", plain(p.get("descriptionModule", {}).get("detailedDescription", "")))
    design = p.get("designModule", {})
    page.pair("Study Type", words(design["studyType"]) if "studyType" in design else None)
    enrolled = design.get("enrollmentInfo", {})
    page.pair("Enrollment" + flag(enrolled), enrolled.get("count"))
    phases = [f"Phase {token[-1]}" if token[-1].isdigit() else "Not Applicable" for token in design.get("phases", [])]
    page.bullets("Phase", ["Early Phase 1" if "EARLY_PHASE1" in design.get("phases", []) else name for name in phases])


def places(page: Page, p: Study) -> None:
    module = p.get("contactsLocationsModule", {})
    page.put("Contacts and Locations", HEADERS["contacts"])
    for contact in module.get("centralContacts", [])[:1]:
        given = {"Name": "name", "Phone Number": "phone", "Email": "email"}
        page.bullets("Study Contact", [f"{k}: {contact[v]}" for k, v in given.items() if v in contact])
    groups: dict[tuple[str, str], list[Study]] = {}
    for site in module.get("locations", []):
        where = [site.get(name) for name in ("city", "state", "country", "zip")]
        outer = site.get("state") if site.get("country") == "United States" else site.get("country")
        groups.setdefault((outer or "", ", ".join(part for part in where if part)), []).append(site)
    if groups:
        page.put("Study Locations")
        for (outer, place), found in groups.items():
            page.lines += [f"    • {outer}", f"      • {place}"]
            for site in found:
                page.lines += [f"        • {words(site['status']).capitalize()}"] if "status" in site else []
                page.lines += [f"        • {site['facility']}"] if "facility" in site else []
        page.lines.append("")


def participation(page: Page, p: Study) -> None:
    e = p.get("eligibilityModule", {})
    page.put("Participation Criteria", HEADERS["participation"], "Eligibility Criteria")
    limits = (e.get("minimumAge"), e.get("maximumAge"))
    ages = f"{limits[0]} to {limits[1]}" if all(limits) else f"{limits[0]} and older" if limits[0] else ""
    ages = ages or (f"up to {limits[1]}" if limits[1] else "")
    groups = ", ".join(words(group) for group in e.get("stdAges", []))
    page.pair("Ages Eligible for Study", f"{ages} ({groups})" if ages else groups)
    page.pair("Accepts Healthy Volunteers", e.get("healthyVolunteers"))
    page.pair("Genders Eligible for Study", words(e["sex"]) if "sex" in e else None)
    page.pair("Sampling Method", words(e.get("samplingMethod", "")).replace("Non ", "Non-"))
    page.pair("Study Population", plain(e.get("studyPopulation", "")))
    page.pair("Description", plain(e.get("eligibilityCriteria", "")))


def plan(page: Page, p: Study) -> None:
    info = p.get("designModule", {}).get("designInfo", {})
    page.put("Study Plan", HEADERS["plan"], "How is the study designed?")
    names = {
        "primaryPurpose": "Primary Purpose",
        "allocation": "Allocation",
        "interventionModel": "Interventional Model",
        "observationalModel": "Observational Models",
        "timePerspective": "Time Perspectives",
    }
    details = [f"{label}: {words(info[name])}" for name, label in names.items() if name in info]
    masking = info.get("maskingInfo", {})
    if "masking" in masking:
        who = ", ".join(words(party) for party in masking.get("whoMasked", []))
        details.append(f"Masking: {words(masking['masking'])}" + (f" ({who})" if who else ""))
    page.bullets("Design Details", details)
    arms(page, p)
    page.put("What is the study measuring?")
    for rank in ("primary", "secondary", "other"):
        found = p.get("outcomesModule", {}).get(f"{rank}Outcomes", [])
        if found:
            page.put(f"{rank.title()} Outcome Measures")
            page.lines += ["Outcome Measure", "Measure Description", "Time Frame"]
            for outcome in found:
                frame = " ".join(plain(outcome.get("timeFrame", "")).split())
                told = plain(outcome.get("description", "")).split("\n")
                page.lines += [
                    " ".join(outcome["measure"].split()),
                    f"Time Frame: {frame}",
                    *filter(str.strip, told),
                    frame,
                ]
            page.lines.append("")


def arms(page: Page, p: Study) -> None:
    module = p.get("armsInterventionsModule", {})
    by_name = {f"{words(i['type'])}: {i['name']}": i for i in module.get("interventions", [])}
    if module.get("armGroups"):
        page.put("Arms and Interventions")
        page.lines += ["Participant Group / Arm", "Intervention / Treatment"]
    for arm in module.get("armGroups", []):
        page.lines.append((f"{words(arm['type'])}: " if "type" in arm else "") + " ".join(arm["label"].split()))
        page.lines += [line.strip() for line in plain(arm.get("description", "")).split("\n") if line.strip()]
        for name in arm.get("interventionNames", []):
            page.lines.append(name)
            entry = by_name.get(name, {})
            page.lines += [line.strip() for line in plain(entry.get("description", "")).split("\n") if line.strip()]
            if entry.get("otherNames"):
                page.lines += ["Other Names:", *(f"  • {other}" for other in entry["otherNames"])]
    page.lines.append("")


def collaborators(page: Page, p: Study) -> None:
    module = p.get("sponsorCollaboratorsModule", {})
    page.put("Collaborators and Investigators", HEADERS["collaborators"])
    page.pair("Sponsor", module.get("leadSponsor", {}).get("name"))
    page.bullets("Collaborators", [found["name"] for found in module.get("collaborators", [])])
    officials = p.get("contactsLocationsModule", {}).get("overallOfficials", [])
    lines = [
        f"{words(o['role'])}: " + ", ".join(o[name] for name in ("name", "affiliation") if o.get(name))
        for o in officials
        if o.get("role")
    ]
    page.bullets("Investigators", lines)


def dates(page: Page, p: Study) -> None:
    status = p["statusModule"]
    page.put("Study record dates", HEADERS["dates"], "Study Major Dates")
    named = {
        "startDateStruct": "Study Start",
        "primaryCompletionDateStruct": "Primary Completion",
        "completionDateStruct": "Study Completion",
        "studyFirstSubmitDate": "First Submitted",
        "studyFirstSubmitQcDate": "First Submitted That Met QC Criteria",
        "studyFirstPostDateStruct": "First Posted",
        "lastUpdatePostDateStruct": "Last Update Posted",
        "statusVerifiedDate": "Last Verified",
    }
    for name, label in named.items():
        struct = status.get(name)
        struct = {"date": struct} if isinstance(struct, str) else struct
        if struct and struct.get("date"):
            page.pair(label + flag(struct), day(struct["date"]))


def more(page: Page, p: Study) -> None:
    page.put("More Information", "Terms related to this study")
    page.bullets("Keywords", p.get("conditionsModule", {}).get("keywords", []))
    ident = p["identificationModule"]
    page.bullets("Other Study ID Numbers", [ident["orgStudyIdInfo"]["id"]] if "orgStudyIdInfo" in ident else [])
    sharing = p.get("ipdSharingStatementModule", {})
    page.put("Plan for Individual participant data (IPD)")
    page.pair("Plan to Share Individual Participant Data (IPD)?", sharing.get("ipdSharing"))
    page.pair("IPD Plan Description", plain(sharing.get("description", "")))
    page.put("Drug and device information, study documents")
    page.pair("Studies a U.S. FDA-regulated drug product", p.get("oversightModule", {}).get("isFdaRegulatedDrug"))
