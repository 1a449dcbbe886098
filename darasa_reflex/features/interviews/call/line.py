"""The port of a call's line: frames up and down, whatever carries them."""

import asyncio
from contextlib import suppress
from enum import StrEnum
from typing import Protocol

from darasa_reflex.core.errors import NotKept
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews import evi

NORMAL_CLOSE = 1000
_LONGEST_PARTING_SECONDS = 1.0
# More than passes between two pieces of sound: 120 ms in Hume's React library, 20 ms in our page.
_SILENT_SECONDS = 0.2


class EndReason(StrEnum):
    """Why a call ended."""

    HANG_UP = "hang_up"
    LOST = "lost"
    COMPLETED = "completed"
    INACTIVITY = "inactivity"
    MAX_DURATION = "max_duration"
    REPLACED = "replaced"
    REFUSED = "refused"
    FAILED = "failed"
    STOPPED = "stopped"
    SIGNED_OUT = "signed_out"


class LineClosed(Exception):
    """The peer is gone; nothing can be sent any more."""


def told(error: evi.Error) -> evi.Error:
    """Return an error that was written before, in the language of the task."""
    return error.model_copy(update={"message": _(error.message)})


def not_kept(outage: NotKept) -> evi.Error:
    """Return what tells that the database took nothing, with the words that it refused."""
    offer = evi.Offer(retryable=True, not_kept=outage.words)
    return evi.Error(code="E0700", slug="notkept", message=outage.message, darasa=offer)


class Line(Protocol):
    """One live connection to a candidate."""

    async def receive(self) -> str | bytes | None:
        """Return the next frame; None when the peer has closed.

        Raises:
            LineClosed: The connection broke.
        """
        ...

    async def send(self, frame: str) -> None:
        """Send a text frame.

        Raises:
            LineClosed: The peer is gone.
        """
        ...

    async def close(self, code: int = NORMAL_CLOSE) -> None:
        """Close the connection. Does nothing when it is closed already."""
        ...


async def part(line: Line, *, closes: bool) -> None:
    """Close a line after the last words; what still comes until then is dropped, for a second.

    Granian (2.8.9) lets go of a connection as soon as it has sent its closing frame. Sound that
    comes after that is answered by a reset, and whoever meets one does not read the last words any
    more: a tab that was replaced took its interview back.

    Args:
        line: See `Line`. What its client has closed is closed at once.
        closes: Whether the client closes it itself after the last words. Any other is waited for
            until it has sent nothing for a moment.
    """
    with suppress(LineClosed, TimeoutError):
        async with asyncio.timeout(_LONGEST_PARTING_SECONDS):
            speaks = True
            while speaks:
                async with asyncio.timeout(None if closes else _SILENT_SECONDS):
                    speaks = await line.receive() is not None
    await line.close()
