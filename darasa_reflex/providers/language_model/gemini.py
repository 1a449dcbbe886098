"""Google's Gemini, over Google's own client (google-genai 3.4, read 2026-11)."""

import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx2
from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Keeps, Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.language_models.failures import (
    Known,
    NotAnswered,
    Trouble,
    by_status,
    check_ended,
    translated,
)
from darasa_reflex.features.language_models.opened import Opened, given
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

FEEDBACK_SETTING, TEXT_SETTING = "DARASA_GEMINI_FEEDBACK_MODEL", "DARASA_GEMINI_TEXT_MODEL"
# Source: facts on integrations; current Flash models, the older ones end in December 2026.
FEEDBACK_MODEL, TEXT_MODEL = "gemini-3.8-flash", "gemini-3.5-flash-lite"
_RETRIED = [408, 429, 500, 502, 503, 504]
_ATTEMPTS, _FIRST_DELAY, _BAD_REQUEST = 3, 1.0, 400
_WHOLE = frozenset({"STOP", "OTHER", "FINISH_REASON_UNSPECIFIED"})


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
            provider="gemini", title="Gemini", model=model, key_setting="GEMINI_API_KEY",
            host="generativelanguage.googleapis.com", model_setting=FEEDBACK_SETTING,
        )  # fmt: skip
        self._quick = replace(self.names, model=quick_model, model_setting=TEXT_SETTING)
        self._first_delay = first_delay
        # Named, since the package would take another transport wherever one is installed.
        self._http = httpx2.AsyncClient()
        self._client = Opened(lambda: _client(key, base_url, self._http))

    def warm(self) -> None:
        """See `LanguageModel.warm`."""
        with suppress(ValueError):
            self._client.now()

    async def ask(self, question: Question) -> Answer:
        """See `LanguageModel.ask`."""
        models = await self._models()
        with translated(self.names, *_failures(self.names)):
            whole = await models.generate_content(**self._request(self.names.model, question))
        usage = whole.usage_metadata
        return Answer(
            text=whole.text or "",
            finish=_finish(whole) or Finish.WHOLE,
            model=whole.model_version or "",
            tokens_in=usage.prompt_token_count if usage else None,
            tokens_out=usage.candidates_token_count if usage else None,
        )

    async def stream(self, question: Question) -> AsyncGenerator[str]:
        """See `LanguageModel.stream`."""
        finish: Finish | None = None
        models = await self._models()
        with translated(self._quick, *_failures(self._quick)):
            request = self._request(self._quick.model, question)
            async for chunk in await models.generate_content_stream(**request):
                if text := _spoken(chunk):
                    yield text
                finish = _finish(chunk) or finish
        check_ended(self._quick, finish)

    async def close(self) -> None:
        """See `LanguageModel.close`."""
        if self._client.made is not None:
            await self._client.made.aio.aclose()
        await self._http.aclose()

    async def _models(self) -> Any:  # noqa: ANN401 (the vendor's type)
        with translated(self.names, (ValueError, Trouble.UNREACHABLE)):  # the address is none
            return (await self._client.get()).aio.models

    def _request(self, model: str, question: Question) -> dict[str, Any]:
        delay = self._first_delay
        retries = {
            "attempts": 1 if question.live else _ATTEMPTS, "initial_delay": delay, "jitter": delay,
            "max_delay": 8 * delay, "http_status_codes": _RETRIED,
        }  # fmt: skip
        config: dict[str, Any] = {
            "system_instruction": question.instruction, "max_output_tokens": question.most_tokens,
            "http_options": {"timeout": round(question.patience * 1_000), "retry_options": retries},
        }  # fmt: skip
        if question.schema:
            config["response_mime_type"] = "application/json"
            config["response_json_schema"] = dict(question.schema)
        said = [{"role": "user", "parts": [{"text": text}]} for text in question.material]
        return {"model": model, "contents": said, "config": config}


def _client(key: SecretStr, base_url: str | None, http: httpx2.AsyncClient) -> "Client":
    from google import genai  # noqa: PLC0415 (loading it takes most of two seconds)
    from google.genai import types  # noqa: PLC0415

    # It would write the texts of errors into the log before each retry.
    logging.getLogger("google_genai").setLevel(logging.ERROR)
    options = types.HttpOptions(base_url=base_url, httpx_async_client=http)
    return genai.Client(api_key=key.get_secret_value(), http_options=options)


def _failures(names: Names) -> tuple[Known, ...]:
    from google.genai import errors  # noqa: PLC0415 (loaded by now)

    def refused(error: Any) -> NotAnswered:  # noqa: ANN401 (the vendor's type)
        if error.code == _BAD_REQUEST and "API_KEY_INVALID" in str(error.details):
            return NotAnswered(names, Trouble.KEY)
        return by_status(names, error.code)

    lost = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL)
    return (
        (errors.APIError, refused),
        (httpx2.TimeoutException, Trouble.SILENT),
        (lost, Trouble.UNREACHABLE),
    )


def _spoken(chunk: Any) -> str:  # noqa: ANN401 (the vendor's type)
    """Return a chunk's text without thoughts."""
    content = chunk.candidates[0].content if chunk.candidates else None
    parts: list[Any] = (content.parts if content else None) or []
    return "".join(part.text or "" for part in parts if not part.thought)


def _finish(answer: Any) -> Finish | None:  # noqa: ANN401 (the vendor's type)
    """Return why a model stopped; None where it does not say."""
    if answer.prompt_feedback and answer.prompt_feedback.block_reason:
        return Finish.DECLINED
    reason = answer.candidates[0].finish_reason if answer.candidates else None
    if reason is None or reason.value == "MAX_TOKENS":
        return reason and Finish.CUT
    return Finish.WHOLE if reason.value in _WHOLE else Finish.DECLINED


def _build(keys: Mapping[str, SecretStr]) -> LanguageModel:
    return GeminiModel(
        keys["GEMINI_API_KEY"],
        given(keys, FEEDBACK_SETTING, "DARASA_MODEL") or FEEDBACK_MODEL,
        given(keys, TEXT_SETTING, "DARASA_MODEL") or TEXT_MODEL,
        given(keys, "GEMINI_BASE_URL"),
    )


PROVIDER = Provider[LanguageModel](
    name="gemini",
    title="Gemini",
    rank=10,
    needs=("GEMINI_API_KEY",),
    takes=("GEMINI_BASE_URL", FEEDBACK_SETTING, TEXT_SETTING, "DARASA_MODEL"),
    build=_build,
    keeps=Keeps(
        sentence(
            "Google's Gemini was sent what you said. Nothing can be deleted there from here: what "
            "Google keeps, and for how long, stands in its terms for the Gemini API."
        )
    ),
)
