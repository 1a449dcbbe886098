"""People as Clerk knows them, through its own client library.

https://clerk.com/docs/reference/backend-api (read 2026-11).
"""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import anyio.to_thread
import httpx
from pydantic import SecretStr

from darasa_reflex.features.accounts.identity import Profile
from darasa_reflex.providers.identity.clerk.failures import REFUSED, SILENT, unavailable

if TYPE_CHECKING:
    from clerk_backend_api import Clerk
    from clerk_backend_api.models import User

_LONGEST_SECONDS = 5.0
# The client puts it into an address as it is.
_ID = re.compile(r"\w{1,200}", re.ASCII)
_UNKNOWN = 404
_REFUSALS = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class ClerkPeople:
    """Asks Clerk of people.

    Attributes:
        address: Where Clerk's interface begins; no trailing slash.
        longest_seconds: How long one question may take.
    """

    key: SecretStr
    address: str
    longest_seconds: float = _LONGEST_SECONDS

    async def look_up(self, subject: str) -> Profile | None:
        """See `Identity.look_up`."""
        if _ID.fullmatch(subject):
            async with self._asking() as clerk:
                user: User = await clerk.users.get_async(user_id=subject)
                return _profile(user)
        return None

    async def remove(self, subject: str) -> bool:
        """See `Identity.remove`."""
        if _ID.fullmatch(subject):
            async with self._asking() as clerk:
                await clerk.users.delete_async(user_id=subject)
                return True
        return False

    @asynccontextmanager
    async def _asking(self) -> AsyncGenerator["Clerk"]:
        """Open a line to Clerk. A person it does not know ends the block, without an error.

        Raises:
            ServiceUnavailable: Clerk cannot be asked, or refuses.
        """
        clerk, line = await anyio.to_thread.run_sync(self._opened)
        from clerk_backend_api.models import ClerkBaseError  # noqa: PLC0415 (see `_opened`)

        try:
            async with line, asyncio.timeout(self.longest_seconds):
                yield clerk
        except (OSError, httpx.HTTPError):  # a timeout is an OSError
            raise unavailable(SILENT, retryable=True) from None
        except ClerkBaseError as error:
            if error.status_code in _REFUSALS:
                raise unavailable(REFUSED) from None
            if error.status_code != _UNKNOWN:
                raise unavailable(SILENT, retryable=True) from None

    def _opened(self) -> tuple["Clerk", httpx.AsyncClient]:
        """Return the client and what is to be closed of it.

        Its import takes a second and 50 MB, so only who asks pays for it.
        """
        from clerk_backend_api import Clerk  # noqa: PLC0415

        trusted = httpx.create_ssl_context()
        # Given both, or it would close its own at a time of the garbage collector's choice.
        line = httpx.AsyncClient(verify=trusted)
        clerk = Clerk(
            bearer_auth=self.key.get_secret_value(),
            server_url=self.address,
            client=httpx.Client(verify=trusted),
            async_client=line,
            retry_config=None,  # by default it tries for an hour
            timeout_ms=round(self.longest_seconds * 1000),
        )
        return clerk, line


def _profile(user: "User") -> Profile:
    addresses = {one.id: one.email_address for one in user.email_addresses}
    names = (user.first_name or "", user.last_name or "")
    return Profile(
        subject=user.id,
        name=" ".join(name.strip() for name in names if name.strip()),
        email=addresses.get(user.primary_email_address_id or ""),
    )
