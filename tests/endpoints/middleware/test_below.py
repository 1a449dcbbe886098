"""A server below a path of its host: what is ours is asked, answered and led to below it."""

import httpx
import pytest
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Mount, Route, WebSocketRoute

from darasa_reflex.endpoints.middleware.below import Below, Lifted
from darasa_reflex.settings import Settings
from tests.endpoints.middleware.asking import open_socket

PATH = "/interviews"


async def told(request):
    return JSONResponse([request.url.path, request.url.query])


async def leads(request):
    return RedirectResponse(request.query_params["to"], 303)


async def socket(line):
    await line.accept()
    await line.close()


# As in darasa_reflex.py: ours at the root, and Reflex, which knows the path, behind it.
REFLEX = Starlette(routes=[Route(f"{PATH}/", told), Route(f"{PATH}/app", told)])
OURS = Starlette(
    routes=[
        Route("/export", told),
        Route("/lead", leads),
        WebSocketRoute("/v0/ear", socket),
        Mount("", Lifted(REFLEX, PATH)),
    ]
)
WHOLE = Below(OURS, PATH)


async def ask(path, app=WHOLE):
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.get(path)


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("/interviews/export?a=1", ["/export", "a=1"]),
        ("/interviews/app?a=1", ["/interviews/app", "a=1"]),
        ("/interviews/", ["/interviews/", ""]),
        # A proxy may take the path off; who looks after servers does not know it.
        ("/export", ["/export", ""]),
        ("/app", ["/interviews/app", ""]),
    ],
)
async def test_ours_is_asked_at_the_root_and_reflex_below_the_path(asked, seen):
    assert (await ask(asked)).json() == seen


@pytest.mark.parametrize("asked", ["/interviewsx/export", "/interviews/interviews/app", "/x/app"])
async def test_what_only_looks_like_the_path_leads_nowhere(asked):
    assert (await ask(asked)).status_code == 404


@pytest.mark.parametrize(
    ("to", "place"),
    [
        ("/app", "/interviews/app"),
        ("/interviews/app", "/interviews/interviews/app"),
        ("https://clerk.example/", "https://clerk.example/"),
        ("//clerk.example/", "//clerk.example/"),
    ],
)
async def test_ways_to_pages_of_ours_lead_below_the_path(to, place):
    answer = await ask(f"/interviews/lead?to={to}")

    assert answer.headers["location"] == place


async def test_the_path_alone_leads_to_the_first_page():
    answer = await ask("/interviews?next=%2Fapp")

    assert (answer.status_code, answer.headers["location"]) == (307, "/interviews/?next=%2Fapp")


async def test_the_root_is_led_below_the_path_where_no_proxy_may_have_taken_it_off():
    direct = await ask("/", Below(OURS, PATH, direct=True))

    assert (direct.status_code, direct.headers["location"]) == (307, "/interviews/")
    assert (await ask("/")).json() == ["/interviews/", ""]


async def test_sockets_open_below_the_path():
    assert await open_socket(WHOLE, "/interviews/v0/ear") == "open"


@pytest.mark.parametrize(
    ("given", "kept"), [("", ""), ("/", ""), ("interviews/", PATH), ("/a/b-c.d", "/a/b-c.d")]
)
def test_a_path_is_read_however_its_slashes_stand(given, kept):
    assert Settings(path=given, _env_file=None).path == kept


@pytest.mark.parametrize("given", ["/a b", "/../a", "/a//b", "/a?b", "https://a.example/b"])
def test_what_is_no_path_is_refused(given):
    with pytest.raises(ValidationError):
        Settings(path=given, _env_file=None)
