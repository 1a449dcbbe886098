"""/v0/evi/chat before it is opened: pages of others and bad tickets are refused by a status."""

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

from darasa_reflex.endpoints import ear_socket, evi_socket

HERE = "http://localhost:3000"


async def status_of(route, path, origin):
    """Ask for a socket as a browser does, or a program that sends no Origin; return the refusal."""
    sent = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    headers = [(b"host", b"localhost:3000")]
    scope = {
        "type": "websocket", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": headers + ([(b"origin", origin.encode())] if origin else []),
        "subprotocols": [], "extensions": {"websocket.http.response": {}}, "scheme": "ws",
    }  # fmt: skip
    await Starlette(routes=[WebSocketRoute(path, route)])(scope, receive, send)
    return sent[0].get("status")


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://evil.example", 403), ("null", 403), (HERE, 401), ("", 401)],
)
@pytest.mark.usefixtures("house")
async def test_a_page_of_others_gets_no_call_and_nobody_one_without_a_ticket(origin, status):
    assert await status_of(evi_socket.chat, evi_socket.PATH, origin) == status


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
@pytest.mark.usefixtures("house")
async def test_a_page_of_others_may_not_listen_to_the_microphone(origin):
    assert await status_of(ear_socket.hear, ear_socket.PATH, origin) == 403
