"""Studies with the names of the older API of ClinicalTrials.gov (FullStudiesResponse) as studies of API v2.

Old and new names: https://clinicaltrials.gov/data-api/about-api/api-migration. An old name repeats where it stands
(``ArmGroupLabel`` in an ``ArmGroup``), so the new one is what is left of it that the object has a place for; lists
stand in wrappers (``ArmGroupList: {ArmGroup: […]}``), and values are words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

import msgspec

from kg.loaders.ctgov import tokens
from kg.loaders.ctgov.study import Study
from kg.loaders.ctgov.study_results import MoreInfoModule
from kg.loaders.registry.forgiving import forgiven

# Names that do not end in the new one, in lower case.
_RENAMED = {"gender": "sex"}
# The one name that stands an object higher than now.
_LIMITATIONS = "LimitationsAndCaveatsDescription"
# Of objects and their members, by the names of API v2, how words become its tokens. Kinds of dispersion are not among
# them: not all tokens can be told from words, and the words are what is kept.
_WORDS: dict[tuple[str, str], Callable[[str], str]] = {
    **{
        (of, name): tokens.of(enumeration)
        for of, name, enumeration in (
            ("StatusModule", "overallStatus", "OverallStatus"),
            ("StatusModule", "lastKnownStatus", "OverallStatus"),
            ("ExpandedAccessInfo", "statusForNctId", "OverallStatus"),
            ("Location", "status", "OverallStatus"),
            ("DateStruct", "type", "DateType"),
            ("EnrollmentInfo", "type", "DateType"),
            ("ResponsibleParty", "type", "ResponsibleParty"),
            ("DesignModule", "studyType", "StudyType"),
            ("DesignInfo", "allocation", "Allocation"),
            ("DesignInfo", "interventionModel", "InterventionModel"),
            ("DesignInfo", "primaryPurpose", "PrimaryPurpose"),
            ("DesignInfo", "observationalModel", "ObservationalModel"),
            ("DesignInfo", "timePerspective", "TimePerspective"),
            ("MaskingInfo", "masking", "Masking"),
            ("MaskingInfo", "whoMasked", "MaskedParty"),
            ("ArmGroup", "type", "ArmType"),
            ("InterventionOfStudy", "type", "InterventionType"),
            ("EligibilityModule", "sex", "Sex"),
            ("EligibilityModule", "samplingMethod", "SamplingMethod"),
            ("EligibilityModule", "stdAges", "AgeGroup"),
            ("IpdSharingStatementModule", "ipdSharing", "IpdPlan"),
        )
    },
    ("IdInfo", "type"): tokens.id_type,
    ("SponsorOfStudy", "class"): tokens.sponsor_class,
    ("OrganizationOfStudy", "class"): tokens.sponsor_class,
    ("Reference", "type"): tokens.reference_type,
    ("IpdSharingStatementModule", "infoTypes"): tokens.info_type,
    ("AnalysisOfStudy", "ciNumSides"): tokens.sides,
    ("LargeDoc", "uploadDate"): tokens.day,
    ("ViolationEvent", "type"): tokens.notice,
    **dict.fromkeys(
        (
            ("BioSpec", "retention"),
            ("ContactOfStudy", "role"),
            ("Official", "role"),
            ("UnpostedEvent", "type"),
            ("BaselineMeasureOfStudy", "paramType"),
            ("OutcomeMeasure", "type"),
            ("OutcomeMeasure", "reportingStatus"),
            ("OutcomeMeasure", "paramType"),
            ("AnalysisOfStudy", "nonInferiorityType"),
            ("EventOfStudy", "assessmentType"),
        ),
        tokens.plain,
    ),
}


def study(value: object) -> tuple[Study, Sequence[tuple[str, str]]]:
    """The study of a JSON object with the older names, and what of it is of another kind than it should be.

    :returns: of each value that was left out the place, under the names of API v2, and what stood there as JSON.
    :raises msgspec.ValidationError: for an object that is no study.
    """
    if not isinstance(value, dict) or not isinstance(value.get("ProtocolSection"), dict):
        raise msgspec.ValidationError("Object missing required field `ProtocolSection` - at `$.Study`")
    renamed = _object(value, Study)
    try:
        return msgspec.convert(renamed, Study, strict=False), ()
    except msgspec.ValidationError:
        return forgiven(renamed, Study)


class Member:
    """A member of an object of API v2.

    :ivar name: as API v2 writes it.
    :ivar inner: class of the object it holds, or of each where it holds several; None for text and numbers.
    :ivar several: whether it holds an array.
    :ivar is_truth: whether it holds true or false.
    :ivar is_text: whether it holds text.
    """

    def __init__(self, name: str, kind: msgspec.inspect.Type) -> None:
        kinds = kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
        self.name = name
        self.several = isinstance(kind, msgspec.inspect.VarTupleType)
        one = kind.item_type if isinstance(kind, msgspec.inspect.VarTupleType) else kinds[0]
        self.inner: type | None = one.cls if isinstance(one, msgspec.inspect.StructType) else None
        self.is_truth = isinstance(one, msgspec.inspect.BoolType)
        self.is_text = isinstance(one, msgspec.inspect.StrType)


@cache
def members(of: type) -> dict[str, Member]:
    """The members of an object of API v2 by their names in lower case."""
    fields = cast("msgspec.inspect.StructType", msgspec.inspect.type_info(of)).fields
    return {field.encode_name.lower(): Member(field.encode_name, field.type) for field in fields}


@cache
def member(of: type, name: str, *, of_list: bool = False) -> Member | None:
    """What an old name is called now within an object; None for what has no place there.

    :param of_list: whether it is the name of the elements of a list.

    >>> from kg.loaders.ctgov.study import ArmGroup
    >>> found = member(ArmGroup, "ArmGroupLabel"), member(ArmGroup, "ArmGroupInterventionName", of_list=True)
    >>> [one and one.name for one in (*found, member(ArmGroup, "Rank"))]
    ['label', 'interventionNames', None]
    """
    known = members(of)
    for end in (name[at:].lower() for at, letter in enumerate(name) if letter.isupper()):
        end = _RENAMED.get(end, end)
        plurals = (end + "s", end + "es", end[:-1] + "ies", end[:-2] + "es") if of_list else ()
        for form in (*plurals, end):
            if form in known:
                return known[form]
    return None


def _object(value: dict[str, Any], of: type) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, inner in value.items():
        if isinstance(inner, dict) and name.endswith("List"):
            for element, listed in inner.items():
                if isinstance(listed, list) and (to := member(of, element, of_list=True)):
                    several = [_value(one, to, of) for one in listed if one is not None]
                    found[to.name] = several if to.several else _only(several)
        elif inner is not None and (to := member(of, name)):
            found[to.name] = _value(inner, to, of)
    if isinstance(found.get("phases"), list):
        found["phases"] = [phase for words in found["phases"] for phase in tokens.phases(str(words))]
    if _LIMITATIONS in value and of is MoreInfoModule:
        found["limitationsAndCaveats"] = {"description": value[_LIMITATIONS]}
    return found


def _only(several: list[object]) -> object:
    """The one value of a list where API v2 has one; all words of several, which are no token and are told as such."""
    if len(several) > 1 and all(isinstance(one, str) for one in several):
        return ", ".join(dict.fromkeys(map(str, several)))
    return next(iter(several), None)


def _value(value: object, to: Member, of: type) -> object:
    """A value as API v2 has it; what is of another kind stays, and is left out when the study is made."""
    if to.inner:
        return _object(value, to.inner) if isinstance(value, dict) else value
    if not isinstance(value, str):
        return str(value) if isinstance(value, int) and to.is_text else value
    if to.is_truth:
        truth = tokens.yes(value)
        return value if truth is None else truth
    words = _WORDS.get((of.__name__, to.name))
    return words(value) if words else value
