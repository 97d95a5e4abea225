"""Studies of the API of ClinicalTrials.gov as legacy XML, so that both formats can be compared on any record.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd. What that has no place for is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from tests.made_ctgov_results import results
from tests.made_ctgov_words import Json, Made, words

_CLASSES = {"FED": "U.S. Fed", "NIH": "NIH", "UNKNOWN": "Unknown"}
_EVENTS = {"RELEASE": "submitted", "UNRELEASE": "submission_canceled", "RESET": "returned"}
_INFO_TYPES = {
    "SAP": "Statistical Analysis Plan (SAP)",
    "ICF": "Informed Consent Form (ICF)",
    "CSR": "Clinical Study Report (CSR)",
}


def legacy(study: Json) -> bytes:
    """A study of the API as a file of legacy XML."""
    made = Made(etree.Element("clinical_study"))
    protocol: Json = study["protocolSection"]
    modules: dict[str, Json] = {name.removesuffix("Module"): module for name, module in protocol.items()}
    _heads(made, modules)
    _design(made, modules)
    _people(made, modules)
    _references(made, modules.get("references", {}))
    _dates(made, modules)
    _ends(made, study, modules)
    if "resultsSection" in study:
        results(made, study["resultsSection"])
    return etree.tostring(made.element, encoding="utf-8", xml_declaration=True)


def _heads(made: Made, modules: Mapping[str, Json]) -> None:
    ident = modules["identification"]
    numbers = made.part("id_info")
    numbers.text("org_study_id", ident.get("orgStudyIdInfo", {}).get("id"))
    for one in ident.get("secondaryIdInfos", ()):
        numbers.text("secondary_id", one.get("id"))
    numbers.text("nct_id", ident["nctId"])
    for alias in ident.get("nctIdAliases", ()):
        numbers.text("nct_alias", alias)
    made.text("brief_title", ident.get("briefTitle"))
    made.text("acronym", ident.get("acronym"))
    made.text("official_title", ident.get("officialTitle"))
    who = modules.get("sponsorCollaborators", {})
    sponsors = made.part("sponsors")
    listed = [
        ("lead_sponsor", who.get("leadSponsor")),
        *(("collaborator", one) for one in who.get("collaborators", ())),
    ]
    for tag, one in listed:
        if one:
            part = sponsors.part(tag)
            part.text("agency", one.get("name"))
            part.text("agency_class", _CLASSES.get(one.get("class"), words(one["class"]) if "class" in one else None))
    made.text("source", ident.get("organization", {}).get("fullName"))
    watched, oversight = modules.get("oversight", {}), made.part("oversight_info")
    for tag, name in (
        ("has_dmc", "oversightHasDmc"),
        ("is_fda_regulated_drug", "isFdaRegulatedDrug"),
        ("is_fda_regulated_device", "isFdaRegulatedDevice"),
        ("is_unapproved_device", "isUnapprovedDevice"),
        ("is_ppsd", "isPpsd"),
        ("is_us_export", "isUsExport"),
    ):
        oversight.text(tag, watched.get(name))
    described = modules.get("description", {})
    made.block("brief_summary", described.get("briefSummary"), 6)
    made.block("detailed_description", described.get("detailedDescription"), 6)


def _design(made: Made, modules: Mapping[str, Json]) -> None:
    status, design = modules.get("status", {}), modules.get("design", {})
    made.token("overall_status", status.get("overallStatus"))
    made.token("last_known_status", status.get("lastKnownStatus"))
    made.text("why_stopped", status.get("whyStopped"))
    made.date("start_date", status.get("startDateStruct"))
    made.date("completion_date", status.get("completionDateStruct"))
    made.date("primary_completion_date", status.get("primaryCompletionDateStruct"))
    made.text("phase", "/".join(words(one) for one in design.get("phases", ())))
    kind = design.get("studyType")
    made.text(
        "study_type", "Observational [Patient Registry]" if design.get("patientRegistry") else kind and words(kind)
    )
    access: Json = status.get("expandedAccessInfo", {})
    made.text("has_expanded_access", access.get("hasExpandedAccess"))
    kinds = design.get("expandedAccessTypes")
    if kinds:
        part = made.part("expanded_access_info")
        for name, value in kinds.items():
            part.text(f"expanded_access_type_{name}", value)
    _layout(made.part("study_design_info"), design.get("designInfo", {}))
    made.text("target_duration", design.get("targetDuration"))
    for tag in ("primary", "secondary", "other"):
        for one in modules.get("outcomes", {}).get(f"{tag}Outcomes", ()):
            part = made.part(f"{tag}_outcome")
            part.text("measure", one.get("measure"))
            part.text("time_frame", one.get("timeFrame"))
            part.text("description", one.get("description"))
    enrolled = design.get("enrollmentInfo", {})
    made.text("enrollment", enrolled.get("count"), **({"type": words(enrolled["type"])} if "type" in enrolled else {}))
    for one in modules.get("conditions", {}).get("conditions", ()):
        made.text("condition", one)
    _treatment(made, modules.get("armsInterventions", {}))
    made.token("biospec_retention", design.get("bioSpec", {}).get("retention"))
    made.block("biospec_descr", design.get("bioSpec", {}).get("description"), 6)
    _eligibility(made, modules.get("eligibility", {}))


def _layout(part: Made, info: Json) -> None:
    masking = info.get("maskingInfo", {})
    part.token("allocation", info.get("allocation"))
    part.token("intervention_model", info.get("interventionModel"))
    part.text("intervention_model_description", info.get("interventionModelDescription"))
    part.token("primary_purpose", info.get("primaryPurpose"))
    part.token("observational_model", info.get("observationalModel"))
    part.token("time_perspective", info.get("timePerspective"))
    if "masking" in masking:
        who = ", ".join(words(one) for one in masking.get("whoMasked", ()))
        kind = "None (Open Label)" if masking["masking"] == "NONE" else words(masking["masking"])
        part.text("masking", f"{kind} ({who})" if who else kind)
    part.text("masking_description", masking.get("maskingDescription"))


def _treatment(made: Made, module: Json) -> None:
    for one in module.get("armGroups", ()):
        part = made.part("arm_group")
        part.text("arm_group_label", one.get("label"))
        part.token("arm_group_type", one.get("type"))
        part.text("description", one.get("description"))
    for one in module.get("interventions", ()):
        part = made.part("intervention")
        part.token("intervention_type", one.get("type"))
        part.text("intervention_name", one.get("name"))
        part.text("description", one.get("description"))
        for label in one.get("armGroupLabels", ()):
            part.text("arm_group_label", label)
        for name in one.get("otherNames", ()):
            part.text("other_name", name)


def _eligibility(made: Made, who: Json) -> None:
    part = made.part("eligibility")
    part.block("study_pop", who.get("studyPopulation"), 8)
    part.token("sampling_method", who.get("samplingMethod"))
    part.block("criteria", who.get("eligibilityCriteria"), 8)
    part.token("gender", who.get("sex"))
    part.text("gender_based", who.get("genderBased"))
    part.text("gender_description", who.get("genderDescription"))
    part.text("minimum_age", who.get("minimumAge", "N/A"))
    part.text("maximum_age", who.get("maximumAge", "N/A"))
    healthy = who.get("healthyVolunteers")
    part.text("healthy_volunteers", "Accepts Healthy Volunteers" if healthy else healthy)


def _people(made: Made, modules: Mapping[str, Json]) -> None:
    places = modules.get("contactsLocations", {})
    for one in places.get("overallOfficials", ()):
        part = made.part("overall_official")
        part.text("last_name", one.get("name"))
        part.token("role", one.get("role"))
        part.text("affiliation", one.get("affiliation"))
    for tag, one in zip(("overall_contact", "overall_contact_backup"), places.get("centralContacts", ()), strict=False):
        _contact(made.part(tag), one)
    for place in places.get("locations", ()):
        part = made.part("location")
        facility = part.part("facility")
        facility.text("name", place.get("facility"))
        address = facility.part("address")
        for name in ("city", "state", "zip", "country"):
            address.text(name, place.get(name))
        part.token("status", place.get("status"))
        tags = iter(("contact", "contact_backup"))
        for one in place.get("contacts", ()):
            if one.get("role") in ("PRINCIPAL_INVESTIGATOR", "SUB_INVESTIGATOR"):
                _contact(investigator := part.part("investigator"), one)
                investigator.token("role", one["role"])
            else:
                _contact(part.part(next(tags, "contact_backup")), one)


def _contact(part: Made, one: Json) -> None:
    for tag, name in (("last_name", "name"), ("phone", "phone"), ("phone_ext", "phoneExt"), ("email", "email")):
        part.text(tag, one.get(name))


def _references(made: Made, module: Json) -> None:
    for one in module.get("seeAlsoLinks", ()):
        part = made.part("link")
        part.text("url", one.get("url"))
        part.text("description", one.get("label"))
    for kind, tag in (("BACKGROUND", "reference"), ("RESULT", "results_reference")):
        for one in module.get("references", ()):
            if one.get("type", "BACKGROUND") == kind:
                part = made.part(tag)
                part.text("citation", one.get("citation"))
                part.text("PMID", one.get("pmid"))
    docs = made.part("study_docs")
    for one in module.get("availIpds", ()):
        part = docs.part("study_doc")
        for name in ("id", "type", "url", "comment"):
            part.text(f"doc_{name}", one.get(name))


def _dates(made: Made, modules: Mapping[str, Json]) -> None:
    status = modules.get("status", {})
    made.date("verification_date", status.get("statusVerifiedDate"))
    for tag, name in (
        ("study_first", "studyFirst"),
        ("results_first", "resultsFirst"),
        ("disposition_first", "dispFirst"),
        ("last_update", "lastUpdate"),
    ):
        made.date(f"{tag}_submitted", status.get(f"{name}SubmitDate"))
        made.date(f"{tag}_submitted_qc", status.get(f"{name}SubmitQcDate"))
        made.date(f"{tag}_posted", status.get(f"{name}PostDateStruct"), posted=True)
    party = modules.get("sponsorCollaborators", {}).get("responsibleParty", {})
    part = made.part("responsible_party")
    part.text("name_title", party.get("oldNameTitle"))
    part.text("organization", party.get("oldOrganization"))
    part.token("responsible_party_type", party.get("type"))
    part.text("investigator_affiliation", party.get("investigatorAffiliation"))
    part.text("investigator_full_name", party.get("investigatorFullName"))
    part.text("investigator_title", party.get("investigatorTitle"))
    for one in modules.get("conditions", {}).get("keywords", ()):
        made.text("keyword", one)


def _ends(made: Made, study: Json, modules: Mapping[str, Json]) -> None:
    derived = study.get("derivedSection", {})
    for tag in ("condition", "intervention"):
        browse, part = derived.get(f"{tag}BrowseModule", {}), made.part(f"{tag}_browse")
        for one in browse.get("meshes", ()):
            part.text("mesh_term", one.get("term"))
    removed = made.part("removed_countries")
    for one in derived.get("miscInfoModule", {}).get("removedCountries", ()):
        removed.text("country", one)
    shared = modules.get("ipdSharingStatement")
    if shared:
        part = made.part("patient_data")
        part.token("sharing_ipd", shared.get("ipdSharing"))
        part.text("ipd_description", shared.get("description"))
        for one in shared.get("infoTypes", ()):
            part.text("ipd_info_type", _INFO_TYPES.get(one, words(one)))
        for tag, name in (
            ("ipd_time_frame", "timeFrame"),
            ("ipd_access_criteria", "accessCriteria"),
            ("ipd_url", "url"),
        ):
            part.text(tag, shared.get(name))
    _documents(made, study.get("documentSection", {}).get("largeDocumentModule", {}).get("largeDocs", ()))
    tracking: Json = derived.get("miscInfoModule", {}).get("submissionTracking", {})
    pending = made.part("pending_results")
    annotated = study.get("annotationSection", {}).get("annotationModule", {}).get("unpostedAnnotation", {})
    if not tracking.get("submissionInfos"):
        for one in annotated.get("unpostedEvents", ()):
            pending.date(_EVENTS[one["type"]], one.get("date"))
    for one in tracking.get("submissionInfos", ()):
        for tag, name in (
            ("submitted", "releaseDate"),
            ("submission_canceled", "unreleaseDate"),
            ("returned", "resetDate"),
        ):
            pending.date(tag, one.get(name))


def _documents(made: Made, listed: Iterable[Json]) -> None:
    section = made.part("provided_document_section")
    for one in listed:
        part = section.part("provided_document")
        part.text("document_type", one.get("label"))
        for name in ("Protocol", "Icf", "Sap"):
            part.text(f"document_has_{name.lower()}", one.get(f"has{name}"))
        part.date("document_date", one.get("date"))
        if one.get("filename"):
            part.text("document_url", f"https://ClinicalTrials.gov/ProvidedDocs/00/{one['filename']}")
