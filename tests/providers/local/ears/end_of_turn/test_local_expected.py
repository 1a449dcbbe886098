"""What a question asks for, and how long an answer to it is waited for."""

import pytest

from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from darasa_reflex.providers.interviewer.local.ears.sentences.completeness import ending_of
from darasa_reflex.providers.interviewer.local.ears.sentences.expectation import (
    Expected,
    expected_by,
)

PATIENCE_MS = 1_500
THINKS_MS = 2_000
QUESTIONS = {
    Expected.FACT: (
        "How many people were in that team?",
        "Thanks. And which tool did you use?",
        "What languages do you speak?",
        "Where did you learn that?",
        "Since when have you worked there?",
    ),
    Expected.YES_OR_NO: (
        "Have you ever worked shifts?",
        "So did it work?",
        "Are you free on Saturdays?",
        "Any experience with forklifts?",
    ),
    Expected.EXPLANATION: ("Why did you leave?", "What was the outcome?", "How did you feel then?"),
    Expected.ACCOUNT: ("How do you plan a week?", "What would you do in such a case?"),
    Expected.STORY: (
        "Tell me about a mistake.",
        "Could you give me an example?",
        "Can you walk me through your last project?",
    ),
    None: ("", "Fine.", "The floor is yours."),
}
# Each answers its question and is all of the answer.
SHORT = (
    ("Where do you live?", "Leeds."),
    ("Which program do you use most?", "Mainly Word."),
    ("How many were you?", "Nine of us."),
    ("How long did you work there?", "About six years."),
    ("Do you like working at night?", "Depends on the week."),
    ("Have you trained people before?", "Yes, I have."),
    ("Is that something you can lift?", "Up to thirty kilos I can."),
    ("Who signs the reports?", "Usually my sister does."),
    ("When can you begin?", "After the second of May."),
    ("What happened to him?", "He moved."),
    ("Why that one?", "Because it was nearer."),
)
# Whoever pauses here goes on, though the words could be all.
BEGUN = (
    ("Tell me about a mistake.", "I once sent a wrong file."),
    ("How did you find it?", "I looked at the log of the night before and I saw the error."),
    ("Did you win the tender?", "Yes. We sent it in on the last day and we won it."),
    ("What did your manager say?", "She read it twice in front of me. She was angry."),
    ("Which of the two did you choose?", "We tried both of them for a week. We kept the old one."),
    ("How do you plan a week?", "I make a list."),
)
# All of an answer, and more than a few words.
LONG = (
    "I asked both of them to write down what they needed, went through it with the manager on the "
    "Friday, and from then on nobody argued about the rota in front of the guests."
)


@pytest.mark.parametrize("expected", QUESTIONS)
def test_a_question_tells_how_much_it_asks_for(expected):
    assert {expected_by(question) for question in QUESTIONS[expected]} == {expected}


def wait_ms(question, text, **given):
    return Pace(PATIENCE_MS, question=lambda: question, **given).wait_ms(text)


@pytest.mark.parametrize(("question", "text"), SHORT)
def test_a_short_answer_to_a_short_question_is_replied_to_within_the_patience(question, text):
    assert wait_ms(question, text) < PATIENCE_MS
    assert wait_ms("", text) > PATIENCE_MS


@pytest.mark.parametrize(("question", "text"), BEGUN)
def test_what_is_short_for_its_question_is_given_two_seconds(question, text):
    assert THINKS_MS + 100 <= wait_ms(question, text) <= 3_000


@pytest.mark.parametrize("question", [one for some in QUESTIONS.values() for one in some])
def test_a_long_whole_answer_is_waited_for_as_before(question):
    assert wait_ms(question, LONG) == wait_ms("", LONG) < PATIENCE_MS


@pytest.mark.parametrize("question", [one for some in QUESTIONS.values() for one in some])
def test_half_a_sentence_is_waited_for_whatever_was_asked(question):
    assert wait_ms(question, "I worked there with a man called.") > 4_000


def test_the_next_question_is_heeded_when_it_comes():
    asked = ["Tell me about a mistake."]
    pace = Pace(PATIENCE_MS, question=lambda: asked[-1])
    before = pace.wait_ms("About six years.")

    asked.append("How long did you work there?")

    assert pace.wait_ms("About six years.") < PATIENCE_MS < before


@pytest.mark.parametrize("text", ["", ".", ",", "'s", "'", "?!", "and", "The", "I", "to", "Of."])
@pytest.mark.parametrize("expected", [None, *Expected])
def test_whatever_an_engine_writes_is_read(text, expected):
    assert ending_of(text, expected)


BROKEN_OFF = {
    "de": (
        "Dann haben wir gemerkt, dass die Zahlen und.",
        "Ich war dort f\u00fcr die Planung von.",
    ),
    "es": ("Trabaj\u00e9 tres a\u00f1os en una empresa de.", "Al principio \u00e9ramos dos, pero."),
    "fr": ("J'ai travaill\u00e9 trois ans chez.", "Le client voulait changer tout le."),
}
WHOLE = {
    "de": ("Dann ging er.", "Das richte ich dann selbst ein.", "Im M\u00e4rz ziehe ich um."),
    "es": ("As\u00ed lo hice.", "La jefa me dijo que s\u00ed."),
    "fr": ("Il y en a.", "C'est moi qui l'ai fait, avec elle."),
}


@pytest.mark.parametrize("language", BROKEN_OFF)
def test_other_languages_have_words_of_their_own_that_none_ends_with(language):
    assert {Pace(PATIENCE_MS, language).wait_ms(text) for text in BROKEN_OFF[language]} == {5_000}
    assert all(Pace(PATIENCE_MS, language).wait_ms(text) <= 1_800 for text in WHOLE[language])


def test_of_a_language_without_such_a_list_only_signs_are_read():
    assert Pace(PATIENCE_MS, "pl").wait_ms("To jest a.") <= 1_800
    assert Pace(PATIENCE_MS, "pl").wait_ms("To jest,") == 5_000
