"""Passwords by argon2id, through the library `pwdlib`.

https://frankie567.github.io/pwdlib/ (read 2026-11): 64 MiB, 3 passes, 4 lanes.
"""

from functools import partial
from typing import TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers import HasherProtocol
from pwdlib.hashers.argon2 import Argon2Hasher

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.accounts.local.passwords import Checked, Passwords

T = TypeVar("T")

# Each takes 64 MiB and a processor for about a fifth of a second; others wait their turn.
_AT_ONCE = 2


class Argon2Passwords:
    """See `Passwords`."""

    def __init__(self, hasher: HasherProtocol) -> None:
        self._hash = PasswordHash((hasher,))
        self._turns = CapacityLimiter(_AT_ONCE)

    async def hashed(self, password: str) -> str:
        """See `Passwords.hashed`."""
        work = partial(self._hash.hash, password)
        return await anyio.to_thread.run_sync(work, limiter=self._turns)

    async def check(self, password: str, kept: str | None) -> Checked:
        """See `Passwords.check`. To compare with a hash is to make one, so that takes as long."""
        if kept is None:
            await self.hashed(password)
            return Checked(right=False)
        work = partial(self._hash.verify_and_update, password, kept)
        try:
            return Checked(*await anyio.to_thread.run_sync(work, limiter=self._turns))
        except UnknownHashError:
            return Checked(right=False)


def _build(keys: object) -> Passwords:
    del keys
    return Argon2Passwords(Argon2Hasher())


PROVIDER = Provider[Passwords](name="argon2", title="Argon2id", rank=0, build=_build)
