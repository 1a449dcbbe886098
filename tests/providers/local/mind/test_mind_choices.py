"""What was chosen before the interview, the warm-up, and the buttons of the room."""

import pytest

from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.questions.question_plan import WARM_UP
from tests.providers.local.mind.test_mind import GOOD, at, brief, opened, spoken, text_of

SHORT = "We talked about it and then it was over."


def test_the_first_question_warms_up_and_says_that_it_does_not_count():
    first = Dialogue(brief(warm_up=True), seed=1).opening()

    assert (first.question, first.number, first.of) == (WARM_UP, 0, 8)
    assert "does not count" in text_of(first)


def test_nothing_is_asked_on_in_the_warm_up_and_then_it_counts():
    mind = opened(warm_up=True)

    reply = mind.answer(spoken("Fine.", spoken_ms=800))

    assert (reply.question, reply.number) == ("q1", 1)
    assert "counts" in text_of(reply)


@pytest.mark.parametrize(("difficulty", "follow_ups"), [("easy", 1), ("usual", 2), ("hard", 2)])
def test_the_difficulty_decides_how_often_is_asked_on(difficulty, follow_ups):
    vague = "We sat together and everybody there had some kind of opinion about it all, as always"
    mind = at("behavioural", difficulty=difficulty)

    replies = [
        mind.answer(spoken(f"{vague} {word}.", 90_000)) for word in ("so", "then", "too", "yes")
    ]

    assert [reply.question for reply in replies].count("q3") == follow_ups


def test_asked_hard_the_probes_have_other_words():
    usual, hard = at("behavioural"), at("behavioural", difficulty="hard")

    asked = [mind.answer(spoken(SHORT, 60_000, 2_000)).sentences[-1] for mind in (usual, hard)]

    assert asked[0] != asked[1]
    assert any(word in asked[1] for word in ("exactly", "single case", "check that"))


@pytest.mark.parametrize("tone", ["friendly", "neutral", "strict"])
def test_the_tone_decides_how_an_answer_is_taken(tone):
    greeting = text_of(Dialogue(brief(tone=tone), seed=1).opening())
    dialogue = at("behavioural", tone=tone)
    taken = {text for _ in range(4) for text in dialogue.answer(spoken(GOOD)).sentences}

    greetings = [
        text.format(name=" Ada", comma=", Ada")
        for text in wording_of("en").manner_of(tone).greetings
    ]
    assert any(greeting.startswith(text) for text in greetings)
    # Not at every answer: that sounds like a machine.
    assert taken & set(wording_of("en").manner_of(tone).thanks)


def test_no_tone_tells_how_good_an_answer_was():
    praise = ("great", "good answer", "excellent", "perfect", "wrong", "bad", "well done")
    manners = [wording_of("en").manner_of(tone) for tone in ("friendly", "neutral", "strict")]

    said = [text for m in manners for text in (*m.thanks, *m.go_on, *m.skipped, *m.accepted)]

    assert not [text for text in said if any(word in text.lower() for word in praise)]


def test_the_button_repeats_word_for_word_as_often_as_it_is_pressed():
    mind = at("behavioural")

    replies = [mind.wish(Intent.REPEAT, 60_000) for _ in range(5)]

    question = mind._brief.plan.questions[2].text
    assert {reply.sentences[-1] for reply in replies} == {question}
    assert {reply.question for reply in replies} == {"q3"}


def test_the_button_repeats_what_was_asked_last():
    mind = at("behavioural")
    follow_up = mind.answer(spoken(SHORT, 60_000, 2_000)).sentences[-1]

    assert mind.wish(Intent.REPEAT, 61_000).sentences[-1] == follow_up


def test_the_button_skips_once_a_press():
    mind = at("behavioural")

    assert mind.wish(Intent.SKIP, 60_000).question == "q4"
    assert mind.wish(Intent.SKIP, 61_000).question == "q5"


def test_skipped_to_the_end_the_interview_closes_and_says_nothing_more():
    mind = opened()

    replies = [mind.wish(Intent.SKIP, 60_000) for _ in range(8)]

    assert replies[-1].hang_up
    assert mind.wish(Intent.SKIP, 60_000).sentences == ()
