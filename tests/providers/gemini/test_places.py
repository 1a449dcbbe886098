"""Where in the plan an interview stands, told from the interviewer's words: never back."""

import pytest

from darasa_reflex.features.interviews.questions import question_plan
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from darasa_reflex.features.interviews.questions.wordings.general_wordings import GENERAL
from darasa_reflex.providers.interviewer.gemini_live.places import Places
from darasa_reflex.providers.interviewer.gemini_live.reply import Reply

THANKS = {"en": "Thank you.", "de": "Danke.", "fr": "Merci.", "es": "Gracias."}
TEXTS = (
    "What brings you to this company?",
    "How would you repair a database that is broken?",
    "Which project are you proudest of?",
)
PLAN = QuestionPlan(
    tuple(PlannedQuestion(key=f"q{n}", section="role", text=text) for n, text in enumerate(TEXTS))
)


def test_a_question_that_is_taken_up_again_does_not_turn_the_interview_back():
    places = Places(PLAN)

    keys = [places.place(text).question for text in (TEXTS[0], TEXTS[1], TEXTS[0], TEXTS[2])]

    assert keys == ["q0", "q1", "q1", "q2"]
    assert places.is_last


def test_a_later_call_goes_on_behind_the_place_of_the_one_before():
    places = Places(PLAN)
    places.reach("q1")

    assert places.place(TEXTS[0]).question == "q1"
    assert places.place(TEXTS[2]).question == "q2"


def test_words_about_questions_are_not_the_last_questions():
    """A warm-up "question" is no "What questions do you have?", which would end the interview."""
    wordings = [
        wording
        for section in ("candidate", "close")
        for template in GENERAL[section]
        for wording in template.texts
    ]
    spoken = (
        "Hello there, welcome. I'm asking the questions today for Acme, so let's begin.",
        "First a warm-up question, which does not count. What has your week been like?",
        "Thank you. Now a question about how you work: when did you last change your mind?",
        "I see. Is there anything that you would do differently now?",
    )

    for wording in wordings:
        last = QuestionPlan((PlannedQuestion(key="last", section="close", text=wording),))

        assert [Places(last).place(said).question for said in spoken] == [None] * len(spoken)
        assert Places(last).place(f"Thanks for that. {wording}").question == "last"


@pytest.mark.parametrize(("language", "thanks"), THANKS.items())
def test_each_question_is_told_by_its_own_words_and_by_no_others(language, thanks):
    for seed in range(12):
        plan = question_plan.make(
            level=("junior", "senior")[seed % 2],
            title=("Backend Engineer", "Nurse", None)[seed % 3],
            skills=("Python",) if seed % 3 == 0 else (),
            minutes=(10, 20, 30)[seed % 3],
            seed=seed,
            warm_up=True,
            language=language,
        )

        assert _told(plan, thanks) == [question.key for question in plan.questions]


@pytest.mark.parametrize("template", GENERAL["introduction"])
def test_what_leads_up_to_a_question_may_be_a_sentence_of_its_own(template):
    """Whoever answers the first question in earnest must not be taken for warming up still."""
    for text in template.texts:
        plan = QuestionPlan((PlannedQuestion(key="first", section="introduction", text=text),))

        assert _told(plan, "Thank you.") == ["first"]


def _told(plan: QuestionPlan, thanks: str) -> list[str | None]:
    """Return the place that each question of a plan is told by, once its last sentence left."""
    places, told = Places(plan), []
    for question in plan.questions:
        reply = Reply(from_text=False, began_ms=0)
        reply.add(f"{thanks} {question.text}", b"")
        reply.end()
        while reply.has_sentence:
            reply.take_sentence()
            places.place(" ".join(reply.said))
        told.append(places.open.key if places.open else None)
    return told
