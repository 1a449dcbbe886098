"""/v0/ear: origin, pass, one sentence of sound → what the interviewer's ears hear."""

from contextlib import suppress

from starlette.websockets import WebSocket

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.endpoints.evi_socket import SocketLine, deny, is_foreign
from darasa_reflex.features.interviews.call.line import LineClosed
from darasa_reflex.wiring import services

PATH = "/v0/ear"


async def hear(socket: WebSocket) -> None:
    """Carry one check. A foreign Origin gets 403 and a bad pass 401, both before the upgrade."""
    if is_foreign(socket):
        await deny(socket, 403, "This page may not use our ears.")
        return
    ears = services().ears
    try:
        spent = ears.passes.spend(socket.query_params.get("access_token", ""))
    except NotSignedIn as refusal:
        await deny(socket, 401, refusal.message)
        return
    await socket.accept()
    with suppress(LineClosed):
        await ears.hear(spent.person, SocketLine(socket), spent.language)
