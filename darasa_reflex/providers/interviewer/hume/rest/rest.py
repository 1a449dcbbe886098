"""Hume's REST interface: one request, its answer as JSON, and its failures in our words.

https://dev.hume.ai/reference/speech-to-speech-evi (read 2026-08).
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import anyio.to_thread
import httpx
from pydantic import SecretStr

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.providers.interviewer.hume.rest import tls

_SERVICE = "hume"
# It notes every address, and those of proxies hold passwords.
logging.getLogger("httpx").setLevel(logging.WARNING)
# A page of a hundred events with the embeddings of every voice in it stays well below.
_MOST_BYTES = 64 * 1024 * 1024
_NOT_FOUND, _TOO_SLOW, _TOO_OFTEN, _SERVER_FAULT = 404, 408, 429, 500

_REFUSALS = {
    400: marked(
        "Hume does not accept the request. Its interface may have changed: an update may help."
    ),
    401: marked("Hume does not accept the API key. Please check HUME_API_KEY."),
    403: marked("Hume does not allow this with the API key. Please check the account's plan."),
    _NOT_FOUND: marked("Hume does not know this, or not any more."),
    _TOO_OFTEN: marked("Hume is asked too often at the moment. Please try again in a minute."),
}
_FAULT = marked("Hume has a problem on its side. Please try again in a minute.")
_UNREACHABLE = marked("Hume cannot be reached. Please check the connection, then try again.")
_UNREADABLE = marked("Hume sent an answer that cannot be read. Please try again later.")


def warm() -> None:
    """Load what the first question would load on the event loop: that holds all calls for 50 ms.

    Slow: call it in a thread.
    """
    httpx.AsyncClient(verify=tls.trusted())


@dataclass(frozen=True, slots=True)
class HumeRest:
    """Asks Hume.

    Attributes:
        base_url: `https://api.hume.ai`, or where a stand-in or a proxy listens; no trailing slash.
        key: The API key. It travels in a header only.
        timeout_seconds: Longest wait for a connection, and between two pieces of an answer.
    """

    base_url: str
    key: SecretStr
    timeout_seconds: float = 10.0

    async def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return the answer, a JSON object.

        Raises:
            NotFound: Hume knows no such thing.
            ServiceUnavailable: It cannot be asked, or refuses, or its answer is no JSON object.
        """
        # Reading the certificates takes tens of milliseconds, and so does a long answer.
        trusted = await anyio.to_thread.run_sync(tls.trusted)
        headers = {"X-Hume-Api-Key": self.key.get_secret_value()}
        try:
            async with (
                httpx.AsyncClient(verify=trusted, timeout=self.timeout_seconds) as client,
                client.stream(
                    method, f"{self.base_url}{path}", params=query, json=body, headers=headers
                ) as response,
            ):
                _check(response.status_code)
                content = await _read(response)
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            raise ServiceUnavailable(_SERVICE, _(_UNREACHABLE), retryable=True) from None
        return await anyio.to_thread.run_sync(_parse, content)


def _check(status: int) -> None:
    if httpx.codes.is_success(status):
        return
    if status == _NOT_FOUND:
        raise NotFound(_(_REFUSALS[_NOT_FOUND]))
    passes = status in {_TOO_SLOW, _TOO_OFTEN} or status >= _SERVER_FAULT
    sentence = _REFUSALS.get(status, _FAULT if passes else _REFUSALS[400])
    raise ServiceUnavailable(_SERVICE, _(sentence), retryable=passes)


async def _read(response: httpx.Response) -> bytes:
    content = bytearray()
    async for piece in response.aiter_bytes():
        content += piece
        if len(content) > _MOST_BYTES:
            raise ServiceUnavailable(_SERVICE, _(_UNREADABLE), retryable=False)
    return bytes(content)


def _parse(content: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise ServiceUnavailable(_SERVICE, _(_UNREADABLE), retryable=True)
    return cast("dict[str, Any]", answer)
