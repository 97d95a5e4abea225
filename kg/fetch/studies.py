"""Answers of ClinicalTrials.gov's API v2, as far as fetching looks into them."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date
from typing import Any

import msgspec

from kg.fetch.web import first_words


class Identification(msgspec.Struct, rename="camel"):
    """Numbers of a study: its own and those that it had."""

    nct_id: str
    nct_id_aliases: list[str] = []


class _Protocol(msgspec.Struct, rename="camel"):
    identification_module: Identification


class _Study(msgspec.Struct, rename="camel"):
    protocol_section: _Protocol


class Page(msgspec.Struct, rename="camel"):
    """One page of an answer; the count of all is on the first, where it was asked for."""

    studies: list[_Study]
    next_page_token: str | None = None
    total_count: int | None = None

    def identifications(self) -> list[Identification]:
        """Numbers of its studies, in their order."""
        return [study.protocol_section.identification_module for study in self.studies]

    def numbers(self) -> list[str]:
        """Their own numbers alone."""
        return [study.nct_id for study in self.identifications()]


class _Version(msgspec.Struct, rename="camel"):
    data_timestamp: str


PAGE = msgspec.json.Decoder(Page)
_STUDY = msgspec.json.Decoder(_Study)
VERSION = msgspec.json.Decoder(_Version)
_PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_STUDIES = msgspec.json.Decoder(list[msgspec.Raw])


def without(body: bytes, gone: Container[str]) -> bytes | None:
    """A page without some of its studies, the others byte for byte as they came; None where none is left."""
    parts = _PARTS.decode(body)
    studies = zip(PAGE.decode(body).numbers(), _STUDIES.decode(parts["studies"]), strict=True)
    left = [study for number, study in studies if number not in gone]
    return msgspec.json.encode(parts | {"studies": left}) if left else None


def _wanted(what: str, decoder: msgspec.json.Decoder[Any]) -> Callable[[bytes], str | None]:
    """What says that an answer is not what was wanted."""

    def check(body: bytes) -> str | None:
        try:
            decoder.decode(body)
        except msgspec.MsgspecError as error:
            # Networks that want to be signed in to answer with a page of theirs.
            page = body.lstrip()[:1] == b"<"
            return f"no {what} ({repr(first_words(body)) if page else error})"
        return None

    return check


_no_page = _wanted("page of studies", PAGE)
no_study = _wanted("study", _STUDY)


def no_page(body: bytes, token: str | None = None) -> str | None:
    """What is wrong with a page.

    :param token: with which it was asked for; a page that has it for the next one, as boxes on the way give that keep
        answers without regard to the question, is none, for there would be no end.
    """
    wrong = _no_page(body)
    if wrong is None and token and PAGE.decode(body).next_page_token == token:
        return "a page that is followed by itself"
    return wrong


def no_version(body: bytes) -> str | None:
    """What is wrong with what should say of which day the data are."""
    wrong = _no_version(body)
    if wrong is None:
        try:
            date.fromisoformat(VERSION.decode(body).data_timestamp[:10])
        except ValueError as error:
            return f"no dataTimestamp ({error})"
    return wrong


_no_version = _wanted("dataTimestamp", VERSION)
