"""Asking a model for a task: the shape by whatever way works, one repair, or a refusal."""

import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from time import monotonic
from typing import Any, TypeVar, cast

import anyio
import anyio.to_thread
from pydantic import BaseModel, ValidationError

from darasa_reflex.core.monitoring.traces.spans import span
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble
from darasa_reflex.features.language_models.material import as_material
from darasa_reflex.features.language_models.port import (
    LONGEST_ANSWER,
    Answer,
    Finish,
    LanguageModel,
    Question,
)
from darasa_reflex.features.language_models.reading import Spoken, json_in
from darasa_reflex.features.language_models.task import Task

logger = logging.getLogger(__name__)
Shape = TypeVar("Shape", bound=BaseModel)

# On this machine a model may write a few words a second; elsewhere that is a broken line.
SECONDS_HERE, SECONDS_THERE = 600.0, 110.0
# Questions at once: local servers take one after the other anyway, and forget what they know.
_AT_ONCE_HERE, _AT_ONCE_THERE = 1, 4
_NEXT_FORM = frozenset({Trouble.REQUEST, Trouble.SERVER})
# Answers that came, and may come better the next time.
_ONCE_MORE = frozenset({Trouble.EMPTY, Trouble.CUT, Trouble.SHAPE, Trouble.DECLINED})
# Text of any language has fewer letters to a token; from here on the server dropped some of it.
# Source: Ollama drops the oldest messages without a word and counts what is left.
_MOST_LETTERS_PER_TOKEN = 9.0
_LEAST_LETTERS = 4_000


class Unreadable(Exception):
    """An answer is of another shape.

    Attributes:
        place: Where, and what was expected there; no word of the answer.
    """

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class Asker:
    """Asks one model, and remembers by which way it gives shapes.

    Args:
        model: Whom to ask.
        seconds: Longest wait for one question; None: what suits where the model runs.
    """

    def __init__(self, model: LanguageModel, seconds: float | None = None) -> None:
        self.model = model
        self.names = model.names
        here = self.names.local
        self._seconds = seconds or (SECONDS_HERE if here else SECONDS_THERE)
        self._form, self._proven = 0, False
        self._limit = anyio.CapacityLimiter(_AT_ONCE_HERE if here else _AT_ONCE_THERE)

    async def ask(self, task: Task[Shape], material: Sequence[str]) -> tuple[Shape, Answer]:
        """Return the answer, read and checked, and as it came.

        Raises:
            NotAnswered: None came, or twice one of another shape.
        """
        question = Question(
            instruction=task.told, material=tuple(material), schema=task.schema,
            most_tokens=task.most_tokens, seconds=self._seconds,
        )  # fmt: skip
        async with self._limit:
            try:
                return await self._read(task, question)
            except Unreadable as wrong:
                again = as_material("REPAIR", {"your_last_answer_was_wrong_at": wrong.place})
                question = replace(question, material=(*question.material, again))
            except NotAnswered as failure:
                if failure.trouble not in _ONCE_MORE:
                    raise
            try:
                return await self._read(task, question)
            except Unreadable:
                raise NotAnswered(self.names, Trouble.SHAPE) from None

    async def _read(self, task: Task[Shape], question: Question) -> tuple[Shape, Answer]:
        answer = self._usable(await self._asked(question, task.name), question)
        return await anyio.to_thread.run_sync(read, task, answer.text), answer

    async def stream(
        self, instruction: str, material: Sequence[str], most_tokens: int
    ) -> AsyncGenerator[str]:
        """Yield text for somebody who waits, without thoughts.

        Raises:
            NotAnswered: The model did not come to its end.
        """
        question = Question(
            instruction=instruction, material=tuple(material), most_tokens=most_tokens, live=True
        )
        spoken = Spoken()
        async with AsyncExitStack() as stack:
            pieces = await stack.enter_async_context(aclosing(self.model.stream(question)))
            async for piece in pieces:
                if said := spoken.take(piece):
                    yield said
        if left := spoken.rest():
            yield left

    async def close(self) -> None:
        """Give back connections."""
        await self.model.close()

    async def _asked(self, question: Question, name: str) -> Answer:
        """Return a whole answer, asked for in the strictest form that the server takes."""
        forms = self.model.forms
        for at in range(self._form, len(forms)):
            began = monotonic()
            try:
                with span("language model", {"engine": self.names.provider, "task": name}):
                    answer = await self._within(replace(question, form=forms[at]))
            except NotAnswered as failure:
                last = at == len(forms) - 1 or self._proven
                if last or failure.trouble not in _NEXT_FORM:
                    logger.warning("%s, %s: %s", self.names.provider, name, failure.trouble)
                    raise
                continue
            self._form, self._proven = at, True
            logger.info(
                "%s, %s: %.1f s, %s tokens in, %s out",
                self.names.provider, name, monotonic() - began, answer.tokens_in, answer.tokens_out,
            )  # fmt: skip
            return answer
        raise NotAnswered(self.names, Trouble.REQUEST)

    async def _within(self, question: Question) -> Answer:
        try:
            with anyio.fail_after(question.seconds):
                return await self.model.ask(question)
        except TimeoutError:
            raise NotAnswered(self.names, Trouble.SILENT) from None

    def _usable(self, answer: Answer, question: Question) -> Answer:
        letters = len(question.instruction) + sum(map(len, question.material))
        read_all = answer.tokens_in is None or letters < _LEAST_LETTERS or (
            answer.tokens_in * _MOST_LETTERS_PER_TOKEN > letters
        )  # fmt: skip
        if not read_all:
            raise NotAnswered(self.names, Trouble.CONTEXT)
        if answer.finish is Finish.DECLINED:
            raise NotAnswered(self.names, Trouble.DECLINED)
        if answer.finish is Finish.CUT:
            raise NotAnswered(self.names, Trouble.CUT)
        if not answer.text.strip():
            raise NotAnswered(self.names, Trouble.EMPTY)
        return answer


def read(task: Task[Shape], text: str) -> Shape:
    """Return an answer that was read and checked.

    Raises:
        Unreadable: It is of another shape.
    """
    found = json_in(text) if len(text) <= LONGEST_ANSWER else None
    if found is None:
        raise Unreadable("the whole answer: one JSON object is expected")
    try:
        answer = task.shape.model_validate_json(found)
    except ValidationError as wrong:
        first = wrong.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"] if part in _named(task) or part == 0)
        raise Unreadable(f"{place or 'the object'}: {first['type']}") from None
    if complaint := task.check(answer):
        raise Unreadable(complaint)
    return answer


def _named(task: Task[Shape]) -> set[str | int]:
    """Return names that may stand in a complaint: those of the schema, and places in lists."""
    names: set[str | int] = set(range(100))
    nodes: list[object] = [task.schema]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            fields = cast("dict[str, Any]", node)
            names |= set(fields.get("properties", ()))
            nodes.extend(fields.values())
        elif isinstance(node, list):
            nodes.extend(cast("list[object]", node))
    return names
