import asyncio
import threading

import pytest

from darasa_reflex.features.speech_models.threads import in_thread


async def test_a_thread_ends_before_whoever_waits_for_it_goes_on():
    may_end, ended = threading.Event(), []

    def work():
        may_end.wait(5)
        ended.append(True)

    waiting = asyncio.create_task(in_thread(work))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.sleep(0.05)
    before = waiting.done()
    may_end.set()

    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert not before
    assert ended == [True]
