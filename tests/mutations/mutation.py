"""The lists of faults."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LISTS = Path(__file__).parent
ROOT = LISTS.parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """A fault that somebody in a hurry could make.

    Attributes:
        id: Names it, for good.
        file: Below `darasa_reflex`.
        old: Text that stands there once.
        new: What stands there instead.
        harm: What a person would suffer.
        caught_by: The test that fails then, as "file.py::test"; its folder may change.
        slow: No fast test is known that does: `make check` says nothing.
        layer: The list it stands in.
    """

    id: str
    file: str
    old: str
    new: str
    harm: str
    caught_by: str
    slow: bool = False
    layer: str

    def path_in(self, tree: Path) -> Path:
        """Return the file in a tree."""
        return tree / "darasa_reflex" / self.file

    def applies_to(self, tree: Path) -> bool:
        """Tell whether the fault can be made in a tree: one of another time may have other text."""
        path = self.path_in(tree)
        return path.is_file() and path.read_text(encoding="utf-8").count(self.old) == 1

    def made_in(self, text: str) -> str:
        """Return the text of the file with the fault."""
        return text.replace(self.old, self.new)

    def test_in(self, tree: Path) -> str:
        """Return where its test stands in a tree, as pytest takes it; empty: nowhere."""
        name, _, test = self.caught_by.partition("::")
        places = sorted((tree / "tests").rglob(name))
        found = (path for path in places if f"def {test}(" in path.read_text(encoding="utf-8"))
        return next((f"{path.relative_to(tree)}::{test}" for path in found), "")


@cache
def mutations() -> tuple[Mutation, ...]:
    """Return all faults."""
    return tuple(
        Mutation(**fault, layer=path.stem)
        for path in sorted(LISTS.glob("*.toml"))
        for fault in tomllib.loads(path.read_text(encoding="utf-8"))["fault"]
    )


def chosen(words: list[str]) -> list[Mutation]:
    """Return the faults that have one of some words in their name or layer; all without words."""
    return [
        one
        for one in mutations()
        if not words or any(word in f"{one.layer} {one.id}" for word in words)
    ]
