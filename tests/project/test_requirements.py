"""What is installed is what was asked for: lists, locks, licences and late imports agree.

Import statements are held against the lists by `make imports`.
"""

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.fixtures.server import ROOT
from tests.project.licences import PAGE, pins

LISTS = [ROOT / "requirements.in", ROOT / "requirements-dev.in"]
LISTS += [ROOT / "tests/load/pipecat/requirements.in"]
# Packages whose modules have another name.
MODULES = {"faster_whisper": "faster-whisper", "espeakng_loader": "espeakng-loader"}
MODULES |= {"piper": "piper-tts"}
PASSED_OVER = {
    "pipecat": "pipecat-ai",
    "socketio": "python-socketio",
    "yaml": "pyyaml",
}
COPYLEFT = re.compile("GPL|MPL|CC-BY")


@pytest.mark.parametrize("asked", LISTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_lock_holds_what_its_list_asks_for_with_hashes_and_no_address(asked):
    lock = asked.with_suffix(".txt").read_text()

    assert pins(asked.read_text()).items() <= pins(lock).items(), "run `make lock`"
    entries = re.findall(r"^[^\s#].*(?:\n +--hash.*)*", lock, re.MULTILINE)
    assert len(entries) == len(pins(lock))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in lock
    assert "--index" not in lock


def test_tests_run_on_the_products_own_versions():
    product, tests = (pins(file.with_suffix(".txt").read_text()) for file in LISTS[:2])

    assert product.items() <= tests.items(), "run `make lock`"


@pytest.mark.slow
def test_what_is_imported_late_by_name_is_asked_for():
    asked = pins(LISTS[0].read_text())

    late = {name for file in (ROOT / "darasa_reflex").rglob("*.py") for name in late_imports(file)}
    # Python itself brings these, or every environment that this one can be installed into.
    late -= {"pip", *sys.stdlib_module_names}

    assert {"av", "onnxruntime", "faster_whisper"} <= late
    assert {MODULES.get(name, name) for name in late} <= asked.keys()


@pytest.mark.slow
def test_what_deptry_is_told_to_pass_over_is_asked_for_and_no_part_of_the_product():
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["deptry"]
    passed = {name for rule in ("DEP001", "DEP003") for name in rules["per_rule_ignores"][rule]}
    asked = {name for file in LISTS[1:] for name in pins(file.read_text())}
    # loguru comes with pipecat, into an environment of its own.
    named = {PASSED_OVER.get(name, name).replace("_", "-") for name in passed} - {"loguru"}

    product = {
        name
        for file in (ROOT / "darasa_reflex").rglob("*.py")
        if "testing" not in file.parts and any(name in file.read_text() for name in passed)
        for name in imports(file)
    }

    assert named <= asked
    assert not passed & product


def test_programs_under_gpl_3_are_loaded_by_their_own_processes_alone():
    loading = {
        str(file.relative_to(ROOT / "darasa_reflex"))
        for file in (ROOT / "darasa_reflex").rglob("*.py")
        if "piper" in file.read_text() or "espeak" in file.read_text()
        if {"piper", "espeakng_loader"} & imports(file)
    }

    assert loading == {"providers/tts/piper/worker.py", "providers/tts/espeak/worker.py"}


def test_every_installed_package_stands_under_its_licence():
    page = PAGE.read_text()

    head, _, tables = page.partition("## Python packages")
    shown = {word for row in tables.splitlines() for word in re.split(r"[|,\s]+", row)}
    for lock in LISTS[:2]:
        assert pins(lock.with_suffix(".txt").read_text()).keys() <= shown, "run `make licences`"
    assert "not named" not in tables
    rows = [row.split("|")[1:3] for row in tables.splitlines() if row.startswith("| ")]
    asking = [names.split(", ") for licence, names in rows if COPYLEFT.search(licence)]
    for name in (one.strip() for names in asking for one in names):
        assert name.partition("-")[0] in head, f"{name} asks for more than a notice"


@cache
def nodes_of(file: Path) -> tuple[ast.AST, ...]:
    """Return the calls and the imports of a file; reading all files takes a second."""
    wanted = (ast.Call, ast.Import, ast.ImportFrom)
    return tuple(node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, wanted))


def late_imports(file: Path, functions=("import_module", "find_spec")) -> set[str]:
    """Return the top-level modules that a file names in calls of these functions."""
    calls = [node for node in nodes_of(file) if isinstance(node, ast.Call)]
    return {
        argument.value.partition(".")[0]
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in functions
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant)
    }


def imports(file: Path) -> set[str]:
    """Return the modules that a file imports, by statement or by name."""
    tree = nodes_of(file)
    whole = {alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module or "" for node in tree if isinstance(node, ast.ImportFrom)}
    named = {name.partition(".")[0] for name in whole | parts}
    return named | late_imports(file, ("import_module",))
