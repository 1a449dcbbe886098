"""Where a form of ours leads, and the cookie that goes with it."""

from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from darasa_reflex.core.paths import HOME, own_path
from darasa_reflex.endpoints.sign_in_posts.forms import Form
from darasa_reflex.features.accounts.local.cookies import is_under_tls, known_name_for, name_for
from darasa_reflex.features.accounts.local.sign_ins import GOOD_FOR, digest_of

_SEE_OTHER = 303


def leads_to(page: str, form: Form | None = None, **told: str) -> Response:
    """Return the way to a page of ours.

    Args:
        page: Its path.
        form: The form whose `next` the page is to know; None: it does not ask for one.
        told: Codes that the page puts into words; never what somebody typed.
    """
    onward = own_path(form["next"]) if form else HOME
    query = urlencode({**told, **({"next": onward} if onward != HOME else {})})
    address = f"{page}?{query}" if query else page
    return RedirectResponse(address, _SEE_OTHER, {"Cache-Control": "no-store"})


def signed_in(answer: Response, form: Form, secret: str) -> Response:
    """Return an answer that signs the form's browser in; no script can read the cookies."""
    headers, seconds = form.visit.headers, int(GOOD_FOR.total_seconds())
    _set_cookie(answer, form, name_for(headers), secret, seconds)
    _set_cookie(answer, form, known_name_for(headers), digest_of(secret), seconds)
    return answer


def signed_out(answer: Response, form: Form) -> Response:
    """Return an answer that takes the cookie of the sign-in away; the browser stays known."""
    _set_cookie(answer, form, name_for(form.visit.headers), "", 0)
    return answer


def _set_cookie(answer: Response, form: Form, name: str, value: str, seconds: int) -> None:
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/",
        secure=is_under_tls(form.visit.headers),
        httponly=True,
        samesite="lax",
    )
