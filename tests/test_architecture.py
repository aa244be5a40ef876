"""The house as a whole: what stands where, who imports whom, and how big it is."""

import ast
import json
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "ingest", "index", "prompts")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))

TOP_LEVEL = {
    *PACKAGES,
    *("tests", "examples", "benchmarks"),
    *("referent.py", "pyproject.toml", "Makefile"),
    *("README.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
    *(".ci", ".gitignore", ".gitattributes"),
}

HEAVY = {
    *("chromadb", "sentence_transformers", "torch", "transformers", "onnxruntime", "onnx"),
    *("tokenizers", "tantivy", "pypdf", "docx", "lxml", "bs4", "charset_normalizer"),
    *("markdown_it", "pytesseract", "pypdfium2", "PIL", "slack_bolt", "fastapi", "mcp", "numpy"),
    *("jinja2", "markupsafe"),
    *("microsoft_teams", "msal", "openai"),
}
"""Libraries that take long to load, or that `referent --help` has no use for."""

LONGEST_MODULE = 350
"""Lines."""

LONGEST_FUNCTION = 60
"""Lines; nine in ten are under 40."""


def test_the_top_level_holds_what_the_customer_fixed_and_the_usual_files() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0].strip('"') for line in listed.stdout.splitlines()}
    assert top <= TOP_LEVEL
    assert set(PACKAGES) <= top


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_owns_the_name_of_our_packages(package: str) -> None:
    owners = {name for name in packages_distributions().get(package, []) if name != "referent"}
    assert owners == set()


@pytest.mark.parametrize("module", ["bot.cli", "ingest.cli", "referent"])
def test_a_command_line_starts_without_a_heavy_library(module: str) -> None:
    program = f"import {module}, sys, json; print(json.dumps(list(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert HEAVY & set(json.loads(run.stdout)) == set()


@cache
def nodes_of(module: Path) -> tuple[ast.AST, ...]:
    """Return what a module is made of, the module itself first."""
    return tuple(ast.walk(ast.parse(module.read_text("utf-8"))))


def imports_of(module: Path) -> set[str]:
    """Return the top-level names that a module imports, anywhere in it."""
    names = set()
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_every_heavy_library_has_a_contract_that_names_its_one_importer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    guarded = {name for c in contracts for name in c.get("protected_modules", [])}
    # numpy arrays are what vectors are handed over as, lxml trees what markup is: many use them.
    single = HEAVY - {"numpy", "lxml"}
    imported = {name for module in MODULES for name in imports_of(module)} & single
    assert imported - guarded == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_can_be_read_in_one_sitting(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE
    sizes = {f.name: size_of(f) for f in functions_of(module)}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def functions_of(module: Path) -> list[ast.FunctionDef]:
    """Return every function of a module, at whatever depth."""
    return [node for node in nodes_of(module) if isinstance(node, ast.FunctionDef)]


def size_of(function: ast.FunctionDef) -> int:
    """Return the lines of a function."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_nine_in_ten_functions_are_under_forty_lines() -> None:
    sizes = sorted(size_of(one) for module in MODULES for one in functions_of(module))
    assert sizes[len(sizes) * 9 // 10] < 40


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager", "base", "misc"])
def test_modules_are_nouns_of_the_field(name: str) -> None:
    assert [module for module in MODULES if module.stem == name] == []


def module_of(module: Path) -> ast.Module:
    """Return a module as it is parsed."""
    whole = nodes_of(module)[0]
    assert isinstance(whole, ast.Module)
    return whole


def test_every_module_says_what_it_holds() -> None:
    silent = [str(m) for m in MODULES if not ast.get_docstring(module_of(m))]
    assert silent == []
