"""The app object: pages, guard, error handler, mounted routes. No logic."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import reflex as rx
from reflex_base import otel
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from darasa_reflex import pages  # noqa: F401 (pages register themselves)
from darasa_reflex.components.page.branded import font, icon
from darasa_reflex.components.page.languages.languages import choice, root_attributes
from darasa_reflex.components.page.toasts import toasts
from darasa_reflex.core.monitoring import logs
from darasa_reflex.core.processes import heap
from darasa_reflex.endpoints import (
    ear_socket,
    evi_socket,
    evi_ticket,
    export_post,
    recording_sound,
    report_post,
)
from darasa_reflex.endpoints.api.routes import ROUTES as API
from darasa_reflex.endpoints.middleware.front import guarded, lifted
from darasa_reflex.endpoints.monitoring import traces
from darasa_reflex.endpoints.monitoring.health import ROUTES as HEALTH
from darasa_reflex.endpoints.monitoring.metrics import ROUTES as METRICS
from darasa_reflex.endpoints.sign_in_posts.posts import ROUTES as SIGN_IN_POSTS
from darasa_reflex.endpoints.webhooks import clerk, hume
from darasa_reflex.settings import settings
from darasa_reflex.states.events.errors import note_page_error, show_error
from darasa_reflex.states.events.guard import Guard
from darasa_reflex.states.events.incoming.frames import sift
from darasa_reflex.states.events.tabs.closed_tabs import bound
from darasa_reflex.states.events.tabs.returned_tabs import keep_standing
from darasa_reflex.wiring import running

# In assets/, in this order.
SHEETS = ("theme", "presence", "room", "checks", "report", "sharing", "practice")

logs.quiet(settings().log_level, settings().log_format)
_tracing = traces.begin(str(settings().traces_url)) if settings().traces_url else None
if _tracing:
    otel.enable(_tracing.spans, _tracing.numbers, _tracing.around)


@asynccontextmanager
async def _life() -> AsyncGenerator[None]:
    async with traces.sending(_tracing), running():
        heap.settle()
        yield


app = rx.App(
    stylesheets=[f"/{name}.css" for name in SHEETS],
    backend_exception_handler=show_error,
    frontend_exception_handler=note_page_error,
    api_transformer=[
        lifted,
        Starlette(
            routes=[
                WebSocketRoute(evi_socket.PATH, evi_socket.chat),
                Route(evi_ticket.PATH, evi_ticket.look, methods=["POST"]),
                WebSocketRoute(ear_socket.PATH, ear_socket.hear),
                Route(clerk.PATH, clerk.answer, methods=["POST"]),
                Route(hume.PATH, hume.answer, methods=["POST"]),
                Route(export_post.PATH, export_post.answer, methods=["POST"]),
                Route(report_post.PATH, report_post.answer, methods=["POST"]),
                Route(recording_sound.PATH, recording_sound.answer, methods=["GET"]),
                *SIGN_IN_POSTS,
                *API,
                # Before Reflex's own, which only looks at Redis.
                *HEALTH,
                *METRICS,
            ]
        ),
        guarded,
    ],
    html_lang="en",
    html_custom_attrs=root_attributes(),
    # A phone's keyboard makes the page smaller: what stands at its bottom stays above the keys.
    head_components=[
        rx.el.meta(
            name="viewport",
            content="width=device-width, initial-scale=1, viewport-fit=cover, "
            "interactive-widget=resizes-content",
        ),
        *choice(),
        *icon(),
        *font(),
    ],
    extra_app_wraps={(2, "Toasts"): lambda _: toasts()},
)
# The frame of every page says by itself, in our words, that the line is lost.
del app.app_wraps[5, "Overlay"]
app.add_middleware(Guard(), index=0)
keep_standing(app)
sift(app)
bound(app)
app.register_lifespan_task(_life)
