"""/metrics: numbers for Prometheus, for whoever has the token."""

import hmac
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.monitoring import metrics
from darasa_reflex.settings import environment, settings
from darasa_reflex.wiring import services

PATH = "/metrics"
_FRESH = {"cache-control": "no-store"}


async def answer(request: Request) -> Response:
    """Return all numbers; 404 while no token is set, 401 to whoever has another one."""
    token = settings().metrics_token
    if token is None:
        return PlainTextResponse("Not Found", 404)
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), token.get_secret_value().encode()):
        return PlainTextResponse("Unauthorized", 401, {"www-authenticate": "Bearer"})
    shared = environment().get("PROMETHEUS_MULTIPROC_DIR")
    await _look(shared=bool(shared))
    told = metrics.of_workers(Path(shared)) if shared else metrics.REGISTRY
    return Response(generate_latest(told), media_type=CONTENT_TYPE_LATEST, headers=_FRESH)


async def _look(*, shared: bool) -> None:
    """Set the numbers that nobody sets when they change; `shared` ones cannot be taken back."""
    metrics.note_connections(services().database.engine.pool)
    try:
        for state, number in (await services().feedback.open_runs()).items():
            metrics.OPEN_FEEDBACK.labels(state).set(number)
    except ServiceUnavailable:  # the other numbers are the more wanted then
        if not shared:
            metrics.OPEN_FEEDBACK.clear()


ROUTES = (Route(PATH, answer),)
