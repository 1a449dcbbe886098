"""A language model on loopback as a mind, and moments to ask it about."""

import contextlib
from dataclasses import replace
from random import Random

from pydantic import SecretStr

from darasa_reflex.features.interviews.engines.interviewer import Brief, SaidTurn
from darasa_reflex.features.interviews.mind.port import Situation
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from darasa_reflex.features.language_models.service import LanguageModels
from darasa_reflex.providers.language_model.openai_compatible import PROVIDER as OPENAI
from darasa_reflex.providers.mind.model.provider import PROVIDER
from tests.vendors import openai_text

TOLD = "When our checkout was slow I rewrote two queries and added an index. It held the sale."
OPEN = PlannedQuestion(key="q1", section="behavioural", text="Tell me about a problem you solved.")
NEXT = PlannedQuestion(key="q2", section="role", text="How would you roll out a new index?")
THEIRS = PlannedQuestion(key="q3", section="candidate", text="What would you like to know?")
POSTING = (
    "We build shops.\nYou are on call every sixth week, and paid for it.\n"
    "Remote work is possible on two days a week."
)


def a_situation(told=TOLD, *, may_ask_on=True, theirs=False, said=(), description=POSTING):
    """A situation behind an answer, or behind a question of the candidate."""
    question = THEIRS if theirs else OPEN
    asked = SaidTurn(speaker="interviewer", text=question.text, question=question.key)
    return Situation(
        heard=told, told=(told,), spoken_ms=None, question=question, follow_up="",
        aims=frozenset(), upcoming=NEXT, may_ask_on=may_ask_on and not theirs, theirs=theirs,
        said=(*said, asked), left_ms=300_000, one=lambda texts: texts[0], random=Random(1),
        brief=Brief(
            user_name="Ada", job_title="Engineer", description=description,
            experience_level="junior", skills=("SQL",), plan=QuestionPlan((OPEN, NEXT, THEIRS)),
        ),
    )  # fmt: skip


@contextlib.asynccontextmanager
async def a_mind(*answers, wait_seconds: float = 60, ahead=False):
    """Yield a mind and the server that its model runs on.

    It counts as one somewhere else, which is not sent what may be read ahead, unless `ahead`.
    """
    with openai_text.running() as server:
        server.script(*answers)
        keys = {"DARASA_MODEL_URL": f"{server.address}/v1", "DARASA_MODEL": "test-model"}
        model = OPENAI.build({name: SecretStr(value) for name, value in keys.items()})
        model.names = replace(model.names, local=ahead)
        models = LanguageModels(lambda name, keys: model, model, wait_seconds=wait_seconds)
        mind = PROVIDER.build({}, language_model=models)
        mind.warm()
        yield mind, server
        await model.close()


async def text_of(reply):
    """All that a reply says."""
    if isinstance(reply.text, str):
        return reply.text
    return "".join([piece async for piece in reply.text])
