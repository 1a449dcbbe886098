"""Google's Gemini, over Google's own client (google-genai 3.4, read 2026-11)."""

import logging
import threading
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import anyio.to_thread
import httpx2
from pydantic import SecretStr

from darasa_reflex.core.discovery import Keeps, Provider
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble, by_status
from darasa_reflex.features.language_models.port import (
    Answer,
    Finish,
    Form,
    LanguageModel,
    Names,
    Question,
)

if TYPE_CHECKING:
    from google.genai import Client

NAME = "gemini"
FEEDBACK_SETTING, TEXT_SETTING = "DARASA_GEMINI_FEEDBACK_MODEL", "DARASA_GEMINI_TEXT_MODEL"
# Source: facts on integrations; current Flash models, the older ones end in December 2026.
FEEDBACK_MODEL, TEXT_MODEL = "gemini-3.8-flash", "gemini-3.5-flash-lite"
_RETRIED = [408, 429, 500, 502, 503, 504]
_ATTEMPTS, _FIRST_DELAY, _LIVE_SECONDS = 3, 1.0, 15.0
_BAD_REQUEST = 400
_WHOLE = frozenset({None, "STOP", "OTHER", "FINISH_REASON_UNSPECIFIED"})
_HOST = "generativelanguage.googleapis.com"


class GeminiModel:
    """See `LanguageModel`.

    Args:
        key: Google's API key.
        model: Answers in a shape.
        quick_model: Talks.
        base_url: Another address, for proxies.
        first_delay: Seconds before the second attempt; doubled each time.
    """

    forms = (Form.SCHEMA,)

    def __init__(
        self, key: SecretStr, model: str = FEEDBACK_MODEL, quick_model: str = TEXT_MODEL,
        base_url: str | None = None, first_delay: float = _FIRST_DELAY,
    ) -> None:  # fmt: skip
        self.names = Names(
            provider=NAME, title="Gemini", model=model, host=_HOST, key_setting="GEMINI_API_KEY",
            model_setting=FEEDBACK_SETTING,
        )  # fmt: skip
        self._key, self._base_url, self._first_delay = key, base_url, first_delay
        self._quick = replace(self.names, model=quick_model, model_setting=TEXT_SETTING)
        self._lock = threading.Lock()
        self._client: Client | None = None

    def warm(self) -> None:
        """See `LanguageModel.warm`."""
        with suppress(ValueError):
            self._opened()

    async def ask(self, question: Question) -> Answer:
        """See `LanguageModel.ask`."""
        models = await self._models()
        with _translated(self.names):
            whole = await models.generate_content(**self._request(self.names.model, question))
        blocked = whole.prompt_feedback and whole.prompt_feedback.block_reason
        usage = whole.usage_metadata
        return Answer(
            text=whole.text or "",
            finish=Finish.DECLINED if blocked else _finish(whole),
            model=whole.model_version or "",
            tokens_in=usage.prompt_token_count if usage else None,
            tokens_out=usage.candidates_token_count if usage else None,
        )

    async def stream(self, question: Question) -> AsyncGenerator[str]:
        """See `LanguageModel.stream`."""
        finish: Finish | None = None
        models = await self._models()
        with _translated(self._quick):
            request = self._request(self._quick.model, question)
            async for chunk in await models.generate_content_stream(**request):
                if text := _spoken(chunk):
                    yield text
                if chunk.prompt_feedback and chunk.prompt_feedback.block_reason:
                    finish = Finish.DECLINED
                elif chunk.candidates and chunk.candidates[0].finish_reason:
                    finish = _finish(chunk)
        if finish is not Finish.WHOLE:
            declined = finish is Finish.DECLINED
            raise NotAnswered(self._quick, Trouble.DECLINED if declined else Trouble.CUT)

    async def close(self) -> None:
        """See `LanguageModel.close`."""
        if self._client is not None:
            await self._client.aio.aclose()

    async def _models(self) -> Any:  # noqa: ANN401 (the vendor's type)
        try:
            client = self._client or await anyio.to_thread.run_sync(self._opened)
        except ValueError:  # the address is none
            raise NotAnswered(self.names, Trouble.UNREACHABLE) from None
        return client.aio.models

    def _request(self, model: str, question: Question) -> dict[str, Any]:
        from google.genai import types  # noqa: PLC0415 (loaded by now)

        retries = types.HttpRetryOptions(
            attempts=1 if question.live else _ATTEMPTS, initial_delay=self._first_delay,
            max_delay=8 * self._first_delay, jitter=self._first_delay, http_status_codes=_RETRIED,
        )  # fmt: skip
        seconds = _LIVE_SECONDS if question.live else question.seconds
        shape: dict[str, Any] = {}
        if question.schema:
            shape = {"response_mime_type": "application/json"}
            shape["response_schema"] = _in_googles_words(question.schema)
        config = types.GenerateContentConfig(
            system_instruction=question.instruction, max_output_tokens=question.most_tokens,
            http_options=types.HttpOptions(timeout=round(seconds * 1_000), retry_options=retries),
            **shape,
        )  # fmt: skip
        contents = [types.UserContent(parts=[types.Part(text=text) for text in question.material])]
        return {"model": model, "contents": contents, "config": config}

    def _opened(self) -> "Client":
        """Return the client; loading it takes most of two seconds."""
        from google import genai  # noqa: PLC0415
        from google.genai import types  # noqa: PLC0415

        # It would write the texts of errors into the log before each retry.
        logging.getLogger("google_genai").setLevel(logging.ERROR)
        with self._lock:
            if self._client is None:
                options = types.HttpOptions(base_url=self._base_url)
                key = self._key.get_secret_value()
                self._client = genai.Client(api_key=key, http_options=options)
            return self._client


@contextmanager
def _translated(names: Names) -> Generator[None]:
    """Turn what the vendor's package raises into failures of ours."""
    from google.genai import errors  # noqa: PLC0415 (loaded by now)

    try:
        yield
    except errors.APIError as error:
        details = str(cast("Any", error).details)
        if error.code == _BAD_REQUEST and "API_KEY_INVALID" in details:
            raise NotAnswered(names, Trouble.KEY) from None
        raise by_status(names, error.code) from None
    except (TimeoutError, httpx2.TimeoutException):
        raise NotAnswered(names, Trouble.SILENT) from None
    except (OSError, httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL):
        raise NotAnswered(names, Trouble.UNREACHABLE) from None
    except ValueError:  # the answer is not even the JSON of an answer
        raise NotAnswered(names, Trouble.SHAPE) from None


def _spoken(chunk: Any) -> str:  # noqa: ANN401 (the vendor's type)
    """Return a chunk's text without thoughts."""
    content = chunk.candidates[0].content if chunk.candidates else None
    parts: list[Any] = (content.parts if content else None) or []
    return "".join(part.text or "" for part in parts if not part.thought)


def _finish(answer: Any) -> Finish:  # noqa: ANN401 (the vendor's type)
    reason = answer.candidates[0].finish_reason if answer.candidates else None
    if reason is not None and reason.value == "MAX_TOKENS":
        return Finish.CUT
    return Finish.WHOLE if reason is None or reason.value in _WHOLE else Finish.DECLINED


def _in_googles_words(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plain schema in the dialect of Gemini's own."""
    if "anyOf" in schema:
        kinds = [one for one in schema["anyOf"] if one.get("type") != "null"]
        return _in_googles_words(kinds[0]) | {"nullable": True}
    told: dict[str, Any] = {"type": str(schema["type"]).upper()}
    if "enum" in schema:
        told["enum"] = list(schema["enum"])
    if "items" in schema:
        told["items"] = _in_googles_words(schema["items"])
    if "properties" in schema:
        inner = {name: _in_googles_words(one) for name, one in schema["properties"].items()}
        told |= {"properties": inner, "required": list(inner), "property_ordering": list(inner)}
    return told


def _build(keys: Mapping[str, SecretStr]) -> LanguageModel:
    def given(*names: str) -> str | None:
        return next((keys[name].get_secret_value() for name in names if name in keys), None)

    return GeminiModel(
        keys["GEMINI_API_KEY"],
        given(FEEDBACK_SETTING, "DARASA_MODEL") or FEEDBACK_MODEL,
        given(TEXT_SETTING, "DARASA_MODEL") or TEXT_MODEL,
        given("GEMINI_BASE_URL"),
    )


PROVIDER = Provider[LanguageModel](
    name=NAME,
    title="Gemini",
    rank=10,
    needs=("GEMINI_API_KEY",),
    takes=("GEMINI_BASE_URL", FEEDBACK_SETTING, TEXT_SETTING, "DARASA_MODEL"),
    build=_build,
    keeps=Keeps(
        "Google's Gemini was sent what you said. Darasa has no way to delete anything there: what "
        "Google keeps, and for how long, stands in its terms for the Gemini API."
    ),
)
