"""Which questions of a model will do: code that reads them one by one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.interviews.questions import forbidden
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.interviews.questions.locales.private import PRIVATE, TEACHES
from darasa_reflex.features.interviews.questions.locales.telling import is_in
from darasa_reflex.features.interviews.questions.wordings.wording import Section
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded
from darasa_reflex.features.job_infos.posting.language import is_english

_FEWEST_WORDS, _MOST_WORDS = 4, 32
_FEWEST = {"background": 1, "behavioural": 3, "role": 5}
# So many words in common, of the shorter one, are the same question again.
_ALIKE = 0.75
_SMALL = frozenset(
    """
    a an the of to and or in on at for with you your how what when which where who why do did tell
    me about time is are was have has it this that would
    """.split()  # noqa: SIM905 - a list of words is read as text
)
_FORBIDDEN = re.compile(forbidden.PRIVATE, re.IGNORECASE)
# A verdict, a forecast or an answer stands in no question.
_TEACHES = re.compile(
    r"\b(?:you will (?:get|be hired)|well done|great job|the (?:right|correct) answer|as an ai"
    r"|language model)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A question that is ready to be asked. See `PlannedQuestion` for the fields."""

    section: Section
    text: str
    again: str
    skill: str | None = None


def passing(
    questions: Sequence[Ready], earlier: Sequence[str], language: str = ENGLISH
) -> tuple[Ready, ...]:
    """Return those that will do in an interview in a language, in their order."""
    kept: list[Ready] = []
    known = [_words(text) for text in earlier]
    for one in questions:
        words = _words(one.text)
        if _will_do(one, language) and not any(_same(words, other) for other in known):
            again = one.again if _is_short(one, language) else ""
            kept.append(Ready(section=one.section, text=one.text, again=again, skill=one.skill))
            known.append(words)
    return tuple(kept)


def complaint_of(
    questions: Sequence[Ready], earlier: Sequence[str], language: str = ENGLISH
) -> str | None:
    """Return what is wrong with the whole, in words of ours; None when enough will do."""
    kept = passing(questions, earlier, language)
    for section, fewest in _FEWEST.items():
        if sum(one.section == section for one in kept) < fewest:
            return f'questions: too few of the section "{section}" keep the rules'
    return None


def _will_do(one: Ready, language: str) -> bool:
    many = len(one.text.split())
    written = is_english(one.text) if language == ENGLISH else is_in(one.text, language)
    is_one = one.text.count("?") <= 1 and one.text[-1:] in {"?", "."} and "\n" not in one.text
    tied = one.skill is not None or one.section == "background"
    fine = _FEWEST_WORDS <= many <= _MOST_WORDS and is_one and tied and written
    bad = PRIVATE.get(language, _FORBIDDEN).search(one.text) or (
        TEACHES.get(language, _TEACHES).search(one.text)
    )
    return fine and not bad and not looks_like_instruction(one.text) and "{" not in one.text


def _is_short(one: Ready, language: str) -> bool:
    """Whether the short form may be said: it is shorter, and as harmless."""
    private = PRIVATE.get(language, _FORBIDDEN)
    harmless = not private.search(one.again) and not looks_like_instruction(one.again)
    shorter = 0 < len(one.again.split()) < len(one.text.split())
    written = language == ENGLISH or is_in(one.again, language)
    return shorter and harmless and written and "?" not in one.again[:-1]


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(text)) - _SMALL


def _same(words: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(words), len(other))
    return fewer > 0 and len(words & other) >= _ALIKE * fewer
