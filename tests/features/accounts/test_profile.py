import pytest

from darasa_reflex.core.errors import InvalidInput, NotSignedIn
from darasa_reflex.features.accounts.identity import Claim, Visit
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.accounts.profile import PATIENCES, Profiles
from darasa_reflex.features.accounts.service import Accounts
from darasa_reflex.features.interviews.models import Patience


class Ada:
    """An identity provider that finds Ada behind every visit."""

    async def identify(self, visit: Visit) -> Claim:
        return Claim("test-Ada", "Ada")


@pytest.fixture
def accounts(db, clock) -> Accounts:
    return Accounts(db, Ada(), clock)


@pytest.fixture
def profiles(db, accounts) -> Profiles:
    return Profiles(db, accounts)


async def test_what_is_chosen_is_read_back(profiles, ada, eve):
    await profiles.rename(ada, "  Dr. Ada  ")
    await profiles.choose_patience(ada, "patient")
    await profiles.show_captions(ada, False)
    await profiles.keep_for(ada, 30)

    kept, hers = await profiles.read(ada), await profiles.read(eve)

    assert (kept.chosen_name, kept.provider_name) == ("Dr. Ada", "Ada")
    assert (kept.patience, kept.captions, kept.keep_days) == ("patient", False, 30)
    assert (hers.chosen_name, hers.patience, hers.captions, hers.keep_days) == (
        None, "normal", True, None,
    )  # fmt: skip


async def test_a_new_name_counts_at_once(profiles, accounts, ada):
    visit = Visit({}, "127.0.0.1")
    before = (await accounts.actor(visit)).name

    await profiles.rename(ada, "Countess")

    assert before == "Ada"
    assert (await accounts.actor(visit)).name == "Countess"


async def test_the_providers_own_name_stays_the_providers_to_change(profiles, db, ada):
    await profiles.rename(ada, "Countess")
    await profiles.rename(ada, "Ada")

    db.run_here(lambda s: setattr(s.get_one(User, ada.user_id), "name", "Ada Lovelace"))

    assert (await profiles.read(ada)).chosen_name is None


@pytest.mark.parametrize("name", ["", "   ", "\x00", "x" * 101, None, 7, ["x"]])
async def test_a_name_that_is_none_is_refused_beside_its_field(profiles, ada, name):
    with pytest.raises(InvalidInput) as refused:
        await profiles.rename(ada, name)

    assert refused.value.field == "name"
    assert (await profiles.read(ada)).chosen_name is None


@pytest.mark.parametrize(
    ("field", "change", "value"),
    [
        ("patience", "choose_patience", "endless"),
        ("patience", "choose_patience", None),
        ("patience", "choose_patience", ["fast"]),
        ("captions", "show_captions", "yes"),
        ("captions", "show_captions", 1),
        ("keep_days", "keep_for", 7),
        ("keep_days", "keep_for", 30.0),
        ("keep_days", "keep_for", "30"),
        ("keep_days", "keep_for", True),
    ],
)
async def test_what_we_do_not_offer_is_refused_beside_its_field(
    profiles, ada, field, change, value
):
    before = await profiles.read(ada)

    with pytest.raises(InvalidInput) as refused:
        await getattr(profiles, change)(ada, value)

    assert refused.value.field == field
    assert await profiles.read(ada) == before


async def test_interviews_can_be_kept_for_ever_again(profiles, ada):
    await profiles.keep_for(ada, 90)
    await profiles.keep_for(ada, None)

    assert (await profiles.read(ada)).keep_days is None


async def test_a_person_who_was_deleted_has_no_choices(profiles, db, ada):
    db.run_here(lambda s: s.delete(s.get_one(User, ada.user_id)))

    with pytest.raises(NotSignedIn):
        await profiles.read(ada)


def test_every_patience_of_an_interview_can_be_chosen():
    assert set(PATIENCES) == set(Patience)


async def test_what_is_told_of_oneself_is_kept_and_forgotten_again(profiles, ada, eve):
    await profiles.tell_about(ada, "  Ten years of night shifts.  ")
    kept = (await profiles.read(ada)).about_me, (await profiles.read(eve)).about_me
    await profiles.tell_about(ada, "")

    assert kept == ("Ten years of night shifts.", "")
    assert (await profiles.read(ada)).about_me == ""


@pytest.mark.parametrize("text", [None, 7, "x" * 20_001])
async def test_what_is_no_text_of_oneself_or_too_long_is_refused(profiles, ada, text):
    with pytest.raises(InvalidInput):
        await profiles.tell_about(ada, text)
