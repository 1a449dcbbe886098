"""The pages around an interview, as somebody reads them who reads another language."""

import pytest

from darasa_reflex.features.interviews.engines.languages import LANGUAGES
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.speech_models.catalogue import CATALOGUE
from darasa_reflex.features.speech_models.job import DownloadView, Stage
from darasa_reflex.states.questions.own_questions import OwnQuestionsState
from darasa_reflex.states.room.about import about
from darasa_reflex.states.set_up.chosen import USUAL, asks_on, summary, waits
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.states.set_up.plan import _badge, _includes
from darasa_reflex.states.set_up.speech_models import SpeechModelsState, _shown
from darasa_reflex.wiring import services
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language
from tests.states.conftest import seen_from
from tests.states.interview.test_languages import page_of

LIST = "question,role,level,section\nWhy us?,Baker,senior,introduction\nWhy now?,,junior,role"


@pytest.fixture
def pseudo(monkeypatch):
    with pseudo_language(monkeypatch):
        yield


def unread(*texts):
    """What of texts stands in English for whoever reads another language."""
    return [left for text in texts if (left := outside_brackets(text).strip(" ·"))]


async def test_what_is_said_before_an_interview_is_in_the_readers_language(house, pseudo):
    page = await page_of(house)
    for code in LANGUAGES:
        await InterviewSetupState.event_handlers["choose_language"].fn(page, code)
        # Of feedback the choice of engines tells.
        engines = [one for one in page.engines if "Feedback" not in one]
        assert unread(*engines, page.language_told, page.unheard, page.unrecorded) == []
        assert len(engines) > 1
        assert bool(page.language_told) == (code != "en")


async def test_what_is_said_in_the_room_is_in_the_readers_language(house, pseudo):
    for difficulty, recorded in (("easy", True), ("usual", False), ("hard", False)):
        held = Interview(job_info_id=house.job_id, difficulty=difficulty, recorded=recorded)
        rows = about(held, services().engines)
        assert unread(*(text for row in rows for text in (row.term, row.told))) == []
        assert len(rows) == 5


@pytest.mark.parametrize("stage", Stage)
def test_models_that_come_are_told_of_in_the_readers_language(stage, pseudo):
    page = seen_from(SpeechModelsState)
    _shown(page, [DownloadView(model, Stage.ABSENT, 0) for model in CATALOGUE])
    first = [page.offer, *(row.offer for row in page.others)]
    _shown(page, [DownloadView(model, stage, 5_000_000) for model in CATALOGUE])

    rows = [*page.rows, *page.others]
    words = [text for row in rows for text in (row.title, row.brings, *row.facts, row.offer)]
    assert unread(*first, *words, page.news, *(one.title for one in page.coming)) == []
    assert bool(page.news) == (stage is not Stage.ABSENT)


async def test_what_a_person_hears_of_own_questions_is_in_their_language(house, pseudo):
    page = seen_from(OwnQuestionsState, route="/app/questions", path="/app/questions")

    async def do(name, *given):
        await OwnQuestionsState.event_handlers[name].fn(page, *given)
        return [page.told, page.wrong_text]

    heard = [
        *await do("add", {"questions": LIST}),
        *await do("add", {"questions": LIST}),
        *await do("add", {"questions": "question,level\nWhy?,wrong"}),
        *[row.when.replace("Baker", "") for row in page.rows],
        *await do("remove", page.rows[0].id),
        *await do("clear"),
    ]

    assert unread(*heard) == []
    assert len(set(filter(None, heard))) == 7


def test_what_is_chosen_is_summed_up_in_the_readers_language(pseudo):
    told = [
        summary({**USUAL, "kind": kind, "difficulty": hard, "tone": tone, "patience": patience})
        for kind, hard, tone, patience in (
            ("mixed", "easy", "strict", "fast"),
            ("technical", "hard", "friendly", "patient"),
            ("behavioural", "usual", "neutral", "normal"),
        )
    ]
    told += [asks_on(one) for one in ("easy", "usual", "hard")]
    told += [waits(one) for one in ("fast", "normal", "patient")]
    told += [_includes(many, sold=sold) for many in (None, 1, 2) for sold in (True, False)]
    told += [_badge(None, sold=True), _badge(2, sold=False)]

    assert unread(*told) == []
    assert waits("fast") == (
        "⟦Waits about 0,8 s of silence before it takes your answer as finished.⟧"
    )
