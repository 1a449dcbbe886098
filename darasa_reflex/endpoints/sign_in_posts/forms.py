"""Which requests are forms that a page of ours has sent."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from darasa_reflex.core.visitors import client_ip, headers_of
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor, Visit
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

_FORM = "application/x-www-form-urlencoded"
# Six times an e-mail, a name and two passwords of the most characters that take the most bytes.
_MOST_BYTES = 16 * 1024
_MOST_FIELDS = 20
_FOREIGN = marked(
    "This form was not sent from a page of this site. Open that page here and send it again."
)
_NO_FORM = marked("This is no form.")
_TOO_LONG = marked("This form is too long.")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of ours.

    Attributes:
        visit: Who sends it.
        fields: Names to values, as typed.
    """

    visit: Visit
    fields: dict[str, str]

    def __getitem__(self, name: str) -> str:
        """Return a field's value; empty when it is missing."""
        return self.fields.get(name, "")


async def form_of(request: Request) -> Form:
    """Return the form in a request.

    Raises:
        HTTPException: 403 from a foreign page, 415 or 400 when it is no form, 413 when too long.
    """
    headers = headers_of(request.scope["headers"])
    # A browser names the origin with every post, also with such that a foreign page starts.
    cross_site = headers.get("sec-fetch-site") == "cross-site"
    if cross_site or headers.get("origin") not in settings().allowed_origins:
        raise HTTPException(403, _(_FOREIGN))
    if headers.get("content-type", "").split(";")[0].strip().lower() != _FORM:
        raise HTTPException(415, _(_NO_FORM))
    fields = _fields(await _body(request))
    peer = request.client.host if request.client else ""
    return Form(Visit(headers, client_ip(headers, peer, settings().proxy_hops)), fields)


async def person_of(form: Form) -> Actor:
    """Return who sends a form: by its cookie, or by the token that Clerk's code in the page gives.

    Raises:
        NotSignedIn: Nobody is there.
    """
    accounts, visit = services().accounts, form.visit
    if token := form["token"]:
        visit = Visit(visit.headers, visit.client_ip, await accounts.prove(token))
    return await accounts.actor(visit)


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > _MOST_BYTES:
                raise HTTPException(413, _(_TOO_LONG))
    except ClientDisconnect:
        raise HTTPException(400, _(_NO_FORM)) from None
    return bytes(body)


def _fields(body: bytes) -> dict[str, str]:
    try:
        return dict(
            parse_qsl(
                body.decode("ascii"),
                keep_blank_values=True,
                max_num_fields=_MOST_FIELDS,
                errors="strict",
            )
        )
    except ValueError:  # not ASCII, not UTF-8 below the percent signs, or too many fields
        raise HTTPException(400, _(_NO_FORM)) from None
