"""Files by HTTP: ranges, redirects that stay safe, and an end to silence.

Source: RFC 9110, sections 13.1.5 (If-Range), 14 (Range) and 15.5.17 (416).
"""

import asyncio
import ipaddress
import re
import ssl
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.speech_models.fetching import Answer, Fetcher, NotFetched, Why

if TYPE_CHECKING:
    import httpx

# A hub that cannot be reached, or takes a call and says nothing, must not keep anybody waiting:
# there are other sources, and a line once alive is tried again.
_ANSWER_SECONDS = 5.0
_MOST_REDIRECTS = 5
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)$")
_WHOLE, _PART, _PAST_THE_END = 200, 206, 416
_BUSY = frozenset({408, 425, 429})
_SERVER_ERRORS = 500


@dataclass(frozen=True, slots=True)
class HttpFetcher:
    """See `Fetcher`.

    Attributes:
        silent_seconds: An answer without a byte for so long is broken.
        answer_seconds: Without an answer for so long nobody is there.
    """

    silent_seconds: float = 20.0
    answer_seconds: float = _ANSWER_SECONDS

    @asynccontextmanager
    async def open(
        self, address: str, begins_at: int = 0, tag: str | None = None
    ) -> AsyncGenerator[Answer]:
        """See `Fetcher.open`."""
        # Loading the library and its certificates takes 0.1 s, which a call beside it would hear.
        client = await asyncio.to_thread(_client, self.silent_seconds)
        import httpx  # noqa: PLC0415 (loaded by now)

        try:
            async with client:
                ask = _headers(begins_at, tag)
                response = await _followed(client, address, ask, self.answer_seconds)
                try:
                    yield _answer(response)
                finally:
                    await response.aclose()
        except httpx.ConnectError as error:
            raise NotFetched(Why.UNTRUSTED if _untrusted(error) else Why.UNREACHABLE) from None
        except (httpx.ConnectTimeout, httpx.ProxyError, TimeoutError):
            raise NotFetched(Why.UNREACHABLE) from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            raise NotFetched(Why.UNSAFE) from None
        except httpx.HTTPError:
            raise NotFetched(Why.BROKEN) from None


def _client(silent_seconds: float) -> "httpx.AsyncClient":
    import httpx  # noqa: PLC0415 (only those pay who fetch something)

    return httpx.AsyncClient(timeout=silent_seconds)


def _headers(begins_at: int, tag: str | None) -> dict[str, str]:
    # Packed bytes would not be the bytes whose places and digest are known.
    plain = {"Accept-Encoding": "identity"}
    if not begins_at:
        return plain
    same = {"If-Range": tag} if tag else {}
    return {**plain, "Range": f"bytes={begins_at}-", **same}


async def _followed(
    client: "httpx.AsyncClient", address: str, headers: dict[str, str], seconds: float
) -> "httpx.Response":
    """Return the answer at the end of all redirects, its body still to come.

    Raises:
        TimeoutError: Somebody on the way did not answer in that many seconds.
    """
    request = client.build_request("GET", address, headers=headers)
    _only_safe(request.url, None)
    for _ in range(_MOST_REDIRECTS):
        async with asyncio.timeout(seconds):
            response = await client.send(request, stream=True)
        if response.next_request is None:
            return response
        _only_safe(response.next_request.url, request.url)
        await response.aclose()
        request = response.next_request
    raise NotFetched(Why.UNSAFE)


def _only_safe(url: "httpx.URL", before: "httpx.URL | None") -> None:
    """Refuse addresses without TLS, except from this machine to itself."""
    at_home = _is_loopback(url.host) and (before is None or _is_loopback(before.host))
    if url.scheme != "https" and not (url.scheme == "http" and at_home):
        raise NotFetched(Why.UNSAFE)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _answer(response: "httpx.Response") -> Answer:
    status = response.status_code
    if status not in {_WHOLE, _PART}:
        raise NotFetched(_why(status))
    tag = response.headers.get("ETag", "")
    begins_at, total = _place(response)
    # A weak tag (W/"…") names what means the same, not the same bytes.
    return Answer(begins_at, total, tag if tag.startswith('"') else None, _pieces(response))


def _why(status: int) -> Why:
    if status == _PAST_THE_END:
        return Why.PAST_THE_END
    return Why.BUSY if status in _BUSY or status >= _SERVER_ERRORS else Why.MISSING


def _place(response: "httpx.Response") -> tuple[int, int | None]:
    """Return where an answer begins in the file, and how long the file is.

    Raises:
        NotFetched: It is a part, but does not say of what.
    """
    if response.status_code == _PART:
        found = _RANGE.match(response.headers.get("Content-Range", ""))
        if found is None:
            raise NotFetched(Why.BROKEN)
        return int(found[1]), None if found[2] == "*" else int(found[2])
    length = response.headers.get("Content-Length", "")
    packed = "Content-Encoding" in response.headers
    return 0, int(length) if length.isdecimal() and not packed else None


async def _pieces(response: "httpx.Response") -> AsyncIterator[bytes]:
    import httpx  # noqa: PLC0415 (loaded by now)

    try:
        async for piece in response.aiter_bytes():
            yield piece
    except httpx.HTTPError:
        raise NotFetched(Why.BROKEN) from None


def _untrusted(error: BaseException) -> bool:
    """Whether a connection failed because a certificate was not good."""
    told: BaseException | None = error
    while told is not None:
        if isinstance(told, ssl.SSLError):
            return True
        told = told.__cause__ or told.__context__
    return False


def _build(keys: object) -> Fetcher:
    del keys
    return HttpFetcher()


PROVIDER = Provider[Fetcher](name="http", title="HTTP", rank=0, build=_build)
