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


def serve(target: str, port: int) -> None:
    """Serve an app with as many workers as the settings say, until stopped."""
    Server(
        target=target,
        factory=True,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGI,
        log_access=False,
        workers=settings().workers,
        workers_kill_timeout=10 + settings().drain_seconds,
        respawn_failed_workers=True,
    ).serve()


if __name__ == "__main__":
    serve("tests.endpoints.evi.lines_only:app", int(sys.argv[1]))
