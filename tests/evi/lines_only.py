"""The voice socket under the real server, without pages: starts without a build of them."""

import sys

from granian.constants import Interfaces
from granian.server import Server
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

from darasa_reflex.endpoints import evi_socket
from darasa_reflex.settings import settings
from darasa_reflex.wiring import running


def app() -> Starlette:
    return Starlette(
        routes=[WebSocketRoute(evi_socket.PATH, evi_socket.chat)], lifespan=lambda _: running()
    )


if __name__ == "__main__":
    Server(
        target="tests.evi.lines_only:app",
        factory=True,
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.ASGI,
        log_access=False,
        workers=settings().workers,
        workers_kill_timeout=10 + settings().drain_seconds,
        respawn_failed_workers=True,
    ).serve()
