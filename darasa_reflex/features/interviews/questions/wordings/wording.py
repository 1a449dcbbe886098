"""Questions in several wordings, and how one of them is chosen."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from random import Random
from typing import Literal

Section = Literal[
    "warm-up", "introduction", "background", "behavioural", "role", "candidate", "close"
]
EARLY = frozenset({"junior"})
LATER = frozenset({"mid-level", "senior"})
SENIOR = frozenset({"senior"})
ANY = frozenset({"junior", "mid-level", "senior"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words, ready to be asked. See `PlannedQuestion` for the fields.

    Attributes:
        sort: What it asks for, one of `bank.Sort`; empty for what was made of a template.
        follow_up: What is asked next, whatever was answered; may be empty.
        source: Who brought it: see `PlannedQuestion`.
    """

    text: str
    again: str
    skill: str | None = None
    sort: str = ""
    follow_up: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Wordings of one question. `{role}` stands for "the … role".

    Attributes:
        texts: Each says the whole question.
        again: The same, shorter and in other words.
        levels: Experience levels it suits.
    """

    texts: tuple[str, ...]
    again: str
    levels: frozenset[str] = ANY


def worded(
    random: Random, template: Template, words: dict[str, str], avoid: AbstractSet[str]
) -> Asked:
    """Return the question in one of its wordings, a new one if there is one."""
    again = template.again.format_map(words)
    if not avoid:
        return Asked(random.choice(template.texts).format_map(words), again)
    texts = [text.format_map(words) for text in template.texts]
    fresh = [text for text in texts if text not in avoid]
    return Asked(random.choice(fresh or texts), again)


def suited(templates: Sequence[Template], level: str) -> list[Template]:
    """Return the templates for a level."""
    return [template for template in templates if level in template.levels]
