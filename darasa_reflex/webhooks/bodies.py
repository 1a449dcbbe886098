"""Bodies of messages, which may claim any length."""

from starlette.requests import ClientDisconnect, Request


async def body_of(request: Request, most_bytes: int) -> bytes | None:
    """Return the raw body; None when it is too long or breaks off. No more than that is read."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > most_bytes:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)
