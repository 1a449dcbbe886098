"""What the one person chose, kept in a file that only this server can read."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pydantic import SecretStr, TypeAdapter, ValidationError

from darasa_reflex.core.words.stored import Text

_FILE = "language_model.json"
# How long somebody in an interview waits for a sentence of a model, as usual and by choice.
LIVE_WAIT_SECONDS, PATIENT_WAIT_SECONDS = 2.0, 10.0


class Use(StrEnum):
    """What a language model is used for."""

    FEEDBACK = "feedback"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A model that was tested and chosen.

    Attributes:
        provider: Name of the provider file.
        values: What the provider is built from, by the names of its settings.
        uses: What it is good enough for.
        small: Whether it is a small one, whose ratings are said to be so.
        told: What the test found, as sentences.
        patient: Whether it is quick enough for somebody who waits longer.
        wait_seconds: How long somebody in an interview waits for a sentence of it.
    """

    provider: str
    values: Mapping[str, str] = field(repr=False)
    uses: frozenset[Use]
    small: bool = False
    told: tuple[Text, ...] = ()
    patient: bool = False
    wait_seconds: float = LIVE_WAIT_SECONDS

    @property
    def keys(self) -> dict[str, SecretStr]:
        """The values as a provider takes them."""
        return {name: SecretStr(value) for name, value in self.values.items() if value}


_KEPT = TypeAdapter(Kept)


class ChoiceFile:
    """The file. Read again whenever it has changed, so that every process sees a new choice.

    Args:
        folder: Made when something is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._seen: tuple[int, int] | None = None
        self._kept: Kept | None = None

    @property
    def version(self) -> tuple[int, int] | None:
        """What changes with the file; None without one."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino

    def read(self) -> Kept | None:
        """Return what is kept; None when nothing is, or it cannot be read."""
        version = self.version
        if version != self._seen:
            self._seen, self._kept = version, self._load() if version else None
        return self._kept

    def write(self, kept: Kept) -> None:
        """Keep a choice in place of the one before."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(_KEPT.dump_python(kept, mode="json"), file)
        draft.replace(self._path)

    def remove(self) -> None:
        """Keep nothing."""
        self._path.unlink(missing_ok=True)

    def _load(self) -> Kept | None:
        try:
            return _KEPT.validate_json(self._path.read_bytes())
        except (OSError, ValidationError):
            return None
