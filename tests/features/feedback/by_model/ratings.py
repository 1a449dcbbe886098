"""Answers a language model could give, a run to give them to, and a judge that asks for them."""

from contextlib import asynccontextmanager

from darasa_reflex.features.feedback.by_model.judge import ModelJudge
from darasa_reflex.features.feedback.judging.rubric import OVERALL, RUBRIC
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import assemble
from darasa_reflex.features.language_models.servers.addresses import address_of
from darasa_reflex.features.language_models.service import LanguageModels
from darasa_reflex.providers.language_model.openai_compatible import OpenAiCompatible
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of
from tests.vendors import openai_text

KEYS = [category.key for category in RUBRIC if category.key != OVERALL]
OWN_WORDS = "I rewrote the loader to fetch them in one join"
OTHER_WORDS = "I paired with her on three releases"
MATERIAL = Material(
    job=said.BACKEND, turns=tuple(turns_of(said.BACKEND_STRONG, 400)), candidate="Ada"
)


def rated(level=7, quote=OWN_WORDS, *, only=None, **changes):
    """Return the answer of a pass; `only` limits `changes` and `quote` to one category."""

    def row(key):
        mine = only in {None, key}
        return {
            "category": key,
            "claims": [{"quote": quote if mine else OWN_WORDS, "shows": "own action", "turn": 1}],
            "reason": "You say what you did.",
            "level": level,
            "next_step": "Say how you checked it.",
        } | (changes if mine else {})

    return {
        "categories": [row(key) for key in KEYS],
        "red_flags": [],
        "strengths": [{"quote": OTHER_WORDS, "shows": "helps others grow", "turn": 5}],
        "improvements": ["Name what you gave up."],
    }


def judged(quote=None, **changes):
    """Return the judgement of one answer."""
    return {
        "answered": "yes", "quotes": [quote] if quote else [], "carried": "", "missing": "",
        "red_flags": [], "requirements": [], "stronger": [],
    } | changes  # fmt: skip


def of_the_first(answer):
    """Say this of the first answer, and nothing of the others."""
    return lambda number: answer if number == 1 else judged()


def judge_by(model):
    """Return a judge that asks this model."""
    return ModelJudge(LanguageModels(lambda name, keys: model, fixed=model))


def answering(vendor, *passes, answer=None):
    """Return a script that judges answers alike, and gives a pass to each rating; the last again.

    Args:
        vendor: Module of the stand-in.
        passes: What is answered to rating passes, as answers of the stand-in or as objects.
        answer: What is said of each answer: an object, or a function of its number.
    """
    whole = getattr(vendor, "text_answer", None) or vendor.whole
    left = [one if isinstance(one, vendor.Answer) else whole(one) for one in passes]

    def answered(asked):
        if "ANSWER {" in asked.text:
            number = int(asked.text.rsplit('"answer": ', 1)[1].split("}")[0])
            said = answer(number) if callable(answer) else answer or judged()
            return said if isinstance(said, vendor.Answer) else whole(said)
        return left.pop(0) if len(left) > 1 else left[0]

    return answered


@asynccontextmanager
async def judging_at(server, *passes, answer=None):
    """Open a judge behind the real client of OpenAI's protocol; see `answering`."""
    server.script(answering(openai_text, *passes, answer=answer))
    model = OpenAiCompatible(address_of(server.address), "test-model")
    yield judge_by(model)
    await model.close()


async def report_at(server, *passes, material=MATERIAL, answer=None):
    """Return the report that a server of OpenAI's protocol leads to, as `judging_at` asks it."""
    async with judging_at(server, *passes, answer=answer) as judge:
        verdict = await judge.judge(material, KeptRun())
    return assemble(material, verdict, "openai_compatible")


def ratings(requests):
    """Return the requests that asked for ratings."""
    return [request for request in requests if "TRANSCRIPT [" in request.text]


class KeptRun:
    """A run in memory."""

    def __init__(self):
        self.kept = {}
        self.steps = []

    async def step(self, words):
        self.steps.append(words)

    async def keep(self, name, value):
        self.kept[name] = value
