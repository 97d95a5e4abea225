"""Whether a query would have the engine call another server.

Oxigraph calls whatever ``SERVICE`` names, this machine's own ports included, and has no switch for it. Its grammar
needs no space behind a keyword (``SERVICEab:c {}`` is ``SERVICE ab:c {}``), so this looks for letters, not for a word,
everywhere but in strings, addresses, comments, variables and the local part of prefixed names.
"""

from __future__ import annotations

import re

# In the order of what hides what. A "<" that opens no address compares; a "\" keeps the next character in a name.
_SKIPPED = re.compile(
    r'''
      """ (?: [^"\\] | \\. | "(?!"") )* """
    | \'\'\' (?: [^'\\] | \\. | '(?!'') )* \'\'\'
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | \# [^\n\r]*
    | \\ .
    | [?$] \w+
    | : (?: [\w:%-] | \\. )+
    | @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )*
    ''',
    re.VERBOSE | re.DOTALL,
)
_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def calls_elsewhere(sparql: str) -> bool:
    """Whether ``SERVICE`` may stand in a query; now and then true of a query where it does not.

    >>> calls_elsewhere('SELECT * { ?s ?p "SERVICE" } # SERVICE'), calls_elsewhere("ASK { SERVICE ?s { } }")
    (False, True)
    """
    # SPARQL lets a code such as \u0053 stand for a letter anywhere, and engines differ on where they follow it.
    return any("service" in _SKIPPED.sub(" ", text).lower() for text in (sparql, _CODE.sub(_letter, sparql)))


def _letter(code: re.Match[str]) -> str:
    number = int(code[1] or code[2], 16)
    return chr(number) if number < 0x110000 else ""
