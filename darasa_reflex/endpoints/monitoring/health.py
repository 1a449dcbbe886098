"""/_health, /_ready: whether this server lives, and whether it may be sent visitors."""

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from darasa_reflex.wiring import services

_FRESH = {"cache-control": "no-store"}


async def health(request: Request) -> Response:
    """Say that the process and its event loop live. Whoever gets no answer may kill it."""
    del request
    return JSONResponse({"status": True}, headers=_FRESH)


async def ready(request: Request) -> Response:
    """Say whether visitors may be sent here; 503 when not, with what is missing."""
    del request
    seen = await services().readiness.look()
    told = {"status": seen.ready, **asdict(seen)}
    return JSONResponse(told, 200 if seen.ready else 503, _FRESH)


ROUTES = (Route("/_health", health), Route("/_ready", ready))
