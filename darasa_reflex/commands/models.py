"""Fetch speech models ahead, or remove them, with a line that tells how far it is."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.arrival import Arrival, arrivals, is_here
from darasa_reflex.features.speech_models.catalogue import EARS, RECOMMENDED
from darasa_reflex.features.speech_models.job import DownloadView, Stage
from darasa_reflex.features.speech_models.service import Downloads
from darasa_reflex.settings import settings
from darasa_reflex.wiring import downloads

_LOOK_EVERY_SECONDS = 0.5
# Without a terminal each look would be a line of a log.
_LOG_EVERY_SECONDS = 10.0
_STEP_PERCENT = 20
# The pages are built meanwhile, and come first.
_NICENESS = 10
_STOPPED = "Stopped. What has come is kept; run this again to go on."


@dataclass(frozen=True, slots=True)
class _Operator:
    """Whoever can run commands on this machine."""

    limited: bool = False


def fetch(keys: Sequence[str]) -> int:
    """Fetch the named models, or the recommended ones; return 0 when all are there.

    Raises:
        NotFound: There is no such model.
    """
    try:
        return asyncio.run(_fetch(keys or RECOMMENDED))
    except KeyboardInterrupt:
        print(f"\n{_STOPPED}", file=sys.stderr)
        return 1


def set_up() -> int:
    """Fetch the recommended models beside the start of a server; tell it in a few lines.

    Ctrl-C and the end of the server end it without a word: the next start goes on.
    """
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        return asyncio.run(_set_up())
    return 1


def remove(key: str) -> int:
    """Delete a model from this machine; return 0.

    Raises:
        NotFound: There is no such model.
        ServiceUnavailable: Another process is fetching models.
    """
    asyncio.run(downloads(settings()).remove(_Operator(), key))
    print(f"{key} is removed.")
    return 0


async def _fetch(keys: Sequence[str]) -> int:
    own = downloads(settings())
    await own.start(_Operator(), keys)
    ended = asyncio.create_task(own.finished())
    try:
        while not ended.done():
            await asyncio.wait({ended}, timeout=_pause())
            await _show_current(own, keys)
    finally:
        await own.stop()
    print(file=sys.stderr, end="\n" if sys.stderr.isatty() else "")
    return await _tell(own, keys)


async def _set_up() -> int:
    own, myself = downloads(settings()), asyncio.current_task()
    if myself is not None:
        with contextlib.suppress(NotImplementedError):  # Windows: there it is ended at once
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, myself.cancel)
    await own.set_up(RECOMMENDED)
    ended, told = asyncio.create_task(own.finished()), dict[str, str]()
    try:
        while not ended.done():
            await asyncio.wait({ended}, timeout=_LOOK_EVERY_SECONDS)
            _show_arrivals(arrivals(await own.views()), told)
        _show_arrivals(arrivals(await own.views()), told)
    finally:
        await own.stop()
    return 0 if is_here(await own.views(), EARS) else 1


def _show_arrivals(coming: Sequence[Arrival], told: dict[str, str]) -> None:
    """Print a line at every fifth of the way, since the server writes to the same terminal."""
    lines = {one.title: one for one in coming}
    for title in told.keys() - lines.keys():
        told.pop(title)
        print(f"{title}: ready", file=sys.stderr, flush=True)
    for title, one in lines.items():
        step = one.told if one.percent is None else str(one.percent // _STEP_PERCENT)
        if told.get(title, "0") != step:
            print(one.line, file=sys.stderr, flush=True)
        told[title] = step


def _pause() -> float:
    return _LOOK_EVERY_SECONDS if sys.stderr.isatty() else _LOG_EVERY_SECONDS


async def _show_current(own: Downloads, keys: Sequence[str]) -> None:
    current = [view for view in await own.views() if view.stage in {Stage.RUNNING, Stage.CHECKING}]
    for view in [one for one in current if one.model.key in keys]:
        if sys.stderr.isatty():
            print(f"\r\033[K{_line(view)}", end="", file=sys.stderr, flush=True)
        else:
            print(_line(view), file=sys.stderr, flush=True)


def _line(view: DownloadView) -> str:
    if view.stage is Stage.CHECKING:
        return f"{view.model.title}: checking"
    told = sentences.progress(view.received, view.model.bytes, view.speed, view.remaining_seconds)
    return f"{view.model.title}: {view.trouble or told}"


async def _tell(own: Downloads, keys: Sequence[str]) -> int:
    """Print how each model stands; return 0 when all are there."""
    views = [view for view in await own.views() if view.model.key in keys]
    for view in views:
        if view.stage is Stage.READY:
            print(f"{view.model.title}: ready in {own.store.folder_of(view.model.key)}")
        else:
            print(f"{view.model.title}: {view.trouble}", file=sys.stderr)
    return 0 if all(view.stage is Stage.READY for view in views) else 1
