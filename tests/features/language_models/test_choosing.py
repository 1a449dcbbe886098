"""How the one person finds, tests, chooses and removes a language model: loopback servers."""

import json
import os
import stat
from unittest.mock import patch
from uuid import uuid4

import pytest
from pydantic import SecretStr

from darasa_reflex.core.errors import InvalidInput, NotFound, ServiceUnavailable
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.language_models import trial
from darasa_reflex.features.language_models.choice import ChoiceFile, Use
from darasa_reflex.features.language_models.service import LanguageModels
from darasa_reflex.parts import providers
from darasa_reflex.providers.model_servers.loopback import LoopbackServers
from tests.vendors import openai_text
from tests.vendors.openai_text import error, streamed, whole

pytestmark = pytest.mark.slow

ADA = Actor(uuid4(), "Ada")
KEY = "sk-planted-key-0451"
RIGHT = {
    "quote": "I moved 1,200 orders in one night and checked each of them by hand.",
    "number": 1_200, "done": True,
}  # fmt: skip


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Take a model for slow that lets us wait on purpose, never one on a busy machine."""
    monkeypatch.setattr(trial, "LIVE_FIRST_SECONDS", 30.0)
    monkeypatch.setattr(trial, "LIVE_LETTERS_PER_SECOND", 0.5)
    monkeypatch.setattr(trial, "_PATIENT_SECONDS", 60.0)


@pytest.fixture
def server():
    with openai_text.running() as running:
        running.script(able)
        yield running


def able(asked):
    return streamed(["I am ready ", "for the interview."] * 4) if is_live(asked) else whole(RIGHT)


def formless(asked):
    return streamed(["I am ready."] * 9) if is_live(asked) else whole("Sure! Here you are.")


def slow(asked):
    return streamed([(1.3, "I am ready.")]) if is_live(asked) else whole(RIGHT)


def is_live(asked):
    return asked.body.get("stream", False)


def made(name, keys):
    return next(one for one in providers("language_model") if one.name == name).build(keys)


@pytest.fixture
def models(tmp_path, server):
    return LanguageModels(
        made, None, ChoiceFile(tmp_path / "kept"), LoopbackServers((server.address,))
    )


async def test_nothing_is_used_before_it_is_found_tested_and_chosen(models, server, tmp_path):
    server.tags = [{"name": "qwen3.5:9b", "details": {"parameter_size": "9.0B"}}]

    (offer,) = await models.found(ADA)
    before = (models.serving(Use.FEEDBACK), list(server.requests))
    tested = await models.test_found(ADA, offer.address, offer.model)
    between = models.serving(Use.FEEDBACK)
    await models.choose(ADA, tested.key)

    assert (offer.server, offer.billions) == ("Ollama", 9.0)
    assert before == (None, [])
    assert between is None
    assert tested.trial.uses == {Use.FEEDBACK, Use.WORDING}
    assert tested.where == "Your words go to qwen3.5:9b on this computer and nowhere else."
    assert models.serving(Use.FEEDBACK).names.model == "qwen3.5:9b"
    assert models.is_small(Use.FEEDBACK)


async def test_a_new_choice_and_its_end_take_effect_in_every_process(models, server, tmp_path):
    other = LanguageModels(made, None, ChoiceFile(tmp_path / "kept"))
    tested = await models.test(ADA, server.address, KEY, "")
    await models.choose(ADA, tested.key)
    seen = other.serving(Use.FEEDBACK).names.model

    await models.remove(ADA)

    assert seen == "test-model"
    assert (other.serving(Use.FEEDBACK), models.serving(Use.FEEDBACK)) == (None, None)
    assert list((tmp_path / "kept").iterdir()) == []


async def test_the_key_is_kept_for_the_server_alone_and_shown_to_nobody(models, server, tmp_path):
    tested = await models.test(ADA, server.address, KEY, "test-model")
    await models.choose(ADA, tested.key)

    (file,) = (tmp_path / "kept").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert KEY in file.read_text()
    assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in f"{tested!r} {models.standing(ADA)!r} {vars(models)!r}"


@pytest.mark.parametrize(
    ("answers", "first_seconds", "uses", "told"),
    [
        (able, 30.0, {Use.FEEDBACK, Use.WORDING}, "Quick enough to follow up live."),
        (formless, 30.0, {Use.WORDING}, "It does not keep the form that feedback needs."),
        (slow, 1.0, {Use.FEEDBACK}, "Too slow to follow up live: a sentence takes it about "),
    ],
)
async def test_a_model_serves_what_its_test_showed(
    models, server, monkeypatch, answers, first_seconds, uses, told
):
    monkeypatch.setattr(trial, "LIVE_FIRST_SECONDS", first_seconds)
    server.script(answers)

    tested = await models.test(ADA, server.address, "", "test-model")
    await models.choose(ADA, tested.key)

    assert tested.trial.uses == uses
    assert any(told in one for one in tested.trial.told)
    assert {use for use in Use if models.serving(use)} == uses


async def test_who_would_rather_wait_for_a_slow_model_has_it_follow_up(models, server, monkeypatch):
    monkeypatch.setattr(trial, "LIVE_FIRST_SECONDS", 1.0)
    server.script(slow)
    tested = await models.test(ADA, server.address, "", "test-model")
    usual = models.wait_seconds

    await models.choose(ADA, tested.key, patiently=True)

    assert tested.patient
    assert (usual, models.wait_seconds) == (2.0, 10.0)
    assert models.serving(Use.WORDING).names.model == "test-model"
    assert "you wait up to 10 seconds" in models.standing(ADA).told[-1]


async def test_a_model_that_takes_longer_than_anybody_waits_is_not_waited_for(models, server):
    server.script(lambda asked: streamed([(0.4, "I am")]) if is_live(asked) else whole(RIGHT))
    with patch.object(trial, "_PATIENT_SECONDS", 0.3):
        tested = await models.test(ADA, server.address, "", "test-model")

    await models.choose(ADA, tested.key, patiently=True)

    assert not tested.patient
    assert models.wait_seconds == 2.0
    assert (models.serving(Use.WORDING) is None) == (Use.WORDING not in tested.trial.uses)


async def test_a_tiny_model_never_rates(models, server):
    server.tags = [{"name": "smol", "details": {"parameter_size": "135M"}}]

    tested = await models.test_found(ADA, f"{server.address}/v1", "smol")

    assert Use.FEEDBACK not in tested.trial.uses


async def test_models_of_the_internet_and_makers_of_vectors_are_not_offered(models, server):
    server.tags = [
        {"name": "gpt-oss:120b-cloud", "remote_host": "https://ollama.com"},
        {"name": "nomic-embed-text", "details": {"parameter_size": "137M"}},
        {"name": "big", "details": {"parameter_size": "70B"}},
        {"name": "fit", "details": {"parameter_size": "12B"}},
    ]

    assert [offer.model for offer in await models.found(ADA)] == ["fit", "big"]


async def test_what_else_listens_there_is_no_model_server(tmp_path):
    for answer in (error(404), whole("hello")):
        with openai_text.running() as other:
            other.models = []
            other.script(answer)
            assert await LoopbackServers((other.address,)).found() == ()
    assert await LoopbackServers(("http://127.0.0.1:9", "nonsense here")).found() == ()


@pytest.mark.parametrize(
    ("address", "key", "told"),
    [
        ("", "", "Paste a key"),
        ("", "nobody-knows", "tells no service"),
        ("", "sk-with blank", "This is no key"),
        ("", "schlüssel", "This is no key"),
        ("ftp://x", "", "This is no address"),
        ("http://me:pw@127.0.0.1/v1", "", "This is no address"),
        ("http://169.254.169.254/latest", "", "Nothing is sent to this address"),
        ("http://8.8.8.8/v1", "", "must begin with https://"),
        (7, None, "Paste a key"),
    ],
)
async def test_what_is_wrong_with_what_was_pasted_is_told(models, address, key, told):
    with pytest.raises(InvalidInput, match=told):
        await models.test(ADA, address, key, "m")


async def test_a_server_with_several_models_asks_for_a_name(models, server):
    server.models = ["a", "b"]

    with pytest.raises(InvalidInput, match="for example a, b"):
        await models.test(ADA, server.address, "", "")


async def test_a_failed_test_says_why_and_cannot_be_chosen(models, server):
    server.script(error(401, KEY))

    with pytest.raises(InvalidInput, match="refused the key") as refused:
        await models.test(ADA, server.address, KEY, "m")
    for key in ("", "made-up", None):
        with pytest.raises(InvalidInput, match="Test a model first"):
            await models.choose(ADA, key)

    assert KEY not in refused.value.message


async def test_where_several_people_sign_in_there_is_nothing_to_choose(server):
    fixed = made(
        "openai_compatible",
        {"DARASA_MODEL_URL": SecretStr(server.address), "DARASA_MODEL": SecretStr("m")},
    )
    shared = LanguageModels(made, fixed, None, LoopbackServers((server.address,)))

    for asking in (
        shared.found(ADA), shared.test(ADA, server.address, "", "m"), shared.choose(ADA, "x"),
        shared.test_found(ADA, server.address, "m"), shared.remove(ADA),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            await asking

    assert not shared.offered
    assert shared.serving(Use.FEEDBACK).names.model == "m"
    assert server.looked == []


async def test_a_broken_file_is_no_choice(models, tmp_path):
    (tmp_path / "kept").mkdir()
    file = tmp_path / "kept" / "language_model.json"
    for text in ("", "{", json.dumps({"provider": 7})):
        file.write_text(text)
        os.utime(file, ns=(1, len(text)))
        assert models.serving(Use.FEEDBACK) is None
    with pytest.raises(ServiceUnavailable, match="No language model is set up"):
        models.needed(Use.FEEDBACK)
