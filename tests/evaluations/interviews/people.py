"""Simulated candidates: people with facts of their own, who answer what they are asked.

What each has told already is written down with the answer, by whoever wrote it, so that nothing
here depends on how the product reads answers.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
# What a follow-up can ask for, in words; the first that fits. Written for these tests alone.
_ASKS = (
    ("measure", r"number|figure|measur|how (?:much|many|large|big|long)|roughly"),
    ("outcome", r"outcome|turn(?:ed)? out|came of|come of|how did it (?:end|go)|in the end|change"
     r"|where did that leave|what did it bring|had you done nothing"),
    ("own", r"yourself|your own|yours|your (?:part|role|contribution)|what did you do|fell to you"
     r"|who did what|without you|did you decide"),
    ("context", r"situation|when was|where (?:was|did this)|set the scene|led up|at the time"
     r"|going on around|when and where|constraints|who wanted"),
    ("detail", r"more|detail|example|step|walk|what happened|in practice|add|specific|exactly"),
)  # fmt: skip
NO_MORE = "There is not much more to tell about that one."


@dataclass
class Story:
    """An answer to a planned question, and what its teller can say when asked on.

    Attributes:
        tells: What the answer holds already: "context", "own", "outcome", "measure".
        more: By what is asked for, what they then say.
        asked: The follow-up that a good listener would ask.
    """

    text: str
    tells: frozenset[str] = frozenset()
    more: dict[str, str] = field(default_factory=dict)
    asked: str = ""


@dataclass
class Person:
    """A candidate and the job they want.

    Attributes:
        answer_in_posting: Words of the posting that answer `asks`.
    """

    name: str
    title: str
    level: str
    skills: tuple[str, ...]
    posting: str = ""
    intro: Story = field(default_factory=lambda: Story(""))
    plan: Story = field(default_factory=lambda: Story(""))
    stories: list[Story] = field(default_factory=list)
    asks: str = ""
    answer_in_posting: str = ""


def seen():
    """People that the rules were made with."""
    return _read("people_seen.txt")


def held_out():
    """People whom nobody had a look at before the end.

    At the first look the rules asked 2 of 50 times for what was told, and 31 of 57 follow-ups of
    the model took up the answer: it asked about facts that had not been told yet, which no model
    that listens does. What the rules and that model got wrong is mended since.
    """
    return _read("people_held_out.txt")


def odd():
    """People who speak unlike others: briefly, at length, in questions, beside the point, angrily.

    At the first look one question of eight was said not to be in a posting in which it was, five of
    eight companies were not named, and who asked about pay in an answer was not heard.
    """
    return _read("people_odd.txt")


def asked_for(question):
    """What a follow-up asks for; "particular" when it is about something that was said."""
    low = question.lower()
    return next((kind for kind, words in _ASKS if re.search(rf"\b(?:{words})", low)), "particular")


def _read(name):
    people = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        match kind:
            case "#":
                who, title, level, skills = (part.strip() for part in rest.split("|"))
                people.append(Person(who, title, level, tuple(skills.split(", "))))
            case "posting:":
                people[-1].posting = rest
            case "intro:":
                people[-1].intro = Story(rest, frozenset({"own", "context"}))
            case "plan:":
                people[-1].plan = Story(rest, frozenset({"own"}))
            case "asks:":
                people[-1].asks, _, people[-1].answer_in_posting = rest.partition(" -> ")
            case "story:":
                text, _, tells = rest.rstrip("]").partition(" [")
                people[-1].stories.append(Story(text, frozenset(tells.split())))
            case "+":
                what, _, told = rest.partition(": ")
                people[-1].stories[-1].more[what] = told
            case "?":
                people[-1].stories[-1].asked = rest
            case _:
                continue
    return people
