"""MathML in one line of words, so that what stands above or below becomes no part of a number.

https://www.w3.org/TR/MathML3/chapter3.html; journals send presentation markup only.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

Element = etree._Element

_TOKENS = frozenset(("mi", "mn", "mo", "mtext", "ms"))
# An annotation says the formula again; a phantom only takes its room.
_UNSEEN = frozenset(("annotation", "annotation-xml", "mphantom", "none", "mprescripts", "maligngroup", "malignmark"))
# Operators without a shape, such as those of a product or of a function and its argument.
_SHAPELESS = dict.fromkeys(range(0x2061, 0x2065))
_SPACES = " \t\r\n"
_SIMPLE = re.compile(r"[-+−–]?[\w.]+|[^\w\s]")
_CHARGE = re.compile(r"\d*[-+−–*]+")
# A binomial coefficient is a fraction without its line.
_NO_LINE = re.compile(r"0+(?:\.0*)?[a-z%]*")
# Primes and degrees are raised by their own shape.
_RAISED_ALREADY = frozenset("′″‴°∘")


def formula(element: Element) -> str:
    r"""The words of a formula.

    What is raised stands behind ``^``, fractions have a stroke, and two numbers beside each other a space. What is
    raised with nothing before it begins with ``^`` too; see :func:`after`.

    >>> formula(etree.XML("<math>\n <msup> <mn>10</mn> <mn>9</mn> </msup> </math>"))
    '10^9'
    >>> formula(etree.XML("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>"))
    '(a+b)/2'
    """
    name = str(element.tag).rpartition("}")[2]
    if name in _UNSEEN:
        return ""
    if name in _TOKENS:
        return " ".join(re.split(f"[{_SPACES}]+", "".join(map(str, element.itertext())).strip(_SPACES))).translate(
            _SHAPELESS
        )
    if name == "mspace":
        return " "
    if name == "mmultiscripts":
        return _multiscripts(element)
    parts = [formula(child) for child in element]
    if name == "mfrac" and _NO_LINE.fullmatch(element.get("linethickness", "")):
        return f"({' '.join(parts)})"
    layout = _LAYOUTS.get(name)
    if layout and len(parts) == 2:
        return layout(*parts)
    if name == "msubsup" and len(parts) == 3:
        return _lowered(*parts[:2]) + _raised("", parts[2])
    if name == "msqrt":
        return f"√{_whole(_row(parts))}"
    if name == "mfenced":
        return _fenced(element, parts)
    if name in ("mtable", "mtr"):
        return ("; " if name == "mtable" else " ").join(filter(None, parts))
    return _row([(element.text or "").strip(), *parts])


def after(before: str, inner: str) -> str:
    """A formula as it stands behind some words: ``^`` is left out where nothing is there that it could raise.

    >>> after("10", "^9"), after("of ", "^129Xe")
    ('^9', '129Xe')
    """
    return inner[1:] if inner[:1] == "^" and not (before[-1:].isalnum() or before[-1:] in (")", "]")) else inner


def _row(parts: list[str]) -> str:
    text = ""
    for part in parts:
        inner = after(text, part) if text else part
        text += f" {inner}" if text[-1:].isdigit() and inner[:1].isdigit() else inner
    return text


def _whole(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _raised(base: str, upper: str) -> str:
    if not upper or upper in _RAISED_ALREADY:
        return base + upper
    return f"{base}^{upper if _CHARGE.fullmatch(upper) else _whole(upper)}"


def _lowered(base: str, lower: str) -> str:
    return f"{base}_{lower}" if base[-1:].isdigit() and lower[:1].isdigit() else base + lower


def _fraction(upper: str, lower: str) -> str:
    return f"{_whole(upper)}/{_whole(lower)}"


def _root(base: str, index: str) -> str:
    return f"{_whole(base)}^(1/{index})"


def _fenced(element: Element, parts: list[str]) -> str:
    mark = (element.get("separators", ",").strip() or " ")[0]
    return element.get("open", "(") + mark.join(parts) + element.get("close", ")")


def _multiscripts(element: Element) -> str:
    """A base with pairs of what is lowered and raised behind it, and after ``mprescripts`` before it."""
    base, behind, before = "", list[str](), list[str]()
    pairs = behind
    for position, child in enumerate(element):
        if str(child.tag).endswith("mprescripts"):
            pairs = before
        elif position:
            pairs.append(formula(child))
        else:
            base = formula(child)
    text = ""
    for lower, upper in zip(before[::2], before[1::2], strict=False):
        text = _lowered(text + _raised("", upper), lower)
    text += base
    for lower, upper in zip(behind[::2], behind[1::2], strict=False):
        text = _lowered(text, lower) + _raised("", upper)
    return text


# Those of two parts.
_LAYOUTS: dict[str, Callable[[str, str], str]] = {
    "msup": _raised,
    "msub": _lowered,
    "mfrac": _fraction,
    "mroot": _root,
}
