"""The questions that come with Darasa, read once from the two lists beside this module."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from darasa_reflex.features.interviews.questions.wordings.wording import ANY, EARLY, LATER, SENIOR

Sort = Literal["knowledge", "design", "situation", "story"]

_LEVELS = {"any": ANY, "junior": EARLY, "later": LATER, "senior": SENIOR}
_HERE = "darasa_reflex.features.interviews.questions.bank"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank.

    Attributes:
        sort: What it asks for: what one knows, a design, what one would do, or what one did.
        again: The same in fewer words.
        levels: Experience levels it suits.
    """

    sort: Sort
    text: str
    again: str
    levels: frozenset[str]


@cache
def by_role() -> dict[str, tuple[Question, ...]]:
    """Return questions by role ("nursing") and by need ("need:people")."""
    return _read("roles.tsv")


@cache
def by_skill() -> dict[str, tuple[Question, ...]]:
    """Return questions by the name of a skill of the lexicon."""
    return _read("skills.tsv")


def _read(name: str) -> dict[str, tuple[Question, ...]]:
    found: dict[str, tuple[Question, ...]] = {}
    for line in resources.files(_HERE).joinpath(name).read_text("utf-8").splitlines():
        if not line.startswith("# "):
            key, levels, sort, text, again = line.split("\t")
            question = Question(cast("Sort", sort), text, again, _LEVELS[levels])
            found[key] = (*found.get(key, ()), question)
    return found
