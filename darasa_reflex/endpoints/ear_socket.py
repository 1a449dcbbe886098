"""/v0/ear: origin, pass, sound → what the interviewer's ears hear, or an answer that is kept."""

from contextlib import suppress

from starlette.websockets import WebSocket

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.endpoints.evi_socket import SocketLine, deny, is_foreign
from darasa_reflex.features.interviews.call.line import LineClosed
from darasa_reflex.wiring import services

PATH = "/v0/ear"


async def hear(socket: WebSocket) -> None:
    """Carry one check, or one answer given again; the pass says which.

    A foreign Origin gets 403 and a bad pass 401, both before the upgrade.
    """
    if is_foreign(socket):
        await deny(socket, 403, _("This page may not use our ears."))
        return
    ears, line = services().ears, SocketLine(socket)
    try:
        spent = ears.passes.spend(socket.query_params.get("access_token", ""))
    except NotSignedIn as refusal:
        await deny(socket, 401, refusal.message)
        return
    await socket.accept()
    with suppress(LineClosed):
        if spent.answer is not None:
            await services().speaking.hear(spent, line)
        else:
            await ears.hear(spent.person, line, spent.language)
