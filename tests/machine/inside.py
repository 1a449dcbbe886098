"""The real app behind its real wire, served on a loopback port by this process."""

import asyncio
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Thread

from granian.constants import Interfaces
from granian.server.embed import Server
from starlette.applications import Starlette

from darasa_reflex.commands.serve import PRODUCTION
from darasa_reflex.darasa_reflex import app
from darasa_reflex.endpoints.middleware.front import guarded, wired
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services
from tests.machine.services.postgres import free_port

# Engine.IO leaves tasks behind that cannot be cancelled; their loops must not be collected.
_LOOPS: list[asyncio.AbstractEventLoop] = []


@contextmanager
def serving() -> Iterator[str]:
    """Serve the app with the services of now, in a thread, until left; yield its address."""
    port, loop = free_port(), asyncio.new_event_loop()
    whole = wired(served_app(), settings(), services(), Path("no pages were built"))
    server = Server(
        whole, address="127.0.0.1", port=port, interface=Interfaces.ASGI, log_enabled=False
    )
    _LOOPS.append(loop)
    thread = Thread(target=loop.run_until_complete, args=(server.serve(),), daemon=True)
    thread.start()
    _wait_for(port)
    try:
        yield f"http://localhost:{port}"
    finally:
        loop.call_soon_threadsafe(server.stop)
        thread.join(10)
        assert not thread.is_alive()


@cache
def served_app() -> Starlette:
    """Return the app without its wire, which keeps the services it saw first."""
    app.api_transformer = [part for part in app.api_transformer if part is not guarded]
    os.environ["__REFLEX_SKIP_COMPILE"] = PRODUCTION["__REFLEX_SKIP_COMPILE"]
    try:
        return app()
    finally:
        del os.environ["__REFLEX_SKIP_COMPILE"]


def _wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.01)
        else:
            return
