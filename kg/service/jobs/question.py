"""The page of a canned query, or its answer as a file."""

from __future__ import annotations

from kg.service import questions
from kg.service.asking import Answer, Asked
from kg.store import Snapshot


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The page or file that the last part of the path names.

    :raises Problem: when there is none of that name, or a file was asked for with wrong arguments.
    """
    return questions.answered(snapshot, asked)
