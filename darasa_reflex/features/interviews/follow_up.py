"""When the interviewer asks on, and how: two probes a question, none twice in an interview."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from darasa_reflex.features.interviews import cues
from darasa_reflex.features.interviews.plan import PlannedQuestion
from darasa_reflex.features.job_infos.lexicon import folded, known
from darasa_reflex.features.job_infos.mentions import mentions_in

MOST_PROBES = 2
FEWEST_WORDS = 20
SHORTEST_MS = 8_000
# After so long an answer the interviewer moves on.
LONGEST_MS = 150_000
# Words a minute of a quick speaker: tells how long a transcript without times took at least.
_WORDS_A_MINUTE = 180


class Gap(StrEnum):
    """What an answer lacks, or what is worth going into."""

    DETAIL = "detail"
    OWN_PART = "own part"
    OUTCOME = "outcome"
    MEASURE = "measure"
    CONTEXT = "context"
    TERM = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the candidate has said to one question, with the answers to its probes.

    Attributes:
        text: All of it.
        latest: The newest answer alone.
        spoken_ms: Length of the newest answer's speech; None when it was typed.
        rough: About one word in three may be wrong.
    """

    text: str
    latest: str
    spoken_ms: int | None
    rough: bool


@dataclass(frozen=True, slots=True)
class Probe:
    """A follow-up question."""

    gap: Gap
    text: str


_WORDINGS: dict[Gap, tuple[str, ...]] = {
    Gap.DETAIL: (
        "Can you tell me a bit more about that?",
        "Could you go into a little more detail?",
        "Is there more you can say about it?",
        "Could you give me an example?",
        "How did that look in practice?",
        "What else would you add to that?",
        "Could you say that in a few more words?",
    ),
    Gap.OWN_PART: (
        "What did you do yourself?",
        "Which part of that was yours?",
        "What was your own role in it?",
        "What exactly was your contribution?",
        "Which steps did you take yourself?",
        "Who did what, and what fell to you?",
    ),
    Gap.OUTCOME: (
        "What was the outcome?",
        "How did it turn out?",
        "What came of it?",
        "How did it end?",
        "What changed because of it?",
        "Where did that leave things?",
    ),
    Gap.MEASURE: (
        "How did you measure that?",
        "Is there a number that shows the size of it?",
        "How large was the effect, roughly?",
        "How did you know that it had worked?",
        "Can you put a figure on any part of it, even a rough one?",
        "How would you put that in numbers?",
    ),
    Gap.CONTEXT: (
        "What was the situation at the time?",
        "When was that, and who was involved?",
        "What led up to it?",
        "Where did this take place, and for whom?",
        "Could you set the scene for me?",
    ),
    Gap.TERM: (
        "You mentioned {term}: could you say more about that?",
        "You brought up {term}: how did that come into it?",
        "You named {term}: what was your part in that?",
        "You spoke of {term}: what was hard about that?",
    ),
}
_STORY_DETAIL = (
    "Could you take me through it step by step?",
    "Can you walk me through what happened?",
    "What happened first, and what came after?",
)
# Without trust in the words, only what fits any answer.
_ROUGH_MEASURES = (
    "Is there a number that shows the size of it?",
    "Can you put a figure on any part of it, even a rough one?",
)
_TERMS = tuple(
    re.compile(re.escape(text).replace(r"\{term\}", "(.+)")) for text in _WORDINGS[Gap.TERM]
)
_HYPOTHETICAL = re.compile(r"\b(?:would you|do you|does|what is|what should)\b", re.IGNORECASE)


def next_probe(
    told: Told,
    *,
    question: PlannedQuestion,
    skills: Sequence[str],
    probed: Collection[Gap],
    asked: Collection[str],
    random: Random,
) -> Probe | None:
    """Return what to ask on, or None to move on.

    Args:
        told: What was said so far.
        question: The open question.
        skills: Chips of the job; only terms named there are echoed.
        probed: What this question has been probed for already.
        asked: Every text the interviewer has said in this interview.
        random: Chooses among wordings.
    """
    pressed = Gap.DETAIL in probed and _is_short(told)
    if len(probed) >= MOST_PROBES or pressed or _is_long(told):
        return None
    for gap in _gaps(told, question):
        is_term = gap is Gap.TERM
        texts = (
            _term_texts(told, question, skills, asked) if is_term else _texts(gap, told, question)
        )
        fresh = [text for text in texts if text not in asked]
        if fresh and gap not in probed:
            return Probe(gap, random.choice(fresh))
    return None


def gap_of(text: str) -> Gap | None:
    """Return which gap a sentence probes; None when it is no probe of ours."""
    for gap, texts in _WORDINGS.items():
        if text in texts:
            return gap
    if text in _STORY_DETAIL:
        return Gap.DETAIL
    return Gap.TERM if _term_of(text) else None


def _is_long(told: Told) -> bool:
    spoken_ms = told.spoken_ms
    if spoken_ms is None:
        spoken_ms = cues.words_in(told.latest) * 60_000 // _WORDS_A_MINUTE
    return spoken_ms > LONGEST_MS


def _gaps(told: Told, question: PlannedQuestion) -> Iterator[Gap]:
    """Yield what the answer lacks, in the order of importance."""
    if _is_short(told):
        yield Gap.DETAIL
    if told.rough:
        if _wants_story(question) and not cues.has_number(told.text):
            yield Gap.MEASURE
        return
    if _wants_story(question):
        if not cues.has_own_action(told.text):
            yield Gap.OWN_PART
        if not cues.has_result(told.text):
            yield Gap.OUTCOME
        elif not cues.has_number(told.text):
            yield Gap.MEASURE
        if not cues.has_situation(told.text):
            yield Gap.CONTEXT
    if question.section in {"background", "behavioural", "role"}:
        yield Gap.TERM


def _is_short(told: Told) -> bool:
    """Whether the first answer is short, or all that was told still is."""
    first = told.text == told.latest
    if told.rough and told.spoken_ms is not None:
        return told.spoken_ms < SHORTEST_MS
    brief = first and told.spoken_ms is not None and told.spoken_ms < SHORTEST_MS
    return brief or cues.words_in(told.text) < FEWEST_WORDS


def _wants_story(question: PlannedQuestion) -> bool:
    """Whether the question asks for something that happened, not for a view or a plan."""
    if question.section not in {"behavioural", "role"}:
        return False
    return question.section == "behavioural" or not _HYPOTHETICAL.search(question.text)


def _texts(gap: Gap, told: Told, question: PlannedQuestion) -> tuple[str, ...]:
    if told.rough and gap is Gap.MEASURE:
        return _ROUGH_MEASURES
    if gap is Gap.DETAIL and _wants_story(question):
        return _STORY_DETAIL + _WORDINGS[gap]
    return _WORDINGS[gap]


def _term_texts(
    told: Told, question: PlannedQuestion, skills: Sequence[str], asked: Collection[str]
) -> list[str]:
    """Return probes about the first skill of the job that the newest answer brings up."""
    wanted = {skill.name for chip in skills if (skill := known(chip))}
    spent = {term for text in asked if (term := _term_of(text))}
    there = set(folded(question.text))
    for mention in mentions_in(told.latest):
        name, soft = mention.skill.name, mention.skill.family in {"people", "spoken"}
        if name in wanted - spent and not soft and not set(folded(name)) <= there:
            return [text.format(term=name) for text in _WORDINGS[Gap.TERM]]
    return []


def _term_of(text: str) -> str | None:
    """Return the term that a sentence asks about; None when it is no such probe."""
    found = (term.fullmatch(text) for term in _TERMS)
    return next((match[1] for match in found if match), None)
