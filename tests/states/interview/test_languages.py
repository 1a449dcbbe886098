"""The page before an interview, when a person wants to answer in another language."""

from contextlib import contextmanager
from uuid import UUID

import pytest

from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.engines.languages import LANGUAGES
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.speech_models.catalogue import MANY_LANGUAGES
from darasa_reflex.features.speech_models.store import Store
from darasa_reflex.providers.interviewer.local.provider import LocalInterviewer
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.states.set_up.device_check import DeviceCheckState
from darasa_reflex.states.set_up.interview_setup import LANGUAGE_NAMES, InterviewSetupState
from darasa_reflex.wiring import services
from tests.states.conftest import a_job_of, a_person, cookie_of, furnished, seen_from
from tests.vendors import openai_text

ROUTE = "/app/job-infos/[job_info_id]/interviews/new"


@pytest.fixture
def nothing_fetched(tmp_path, monkeypatch):
    """A house without any model, whatever this machine has."""
    folder = str(tmp_path / "models")
    yield from furnished(tmp_path, monkeypatch, DARASA_MODELS_FOLDER=folder)


@pytest.fixture
def with_accounts(tmp_path, monkeypatch):
    """A house without models, whose people may not fill its disk."""
    own = {"DARASA_LOCAL_ACCOUNTS": "1", "DARASA_MODELS_FOLDER": str(tmp_path / "models")}
    yield from furnished(tmp_path, monkeypatch, **own)


@contextmanager
def fetched(monkeypatch):
    """The model for many languages lies there."""
    monkeypatch.setattr(Store, "folder_of", lambda self, key: key == MANY_LANGUAGES and "there")
    yield


async def page_of(house, user=None, **headers):
    if user is None:
        user = await local_person()
    job = a_job_of(house, user, "Baker")
    path = f"/app/job-infos/{job.id}/interviews/new"
    page = seen_from(InterviewSetupState, route=ROUTE, path=path, **headers)
    await do(page, "load")
    return page


async def local_person():
    found = await actor_of(seen_from(InterviewSetupState))
    return services().job_infos.db.run_here(lambda session: session.get_one(User, found.user_id))


async def do(page, name, *given):
    return await InterviewSetupState.event_handlers[name].fn(page, *given)


async def test_english_is_chosen_at_first_and_begins_in_writing_without_an_ear(nothing_fetched):
    page = await page_of(nothing_fetched)

    assert page.multilingual
    assert (page.usual_language, page.language_told) == ("en", "")
    assert page.unheard.startswith("Nothing here can hear you yet, so the interview begins in")


async def test_before_the_model_is_fetched_the_page_says_what_can_be_done(nothing_fetched):
    page = await page_of(nothing_fetched)

    await do(page, "choose_language", "de")

    assert page.unheard == (
        "Nothing here can hear German yet. You can start, and type your answers. To speak them, "
        'get "Whisper base, many languages" (148 MB) on this page, under "For slow machines and '
        'other languages".'
    )
    assert page.model == MANY_LANGUAGES
    assert page.language_told == (
        "The interviewer asks in English; you may answer in German. With a language model it would "
        "ask in German."
    )
    assert any("feedback reads English only" in said for said in page.engines)


async def test_who_may_not_fetch_is_told_who_can(with_accounts):
    user = a_person(with_accounts, "Grace")
    page = await page_of(with_accounts, user, cookie=cookie_of(with_accounts, user)["cookie"])

    await do(page, "choose_language", "es")

    assert "Whoever runs this server can fetch it" in page.unheard
    assert "models whisper-base" in page.unheard


async def test_with_the_model_nothing_stands_in_the_way(nothing_fetched, monkeypatch):
    with fetched(monkeypatch):
        page = await page_of(nothing_fetched)
        await do(page, "choose_language", "it")

    assert page.unheard == ""
    assert any("Whisper transcription (base)" in said for said in page.engines)


async def test_what_was_answered_in_last_is_chosen_the_next_time(nothing_fetched):
    page = await page_of(nothing_fetched)
    form = {"minutes": "10", "patience": "normal", "language": "nl"}

    await do(page, "start", form)
    await do(page, "load")

    assert (page.usual_language, page.language) == ("nl", "nl")
    assert page.unheard


async def test_where_no_language_can_be_chosen_an_interview_starts_all_the_same(
    nothing_fetched, monkeypatch
):
    monkeypatch.setattr(LocalInterviewer, "multilingual", False)
    page = await page_of(nothing_fetched)
    form = {"minutes": "10", "patience": "normal", "language": ""}

    leads_on = await do(page, "start", form)

    assert not page.multilingual
    assert "/room" in str(leads_on.args)


async def test_fields_that_are_not_on_the_page_yet_mean_an_interview_as_the_last(nothing_fetched):
    user = await local_person()
    page = await page_of(nothing_fetched, user)
    actor = await actor_of(page)
    await do(page, "start", {"minutes": "5", "language": "nl"})
    await services().profiles.choose_patience(actor, "patient")
    names = ("minutes", "patience", "kind", "difficulty", "tone", "language")

    leads_on = await do(page, "start", dict.fromkeys(names, ""))

    assert page.not_started == ""
    interview_id = UUID(str(leads_on.args).split("/interviews/")[1].split("/")[0])
    started = (await services().interviews.get(actor, interview_id)).interview
    usual = [5, "patient", "mixed", "usual", "neutral", "nl"]
    assert [getattr(started, name) for name in names] == usual


@pytest.mark.parametrize("forged", ["xx", "", 3, ["de"]])
async def test_a_forged_choice_is_english(nothing_fetched, forged):
    page = await page_of(nothing_fetched)

    await do(page, "choose_language", forged)

    assert page.language == "en"


async def test_the_sentence_to_read_aloud_is_in_the_language_and_so_is_the_ear(nothing_fetched):
    page = await page_of(nothing_fetched)
    await do(page, "choose_language", "pl")
    check = await page.get_state(DeviceCheckState)

    await DeviceCheckState.event_handlers["lend_ears"].fn(check)

    assert page.reading == LANGUAGES["pl"].sentence
    assert services().ears.passes.spend(check.ear_pass).language == "pl"


def test_languages_are_offered_in_their_own_words():
    assert ("de", "Deutsch") in LANGUAGE_NAMES
    assert LANGUAGE_NAMES[0] == ("en", "English")


@pytest.fixture
def with_a_model(tmp_path, monkeypatch):
    """A house without speech models that a language model serves."""
    with openai_text.running() as server:
        server.script(openai_text.whole("no plan"))
        own = {"DARASA_MODEL_URL": f"{server.address}/v1", "DARASA_MODEL": "m"}
        folder = str(tmp_path / "models")
        yield from furnished(tmp_path, monkeypatch, DARASA_MODELS_FOLDER=folder, **own)


async def test_with_a_language_model_the_interview_is_asked_in_the_language_of_the_person(
    with_a_model,
):
    page = await page_of(with_a_model)
    for code, told in (("de", "German"), ("es", "Spanish"), ("fr", "French")):
        await do(page, "choose_language", code)

        assert page.language_told == (
            f"The interviewer asks in {told}. Questions for this job are being written in {told}; "
            "if you start before they are ready, it asks general ones."
        )
        assert not any("asks in English" in said for said in page.engines)
    await do(page, "choose_language", "pl")
    polish = page.language_told
    await do(page, "start", {"language": "de"})
    interview_id = UUID(page._just_started)
    started = await with_a_model.db.read(lambda session: session.get_one(Interview, interview_id))

    assert polish == "The interviewer asks in English; you may answer in Polish."
    assert started.plan["language"] == "de"
