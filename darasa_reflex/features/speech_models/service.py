"""Fetching models: one after the other, told as it goes, to be ended or removed at any time."""

import asyncio
import errno
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from typing import Protocol

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import SpeechModel, model_of
from darasa_reflex.features.speech_models.job import DownloadView, Job, Stage
from darasa_reflex.features.speech_models.progress import Progress
from darasa_reflex.features.speech_models.sources import Sources
from darasa_reflex.features.speech_models.store import InUse, Store
from darasa_reflex.features.speech_models.threads import in_thread
from darasa_reflex.features.speech_models.transfer import failed

_LOOK_AGAIN_SECONDS = 0.5
# Soon enough for somebody who has plugged a cable in, rare enough for a hub.
_TRY_AGAIN_SECONDS = 600.0
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Person(Protocol):
    """Who acts."""

    @property
    def limited(self) -> bool:
        """False for the one local person, whose own machine it is."""
        ...


class Downloads:
    """The models of this machine, and how they come here. Belongs to one event loop."""

    def __init__(self, store: Store, sources: Sources, clock: Clock) -> None:
        self.store = store
        self._sources = sources
        self._clock = clock
        self._jobs: dict[str, Job] = {}
        self._worker: asyncio.Task[None] | None = None
        self._alone = False

    @property
    def host(self) -> str:
        """Where models are fetched from, as people know it."""
        return self._sources.hub.host

    @staticmethod
    def may_fetch(actor: Person) -> bool:
        """Tell whether a person may fill this machine's disk."""
        return not actor.limited

    async def views(self) -> tuple[DownloadView, ...]:
        """Return where every model stands, in the order of the catalogue."""
        before = {key for key, job in self._jobs.items() if job.stage is Stage.READY}
        found = await in_thread(self._look, self.store.catalogue)
        return tuple(
            job.view()
            # It came while the folder was looked at.
            if (job := self._jobs.get(one.model.key))
            and job.stage is Stage.READY
            and job.model.key not in before
            else self._view(one)
            for one in found
        )

    async def start(self, actor: Person, keys: Sequence[str]) -> None:
        """Fetch models that are not here yet, after those already asked for.

        Raises:
            ServiceUnavailable: The person may not.
            NotFound: There is no such model.
        """
        _only_who_may(actor)
        models = [model_of(key, self.store.catalogue) for key in keys]
        for model in models:
            await in_thread(self.store.want, model.key, True)
        await self._enqueue(models)

    async def set_up(self, keys: Sequence[str]) -> None:
        """Fetch models that are not here yet, but for those that a person took away."""
        models = [model_of(key, self.store.catalogue) for key in keys]
        await self._enqueue([one for one in models if await in_thread(self.store.wants, one.key)])

    async def keep_trying(
        self, keys: Sequence[str], on_arrival: Callable[[], Awaitable[None]]
    ) -> None:
        """Set models up, every ten minutes anew, until all that people want of them are here.

        Args:
            keys: What is set up; what stands in for one of them may come instead.
            on_arrival: Called when something has come.
        """
        while True:
            before = await self._here()
            await self.set_up(keys)
            await self.finished()
            if await self._here() - before:
                await on_arrival()
            views = [view for view in await self.views() if view.model.key in keys]
            if not any(view.stage is Stage.FAILED for view in views):
                return
            await asyncio.sleep(_TRY_AGAIN_SECONDS)

    async def cancel(self, actor: Person, key: str) -> None:
        """Stop fetching a model; what has come is kept for another time.

        Raises:
            ServiceUnavailable: The person may not.
            NotFound: There is no such model.
        """
        _only_who_may(actor)
        model = model_of(key, self.store.catalogue)
        await in_thread(self.store.want, key, False)
        await self._end(model)

    async def remove(self, actor: Person, key: str) -> None:
        """Delete a model, or what has come of it.

        Raises:
            ServiceUnavailable: The person may not, or another process is at the folder.
            NotFound: There is no such model.
        """
        _only_who_may(actor)
        model = model_of(key, self.store.catalogue)
        await self._end(model)
        try:
            await in_thread(self.store.want, key, False)
            await in_thread(self._remove, model)
        except InUse:
            raise failed(sentences.IN_USE) from None
        except OSError:
            raise failed(sentences.no_folder(self.store.folder)) from None
        self._jobs.pop(key, None)

    async def stop(self) -> None:
        """End all fetching, because the process does; what has come is kept."""
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait({self._worker})

    async def finished(self) -> None:
        """Wait until nothing is under way any more."""
        if self._worker is not None:
            await asyncio.wait({self._worker})

    async def _here(self) -> set[str]:
        return {view.model.key for view in await self.views() if view.stage is Stage.READY}

    async def _enqueue(self, models: Sequence[SpeechModel]) -> None:
        found = await in_thread(self._look, models)
        for one in found:
            if one.stage is not Stage.READY and not self._view(one).stage.under_way:
                # Taken out first: the newest wish goes to the end of the queue.
                self._jobs.pop(one.model.key, None)
                progress = Progress(self._clock, one.model.bytes, one.received)
                self._jobs[one.model.key] = Job(one.model, progress)
        waits = any(job.stage is Stage.WAITING for job in self._jobs.values())
        if waits and (self._worker is None or self._worker.done()):
            self._worker = asyncio.create_task(self._work())

    def _look(self, models: Sequence[SpeechModel]) -> list[DownloadView]:
        return [
            DownloadView(model, Stage.READY, model.bytes)
            if self.store.folder_of(model.key)
            else DownloadView(model, Stage.ABSENT, self.store.received(model))
            for model in models
        ]

    def _view(self, found: DownloadView) -> DownloadView:
        job = self._jobs.get(found.model.key)
        # What a person did to the folder by hand counts more than how a job ended.
        if job is None or found.stage is Stage.READY or job.stage is Stage.READY:
            return found
        view = job.view()
        # Another process may be at it already.
        return replace(view, received=found.received) if view.stage is Stage.WAITING else view

    def _remove(self, model: SpeechModel) -> None:
        with ExitStack() as stack:
            # While another model is being fetched here, the lock is this process's own.
            if not self._alone:
                stack.enter_context(self.store.alone())
            self.store.remove(model)

    async def _end(self, model: SpeechModel) -> None:
        job = self._jobs.get(model.key)
        if job is None or not job.stage.under_way:
            return
        job.stage, job.trouble = Stage.CANCELLED, ""
        if job.task is not None:
            job.task.cancel()
            await asyncio.wait({job.task})

    async def _work(self) -> None:
        while job := next((one for one in self._jobs.values() if one.stage is Stage.WAITING), None):
            task = job.task = asyncio.create_task(self._fetch(job))
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:
                task.cancel()
                await asyncio.wait({task})
                raise
            finally:
                job.settle()
            await self._fall_back(job)

    async def _fall_back(self, job: Job) -> None:
        """Let the model that stands in for one that failed come next."""
        key = job.model.instead
        if job.stage is not Stage.FAILED or not key or not await in_thread(self.store.wants, key):
            return
        others = [one for one in self._jobs if one != key]
        await self._enqueue([model_of(key, self.store.catalogue)])
        self._jobs = {one: self._jobs[one] for one in (key, *others) if one in self._jobs}

    async def _fetch(self, job: Job) -> None:
        """Bring one model here.

        Raises:
            ServiceUnavailable: It did not come, or does not fit.
        """
        try:
            async with self._only_one(job):
                if await in_thread(self.store.folder_of, job.model.key) is None:
                    await self._sources.bring(job, self.store)
        except OSError as error:
            needed, folder = job.model.bytes - job.progress.received, self.store.folder
            full = sentences.no_room(needed, None, folder)
            raise failed(full if error.errno in _FULL else sentences.no_folder(folder)) from None

    @asynccontextmanager
    async def _only_one(self, job: Job) -> AsyncGenerator[None]:
        """Wait until no other process changes the folder, and keep it so."""
        with ExitStack() as stack:
            while not self._alone:
                try:
                    await in_thread(stack.enter_context, self.store.alone())
                    self._alone = True
                except InUse:
                    job.follow(await in_thread(self.store.received, job.model))
                    await asyncio.sleep(_LOOK_AGAIN_SECONDS)
            try:
                yield
            finally:
                self._alone = False


def _only_who_may(actor: Person) -> None:
    if not Downloads.may_fetch(actor):
        raise ServiceUnavailable("speech_models", sentences.WHO_CAN, retryable=False)
