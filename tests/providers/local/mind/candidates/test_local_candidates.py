"""Whole conversations with candidates of all kinds: real ears, mind and mouth, and jumping time."""

from collections import Counter
from itertools import cycle

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interview_time import GRACE_MS
from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.follow_up import known_aim
from tests.machine.scheduling import first
from tests.providers.local.call.local_candidate import Candidate, WordyVoice, planned
from tests.providers.local.call.local_room import a_room
from tests.providers.local.call.virtual_time import run
from tests.providers.local.mind.candidates.candidates import (
    AT_ODD_MOMENTS,
    CANDIDATES,
    GOOD,
    NOT_NATIVE,
    REPEAT,
    SILENCE,
    SKILLS,
    SKIP,
    Moment,
    Over,
)

KINDS = CANDIDATES | AT_ODD_MOMENTS
# Length, type, difficulty, tone, patience: every value of one with most of another.
CHOICES = (
    (5, "mixed", "usual", "neutral", 1.5),
    (5, "behavioural", "hard", "strict", 0.8),
    (5, "technical", "easy", "friendly", 3.0),
    (10, "mixed", "hard", "friendly", 0.8),
    (10, "behavioural", "easy", "neutral", 3.0),
    (5, "technical", "usual", "strict", 1.5),
    (5, "mixed", "easy", "strict", 1.5),
)
# The interviewer may end its sentence, and the patience may still run.
LAST_WORDS_MS = 15_000
FOREIGN = ("ignore", "instruction", "10 out", "assistant", "praise", "excellent", "weather")


def held(lines, choices=CHOICES[0], leave_after=None):
    """Hold an interview to its end, or to the moment that its candidate leaves.

    Return the candidate, the room, and what was said and had not left the conversation by then.
    """
    minutes, kind, difficulty, tone, patience = choices

    async def work(clock):
        async with a_room(
            clock, voice=WordyVoice(), plan=planned(kind, minutes), minutes=minutes,
            kind=kind, difficulty=difficulty, tone=tone, patience_seconds=patience, skills=SKILLS,
        ) as room:  # fmt: skip
            candidate = Candidate(room, lines)
            await (leave_after(candidate) if leave_after else candidate.play())
            return candidate, room, await room.conversation.finish()

    return run(work)


def check(candidate, room, minutes):
    texts = list(candidate.asked.values())
    questions = Counter(text for text in texts if text.endswith("?"))
    places = list(candidate.places.values())
    numbers = [place.number for place in places if place.question]
    warm_up = [
        (text, place.number)
        for text, place in zip(texts, places, strict=True)
        if place.question == question_plan.WARM_UP
    ]
    # It ends well, and on time.
    assert texts[-1] == "That was the interview. Goodbye."
    assert places[-1].hang_up
    assert candidate.goodbye_ms <= minutes * 60_000 + GRACE_MS + LAST_WORDS_MS
    # Nothing is asked twice but what was asked for.
    assert sum(questions.values()) - len(questions) <= candidate.presses[REPEAT]
    assert numbers == sorted(numbers)
    # Nothing is asked on before it was asked.
    for question in () if candidate.presses[SKIP] else room_plan(room):
        about = [t for t, p in zip(texts, places, strict=True) if t and p.question == question.key]
        assert not about or any(is_asked(question, text) for text in about)
    # The warm-up comes first, has no number, and is not asked on.
    assert places[0].question == question_plan.WARM_UP
    assert not [text for text, number in warm_up if number or known_aim(text)]
    assert {place.of for place in places if place.question} == {len(room_plan(room)) - 1}
    # No order is followed or repeated.
    assert not [text for text in texts if any(word in text.lower() for word in FOREIGN)]


def is_asked(question, text):
    """Whether a text is the question, or as much of it as was heard."""
    return question.text.startswith(text) or question.again.startswith(text)


def room_plan(room):
    return room.conversation.brief.plan.questions


# What each says is also heard without sound, in `test_mind_candidates`; here it is every third.
HEARD = (*list(CANDIDATES)[::3], *AT_ODD_MOMENTS)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "choices"), list(zip(HEARD, cycle(CHOICES), strict=False)))
def test_every_candidate_gets_a_whole_interview(kind, choices):
    candidate, room, left = held(KINDS[kind], choices)

    check(candidate, room, choices[0])
    lines = KINDS[kind]
    if not any(isinstance(line, Over) for line in lines):
        assert_nothing_lost(candidate, [*room.said(), *left])


def assert_nothing_lost(candidate, said):
    """All that was said is kept in its order, but for what the end of the time cut off."""
    kept = " ".join(message.message.content for message in said)
    spoken = " ".join(filter(None, candidate.spoken))
    unkept = len(spoken) - len(kept)
    assert spoken.startswith(kept)
    assert unkept <= len(candidate.spoken[-1]) + 1 if candidate.spoken else unkept == 0


@pytest.mark.parametrize("kind", first(1, ["good", "injecting", "repeat, then good"]))
def test_a_few_of_them_in_a_hurry(kind):
    candidate, room, _ = held(KINDS[kind])

    check(candidate, room, 5)


@pytest.mark.slow
def test_who_speaks_slowly_with_long_pauses_is_heard_out_by_a_patient_interviewer():
    _, room, _ = held(list(NOT_NATIVE), (10, "mixed", "usual", "neutral", 3.0))

    answers = {line.text for line in NOT_NATIVE}
    assert {message.message.content for message in room.said()} <= answers
    assert len(room.said()) >= 4
    assert "user_interruption" not in room.kinds()


@pytest.mark.slow
def test_moments_are_no_interview_time_until_they_are_many():
    without, *_ = held([GOOD])
    few, *_ = held([Moment(20), GOOD])
    one, *_ = held([Moment(500)])

    assert few.conversation.now_ms - without.conversation.now_ms > 100_000
    assert few.goodbye_ms == pytest.approx(without.goodbye_ms, abs=10_000)
    assert one.conversation.now_ms == pytest.approx(480_000, abs=10_000)


async def in_its_sentence(candidate):
    await candidate.until_it_speaks()


async def in_an_answer(candidate):
    await candidate.listen()
    await candidate.say("I was just about to tell you")


async def in_a_moment(candidate):
    await candidate.listen()
    await candidate.conversation.take(evi.PauseAssistant())
    await candidate.wait(2)


async def after_many_buttons(candidate):
    for _ in range(6):
        await candidate.until_it_speaks()
        await candidate.do(REPEAT)


async def in_long_silence(candidate):
    await candidate.listen()
    await candidate.do(SILENCE)


@pytest.mark.parametrize(
    ("moment", "unfinished"),
    first(
        2,
        [
            (in_its_sentence, []),
            (in_an_answer, ["I was just about to tell you"]),
            (in_a_moment, []),
            (after_many_buttons, []),
            (in_long_silence, []),
        ],
    ),
)
def test_who_ends_at_an_odd_moment_loses_nothing(moment, unfinished):
    _, room, left = held([], leave_after=moment)

    assert [message.message.content for message in left] == unfinished
    assert all(message.darasa.cut_off for message in left)
    assert room.said() == []
