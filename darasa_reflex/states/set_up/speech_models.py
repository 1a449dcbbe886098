"""A better ear and voice: what can be fetched, how far it is, and the way to end or undo it."""

import asyncio
from collections.abc import Sequence

import reflex as rx
from reflex.event import EventType

from darasa_reflex.components.set_up.coming import ComingRow
from darasa_reflex.components.set_up.model_downloads import ModelRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.arrival import LISTENING, arrivals, is_here
from darasa_reflex.features.speech_models.catalogue import EARS, RECOMMENDED
from darasa_reflex.features.speech_models.job import DownloadView, Stage
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.wiring import services

# Stands for the key of a model, in `fetch`.
ALL_RECOMMENDED = "recommended"

_LOOK_EVERY_SECONDS = 1.0
_FETCHABLE = frozenset({Stage.ABSENT, Stage.FAILED, Stage.CANCELLED})
_NEWS = {
    Stage.ABSENT: marked("{model} was removed."),
    Stage.WAITING: marked("{model} waits."),
    Stage.RUNNING: marked("{model} is on its way."),
    Stage.CHECKING: marked("{model} is being checked."),
    Stage.READY: marked("{model} is ready."),
    Stage.FAILED: marked("{model} did not arrive."),
    Stage.CANCELLED: marked("{model} was stopped."),
}


class SpeechModelsState(rx.State):
    """A cache of where the models of this machine stand.

    Attributes:
        view: "open" for whoever may fetch, "told" for others who miss something, else empty.
        rows: The recommended models.
        others: Those for other machines and languages.
        offer: Words of the button that fetches all recommended ones; empty without one.
        host: Where they are fetched from.
        ready: Keys of the models that are here.
        hears: Whether an ear for English is here.
        coming: What is on its way, or cannot come: ear and voice.
        news: The newest thing that happened, as a sentence.
    """

    view: rx.Field[str] = rx.field("")
    rows: rx.Field[list[ModelRow]] = rx.field(default_factory=list)
    others: rx.Field[list[ModelRow]] = rx.field(default_factory=list)
    offer: rx.Field[str] = rx.field("")
    host: rx.Field[str] = rx.field("")
    ready: rx.Field[list[str]] = rx.field(default_factory=list)
    hears: rx.Field[bool] = rx.field(True)
    coming: rx.Field[list[ComingRow]] = rx.field(default_factory=list)
    news: rx.Field[str] = rx.field("")
    # Counts the watchers; a newer one ends those before it.
    _watchers: int = 0

    @rx.event
    async def load(self) -> EventType[()] | None:
        """Read where the models stand; watch them if one is on its way."""
        actor = await actor_of(self)
        own = services().downloads
        views = await own.views()
        missing = any(view.stage is not Stage.READY for view in _recommended(views))
        others = "told" if missing else ""
        self.view = "open" if own.may_fetch(actor) else others
        self.host = own.host
        return _shown(self, views)

    @rx.event
    async def fetch(self, key: str) -> EventType[()] | None:
        """Fetch a model or all recommended ones, or go on with it."""
        actor = await actor_of(self)
        keys = RECOMMENDED if key == ALL_RECOMMENDED else [key]
        await services().downloads.start(actor, keys)
        return _shown(self, await services().downloads.views())

    @rx.event
    async def cancel(self, key: str) -> EventType[()] | None:
        """Stop fetching a model; what has come is kept."""
        actor = await actor_of(self)
        await services().downloads.cancel(actor, key)
        return _shown(self, await services().downloads.views())

    @rx.event
    async def remove(self, key: str) -> EventType[()] | None:
        """Delete a model, or what has come of it."""
        actor = await actor_of(self)
        await services().downloads.remove(actor, key)
        return _shown(self, await services().downloads.views())

    @rx.event(background=True)
    async def watch(self) -> None:
        """Show where the models stand, until none is on its way or the page was left."""
        async with self:
            await actor_of(self)
            self._watchers += 1
            mine, here = self._watchers, str(self.router.url.path)
        moving = True
        while moving:
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
            views = await services().downloads.views()
            async with self:
                if self._watchers != mine or str(self.router.url.path) != here:
                    return
                moving = _shown(self, views) is not None


def _shown(state: SpeechModelsState, views: Sequence[DownloadView]) -> EventType[()] | None:
    """Show where the models stand; return the event that goes on watching, if one is moving."""
    recommended = _recommended(views)
    missing = [view for view in recommended if view.stage in _FETCHABLE]
    together = len(missing) > 1 and all(view.stage is Stage.ABSENT for view in missing)
    before = {row.key: row.stage for row in (*state.rows, *state.others)}
    state.rows = [_row(view, alone=not together) for view in recommended]
    state.others = [_row(view) for view in views if view.model.key not in RECOMMENDED]
    state.ready = [view.model.key for view in views if view.stage is Stage.READY]
    state.hears = is_here(views, EARS)
    state.coming = [
        ComingRow(
            _(one.title), one.told, one.percent or 0, one.percent is not None, retold(one.trouble)
        )
        for one in arrivals(views)
        # Without an ear nobody can speak; of the voice only its coming is news.
        if one.title == LISTENING or one.percent is not None
    ]
    state.offer = _("Get {size} MB", size=_left(missing)) if together else ""
    state.news = next(
        (_news(view) for view in views if before.get(view.model.key, view.stage) != view.stage),
        state.news,
    )
    moving = any(view.stage.under_way for view in views)
    return SpeechModelsState.watch() if moving else None


def _recommended(views: Sequence[DownloadView]) -> list[DownloadView]:
    return [view for view in views if view.model.key in RECOMMENDED]


def _row(view: DownloadView, *, alone: bool = True) -> ModelRow:
    model, stage = view.model, view.stage
    partly = stage in _FETCHABLE and view.received > 0
    tells = partly or stage.under_way
    told = sentences.progress(view.received, model.bytes, view.speed, view.remaining_seconds)
    return ModelRow(
        key=model.key,
        title=_(model.title),
        brings=_(model.brings),
        facts=[
            _("{size} MB", size=sentences.megabytes(model.bytes)),
            _("Licence: {licence}", licence=model.licence),
        ],
        stage=stage.value,
        told=(_("{progress} are here", progress=told) if partly else told) if tells else "",
        percent=100 * view.received // model.bytes,
        trouble=retold(view.trouble),
        offer=_offer(view) if alone else "",
        moving=stage.under_way,
        kept=stage is Stage.READY or partly,
    )


def _offer(view: DownloadView) -> str:
    if view.stage not in _FETCHABLE:
        return ""
    if view.stage is Stage.FAILED:
        return _("Retry")
    if view.received:
        return _("Get the other {size} MB", size=_left([view]))
    return _("Get {size} MB", size=_left([view]))


def _left(views: Sequence[DownloadView]) -> str:
    return sentences.megabytes(sum(view.model.bytes - view.received for view in views))


def _news(view: DownloadView) -> str:
    return _(_NEWS[view.stage], model=_(view.model.title))
