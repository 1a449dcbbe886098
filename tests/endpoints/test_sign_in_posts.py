"""/auth/…: forms of our own pages sign in and out; their answers tell nobody who has an account."""

import time
from http.cookies import SimpleCookie

import httpx
import pytest
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlmodel import select
from starlette.applications import Starlette

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.paths import own_path
from darasa_reflex.endpoints.sign_in_posts import posts
from darasa_reflex.endpoints.sign_in_posts.posts import ROUTES
from darasa_reflex.features.accounts.floods import RATES
from darasa_reflex.features.accounts.identity import Visit
from darasa_reflex.features.accounts.models import Credential, SignIn, User
from darasa_reflex.providers.passwords import argon2
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services
from tests.fixtures.databases import with_tables

pytestmark = pytest.mark.slow

HERE, TLS = "http://localhost:3000", "https://darasa.example"
EMAIL, PASSWORD, OTHER = "ada@example.org", "correct horse battery", "another horse battery"
ADA = {"name": "Ada", "email": EMAIL, "password": PASSWORD}
ALL = ("sign-in", "sign-up", "sign-out", "sign-out-everywhere", "password")


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Real services with accounts of their own, on a new SQLite file; hashes with little work."""
    monkeypatch.setenv("DARASA_DATABASE_URL", with_tables(tmp_path / "darasa.db"))
    monkeypatch.setenv("DARASA_LOCAL_ACCOUNTS", "1")
    monkeypatch.setenv("DARASA_ORIGINS", TLS)
    light = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(argon2, "Argon2Hasher", lambda: light)
    settings.cache_clear()
    services.cache_clear()
    db = services().job_infos.db
    yield db
    db.engine.dispose()
    settings.cache_clear()
    services.cache_clear()


async def post(name, fields=None, *, cookie="", origin=HERE, ip="203.0.113.7", **more):
    """Send a form as a browser would; returns the answer, which is not followed."""
    form = "application/x-www-form-urlencoded"
    headers = {"origin": origin, "sec-fetch-site": "same-origin", "content-type": form}
    headers["cookie"] = cookie
    headers |= more.pop("headers", {})
    given = {"data": fields or {}} | more
    transport = httpx.ASGITransport(Starlette(routes=ROUTES), client=(ip, 5))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        return await client.post(
            f"/auth/{name}",
            headers={name: value for name, value in headers.items() if value is not None},
            **given,
        )


async def signed_in(**more) -> str:
    """Make Ada's account, unless it is there, and return the cookie of a new sign-in."""
    await services().local_accounts.sign_up(EMAIL, PASSWORD, "Ada")
    answer = await post("sign-in", ADA, **more)
    return answer.headers["set-cookie"].split(";")[0]


async def who(cookie: str, origin: str = HERE) -> str:
    """Return whom an event would be from that a socket with this cookie sends."""
    actor = await services().accounts.actor(Visit({"cookie": cookie, "origin": origin}, "::1"))
    return actor.name


async def nobody(cookie: str) -> bool:
    try:
        await who(cookie)
    except NotSignedIn:
        return True
    return False


def rows(db, table) -> list[str]:
    return db.run_here(lambda session: sorted(map(repr, session.exec(select(table)).all())))


def everything(db) -> list[list[str]]:
    return [rows(db, table) for table in (User, Credential, SignIn)]


def whole(answer: httpx.Response) -> tuple:
    return answer.status_code, answer.headers.raw, answer.content


async def test_signing_up_and_in_leads_to_the_job_infos_as_that_person(house):
    made = await post("sign-up", ADA)
    answer = await post("sign-in", {"email": " ADA@example.org", "password": PASSWORD})

    assert (made.status_code, made.headers["location"]) == (303, "/sign-in?made=1")
    assert "set-cookie" not in made.headers
    assert (answer.status_code, answer.headers["location"]) == (303, "/app")
    assert answer.headers["cache-control"] == "no-store"
    assert await who(answer.headers["set-cookie"].split(";")[0]) == "Ada"


@pytest.mark.parametrize(
    ("origin", "name", "secure"),
    [(HERE, "darasa_session", False), (TLS, "__Host-darasa_session", True)],
)
async def test_no_script_and_no_other_site_gets_the_cookie(house, origin, name, secure):
    await post("sign-up", ADA)

    answer = await post("sign-in", ADA, origin=origin)

    set_ = [SimpleCookie(one) for one in answer.headers.get_list("set-cookie")]
    cookies = [one for jar in set_ for one in jar.values()]
    assert [one.key for one in cookies] == [name, name.replace("session", "known")]
    for one in cookies:
        assert bool(one["secure"]) is secure
        assert one["httponly"]
        assert (one["samesite"], one["path"], one["domain"]) == ("lax", "/", "")
        assert int(one["max-age"]) == 30 * 86_400
    cookie, known = cookies
    assert await nobody(f"{name}={known.value}")
    assert await who(f"{name}={cookie.value}", origin) == "Ada"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": None},
        {"origin": "http://localhost:3001"},
        {"origin": "https://darasa.example.evil.example"},
        {"sec-fetch-site": "cross-site"},
    ],
)
async def test_a_foreign_page_can_send_none_of_the_forms(house, name, headers):
    cookie = await signed_in()
    before = everything(house)

    answer = await post(name, ADA | {"old_password": PASSWORD}, cookie=cookie, headers=headers)

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert everything(house) == before


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("status", "content_type", "body"),
    [
        (415, "text/plain", b"email=ada"),
        (415, "application/json", b"{}"),
        (415, "multipart/form-data; boundary=x", b"--x--"),
        (415, None, b"email=ada"),
        (413, "application/x-www-form-urlencoded", b"email=" + b"a" * 20_000),
        (400, "application/x-www-form-urlencoded", b"email=\xff"),
        (400, "application/x-www-form-urlencoded", b"email=%ff"),
        (400, "application/x-www-form-urlencoded", b"a=1&" * 21 + b"b=1"),
    ],
)
async def test_what_is_no_form_of_a_browser_changes_nothing(
    house, name, status, content_type, body
):
    cookie = await signed_in()
    before = everything(house)

    answer = await post(
        name, data=None, content=body, cookie=cookie, headers={"content-type": content_type}
    )

    assert answer.status_code == status
    assert everything(house) == before


async def test_a_long_body_is_counted_and_not_only_announced(house):
    sent = 0

    async def endless():
        nonlocal sent
        while sent < 10_000_000:
            sent += 4_096
            yield b"a" * 4_096

    answer = await post("sign-in", data=None, content=endless())

    assert answer.status_code == 413
    assert sent < 30_000


async def test_signing_up_answers_alike_whether_or_not_the_e_mail_was_taken(house):
    await services().local_accounts.sign_up(EMAIL, PASSWORD, "Ada")
    before = everything(house)

    taken = await post("sign-up", ADA | {"password": OTHER, "name": "Eve"})
    unchanged = everything(house)
    free = await post("sign-up", ADA | {"email": "eve@example.org"})

    assert whole(taken) == whole(free)
    assert unchanged == before
    assert len(rows(house, User)) == 2


async def test_signing_in_answers_alike_whatever_was_wrong(house):
    await post("sign-up", ADA)

    answers = [
        await post("sign-in", {"email": email, "password": password})
        for email, password in ((EMAIL, OTHER), ("eve@example.org", OTHER), (EMAIL, ""), ("\0", ""))
    ]

    assert len({str(whole(answer)) for answer in answers}) == 1
    assert answers[0].headers["location"] == "/sign-in?wrong=sign_in"
    assert "set-cookie" not in answers[0].headers


@pytest.mark.parametrize("field", ["name", "email", "password"])
async def test_a_wrong_field_comes_back_as_a_code_and_never_as_what_was_typed(house, field):
    answer = await post("sign-up", ADA | {field: "\t"})

    assert answer.headers["location"] == f"/sign-up?wrong={field}"
    assert rows(house, User) == []


async def test_one_address_cannot_try_passwords_of_many(house):
    cookie = await signed_in()
    tries = [
        await post("sign-in", {"email": f"{number}@example.org", "password": OTHER})
        for number in range(RATES["sign_in"].times)
    ]

    assert tries[-1].headers["location"] == "/sign-in?wrong=often"
    assert "wrong=often" in (await post("sign-in", ADA)).headers["location"]
    assert (await post("sign-in", ADA, ip="198.51.100.1")).headers["location"] == "/app"
    assert await who(cookie) == "Ada"


async def test_an_account_that_many_addresses_try_is_slow_and_not_shut(house, monkeypatch):
    monkeypatch.setattr(posts, "SLOW_SECONDS", 0.5)
    await post("sign-up", ADA)
    tries = [
        await post("sign-in", ADA | {"password": OTHER}, ip=f"198.51.100.{number}")
        for number in range(RATES["sign_in_account"].times)
    ]

    began = time.monotonic()
    answer = await post("sign-in", ADA | {"email": EMAIL.upper()}, ip="192.0.2.1")

    assert {try_.headers["location"] for try_ in tries} == {"/sign-in?wrong=sign_in"}
    assert answer.headers["location"] == "/app"
    assert time.monotonic() - began > posts.SLOW_SECONDS


@pytest.mark.parametrize(("hops", "outcome"), [("0", "often"), ("1", "sign_in")])
async def test_what_a_proxy_says_of_an_address_counts_only_where_one_is_ours(
    house, monkeypatch, hops, outcome
):
    monkeypatch.setenv("DARASA_PROXY_HOPS", hops)
    settings.cache_clear()

    for number in range(RATES["sign_in"].times + 1):
        told = {"x-forwarded-for": f"192.0.2.1, 198.51.100.{number}"}
        answer = await post("sign-in", {"email": f"{number}@example.org"}, headers=told)

    assert answer.headers["location"] == f"/sign-in?wrong={outcome}"


async def test_one_address_makes_few_accounts(house):
    for number in range(RATES["sign_up"].times):
        await post("sign-up", ADA | {"email": f"{number}@example.org"})

    answer = await post("sign-up", ADA)

    assert answer.headers["location"] == "/sign-up?wrong=often"
    assert len(rows(house, User)) == RATES["sign_up"].times


@pytest.mark.parametrize(
    ("given", "leads_to"),
    [
        ("/app/job-infos/1?view=all#top", "/app/job-infos/1?view=all#top"),
        ("", "/app"),
        ("app", "/app"),
        ("//evil.example", "/app"),
        ("/\\evil.example", "/app"),
        ("/\t/evil.example", "/app"),
        ("/\r\nset-cookie: a=b", "/app"),
        ("https://evil.example", "/app"),
        ("javascript:alert(1)", "/app"),
        (" /app/upgrade", "/app"),
        ("/" + "a" * 3_000, "/app"),
    ],
)
async def test_only_paths_of_this_server_are_followed(house, given, leads_to):
    await post("sign-up", ADA)

    answer = await post("sign-in", ADA | {"next": given})

    assert answer.headers["location"] == leads_to
    assert own_path(given) == leads_to


async def test_where_somebody_wanted_to_go_survives_a_wrong_password(house):
    answer = await post("sign-in", {"email": EMAIL, "password": "", "next": "/app/upgrade"})
    foreign = await post("sign-in", {"email": EMAIL, "password": "", "next": "//evil.example"})

    assert answer.headers["location"] == "/sign-in?wrong=sign_in&next=%2Fapp%2Fupgrade"
    assert foreign.headers["location"] == "/sign-in?wrong=sign_in"


async def test_signing_out_acts_at_once_and_takes_the_cookie_away(house):
    here, there = await signed_in(), await signed_in()
    assert await who(here) == "Ada"

    answer = await post("sign-out", cookie=here)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert 'darasa_session=""' in answer.headers["set-cookie"]
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert await nobody(here)
    assert await who(there) == "Ada"


async def test_signing_out_everywhere_acts_at_once(house):
    here, there = await signed_in(), await signed_in()

    answer = await post("sign-out-everywhere", cookie=here)

    assert answer.headers["location"] == "/sign-in?done=everywhere"
    assert await nobody(here)
    assert await nobody(there)


async def test_signing_in_again_ends_the_sign_in_before_and_makes_a_new_secret(house):
    before = await signed_in()

    after = await signed_in(cookie=before)

    assert before != after
    assert await nobody(before)
    assert await who(after) == "Ada"


async def test_a_changed_password_keeps_only_this_browser_signed_in(house):
    here, there = await signed_in(), await signed_in()

    fields = {"old_password": PASSWORD, "new_password": OTHER}
    answer = await post("password", fields, cookie=here)

    assert answer.headers["location"] == "/app/settings?done=password"
    assert await who(answer.headers["set-cookie"].split(";")[0]) == "Ada"
    assert await nobody(here)
    assert await nobody(there)
    assert (await post("sign-in", ADA)).headers["location"] == "/sign-in?wrong=sign_in"


async def test_a_stolen_browser_cannot_try_passwords_for_long(house):
    cookie = await signed_in()
    guess = {"old_password": OTHER, "new_password": OTHER}
    for _ in range(RATES["sign_in_account"].times):
        answer = await post("password", guess, cookie=cookie)
        assert answer.headers["location"] == "/app/settings?wrong=old_password"

    right = {"old_password": PASSWORD, "new_password": OTHER}
    answer = await post("password", right, cookie=cookie, ip="192.0.2.1")

    assert answer.headers["location"] == "/app/settings?wrong=often"


@pytest.mark.parametrize("name", ["password", "sign-out-everywhere"])
@pytest.mark.parametrize("cookie", ["", "darasa_session=guessed"])
async def test_who_is_not_signed_in_is_asked_to(house, name, cookie):
    here = await signed_in()
    before = everything(house)

    answer = await post(name, {"old_password": PASSWORD, "new_password": OTHER}, cookie=cookie)

    assert answer.headers["location"] == "/sign-in?wrong=ended"
    assert everything(house) == before
    assert await who(here) == "Ada"


@pytest.mark.parametrize("name", ALL)
async def test_without_accounts_of_its_own_the_server_has_no_such_addresses(
    house, name, monkeypatch
):
    monkeypatch.setenv("DARASA_LOCAL_ACCOUNTS", "0")
    settings.cache_clear()
    services.cache_clear()

    answer = await post(name, ADA)

    assert answer.status_code == 404
    assert rows(house, User) == []
    services().job_infos.db.engine.dispose()


async def test_ten_wrong_passwords_from_elsewhere_lock_nobody_out(house, monkeypatch):
    monkeypatch.setattr(posts, "SLOW_SECONDS", 0.01)
    await services().local_accounts.sign_up(EMAIL, PASSWORD, "Ada")
    wrong = ADA | {"password": "not her password"}
    for ip in ("203.0.113.8", "203.0.113.9"):
        tried = [await post("sign-in", wrong, ip=ip) for _ in range(12)]
        assert tried[-1].headers["location"] == "/sign-in?wrong=often"

    answer = await post("sign-in", ADA)

    assert answer.headers["location"] == "/app"


async def test_a_password_that_everybody_tries_is_refused(house):
    answer = await post("sign-up", ADA | {"password": "password1234"})

    assert answer.headers["location"] == "/sign-up?wrong=common"
    assert rows(house, Credential) == []


async def attack():
    """Try Ada's account with wrong passwords from her own address and from many others."""
    wrong = ADA | {"password": "not her password"}
    for ip in ("203.0.113.7", "198.51.100.1", "198.51.100.2"):
        for _ in range(RATES["sign_in_pair"].times + 1):
            await post("sign-in", wrong, ip=ip)


async def known_browser(**more):
    """Sign Ada in and out again; return the cookie that her browser keeps."""
    await post("sign-up", ADA)
    answer = await post("sign-in", ADA, **more)
    session, known = (one.split(";")[0] for one in answer.headers.get_list("set-cookie"))
    out = await post("sign-out", cookie=f"{session}; {known}", **more)
    assert "darasa_known" not in out.headers["set-cookie"]
    return known


async def test_strangers_tries_do_not_slow_a_browser_that_was_signed_in_before(house, monkeypatch):
    slowed = []
    monkeypatch.setattr(posts, "_slow_down", lambda: _note(slowed))
    known = await known_browser()
    await attack()
    slowed.clear()

    answer = await post("sign-in", ADA, cookie=known)
    unknown = await post("sign-in", ADA, ip="192.0.2.9")

    assert answer.headers["location"] == "/app"
    assert unknown.headers["location"] == "/app"
    assert len(slowed) == 1  # the browser that nobody knows


async def _note(slowed):
    slowed.append("slowed")


async def test_a_known_browser_knows_one_account_and_cannot_try_for_long(house, monkeypatch):
    slowed = []
    monkeypatch.setattr(posts, "_slow_down", lambda: _note(slowed))
    known = await known_browser()
    eve = {"name": "Eve", "email": "eve@example.org", "password": PASSWORD}
    await post("sign-up", eve)
    for number in range(RATES["sign_in_account"].times):
        await post("sign-in", eve | {"password": OTHER}, ip=f"198.51.100.{number}")

    of_eve = await post("sign-in", eve, cookie=known, ip="192.0.2.8")
    wrong = ADA | {"password": OTHER}
    tries = [
        await post("sign-in", wrong, cookie=known, ip=f"192.0.2.{number}")
        for number in range(RATES["sign_in_known"].times + 1)
    ]

    assert slowed == ["slowed"]
    assert of_eve.headers["location"] == "/app"
    assert tries[-2].headers["location"] == "/sign-in?wrong=sign_in"
    assert tries[-1].headers["location"] == "/sign-in?wrong=often"
