"""A better ear and voice, as pages show it."""

import asyncio
from dataclasses import replace

import pytest

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.speech_models import arrival, catalogue
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.states.set_up import speech_models
from darasa_reflex.states.set_up.speech_models import SpeechModelsState
from darasa_reflex.wiring import services
from tests.features.speech_models.conftest import (
    EAR,
    EAR_FILES,
    VOICE,
    VOICE_FILES,
    a_model,
    some_downloads,
)
from tests.states.conftest import Held, seen_from
from tests.vendors import model_server
from tests.vendors.model_server import Plan

pytestmark = pytest.mark.slow

OTHER, _ = a_model("other", {"model.bin": 2_000_000})


@pytest.fixture
def server():
    with model_server.running({**EAR_FILES, **VOICE_FILES}) as running:
        yield running


@pytest.fixture
async def state(house, server, tmp_path, monkeypatch):
    """The state of a page of the one local person, over a small catalogue."""
    monkeypatch.setattr(speech_models, "RECOMMENDED", ("ear", "voice"))
    monkeypatch.setattr(speech_models, "_LOOK_EVERY_SECONDS", 0.02)
    store = Store(tmp_path / "models", (EAR, VOICE, OTHER))
    own = some_downloads(store, server.url)
    both = replace(services(), downloads=own)
    monkeypatch.setattr(speech_models, "services", lambda: both)
    yield seen_from(SpeechModelsState, path="/app", route="/app")
    await own.stop()


async def do(state, name, *given):
    """Run a handler as Reflex does; return what it gives."""
    return await SpeechModelsState.event_handlers[name].fn(state, *given)


async def watched(state):
    await SpeechModelsState.event_handlers["watch"].fn(Held(state))


async def test_before_anything_is_fetched_one_button_offers_both_with_their_size(state):
    watching = await do(state, "load")

    assert watching is None
    assert state.view == "open"
    assert state.offer == "Get 3 MB"
    assert [(row.title, row.stage, row.offer) for row in state.rows] == [
        ("Ear", "absent", ""),
        ("Voice", "absent", ""),
    ]
    assert [(row.title, row.offer) for row in state.others] == [("Other", "Get 2 MB")]
    assert state.rows[0].facts == ["3 MB", "Licence: MIT"]
    assert state.host == "127.0.0.1"


async def test_both_are_fetched_and_watched_until_they_are_ready(state, server):
    server.always = Plan(per_second=20_000_000)

    watching = await do(state, "fetch", "recommended")
    first = [(row.stage, row.moving, row.offer) for row in state.rows]
    await watched(state)

    assert watching is not None
    assert first == [("waiting", True, ""), ("waiting", True, "")]
    assert [(row.stage, row.kept, row.moving) for row in state.rows] == [("ready", True, False)] * 2
    assert state.offer == ""
    assert state.news == "Voice is ready."


async def test_how_far_it_is_can_be_seen_and_read(state, server):
    server.plans = [Plan(), Plan(only=1_500_000, end="silence")]
    await do(state, "fetch", "ear")

    row = state.rows[0]
    while row.percent < 50:
        await asyncio.sleep(0.01)
        await do(state, "load")
        row = state.rows[0]

    assert row.told == "2 of 3 MB"
    assert row.moving
    assert not row.kept


async def test_what_is_coming_is_told_live_on_every_page(state, server, monkeypatch):
    monkeypatch.setattr(arrival, "EARS", ("ear",))
    monkeypatch.setattr(arrival, "VOICE", "voice")
    monkeypatch.setattr(speech_models, "EARS", ("ear",))
    await do(state, "load")
    before = [(row.title, row.told) for row in state.coming]
    server.plans = [Plan(), Plan(only=1_500_000, end="silence")]
    await do(state, "fetch", "recommended")
    while state.coming[0].percent < 40:
        await asyncio.sleep(0.01)
        await do(state, "load")
    meanwhile = [(row.title, row.moving) for row in state.coming]
    deaf = not state.hears
    await watched(state)

    assert before == [("Better listening", "not here yet; 3 MB once")]
    assert meanwhile == [("Better listening", True), ("A better voice", True)]
    assert deaf
    assert state.hears
    assert state.coming == []


async def test_a_failed_one_says_what_to_do_and_offers_another_try(state, server):
    server.plans = [Plan(), Plan(only=1_500_000, end="close"), Plan(status=404)]

    await do(state, "fetch", "ear")
    await watched(state)

    row = state.rows[0]
    assert (row.stage, row.offer, row.kept) == ("failed", "Retry", True)
    assert "does not have this file" in row.trouble
    assert state.news == "Ear did not arrive."


async def test_a_cancelled_one_offers_the_rest(state, server):
    server.plans = [Plan(), Plan(only=1_500_000, end="silence")]
    await do(state, "fetch", "ear")
    while state.rows[0].percent < 50:
        await asyncio.sleep(0.01)
        await do(state, "load")

    watching = await do(state, "cancel", "ear")

    row = state.rows[0]
    assert watching is None
    assert (row.stage, row.told) == ("cancelled", "2 of 3 MB are here")
    assert row.offer == "Get the other 2 MB"


async def test_a_removed_one_is_offered_again(state):
    await do(state, "fetch", "voice")
    await watched(state)
    one_left = state.offer

    await do(state, "remove", "voice")

    assert one_left == ""
    assert state.offer == "Get 3 MB"
    assert state.news == "Voice was removed."


async def test_watching_ends_when_the_page_is_left(state, server):
    server.always = Plan(only=0, end="silence")
    await do(state, "fetch", "ear")
    watching = asyncio.create_task(watched(state))
    await asyncio.sleep(0.05)

    left = seen_from(SpeechModelsState, path="/app/elsewhere", route="/app/elsewhere")
    state.router = left.router
    await asyncio.wait_for(watching, 20)


async def test_only_the_newest_watcher_goes_on(state, server):
    server.always = Plan(only=0, end="silence")
    await do(state, "fetch", "ear")
    first = asyncio.create_task(watched(state))
    await asyncio.sleep(0.05)

    second = asyncio.create_task(watched(state))

    await asyncio.wait_for(first, 20)
    assert not second.done()
    await services().downloads.stop()
    second.cancel()


async def test_others_read_who_can_fetch_and_may_not(state, monkeypatch):
    async def guest(state):
        return Actor(user_id=None, name="Guest")

    monkeypatch.setattr(speech_models, "actor_of", guest)

    await do(state, "load")

    assert state.view == "told"
    with pytest.raises(ServiceUnavailable, match="make models"):
        await do(state, "fetch", "recommended")


async def test_an_unknown_model_is_refused(state):
    for act in ("fetch", "cancel", "remove"):
        with pytest.raises(NotFound):
            await do(state, act, "../../etc")


def test_the_real_catalogue_offers_211_megabytes(house):
    views = asyncio.run(services().downloads.views())

    assert [view.model.key for view in views] == [model.key for model in catalogue.CATALOGUE]
