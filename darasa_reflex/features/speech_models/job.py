"""One model on its way, and what can be seen of it."""

import asyncio
import logging
from dataclasses import dataclass, field
from enum import StrEnum

from darasa_reflex.core.errors import DarasaError
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.stored import said
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import ModelFile, SpeechModel
from darasa_reflex.features.speech_models.progress import Progress

logger = logging.getLogger(__name__)


class Stage(StrEnum):
    """Where a model stands."""

    ABSENT = "absent"
    WAITING = "waiting"
    RUNNING = "running"
    CHECKING = "checking"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def under_way(self) -> bool:
        """Whether it is being fetched, or will be."""
        return self in {Stage.WAITING, Stage.RUNNING, Stage.CHECKING}


@dataclass(frozen=True, slots=True)
class DownloadView:
    """Where a model stands, for the eyes.

    Attributes:
        received: Bytes that are here, checked or not.
        speed: Bytes in a second; None while unknown.
        remaining_seconds: Until its end; None while unknown.
        trouble: What is wrong and what to do, as sentences; empty when nothing is.
    """

    model: SpeechModel
    stage: Stage
    received: int
    speed: float | None = None
    remaining_seconds: float | None = None
    trouble: str = ""


@dataclass(slots=True)
class Job:
    """A model that somebody asked for.

    Attributes:
        task: Brings it here, while it does.
    """

    model: SpeechModel
    progress: Progress
    stage: Stage = Stage.WAITING
    trouble: str = ""
    task: "asyncio.Task[None] | None" = None
    _files: dict[str, int] = field(default_factory=dict[str, int])
    _elsewhere: bool = False

    def follow(self, received: int) -> None:
        """Note how far another process has brought it."""
        self.trouble, self._elsewhere = sentences.WAITING_FOR_IT, True
        self.stage = Stage.RUNNING if received else Stage.WAITING
        self.progress.came(received)

    def begin(self, files: dict[str, int]) -> None:
        """Begin with what is here: names of files to bytes."""
        self._files, self._elsewhere = files, False
        self.stage, self.trouble = Stage.RUNNING, ""
        self.progress.begin(sum(files.values()))

    def on_received(self, received: int) -> None:
        """Note how much has come of a package that carries it."""
        self.stage = Stage.RUNNING
        self.progress.came(received)

    def on_progress(self, file: ModelFile, here: int) -> None:
        """See `Transfer.on_progress`."""
        self.stage = Stage.RUNNING
        self._files[file.name] = here
        self.progress.came(sum(self._files.values()))

    def on_trouble(self, sentence: str) -> None:
        """See `Transfer.on_trouble`."""
        self.trouble = sentence
        if sentence:
            self.progress.begin(self.progress.received)

    def on_check(self) -> None:
        """See `Transfer.on_check`."""
        self.stage = Stage.CHECKING

    def settle(self) -> None:
        """Note how its task ended."""
        task, self.task = self.task, None
        if task is None or not task.done() or task.cancelled():
            self.stage, self.trouble = Stage.CANCELLED, ""
        elif error := task.exception():
            self.stage = Stage.FAILED
            self.trouble = (
                error.sentence if isinstance(error, DarasaError) else DarasaError.sentence
            )
            if not isinstance(error, DarasaError):
                logger.error("fetching a model: %s", place_of(error))
        else:
            self.stage, self.trouble = Stage.READY, ""

    def view(self) -> DownloadView:
        """Return what can be seen of it."""
        steady = self._elsewhere or not self.trouble
        moving = self.stage is Stage.RUNNING and steady
        return DownloadView(
            self.model,
            self.stage,
            self.progress.received,
            self.progress.speed if moving else None,
            self.progress.remaining_seconds if moving else None,
            said(self.trouble),
        )
