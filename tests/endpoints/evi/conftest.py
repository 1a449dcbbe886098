"""One running server for all stories about the socket."""

import pytest

from tests.fixtures.server import Server

# How long a call may go on while the server stops: a test that stops it waits for as long.
DRAIN_SECONDS = 2


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    started = Server(
        tmp_path_factory.mktemp("server"), {"DARASA_DRAIN_SECONDS": str(DRAIN_SECONDS)}
    ).start()
    yield started
    started.stop()
