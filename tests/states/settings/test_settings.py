"""Settings as a tab sees them: what is saved says so, and a receipt outlives its person."""

import pickle

import pytest

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.personal_data.receipt import NotRemoved, Receipt
from darasa_reflex.states.events.door import DoorState, forget_content
from darasa_reflex.states.jobs.job_info import JobInfoState
from darasa_reflex.states.settings.receipt import ReceiptState, show_receipt
from darasa_reflex.states.settings.settings import SettingsState
from darasa_reflex.wiring import services
from tests.states.conftest import a_person, call, seen_from

PAGE = "/app/settings"


def on_the_page() -> SettingsState:
    return seen_from(SettingsState, route=PAGE, path=PAGE)


async def do(state, name, **given):
    return await call(type(state).event_handlers[name].fn, state, given)


async def test_what_is_chosen_is_saved_told_and_read_again(house):
    page = on_the_page()
    await do(page, "load")
    before = (page.name, page.patience, page.captions, page.agreed_at, page.keep)

    told = []
    for name, given in (
        ("rename", {"form": {"name": "Countess"}}),
        ("choose_patience", {"value": "fast"}),
        ("show_captions", {"shown": False}),
        ("agree", {"agreed": True}),
        ("keep_for", {"value": "30"}),
    ):
        await do(page, name, **given)
        told.append(page.saved)
    again = on_the_page()
    await do(again, "load")

    assert before == ("", "normal", True, "", "never")
    assert told == ["name", "patience", "captions", "expressions", "keep_days"]
    assert (again.name, again.patience, again.captions) == ("Countess", "fast", False)
    assert again.agreed
    assert (again.agreed_at, again.keep) == (page.agreed_at, "30")


async def test_the_consent_is_off_until_it_is_given_and_goes_when_taken_back(house):
    page = on_the_page()
    await do(page, "load")
    asked = (page.agreed, page.agreed_at)

    await do(page, "agree", agreed=True)
    given = page.agreed_at
    await do(page, "agree", agreed=False)

    assert asked == (False, "")
    assert given
    assert page.agreed_at == ""


@pytest.mark.parametrize(
    ("handler", "given", "field"),
    [
        ("rename", {"form": {"name": " "}}, "name"),
        ("rename", {"form": {}}, "name"),
        ("choose_patience", {"value": "endless"}, "patience"),
        ("keep_for", {"value": "7"}, "keep_days"),
        ("keep_for", {"value": ""}, "keep_days"),
        ("agree", {"agreed": 1}, "expressions"),
    ],
)
async def test_what_is_wrong_stands_beside_its_field_and_nothing_says_saved(
    house, handler, given, field
):
    page = on_the_page()
    await do(page, "keep_for", value="90")

    await do(page, handler, **given)

    assert (page.wrong_field, page.saved) == (field, "")
    assert page.wrong_text.startswith(("Please", "Your name"))
    again = on_the_page()
    await do(again, "load")
    assert again.keep == "90"


async def test_where_several_people_sign_in_nobody_chooses_a_language_model_for_all(
    accounts_house,
):
    ada = Actor(a_person(accounts_house, "Ada").id, "Ada")

    assert not services().models.offered
    with pytest.raises(NotFound):
        services().models.standing(ada)


async def test_deleting_leads_to_a_receipt_that_a_sign_out_does_not_take(house):
    page = on_the_page()
    await do(page, "load")
    mine = house.db.run_here(lambda s: s.exec(_local()).one())
    job = JobInfo(user_id=mine.id, name="Mine", experience_level="junior", description="x")
    house.db.run_here(lambda s: s.add(job))
    shown = await page.get_state(JobInfoState)
    shown.name = "Secret job"

    led = await do(page, "delete_account")
    receipt = await page.get_state(ReceiptState)
    before = list(receipt.here)
    await forget_content(await page.get_state(DoorState))

    assert '"/deleted"' in str(led.args)
    assert before == ["1 profile", "1 job"]
    assert receipt.here == before
    assert shown.name != "Secret job"
    assert house.db.run_here(lambda s: s.get(JobInfo, job.id)) is None


async def test_a_receipt_is_told_in_the_language_of_who_reads_it(house):
    page = on_the_page()
    with spoken_in("de"):
        await do(page, "load")
        await do(page, "delete_account")
    receipt = pickle.loads(pickle.dumps(await page.get_state(ReceiptState)))  # kept meanwhile
    german = [*receipt.here, *(row.told for row in receipt.left), receipt.text]
    with spoken_in("en"):
        await do(receipt, "load")
    english = [*receipt.here, *(row.told for row in receipt.left), receipt.text]
    with spoken_in("de"):
        await do(receipt, "load")

    assert german[0] == "1 Profil"
    assert english[0] == "1 profile"
    assert not set(german) & set(english)
    assert [*receipt.here, *(row.told for row in receipt.left), receipt.text] == german


def _local():
    from sqlmodel import select

    return select(User).where(User.subject == "local")


def test_a_receipt_tells_what_went_and_what_did_not_with_its_names(clock):
    page = seen_from(ReceiptState)

    show_receipt(
        page,
        Receipt(
            clock.now(),
            {"interviews": 2, "turns": 0, "calls": 1, "passes": 9},
            ("Your sign-in account at Clerk.",),
            (NotRemoved("Hume keeps calls.", ("a", "b")), NotRemoved("Backups.")),
        ),
    )

    assert page.here == ["2 interviews", "1 call"]
    assert [(row.told, row.names) for row in page.left] == [
        ("Hume keeps calls.", "Their names there: a, b."), ("Backups.", ""),
    ]  # fmt: skip
    for line in ("- 2 interviews", "- Your sign-in account at Clerk.", "Their names there: a, b."):
        assert line in page.text
