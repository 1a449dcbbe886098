"""A report shown by a link: to whoever has it, for as long as its owner wants."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotFound
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.sharing.comments import (
    LONGEST_COMMENT,
    MOST_COMMENTS,
    Comments,
    reader_of,
)
from darasa_reflex.features.feedback.sharing.links import (
    CLOSED,
    MOST_LINKS,
    ReportLinks,
    Wish,
    digest_of,
)
from darasa_reflex.features.feedback.sharing.models import CoachComment, ReportLink
from darasa_reflex.features.interviews.models import Interview
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held, turn_ids

WISH = Wish(name="Sam", days="7", words=True, measured=False)
DAY = 86_400
# What a browser made up.
KEY = "a key of 256 random bits"


@pytest.fixture
def links(db, clock):
    return ReportLinks(db, clock)


@pytest.fixture
def comments(db, clock):
    return Comments(db, clock)


@pytest.fixture
def interview(db, ada, clock):
    return held(db, backend_job(db, ada).id, said.BACKEND_WEAK, clock.now())


async def told(opening):
    """Return what is said to somebody whose link does not work."""
    with pytest.raises(NotFound) as refused:
        await opening
    return refused.value.message


async def test_whoever_has_the_link_reads_the_report_and_nobody_else(links, ada, interview, db):
    secret = await links.make(ada, interview, 1, WISH)

    shared = await links.open(digest_of(secret))

    assert shared.interview.id == interview
    assert (shared.link.words, shared.link.measured) == (True, False)
    assert [turn.text for turn in shared.turns][:2] == list(said.BACKEND_WEAK[0])
    assert len(secret) >= 43
    kept = db.run_here(lambda s: s.exec(select(ReportLink)).one())
    assert secret not in str(kept.model_dump())
    assert kept.digest == digest_of(secret)


async def test_a_wrong_an_expired_and_a_revoked_link_say_the_same(links, ada, interview, clock):
    revoked = await links.make(ada, interview, 1, WISH)
    await links.revoke(ada, (await links.of(ada))[0][0].id)
    expired = await links.make(ada, interview, 1, WISH)
    clock.seconds = 7 * DAY - 1
    await links.open(digest_of(expired))
    clock.seconds = 7 * DAY

    answers = [await told(links.open(digest_of(one))) for one in (expired, revoked, "", "x" * 43)]

    assert answers == [CLOSED] * 4
    assert await links.of(ada) == []


async def test_a_link_is_made_of_ones_own_ready_report_only(links, ada, eve, interview, db):
    def unready(session):
        session.exec(select(Feedback)).one().status = FeedbackStatus.RUNNING.value

    with pytest.raises(NotFound):
        await links.make(eve, interview, 1, WISH)
    with pytest.raises(NotFound):
        await links.make(ada, interview, 2, WISH)
    db.run_here(unready)
    with pytest.raises(NotFound):
        await links.make(ada, interview, 1, WISH)

    assert db.run_here(lambda s: s.exec(select(ReportLink)).all()) == []


async def test_what_is_wrong_with_a_wish_is_told_by_its_field(links, ada, interview):
    for wrong in ({"days": "8"}, {"days": None}, {"days": 10**9}, {"name": "x" * 61}):
        with pytest.raises(InvalidInput) as refused:
            await links.make(ada, interview, 1, replace(WISH, **wrong))

        assert refused.value.field == f"share_{next(iter(wrong))}"


async def test_there_is_room_for_ten_links_and_expired_ones_make_room(links, ada, interview, clock):
    for _ in range(MOST_LINKS):
        await links.make(ada, interview, 1, WISH)
    with pytest.raises(AllowanceUsedUp):
        await links.make(ada, interview, 1, WISH)

    clock.seconds = 8 * DAY
    await links.make(ada, interview, 1, WISH)

    assert len(await links.of(ada)) == 1


async def test_nobody_lists_or_revokes_the_links_of_another(links, ada, eve, interview):
    secret = await links.make(ada, interview, 1, WISH)
    [(link, _, job)] = await links.of(ada, interview)

    with pytest.raises(NotFound):
        await links.revoke(eve, link.id)

    assert (link.name, job.name) == ("Sam", "Backend at Acme")
    assert (
        await links.of(eve) == await links.of(eve, interview) == await links.of(ada, uuid4()) == []
    )
    assert await links.open(digest_of(secret))


async def test_when_a_link_was_opened_is_kept_to_the_day(links, ada, interview, clock):
    secret = await links.make(ada, interview, 1, WISH)
    seen = [(await links.of(ada))[0][0].opened_at]

    for hours in (0, 23, 25):
        clock.seconds = 3_600 * hours
        await links.open(digest_of(secret))
        seen.append((await links.of(ada))[0][0].opened_at)

    began = clock.now() - timedelta(hours=25)
    assert seen == [None, began, began, clock.now()]


async def test_a_comment_stands_beside_its_answer_and_its_owner_deletes_it(
    links, comments, ada, eve, interview
):
    sam = reader_of(secret := await links.make(ada, interview, 1, WISH), KEY)

    await comments.leave(sam, 2, "  Sam\nCoach ", " <b>Say</b> by how much.\n\x00Then stop. ")

    [one] = (await comments.of(ada, interview))[2]
    assert (one.author, one.text) == ("Sam Coach", "<b>Say</b> by how much.\nThen stop.")
    assert [each.id for each in (await links.open(digest_of(secret))).comments] == [one.id]
    with pytest.raises(NotFound):
        await comments.of(eve, interview)
    with pytest.raises(NotFound):
        await comments.remove(eve, interview, one.id)
    with pytest.raises(NotFound):
        await comments.remove(ada, interview, uuid4())
    await comments.remove(ada, interview, one.id)
    assert await comments.of(ada, interview) == {}


async def test_nobody_deletes_a_comment_on_the_report_of_another(
    links, comments, ada, eve, interview, db, clock
):
    await comments.leave(reader_of(await links.make(ada, interview, 1, WISH), KEY), 2, "Sam", "Hm.")
    [one] = (await comments.of(ada, interview))[2]
    eves = held(db, backend_job(db, eve).id, said.BACKEND_WEAK, clock.now())

    with pytest.raises(NotFound):
        await comments.remove(eve, eves, one.id)

    assert [each.id for each in (await comments.of(ada, interview))[2]] == [one.id]


async def test_a_comment_stays_when_its_link_goes_and_no_further_one_comes(
    links, comments, ada, interview
):
    sam = reader_of(await links.make(ada, interview, 1, WISH), KEY)
    await comments.leave(sam, 2, "Sam", "Say by how much.")
    await links.revoke(ada, (await links.of(ada))[0][0].id)

    assert await told(comments.leave(sam, 2, "Sam", "More.")) == CLOSED

    assert [one.text for one in (await comments.of(ada, interview))[2]] == ["Say by how much."]


async def test_who_came_by_another_link_does_not_read_a_comment(links, comments, ada, interview):
    first, second = [await links.make(ada, interview, 1, WISH) for _ in range(2)]

    await comments.leave(reader_of(first, KEY), 2, "Sam", "Between us.")

    assert (await links.open(digest_of(second))).comments == []


WRONG_COMMENTS = (
    ("Sam", "", "comment"),
    ("Sam", "\x00 ", "comment"),
    ("Sam", None, "comment"),
    ("Sam", "x" * (LONGEST_COMMENT + 1), "comment"),
    (" ", "Good.", "author"),
    (["Sam"], "Good.", "author"),
    ("x" * 61, "Good.", "author"),
)


async def test_a_comment_has_a_name_and_words_of_some_length(links, comments, ada, interview):
    sam = reader_of(await links.make(ada, interview, 1, WISH), KEY)

    for author, text, field in WRONG_COMMENTS:
        with pytest.raises(InvalidInput) as refused:
            await comments.leave(sam, 2, author, text)

        assert refused.value.field == field
    assert await comments.of(ada, interview) == {}


async def test_a_comment_goes_to_a_question_only_and_comes_once(links, comments, ada, interview):
    sam = reader_of(await links.make(ada, interview, 1, WISH), KEY)

    for place in (1, -1, 10**9):
        with pytest.raises(NotFound):
            await comments.leave(sam, place, "Sam", "Good.")
    for _ in range(2):
        await comments.leave(sam, 2, "Sam", "Good.")

    assert [len(all_of_it) for all_of_it in (await comments.of(ada, interview)).values()] == [1]


async def test_who_wrote_a_comment_takes_it_back_and_nobody_else(links, comments, ada, interview):
    first, second = [await links.make(ada, interview, 1, WISH) for _ in range(2)]
    sam = reader_of(first, KEY)
    await comments.leave(sam, 2, "Sam", "Good.")
    await comments.leave(reader_of(first, ""), 2, "Kim", "From a browser that keeps nothing.")
    written = {one.author: one for one in (await comments.of(ada, interview))[2]}
    good, unkept = written["Sam"], written["Kim"]
    others = (reader_of(first, "another"), reader_of(first, ""), reader_of(second, KEY))

    taken = [await comments.take_back(one, good.id) for one in others]
    taken += [await comments.take_back(one, unkept.id) for one in (sam, reader_of(first, ""))]
    taken += [await comments.take_back(sam, uuid4())]

    assert taken == [None] * 6
    assert len((await comments.of(ada, interview))[2]) == 2
    assert KEY not in good.writer
    gone = await comments.take_back(sam, good.id)
    assert (gone.text, gone.author) == ("Good.", "Sam")
    assert await comments.take_back(sam, good.id) is None
    assert [one.author for one in (await comments.of(ada, interview))[2]] == ["Kim"]


async def test_no_comment_is_taken_back_once_its_link_is_gone(links, comments, ada, interview):
    sam = reader_of(await links.make(ada, interview, 1, WISH), KEY)
    await comments.leave(sam, 2, "Sam", "Good.")
    [one] = (await comments.of(ada, interview))[2]
    await links.revoke(ada, (await links.of(ada))[0][0].id)

    assert await told(comments.take_back(sam, one.id)) == CLOSED

    assert [each.id for each in (await comments.of(ada, interview))[2]] == [one.id]


async def test_a_link_has_room_for_a_hundred_comments(links, comments, ada, interview, db, clock):
    sam = reader_of(await links.make(ada, interview, 1, WISH), KEY)
    [(link, _, _)] = await links.of(ada)
    asked = turn_ids(db, interview)[2]

    def fill(session):
        for number in range(MOST_COMMENTS):
            session.add(
                CoachComment(
                    interview_id=interview, turn_id=asked, link_id=link.id, author="Sam",
                    text=f"{number}", created_at=clock.now(),
                )
            )  # fmt: skip

    db.run_here(fill)

    with pytest.raises(AllowanceUsedUp):
        await comments.leave(sam, 2, "Sam", "One more.")


async def test_links_and_comments_go_with_their_interview(links, comments, ada, interview, db):
    secret = await links.make(ada, interview, 1, WISH)
    await comments.leave(reader_of(secret, KEY), 2, "Sam", "Good.")

    db.run_here(lambda s: s.delete(s.get_one(Interview, interview)))

    assert await told(links.open(digest_of(secret))) == CLOSED
    assert db.run_here(lambda s: s.exec(select(CoachComment)).all()) == []
