"""The app object: pages, guard, error handler, mounted routes. No logic."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import reflex as rx
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from darasa_reflex import evi_socket, pages, webhooks  # noqa: F401 (pages register themselves)
from darasa_reflex.core import logs
from darasa_reflex.settings import settings
from darasa_reflex.states.errors import show_error
from darasa_reflex.wiring import running

logs.quiet(settings().log_level)


@asynccontextmanager
async def _life() -> AsyncGenerator[None]:
    async with running():
        yield


app = rx.App(
    stylesheets=["/theme.css", "/room.css"],
    backend_exception_handler=show_error,
    api_transformer=Starlette(
        routes=[
            WebSocketRoute(evi_socket.PATH, evi_socket.chat),
            Route(webhooks.HUME_PATH, webhooks.hume, methods=["POST"]),
        ]
    ),
    html_lang="en",
)
# The frame of every page says by itself, in our words, that the line is lost.
del app.app_wraps[5, "Overlay"]
app.register_lifespan_task(_life)
