"""One port for WebSocket and plain HTTP with bodies, as vendors have it."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from websockets.asyncio.server import ServerConnection

# First byte of a TLS handshake, which plain servers answer with a plain refusal.
_TLS = b"\x16"


@dataclass(frozen=True, slots=True)
class Request:
    """A plain HTTP request. Names of headers are in lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


Route = Callable[[Request], "Response | None"]


class Door(ServerConnection):
    """Gives upgrades to websockets and answers everything else by `routes`, the first that does."""

    routes: list[Route] = []
    _head = b""
    _upgraded = False

    def data_received(self, data: bytes) -> None:
        if self._upgraded:
            super().data_received(data)
            return
        if not self._head and data[:1] == _TLS:
            self.transport.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            self.transport.close()
            return
        self._head += data
        head, end, body = self._head.partition(b"\r\n\r\n")
        if not end:
            return
        lines = head.decode("latin-1").split("\r\n")
        headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:])}
        if headers.get("upgrade", "").lower() == "websocket":
            self._upgraded = True
            super().data_received(self._head)
        elif len(body) >= int(headers.get("content-length", 0)):
            self._respond(lines[0], headers, body)

    def _respond(self, line: str, headers: dict[str, str], body: bytes) -> None:
        method, target, _ = line.split(" ")
        address = urlsplit(target)
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        request = Request(method, address.path, query, headers, body)
        found = (answer for route in self.routes if (answer := route(request)))
        response = next(found, Response(404))
        more = (("Content-Length", str(len(response.body))), ("Connection", "close"))
        status = f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}"
        fields = [f"{name}: {value}" for name, value in (*response.headers, *more)]
        self.transport.write("\r\n".join([status, *fields, "", ""]).encode() + response.body)
        self.transport.close()
