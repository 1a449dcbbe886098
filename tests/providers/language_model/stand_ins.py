"""For every provider of the port a stand-in of its vendor, all told in the same words.

A provider without a row in `STAND_INS` fails the contract tests.
"""

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.parts import providers
from tests.vendors import openai_text
from tests.vendors.gemini import gemini_text

KEY = "planted-key-0451"
DOCS = Path(__file__).parents[3] / "docs" / "extending.md"


@dataclass
class OpenAi:
    """A server that speaks OpenAI's protocol."""

    server: openai_text.OpenAiText
    vendor: ClassVar[Any] = openai_text

    @property
    def keys(self):
        return {
            "DARASA_MODEL_URL": self.server.address, "DARASA_MODEL": "test-model",
            "DARASA_MODEL_KEY": KEY,
        }  # fmt: skip

    key = KEY

    @property
    def requests(self):
        return self.server.requests

    def script(self, *answers):
        self.server.script(*answers)

    def hang(self):
        return self.vendor.hang()

    def whole(self, text):
        return openai_text.whole(text)

    def cut(self, text):
        return openai_text.whole(text, finish="length")

    def declined(self):
        return openai_text.whole("", finish="content_filter")

    def error(self, status):
        return openai_text.error(status, f"about {KEY}")

    def streamed(self, pieces, *, is_whole=True):
        return openai_text.streamed(pieces, "stop" if is_whole else None)

    def sent(self):
        asked = self.server.requests[-1]
        return asked.system, asked.text


@dataclass
class Gemini(OpenAi):
    """Google's text endpoints."""

    server: gemini_text.GeminiText
    vendor: ClassVar[Any] = gemini_text

    @property
    def keys(self):
        return {"GEMINI_API_KEY": KEY, "GEMINI_BASE_URL": self.server.address}

    def whole(self, text):
        return gemini_text.text_answer(text)

    def cut(self, text):
        return gemini_text.text_answer(text, finish="MAX_TOKENS")

    def declined(self):
        return gemini_text.blocked()

    def error(self, status):
        return gemini_text.error(status, message=f"about {KEY}")

    def streamed(self, pieces, *, is_whole=True):
        return gemini_text.streamed(pieces, "STOP" if is_whole else "")


@dataclass
class Ollama(OpenAi):
    """Ollama's own API, which `docs/extending.md` takes as its example."""

    @property
    def keys(self):
        return {"OLLAMA_HOST": self.server.address, "DARASA_MODEL": "test-model"}

    def whole(self, text):
        return self.streamed([text])

    def cut(self, text):
        return self._lines([text], "length")

    def declined(self):
        return self._lines([""], "stop")

    def streamed(self, pieces, *, is_whole=True):
        return self._lines(pieces, "stop" if is_whole else None)

    def _lines(self, pieces, reason):
        lines = [(0.0, {"message": {"content": text}, "done": False}) for text in pieces]
        if reason:
            last = {"message": {"content": ""}, "done": True, "done_reason": reason}
            lines.append((0.0, last))
        parts = [(delay, json.dumps(line).encode() + b"\n") for delay, line in lines]
        return openai_text.Answer(parts=parts, kind="application/x-ndjson")


STAND_INS = {"openai_compatible": OpenAi, "gemini": Gemini, "ollama": Ollama}


def code_in_the_docs() -> str:
    """Return the provider that the chapter on language models shows."""
    chapter = DOCS.read_text(encoding="utf-8").split("## A language model\n")[1]
    return re.split(r"```(?:python)?\n", chapter)[1]


def all_providers() -> list[Provider[Any]]:
    """Return every provider of the port, and the one in the docs."""
    written = ModuleType("written_from_the_docs")
    exec(compile(code_in_the_docs(), "docs/extending.md", "exec"), written.__dict__)
    return [*providers("language_model"), written.PROVIDER]


@contextmanager
def standing_in(provider: Provider[Any]):
    """Run the stand-in of a provider; yield it with the model built to talk to it."""
    kind = STAND_INS[provider.name]
    with kind.vendor.running() as server:
        own = kind(server)
        keys = {name: SecretStr(value) for name, value in own.keys.items()}
        yield own, provider.build(keys)
