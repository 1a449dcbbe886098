"""Fetching models from a real server on loopback, good and bad."""

import asyncio
import time
from dataclasses import replace

import pytest

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.features.speech_models.job import Stage
from darasa_reflex.features.speech_models.store import Store
from tests.features.speech_models.conftest import (
    EAR,
    EAR_FILES,
    OWNER,
    PAUSES,
    VOICE_FILES,
    Local,
    begins,
    fetched,
    is_whole,
    largest_file,
    seen,
    some_downloads,
)
from tests.machine.services.postgres import free_port
from tests.vendors.model_server import Plan

pytestmark = pytest.mark.slow

_GOOD = Plan()
_DAMAGED = Plan(shows=lambda data: data[::-1])


async def until(downloads, key, stage):
    """Wait until a model stands somewhere, and return its view."""
    for _ in range(400):
        view = await seen(downloads, key)
        if view.stage is stage:
            return view
        await asyncio.sleep(0.01)
    raise AssertionError(f"{key} never was {stage}")


async def test_a_model_is_fetched_checked_and_then_counts(downloads, store, server):
    before = await seen(downloads, "ear")

    after = await fetched(downloads, "ear")

    assert (before.stage, before.received) == (Stage.ABSENT, 0)
    assert (after.stage, after.received, after.trouble) == (Stage.READY, EAR.bytes, "")
    assert is_whole(store)
    assert [asked.begins_at for asked in server.asked] == [None, None]


async def test_one_model_comes_after_the_other(downloads, store, server):
    server.always = Plan(per_second=8_000_000)

    await downloads.start(OWNER, ["ear", "voice"])
    await until(downloads, "ear", Stage.RUNNING)
    second = await seen(downloads, "voice")
    await downloads.finished()

    assert second.stage is Stage.WAITING
    assert is_whole(store)
    assert is_whole(store, VOICE_FILES, "voice")


async def test_asking_twice_fetches_once(downloads, server):
    server.always = Plan(per_second=20_000_000)
    await downloads.start(OWNER, ["ear"])
    await until(downloads, "ear", Stage.RUNNING)

    await downloads.start(OWNER, ["ear", "ear"])
    meanwhile = await seen(downloads, "ear")
    await downloads.finished()
    await fetched(downloads, "ear")

    assert meanwhile.stage is not Stage.WAITING
    assert len(server.asked) == 2


async def test_only_whoever_owns_the_machine_may_fetch_or_remove(downloads, store, server):
    guest = Local(limited=True)
    await fetched(downloads, "voice")
    asked = len(server.asked)

    for act in (downloads.start(guest, ["ear"]), downloads.remove(guest, "voice")):
        with pytest.raises(ServiceUnavailable, match="make models"):
            await act
    with pytest.raises(ServiceUnavailable, match="make models"):
        await downloads.cancel(guest, "voice")

    assert not downloads.may_fetch(guest)
    assert len(server.asked) == asked
    assert is_whole(store, VOICE_FILES, "voice")


async def test_a_model_nobody_knows_is_refused_with_those_there_are(downloads):
    with pytest.raises(NotFound, match="ear, voice"):
        await downloads.start(OWNER, ["ear", "../../etc"])

    assert (await seen(downloads, "ear")).stage is Stage.ABSENT


@pytest.mark.parametrize("end", ["close", "reset", "silence"])
async def test_a_line_that_ends_early_is_taken_up_where_it_ended(downloads, store, server, end):
    server.plans = [_GOOD, Plan(only=1_200_000, end=end), Plan(only=900_000, end=end)]

    after = await fetched(downloads, "ear")

    first, second, third = begins(server)
    assert after.stage is Stage.READY
    assert is_whole(store)
    assert first == 0
    assert 0 < second <= 1_200_000
    assert second < third <= 2_100_000
    assert server.asked[-1].tag == '"first"'


async def test_a_server_that_never_gets_far_is_given_up_after_a_few_tries(downloads, store, server):
    server.plans = [_GOOD]
    server.always = Plan(only=50_000)

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "again and again" in after.trouble
    assert len(begins(server)) == len(PAUSES) + 1
    assert after.received > 0
    assert store.folder_of("ear") is None


async def test_what_was_kept_of_a_failed_one_is_not_fetched_again(downloads, store, server):
    server.plans = [_GOOD]
    server.always = Plan(only=50_000)
    failed = await fetched(downloads, "ear")
    server.always, before = _GOOD, len(server.asked)

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.READY
    assert [asked.begins_at for asked in server.asked[before:]] == [failed.received - 900]
    assert is_whole(store)


async def test_a_slow_but_steady_line_of_many_ends_is_never_given_up(downloads, store, server):
    # More ends than tries, each after more than a megabyte that was not here before.
    server.plans = [_GOOD]
    server.always = Plan(only=1_000_100)
    downloads = some_downloads(store, server.url, pauses=(0.01,))

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.READY
    assert len(begins(server)) == 3


async def test_a_server_without_ranges_sends_the_file_anew(downloads, store, server):
    server.plans = [_GOOD, Plan(only=1_000_000), Plan(ranges=False)]

    await fetched(downloads, "ear")

    assert is_whole(store)
    assert begins(server)[1] > 0


async def test_a_file_that_changed_meanwhile_is_fetched_anew(downloads, store, server):
    server.plans = [_GOOD, Plan(only=1_000_000), Plan(tag='"second"')]

    await fetched(downloads, "ear")

    assert is_whole(store)


async def test_a_part_of_another_state_of_the_file_is_not_joined(downloads, store, server):
    # This server heeds the range, but not the tag it should only count for. Joined, it would be the
    # first of two damaged files.
    other = replace(_DAMAGED, only=1_000_000)
    server.plans = [_GOOD, other, Plan(tag='"second"', tags=False), _DAMAGED]

    await fetched(downloads, "ear")

    assert is_whole(store)


async def test_a_place_past_the_end_begins_the_file_anew(downloads, store, server):
    server.plans = [_GOOD, Plan(only=1_000_000), Plan(status=416)]

    await fetched(downloads, "ear")

    assert is_whole(store)
    assert begins(server)[-1] == 0


async def test_a_part_that_begins_elsewhere_is_not_written_there(downloads, store, server):
    # Written there, with a hole before it, it would be the first of two damaged files.
    server.plans = [_GOOD, Plan(only=1_000_000), Plan(part_begins=2_000_000), _DAMAGED]

    await fetched(downloads, "ear")

    assert is_whole(store)


async def test_a_damaged_file_is_fetched_anew_once(downloads, store, server):
    server.plans = [_GOOD, _DAMAGED]

    await fetched(downloads, "ear")

    assert is_whole(store)
    assert begins(server) == [0, 0]


async def test_a_file_damaged_twice_is_not_kept(downloads, store, server):
    server.plans = [_GOOD]
    server.always = _DAMAGED

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "model.bin arrived damaged twice" in after.trouble
    assert begins(server) == [0, 0]
    assert store.received(EAR) == 900
    assert store.folder_of("ear") is None


@pytest.mark.parametrize(
    "plan",
    [
        Plan(shows=lambda data: b"<h1>Sign in to this Wi-Fi</h1>"),
        Plan(shows=lambda data: data + b"more", says=-1),
    ],
)
async def test_another_file_than_expected_is_told_at_once(downloads, store, server, plan):
    server.always = plan

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "another file than expected" in after.trouble
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("plan", "tries", "told"),
    [
        (Plan(status=404), 1, "does not have this file"),
        (Plan(status=403), 1, "does not have this file"),
        (Plan(status=500), len(PAUSES) + 1, "too busy"),
        (Plan(status=429), len(PAUSES) + 1, "too busy"),
        (Plan(status=302, location="http://example.org/model.bin"), 1, "without https"),
    ],
)
async def test_a_refusal_is_a_sentence_with_a_next_step(downloads, server, plan, tries, told):
    server.always = plan

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert told in after.trouble
    assert len(server.asked) == tries


async def test_offline_is_told_at_once(store):
    downloads = some_downloads(store, f"http://127.0.0.1:{free_port()}", pauses=(60.0,))
    began = time.monotonic()

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "You seem to be offline: 127.0.0.1 does not answer." in after.trouble
    assert time.monotonic() - began < 30


async def test_a_disk_without_room_is_told_before_anything_is_fetched(store, server):
    small = replace(store, free=lambda folder: EAR.bytes)
    downloads = some_downloads(small, server.url)

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "3 MB more are needed, and 3 MB are free" in after.trouble
    assert server.asked == []


async def test_a_disk_that_fills_up_meanwhile_is_told_and_what_came_is_kept(
    downloads, store, server
):
    with largest_file(1_000_000):
        after = await fetched(downloads, "ear")
    again = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "no room is left" in after.trouble
    assert 0 < after.received < EAR.bytes
    assert again.stage is Stage.READY
    assert begins(server)[1] > 900_000


async def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path, server):
    (tmp_path / "models").write_text("a file, not a folder")
    downloads = some_downloads(Store(tmp_path / "models", (EAR,)), server.url)

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert "DARASA_MODELS_FOLDER" in after.trouble


async def test_a_cancelled_one_keeps_what_came_and_goes_on_from_there(downloads, store, server):
    server.plans = [_GOOD, Plan(per_second=1_000_000)]
    await downloads.start(OWNER, ["ear", "voice"])
    while (await seen(downloads, "ear")).received < 200_000:
        await asyncio.sleep(0.01)

    await downloads.cancel(OWNER, "ear")
    cancelled = await seen(downloads, "ear")
    await downloads.finished()
    after = await fetched(downloads, "ear")

    assert cancelled.stage is Stage.CANCELLED
    assert cancelled.received >= 200_000
    assert is_whole(store, VOICE_FILES, "voice")
    assert after.stage is Stage.READY
    assert is_whole(store)
    # What was on its way when it was cancelled is kept too.
    assert cancelled.received - 900 <= begins(server)[1] < 3_000_000


async def test_one_that_waits_can_be_cancelled(downloads, server):
    server.always = Plan(per_second=8_000_000)
    await downloads.start(OWNER, ["ear", "voice"])

    await downloads.cancel(OWNER, "voice")
    await downloads.finished()

    assert (await seen(downloads, "voice")).stage is Stage.CANCELLED
    assert (await seen(downloads, "ear")).stage is Stage.READY


async def test_a_removed_model_is_gone_and_can_be_fetched_again(downloads, store):
    await fetched(downloads, "ear")

    await downloads.remove(OWNER, "ear")
    removed = await seen(downloads, "ear")
    again = await fetched(downloads, "ear")

    assert (removed.stage, removed.received) == (Stage.ABSENT, 0)
    assert again.stage is Stage.READY


async def test_removing_one_that_is_being_fetched_ends_it_first(downloads, store, server):
    server.plans = [_GOOD, Plan(per_second=500_000)]
    await fetched(downloads, "voice")
    server.plans = [_GOOD, Plan(per_second=500_000)]
    await downloads.start(OWNER, ["ear"])
    while (await seen(downloads, "ear")).received < 100_000:
        await asyncio.sleep(0.01)

    await downloads.remove(OWNER, "voice")  # another one, while this process holds the folder
    await downloads.remove(OWNER, "ear")

    assert not (store.folder / "ear").exists()
    assert not (store.folder / "voice").exists()
    assert (await seen(downloads, "ear")).stage is Stage.ABSENT


async def test_two_processes_never_fetch_at_once(downloads, store, server):
    other = Store(store.folder, store.catalogue)
    with other.alone():
        await downloads.start(OWNER, ["ear"])
        waiting = await seen(downloads, "ear")
        while not waiting.trouble:
            await asyncio.sleep(0.01)
            waiting = await seen(downloads, "ear")
        with pytest.raises(ServiceUnavailable, match="Another server"):
            await downloads.remove(OWNER, "voice")
        asked = len(server.asked)

    await downloads.finished()

    assert waiting.stage is Stage.WAITING
    assert "waits for it" in waiting.trouble
    assert asked == 0
    assert is_whole(store)


async def test_what_another_process_fetched_is_not_fetched_again(downloads, store, server):
    with Store(store.folder, store.catalogue).alone():
        await downloads.start(OWNER, ["ear"])
        while not (await seen(downloads, "ear")).trouble:
            await asyncio.sleep(0.01)
        _put(store)

    await downloads.finished()

    assert (await seen(downloads, "ear")).stage is Stage.READY
    assert server.asked == []


def _put(store):
    folder = store.folder / "ear"
    folder.mkdir()
    for address, data in EAR_FILES.items():
        (folder / address.rpartition("/")[2]).write_bytes(data)
    store.seal(EAR)


async def test_the_end_of_the_server_keeps_what_came(store, server):
    server.always = Plan(per_second=500_000)
    downloads = some_downloads(store, server.url)
    before = asyncio.all_tasks()
    await downloads.start(OWNER, ["ear", "voice"])
    while (await seen(downloads, "ear")).received < 100_000:
        await asyncio.sleep(0.01)

    await downloads.stop()

    assert store.received(EAR) >= 100_000
    with store.alone():
        assert asyncio.all_tasks() == before


async def test_an_error_of_ours_is_told_and_does_not_stop_the_next_one(
    downloads, store, server, caplog
):
    def broken(folder):
        raise ZeroDivisionError

    downloads = some_downloads(replace(store, free=broken), server.url)

    after = await fetched(downloads, "ear")

    assert after.stage is Stage.FAILED
    assert after.trouble == "Something went wrong on our side. We have noted it."
    assert "ZeroDivisionError" in caplog.text


async def test_the_view_of_a_running_one_never_invents_numbers(downloads, server):
    server.plans = [_GOOD, Plan(only=200_000, end="silence")]
    server.always = Plan(status=503)
    await downloads.start(OWNER, ["ear"])
    views = []
    while (view := await seen(downloads, "ear")).stage is not Stage.FAILED:
        views.append(view)
        await asyncio.sleep(0.02)

    assert all(view.speed is None and view.remaining_seconds is None for view in views)
    assert max(view.received for view in views) == 200_900
    assert any("Trying again" in view.trouble for view in views)


async def test_what_comes_after_the_start_is_loaded_once_it_is_here(store, server):
    told = []

    async def note():
        told.append({view.model.key for view in await own.views() if view.stage is Stage.READY})

    own = some_downloads(store, server.url)
    await own.keep_trying(["ear", "voice"], note)
    await own.keep_trying(["ear", "voice"], note)

    assert told == [{"ear", "voice"}]
