"""How much anybody may send, and how long they may take."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from darasa_reflex.endpoints.middleware.bodies import Bodies
from tests.endpoints.middleware.asking import ask

MOST = 1000


async def length(scope, receive, send):
    """An app that tells how many bytes it was sent."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


@pytest.mark.parametrize("headers", [{}, {"content-length": "1000"}])
async def test_what_fits_arrives_whole(headers):
    answer = await ask(
        Bodies(length, MOST),
        "/",
        method="POST",
        body=[b"x" * 400, b"", b"y" * 600],
        headers=headers,
    )

    assert answer.text == "1000"


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ("1001", [b""]),
        ("9" * 5000, [b""]),
        ("-1", [b""]),
        ("²", [b""]),
        ("10", [b"x" * 1001]),
        (None, [b"x" * 1001]),
        (None, [b"x" * 600, b"x" * 600]),
    ],
)
async def test_more_is_413_by_its_word_and_by_count(declared, sent):
    headers = {"content-length": declared} if declared else {}

    answer = await ask(Bodies(length, MOST), "/", method="POST", body=sent, headers=headers)

    assert answer.status_code == 413
    assert answer.text == "That is more than we take at once."


async def test_a_trickle_ends():
    async def trickle():
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    answer = await answer_to(Bodies(length, MOST, longest_seconds=0.1), trickle)

    assert answer["status"] == 408


async def test_who_leaves_before_the_end_is_not_answered():
    async def leave():
        return {"type": "http.disconnect"}

    assert await answer_to(Bodies(length, MOST), leave) is None


async def answer_to(app, receive):
    seen = []

    async def send(message):
        seen.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    await app(scope, receive, send)
    return seen[0] if seen else None


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"text": "4" + "é" * 499}, None),
        ({"text": "é" * 501}, 1009),  # 501 characters, 1002 bytes
        ({"bytes": b"x" * 1000}, None),
        ({"text": "9"}, 1002),
        ({"text": ""}, None),
        ({"bytes": b"x" * 1001, "text": None}, 1009),
    ],
)
async def test_a_frame_of_an_event_socket_is_counted_in_bytes(frame, code):
    heard, sent = [], []

    async def app(scope, receive, send):
        heard.append(await receive())
        await send({"type": "websocket.close"})

    async def receive():
        return {"type": "websocket.receive", **frame}

    async def send(message):
        sent.append(message)

    await Bodies(app, MOST)({"type": "websocket", "path": "/_event/"}, receive, send)

    assert heard[0]["type"] == ("websocket.disconnect" if code else "websocket.receive")
    assert [message.get("code") for message in sent] == [code]
