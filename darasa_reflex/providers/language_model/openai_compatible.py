"""Any server that speaks OpenAI's chat completions: OpenAI, Azure, Groq, vLLM, Ollama and others.

https://platform.openai.com/docs/api-reference/chat and openai 3.57.0, read 2026-11.
"""

import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Keeps, Provider
from darasa_reflex.core.errors import InvalidInput
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
from darasa_reflex.features.language_models.servers.addresses import (
    Address,
    address_of,
    check_resolved,
)

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

NAME = "openai_compatible"
_FINISH = {"stop": Finish.WHOLE, "length": Finish.CUT, "content_filter": Finish.DECLINED}
# Hosts whose models count what they think, and refuse the older name of the limit.
_COUNTS_THOUGHTS = ("api.openai.com", ".openai.azure.com")
# They never stop thinking, but can be asked to think little.
_ALWAYS_THINK = "gpt-oss"
_BAD_REQUEST, _UNREADABLE = 400, 422


class OpenAiCompatible:
    """See `LanguageModel`.

    Args:
        address: Of the server.
        model: As the server calls it.
        key: None: the server asks for none.
    """

    forms = (Form.SCHEMA, Form.JSON, Form.WORDS)

    def __init__(self, address: Address, model: str, key: SecretStr | None = None) -> None:
        self.names = Names(
            provider=NAME, title=address.host, model=model, host=address.host, local=address.local
        )
        self._client = Opened(lambda: _client(address, key))
        self._limit = "max_tokens"
        if address.name.endswith(_COUNTS_THOUGHTS):
            self._limit = "max_completion_tokens"
        # Whether the server takes wishes about thinking; not known of most.
        self._extras = True

    def warm(self) -> None:
        """See `LanguageModel.warm`."""
        with suppress(InvalidInput, OSError):
            self._client.now()

    async def ask(self, question: Question) -> Answer:
        """See `LanguageModel.ask`."""
        whole: Any = await self._sent(question)
        if isinstance(whole, str) or not getattr(whole, "choices", None):
            raise _told(self.names, getattr(whole, "error", None))
        choice = whole.choices[0]
        message, usage = choice.message, whole.usage
        if getattr(message, "refusal", None):
            return Answer(text="", finish=Finish.DECLINED, model=whole.model or "")
        # Some servers put all that a thinking model writes there, its answer too.
        thought = getattr(message, "reasoning_content", None) or getattr(message, "reasoning", None)
        return Answer(
            text=message.content or (thought if question.schema else None) or "",
            finish=_FINISH.get(choice.finish_reason, Finish.WHOLE),
            model=whole.model or "",
            tokens_in=usage.prompt_tokens if usage else None,
            tokens_out=usage.completion_tokens if usage else None,
        )

    async def stream(self, question: Question) -> AsyncGenerator[str]:
        """See `LanguageModel.stream`."""
        finish: str | None = None
        stream: Any = await self._sent(question, stream=True)
        with translated(self.names, *_failures(self.names)):
            async with stream:
                async for chunk in stream:
                    for choice in getattr(chunk, "choices", None) or ():
                        finish = choice.finish_reason or finish
                        if choice.delta and choice.delta.content:
                            yield choice.delta.content
        check_ended(self.names, _FINISH.get(finish or ""))

    async def close(self) -> None:
        """See `LanguageModel.close`."""
        if self._client.made is not None:
            await self._client.made.close()

    async def _sent(self, question: Question, *, stream: bool = False) -> object:
        """Return the answer to a question; what a server refuses to be told is told once less."""
        with translated(self.names):
            client = await self._client.get()
        with translated(self.names, *_failures(self.names)):
            if question.live:
                client = client.with_options(timeout=question.patience, max_retries=1)
            from openai import APIStatusError  # noqa: PLC0415 (loaded by now)

            create = cast("Any", client.chat.completions).create
            for _ in range(3):
                try:
                    return await create(**self._request(question), stream=stream)
                except APIStatusError as error:
                    if not self._learnt(error, question):
                        raise
        raise NotAnswered(self.names, Trouble.REQUEST)

    def _learnt(self, error: "APIStatusError", question: Question) -> bool:
        """Tell whether the same question may be taken when it is put another way."""
        if error.status_code not in {_BAD_REQUEST, _UNREADABLE}:
            return False
        other = {"max_tokens", "max_completion_tokens"} - {self._limit}
        if f"{error.body}".find(next(iter(other))) >= 0 and self._limit == "max_tokens":
            self._limit = "max_completion_tokens"
            return True
        extras, self._extras = self._extras, False
        return extras and question.live

    def _request(self, question: Question) -> dict[str, Any]:
        """Return the arguments of a request; no sampling, which models that think refuse."""
        told = [{"role": "system", "content": question.instruction}]
        told += [{"role": "user", "content": text} for text in question.material]
        asked: dict[str, Any] = {
            "model": self.names.model, "messages": told, self._limit: question.most_tokens,
        }  # fmt: skip
        if question.schema and question.form is Form.SCHEMA:
            schema = {"name": "answer", "strict": True, "schema": question.schema}
            asked["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif question.schema and question.form is Form.JSON:
            asked["response_format"] = {"type": "json_object"}
        if question.live and self._extras:
            asked["reasoning_effort"] = "low" if _ALWAYS_THINK in self.names.model else "none"
        return asked


def _client(address: Address, key: SecretStr | None) -> "AsyncOpenAI":
    """Return the client; loading it takes most of a second. Looks where the address leads."""
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415

    check_resolved(address)
    # Redirects would carry the material to anywhere; a proxy has no part in loopback.
    http = DefaultAsyncHttpxClient(follow_redirects=False, trust_env=False, verify=_trusted())
    return AsyncOpenAI(
        api_key=key.get_secret_value() if key else "none", base_url=address.url, max_retries=2,
        http_client=http,
    )  # fmt: skip


@cache
def _trusted() -> ssl.SSLContext:
    """Return the certificates that httpx trusts by itself; reading them takes 30 ms."""
    import httpx2  # noqa: PLC0415 (loaded by now)

    return httpx2.create_ssl_context(trust_env=False)


def _failures(names: Names) -> tuple[Known, ...]:
    import openai  # noqa: PLC0415 (loaded by now)

    def lost(error: Exception) -> NotAnswered:
        broke = isinstance(error.__cause__, ValueError)
        return NotAnswered(names, Trouble.SHAPE if broke else Trouble.UNREACHABLE)

    return (
        (openai.APIStatusError, lambda error: _refused(names, error)),
        (openai.APITimeoutError, Trouble.SILENT),
        (openai.APIConnectionError, lost),
        (ValueError, Trouble.SHAPE),
        ((openai.APIError, OSError, ExceptionGroup), Trouble.BROKEN),
    )


def _refused(names: Names, error: "APIStatusError") -> NotAnswered:
    told = f"{error.body}"
    if error.status_code == _BAD_REQUEST and ("exceed_context" in told or "context_length" in told):
        return NotAnswered(names, Trouble.CONTEXT)
    if error.status_code == _BAD_REQUEST and "model" in told and "not" in told and "found" in told:
        return NotAnswered(names, Trouble.MODEL)
    wait = error.response.headers.get("retry-after", "")
    return by_status(names, error.status_code, float(wait) if wait.isdecimal() else None)


def _told(names: Names, error: object) -> NotAnswered:
    """Return the failure of an answer without an answer; some hold an error beside status 200."""
    code: object = cast("Any", error).get("code") if isinstance(error, dict) else None
    if isinstance(code, int) and code >= _BAD_REQUEST:
        return by_status(names, code)
    return NotAnswered(names, Trouble.SERVER if error else Trouble.SHAPE)


def _build(keys: Mapping[str, SecretStr]) -> LanguageModel:
    address = address_of(keys["DARASA_MODEL_URL"].get_secret_value())
    return OpenAiCompatible(
        address, given(keys, "DARASA_MODEL") or "", keys.get("DARASA_MODEL_KEY")
    )


PROVIDER = Provider[LanguageModel](
    name=NAME,
    title="A server that speaks OpenAI's protocol",
    rank=20,
    needs=("DARASA_MODEL_URL", "DARASA_MODEL"),
    takes=("DARASA_MODEL_KEY",),
    build=_build,
    keeps=Keeps(
        sentence(
            "A language model outside of this server was sent what you said. Nothing can be "
            "deleted there from here: ask whoever runs this server which one it was."
        )
    ),
)
