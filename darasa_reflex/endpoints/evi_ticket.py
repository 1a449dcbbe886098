"""/v0/evi/ticket: whether a ticket is ours and not too old.

Browsers do not tell a page why a socket failed. If the ticket was not to blame, something between
page and server does not let sockets through, or their answers, and another ticket mends nothing.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.wiring import services

PATH = "/v0/evi/ticket"
# A ticket is far shorter.
_MOST_BYTES = 1_000


async def look(request: Request) -> Response:
    """Answer `{"current": true}` when the ticket in the body is, or false. It is not spent."""
    secret = b""
    async for chunk in request.stream():
        secret += chunk
        if len(secret) > _MOST_BYTES:
            return PlainTextResponse(_("That is no ticket."), 413)
    current = await services().interviews.has_issued(secret.decode(errors="replace"))
    return JSONResponse({"current": current})
