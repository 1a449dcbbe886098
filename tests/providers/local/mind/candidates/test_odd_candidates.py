"""People who speak unlike others: their answers count, and their questions are heard."""

from dataclasses import replace
from random import Random

import pytest

from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.heard import visitor
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.heard.relevance import is_beside_the_point
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.interviews.mind.posting import sentence_for
from darasa_reflex.features.interviews.questions.follow_up import Told, next_follow_up
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion
from darasa_reflex.features.interviews.questions.wordings.follow_up_wordings import (
    TO_A_BARE_WORD,
    WORDINGS,
)
from darasa_reflex.features.job_infos.advert.employers import named_in
from tests.evaluations.interviews.held import all_held
from tests.evaluations.interviews.people import odd
from tests.providers.local.mind.languages.test_locales import mind_in
from tests.providers.local.mind.test_mind import GOOD, at, brief, spoken

PAY = f"{GOOD} Before we go on, what does this pay?"
CHECKS = PlannedQuestion(key="q1", section="role", text="What do you check before you set off?")


@pytest.mark.slow
async def test_none_of_them_is_rebuked_asked_twice_or_kept_waiting():
    held = await all_held(odd(), "scripted", reserve=True)

    assert [one.person.name for one in held if one.rebukes or one.repeats or not one.ended] == []
    assert [one.person.name for one in held if not one.answered] == []
    assert all(f"for {one.person.posting.split(' ')[0]}" in one.said[0][1] for one in held)
    turns = [text for texts in phrases.TURNS.values() for text in texts]
    announced = [[text for _, text in one.said if text in turns] for one in held]
    assert all(0 < len(said) <= len(phrases.TURNS) for said in announced)


def test_who_asks_about_pay_in_an_answer_is_told_once_when_to_ask():
    dialogue = at("behavioural")

    first, second = (dialogue.answer(spoken(PAY)).sentences for _ in range(2))

    assert first[0] in phrases.LATER
    assert not set(second) & set(phrases.LATER)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das habe ich drei Jahre lang gemacht. Wie hoch ist das Gehalt?"),
        ("es", "Lo hice durante tres años. ¿Cuánto es el sueldo?"),
        ("fr", "Je l'ai fait pendant trois ans. Quel est le salaire ?"),
    ],
)
def test_the_same_in_other_languages(code, text):
    mind, _ = mind_in(code, "behavioural")

    assert mind.answer(spoken(text, spoken_ms=60_000)).sentences[0] in wording_of(code).later


@pytest.mark.parametrize(
    "text",
    [
        "It was fraud, and he kept his money. Would you have done the same?",
        "We served everyone. Is that enough for you?",
        "The team had asked me what it pays.",
        "I asked the man: can you wait?",
    ],
)
def test_a_question_that_nobody_is_to_answer_is_left_alone(text):
    assert not visitor.asks_of_the_job(text)


def test_what_people_do_is_an_answer_to_what_they_do():
    doing = "I stop, doors closed until it is safe, call control, look after whoever is hurt."
    pizza = "I love a pizza with pineapple and ham and quite a lot of cheese."

    assert not is_beside_the_point(doing, CHECKS)
    assert is_beside_the_point(pizza, CHECKS)


@pytest.mark.parametrize(
    ("question", "posting", "said"),
    [
        ("How often am I on call?", "The call-out rota is one week in five.", "rota"),
        ("When does it start?", "Marlow takes on twenty trainees in September.", "September"),
        ("How are the shifts arranged?", "You work four days on and four days off.", "four days"),
    ],
)
def test_a_posting_answers_in_other_words(question, posting, said):
    assert said in sentence_for(question, posting)


@pytest.mark.parametrize(
    ("posting", "name"),
    [
        ("The Harbour Museum looks for an educator.", "The Harbour Museum"),
        ("Greenfold looks for a landscape gardener.", "Greenfold"),
        ("The Old Mill is looking for a chef.", "The Old Mill"),
        ("The Candidate is looking for a challenge.", ""),
        ("The Team looks for a colleague.", ""),
    ],
)
def test_the_employer_is_named_as_the_posting_names_it(posting, name):
    assert named_in(posting) == ([name] if name else [])


def test_the_greeting_names_it():
    told = replace(brief(), description="The Old Mill is looking for a chef.")
    opening = Dialogue(told, seed=1).opening()

    assert "The Old Mill" in opening.sentences[0]


@pytest.mark.parametrize("difficulty", ["easy", "usual", "hard"])
def test_nothing_is_said_to_have_happened_in_what_they_would_do(difficulty):
    would = PlannedQuestion(key="q1", section="role", text="A guest is loud. What would you do?")
    asked: list[str] = []
    while found := next_follow_up(
        Told(text="Send him out.", latest="Send him out.", spoken_ms=2_000),
        question=would,
        skills=(),
        followed_up=(),
        asked=asked,
        random=Random(1),
        difficulty=difficulty,
    ):
        asked.append(found.text)

    assert len(asked) > 3
    assert [text for text in asked if " did " in text or "happened" in text] == []


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ("I moved the whole of our shop to Kubernetes.", True),
        ("I moved the whole of our stock with a forklift.", False),
    ],
)
def test_only_what_has_a_name_is_named(answer, named):
    question = PlannedQuestion(key="q1", section="background", text="What do you do now?")
    answer += " It took us the whole of the spring, and in the end nobody wanted to go back to it."
    told = Told(text=answer, latest=answer, spoken_ms=None)
    how = {"followed_up": (), "asked": (), "random": Random(1)}
    found = next_follow_up(
        told, question=question, skills=("Kubernetes", "forklift driving"), **how
    )

    assert ("Kubernetes" in found.text if found else False) is named


@pytest.mark.parametrize(
    "text", ["how many beds are there", "what is the salary", "when do i start", "is there a van"]
)
def test_a_question_that_an_ear_left_its_mark_off_is_put_off_and_not_taken_for_an_answer(text):
    first = at("role").answer(spoken(text, spoken_ms=2_000)).sentences

    assert first[0] in phrases.LATER


@pytest.mark.parametrize(
    "text",
    ["what is important is that you listen to them", "how much is in the till I count first"],
)
def test_an_answer_may_begin_like_a_question(text):
    assert not visitor.is_unmarked_question(text)


def test_who_asks_for_a_robot_is_told_the_truth():
    said = at("role").answer(spoken("are you even listening to me or are you a robot")).sentences

    assert "a computer program" in said[0]


def test_who_has_just_told_it_is_not_asked_to_tell_more():
    dialogue = at("behavioural")
    before = dialogue.open_question

    said = dialogue.answer(spoken("I just told you that", spoken_ms=2_000)).sentences

    assert dialogue.open_question != before
    assert not set(said) & {text for texts in WORDINGS.values() for text in texts}


def test_nothing_happened_in_a_bare_no():
    allowed = {*TO_A_BARE_WORD}
    told = Told(text="No.", latest="No.", spoken_ms=1_000)
    asked = {next_follow_up(
        told, question=PlannedQuestion(key="q", section="behavioural", text="Tell me of a slip."),
        skills=(), followed_up=(), asked=(), random=Random(seed),
    ).text for seed in range(20)}  # fmt: skip

    assert asked <= allowed


def test_contractions_without_their_sign_are_understood():
    assert intent_of("i dont understand") is Intent.MEANING
    assert intent_of("no thats it bye") is Intent.END  # codespell:ignore thats,whats
