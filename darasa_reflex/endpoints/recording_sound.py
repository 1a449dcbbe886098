"""/recordings/{turn_id}: what a person said in one turn, to be heard by them, or by their link.

Players ask for it by an address, so a cookie says who is there. Where the page must say it, with a
token of Clerk's or the secret of a link, that comes as a header: no address holds a secret. Whoever
may not hear it learns nothing, not even that it exists.
"""

import re
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from darasa_reflex.core.errors import NotFound, NotSignedIn, ServiceUnavailable
from darasa_reflex.core.visitors import client_ip, headers_of
from darasa_reflex.features.accounts.identity import Visit
from darasa_reflex.features.feedback.sharing.links import digest_of
from darasa_reflex.features.interviews.recordings.recordings import MEDIA_TYPE
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

PATH = "/recordings/{turn_id}"
# Who may hear it may stop being allowed to: nothing of it stays in a browser.
_HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


async def answer(request: Request) -> Response:
    """Answer with the sound, or the part of it that a player asks for."""
    try:
        sound = await _sound(request)
    except (ValueError, NotFound, NotSignedIn):
        return Response(status_code=404, headers=_HEADERS)
    except ServiceUnavailable:
        return Response(status_code=503, headers=_HEADERS)
    return part_of(sound, request.headers.get("range"))


async def _sound(request: Request) -> bytes:
    """Return the whole sound.

    Raises:
        NotFound: There is none, it is somebody else's, or another site asks.
        NotSignedIn: Nobody is there.
        ValueError: The address names none.
    """
    headers, own = headers_of(request.scope["headers"]), services()
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise NotFound
    turn_id = UUID(request.path_params["turn_id"])
    kind, _, secret = headers.get("authorization", "").partition(" ")
    if kind.lower() == "link":
        return await own.recordings.sound_in(
            await own.report_links.heard(digest_of(secret)), turn_id
        )
    proof = await own.accounts.prove(secret) if kind.lower() == "bearer" else None
    peer = request.client.host if request.client else ""
    address = client_ip(headers, peer, settings().proxy_hops)
    actor = await own.accounts.actor(Visit(headers, address, proof))
    return await own.recordings.sound(actor, turn_id)


def part_of(sound: bytes, wanted: str | None) -> Response:
    """Return what a `Range` asks for; all of it where that says nothing we understand."""
    length = len(sound)
    found = _RANGE.fullmatch(wanted or "")
    if found is None or found[1] == found[2] == "":
        return Response(sound, media_type=MEDIA_TYPE, headers=_HEADERS)
    if found[1]:
        first, last = int(found[1]), min(int(found[2] or length), length - 1)
    else:  # the last so many bytes
        first, last = max(0, length - int(found[2])), length - 1
    if first > last:
        return Response(status_code=416, headers=_HEADERS | {"Content-Range": f"bytes */{length}"})
    told = _HEADERS | {"Content-Range": f"bytes {first}-{last}/{length}"}
    return Response(sound[first : last + 1], 206, told, MEDIA_TYPE)
