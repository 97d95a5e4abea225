"""Whether a query would have the engine call another server.

Oxigraph calls whatever ``SERVICE`` names, this machine's own ports included, and has no switch for it. Its grammar
needs no space behind a keyword (``SERVICEab:c {}`` is ``SERVICE ab:c {}``), so this looks for letters, not for a word,
everywhere but in strings, addresses, comments, variables and the local part of prefixed names.
"""

from __future__ import annotations

import re

# In the order of what hides what. A "\" keeps the next character in a name.
_SKIPPED = re.compile(
    r'''
      """ (?: [^"\\] | \\. | "(?!"") )* """
    | \'\'\' (?: [^'\\] | \\. | '(?!'') )* \'\'\'
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    | < [A-Za-z][A-Za-z0-9+.-]* :// [^<>"{}|^`\\\x00-\x20]* >
    | \# [^\n\r]*
    | \\ .
    | [?$] \w+
    | : (?: [\w:%-] | \\. )+
    | @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )*
    ''',
    re.VERBOSE | re.DOTALL,
)
# What is an address in a pattern and the beginning of a comparison in an expression: ?a<3)SERVICE#> is one of the
# two, and only a parser knows which. With :// it cannot be a comparison.
_EITHER = re.compile(r'<[^<>"{}|^`\\\x00-\x20]*>')
_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def calls_elsewhere(sparql: str) -> bool:
    """Whether ``SERVICE`` may stand in a query; now and then true of a query where it does not.

    >>> calls_elsewhere('SELECT * { ?s ?p "SERVICE" } # SERVICE'), calls_elsewhere("ASK { SERVICE ?s { } }")
    (False, True)
    """
    # SPARQL lets a code such as \\u0053 stand for a letter anywhere, and engines differ on where they follow it.
    return any(_may_call(text) for text in (sparql, _CODE.sub(_letter, sparql)))


def _may_call(text: str) -> bool:
    """Whether any way to read the text comes to the word: every place where some reading begins a token is visited."""
    lower = text.lower()
    if "service" not in lower or len(lower) != len(text):
        return "service" in lower
    begins = bytearray(len(text) + 1)
    begins[0] = 1
    for at in range(len(text)):
        if begins[at]:
            if lower.startswith("service", at):
                return True
            skipped, address = _SKIPPED.match(text, at), _EITHER.match(text, at)
            begins[skipped.end() if skipped else at + 1] = 1
            if address:
                begins[address.end()] = 1
    return False


def _letter(code: re.Match[str]) -> str:
    number = int(code[1] or code[2], 16)
    return chr(number) if number < 0x110000 else ""
