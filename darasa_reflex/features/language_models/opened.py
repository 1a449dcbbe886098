"""A vendor's client, opened at its first use: loading its package takes seconds."""

import threading
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import anyio.to_thread
from pydantic import SecretStr

Client = TypeVar("Client")


class Opened(Generic[Client]):
    """Holds a client that is made once.

    Args:
        make: Imports what it needs and makes the client. Runs in a thread.
    """

    def __init__(self, make: Callable[[], Client]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self.made: Client | None = None

    def now(self) -> Client:
        """Return the client. Slow the first time: call it in a thread."""
        with self._lock:
            if self.made is None:
                self.made = self._make()
            return self.made

    async def get(self) -> Client:
        """Return the client without holding up the event loop."""
        return self.made or await anyio.to_thread.run_sync(self.now)


def given(keys: Mapping[str, SecretStr], *names: str) -> str | None:
    """Return the first of these settings that is there, without blanks around it."""
    return next((keys[name].get_secret_value().strip() for name in names if name in keys), None)
