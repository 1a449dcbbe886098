"""/metrics: numbers for Prometheus, for whoever has the token."""

import hmac

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.pool import QueuePool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from darasa_reflex.core import metrics
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.settings import settings
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
    await _look()
    return Response(
        generate_latest(metrics.REGISTRY), media_type=CONTENT_TYPE_LATEST, headers=_FRESH
    )


async def _look() -> None:
    """Set the numbers that nobody sets when they change."""
    pool = services().database.engine.pool
    if isinstance(pool, QueuePool):
        metrics.POOL_IN_USE.set(pool.checkedout())
        metrics.POOL_SIZE.set(pool.size())
    metrics.OPEN_FEEDBACK.clear()
    try:
        for state, number in (await services().feedback.open_runs()).items():
            metrics.OPEN_FEEDBACK.labels(state).set(number)
    except ServiceUnavailable:  # the other numbers are the more wanted then
        return


ROUTES = (Route(PATH, answer),)
