"""The judge without a model."""

import anyio

from darasa_reflex.core.engines import discovery
from darasa_reflex.core.engines.cast import cast_of
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.providers import judge as judges
from darasa_reflex.providers.judge.local import PROVIDER
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

MATERIAL = Material(job=said.BACKEND, turns=tuple(turns_of(said.BACKEND_STRONG, 400)))


async def test_it_counts_and_gives_no_mark():
    verdict = await PROVIDER.build({}).judge(MATERIAL, None)

    assert verdict.label == "by word cues, no marks"
    assert {ruling.rating for ruling in verdict.rulings} == {None}
    assert any(ruling.found for ruling in verdict.rulings)
    assert verdict.strengths == ()


async def test_it_leaves_the_event_loop_free():
    ticks = []

    async def tick():
        while True:
            ticks.append(anyio.current_time())
            await anyio.sleep(0.002)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(tick)
        await PROVIDER.build({}).judge(MATERIAL, None)
        tasks.cancel_scope.cancel()

    assert len(ticks) > 1


def test_it_is_found_and_always_runs():
    cast = cast_of(discovery.find(judges), "local", {}, lambda provider: provider.build({}))

    assert (cast.playing.name, cast.why()) == ("local", ())
