"""What every mind promises: a reply to whatever is said, and no error but the one it may raise."""

from random import Random
from typing import Any

import pytest

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.interviewer import Brief, SaidTurn
from darasa_reflex.features.interviews.mind.port import Mind, Reply, Situation
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from darasa_reflex.testing.provider import ProviderContract

OPEN = PlannedQuestion(key="q1", section="behavioural", text="Tell me about a problem you solved.")
NEXT = PlannedQuestion(key="q2", section="role", text="How would you roll out a new index?")
THEIRS = PlannedQuestion(key="q3", section="candidate", text="What would you like to know?")
_ANSWER = "When our checkout was slow I rewrote two queries and added an index. It held the sale."
_HEARD = (
    _ANSWER,
    "Yes.",
    "I don't know.",
    "Ich habe zwei Abfragen neu geschrieben.",
    "?!",
    "x" * 5_000,
)


def a_situation(heard: str, *, asked_on: str = "", last: bool = False) -> Situation:
    """Return the moment behind an answer to a planned question.

    Args:
        heard: The answer.
        asked_on: What was asked on before it; empty: the question itself.
        last: The interview ends behind the question.
    """
    asked = [SaidTurn(speaker="interviewer", text=OPEN.text, question=OPEN.key)]
    asked += [SaidTurn(speaker="interviewer", text=asked_on, question=OPEN.key)] * bool(asked_on)
    return Situation(
        heard=heard, told=(heard,), spoken_ms=None, question=OPEN, follow_up=asked_on,
        aims=frozenset(), upcoming=None if last else NEXT, may_ask_on=not asked_on, theirs=False,
        said=tuple(asked), left_ms=300_000, one=lambda texts: texts[0], random=Random(1),
        brief=Brief(
            user_name="Ada", job_title="Engineer", description="We build shops.",
            experience_level="junior", skills=("SQL",), plan=QuestionPlan((OPEN, NEXT, THEIRS)),
        ),
    )  # fmt: skip


class MindContract(ProviderContract):
    """Asks a mind about answers of all kinds. Override `mind` for one that takes keys or parts."""

    @pytest.fixture
    def mind(self, one: Provider[Any]) -> Mind:
        """Return the mind."""
        return one.build({})

    @pytest.mark.anyio
    async def test_it_tells_in_a_short_sentence_what_it_is(self, mind: Mind) -> None:
        assert mind.label == "" or mind.label.endswith(".")

    @pytest.mark.anyio
    @pytest.mark.parametrize("heard", _HEARD, ids=lambda heard: heard[:10])
    async def test_it_replies_to_whatever_was_said(self, mind: Mind, heard: str) -> None:
        for situation in (
            a_situation(heard),
            a_situation(heard, asked_on="What did you change?"),
            a_situation(heard, last=True),
        ):
            assert await replied(mind, situation) is not None

    @pytest.mark.anyio
    async def test_a_call_knows_nothing_of_the_one_before(self, mind: Mind) -> None:
        first = await replied(mind, a_situation(_ANSWER))
        await replied(mind, a_situation("I am afraid of PLANTED things."))

        again = await replied(mind, a_situation(_ANSWER))

        assert "PLANTED" not in f"{first} {again}"


async def replied(mind: Mind, situation: Situation) -> str | None:
    """Return all that a mind says; empty when it says that it cannot."""
    try:
        reply = await mind.next(situation)
        assert isinstance(reply, Reply)
        keys = {None, *(question.key for question in situation.brief.plan.questions)}
        assert reply.question in keys
        if isinstance(reply.text, str):
            return reply.text
        return "".join([piece async for piece in reply.text])
    except ServiceUnavailable as told:
        assert told.message.endswith(".")
        return ""
