"""/v0/evi/ticket: whether a ticket is ours and not too old.

Browsers do not tell a page why a socket failed. If the ticket was not to blame, something between
page and server does not let sockets through, or their answers, and another ticket mends nothing.
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from darasa_reflex.wiring import services

PATH = "/v0/evi/ticket"
_CURRENT = 204
_EXPIRED = 401
# A ticket is far shorter.
_MOST_BYTES = 1_000


async def look(request: Request) -> Response:
    """Answer 204 when the ticket in the body is current, 401 otherwise. It is not spent."""
    secret = b""
    async for chunk in request.stream():
        secret += chunk
        if len(secret) > _MOST_BYTES:
            return PlainTextResponse("That is no ticket.", 413)
    if await services().interviews.has_issued(secret.decode(errors="replace")):
        return Response(status_code=_CURRENT)
    return PlainTextResponse("This start link has expired.", _EXPIRED)
