"""A report by link as tabs see it: its owner's, and that of somebody without an account."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from reflex_base.utils.format import format_event_handler
from sqlmodel import select

from darasa_reflex.components.report.rows.report_rows import CategoryRow, HeadRow, ReportRow
from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.accounts.floods import RATES, Rate
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.feedback.sharing.links import CLOSED, Wish
from darasa_reflex.features.feedback.sharing.models import CoachComment, ReportLink
from darasa_reflex.settings import settings
from darasa_reflex.states.report.interview_report import InterviewReportState
from darasa_reflex.states.report.rows.sharing_rows import comment_rows, shared_row
from darasa_reflex.states.report.shared_report import SharedReportState
from darasa_reflex.states.report.sharing import SharingState
from darasa_reflex.states.settings.shared_links import SharedLinksState
from darasa_reflex.wiring import services
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held
from tests.fixtures.tabs import HYDRATE, sentences, tab
from tests.machine.inside import serving
from tests.states.conftest import a_person, call, cookie_of, seen_from

REPORT = "/app/job-infos/[job_info_id]/interviews/[interview_id]"
AT = datetime(2026, 11, 1, tzinfo=UTC)
# As few answers as a report tells something of.
SAID = said.BACKEND_STRONG[:3]
GONE = "This comment is gone already."
FORM = {"share_days": "7", "share_name": "Sam", "share_words": "on", "share_measured": "on"}


@pytest.fixture
async def mine(house):
    """An interview of the local person, who is made by their first visit, and its address."""
    page = seen_from(SharedLinksState, route="/app/settings", path="/app/settings")
    await do(page, "load")
    me = house.db.run_here(lambda s: s.exec(select(User).where(User.subject != "other")).one())
    job = backend_job(house.db, type("Owner", (), {"user_id": me.id}))
    interview = held(house.db, job.id, SAID, AT, typed=False)
    return interview, f"/app/job-infos/{job.id}/interviews/{interview}"


async def do(state, name, **given):
    return await call(type(state).event_handlers[name].fn, state, given)


async def owners_page(state, path):
    page = seen_from(state, route=REPORT, path=path)
    if state is SharingState:
        await do(await page.get_state(InterviewReportState), "load")
    await do(page, "load")
    return page


async def made(path, **but):
    """Make a link on the page of the report; return its secret and the page."""
    page = await owners_page(SharingState, path)
    form = {name: value for name, value in (FORM | but).items() if value is not None}
    events = await do(page, "make", form=form)
    shown = [str(value) for event in events for _, value in event.args]
    [link] = [text for text in shown if "#link=" in text]
    assert "http://localhost:3000/shared#link=" in link
    return link.partition("#link=")[2].strip('"'), page


async def opened(secret, key="a key that this browser made up"):
    """The page of somebody who is nobody here, once it has brought its link."""
    page = seen_from(SharedReportState, host="evil.example", route="/shared", path="/shared")
    await do(page, "load")
    await do(page, "open", secret=secret, key=key)
    return page


async def test_a_link_leads_below_the_path_of_a_server(mine, monkeypatch):
    monkeypatch.setenv("DARASA_PATH", "/interviews")
    settings.cache_clear()
    page = await owners_page(SharingState, f"/interviews{mine[1]}")

    events = await do(page, "make", form=FORM)

    shown = [str(value) for event in events for _, value in event.args]
    assert any("http://localhost:3000/interviews/shared#link=" in text for text in shown)


async def test_a_link_is_shown_once_and_kept_in_no_state(house, mine):
    secret, page = await made(mine[1])
    reader = await opened(secret)

    assert (page.fresh, [row.name for row in page.rows]) == (True, ["Sam"])
    assert secret not in f"{page.dict()} {vars(page)} {reader.dict()} {vars(reader)}"


async def test_whoever_has_the_link_reads_the_report_without_what_only_its_owner_does(house, mine):
    own = await owners_page(InterviewReportState, mine[1])

    page = await opened((await made(mine[1]))[0])

    rows = page.report.answers
    assert (page.view, page.job, page.length) == ("ready", said.BACKEND.title, own.length)
    assert [row.passages for row in rows] == [row.passages for row in own.report.answers]
    assert (page.report.delivery, page.report.timeline) == (
        own.report.delivery,
        own.report.timeline,
    )
    assert {row.again + row.turn + row.plain + row.outline for row in rows} == {""}
    assert "/app/" not in str(page.dict())
    assert str(mine[0]) not in str(page.dict())


async def test_what_was_not_chosen_is_not_sent(house, mine):
    answered = [text for _, text in SAID]
    silent = await opened((await made(mine[1], share_words=None))[0])
    unmeasured = await opened((await made(mine[1], share_measured=None))[0])

    told = str(silent.dict())
    runs = [text.split()[at : at + 5] for text in answered for at in range(len(text.split()) - 4)]
    assert [run for run in runs if " ".join(run) in told] == []
    assert all(row.withheld for row in silent.report.answers)
    assert silent.report.delivery.tiles
    assert (unmeasured.length, unmeasured.report.delivery.metrics) == ("", [])
    assert unmeasured.report.timeline.stretches == []
    assert not any(row.seconds for row in unmeasured.report.answers)
    assert not any(note.at for row in unmeasured.report.answers for note in row.notes)
    assert "pacing_timing" in {row.key for row in silent.report.categories}
    assert "pacing_timing" not in str(unmeasured.dict())
    assert "per minute" not in str(unmeasured.report.categories)
    assert answered[0][:40] in str(unmeasured.dict())


async def test_what_a_model_says_is_hidden_where_it_repeats_what_was_said():
    own = ["I profiled it and saw that each line item fired its own query."]
    row = ReportRow(
        worked=HeadRow("You profiled before you changed anything."),
        exercise=HeadRow("Bring your pace down to 150 words a minute."),
        unseen="Nobody can tell. Connect a model in Settings.",
        also=["You say: “saw that each Line item fired its own query”.", "You stayed calm."],
        categories=[
            CategoryRow("found", reason="“Each line item fired its own query” is what you found."),
            CategoryRow("calm", reason="You stayed calm."),
        ],
        voice="Your voice sounded calm.",
    )

    silent = shared_row(row, own, with_words=False, measured=True)
    whole = shared_row(row, own, with_words=True, measured=True)
    unmeasured = shared_row(row, own, with_words=True, measured=False)

    assert silent.worked == row.worked
    assert (whole.exercise, unmeasured.exercise) == (row.exercise, HeadRow())
    assert (whole.unseen, unmeasured.unseen) == ("Nobody can tell.", "Nobody can tell.")
    assert silent.also == ["You stayed calm."]
    assert whole.also == row.also
    assert [one.reason for one in silent.categories] == ["", "You stayed calm."]
    assert whole.categories == row.categories
    assert silent.voice == whole.voice == ""


async def test_nobody_learns_why_a_link_shows_nothing(house, mine):
    revoked, page = await made(mine[1])
    await do(page, "revoke", key=page.rows[0].key)
    expired, _ = await made(mine[1])
    expire_all(house)

    seen = [await opened(secret) for secret in (revoked, expired, "", "x" * 43, "\ud800")]

    assert {(one.view, one.refusal, one.job) for one in seen} == {("missing", CLOSED, "")}
    assert [one.report for one in seen] == [ReportRow()] * len(seen)


def expire_all(house):
    def work(session):
        for link in session.exec(select(ReportLink)):
            link.expires_at = AT

    house.db.run_here(work)


async def test_a_comment_is_read_beside_its_answer_and_deleted_by_its_owner(house, mine):
    reader = await opened((await made(mine[1]))[0])
    key = reader.report.answers[1].key
    sent = {"answer": key, "author": "Sam", "comment": "Say <b>how many</b>."}

    await do(reader, "comment", form=sent)

    assert (reader.author, reader.told) == ("Sam", "Your comment was sent.")
    assert [row.text for row in reader.report.answers[1].comments] == [sent["comment"]]
    own = await owners_page(InterviewReportState, mine[1])
    assert [way.address for way in own.commented] == [f"#{key}"]
    [row] = own.report.answers[1].comments
    assert (row.author, row.text) == ("Sam", sent["comment"])
    await do(own, "delete_comment", key=row.key)
    assert own.commented == []
    assert house.db.run_here(lambda s: s.exec(select(CoachComment)).all()) == []


async def test_a_comment_is_taken_back_by_its_browser_and_stands_in_the_form_again(house, mine):
    secret, _ = await made(mine[1])
    reader, other = await opened(secret), await opened(secret, "the key of another browser")
    answer = reader.report.answers[1].key
    for text in ("Say how many.", "And when."):
        await do(reader, "comment", form={"answer": answer, "author": "Sam", "comment": text})
    keys = [row.key for row in reader.report.answers[1].comments]
    await do(other, "open", secret=secret, key="the key of another browser")
    strangers = seen_from(SharedReportState, route="/shared", path="/shared")

    for page in (other, strangers):
        await do(page, "take_back", key=keys[0], draft="")
    await do(reader, "take_back", key=keys[0], draft=" Half a thought ")

    assert [row.mine for row in other.report.answers[1].comments] == [False, False]
    assert (other.told, other.returned, strangers.view) == (GONE, "", "missing")
    [left] = reader.report.answers[1].comments
    assert (left.text, left.mine) == ("And when.", True)
    assert (reader.sent_to, reader.author) == (answer, "Sam")
    assert reader.returned == "Say how many.\n\nHalf a thought"
    assert [(await opened(secret)).report.answers[1].comments[0].text] == ["And when."]


async def test_a_comment_that_its_owner_deleted_loses_no_words_of_its_writer(house, mine):
    reader = await opened((await made(mine[1]))[0])
    answer = reader.report.answers[0].key
    await do(reader, "comment", form={"answer": answer, "author": "Sam", "comment": "Good."})
    [row] = reader.report.answers[0].comments
    await do(await owners_page(InterviewReportState, mine[1]), "delete_comment", key=row.key)

    for key, draft in ((row.key, "Half a thought"), ("no id", "")):
        await do(reader, "take_back", key=key, draft=draft)
        seen = (reader.view, reader.told, reader.returned)
        assert seen == (("ready", GONE, draft) if draft else ("missing", "", ""))


def test_a_comment_is_its_browsers_own_and_of_one_that_keeps_nothing_nobodys():
    ones = [
        CoachComment(author="Sam", text="Good.", writer=writer, created_at=AT)
        for writer in ("sam", "")
    ]

    shown = [[row.mine for row in comment_rows(ones, reader)] for reader in ("sam", "kim", "")]

    assert shown == [[True, False], [False, False], [False, False]]


async def test_what_is_wrong_with_a_comment_stands_beside_its_answer(house, mine):
    reader = await opened((await made(mine[1]))[0])
    key = reader.report.answers[0].key

    for form, field in (
        ({"author": "Sam"}, "comment"),
        ({"comment": "Good.", "author": ["Sam"]}, "author"),
    ):
        await do(reader, "comment", form={"answer": key} | form)
        assert (reader.wrong_at, reader.wrong_field, reader.view) == (key, field, "ready")
    assert reader.report.answers[0].comments == []


async def test_forged_comments_leave_nothing(house, mine):
    secret, page = await made(mine[1])
    good = {"author": "Sam", "comment": "Good."}
    strangers = seen_from(SharedReportState, route="/shared", path="/shared")
    reader = await opened(secret)
    key = reader.report.answers[0].key

    for form in (good, good | {"answer": "answer-99"}, good | {"answer": None}, {}):
        await do(reader, "comment", form=form)
        await do(reader, "open", secret=secret, key="")
    await do(strangers, "comment", form=good | {"answer": key})
    await do(page, "revoke", key=page.rows[0].key)
    await do(reader, "comment", form=good | {"answer": key})

    assert (reader.view, strangers.view) == ("missing", "missing")
    assert reader.report == ReportRow()
    assert house.db.run_here(lambda s: s.exec(select(CoachComment)).all()) == []


async def test_links_and_comments_are_flood_limited(house, mine, monkeypatch):
    secret, _ = await made(mine[1])
    monkeypatch.setitem(RATES, "comment", Rate(1, 600))
    reader = await opened(secret)
    for number in range(2):
        form = {"answer": reader.report.answers[0].key, "author": "Sam", "comment": f"{number}"}
        await do(reader, "comment", form=form)
    monkeypatch.setitem(RATES, "shared", Rate(1, 60))
    await do(reader, "open", secret=secret, key="")

    flooded = await opened(secret)

    assert house.db.run_here(lambda s: s.exec(select(CoachComment)).one()).text == "0"
    assert (flooded.view, flooded.report) == ("refused", ReportRow())
    assert flooded.refusal != CLOSED


async def test_settings_list_all_links_and_revoke_them(house, mine):
    secret, _ = await made(mine[1])
    page = seen_from(SharedLinksState, route="/app/settings", path="/app/settings")
    await do(page, "load")
    [row] = page.rows

    with pytest.raises(NotFound):
        await do(page, "revoke", key=str(uuid4()))
    await do(page, "revoke", key=row.key)

    assert (row.name, row.job, row.report_to) == ("Sam", "Backend at Acme", mine[1])
    assert page.rows == []
    assert (await opened(secret)).view == "missing"


async def test_what_is_wrong_with_a_link_is_told_and_nothing_is_made(house, mine):
    page = await owners_page(SharingState, mine[1])

    for form in ({}, {"share_days": "8"}, FORM | {"share_name": "x" * 61}):
        await do(page, "make", form=form)
        assert (page.wrong_field, page.fresh, page.rows) == ("share_name", False, [])


@pytest.mark.slow
async def test_with_accounts_a_link_opens_without_one_and_a_wrong_one_is_the_same_to_all(
    accounts_house,
):
    ada, eve = a_person(accounts_house, "Ada"), a_person(accounts_house, "Eve")
    job = backend_job(accounts_house.db, type("Owner", (), {"user_id": ada.id}))
    interview = held(accounts_house.db, job.id, said.BACKEND_WEAK[:1], AT)
    wish = Wish(name="", days="1", words=True, measured=False)
    secret = await services().report_links.make(Actor(ada.id, "Ada"), interview, 1, wish)
    opens = format_event_handler(SharedReportState.event_handlers["open"])

    refusals = []
    with serving() as address:
        for headers in ({}, cookie_of(accounts_house, eve), cookie_of(accounts_house, ada)):
            async with tab(address, headers=headers) as one:
                one.route = one.path = "/shared"
                assert "asked_rx_state_" in str(await one.ask(HYDRATE))
                refusals.append(sentences(await one.ask(opens, {"secret": "x" * 43, "key": ""})))
                shown = str(await one.ask(opens, {"secret": secret, "key": ""}))
                assert said.BACKEND_WEAK[0][1][:30] in shown
                assert secret not in shown

    assert refusals == [[CLOSED]] * 3
