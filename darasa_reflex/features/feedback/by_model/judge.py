"""The judge by a language model: each answer first, then three passes over the whole."""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

import anyio.to_thread
from pydantic import BaseModel

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import Sentence, retold, sentence
from darasa_reflex.features.feedback.by_model import instructions, material, voice
from darasa_reflex.features.feedback.by_model.answers import (
    NOT_ABLE,
    AnswerReader,
    confirmed,
    stored_name,
    task,
)
from darasa_reflex.features.feedback.by_model.ground import Ground
from darasa_reflex.features.feedback.by_model.reading import LABEL, Reader
from darasa_reflex.features.feedback.by_model.shapes import Rated
from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.feedback.judging import prose
from darasa_reflex.features.feedback.judging.applicability import unrateable
from darasa_reflex.features.feedback.judging.consensus import LEAST_PASSES, agreed
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Flag, Ruling, Run, Verdict
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, OVERALL, RUBRIC
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import measure_all
from darasa_reflex.features.feedback.runs.voices import VOICE
from darasa_reflex.features.language_models.asking import Asker, Unreadable, read
from darasa_reflex.features.language_models.failures import NotAnswered
from darasa_reflex.features.language_models.service import LanguageModels, Use
from darasa_reflex.features.language_models.task import Task

Shape = TypeVar("Shape", bound=BaseModel)

PASSES = 3
# Stored in place of a service's name where words never left this machine.
HERE = "model_here"
SMALL = marked("by a small language model")
# Far shorter than a worker's lease: a model on this machine may write for minutes.
SIGN_EVERY_SECONDS = 30.0


class ModelJudge:
    """See `Judge`. Rates by whichever language model serves feedback when it is asked."""

    def __init__(self, models: LanguageModels) -> None:
        self._models = models

    @property
    def name(self) -> str:
        """Name of the service that judges now, as it is stored with a report."""
        asker = self._models.serving(Use.FEEDBACK)
        if asker is None:
            return ""
        return HERE if asker.names.local else asker.names.provider

    @property
    def obstacle(self) -> str | None:
        """Why it cannot judge now, as a sentence; None when it can."""
        return None if self.name else _("no language model is set up.")

    @property
    def label(self) -> str:
        """What rates, one short sentence."""
        asker = self._models.serving(Use.FEEDBACK)
        if asker is None:
            return _("A language model.")
        return _("{model} at {place}.", model=asker.names.model, place=asker.names.title)

    async def judge(self, material: Material, run: Run) -> Verdict:
        """See `Judge.judge`."""
        asker = self._models.needed(Use.FEEDBACK)
        sitting = await anyio.to_thread.run_sync(_Sitting.of, material)
        told = _Asking(asker, run)
        answers, lost = await _answers(told, sitting)
        passes, flags = await _passes(told, sitting, answers)
        worded = await _voice(told, material)
        joint = await anyio.to_thread.run_sync(agreed, passes)
        return replace(
            joint,
            label=SMALL if self._models.is_small(Use.FEEDBACK) else LABEL,
            rulings=_in_order((*joint.rulings, *sitting.decided)),
            answers=tuple(confirmed(ruling, flags) for ruling in answers),
            removed=joint.removed + lost, voice=worded, model=told.model,
            prompt_version=instructions.PROMPT_VERSION, language=prose.writing(),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One interview, ready to be asked about.

    Attributes:
        decided: Categories nobody could rate.
        judged: The questions whose answers are judged.
        about: What each question about answers begins with.
    """

    material: Material
    ground: Ground
    decided: tuple[Ruling, ...]
    judged: Sequence[Exchange]
    reader: Reader
    about: str

    @classmethod
    def of(cls, interview: Material) -> "_Sitting":
        decided, metrics = unrateable(interview), measure_all(interview)
        left = {OVERALL, *(ruling.key for ruling in decided)}
        facts = {
            metric.key: retold(metric.display) for metric in metrics if metric.value is not None
        }
        ground, judged = Ground(interview, facts), material.to_judge(interview)
        reader = Reader([c for c in RUBRIC if c.key not in left], ground)
        return cls(
            interview, ground, decided, judged, reader, material.of_answers(interview, judged)
        )

    @property
    def rating(self) -> Task[Rated]:
        """What each pass is asked."""
        asked = self.reader.asked
        return Task(
            name="rating", instruction=instructions.rating(asked), shape=Rated,
            choices={"category": [category.key for category in asked]},
            check=self.reader.complaint,
        )  # fmt: skip


class _Asking:
    """Asks for one run, and keeps what came, so that nothing is asked for twice."""

    def __init__(self, asker: Asker, run: Run) -> None:
        self._asker = asker
        self._run = run
        self.model = asker.names.model
        self._keeping = asyncio.Lock()

    async def step(self, words: str) -> None:
        """Tell the person what is being done."""
        await self._run.step(words)

    async def asked(self, name: str, task: Task[Shape], told: Sequence[str], step: str) -> Shape:
        """Return the answer kept under a name, or asked for now.

        Raises:
            NotAnswered: There is none.
        """
        mark = _mark(self._asker.names.model, task, told)
        kept = self._run.kept.get(name, {})
        if kept.get("mark") == mark:
            try:
                return await anyio.to_thread.run_sync(read, task, kept["answer"])
            except Unreadable:  # kept by an older version
                pass
        async with self._alive(step):
            found, answer = await self._asker.ask(task, told)
        self.model = stored_name(answer.model or self.model)
        async with self._keeping:
            await self._run.keep(name, {"mark": mark, "answer": answer.text})
        return found

    @asynccontextmanager
    async def _alive(self, step: str) -> AsyncGenerator[None]:
        async def tell() -> None:
            while True:
                await asyncio.sleep(SIGN_EVERY_SECONDS)
                await self._run.step(step)

        telling = asyncio.create_task(tell())
        try:
            yield
        finally:
            telling.cancel()


async def _answers(told: _Asking, sitting: _Sitting) -> tuple[list[AnswerRuling], int]:
    """Return what is said of each answer; one that cannot be judged is said to be so."""
    reader, many = AnswerReader(sitting.ground), len(sitting.judged)
    found: dict[int, tuple[AnswerRuling, int]] = {}
    failures: list[NotAnswered] = []

    async def one(number: int, exchange: Exchange) -> None:
        about = (sitting.about, material.of_answer(number))
        try:
            judged = await told.asked(f"answer {number}", task(), about, _reading(number, many))
            ruled = await anyio.to_thread.run_sync(reader.ruling, exchange, judged)
        except NotAnswered as failure:
            failures.append(failure)
            ruled = AnswerRuling(turn=exchange.asked[0].index, answered=NOT_ABLE), 0
        found[number] = ruled

    await told.step(_reading(1, many))
    asking = [asyncio.create_task(one(*pair)) for pair in enumerate(sitting.judged, 1)]
    try:
        await asyncio.gather(*asking)
    finally:
        for task_of_one in asking:
            task_of_one.cancel()
    final = next((f for f in failures if not f.retryable), None)
    if final or (failures and len(failures) == many):
        raise (final or failures[0]) from None
    return [found[n][0] for n in sorted(found)], sum(lost for _, lost in found.values())


async def _passes(
    told: _Asking, sitting: _Sitting, answers: Sequence[AnswerRuling]
) -> tuple[list[Verdict], list[Flag]]:
    """Return the usable passes and their red flags; too few are a failure, once that is certain."""
    usable: list[Verdict] = []
    flags: list[Flag] = []
    failed = 0
    metrics = await anyio.to_thread.run_sync(measure_all, sitting.material)
    about = material.of_interview(sitting.material, metrics, answers)
    for number in range(1, PASSES + 1):
        step = sentence("Rating, pass {number} of {passes}", number=number, passes=PASSES)
        await told.step(step)
        asked = (about, material.in_order(sitting.material, number))
        try:
            rated = await told.asked(f"pass {number}", sitting.rating, asked, step)
        except NotAnswered as failure:
            failed += 1
            if not failure.retryable or PASSES - failed < LEAST_PASSES:
                raise
            continue
        usable.append(await anyio.to_thread.run_sync(sitting.reader.verdict, rated))
        flags += AnswerReader(sitting.ground).flags(rated.red_flags)
    return usable, flags


async def _voice(told: _Asking, interview: Material) -> str | None:
    """Return the voice in words; the ratings stand without it."""
    if not interview.expressions:
        return None
    step = sentence("Putting your voice into words")
    await told.step(step)
    try:
        content = voice.content(interview.expressions)
        return voice.words_of(await told.asked(VOICE, voice.task(), [content], step))
    except NotAnswered:
        return None


def _reading(number: int, many: int) -> Sentence:
    return sentence("Reading answer {number} of {many}", number=number, many=many)


def _mark(model: str, task: Task[Shape], told: Sequence[str]) -> str:
    """Return what tells an answer to this very question from one to another."""
    return hashlib.sha256("\0".join((model, task.told, *told)).encode()).hexdigest()


def _in_order(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    return tuple(sorted(rulings, key=lambda ruling: list(BY_KEY).index(ruling.key)))
