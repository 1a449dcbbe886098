"""/export: everything of the person who sends our form, as a file that is made while it is sent.

A form, because only it brings a cookie and an Origin, and puts no secret into an address.
"""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from darasa_reflex.core.errors import AllowanceUsedUp, NotSignedIn
from darasa_reflex.endpoints.sign_in_posts.answers import leads_to
from darasa_reflex.endpoints.sign_in_posts.forms import Form, form_of
from darasa_reflex.features.accounts.identity import Actor, Visit
from darasa_reflex.wiring import services

PATH = "/export"
_SETTINGS = "/app/settings"


async def answer(request: Request) -> Response:
    """Answer with the file, or lead back to the settings, which say why there is none."""
    form = await form_of(request)
    try:
        pieces = await services().personal_data.export(await _person(form))
    except NotSignedIn:
        return leads_to(_SETTINGS, wrong="export_ended")
    except AllowanceUsedUp:
        return leads_to(_SETTINGS, wrong="exporting")
    day = services().personal_data.clock.now().date().isoformat()
    headers = {
        "Content-Disposition": f'attachment; filename="darasa-{day}.json"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(pieces, media_type="application/json", headers=headers)


async def _person(form: Form) -> Actor:
    """Return who sends a form: by its cookie, or by the token that Clerk's code in the page gives.

    Raises:
        NotSignedIn: Nobody is there.
    """
    accounts, visit = services().accounts, form.visit
    if token := form["token"]:
        visit = Visit(visit.headers, visit.client_ip, await accounts.prove(token))
    return await accounts.actor(visit)
