"""/auth/…: what the forms of accounts do, where this server keeps accounts itself.

Native posts, because only the answer to a whole page can set a cookie that scripts cannot read, and
only a new page opens a socket that carries it.
"""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from darasa_reflex.core.errors import InvalidInput, NotSignedIn
from darasa_reflex.core.paths import own_path
from darasa_reflex.endpoints.sign_in_posts.answers import leads_to, signed_in, signed_out
from darasa_reflex.endpoints.sign_in_posts.forms import Form, form_of
from darasa_reflex.features.accounts.local.cookies import known_in, secret_in
from darasa_reflex.features.accounts.local.credentials import folded
from darasa_reflex.features.accounts.local.local_accounts import LocalAccounts
from darasa_reflex.features.accounts.local.passwords import COMMON
from darasa_reflex.wiring import services

SIGN_IN, SIGN_UP, SETTINGS = "/sign-in", "/sign-up", "/app/settings"

# What a guess at an account costs that is guessed at from many addresses.
SLOW_SECONDS = 3.0

Post = Callable[[Form], Awaitable[Response]]


async def sign_in(form: Form) -> Response:
    """Sign the browser in; whoever was signed in with it before is signed out."""
    if not await _may_try_to_sign_in(form):
        return leads_to(SIGN_IN, form, wrong="often")
    try:
        secret = await _accounts().sign_in(form["email"], form["password"], _agent(form))
    except NotSignedIn:
        return leads_to(SIGN_IN, form, wrong="sign_in")
    await _forget_browser(form)
    return signed_in(leads_to(own_path(form["next"])), form, secret)


async def sign_up(form: Form) -> Response:
    """Make an account. The answer is the same when there was one already."""
    if not await services().floods.allows("sign_up", form.visit.client_ip):
        return leads_to(SIGN_UP, form, wrong="often")
    try:
        await _accounts().sign_up(form["email"], form["password"], form["name"])
    except InvalidInput as wrong:
        return leads_to(SIGN_UP, form, wrong=_code(wrong))
    return leads_to(SIGN_IN, form, made="1")


async def sign_out(form: Form) -> Response:
    """Sign this browser out."""
    await _forget_browser(form)
    return signed_out(leads_to("/"), form)


async def sign_out_everywhere(form: Form) -> Response:
    """Sign all browsers of the person out, this one too."""
    actor = await services().accounts.actor(form.visit)
    await _accounts().sign_out_everywhere(actor)
    return signed_out(leads_to(SIGN_IN, done="everywhere"), form)


async def change_password(form: Form) -> Response:
    """Change the person's password; only this browser stays signed in."""
    actor = await services().accounts.actor(form.visit)
    if not await services().floods.allows("sign_in_account", str(actor.user_id)):
        return leads_to(SETTINGS, wrong="often")
    old, new = form["old_password"], form["new_password"]
    try:
        secret = await _accounts().change_password(actor, old, new, _agent(form))
    except InvalidInput as wrong:
        return leads_to(SETTINGS, wrong=_code(wrong))
    return signed_in(leads_to(SETTINGS, done="password"), form, secret)


def _served(post: Post) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a form. Where others keep the accounts there is no such address."""

    async def endpoint(request: Request) -> Response:
        if services().door.kind != "form":
            raise HTTPException(404)
        form = await form_of(request)
        try:
            return await post(form)
        except NotSignedIn:
            return signed_out(leads_to(SIGN_IN, wrong="ended"), form)

    return endpoint


def _code(wrong: InvalidInput) -> str:
    """Return what a page puts into words: the field, or what is wrong with a password."""
    return "common" if wrong.sentence == COMMON else wrong.field


def _accounts() -> LocalAccounts:
    return services().local_accounts


async def _may_try_to_sign_in(form: Form) -> bool:
    """Tell whether this address may try; an account that many addresses try is slow for all.

    But not for a browser that was signed in to it before: that is counted for itself.
    """
    floods, address, email = services().floods, form.visit.client_ip, folded(form["email"])
    known = known_in(form.visit.headers)
    if known and await _accounts().knows(known, email):
        return await floods.allows("sign_in_known", known)
    if not await floods.allows("sign_in", address):
        return False
    if not await floods.allows("sign_in_pair", f"{email} {address}"):
        return False
    if not await floods.allows("sign_in_account", email):
        await _slow_down()
    return True


async def _slow_down() -> None:
    await asyncio.sleep(SLOW_SECONDS)


async def _forget_browser(form: Form) -> None:
    if secret := secret_in(form.visit.headers):
        await _accounts().sign_out(secret)


def _agent(form: Form) -> str:
    return form.visit.headers.get("user-agent", "")


ROUTES = [
    Route(f"/auth/{name}", _served(post), methods=["POST"])
    for name, post in (
        ("sign-in", sign_in),
        ("sign-up", sign_up),
        ("sign-out", sign_out),
        ("sign-out-everywhere", sign_out_everywhere),
        ("password", change_password),
    )
]
