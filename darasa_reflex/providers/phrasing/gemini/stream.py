"""Text of Gemini as it comes, by Google's own client. Importing this takes 1.7 s."""

import logging
from collections.abc import AsyncGenerator
from typing import Any, cast

import httpx2
from google import genai
from google.genai import errors, types

from darasa_reflex.core.errors import ServiceUnavailable

logger = logging.getLogger(__name__)

# Two sentences take about 60 tokens; the rest is for models that think first.
_MOST_TOKENS = 400
# The interviewer gives up far sooner; this ends what it has left behind.
_TIMEOUT_MS = 15_000
_SLOW_DOWN = 429
_SERVER_ERROR = 500
# Google's client raises these of its transport as they are, and ValueError for what it cannot read.
_BROKEN = (httpx2.HTTPError, httpx2.StreamError, OSError, TimeoutError, ValueError)


class TextStream:
    """Asks one model for short texts. Not retried: a template stands in at once."""

    def __init__(self, key: str, base_url: str | None, model: str) -> None:
        options = types.HttpOptions(base_url=base_url, timeout=_TIMEOUT_MS)
        self._client = genai.Client(api_key=key, http_options=options)
        self._model = model

    async def pieces(self, system: str, content: str) -> AsyncGenerator[str]:
        """Yield the text piece by piece; it was whole when the last one, empty, has come.

        Raises:
            ServiceUnavailable: Google refused or the line broke.
        """
        try:
            chunks = await self._client.aio.models.generate_content_stream(  # pyright: ignore[reportUnknownMemberType]
                model=self._model,
                contents=content,
                config=types.GenerateContentConfig(
                    system_instruction=system, max_output_tokens=_MOST_TOKENS
                ),
            )
            async for chunk in chunks:
                if text := _text(chunk):
                    yield text
                if _finished(chunk):
                    yield ""
        except errors.APIError as error:
            code = int(cast("Any", error).code or 0)
            raise _failed(error, again=code == _SLOW_DOWN or code >= _SERVER_ERROR) from None
        except _BROKEN as error:
            raise _failed(error, again=True) from None

    async def close(self) -> None:
        """Give back connections."""
        await self._client.aio.aclose()


def _text(chunk: types.GenerateContentResponse) -> str:
    """Return a chunk's text without thoughts."""
    content = chunk.candidates[0].content if chunk.candidates else None
    parts = (content.parts if content else None) or []
    return "".join(part.text or "" for part in parts if not part.thought)


def _finished(chunk: types.GenerateContentResponse) -> bool:
    """Whether the model itself came to the end, not a limit or a safety rule."""
    reason = chunk.candidates[0].finish_reason if chunk.candidates else None
    return reason is types.FinishReason.STOP


def _failed(error: Exception, *, again: bool) -> ServiceUnavailable:
    # The text of the vendor's error may hold what was sent.
    logger.warning("Gemini worded nothing: %s", type(error).__name__)
    return ServiceUnavailable("gemini", "Gemini does not answer.", retryable=again)
