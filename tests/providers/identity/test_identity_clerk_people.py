"""People at Clerk: looked up and removed through Clerk's own client, and never for long."""

import time
from dataclasses import replace

import pytest
from pydantic import SecretStr

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.accounts.identity import Profile
from darasa_reflex.providers.identity.clerk import identity
from darasa_reflex.providers.identity.clerk.people import ClerkPeople
from tests.vendors.clerk import clerk_rest, clerk_tokens

# The client's first import takes a second.
pytestmark = pytest.mark.slow


@pytest.fixture
def clerk():
    with clerk_rest.running() as stand_in:
        yield stand_in


@pytest.fixture
def people(clerk):
    keys = clerk_tokens.keys(CLERK_API_URL=clerk.base_url)
    return identity.opened(keys, (clerk_tokens.ORIGIN,)).people


async def test_a_person_is_found(clerk, people):
    clerk.users["user_1"] = clerk_rest.user(
        "user_1",
        first_name=" Ada ",
        last_name="Lovelace",
        primary_email_address_id="idn_2",
        email_addresses=[
            clerk_rest.address("idn_1", "old@example.org"),
            clerk_rest.address("idn_2", "ada@example.org"),
        ],
        unheard_of={"new": True},
    )
    clerk.users["user_2"] = clerk_rest.user("user_2", last_name="Eve")
    clerk.users["user_3"] = clerk_rest.user("user_3")

    found = [await people.look_up(f"user_{number}") for number in (1, 2, 3)]

    assert found[0] == Profile("user_1", "Ada Lovelace", "ada@example.org")
    assert found[1:] == [Profile("user_2", "Eve"), Profile("user_3", "")]


async def test_a_person_is_removed_once(clerk, people):
    clerk.users["user_1"] = clerk_rest.user("user_1")

    assert await people.remove("user_1")
    assert not await people.remove("user_1")
    assert clerk.asked == [("DELETE", "/v1/users/user_1")] * 2
    assert clerk.users == {}


async def test_somebody_unknown_is_nobody(people):
    assert await people.look_up("user_1") is None


async def test_a_name_is_no_path(clerk, people):
    for name in ("../users/user_1", "user_1?x=", "user_1/", "", "user_1\n"):
        assert await people.look_up(name) is None
        assert not await people.remove(name)

    assert clerk.asked == []


@pytest.mark.parametrize(
    ("status", "body", "sentence", "retryable"),
    [
        (500, None, "gives no answer", True),
        (503, "<html>", "gives no answer", True),
        (429, None, "gives no answer", True),
        (302, None, "gives no answer", True),
        (200, "[]", "gives no answer", True),
        (200, '{"id": ', "gives no answer", True),
        (401, None, "check CLERK_SECRET_KEY", False),
        (403, None, "check CLERK_SECRET_KEY", False),
    ],
)
async def test_a_failing_clerk_is_told_at_once(clerk, people, status, body, sentence, retryable):
    clerk.status, clerk.body = status, body

    for ask in (people.look_up, people.remove):
        with pytest.raises(ServiceUnavailable, match=sentence) as caught:
            await ask("user_1")
        assert (caught.value.service, caught.value.retryable) == ("clerk", retryable)

    assert len(clerk.asked) == 2


async def test_a_wrong_key_is_told_without_the_key(people):
    wrong = replace(people, key=SecretStr("sk_wrong"))

    with pytest.raises(ServiceUnavailable, match="check CLERK_SECRET_KEY") as caught:
        await wrong.look_up("user_1")

    assert "sk_wrong" not in str(caught.value) + repr(wrong)
    assert caught.value.__cause__ is None


async def test_a_silent_clerk_is_not_waited_for(clerk, people):
    clerk.silent = True
    hasty = replace(people, longest_seconds=0.3)
    began = time.monotonic()

    for ask in (hasty.look_up, hasty.remove):
        with pytest.raises(ServiceUnavailable, match="gives no answer"):
            await ask("user_1")

    assert time.monotonic() - began < 8
    assert people.longest_seconds == 5


async def test_an_answer_by_drops_is_not_waited_for(clerk, people):
    clerk.users["user_1"], clerk.drop_seconds = clerk_rest.user("user_1"), 0.05
    began = time.monotonic()

    with pytest.raises(ServiceUnavailable, match="gives no answer"):
        await replace(people, longest_seconds=0.5).look_up("user_1")

    assert time.monotonic() - began < 8


async def test_a_clerk_that_is_not_there_is_told():
    nobody = ClerkPeople(SecretStr("sk_test_1"), "http://127.0.0.1:9/v1")

    with pytest.raises(ServiceUnavailable, match="gives no answer"):
        await nobody.look_up("user_1")
