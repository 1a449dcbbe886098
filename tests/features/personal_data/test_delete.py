import asyncio

import pytest

from darasa_reflex.core.errors import NotSignedIn, ServiceUnavailable
from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.core.words.stored import said
from darasa_reflex.features.accounts.identity import Door, Visit
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.providers.identity.clerk.failures import SILENT
from tests.conftest import a_job, person
from tests.features.interviews.doubles import FakeLine
from tests.features.personal_data.furnished import furnish, jobs_of, left_of, rows_of_all

pytestmark = pytest.mark.slow

HERE = Visit({}, "127.0.0.1")


def told(receipt) -> str:
    return " ".join(left.told for left in receipt.left)


async def test_all_rows_go_and_the_receipt_counts_them(db, clock, ada, eve, personal_data):
    furnish(db, ada, clock.now())
    furnish(db, eve, clock.now(), chat="chat-of-eve")
    had, hers = left_of(db, ada), left_of(db, eve)

    receipt = await personal_data.delete(ada)

    assert receipt.removed == had
    assert set(left_of(db, ada).values()) == {0}
    assert left_of(db, eve) == hers
    assert {name: number for name, number in rows_of_all(db).items() if number != 1} == {
        "provider_message": 0
    }


async def test_what_others_keep_is_told_with_a_next_step(db, clock, ada, personal_data):
    furnish(db, ada, clock.now())

    receipt = await personal_data.delete(ada)

    assert [(left.told, left.names) for left in receipt.left[:2]] == [
        ("Echo keeps calls. Ask Echo.", ("chat-1",)),
        ("Model was sent words. Ask Model.", ()),
    ]
    assert "Backups" in receipt.left[2].told
    assert receipt.elsewhere == ("Your sign-in account at Clerk.",)


async def test_the_person_is_removed_elsewhere_only_after_the_database(
    db, clock, ada, personal_data, provider
):
    furnish(db, ada, clock.now())
    provider.look = lambda: jobs_of(db, ada)

    await personal_data.delete(ada)

    assert provider.removed == ["test-Ada"]
    assert provider.seen_at_removal == [0]


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (ServiceUnavailable("clerk", "Clerk cannot be reached.", retryable=True), "be reached."),
        (RuntimeError("planted-secret"), "It did not work."),
    ],
)
async def test_a_provider_that_fails_keeps_no_row_and_is_told(
    db, clock, ada, personal_data, provider, failure, words
):
    furnish(db, ada, clock.now())
    provider.answer = failure

    receipt = await personal_data.delete(ada)

    assert set(left_of(db, ada).values()) == {0}
    assert receipt.elsewhere == ()
    assert "Clerk is still there" in told(receipt)
    assert words in told(receipt)
    assert "planted" not in told(receipt)


async def test_a_silent_provider_is_not_waited_for_without_end(
    db, clock, ada, accounts, calls, personal_data, provider
):
    from dataclasses import replace

    async def never(subject: str) -> bool:
        await asyncio.sleep(60)
        return True

    provider.remove = never
    hasty = replace(personal_data, longest_removal_seconds=0.05)

    async with asyncio.timeout(30):
        receipt = await hasty.delete(ada)

    assert "did not answer in time" in told(receipt)


async def test_what_is_told_can_be_told_in_another_language_later(
    db, clock, ada, personal_data, provider
):
    furnish(db, ada, clock.now())
    gone = await personal_data.delete(ada)
    (elsewhere,) = gone.elsewhere
    ben = person(db, "Ben")
    provider.answer = ServiceUnavailable("clerk", SILENT, retryable=True)
    left = (await personal_data.delete(ben)).left[0].told

    with spoken_in("de"):
        german = [said(elsewhere), said(left), *(said(one.told) for one in gone.left[-1:])]

    assert german[0] == "Ihr Anmeldekonto bei Clerk."
    assert SILENT in left
    assert "antwortet nicht" in german[1]
    assert "Clerk, which" not in german[1]
    assert german[2].startswith("Sicherungen der Datenbank")


async def test_a_deleted_person_does_not_come_back(db, ada, accounts, personal_data):
    assert (await accounts.actor(HERE)).user_id == ada.user_id

    await personal_data.delete(ada)

    with pytest.raises(NotSignedIn):
        await accounts.actor(HERE)
    with pytest.raises(NotSignedIn):
        await personal_data.delete(ada)
    assert rows_of_all(db)["user"] == 0


async def test_where_nobody_signs_in_the_person_may_start_again(
    db, ada, accounts, personal_data, provider
):
    provider.door, provider.answer = Door("open"), False

    receipt = await personal_data.delete(ada)

    again = await accounts.actor(HERE)
    assert again.user_id != ada.user_id
    assert receipt.elsewhere == ()
    assert "sign-in account" not in told(receipt)


async def test_live_calls_end_first(db, clock, ada, job_info, calls, personal_data):
    interviews = Interviews(db, clock, calls, limit=None)
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    async with asyncio.timeout(30):
        while not line.shown:
            await asyncio.sleep(0.01)

    receipt = await personal_data.delete(ada)

    assert call.done()
    assert call.exception() is None
    assert line.closed_with is not None
    assert receipt.removed["calls"] == 1
    assert rows_of_all(db)["call"] == 0


async def test_a_person_deleted_at_the_provider_goes_without_asking_it(
    db, clock, ada, eve, personal_data, provider, accounts
):
    furnish(db, ada, clock.now())
    furnish(db, eve, clock.now(), chat="chat-of-eve")
    await accounts.actor(HERE)

    await personal_data.delete_subject("msg-1", "test-Ada")

    assert set(left_of(db, ada).values()) == {0}
    assert jobs_of(db, eve) == 1
    assert provider.removed == []
    with pytest.raises(NotSignedIn):
        await accounts.actor(HERE)


async def test_repeated_news_of_a_deletion_changes_nothing(db, ada, personal_data):
    await personal_data.delete_subject("msg-1", "test-Ada")
    before = rows_of_all(db)

    await personal_data.delete_subject("msg-1", "test-Ada")
    await personal_data.delete_subject("msg-2", "test-Ada")

    assert rows_of_all(db) == before | {"provider_message": 2}


async def test_a_person_never_seen_cannot_come_after_their_deletion(db, accounts, personal_data):
    await personal_data.delete_subject("msg-1", "test-Ada")

    with pytest.raises(NotSignedIn):
        await accounts.actor(HERE)


async def test_many_people_deleted_at_once_are_all_gone(db, clock, personal_data):
    people = [person(db, f"P{n}") for n in range(6)]
    for one in people:
        a_job(db, one)

    await asyncio.gather(
        *(personal_data.delete(one) for one in people),
        *(personal_data.delete_subject(f"m{n}", f"test-P{n}") for n in range(6)),
        return_exceptions=True,
    )

    assert [set(left_of(db, one).values()) for one in people] == [{0}] * 6
    assert rows_of_all(db)["deleted_subject"] == 6
