"""How often somebody may send messages."""

from starlette.requests import Request

from darasa_reflex.core.visitors import client_ip, headers_of
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services


async def allowed(request: Request) -> bool:
    """Count a message; False when its sender has sent too many."""
    peer = request.client.host if request.client else ""
    sender = client_ip(headers_of(request.headers.raw), peer, settings().proxy_hops)
    return await services().floods.allows("webhook", sender)
