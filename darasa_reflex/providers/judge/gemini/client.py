"""Asking Gemini over Google's own client, with every failure as a sentence of ours."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import anyio
import anyio.to_thread
import httpx2

from darasa_reflex.providers.judge.gemini import failures

if TYPE_CHECKING:
    from google.genai import Client

_RETRIED = [408, 429, 500, 502, 503, 504]
_LONGEST_ANSWER = 100_000
_MOST_TOKENS = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How long one question to the model may take; together far shorter than a worker's lease.

    Attributes:
        attempt_seconds: For one attempt.
        call_seconds: For all attempts, with the waits between them.
        attempts: At most, on 408, 429 and 5xx.
        first_delay: Seconds before the second attempt; doubled each time.
    """

    attempt_seconds: float = 60.0
    call_seconds: float = 110.0
    attempts: int = 3
    first_delay: float = 1.0


class GeminiText:
    """An open line to one model; see `opened`."""

    def __init__(self, client: "Client", model: str, bounds: Bounds) -> None:
        self._client = client
        self._model = model
        self._bounds = bounds

    async def ask(self, task: str, content: str, schema: dict[str, Any]) -> str:
        """Return the text of one answer.

        Raises:
            ServiceUnavailable: Gemini cannot be asked, or is not answering.
            Unusable: It answered with nothing, too much or a part, or declined.
        """
        from google.genai import errors  # noqa: PLC0415 (loads for over a second)

        try:
            with anyio.fail_after(self._bounds.call_seconds):
                answer = await self._generate(task, content, schema)
        except errors.APIError as error:
            raise failures.refused(
                error.code, str(cast("Any", error).details), self._model
            ) from None
        except (TimeoutError, httpx2.TimeoutException):
            raise failures.silent() from None
        except (OSError, httpx2.HTTPError, httpx2.InvalidURL):
            raise failures.unreachable() from None
        except ValueError:  # the answer is not even the JSON of an answer
            raise failures.invalid() from None
        blocked = answer.prompt_feedback and answer.prompt_feedback.block_reason
        finish = answer.candidates[0].finish_reason if answer.candidates else None
        return failures.usable(
            answer.text, finish and finish.value, blocked=bool(blocked), longest=_LONGEST_ANSWER
        )

    async def _generate(self, task: str, content: str, schema: dict[str, Any]) -> Any:  # noqa: ANN401 (the vendor's type)
        from google.genai import types  # noqa: PLC0415

        config = types.GenerateContentConfig(
            system_instruction=task,
            response_mime_type="application/json",
            response_schema=schema,
            max_output_tokens=_MOST_TOKENS,
        )
        models = cast("Any", self._client.aio.models)
        return await models.generate_content(model=self._model, contents=content, config=config)


@asynccontextmanager
async def opened(
    key: str, base_url: str | None, model: str, bounds: Bounds
) -> AsyncGenerator[GeminiText]:
    """Open a line to a model and close it when left. The vendor's package is loaded in a thread.

    Raises:
        ServiceUnavailable: The address is none.
    """
    client = await anyio.to_thread.run_sync(_client, key, base_url, bounds)
    try:
        yield GeminiText(client, model, bounds)
    finally:
        with anyio.CancelScope(shield=True):
            await client.aio.aclose()


def _client(key: str, base_url: str | None, bounds: Bounds) -> "Client":
    from google import genai  # noqa: PLC0415
    from google.genai import types  # noqa: PLC0415

    # It would write the texts of errors into the log before each retry.
    logging.getLogger("google_genai").setLevel(logging.ERROR)
    retries = types.HttpRetryOptions(
        attempts=bounds.attempts,
        initial_delay=bounds.first_delay,
        max_delay=8 * bounds.first_delay,
        jitter=bounds.first_delay,
        http_status_codes=_RETRIED,
    )
    options = types.HttpOptions(
        base_url=base_url,
        timeout=round(bounds.attempt_seconds * 1000),
        retry_options=retries,
    )
    try:
        return genai.Client(api_key=key, http_options=options)
    except ValueError:
        raise failures.unreachable() from None
