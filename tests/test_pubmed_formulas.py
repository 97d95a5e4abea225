"""Formulas and raised numbers in the words of PubMed's XML: nothing becomes part of another number."""

from __future__ import annotations

import pytest

from kg.model import Publication
from tests.made_articles import in_xml, one

SPACE = 'xmlns:m="http://www.w3.org/1998/Math/MathML"'
FORMULAS = {
    "<msup><mn>10</mn><mn>9</mn></msup>": "10^9",
    "<msup><mn>10</mn><mrow><mo>-</mo><mn>6</mn></mrow></msup>": "10^-6",
    "<msup><mi>e</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>": "e^(n+1)",
    "<msup><mi>Ca</mi><mrow><mn>2</mn><mo>+</mo></mrow></msup>": "Ca^2+",
    "<msup><mn>30</mn><mo>°</mo></msup>": "30°",
    "<mfrac><mn>1</mn><mn>2</mn></mfrac>": "1/2",
    "<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>": "2 1/2",
    "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>": "(a+b)/2",
    '<mfrac linethickness="0pt"><mn>5</mn><mn>2</mn></mfrac>': "(5 2)",
    "<mi>p</mi><mo>=</mo><mn>0.05</mn>": "p=0.05",
    "<mi>x</mi><mn>2</mn>": "x2",
    "<mn>2</mn><mo>\u2062</mo><mn>3</mn>": "2 3",
    "<msub><mn>10</mn><mn>2</mn></msub>": "10_2",
    "<msub><mi>log</mi><mn>10</mn></msub><mn>2</mn>": "log10 2",
    "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>": "x1^2",
    "<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>": "√(x+1)",
    "<mroot><mi>x</mi><mn>3</mn></mroot>": "x^(1/3)",
    '<mfenced open="["><mn>1</mn><mn>2</mn></mfenced>': "[1,2)",
    "<mmultiscripts><mi>Xe</mi><mprescripts/><none/><mn>129</mn></mmultiscripts>": "129Xe",
    "<mmultiscripts><mi>C</mi><mn>2</mn><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>": "14_6C2",
    "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>": "1 2; 3",
    '<semantics><mi>x</mi><annotation encoding="TeX">\\alpha</annotation></semantics>': "x",
    "<mtext>dose level</mtext><mspace/><mphantom><mn>9</mn></mphantom><mn>3</mn>": "dose level 3",
}


def words(inside: str) -> str:
    """The abstract that holds some markup."""
    (text,) = one(in_xml(f"<Abstract><AbstractText>{inside}</AbstractText></Abstract>"), Publication).abstract
    return text


def math(inside: str) -> str:
    """A formula under the prefix that PubMed's files give its elements."""
    return f"<m:math {SPACE}>{inside.replace('</', chr(0)).replace('<', '<m:').replace(chr(0), '</m:')}</m:math>"


@pytest.mark.parametrize(("formula", "printed"), FORMULAS.items())
def test_a_formula_keeps_its_numbers_apart(formula: str, printed: str):
    assert words(f"Is {math(formula)}.") == f"Is {printed}."


@pytest.mark.parametrize(("formula", "printed"), FORMULAS.items())
def test_a_formula_says_the_same_however_its_file_is_laid_out(formula: str, printed: str):
    laid_out = formula.replace("><", ">\n      <")
    assert words(f"Is {math(laid_out)}.") == f"Is {printed}."


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (f"10{math('<msup><mrow/><mn>9</mn></msup>')}/L", "10^9/L"),
        (f"of {math('<msup><mrow/><mn>129</mn></msup><mi>Xe</mi>')}", "of 129Xe"),
        ("10<b><sup>6</sup></b> cells", "10(6) cells"),
        ("10<i><b><sup>-6</sup></b></i> cells", "10(-6) cells"),
        ("m<b><sup>2</sup></b>", "m2"),
    ],
)
def test_what_is_raised_is_no_part_of_the_figure_before_it(written: str, printed: str):
    assert words(written) == printed
