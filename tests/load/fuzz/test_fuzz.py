"""The real server under mutated frames; `python -m tests.load.fuzz.fuzz` throws many more."""

import pytest

from tests.fixtures.server import Server
from tests.load.fuzz.fuzz import SETTINGS, throw

_FRAMES = 500


@pytest.mark.slow
async def test_no_frame_ends_the_server_or_is_answered_with_a_trace(tmp_path):
    server = Server(tmp_path, SETTINGS).start()
    try:
        seen = await throw(server, _FRAMES)
        alive = server.health()
    finally:
        server.stop()

    assert seen.counts["sent"] == _FRAMES
    assert seen.counts["answers"] > _FRAMES / 3
    assert (seen.counts["traces"], seen.counts["bugs told"]) == (0, 0)
    assert (seen.words, dict(seen.places)) == ([], {})
    assert alive == 200
