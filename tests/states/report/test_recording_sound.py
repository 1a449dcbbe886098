"""/recordings/…: an answer is heard by its person, and by whoever has a link with it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from darasa_reflex.endpoints import recording_sound
from darasa_reflex.features.feedback.sharing.links import digest_of
from darasa_reflex.features.feedback.sharing.models import ReportLink
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.recordings.models import Recording
from tests.states.conftest import a_job_of, a_person, cookie_of
from tests.vendors.clerk import clerk_tokens

HERE = "http://localhost:3000"
APP = Starlette(routes=[Route(recording_sound.PATH, recording_sound.answer, methods=["GET"])])
SOUND = bytes(range(256)) * 4
SECRET = "the-secret-of-a-link"
BY_LINK = {"authorization": f"Link {SECRET}"}


async def ask(turn_id, **headers):
    transport = httpx.ASGITransport(APP, client=("127.0.0.1", 5))
    own = {"sec-fetch-site": "same-origin"}
    own |= {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        return await client.get(f"/recordings/{turn_id}", headers=own)


def an_answer_of(house, person):
    """Insert an interview with one recorded answer; return its turn."""
    held = Interview(job_info_id=a_job_of(house, person, "Adas job").id)
    turn = Turn(
        interview_id=held.id, chat_id="c", position=0, speaker="actor", text="x", began_ms=0
    )
    sound = Recording(
        turn_id=turn.id, interview_id=held.id, began_ms=0, milliseconds=1_000, sound=SOUND
    )
    for row in (held, turn, sound):
        house.db.run_here(lambda session, row=row: session.add(row))
    return turn


def a_link_to(house, turn, *, audio=True, days=1.0):
    now = datetime.now(UTC)
    link = ReportLink(
        interview_id=turn.interview_id, digest=digest_of(SECRET), run=1, words=True, measured=True,
        audio=audio, created_at=now, expires_at=now + timedelta(days=days),
    )  # fmt: skip
    house.db.run_here(lambda session: session.add(link))
    return link


@pytest.fixture
def ada(accounts_house):
    return a_person(accounts_house, "Ada")


@pytest.fixture
def turn(accounts_house, ada):
    return an_answer_of(accounts_house, ada)


@pytest.fixture
def cookie(accounts_house, ada):
    return cookie_of(accounts_house, ada)


async def test_ada_hears_her_answer_and_nothing_of_it_stays_in_a_browser(turn, cookie):
    answer = await ask(turn.id, **cookie)
    part = await ask(turn.id, range="bytes=10-19", **cookie)

    assert (part.status_code, part.content) == (206, SOUND[10:20])
    assert (answer.status_code, answer.content) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/webm; codecs=opus"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["accept-ranges"] == "bytes"


PARTS = (
    ("bytes=0-", SOUND, "bytes 0-1023/1024"),
    ("bytes=10-19", SOUND[10:20], "bytes 10-19/1024"),
    ("bytes=1000-9999", SOUND[1000:], "bytes 1000-1023/1024"),
    ("bytes=-24", SOUND[-24:], "bytes 1000-1023/1024"),
    ("bytes=-9999", SOUND, "bytes 0-1023/1024"),
)


@pytest.mark.parametrize(("wanted", "part", "told"), PARTS)
def test_a_player_gets_the_part_it_asks_for(wanted, part, told):
    answer = recording_sound.part_of(SOUND, wanted)

    assert (answer.status_code, answer.body) == (206, part)
    assert answer.headers["content-range"] == told


@pytest.mark.parametrize("beyond", ["bytes=1024-", "bytes=20-10", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(beyond):
    answer = recording_sound.part_of(SOUND, beyond)

    assert (answer.status_code, answer.body) == (416, b"")
    assert answer.headers["content-range"] == "bytes */1024"


@pytest.mark.parametrize("odd", ["bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=x-", "9" * 99])
def test_a_wish_that_we_do_not_read_gets_all_of_it(odd):
    answer = recording_sound.part_of(SOUND, odd)

    assert (answer.status_code, answer.body) == (200, SOUND)


async def test_a_stranger_and_another_person_learn_nothing(accounts_house, turn):
    eve = cookie_of(accounts_house, a_person(accounts_house, "Eve"))

    answers = [await ask(turn.id), await ask(turn.id, **eve), await ask(uuid4(), **eve)]

    assert {(one.status_code, one.content) for one in answers} == {(404, b"")}


@pytest.mark.slow
@pytest.mark.parametrize("odd", ["x", "..%2f..", "1" * 200])
async def test_an_address_that_names_no_turn_leads_nowhere(turn, cookie, odd):
    assert (await ask(odd, **cookie)).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_no_page_of_another_site_plays_it(turn, cookie, site):
    answer = await ask(turn.id, sec_fetch_site=site, **cookie)

    assert (answer.status_code, answer.content) == (404, b"")


async def test_a_coach_hears_it_by_a_link_that_includes_it(accounts_house, turn):
    a_link_to(accounts_house, turn)

    assert (await ask(turn.id, **BY_LINK)).content == SOUND


@pytest.mark.slow
@pytest.mark.parametrize("kind", [{"audio": False}, {"days": -0.1}])
async def test_a_link_without_sound_and_an_expired_one_let_nobody_hear(accounts_house, turn, kind):
    a_link_to(accounts_house, turn, **kind)

    answer = await ask(turn.id, **BY_LINK)

    assert (answer.status_code, answer.content) == (404, b"")


@pytest.mark.slow
async def test_a_revoked_link_and_an_invented_one_let_nobody_hear(accounts_house, turn):
    link = a_link_to(accounts_house, turn)
    invented = await ask(turn.id, authorization="Link of-somebody-else")
    accounts_house.db.run_here(lambda session: session.delete(link))

    revoked = await ask(turn.id, **BY_LINK)

    assert [one.status_code for one in (invented, revoked)] == [404, 404]


@pytest.mark.slow
async def test_a_link_lets_hear_its_own_interview_alone(accounts_house, turn):
    a_link_to(accounts_house, turn)
    other = an_answer_of(accounts_house, a_person(accounts_house, "Eve"))

    assert (await ask(other.id, **BY_LINK)).status_code == 404


@pytest.mark.slow
async def test_a_token_of_clerks_opens_its_persons_own(clerk_house):
    turn = an_answer_of(clerk_house, a_person(clerk_house, "Ada", "user_ada"))
    tokens = [clerk_tokens.token(sub=sub) for sub in ("user_ada", "user_eve")]

    hers, others = [await ask(turn.id, authorization=f"Bearer {token}") for token in tokens]

    assert hers.content == SOUND
    assert (others.status_code, others.content) == (404, b"")
