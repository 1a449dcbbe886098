"""The last words of a server reach a page that speaks, and is slow to read."""

import socket
import time

import pytest
from websockets.client import ClientProtocol
from websockets.frames import CloseCode, Frame
from websockets.uri import parse_uri

from tests.endpoints.evi.test_refusals import address

pytestmark = pytest.mark.slow

SOUND = bytes(1_920)  # 20 ms at 48 kHz
SLOW_SECONDS = 0.3


class Page:
    """A page on a plain connection: it can see what has come before it reads it, and send."""

    def __init__(self, url: str) -> None:
        uri = parse_uri(url)
        self._protocol = ClientProtocol(uri)
        self._socket = socket.create_connection((uri.host, uri.port), 20)
        self._protocol.send_request(self._protocol.connect())
        self._flush()
        while "chat_metadata" not in self.read():
            pass

    def lies_there(self, words: str) -> bool:
        """Whether words have come that were not read."""
        return words.encode() in self._socket.recv(1 << 20, socket.MSG_PEEK)

    def write(self, text: str) -> None:
        self._protocol.send_text(text.encode())
        self._flush()

    def speak(self) -> None:
        self._protocol.send_binary(SOUND)
        self._flush()
        time.sleep(0.02)

    def read(self) -> str:
        """Return the texts of what has come."""
        self._protocol.receive_data(self._socket.recv(1 << 20))
        self._flush()
        events = self._protocol.events_received()
        return "".join(
            bytes(one.data).decode(errors="replace") for one in events if isinstance(one, Frame)
        )

    def close(self) -> int:
        """Close as a page does; return the code by which the server agrees."""
        self._protocol.send_close(CloseCode.NORMAL_CLOSURE)
        self._flush()
        with self._socket:
            while (agreed := self._protocol.close_rcvd) is None:
                self.read()
            return agreed.code

    def _flush(self) -> None:
        for piece in self._protocol.data_to_send():
            self._socket.sendall(piece)


def test_who_speaks_on_reads_why_a_call_ended_however_late(server):
    page = Page(f"{address(server, server.ticket()['access_token'])}&signs=true")
    page.write("x" * 1_000_000)
    while not page.lies_there("E0102"):
        page.speak()

    slow_until = time.monotonic() + SLOW_SECONDS
    while time.monotonic() < slow_until:
        page.speak()
    read = page.read()

    assert "E0102" in read
    assert '"over":true' in read
    assert page.close() == CloseCode.NORMAL_CLOSURE
