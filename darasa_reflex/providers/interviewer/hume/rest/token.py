"""Access tokens of Hume: fetched by the server, one at a time, kept until shortly before they end.

https://dev.hume.ai/docs/introduction/api-key (read 2026-08).
"""

import asyncio
import ssl
from dataclasses import dataclass, field

import anyio.to_thread
import httpx
from pydantic import BaseModel, Field, SecretStr, ValidationError

from darasa_reflex.core.clock import Clock
from darasa_reflex.providers.interviewer.hume import errors
from darasa_reflex.providers.interviewer.hume.rest import tls

# A token that ends so soon is fetched anew: a call must still be opened with it.
_SPARE_SECONDS = 60.0
_NOT_FOUND = 404


class _Answer(BaseModel):
    """What the token call answers; a life of half an hour is what Hume documents."""

    access_token: str = Field(min_length=1)
    expires_in: float = 1_800.0


@dataclass(slots=True)
class Tokens:
    """Gives the current token of an account.

    Attributes:
        base_url: `https://api.hume.ai`, or where a stand-in or a proxy listens; no trailing slash.
    """

    base_url: str
    key: SecretStr
    secret: SecretStr
    clock: Clock
    _token: SecretStr | None = None
    _good_until: float = 0.0
    _fetching: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def current(self) -> SecretStr:
        """Return a token that is good for another minute at least, unless Hume's live shorter.

        Raises:
            ServiceUnavailable: Hume gives none.
        """
        async with self._fetching:
            if self._token is None or self.clock.monotonic() >= self._good_until:
                asked_at = self.clock.monotonic()
                answer = await self._fetch()
                self._token = SecretStr(answer.access_token)
                self._good_until = asked_at + answer.expires_in - _SPARE_SECONDS
            return self._token

    def forget(self) -> None:
        """Drop the token, because Hume did not take it."""
        self._token = None

    async def _fetch(self) -> _Answer:
        verify = await anyio.to_thread.run_sync(tls.trusted)
        login = (self.key.get_secret_value(), self.secret.get_secret_value())
        try:
            async with httpx.AsyncClient(verify=verify, timeout=None) as client:  # noqa: S113 (the caller's)
                response = await client.post(
                    f"{self.base_url}/oauth2-cc/token",
                    auth=login,
                    data={"grant_type": "client_credentials"},
                )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise errors.of_opening(_cause(error)) from None
        if not response.is_success:
            raise _refused(response.status_code)
        try:
            return _Answer.model_validate_json(response.content)
        except ValidationError:
            raise errors.unavailable(errors.BROKEN, retryable=False) from None


def _refused(status: int) -> Exception:
    # The token call knows no configuration: it is the address that is wrong.
    if status == _NOT_FOUND:
        return errors.unavailable(errors.BROKEN, retryable=False)
    return errors.of_status(status)


def _cause(error: BaseException) -> OSError:
    """Return what lies under httpx's error, if that is a failed certificate."""
    under: BaseException | None = error
    while under is not None:
        if isinstance(under, ssl.SSLError):
            return under
        under = under.__cause__ or under.__context__
    return ConnectionError()
