"""Legal forms of companies, which stand behind their names and name nothing by themselves."""

from __future__ import annotations

import re

_LIST = (
    "ab|ag|aps|as|bv|co|company|corp|corporation|gmbh|inc|incorporated|kg|kgaa|kk|limited|llc|llp|lp|ltd|ltda|mbh|nv|oy|oyj"
    "|plc|private|pte|pty|pvt|sa|sarl|sas|sl|spa|srl"
)
_FORMS = frozenset(_LIST.split("|"))
_WORD = re.compile(r"[^\W_]+")
_INSIDE = str.maketrans("", "", "./")


def is_legal_form(words: str) -> bool:
    """Whether words are legal forms and nothing else, however they are dotted.

    >>> [is_legal_form(words) for words in ("Co., Ltd.", "S.p.A.", "GmbH & Co. KG", "A/S", "Lark Inc.", "")]
    [True, True, True, True, False, False]
    """
    return bool(_WORD.search(words.translate(_INSIDE))) and not besides_legal_forms(words)


def besides_legal_forms(words: str) -> list[str]:
    """The words that are no legal forms, in small letters.

    >>> besides_legal_forms("Lark Pharma Co., Ltd.")
    ['lark', 'pharma']
    """
    return [word for word in _WORD.findall(words.casefold().translate(_INSIDE)) if word not in _FORMS]
