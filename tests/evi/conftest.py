"""One running server for all stories about the socket."""

import pytest

from tests.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    started = Server(tmp_path_factory.mktemp("server")).start()
    yield started
    started.stop()
