"""`python -m darasa_reflex score FILE`: print the feedback on a transcript as JSON.

The language model that is set up rates it; without one, one line on standard error says so.

The file holds {"job": {"title", "experience_level", "description"}, "turns": [{"speaker", "text",
"begin_ms"?, "end_ms"?}]}; speakers are "interviewer" and "candidate", times are ms.
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from darasa_reflex.core.errors import InvalidInput, ServiceUnavailable
from darasa_reflex.features.feedback.judging.by_words import without_asking
from darasa_reflex.features.feedback.judging.judge import Judge
from darasa_reflex.features.feedback.material import Job, Material, Said
from darasa_reflex.features.feedback.report.review import assemble, report_of
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.features.job_infos import skills
from darasa_reflex.settings import settings
from darasa_reflex.wiring import judge_by_model

_WRONG_INPUT, _NOT_RATED = 2, 3
_NO_MODEL = (
    "No language model is set up, so this shows only what code can know. Set DARASA_MODEL_URL and "
    "DARASA_MODEL, or GEMINI_API_KEY."
)
# Larger than any clock in ms that a file may mean; also refuses NaN, which is less than nothing.
_LATEST_MS = 1e16


def _milliseconds(value: object) -> object:
    """Refuse what only looks like a time: true, "12", NaN, infinity."""
    if value is None:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LATEST_MS:
        return value
    raise ValueError


Milliseconds = Annotated[float | None, BeforeValidator(_milliseconds)]


class JobInFile(BaseModel):
    """The job of a file."""

    model_config = ConfigDict(strict=True)

    title: str | None = None
    experience_level: str | None = None
    description: str


class TurnInFile(BaseModel):
    """A turn of a file; times that run backwards are taken as unknown."""

    model_config = ConfigDict(strict=True)

    speaker: Literal["interviewer", "candidate"]
    text: str
    begin_ms: Milliseconds = None
    end_ms: Milliseconds = None

    def said(self, index: int) -> Said:
        """Return the turn as feedback needs it."""
        return Said(
            index=index,
            speaker=Speaker.ACTOR if self.speaker == "candidate" else Speaker.INTERVIEWER,
            text=self.text,
            began_ms=_usable(self.begin_ms),
            ended_ms=_usable(self.end_ms),
        )


class Transcript(BaseModel):
    """A whole file."""

    model_config = ConfigDict(strict=True)

    job: JobInFile
    turns: list[TurnInFile]


def score(file: Path) -> int:
    """Print the report of a transcript in a file.

    Returns:
        0; 2 when the input is wrong, 3 when the language model does not answer, each with one
        sentence on standard error.
    """
    try:
        transcript = read(file)
        seat = judge_by_model(settings())
        if seat is None:
            print(_NO_MODEL, file=sys.stderr)
        report = reported(transcript, *(seat or ("", None)))
    except InvalidInput as wrong:
        print(wrong.message, file=sys.stderr)
        return _WRONG_INPUT
    except ServiceUnavailable as failure:
        print(failure.message, file=sys.stderr)
        return _NOT_RATED
    print(json.dumps(report, indent=2))
    return 0


class _Alone:
    """A run that nobody watches. See `judge.Run`."""

    kept: Mapping[str, Any] = {}

    async def step(self, words: str) -> None:
        """Tell nobody."""

    async def keep(self, name: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
        """Keep nothing."""


def reported(transcript: Transcript, name: str = "", judge: Judge | None = None) -> dict[str, Any]:
    """Return the report of a transcript as JSON values.

    Args:
        transcript: What was said.
        name: Of the judge.
        judge: Rates it; None: what code alone can know.

    Raises:
        ServiceUnavailable: The judge cannot be asked, or broke off.
    """
    material = material_of(transcript)
    if judge is None or without_asking(material):
        return report_of(material.job, material.turns).told().as_json()
    verdict = asyncio.run(judge.judge(material, _Alone()))
    return assemble(material, verdict, name).told().as_json()


def material_of(transcript: Transcript) -> Material:
    """Return a transcript as what feedback is made from."""
    job = Job(
        title=transcript.job.title,
        experience_level=transcript.job.experience_level or "",
        description=transcript.job.description,
        requirements=_requirements(transcript.job.description),
    )
    return Material(
        job=job, turns=tuple(turn.said(index) for index, turn in enumerate(transcript.turns))
    )


@lru_cache(maxsize=64)
def _requirements(description: str) -> tuple[str, ...]:
    """Return what a job's text asks for; of one job there may be many transcripts."""
    return tuple(skills.read(description))


def read(path: Path) -> Transcript:
    """Return the transcript in a file.

    Raises:
        InvalidInput: There is no such file, or it holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError:
        raise InvalidInput("file", f"The file {path.name!r} cannot be read.") from None
    except ValueError:  # bytes that are no UTF-8, or a NUL in the name
        raise InvalidInput("file", f"The file {path.name!r} is no UTF-8 text.") from None
    try:
        return Transcript.model_validate(json.loads(text))
    except ValidationError as wrong:
        raise InvalidInput("file", _told(wrong)) from None
    except (ValueError, RecursionError):
        raise InvalidInput("file", f"The file {path.name!r} does not hold JSON.") from None


def _told(wrong: ValidationError) -> str:
    first = wrong.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "the file"
    if first["type"] == "missing":
        return f"The transcript lacks {place}."
    return f"The transcript has a value it may not have at {place}."


def _usable(milliseconds: float | None) -> int | None:
    return None if milliseconds is None or milliseconds < 0 else round(milliseconds)
