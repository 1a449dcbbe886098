"""The ports of fetching: bytes of an address, wheels of a package index, and how that fails."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Why(StrEnum):
    """Why bytes could not be fetched.

    Attributes:
        UNREACHABLE: Nobody answers at that address.
        UNTRUSTED: Whoever answers cannot prove to be that address.
        UNSAFE: It leads on to an address that anybody in between could answer for.
        MISSING: The server has no such file, or shows it to nobody.
        BUSY: The server cannot answer now.
        PAST_THE_END: The file has no byte at the place that was asked for.
        BROKEN: The answer ended early, or fell silent.
    """

    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    UNSAFE = "unsafe"
    MISSING = "missing"
    BUSY = "busy"
    PAST_THE_END = "past the end"
    BROKEN = "broken"


class NotFetched(Exception):
    """Bytes could not be fetched."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Answer:
    """An open answer.

    Attributes:
        begins_at: Place of its first byte in the file, 0 when the server sends all of it.
        total: Size of the whole file in bytes; None when the server does not tell.
        tag: Names this state of the file; None when the server has no good name for it.
        pieces: The bytes. Raises `NotFetched` when the answer breaks or falls silent.
    """

    begins_at: int
    total: int | None
    tag: str | None
    pieces: AsyncIterator[bytes]


class Fetcher(Protocol):
    """Fetches files."""

    def open(
        self, address: str, begins_at: int = 0, tag: str | None = None
    ) -> AbstractAsyncContextManager[Answer]:
        """Ask for a file from a place on; the whole file comes if its tag is not `tag` any more.

        Raises:
            NotFetched: There is no answer, or none with bytes of the file.
        """
        ...


class PackageIndex(Protocol):
    """Brings wheels from where this machine gets its packages."""

    async def bring(self, requirement: str, folder: Path, most_bytes: int) -> Path:
        """Return the wheel of a requirement, now in an empty folder, where it also grows.

        Raises:
            NotFetched: There is none, or it is larger than `most_bytes`.
        """
        ...
