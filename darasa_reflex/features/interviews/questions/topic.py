"""What a chip of the job can be in a spoken question: a skill, an ability, a kind of experience."""

import re
from dataclasses import dataclass
from typing import Literal

from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import known
from darasa_reflex.features.job_infos.posting.clauses import shortened

Kind = Literal["tool", "practice", "standard", "people", "spoken", "ability", "having", "line"]

# Families whose proper names are things one works with.
_TOOLS = frozenset(
    {
        "language", "framework", "database", "cloud", "data", "testing", "design", "marketing",
        "sales",
    }
)  # fmt: skip
_LONGEST = 80
_MOST_WORDS = 13
_ABILITY = re.compile(
    r"^(?:\w+[,-]? ){0,3}?(?:ability|able|capacity|capable|willing(?:ness)?|comfortable) to "
    r"(?P<verb>[a-z].+)",
    re.IGNORECASE,
)
_HAVING = re.compile(
    r"\b(?P<noun>experience|background|track record|knowledge|understanding|familiarity|proficiency"
    r"|fluency|expertise|competence)\s+(?P<rest>(?:of|with|in|as|using|\w+ing)\b.+)",
    re.IGNORECASE,
)
_ADJECTIVES = {
    "familiar": "familiarity",
    "proficient": "proficiency",
    "fluent": "fluency",
    "competent": "competence",
    "experienced": "experience",
}
_YEARS = re.compile(
    r"^(?:at least |over |more than |minimum (?:of )?)?[\d\u2013+-]+\+? (?:or more "
    r")?years?['\u2019]? (?:of )?"
    r"(?=(?:of|with|in|as|using|\w+ing)\b)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:degree|diploma|bachelor|master'?s|ph\.?d|gcses?|[bm]sc|driving licence|right to work"
    r"|driver'?s licen[cs]e|work permit|visa)\b",
    re.IGNORECASE,
)
_SPEAKABLE = re.compile(r"[^\W_]")
_NOISE = re.compile(
    r"https?://\S+|\S+@\S+|[\"“”„«»<>{}\[\]|*_~^`=\\]"
    r"|[^\w\s.,;:()/&+#'\u2019%€$£-]"
)
_LAST_WORD_SMALL = re.compile(r"\s[a-z][\w-]*$")


@dataclass(frozen=True, slots=True)
class Topic:
    """A chip made ready for speech.

    Attributes:
        chip: As the person left it.
        phrase: The words that go into a question, in the case they have within a sentence.
        kind: How questions about it are built.
        family: Of the lexicon; empty when it is not in there.
        dull: Little can be asked about it: a degree, a licence.
    """

    chip: str
    phrase: str
    kind: Kind
    family: str = ""
    dull: bool = False


def topic_of(chip: str) -> Topic | None:
    """Return the topic of a chip; None when it must not or cannot be said."""
    text = " ".join(_NOISE.sub(" ", chip).split()).strip(" .,;:-+/&")
    if looks_like_instruction(chip) or not _SPEAKABLE.search(text):
        return None
    if skill := known(text):
        return Topic(chip, skill.name, _kind(skill.name, skill.family), skill.family)
    text = _few_words(shortened(text, _LONGEST))
    return _requirement(chip, text) if text else None


def _kind(name: str, family: str) -> Kind:
    if family in {"people", "spoken"}:
        return "people" if family == "people" else "spoken"
    if not any(letter.isupper() for letter in name) or _LAST_WORD_SMALL.search(name):
        return "tool" if family in {"language", "framework"} else "practice"
    return "tool" if family in _TOOLS else "standard"


def _requirement(chip: str, text: str) -> Topic:
    if found := _ABILITY.match(text):
        return Topic(chip, found["verb"], "ability")
    first, _, rest = text.partition(" ")
    nouned = f"{_ADJECTIVES.get(first.lower(), first)} {rest}"
    nouned = _YEARS.sub("experience ", nouned) if "experience" not in nouned.lower() else nouned
    if found := _HAVING.search(nouned):
        return Topic(chip, f"{found['noun'].lower()} {found['rest']}", "having")
    if " " not in text and text[:1].isupper():
        return Topic(chip, text, "standard")
    return Topic(chip, text, "line", dull=_PAPER.search(text) is not None)


def _few_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= _MOST_WORDS else shortened(" ".join(words[:_MOST_WORDS]), _LONGEST)
