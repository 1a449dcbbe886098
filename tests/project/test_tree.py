"""What tests import of ours is there, in those files too that `make check` does not read."""

import re
from functools import cache
from pathlib import Path

from tests.machine.scheduling import is_left_out

ROOT = Path(__file__).parents[2]
# As ruff orders them: one module, then names on the line or in parentheses.
IMPORT = re.compile(
    r"^ *from ((?:darasa_reflex|tests)[\w.]*) import (?:\(([^)]*)\)|(.*))$", re.MULTILINE
)
BOUND = re.compile(
    r"^(?:async def|def|class) (\w+)|^(\w+)|(?:import|as|,) (\w+)|^ +(\w+)(?=,)", re.MULTILINE
)
PRIVATE = re.compile(r"^(?:async def|def|class) (_[A-Za-z]\w*)", re.MULTILINE)
NAME = re.compile(r"(\w+)(?: as \w+)?,?(?: *#.*)?\s*")


def imports_of(path: Path):
    for module, several, few in IMPORT.findall(path.read_text(encoding="utf-8")):
        for name in NAME.findall(re.sub(r"#.*", "", several or few)):
            yield module, name


@cache
def text_of(module: str) -> str | None:
    """The text of a module, or the names in a folder; None when there is neither."""
    path = ROOT.joinpath(*module.split("."))
    if path.is_dir():
        start = path / "__init__.py"
        inside = "\n".join(f"{entry.stem} =" for entry in path.iterdir())
        return inside + (start.read_text(encoding="utf-8") if start.is_file() else "")
    file = path.with_suffix(".py")
    return file.read_text(encoding="utf-8") if file.is_file() else None


@cache
def names_in(module: str) -> frozenset[str]:
    """What a module binds, with some words that only look so; nothing when there is none."""
    found = BOUND.findall(text_of(module) or "")
    return frozenset(name for names in found for name in names)


def is_there(module: str, name: str) -> bool:
    return name in names_in(module)


def test_what_tests_import_from_our_own_files_is_there():
    missing = {
        (str(path.relative_to(ROOT)), module, name)
        for path in (ROOT / "tests").rglob("*.py")
        if not path.name.startswith("test_") or is_left_out(path, "not browser and not slow")
        for module, name in imports_of(path)
        if not is_there(module, name)
    }

    assert missing == set()


# As many entries as a folder may have; a port's or a feature's own cut may ask for a few more.
MOST = 12
MORE = {
    "": 15,
    "components": 13,
    "features/interviews": 15,
    "providers": 14,
    "providers/interviewer/local/ears": 13,
}
# The root of tests has a folder for each of the product's, and what they are set up with beside.
MORE_IN_TESTS = {"": 16}
# So many entries a reader takes in at a glance; a larger folder says in a line each what is where.
AT_A_GLANCE = 8


def entries_of(folder: Path) -> set[str]:
    found = {path.stem for path in folder.glob("*.py")} - {"__init__", "__main__"}
    return found | {path.name for path in folder.iterdir() if any(path.rglob("*.py"))}


def listed_in(folder: Path) -> set[str]:
    docstring = (folder / "__init__.py").read_text(encoding="utf-8").split('"""')[1]
    return set(re.findall(r"(?<=\n)(\w+): \S", docstring))


def test_no_private_function_or_class_is_left_over():
    """Ruff and the type checker know this of imports and of names within functions alone."""
    unused = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / "darasa_reflex").rglob("*.py")
        for text in [path.read_text(encoding="utf-8")]
        for name in PRIVATE.findall(text)
        if text.count(name) == 1
    }

    assert unused == set()


def test_a_large_folder_says_what_is_where():
    folders = {path.parent for path in (ROOT / "darasa_reflex").rglob("*.py")}
    wrong = {
        str(folder.relative_to(ROOT)): listed_in(folder) ^ entries_of(folder)
        for folder in folders
        if len(entries_of(folder)) > AT_A_GLANCE
    }

    assert len(wrong) > 10
    untold = {folder: names for folder, names in wrong.items() if names}
    assert untold == {}, "The docstring of a folder's __init__.py says in a line each what is where"


def count_of(folder: Path) -> int:
    """How many files and folders a folder holds, as a checkout has them."""
    return sum(
        any(file.suffix != ".pyc" for file in entry.rglob("*.*")) or entry.is_file()
        for entry in folder.iterdir()
        if not entry.name.startswith("__")
    )


def crowded(root: Path, more: dict[str, int]) -> dict[str, int]:
    """Return the folders of a tree that hold more entries than they may, and how many."""
    folders = {path.parent for path in root.rglob("*.*") if path.suffix != ".pyc"}
    assert len(folders) > 80
    allowed = {root / folder: most for folder, most in more.items()}
    return {
        str(folder.relative_to(ROOT)): count
        for folder in folders
        if (count := count_of(folder)) > allowed.get(folder, MOST)
    }


def test_no_folder_of_the_product_is_a_long_corridor():
    assert crowded(ROOT / "darasa_reflex", MORE) == {}


def test_no_folder_of_tests_is_a_long_corridor():
    assert crowded(ROOT / "tests", MORE_IN_TESTS) == {}
