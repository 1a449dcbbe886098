"""Every address that the app answers, asked by those who may not, in ways it does not take."""

from collections.abc import Iterator
from itertools import product

import httpx
import pytest
from starlette.routing import Mount, Route
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, InvalidStatus

from tests.machine.inside import served_app, serving
from tests.states.conftest import everything_kept

pytestmark = pytest.mark.slow

# Every address there is, each with what keeps strangers from doing anything there.
KNOWN = {
    "/v0/evi/chat": "a ticket, once and for a minute; our own origins",
    "/v0/ear": "a pass, once and for a minute; our own origins",
    "/webhooks/clerk": "Clerk's signature",
    "/webhooks/hume": "Hume's signature",
    "/auth/sign-in": "e-mail and password; posts of our own pages",
    "/auth/sign-up": "posts of our own pages; tells nobody who has an account",
    "/auth/sign-out": "a cookie; posts of our own pages",
    "/auth/sign-out-everywhere": "a cookie; posts of our own pages",
    "/auth/password": "a cookie and the old password; posts of our own pages",
    "/export": "a cookie, or a token of Clerk's; posts of our own pages; one at a time a person",
    "/export/report": "a cookie, or a token of Clerk's; posts of our own pages; own interviews",
    "/recordings/{turn_id}": "a cookie, a token of Clerk's, or a link with its audio; own turns",
    "/api/openapi.json": "tells what the API is, and nothing of anybody",
    "/api/v1/jobs": "an access token",
    "/api/v1/interviews": "an access token",
    "/api/v1/interviews/{interview_id}": "an access token",
    "/api/v1/interviews/{interview_id}/ticket": "an access token",
    "/api/v1/interviews/{interview_id}/transcript": "an access token",
    "/api/v1/interviews/{interview_id}/report": "an access token",
    "/ping": "says that the server lives, and nothing else",
    "/_health": "says that the server lives, and nothing else",
    "/_ready": "says whether its parts take visitors, and nothing else",
    "/metrics": "a token; does not exist without one",
    "/v0/evi/ticket": "the ticket itself; says whether it is current, and nothing else",
    "/_event": "the guard, for every event; our own origins",
}
SOCKETS = ("/v0/evi/chat", "/v0/ear", "/_event/")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TYPES = (
    None,
    "text/plain",
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "\u00e4",
)
BODIES = (b"", b"{}", b"[" * 5_000, b"\xff\x00\xfe", b"x" * 300_000)
# Every method with every type and with every body, and every type with every body.
ASKED = [
    (method, kind, BODIES[(row + column) % len(BODIES)])
    for row, method in enumerate(METHODS)
    for column, kind in enumerate(TYPES)
]
FORM = b"email=eve@example.org&password=correct+horse+battery&name=Eve&next=//evil.example"
FOREIGN = "https://evil.example"
_NEVER_TOLD = ("Traceback", "site-packages", "Secret", "Theirs", ".py")


def paths(routes, before: str = "") -> Iterator[str]:
    """Yield the addresses of routes, and of those that are mounted in them."""
    for route in routes:
        if isinstance(route, Mount) and route.routes:
            yield from paths(route.routes, before + route.path)
        else:
            yield before + route.path


@pytest.fixture
def served(accounts_house, no_floods):
    with serving() as address:
        yield address


def test_every_address_is_known_with_what_guards_it():
    assert set(paths(served_app().routes)) == KNOWN.keys()


def test_a_new_address_is_found():
    inner = next(one for one in served_app().routes if isinstance(one, Mount))

    inner.routes.append(Route("/planted", lambda request: None))
    try:
        found = set(paths(served_app().routes))
    finally:
        inner.routes.pop()

    assert found - KNOWN.keys() == {"/planted"}


@pytest.mark.slow
@pytest.mark.parametrize("path", KNOWN)
async def test_what_nobody_asks_changes_and_tells_nothing(path, accounts_house, served):
    before, wrong = everything_kept(accounts_house.db, but=()), []

    async with httpx.AsyncClient(base_url=served) as client:
        for (method, kind, body), origin in product(ASKED, (None, FOREIGN)):
            given = {"content-type": kind, "origin": origin}
            headers = {name: value.encode() for name, value in given.items() if value}
            answer = await client.request(method, path, content=body, headers=headers)
            # These tables were made without migrations, so the server is not ready, and says so.
            broke = answer.status_code >= 500 and path != "/_ready"
            if broke or any(word in answer.text for word in _NEVER_TOLD):
                wrong.append((method, kind, body[:9], origin, answer.status_code, answer.text))

    assert wrong == []
    assert everything_kept(accounts_house.db, but=()) == before


@pytest.mark.parametrize("path", [path for path in KNOWN if path.startswith("/auth")])
@pytest.mark.parametrize("origin", [FOREIGN, "null", "http://localhost:1"])
async def test_a_form_of_a_foreign_page_changes_nothing(path, origin, accounts_house, served):
    before = everything_kept(accounts_house.db, but=())
    headers = {"origin": origin, "content-type": "application/x-www-form-urlencoded"}

    async with httpx.AsyncClient(base_url=served) as client:
        answer = await client.post(path, content=FORM, headers=headers)

    assert answer.status_code == 403
    assert "evil" not in answer.headers.get("location", "")
    assert everything_kept(accounts_house.db, but=()) == before


@pytest.mark.parametrize("path", SOCKETS)
@pytest.mark.parametrize("origin", [FOREIGN, "null"])
async def test_a_foreign_page_opens_no_socket(path, origin, served):
    address = f"{served.replace('http', 'ws')}{path}?EIO=4&transport=websocket&token=x"

    with pytest.raises(InvalidHandshake) as refused:
        async with connect(address, origin=origin):
            pass

    assert isinstance(refused.value, InvalidStatus)
    assert refused.value.response.status_code in {400, 401, 403}


@pytest.mark.parametrize("ticket", ["", "x", "x" * 5_000, "%00", "\u00e4"])
async def test_a_call_needs_a_ticket(ticket, served):
    address = f"{served.replace('http', 'ws')}/v0/evi/chat?access_token={ticket}"

    with pytest.raises(InvalidStatus) as refused:
        async with connect(address):
            pass

    assert refused.value.response.status_code == 401
