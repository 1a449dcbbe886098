"""A judge that is Gemini: three independent passes, each quote and number checked by code."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import anyio.to_thread
from pydantic import SecretStr

from darasa_reflex.core.discovery import Keeps, Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.feedback.judging.applicability import unrateable
from darasa_reflex.features.feedback.judging.consensus import LEAST_PASSES, agreed
from darasa_reflex.features.feedback.judging.judge import Judge, Ruling, Run, Verdict
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, OVERALL, RUBRIC
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import measure_all
from darasa_reflex.features.feedback.runs.voices import VOICE
from darasa_reflex.providers.judge.gemini import failures, prompt, schema, voice
from darasa_reflex.providers.judge.gemini.client import Bounds, GeminiText, opened
from darasa_reflex.providers.judge.gemini.failures import Unusable
from darasa_reflex.providers.judge.gemini.reading import Reader

T = TypeVar("T")

# Source: facts on integrations; a current Flash model, the older ones end in December 2026.
DEFAULT_MODEL = "gemini-3.8-flash"
PASSES = 3
_ASKS_PER_PASS = 2


@dataclass(frozen=True, slots=True)
class _Question:
    """What one pass asks; `name` is what its answer is kept under."""

    name: str
    task: str
    content: str
    schema: dict[str, Any]

    def mark(self, model: str) -> str:
        """Return what tells an answer to this very question from one to another."""
        asked = "\0".join((model, self.task, self.content, str(self.schema)))
        return hashlib.sha256(asked.encode()).hexdigest()


class GeminiJudge:
    """Rates by a language model.

    Args:
        key: Google's API key.
        model: Name of the model.
        base_url: Address of a proxy or stand-in; None for Google's own.
        bounds: How long a question may take.
    """

    def __init__(
        self, key: SecretStr, model: str = DEFAULT_MODEL, base_url: str | None = None,
        bounds: Bounds | None = None,
    ) -> None:  # fmt: skip
        self._key = key
        self._model = model
        self._base_url = base_url
        self._bounds = bounds or Bounds()

    async def judge(self, material: Material, run: Run) -> Verdict:
        """See `Judge.judge`."""
        decided = await anyio.to_thread.run_sync(unrateable, material)
        metrics = await anyio.to_thread.run_sync(measure_all, material)
        asked = [
            c
            for c in RUBRIC
            if c.key != OVERALL and c.key not in {ruling.key for ruling in decided}
        ]
        facts = {metric.key: metric.display for metric in metrics if metric.value is not None}
        reader = Reader(asked, material.turns, facts)
        task, shape = prompt.instructions(asked), schema.rating_schema(asked)
        questions = [
            _Question(f"pass {n}", task, prompt.content(material, metrics, n), shape)
            for n in range(1, PASSES + 1)
        ]
        key = self._key.get_secret_value()
        async with opened(key, self._base_url, self._model, self._bounds) as line:
            passes = await self._passes(line, run, questions, reader)
            told = await self._voice(line, run, material)
        joint = await anyio.to_thread.run_sync(agreed, passes)
        return replace(
            joint, rulings=_in_order((*joint.rulings, *decided)), voice=told, model=self._model,
            prompt_version=prompt.PROMPT_VERSION,
        )  # fmt: skip

    async def _passes(
        self, line: GeminiText, run: Run, questions: list[_Question], reader: Reader
    ) -> list[Verdict]:
        """Return the usable passes; too few are a failure, as soon as that is certain."""
        usable: list[Verdict] = []
        failed = 0
        for number, question in enumerate(questions, 1):
            await run.step(f"Rating, pass {number} of {len(questions)}")
            try:
                usable.append(await self._answered(line, run, question, reader.verdict))
            except (Unusable, ServiceUnavailable) as error:
                failed += 1
                failure = _told(error)
                if not failure.retryable or len(questions) - failed < LEAST_PASSES:
                    raise failure from None
        return usable

    async def _voice(self, line: GeminiText, run: Run, material: Material) -> str | None:
        if not material.expressions:
            return None
        await run.step("Putting your voice into words")
        content = voice.content(material.expressions)
        question = _Question(VOICE, voice.TASK, content, schema.VOICE_SCHEMA)
        try:
            return await self._answered(line, run, question, voice.read)
        except (Unusable, ServiceUnavailable):
            return None  # the ratings stand without it

    async def _answered(
        self, line: GeminiText, run: Run, question: _Question, read: Callable[[str], T]
    ) -> T:
        """Return what was read from an answer, kept before or asked for now, at most twice."""
        mark = question.mark(self._model)
        kept = run.kept.get(question.name, {})
        if kept.get("mark") == mark:
            return await anyio.to_thread.run_sync(read, kept["answer"])
        for asks in range(1, _ASKS_PER_PASS + 1):
            try:
                text = await line.ask(question.task, question.content, question.schema)
                answer = await anyio.to_thread.run_sync(read, text)
            except Unusable as error:
                if asks == _ASKS_PER_PASS or not error.again:
                    raise
                await run.step(f"Asking once more, {question.name}")
                continue
            await run.keep(question.name, {"mark": mark, "answer": text})
            return answer
        raise failures.invalid()


def _told(error: Unusable | ServiceUnavailable) -> ServiceUnavailable:
    if isinstance(error, ServiceUnavailable):
        return error
    return ServiceUnavailable(failures.NAME, error.sentence, retryable=True)


def _in_order(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    return tuple(sorted(rulings, key=lambda ruling: list(BY_KEY).index(ruling.key)))


def _build(keys: Mapping[str, SecretStr]) -> Judge:
    model, base_url = keys.get(failures.MODEL_SETTING), keys.get("GEMINI_BASE_URL")
    return GeminiJudge(
        keys["GEMINI_API_KEY"],
        model.get_secret_value() if model else DEFAULT_MODEL,
        base_url.get_secret_value() if base_url else None,
    )


PROVIDER = Provider[Judge](
    name=failures.NAME,
    title="Gemini",
    rank=10,
    build=_build,
    needs=("GEMINI_API_KEY",),
    takes=("GEMINI_BASE_URL", failures.MODEL_SETTING),
    keeps=Keeps(
        "Google's Gemini was sent what you said. Darasa has no way to delete anything there: what "
        "Google keeps, and for how long, stands in its terms for the Gemini API."
    ),
)
