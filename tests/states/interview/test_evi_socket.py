"""/v0/evi/chat before it is opened: pages of others and bad tickets are refused by a status."""

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from darasa_reflex.endpoints import ear_socket, evi_socket
from darasa_reflex.features.interviews.call.line import LineClosed

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


@pytest.mark.parametrize("code", [1005, 1006])
async def test_a_line_that_ends_without_a_goodbye_broke(code):
    with pytest.raises(LineClosed):
        await (await line_closed_with(code)).receive()


@pytest.mark.parametrize("code", [1000, 1001])
async def test_who_says_goodbye_or_leaves_the_page_has_hung_up(code):
    assert await (await line_closed_with(code)).receive() is None


async def line_closed_with(code):
    """A line whose browser has ended it."""
    coming = [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": code}]

    async def receive():
        return coming.pop(0)

    async def send(_):
        return

    socket = WebSocket({"type": "websocket"}, receive, send)
    await socket.accept()
    return evi_socket.SocketLine(socket)
