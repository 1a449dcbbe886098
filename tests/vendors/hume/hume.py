"""A stand-in for Hume: `/v0/evi/chat` and `/oauth2-cc/token` on one loopback port.
`hume_whole.rest_route(hume.record)` among its `routes` adds the REST interface to what it kept.

It plays a whole small interview. `python -m tests.vendors.hume.hume PORT` runs it as a process; it
takes the API key "hume-key" and the secret "hume-secret".
"""

import argparse
import asyncio
import base64
import contextlib
import json
import logging
import secrets
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as Upgrade
from websockets.http11 import Response as Refusal

from tests.vendors.door import Door, Request, Response, Route
from tests.vendors.hume.hume_record import Record
from tests.vendors.hume.hume_script import QUESTIONS, Group, tone
from tests.vendors.hume.hume_talk import Talk

PATH = "/v0/evi/chat"
KEY, SECRET = "hume-key", "hume-secret"
_SILENT = logging.getLogger("tests.vendors.hume.hume")
_SILENT.setLevel(logging.CRITICAL)


@dataclass
class HumeStandIn:
    """See the module. Attributes may be changed while it runs.

    Attributes:
        routes: Answers of more HTTP requests, asked before the token's.
        questions: Asked when the session's variable `plan` names none.
        drop_after: Cut the line after every so many messages, `chat_metadata` not counted, until
            the goodbye is said. What was not sent by then counts as said: so it is with Hume.
        upgrade_status: Refuse WebSockets with this HTTP status.
        token_status: Refuse tokens with this HTTP status.
        token_seconds: Life of a token.
        first: Sent instead of `chat_metadata`; empty dict: nothing comes at all.
        refuse_resume: Code of the error when a conversation should go on; None to go on.
        after_greeting: Frames sent as they are after the greeting, such as errors.
        close_after_greeting: Close code right after those; None to stay.
        hangs_up: Whether the goodbye is followed by the tool `hang_up`, and then the close.
        closes: Whether the line is closed with 1000 after the goodbye.
        tone_ms: Length of every audio message.
    """

    routes: list[Route] = field(default_factory=list)
    questions: tuple[str, ...] = QUESTIONS
    drop_after: int | None = None
    upgrade_status: int | None = None
    token_status: int | None = None
    token_seconds: float = 1_800.0
    first: dict | None = None
    refuse_resume: str | None = None
    after_greeting: list[str] = field(default_factory=list)
    close_after_greeting: int | None = None
    hangs_up: bool = False
    closes: bool = True
    tone_ms: int = 20
    record: Record = field(default_factory=Record)
    groups: dict[str, Group] = field(default_factory=dict)
    tokens: dict[str, float] = field(default_factory=dict)
    token_calls: int = 0
    port: int = 0
    _server: Server | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def wav(self) -> str:
        return tone(self.tone_ms)

    async def start(self, port: int = 0) -> "HumeStandIn":
        door = type("HumeDoor", (Door,), {"routes": _Routes(self)})
        self._server = await serve(
            self._talk,
            "127.0.0.1",
            port or self.port,
            process_request=self._check,
            create_connection=door,
            logger=_SILENT,
            max_size=8 * 1024 * 1024,
        )
        self.port = next(iter(self._server.sockets)).getsockname()[1]
        return self

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def serve_forever(self) -> None:
        assert self._server is not None
        await self._server.serve_forever()

    def accepts(self, query: dict[str, str], headers: dict[str, str]) -> bool:
        """Tell whether a request shows the key or a token that is still good."""
        if self.tokens.get(query.get("access_token", ""), 0.0) > time.monotonic():
            return True
        return KEY in {query.get("api_key"), headers.get("x-hume-api-key")}

    def token(self, request: Request) -> Response | None:
        """The route of `POST /oauth2-cc/token`."""
        if (request.method, request.path) != ("POST", "/oauth2-cc/token"):
            return None
        self.token_calls += 1
        if self.token_status is not None:
            return Response(self.token_status, b'{"message": "vendor text"}')
        login = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
        form = dict(parse_qsl(request.body.decode()))
        if request.headers.get("authorization") != f"Basic {login}":
            return Response(401)
        if form.get("grant_type") != "client_credentials":
            return Response(400)
        token = f"token-{secrets.token_hex(8)}"
        self.tokens[token] = time.monotonic() + self.token_seconds
        answer = {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": int(self.token_seconds),
        }
        return Response(200, json.dumps(answer).encode())

    def _check(self, connection: ServerConnection, request: Upgrade) -> Refusal | None:
        address = urlsplit(request.path)
        if address.path != PATH:
            return connection.respond(404, "no such path\n")
        if self.upgrade_status is not None:
            return connection.respond(self.upgrade_status, "vendor text\n")
        headers = {name.lower(): value for name, value in request.headers.raw_items()}
        if not self.accepts(dict(parse_qsl(address.query)), headers):
            return connection.respond(401, "bad credential\n")
        return None

    async def _talk(self, connection: ServerConnection) -> None:
        request = connection.request
        assert request is not None
        query = dict(parse_qsl(urlsplit(request.path).query))
        headers = {name.lower(): value for name, value in request.headers.raw_items()}
        with contextlib.suppress(ConnectionClosed):
            if self.first is not None:
                await self._say_first(connection, self.first)
                return
            group = self._group(query.get("resumed_chat_group_id"))
            if group is None:
                code = self.refuse_resume or "E0708"
                await connection.send(_error(code))
                return
            chat = self.record.open(group.id, query, headers)
            await Talk(self, connection, chat, group).run()

    async def _say_first(self, connection: ServerConnection, first: dict) -> None:
        if first:
            await connection.send(json.dumps(first))
        else:
            await connection.wait_closed()

    def _group(self, resumed: str | None) -> Group | None:
        if resumed and (self.refuse_resume or resumed not in self.groups):
            return None
        group = self.groups.get(resumed or "") or Group(questions=self.questions)
        self.groups[group.id] = group
        return group


class _Routes(list):
    """The routes of a stand-in as they are at the moment of a request."""

    def __init__(self, hume: HumeStandIn) -> None:
        super().__init__()
        self._hume = hume

    def __iter__(self):
        return iter([*self._hume.routes, self._hume.token])


def _error(code: str) -> str:
    return json.dumps({"type": "error", "code": code, "slug": "vendor", "message": "vendor text"})


async def _serve(port: int, drop_after: int | None) -> None:
    from tests.vendors.hume.hume_whole import rest_route

    hume = HumeStandIn(drop_after=drop_after, tone_ms=300)
    hume.routes.append(rest_route(hume.record))
    await hume.start(port)
    print(f"Hume's stand-in is ready on {hume.address}", flush=True)
    await hume.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--drop-after", type=int)
    given = parser.parse_args()
    asyncio.run(_serve(given.port, given.drop_after))
