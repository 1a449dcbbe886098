"""The proxy leaves nothing behind: rubbish is told in whichever test runs when it is found."""

import gc
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress

import pytest

from tests.machine.services.slow_line import Gate, proxy


@pytest.fixture
def deaf() -> Iterator[socket.socket]:
    """A server that takes lines and reads nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server


def tunnel(address: str, to: socket.socket) -> socket.socket:
    """Ask for a tunnel, and do not wait for it."""
    line = socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])))
    line.sendall(f"CONNECT localhost:{to.getsockname()[1]} HTTP/1.1\r\n\r\n".encode())
    return line


def fill(line: socket.socket) -> None:
    """Send until nothing more is taken for a moment."""
    line.settimeout(0.2)
    with suppress(TimeoutError):
        while True:
            line.sendall(b"x" * 65_536)


def test_what_a_line_still_holds_for_somebody_deaf_is_let_go(deaf):
    with ExitStack() as lines:
        with proxy() as address:
            line = lines.enter_context(tunnel(address, deaf))
            lines.enter_context(deaf.accept()[0])
            assert line.recv(100).startswith(b"HTTP/1.1 200")
            fill(line)
        gc.collect()


def test_lines_that_come_at_the_end_and_those_at_a_shut_gate_are_closed(deaf):
    gate = Gate()
    with ExitStack() as lines:
        with proxy(gate=gate) as address:
            gate.shut()
            for _ in range(10):
                lines.enter_context(tunnel(address, deaf))
            time.sleep(0.1)
            for _ in range(10):
                lines.enter_context(tunnel(address, deaf))
        gc.collect()


def test_a_story_that_fails_ends_its_proxy_too():
    with pytest.raises(ZeroDivisionError), proxy() as address:
        raise ZeroDivisionError

    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])))
