"""Recordings as tabs see them: before an interview, in the room, in the report, and by a link."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlmodel import col, func, select

from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.reading.answers import Note
from darasa_reflex.features.feedback.sharing.links import Wish, digest_of
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.interviews.recordings.recordings import TURNED_OFF, Kept
from darasa_reflex.settings import settings
from darasa_reflex.states.report.interview_report import InterviewReportState
from darasa_reflex.states.report.rows import answer_rows
from darasa_reflex.states.report.shared_report import SharedReportState
from darasa_reflex.states.room.interview_room import InterviewRoomState
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.wiring import services
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held
from tests.states.conftest import call, furnished, seen_from

AT = datetime(2026, 11, 1, tzinfo=UTC)
SAID = said.BACKEND_STRONG[:3]
INTERVIEW = "/app/job-infos/[job_info_id]/interviews/[interview_id]"


@pytest.fixture
def turned_off(tmp_path, monkeypatch):
    yield from furnished(tmp_path, monkeypatch, DARASA_RECORDINGS="off")


async def do(state, name, **given):
    return await call(type(state).event_handlers[name].fn, state, given)


def a_job(house):
    me = User(subject="local", name="there")
    house.db.run_here(lambda session: session.add(me))
    return backend_job(house.db, type("Owner", (), {"user_id": me.id}))


def an_interview(house, *, recorded=True, heard=2):
    """An interview with three spoken answers, of which the first ones are recorded."""
    job = a_job(house)
    interview_id = held(house.db, job.id, SAID, AT, typed=False, recorded=recorded)

    def work(session):
        spoken = select(Turn).where(Turn.interview_id == interview_id, Turn.speaker == "actor")
        for turn in session.exec(spoken.order_by(col(Turn.position))).all()[:heard]:
            session.add(
                Recording(
                    turn_id=turn.id, interview_id=interview_id, sound=b"x",
                    began_ms=max(0, turn.began_ms - 400), milliseconds=65_000,
                )
            )  # fmt: skip

    house.db.run_here(work)
    return interview_id, f"/app/job-infos/{job.id}/interviews/{interview_id}"


async def page_of(state, path, route=INTERVIEW):
    page = seen_from(state, route=route, path=path)
    await do(page, "load")
    return page


def own(page):
    """The passages of the person, answer by answer."""
    answers = page.report.answers
    return [one for row in answers for one in row.passages if one.speaker == "actor"]


def many(house):
    """Recordings beside the one of somebody else."""
    count = select(func.count()).select_from(Recording)
    return house.db.run_here(lambda session: session.exec(count).one()) - 1


# --- before ---


async def set_up(house, **form):
    job = a_job(house)
    path = f"/app/job-infos/{job.id}/interviews/new"
    page = await page_of(InterviewSetupState, path, "/app/job-infos/[job_info_id]/interviews/new")
    await do(page, "start", form=form)
    wanted = select(Interview.recorded).where(Interview.job_info_id == job.id)
    return page, path, house.db.run_here(lambda session: session.exec(wanted).one())


async def test_nobody_is_recorded_who_did_not_tick_the_box(house):
    page, _, recorded = await set_up(house, minutes="10")

    assert (page.recorded, page.unrecorded, recorded) == (False, "", False)


async def test_who_takes_the_tick_away_is_not_recorded_again(house):
    page, _, _ = await set_up(house, minutes="10", recorded="on")

    await do(page, "start", form={"minutes": "10"})

    own = select(Interview.recorded).where(Interview.id != house.interview_id)
    in_order = own.order_by(col(Interview.created_at))
    assert house.db.run_here(lambda session: session.exec(in_order).all()) == [True, False]


@pytest.mark.slow
async def test_who_ticked_the_box_finds_it_ticked_the_next_time(house):
    page, path, recorded = await set_up(house, minutes="10", recorded="on")
    again = await page_of(InterviewSetupState, path, "/app/job-infos/[job_info_id]/interviews/new")

    assert (page.recorded, recorded, again.recorded) == (False, True, True)


@pytest.mark.slow
async def test_where_it_is_turned_off_the_page_says_so_and_a_forged_form_changes_nothing(
    turned_off,
):
    page, _, recorded = await set_up(turned_off, recorded="on")

    assert (page.unrecorded, recorded) == (TURNED_OFF, False)


# --- in the room ---


async def test_the_room_says_that_it_records_and_stops(house):
    interview_id, path = an_interview(house)
    room = await page_of(InterviewRoomState, f"{path}/room", f"{INTERVIEW}/room")
    told = [room.recorded, room.about[-1].told]

    await do(room, "stop_recording")

    kept = house.db.run_here(lambda s: s.get_one(Interview, interview_id).recorded)
    assert told[0]
    assert "the sound of your own answers" in told[1]
    assert (room.recorded, kept, many(house)) == (False, False, 2)
    assert "not recorded" in room.about[-1].told


# --- in the report ---


async def test_what_is_recorded_can_be_played_and_the_rest_says_that_it_is_not(house):
    _, path = an_interview(house)

    page = await page_of(InterviewReportState, path)

    heard = own(page)
    assert [one.sound.startswith("/recordings/") for one in heard] == [True, True, False]
    assert ["not recorded" in one.labels for one in heard] == [False, False, True]
    assert heard[0].lasts == "01:05"
    assert page.recordings.startswith("2 of your 3 spoken answers are recorded, 02:10 in all.")


async def test_a_quote_plays_from_its_own_second(house):
    _, path = an_interview(house)
    page = await page_of(InterviewReportState, path)
    sounds = [Kept(uuid4(), 5_000, 20_000), Kept(uuid4(), 40_000, 10_000)]
    notes = [Note(n, ("x",), at, False) for n, at in enumerate((9_500, 5_000, 40_700, 30_000), 1)]

    rows = list(answer_rows._notes(notes, sounds))

    # From a breath before its first word; nothing where nobody was heard.
    assert [row.second for row in rows] == [4.3, 0.0, 0.5, 0.0]
    assert [str(sounds[0].turn_id) in row.sound for row in rows] == [True, True, False, False]
    assert [row.sound != "" for row in rows] == [True, True, True, False]
    shown = [note for row in page.report.answers for note in row.notes if note.at]
    assert {bool(note.sound) for note in shown} == {True, False}


@pytest.mark.slow
async def test_an_interview_that_was_not_recorded_says_nothing_of_it(house):
    _, path = an_interview(house, recorded=False, heard=0)

    page = await page_of(InterviewReportState, path)

    assert page.recordings == ""
    assert not any("not recorded" in one.labels or one.sound for one in own(page))


async def test_deleting_the_recordings_leaves_words_and_feedback(house):
    _, path = an_interview(house)
    page = await page_of(InterviewReportState, path)
    words = [one.pieces for one in own(page)]

    await do(page, "delete_recordings")

    assert (page.recordings, many(house)) == ("", 0)
    assert [one.pieces for one in own(page)] == words
    assert not any("not recorded" in one.labels or one.sound for one in own(page))


@pytest.mark.slow
async def test_below_a_path_a_player_asks_there(house, monkeypatch):
    _, path = an_interview(house)
    monkeypatch.setenv("DARASA_PATH", "/interviews")
    settings.cache_clear()

    page = await page_of(InterviewReportState, f"/interviews{path}")

    assert own(page)[0].sound.startswith("/interviews/recordings/")


# --- by a link ---


@pytest.mark.slow
@pytest.mark.parametrize("audio", [True, False])
async def test_a_coach_hears_answers_only_where_that_was_chosen(house, audio):
    interview_id, path = an_interview(house)
    owner = await page_of(InterviewReportState, path)
    me = house.db.run_here(lambda s: s.exec(select(User).where(User.subject == "local")).one())
    actor = type("Actor", (), {"user_id": me.id})
    wish = Wish(name="", days="7", words=True, measured=True, audio=audio)
    secret = await services().report_links.make(actor, interview_id, 1, wish)
    page = seen_from(SharedReportState, host="evil.example", route="/shared", path="/shared")

    await do(page, "load")
    await do(page, "open", secret=secret, key="")

    assert [one.sound for one in own(page)] == [one.sound if audio else "" for one in own(owner)]
    assert any("not recorded" in one.labels for one in own(page)) == audio


@pytest.mark.slow
async def test_without_the_words_nothing_is_to_be_heard(house):
    interview_id, _ = an_interview(house)
    me = house.db.run_here(lambda s: s.exec(select(User).where(User.subject == "local")).one())
    wish = Wish(name="", days="7", words=False, measured=True, audio=True)
    actor = type("Actor", (), {"user_id": me.id})

    secret = await services().report_links.make(actor, interview_id, 1, wish)

    link = (await services().report_links.open(digest_of(secret))).link
    assert (link.words, link.audio) == (False, False)
