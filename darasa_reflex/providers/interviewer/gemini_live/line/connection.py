"""A connection to Gemini Live: how it is set up, opened and closed."""

import asyncio
import contextlib
import logging
import ssl
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from pydantic import SecretStr
from websockets.exceptions import InvalidStatus, WebSocketException

from darasa_reflex.providers.interviewer.gemini_live.line import refusals
from darasa_reflex.providers.interviewer.gemini_live.line.script import END_TOOL

if TYPE_CHECKING:
    from google.genai import Client
    from google.genai.live import AsyncSession

_SETUP_SECONDS = 10.0
# Gemini was seen to answer pings after 8 to 30 s (sip-to-ai, pull request 14).
_SOCKET = {"ping_timeout": 45, "close_timeout": 1, "max_size": 1 << 24}
# At DEBUG the socket would tell its headers, with the key, and every frame.
_QUIET = logging.getLogger(f"{__name__}.socket")
_QUIET.setLevel(logging.WARNING)
_END = {
    "name": END_TOOL,
    "description": "Ends the interview. Call it once, after your goodbye.",
}


@dataclass(slots=True)
class Connection:
    """An open connection."""

    session: "AsyncSession"
    _stack: contextlib.AsyncExitStack

    async def close(self) -> None:
        """Close it; an unhappy end is no news."""
        await _close(self._stack)


@dataclass(slots=True)
class Exchange:
    """Opens lines with one key to one model.

    Attributes:
        base_url: Another address than Google's, https://; the client always speaks TLS.
        tls: What it trusts; None: certifi, or what SSL_CERT_FILE and SSL_CERT_DIR name.
    """

    key: SecretStr
    model: str
    base_url: str | None = None
    tls: ssl.SSLContext | None = None
    _client: "Client | None" = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def warm(self) -> None:
        """Load Google's client. Takes about 2 s: call it in a thread."""
        with self._lock:
            self._client = self._client or self._build()

    async def open(self, config: dict[str, Any], first: str) -> Connection:
        """Open a line.

        Args:
            config: The session's set-up.
            first: The first content of the session.

        Raises:
            ServiceUnavailable: It is refused, or nothing answers.
        """
        if self._client is None:
            await anyio.to_thread.run_sync(self.warm)
        from google.genai.errors import APIError  # noqa: PLC0415 (slow; loaded by now)

        stack = contextlib.AsyncExitStack()
        try:
            async with asyncio.timeout(_SETUP_SECONDS):
                return Connection(await self._set_up(stack, config, first), stack)
        except APIError as refused:
            error = refusals.of_reason(refused.code or 0, str(_untyped(refused).details))
        except InvalidStatus as refused:
            error = refusals.of_status(refused.response.status_code)
        except OSError as failed:
            error = refusals.of_transport(failed)
        except (WebSocketException, ValueError, TypeError):
            error = refusals.unavailable(refusals.REFUSED, retryable=True)
        await _close(stack)
        raise error

    async def _set_up(
        self, stack: contextlib.AsyncExitStack, config: dict[str, Any], first: str
    ) -> "AsyncSession":
        assert self._client is not None  # noqa: S101 (see `open`)
        live = self._client.aio.live
        session = await stack.enter_async_context(live.connect(model=self.model, config=config))  # type: ignore[arg-type]
        if session.setup_complete is None:
            raise ValueError
        await session.send_client_content(
            turns={"role": "user", "parts": [{"text": first}]}, turn_complete=True
        )
        return session

    def _build(self) -> "Client":
        from google import genai  # noqa: PLC0415 (slow: runs in a thread)

        options = genai.types.HttpOptions(
            base_url=self.base_url, async_client_args={**_SOCKET, "ssl": self.tls, "logger": _QUIET}
        )
        return genai.Client(api_key=self.key.get_secret_value(), http_options=options)


def _untyped(value: Any) -> Any:  # noqa: ANN401 (the vendor gives no whole types)
    return value


async def _close(stack: contextlib.AsyncExitStack) -> None:
    with contextlib.suppress(WebSocketException, OSError):
        await stack.aclose()


def set_up(system: str, patience_seconds: float) -> dict[str, Any]:
    """Return the set-up of a session.

    Args:
        system: The system instruction.
        patience_seconds: Silence after which an answer counts as finished.
    """
    return {
        "response_modalities": ["AUDIO"],
        "system_instruction": system,
        "tools": [{"function_declarations": [_END]}],
        "input_audio_transcription": {},
        "output_audio_transcription": {},
        "context_window_compression": {"sliding_window": {}},
        "realtime_input_config": {
            "automatic_activity_detection": {"silence_duration_ms": int(patience_seconds * 1000)}
        },
        # The first content is material: it is read, and not answered.
        "history_config": {"initial_history_in_client_content": True},
    }
