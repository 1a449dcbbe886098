"""Every language model against the suite that packages use: real clients, vendors on loopback."""

import contextlib
import json

import pytest
from pydantic import SecretStr

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.language_models.asking import Asker
from darasa_reflex.features.language_models.failures import NotAnswered, Trouble
from darasa_reflex.providers.language_model.gemini import GeminiModel
from darasa_reflex.testing.language_model import NAME_IT, LanguageModelContract
from tests.providers.language_model.stand_ins import (
    all_providers,
    code_in_the_docs,
    standing_in,
)
from tests.vendors.gemini import gemini_text

pytestmark = pytest.mark.slow


class TestEveryLanguageModel(LanguageModelContract):
    @pytest.fixture(params=all_providers(), ids=lambda provider: provider.name)
    def one(self, request) -> Provider:
        return request.param

    @pytest.fixture
    async def both(self, one):
        with standing_in(one) as (vendor, model):
            if hasattr(model, "_first_delay"):
                model._first_delay = 0.01
            yield vendor, model
            await model.close()


async def test_a_server_that_is_not_there_is_told(request):
    for provider in all_providers():
        with standing_in(provider) as (_, model):
            pass
        with pytest.raises(NotAnswered) as caught:
            await Asker(model, 20).ask(NAME_IT, ["MATERIAL {}"])
        with contextlib.suppress(RuntimeError):
            await model.close()

        assert caught.value.trouble is Trouble.UNREACHABLE


def test_the_provider_in_the_docs_is_short():
    code = [line for line in code_in_the_docs().splitlines() if line.strip()]

    assert len(code) <= 60


async def test_gemini_is_tested_over_the_transport_that_people_have():
    pytest.importorskip("aiohttp")  # with it installed, the package would take another
    gemini = next(one for one in all_providers() if one.name == "gemini")
    with standing_in(gemini) as (_, model):
        model.warm()
        client = await model._client.get()
        taken = client._api_client._use_aiohttp()
        await model.close()

    assert not taken


async def test_what_gemini_thinks_is_not_said():
    parts = [{"text": "They seem nervous.", "thought": True}, {"text": "Hello Ada."}]
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP"}
    event = b"data: " + json.dumps({"candidates": [candidate]}).encode() + b"\r\n\r\n"
    with gemini_text.running() as vendor:
        vendor.script(gemini_text.Answer(parts=[(0, event)], kind="text/event-stream"))
        model = GeminiModel(SecretStr("test"), base_url=vendor.address)
        said = [piece async for piece in Asker(model).stream("Talk.", ["MATERIAL {}"], 50)]
        await model.close()

    assert "".join(said) == "Hello Ada."
