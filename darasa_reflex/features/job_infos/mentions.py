"""Skills named in a line of a job's text."""

import re
from dataclasses import dataclass
from itertools import pairwise

from darasa_reflex.features.job_infos.lexicon import (
    TECHNICAL,
    WORD,
    Lexicon,
    Name,
    Skill,
    fold,
    lexicon,
)

# Between the words of one name.
_JOINT = re.compile(r"[ \t\u00a0]|\s?[-/\u2010-\u2013]\s?")
# A name that is also a verb or a noun counts at the start of a sentence only before these.
_AFTER_NAME = re.compile(
    r"\s*(?:$|[,/;:()&.]|\s(?:and|or|skills?|experience|knowledge|developer|engineer"
    r"|programming)\b)"
)
_BESIDE_SHY = re.compile(
    r"\s(?:developers?|engineers?|programming|programmers?|language|experience)\b"
)
_KNOWN_BEFORE = re.compile(
    r"\b(?:experience|knowledge|proficien\w+|skills?|fluen\w+|familiar\w*) (?:in|of|with|using) $",
    re.IGNORECASE,
)
_BEFORE_LETTER = re.compile(
    r"\b(?:series|class|vitamin|category|hepatitis|section|grade|level|band|type|group)\s$",
    re.IGNORECASE,
)


# "Plain English" is a way of writing.
_STYLE = re.compile(r"\b(?:plain|clear|simple) $", re.IGNORECASE)
# Between names of a list: "Go, Rust and C".
_LISTING = re.compile(r"\s*(?:[,;/&|]|,?\s(?:and|or)\b|\s-\s)\s*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill and where it stands in the line.

    Attributes:
        shy: Its name is also an ordinary word.
        misspelled: It stands there with an error of spelling.
    """

    skill: Skill
    start: int
    end: int
    shy: bool = False
    misspelled: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded, and where it stands in the line."""

    folded: str
    start: int
    end: int


def words_of(line: str) -> list[Word]:
    """Return the words of a line."""
    return [Word(fold(found[0]), found.start(), found.end()) for found in WORD.finditer(line)]


def names_techniques(line: str) -> bool:
    """Tell whether a line names a technique by a name that is no ordinary word."""
    return any(not m.shy and m.skill.family in TECHNICAL for m in mentions_in(line))


def mentions_in(line: str, *, among: bool = False) -> list[Mention]:
    """Return the skills a line names, in order, without overlaps; the longest name wins.

    Args:
        line: A sentence or item.
        among: It stands among names of techniques, so that "R" is one, too.
    """
    known, words = lexicon(), words_of(line)
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, taken = _longest(known, line, words, at)
        if mention:
            found.append(mention)
        at += taken
    return _without_lonely(line, found, among=among)


def _longest(known: Lexicon, line: str, words: list[Word], at: int) -> tuple[Mention | None, int]:
    """Return the mention that begins at a word, and how many words to go on by."""
    word = words[at]
    most = known.longest.get(word.folded, 0)
    for many in range(_joined(line, words, at, most), 0, -1):
        key = tuple(word.folded for word in words[at : at + many])
        start, end = word.start, words[at + many - 1].end
        for name in known.names.get(key, ()):
            if _counts(name, line, start, end):
                return Mention(name.skill, start, end, name.shy), many
    if not most and (skill := known.misspelled(word.folded)):
        return Mention(skill, word.start, word.end, misspelled=True), 1
    return None, 1


def _joined(line: str, words: list[Word], at: int, most: int) -> int:
    """Return how many words from `at` may belong to one name."""
    many = min(most, 1)
    while 0 < many < most and at + many < len(words):
        between = line[words[at + many - 1].end : words[at + many].start]
        if not _JOINT.fullmatch(between):
            break
        many += 1
    return many


def _counts(name: Name, line: str, start: int, end: int) -> bool:
    if name.skill.family == "spoken" and _STYLE.search(line[:start]):
        return False
    if not name.exact:
        return True
    surface = line[start:end]
    if surface not in {name.exact, f"{name.exact}s"} or (line.isupper() and " " in line.strip()):
        return False
    opens = not line[:start].strip(" \"'(*-•")
    risky = opens and name.exact.istitle() and name.skill.family != "spoken"
    return not risky or _AFTER_NAME.match(line, end) is not None


def _without_lonely(line: str, found: list[Mention], *, among: bool) -> list[Mention]:
    """Leave out names that are ordinary words or letters, unless a technical name stands near."""
    shy = {mention.skill.name for mention in found if mention.shy}
    plain = {m.skill.name for m in found if not m.shy and m.skill.family in TECHNICAL}
    beside = any(
        first.skill.name != second.skill.name and _LISTING.fullmatch(line, first.end, second.start)
        for first, second in pairwise(found)
    )
    company = bool(shy) and (among or bool(plain) or beside)
    return [
        mention for mention in found if not mention.shy or _is_name(line, mention, company=company)
    ]


def _is_name(line: str, mention: Mention, *, company: bool) -> bool:
    if line[mention.end : mention.end + 1] in {"-", "'", "\u2019", "&"}:
        return False
    if _BEFORE_LETTER.search(line[: mention.start]):
        return False
    before = _KNOWN_BEFORE.search(line, 0, mention.start)
    return company or before is not None or _BESIDE_SHY.match(line, mention.end) is not None
