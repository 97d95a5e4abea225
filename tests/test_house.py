"""The laws of the house: layout, import order, sizes, names, purity; each says what to do when it is broken."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Imports point down this list only; a package may import its own modules.
ORDER = [
    *("errors", "shipped", "rdf", "model", "vocab", "extract", "document", "evidence", "loaders", "rules", "pipeline"),
    *("archives", "engines", "validation", "store", "link", "shards", "query", "exports", "service", "fetch"),
    *("commands", "cli", "__main__"),
]
CORE = ORDER[: ORDER.index("pipeline") + 1]
GENERATED = ("kg/model/", "kg/rdf/prefixes.py", "kg/query/helpers.py")
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base", "manager", "handler"}
IMPURE = {"random", "uuid", "time", "datetime", "socket", "urllib.request", "subprocess", "secrets", "threading"}
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "data",
    "kg",
    "pyproject.toml",
    "queries",
    "schema",
    "tests",
}
# One class an object of a source's own layout, under the source's own name, so that its reference is their docstring.
LAYOUTS = ("kg/loaders/ctgov/study.py", "kg/loaders/ctgov/study_results.py", "kg/loaders/ctis/layout.py")
# Longer than 40 lines, each with the reason.
LONG_FUNCTIONS: dict[str, str] = {}


def modules(*folders: str) -> list[Path]:
    """Hand-written Python files of some folders."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in found if not str(path.relative_to(ROOT)).startswith(GENERATED)]


def name_of(path: Path) -> str:
    """Path from the root of the repository, for parameters and messages."""
    return str(path.relative_to(ROOT))


def unit_of(module: str) -> str:
    """``kg.rdf.terms`` to ``rdf``; the package itself to an empty text."""
    return [*module.split("."), ""][1]


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, and whether only for type checkers."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in typing_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) in typing_only
            if node.module == "kg":
                yield from ((f"kg.{alias.name}", id(node) in typing_only) for alias in node.names)


KG = modules("kg")
CORE_MODULES = [path for path in KG if (path.stem if path.parent.name == "kg" else path.parent.name) in CORE]
EVERYTHING = modules("kg", "schema", "tests")


@pytest.mark.parametrize("path", [p for p in KG if p.name != "__init__.py" or p.parent.name != "kg"], ids=name_of)
def test_imports_point_down_the_list(path: Path):
    own = path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")
    for module, typing_only in imported(path):
        unit = unit_of(module) if module.startswith("kg.") else ""
        if unit and not typing_only:
            assert unit in ORDER, f"{unit} is not in the list of tests/test_house.py"
            assert ORDER.index(unit) <= ORDER.index(own), f"{name_of(path)} imports {module}, which stands after it"


@pytest.mark.parametrize("path", EVERYTHING, ids=name_of)
def test_module_has_at_most_400_lines(path: Path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{name_of(path)} has {lines} lines: move one of its nouns to a module of its own"


@pytest.mark.parametrize("path", modules("kg", "schema"), ids=name_of)
def test_function_has_at_most_40_lines(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            doc = node.body[0] if ast.get_docstring(node) else None
            said = (doc.end_lineno or 0) - doc.lineno + 1 if doc else 0
            lines = (node.end_lineno or 0) - node.lineno + 1 - said
            allowed = f"{name_of(path)}:{node.name}" in LONG_FUNCTIONS
            assert lines <= 40 or allowed, f"{name_of(path)}:{node.name} has {lines} lines without its docstring"


@pytest.mark.parametrize("path", EVERYTHING, ids=name_of)
def test_module_is_named_for_a_noun(path: Path):
    assert path.stem not in FORBIDDEN_NAMES, f"{name_of(path)}: say what it holds"


@pytest.mark.parametrize("path", CORE_MODULES, ids=name_of)
def test_core_is_pure(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Global)], f"{name_of(path)} has a global statement"
    used = {module for module, _ in imported(path)} & IMPURE
    assert not used, f"{name_of(path)} imports {used}: the core knows no clock, chance or network"


@pytest.mark.parametrize("path", KG, ids=name_of)
def test_our_namespace_is_written_in_one_place(path: Path):
    if name_of(path) != "kg/rdf/iris.py":
        code = ast.parse(path.read_text(encoding="utf-8"))
        texts = [n.value for n in ast.walk(code) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        docs = {
            ast.get_docstring(n, clean=False)
            for n in ast.walk(code)
            if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        found = [text for text in texts if "w3id.org/trialgraph" in text and text not in docs]
        assert not found, f"{name_of(path)} writes our namespace; use kg.rdf.iris or kg.model"


@pytest.mark.parametrize("path", KG, ids=name_of)
def test_only_the_store_opens_a_store(path: Path):
    text = path.read_text(encoding="utf-8")
    opens = re.search(r"\bStore\(|Store\.read_only|import Store\b", text)
    assert "kg/store/" in str(path) or not opens, f"{name_of(path)} opens a pyoxigraph.Store"


@pytest.mark.parametrize("path", KG, ids=name_of)
def test_linkml_is_not_used_at_run_time(path: Path):
    assert not [m for m, _ in imported(path) if m.startswith("linkml")]


@pytest.mark.parametrize("path", modules("kg", "schema"), ids=name_of)
def test_public_things_are_documented(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{name_of(path)} has no docstring"
    kinds = ast.FunctionDef if name_of(path) in LAYOUTS else ast.FunctionDef | ast.ClassDef
    for node in tree.body:
        if isinstance(node, kinds) and not node.name.startswith("_"):
            said = ast.get_docstring(node)
            assert said, f"{name_of(path)}:{node.name} has no docstring"
            words = re.sub(r"\W+", " ", said).strip().lower()
            assert words != node.name.replace("_", " ").lower(), f"{name_of(path)}:{node.name} repeats its name"


@pytest.mark.parametrize("path", KG, ids=name_of)
def test_every_module_imports(path: Path):
    module = name_of(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    importlib.import_module(module)


@pytest.mark.parametrize("path", modules("tests"), ids=name_of)
def test_tests_can_fail(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{name_of(path)}:{node.lineno} catches everything"
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant):
            raise AssertionError(f"{name_of(path)}:{node.lineno} asserts a constant")


def test_top_level_holds_only_what_belongs_there():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL


def test_nothing_is_left_open_in_the_code():
    marks = re.compile("TO" + "DO|FIX" + "ME|XX" + "X")
    found = [name_of(p) for p in modules("kg", "schema") if marks.search(p.read_text(encoding="utf-8"))]
    assert not found


def test_code_is_formatted_and_clean():
    for command in (["format", "--check", "."], ["check", "."]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_types_are_right():
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_waits_for_no_heavy_import():
    code = "import sys; sys.argv = ['kg', '--help']\ntry:\n import kg.cli; kg.cli.main()\nexcept SystemExit: pass\n"
    code += "print('LOADED', *sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rsplit("LOADED", 1)[1].split())
    heavy = loaded & {"pyoxigraph", "rdflib", "uvicorn", "rich", "pandas", "polars", "msgspec", "yaml"}
    assert not heavy
