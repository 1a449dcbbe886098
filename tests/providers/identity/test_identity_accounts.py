"""Whoever's browser has the cookie of a good sign-in is that person; nobody else is anybody."""

import pytest

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.identity import Claim, Visit
from darasa_reflex.providers.identity.accounts import PROVIDER

GOOD = "right-secret"
TLS = {"origin": "https://darasa.example"}


class Book:
    """Knows one secret."""

    async def holder(self, secret):
        return Claim("account:1", "Ada") if secret == GOOD else None


@pytest.fixture
def identity():
    return PROVIDER.build({}, sign_ins=Book())


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": f"darasa_session={GOOD}"},
        {"cookie": f"a=b; darasa_session={GOOD}; c=d", "origin": "http://localhost:3000"},
        {"cookie": f"__Host-darasa_session={GOOD}"},
        {"cookie": f"__Host-darasa_session={GOOD}", **TLS},
        {"cookie": f"darasa_session=planted; __Host-darasa_session={GOOD}"},
        # `http.cookies` would read nothing after these.
        {"cookie": f'app={{"a": 1}}; =; ; odd name=é; darasa_session={GOOD}'},
    ],
)
async def test_a_good_cookie_is_the_person(identity, headers):
    claim = await identity.identify(Visit(headers, "203.0.113.7"))

    assert (claim.subject, claim.features, claim.limited) == ("account:1", None, True)
    assert identity.door.kind == "form"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"cookie": ""},
        {"cookie": "darasa_session="},
        {"cookie": "darasa_session=guessed"},
        {"cookie": f"other={GOOD}"},
        {"cookie": f"Darasa_Session={GOOD}"},
        {"authorization": f"Bearer {GOOD}"},
        # Under TLS a neighbour, or somebody on the way, may have planted the plain one.
        {"cookie": f"darasa_session={GOOD}", **TLS},
        {"cookie": f"__Host-darasa_session=guessed; darasa_session={GOOD}"},
    ],
)
async def test_anything_else_is_nobody(identity, headers):
    with pytest.raises(NotSignedIn) as refused:
        await identity.identify(Visit(headers, "127.0.0.1"))

    assert "sign in" in refused.value.message


async def test_a_token_proves_nothing_and_nothing_is_kept_elsewhere(identity):
    with pytest.raises(NotSignedIn):
        await identity.prove(GOOD)

    assert await identity.look_up("account:1") is None
    assert await identity.remove("account:1") is False
