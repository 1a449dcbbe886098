"""When the interviewer asks on: at most two follow-ups a question, none twice in an interview."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from darasa_reflex.features.answers import reading, words
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion
from darasa_reflex.features.interviews.questions.wordings.follow_up_wordings import (
    BY_DIFFICULTY,
    STORY_DETAIL,
    TO_A_BARE_WORD,
    WORDINGS,
    Aim,
    aims_by_text,
)
from darasa_reflex.features.job_infos.lexicon import folded, known
from darasa_reflex.features.job_infos.mentions import mentions_in

__all__ = ["Aim", "FollowUp", "Told", "known_aim", "next_follow_up"]

# Follow-ups a question, by difficulty.
MOST_FOLLOW_UPS = {"easy": 1, "usual": 2, "hard": 2}
FEWEST_WORDS = 20
SHORTEST_MS = 8_000
_BARE_WORDS = 2
# After so long an answer the interviewer moves on.
LONGEST_MS = 150_000
# Words a minute of a quick speaker: tells how long a transcript without times took at least.
_WORDS_A_MINUTE = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the candidate has said to one question, with the answers to its follow-ups.

    Attributes:
        text: All of it.
        latest: The newest answer alone.
        spoken_ms: Length of the newest answer's speech; None when it was typed.
        foreign: It is not in English, so that its words tell nothing.
    """

    text: str
    latest: str
    spoken_ms: int | None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up question."""

    aim: Aim
    text: str


_TERMS = tuple(
    re.compile(re.escape(text).replace(r"\{term\}", "(.+)")) for text in WORDINGS[Aim.TERM]
)
_KNOWN = aims_by_text()
# "I've never used Snowflake": there is nothing to ask about it. To the end of the thought.
_DENIED = re.compile(
    r"(?:\b(?:never|not(?! (?:only|just)\b)|cannot|without|no experience|no knowledge)"
    r"|n['\u2019]t)\b(?:(?!\bbut\b)[^.,;!?])*$",
    re.IGNORECASE,
)
# Nothing has happened yet in an answer to what they would do.
_PAST = re.compile(r"\b(?:did|was|were|happened|came)\b")
_HYPOTHETICAL = re.compile(r"\b(?:would you|do you|does|what is|what should)\b", re.IGNORECASE)


def next_follow_up(
    told: Told,
    *,
    question: PlannedQuestion,
    skills: Sequence[str],
    followed_up: Collection[Aim],
    asked: Collection[str],
    random: Random,
    difficulty: str = "usual",
    told_already: Collection[Aim] = (),
) -> FollowUp | None:
    """Return what to ask on, or None to move on.

    Args:
        told: What was said so far.
        question: The open question.
        skills: Chips of the job; only terms named there are echoed.
        followed_up: What this question has been followed_up for already.
        asked: Every text the interviewer has said in this interview.
        random: Chooses among wordings.
        difficulty: How often and how hard it asks on: "easy", "usual" or "hard".
        told_already: What the answers tell in any case, so that it is not asked for.
    """
    pressed = Aim.DETAIL in followed_up and _is_short(told)
    if len(followed_up) >= MOST_FOLLOW_UPS[difficulty] or pressed or _is_long(told):
        return None
    for aim in _aims(told, question):
        if aim in followed_up or aim in told_already:
            continue
        if _is_bare(told):
            choices: list[Sequence[str]] = [TO_A_BARE_WORD if aim is Aim.DETAIL else ()]
        elif aim is Aim.TERM:
            choices = [_term_texts(told, question, skills, asked, told_already)]
        else:
            choices = [BY_DIFFICULTY.get(difficulty, {}).get(aim, ()), _texts(aim, question)]
        for texts in choices:
            if fresh := [text for text in texts if text not in asked and _fits(text, question)]:
                return FollowUp(aim, random.choice(fresh))
    return None


def _fits(text: str, question: PlannedQuestion) -> bool:
    """Whether a follow-up suits what the question asks for: a story, or what they would do."""
    planned = question.section == "role" and not _wants_story(question)
    return not (planned and _PAST.search(text))


def known_aim(text: str) -> Aim | None:
    """Return which aim a sentence asks about; None when it is no follow-up of ours."""
    if text in _KNOWN:
        return _KNOWN[text]
    return Aim.TERM if _term_of(text) else None


def _is_long(told: Told) -> bool:
    spoken_ms = told.spoken_ms
    if spoken_ms is None:
        spoken_ms = words.count(told.latest) * 60_000 // _WORDS_A_MINUTE
    return spoken_ms > LONGEST_MS


def _aims(told: Told, question: PlannedQuestion) -> Iterator[Aim]:
    """Yield what the answer lacks, in the order of importance."""
    if _is_short(told):
        yield Aim.DETAIL
    if told.foreign:
        return
    read = reading.read(told.text)
    if _wants_story(question):
        yield from _story_gaps(read)
    if question.section in {"background", "behavioural", "role"}:
        yield Aim.TERM


def _story_gaps(read: reading.Reading) -> Iterator[Aim]:
    if Part.ACTION not in read.parts:
        yield Aim.OWN_PART
    if Part.RESULT not in read.parts:
        yield Aim.OUTCOME
    elif Part.NUMBER not in read.parts and read.is_measurable:
        yield Aim.MEASURE
    if Part.SITUATION not in read.parts:
        yield Aim.CONTEXT


def _is_short(told: Told) -> bool:
    """Whether the first answer is short, or all that was told still is."""
    first = told.text == told.latest
    if told.foreign and told.spoken_ms is not None:
        return told.spoken_ms < SHORTEST_MS
    brief = first and told.spoken_ms is not None and told.spoken_ms < SHORTEST_MS
    return brief or words.count(told.text) < FEWEST_WORDS


def _wants_story(question: PlannedQuestion) -> bool:
    """Whether the question asks for something that happened, not for a view or a plan."""
    if question.section not in {"behavioural", "role"}:
        return False
    return question.section == "behavioural" or not _HYPOTHETICAL.search(question.text)


def _is_bare(told: Told) -> bool:
    """Whether so little was said, as "No.", that nothing happened in it to be asked about."""
    if told.foreign or words.count(told.text) > _BARE_WORDS:
        return False
    return not {Part.ACTION, Part.SHARED} & reading.read(told.text).parts.keys()


def _texts(aim: Aim, question: PlannedQuestion) -> tuple[str, ...]:
    if aim is Aim.DETAIL and _wants_story(question):
        return STORY_DETAIL + WORDINGS[aim]
    return WORDINGS[aim]


def _term_texts(
    told: Told,
    question: PlannedQuestion,
    skills: Sequence[str],
    asked: Collection[str],
    told_already: Collection[Aim],
) -> list[str]:
    """Return follow-ups about the first skill of the job that the newest answer brings up.

    It is called as they called it: who spoke of VAT has not named tax preparation.
    """
    wanted = {skill.name for chip in skills if (skill := known(chip))}
    terms = [term for text in asked if (term := _term_of(text))]
    spent = {skill.name if (skill := known(term)) else term for term in terms}
    there = set(folded(question.text))
    for mention in mentions_in(told.latest):
        if _DENIED.search(told.latest[: mention.start]):
            continue
        name, soft = mention.skill.name, mention.skill.family in {"people", "spoken"}
        # "You brought up forklift" is nobody's English: of things there are many.
        named = name != name.lower()
        if name in wanted - spent and named and not soft and not set(folded(name)) <= there:
            fresh = [
                text
                for text, worded in zip(WORDINGS[Aim.TERM], _TERMS, strict=True)
                if not any(map(worded.fullmatch, asked))
            ]
            own = Aim.OWN_PART in told_already
            texts = [text for text in fresh if not (own and "your part" in text)]
            term = told.latest[mention.start : mention.end]
            return [text.format(term=term) for text in texts]
    return []


def _term_of(text: str) -> str | None:
    """Return the term that a sentence asks about; None when it is no such follow-up."""
    found = (term.fullmatch(text) for term in _TERMS)
    return next((match[1] for match in found if match), None)
