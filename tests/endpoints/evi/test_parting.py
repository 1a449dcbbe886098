"""The last words of a server reach whoever speaks, and is slow to read."""

import socket

import pytest
from websockets.client import ClientProtocol
from websockets.frames import CloseCode, Frame
from websockets.uri import parse_uri

from tests.endpoints.evi.test_refusals import address

pytestmark = pytest.mark.slow

# More than lies between two peers on one machine: it is sent only while it is being taken.
FLOOD_BYTES, PIECE_BYTES = 16_000_000, 64_000


class Client:
    """A client on a plain connection: it reads when it likes, and sends meanwhile."""

    def __init__(self, url: str) -> None:
        uri = parse_uri(url)
        self._protocol = ClientProtocol(uri)
        self._socket = socket.create_connection((uri.host, uri.port), 20)
        self._protocol.send_request(self._protocol.connect())
        self._flush()
        self.read_up_to("chat_metadata")

    def write(self, text: str) -> None:
        self._protocol.send_text(text.encode())
        self._flush()

    def flood(self) -> None:
        """Send far too much, and read nothing meanwhile."""
        self._protocol.send_binary(bytes(PIECE_BYTES))
        piece = b"".join(self._protocol.data_to_send())
        self._socket.sendall(piece * (FLOOD_BYTES // PIECE_BYTES))

    def read(self) -> str:
        """Return the texts of what has come."""
        self._protocol.receive_data(self._socket.recv(1 << 20))
        self._flush()
        events = self._protocol.events_received()
        return "".join(
            bytes(one.data).decode(errors="replace") for one in events if isinstance(one, Frame)
        )

    def read_up_to(self, words: str) -> str:
        """Return the texts of what comes until some words have come."""
        read = ""
        while words not in read:
            read += self.read()
        return read

    def close(self) -> int:
        """Close as a page does; return the code by which the server agrees."""
        self._protocol.send_close(CloseCode.NORMAL_CLOSURE)
        self._flush()
        with self._socket:
            while (agreed := self._protocol.close_rcvd) is None:
                self.read()
            return agreed.code

    def read_to_the_end(self) -> tuple[str, int]:
        """Return the texts of what comes until the server closes, and its code."""
        read = ""
        with self._socket:
            while (close := self._protocol.close_rcvd) is None:
                read += self.read()
            return read, close.code

    def _flush(self) -> None:
        for piece in self._protocol.data_to_send():
            self._socket.sendall(piece)


def test_a_page_that_speaks_on_reads_why_a_call_ended_and_closes_it(server):
    page = Client(f"{address(server, server.ticket()['access_token'])}&signs=true")
    page.write("x" * 1_000_000)

    page.flood()
    read = page.read_up_to('"over":true')

    assert "E0102" in read
    assert page.close() == CloseCode.NORMAL_CLOSURE


def test_a_client_that_speaks_on_and_closes_nothing_reads_why_a_call_ended(server):
    client = Client(address(server, server.ticket()["access_token"]))
    client.write("x" * 1_000_000)

    client.flood()
    read, code = client.read_to_the_end()

    assert "E0102" in read
    assert code == CloseCode.NORMAL_CLOSURE
