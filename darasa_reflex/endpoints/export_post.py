"""/export: everything of the person who sends our form, as a file that is made while it is sent.

A form, because only it brings a cookie and an Origin, and puts no secret into an address.
"""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from darasa_reflex.brand.brand import brand
from darasa_reflex.core.errors import AllowanceUsedUp, NotSignedIn
from darasa_reflex.endpoints.sign_in_posts.answers import leads_to
from darasa_reflex.endpoints.sign_in_posts.forms import form_of, person_of
from darasa_reflex.wiring import services

PATH = "/export"
_SETTINGS = "/app/settings"


async def answer(request: Request) -> Response:
    """Answer with the file, or lead back to the settings, which say why there is none."""
    form = await form_of(request)
    try:
        pieces = await services().personal_data.export(await person_of(form))
    except NotSignedIn:
        return leads_to(_SETTINGS, wrong="export_ended")
    except AllowanceUsedUp:
        return leads_to(_SETTINGS, wrong="exporting")
    day = services().personal_data.clock.now().date().isoformat()
    headers = {
        "Content-Disposition": f'attachment; filename="{brand().file_name}-{day}.json"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(pieces, media_type="application/json", headers=headers)
