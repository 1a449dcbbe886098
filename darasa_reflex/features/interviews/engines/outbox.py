"""What an interviewer has to say to the browser, in order, until somebody reads it."""

import asyncio
from collections.abc import AsyncIterator

from darasa_reflex.features.interviews import evi

# None ends a call; an error ends it as a failure.
Outbox = asyncio.Queue[evi.ServerMessage | BaseException | None]


async def messages_of(outbox: Outbox) -> AsyncIterator[evi.ServerMessage]:
    """Yield messages until the end; raises the error that ended the call."""
    while (message := await outbox.get()) is not None:
        if isinstance(message, BaseException):
            raise message
        yield message


def not_yet_read(outbox: Outbox) -> list[evi.UserMessage]:
    """Take the candidate's final messages out of what waits to be read."""
    left: list[evi.UserMessage] = []
    while not outbox.empty():
        message = outbox.get_nowait()
        if isinstance(message, evi.UserMessage) and not message.interim:
            left.append(message)
    return left
