"""Hume EVI over its WebSocket.

https://dev.hume.ai/reference/speech-to-speech-evi/chat (read 2026-08).
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import anyio.to_thread
from pydantic import SecretStr
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from darasa_reflex.core.clock import Clock, Stopwatch, SystemClock
from darasa_reflex.core.engines.discovery import Keeps, Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interview_time import GRACE_MS
from darasa_reflex.features.interviews.engines.interviewer import (
    Brief,
    Chat,
    Conversation,
    Interviewer,
)
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.providers.interviewer.hume import errors, frames, session
from darasa_reflex.providers.interviewer.hume.conversation import HumeConversation
from darasa_reflex.providers.interviewer.hume.ending import (
    FAREWELL_SECONDS,
    LONGEST_SECONDS,
    Ending,
)
from darasa_reflex.providers.interviewer.hume.progress import Progress
from darasa_reflex.providers.interviewer.hume.rest import rest, tls
from darasa_reflex.providers.interviewer.hume.rest.history import HumeHistorian
from darasa_reflex.providers.interviewer.hume.rest.token import Tokens
from darasa_reflex.providers.interviewer.hume.uplink import Uplink

_TITLE = "Hume EVI"
_BASE_URL = "https://api.hume.ai"
# The browser waits 10 s for its first message; before that it should hear what went wrong.
_ANSWER_SECONDS = 8.0
_CLOSE_SECONDS = 1.0
# A sentence of 48 kHz audio in base64 may pass 1 MiB.
_LONGEST_FRAME_BYTES = 4 * 1024 * 1024
# What Hume may answer to a conversation that it does not know, or that it will not go on with.
_UNRESUMABLE = frozenset({400, 404, 409, 410, 422})
# Source: notices on four pages of dev.hume.ai. Whether the service still answers is not known.
_ENDED = sentence(
    "Hume has announced the end of EVI for 13 November 2026: it may not answer any more."
)
_PATIENCE = sentence("How long it waits in a silence is set at Hume, for all interviews.")
logger = logging.getLogger(__name__)
# At DEBUG the client library logs headers and frames: keys and transcripts.
_SILENT = logging.getLogger("darasa_reflex.hume.socket")
_SILENT.setLevel(logging.WARNING)


class _Forgotten(Exception):
    """Hume does not know the conversation that should go on."""


@dataclass(frozen=True, slots=True)
class HumeInterviewer:
    """Plays the interviewer through Hume. One Hume chat per call.

    Attributes:
        base_url: `https://api.hume.ai`, or where a stand-in or a proxy listens; no trailing slash.
        tokens: Where access tokens come from; None to show the key itself.
        answer_seconds: Longest wait for an open line and Hume's first message.
        longest_seconds: Longest chat; a farewell is said shortly before.
    """

    base_url: str
    key: SecretStr
    config_id: str
    clock: Clock
    tokens: Tokens | None = None
    answer_seconds: float = _ANSWER_SECONDS
    longest_seconds: float = LONGEST_SECONDS

    @property
    def expressive(self) -> bool:
        """See `Interviewer.expressive`."""
        return True

    @property
    def history(self) -> HumeHistorian:
        """See `Interviewer.history`."""
        return HumeHistorian(self.base_url, self.key)

    @property
    def multilingual(self) -> bool:
        """See `Interviewer.multilingual`: what it hears and speaks is part of Hume's config."""
        return False

    def hears(self, language: str) -> bool:
        """See `Interviewer.hears`. What the config hears beside English is not known here."""
        return language == ENGLISH

    def seats(self, language: str) -> int | None:
        """See `Interviewer.seats`: other machines hear."""
        del language
        return None

    def describe(self, language: str, asks: str = ENGLISH) -> tuple[str, ...]:
        """See `Interviewer.describe`."""
        del asks
        said = (sentence("{engine}.", engine=_TITLE), _ENDED, _PATIENCE)
        if language == ENGLISH:
            return said
        foreign = sentence(
            "Which languages it hears is set at Hume, for all interviews: {language} may not be "
            "understood. You can type.",
            language=in_english(language),
        )
        return (*said, foreign)

    def warm(self) -> None:
        """See `Interviewer.warm`."""
        rest.warm()

    def open(self, brief: Brief) -> AbstractAsyncContextManager[Conversation]:
        """See `Interviewer.open`."""
        return self._open(brief)

    @contextlib.asynccontextmanager
    async def _open(self, brief: Brief) -> AsyncGenerator[Conversation]:
        socket, chat = await self._line(brief)
        watch, words = Stopwatch(self.clock), wording_of(brief.plan.language).farewell
        uplink = Uplink(socket)
        sending = asyncio.create_task(uplink.run())
        try:
            yield HumeConversation(
                chat=chat,
                socket=socket,
                uplink=uplink,
                progress=Progress.of(brief),
                watch=watch,
                ending=Ending(watch, words, min(self.longest_seconds, _seconds_left(brief))),
            )
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            await socket.close()

    async def _line(self, brief: Brief) -> tuple[ClientConnection, Chat]:
        """Return an open line, in the earlier conversation if Hume still knows it.

        Raises:
            ServiceUnavailable: Hume cannot be reached, refuses, or does not answer in time.
        """
        try:
            async with asyncio.timeout(self.answer_seconds):
                if brief.resumed_group:
                    with contextlib.suppress(_Forgotten):
                        return await self._dial(brief, resumed=True)
                return await self._dial(brief, resumed=False)
        except (OSError, EOFError, WebSocketException) as error:
            raise errors.of_opening(error) from None

    async def _dial(self, brief: Brief, *, resumed: bool) -> tuple[ClientConnection, Chat]:
        secure = self.base_url.startswith("https:")
        trusted = await anyio.to_thread.run_sync(tls.trusted) if secure else None
        token = await self._token()
        try:
            socket = await connect(
                session.address(self.base_url, self.config_id, brief, resumed=resumed, token=token),
                additional_headers={} if token else self._headers,
                compression=None,
                open_timeout=None,
                close_timeout=_CLOSE_SECONDS,
                max_size=_LONGEST_FRAME_BYTES,
                logger=_SILENT,
                ssl=trusted,
            )
        except InvalidStatus as refused:
            self._note_refusal(refused, resumed=resumed)
            raise
        try:
            # Why it closed already, if it did, stands in what it sent before.
            with contextlib.suppress(ConnectionClosed):
                await socket.send(session.settings(brief, resumed=resumed))
            return socket, await _first(socket, resumed=resumed)
        except BaseException:
            socket.transport.abort()
            raise

    async def _token(self) -> str:
        """Return an access token; empty when there is none: the key goes in a header then."""
        try:
            return (await self.tokens.current()).get_secret_value() if self.tokens else ""
        except ServiceUnavailable:
            logger.warning("Hume gives no access token; the key is shown instead")
            return ""

    @property
    def _headers(self) -> dict[str, str]:
        return {"X-Hume-Api-Key": self.key.get_secret_value()}

    def _note_refusal(self, refused: InvalidStatus, *, resumed: bool) -> None:
        status = refused.response.status_code
        if self.tokens and status in {401, 403}:
            self.tokens.forget()
        if resumed and status in _UNRESUMABLE:
            raise _Forgotten from None


def _seconds_left(brief: Brief) -> float:
    """Return when a call must be over: an answer may be finished, and a farewell is said."""
    left_ms = brief.minutes * 60_000 - brief.elapsed_ms
    return (max(left_ms, 0) + GRACE_MS) / 1000 + FAREWELL_SECONDS


async def _first(socket: ClientConnection, *, resumed: bool) -> Chat:
    """Return what Hume calls the chat; nothing else can be said before.

    Raises:
        ServiceUnavailable: Hume reports an error instead, or hangs up.
    """
    try:
        while True:
            match frames.read(await socket.recv(decode=True)):
                case evi.ChatMetadata() as metadata:
                    return Chat(metadata.chat_id, metadata.chat_group_id)
                case evi.Error(code=code):
                    if resumed and code in errors.FORGOTTEN:
                        raise _Forgotten
                    raise errors.of_code(code)
                case _:
                    continue
    except ConnectionClosed:
        raise errors.unavailable(errors.FAULT, retryable=True) from None


def _build(keys: Mapping[str, SecretStr]) -> Interviewer:
    """Return the interviewer.

    Raises:
        ServiceUnavailable: The address is none.
    """
    given = keys.get("HUME_BASE_URL")
    base_url = (given.get_secret_value() if given else _BASE_URL).strip().rstrip("/")
    if not base_url.startswith(("http://", "https://")):
        raise errors.unavailable(errors.ADDRESS, retryable=False)
    key, secret, clock = keys["HUME_API_KEY"], keys.get("HUME_SECRET_KEY"), SystemClock()
    tokens = Tokens(base_url, key, secret, clock) if secret else None
    config_id = keys["HUME_CONFIG_ID"].get_secret_value()
    return HumeInterviewer(base_url, key, config_id, clock, tokens)


PROVIDER = Provider[Interviewer](
    name="hume",
    title=_TITLE,
    # Behind everything else that needs a key: it was announced to end.
    rank=5,
    build=_build,
    needs=("HUME_API_KEY", "HUME_CONFIG_ID"),
    takes=("HUME_SECRET_KEY", "HUME_BASE_URL", "HUME_WEBHOOK_SIGNING_KEY"),
    keeps=Keeps(
        sentence(
            "Hume keeps the words and the sound of calls without a time limit, unless its account "
            "is set to keep nothing, and offers no way to delete a single call. Ask whoever runs "
            "this server to have Hume delete these."
        ),
        by_name=True,
    ),
)
