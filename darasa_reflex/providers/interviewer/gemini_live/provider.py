"""Gemini Live: a spoken interview with a Gemini key alone."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import AbstractAsyncContextManager

from pydantic import SecretStr

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.engines.discovery import Keeps, Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.history import Historian
from darasa_reflex.features.interviews.engines.interview_time import InterviewTime
from darasa_reflex.features.interviews.engines.interviewer import Brief, Conversation, Interviewer
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.outbox import Outbox
from darasa_reflex.providers.interviewer.gemini_live.conversation import GeminiConversation
from darasa_reflex.providers.interviewer.gemini_live.dialogue import Dialogue
from darasa_reflex.providers.interviewer.gemini_live.lifeline import Lifeline
from darasa_reflex.providers.interviewer.gemini_live.line.connection import Exchange
from darasa_reflex.providers.interviewer.gemini_live.line.script import Script
from darasa_reflex.providers.interviewer.gemini_live.line.uplink import Uplink

# Source: facts/integrations.md 5.3 (announced on 15 Sep 2026).
DEFAULT_MODEL = "gemini-3.8-live"
_GOOGLE = sentence("Gemini Live: your voice and your words are processed by Google.")


class GeminiLiveInterviewer:
    """Plays the interviewer through Google's Live API.

    Args:
        key: A Gemini API key.
        model: A model that speaks and hears live.
        base_url: Of a proxy or stand-in, https://; None: Google's own.
        tls: What to trust; None: the usual authorities, or what SSL_CERT_FILE names.
        clock: Times the call.
    """

    expressive = False
    history: Historian | None = None
    multilingual = True

    def __init__(
        self,
        key: str,
        model: str = DEFAULT_MODEL,
        *,
        base_url: str | None = None,
        tls: ssl.SSLContext | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._exchange = Exchange(SecretStr(key), model, base_url, tls)
        self._clock = clock or SystemClock()

    def hears(self, language: str) -> bool:
        """See `Interviewer.hears`: Google hears all that we offer."""
        del language
        return True

    def seats(self, language: str) -> int | None:
        """See `Interviewer.seats`: other machines hear."""
        del language
        return None

    def describe(self, language: str, asks: str = ENGLISH) -> tuple[str, ...]:
        """See `Interviewer.describe`."""
        if language == ENGLISH:
            return (_GOOGLE,)
        if asks != ENGLISH:
            return (_GOOGLE, sentence("It asks in {language}.", language=in_english(asks)))
        told = sentence(
            "It asks in English and understands your answers in {language}.",
            language=in_english(language),
        )
        return (_GOOGLE, told)

    def warm(self) -> None:
        """Load Google's client. Takes about 2 s: call it in a thread."""
        self._exchange.warm()

    def open(self, brief: Brief) -> AbstractAsyncContextManager[Conversation]:
        """See `Interviewer.open`."""
        return self._open(brief)

    @contextlib.asynccontextmanager
    async def _open(self, brief: Brief) -> AsyncGenerator[Conversation]:
        conversation = self._conversation(brief)
        dialogue, lifeline = conversation.dialogue, conversation.lifeline
        await lifeline.open()
        works = (lifeline.run(), dialogue.uplink.run(), dialogue.mouth.run(), conversation.watch())
        tasks = [asyncio.create_task(work) for work in works]
        for task in tasks:
            task.add_done_callback(lambda done: _report(done, conversation.outbox))
        try:
            yield conversation
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await lifeline.close()

    def _conversation(self, brief: Brief) -> GeminiConversation:
        began = self._clock.monotonic()
        outbox: Outbox = asyncio.Queue()
        dialogue = Dialogue(
            brief=brief,
            script=Script(brief),
            clock=self._clock,
            now_ms=lambda: int((self._clock.monotonic() - began) * 1000),
            send=outbox.put_nowait,
            uplink=Uplink(),
            time=InterviewTime(brief.minutes * 60_000, brief.elapsed_ms),
        )
        return GeminiConversation(dialogue, Lifeline(self._exchange, dialogue), outbox)


def _report(done: "asyncio.Task[None]", outbox: Outbox) -> None:
    """Let whoever reads the messages meet the error that ended a task."""
    if not done.cancelled() and (error := done.exception()) is not None:
        outbox.put_nowait(error)


def _build(keys: Mapping[str, SecretStr]) -> Interviewer:
    def value(name: str) -> str | None:
        secret = keys.get(name)
        return secret.get_secret_value() if secret else None

    return GeminiLiveInterviewer(
        value("GEMINI_API_KEY") or "",
        value("DARASA_GEMINI_LIVE_MODEL") or DEFAULT_MODEL,
        base_url=value("GEMINI_BASE_URL"),
    )


PROVIDER = Provider[Interviewer](
    name="gemini_live",
    title="Gemini Live",
    rank=10,
    needs=("GEMINI_API_KEY",),
    takes=("GEMINI_BASE_URL", "DARASA_GEMINI_LIVE_MODEL"),
    build=_build,
    keeps=Keeps(
        sentence(
            "Google's Gemini was sent what you said. Nothing can be deleted there from here: what "
            "Google keeps, and for how long, stands in its terms for the Gemini API."
        )
    ),
)
