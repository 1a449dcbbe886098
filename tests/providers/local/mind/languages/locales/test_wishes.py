"""Wishes as speech recognition writes them, and answers made of the same words."""

from pathlib import Path

import pytest

from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.locales.intent import Intent

HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "es", "fr")


def said_in(code):
    lines = (HERE / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(": ", 1)) for line in lines]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_wish_is_understood_and_an_answer_is_left_alone(code):
    meant = {text: kind for kind, text in said_in(code)}

    understood = {text: intent_of(text, language=code) or "answer" for text in meant}

    assert {text: kind for text, kind in understood.items() if kind != meant[text]} == {}


@pytest.mark.parametrize(
    ("code", "text", "intent"),
    [
        ("de", "Moment, wie war die Frage noch gleich?", Intent.REPEAT),
        ("de", "Keine Ahnung. Können Sie die Frage anders stellen?", Intent.MEANING),
        ("de", "Ich möchte aufhören. Nein, warten Sie kurz.", Intent.WAIT),
        ("es", "Un momento, ¿cuál era la pregunta?", Intent.REPEAT),
        ("es", "No lo sé, pasemos a la siguiente.", Intent.SKIP),
        ("fr", "Bonne question, laissez-moi réfléchir.", Intent.WAIT),
        ("fr", "Je ne sais pas. On peut arrêter là ?", Intent.END),
        ("en", "That's all. Thanks, I'd like to stop here.", Intent.END),
        ("en", "I don't know. Let me think.", Intent.WAIT),
    ],
)
def test_of_several_wishes_the_one_that_leads_furthest_is_done(code, text, intent):
    assert intent_of(text, language=code) is intent


@pytest.mark.parametrize(
    ("code", "wish", "told"),
    [
        ("de", "Moment bitte", "Moment bitte das haben wir dann geprüft"),
        ("es", "Espere", "Esperé"),
        ("es", "Pase a la siguiente pregunta", "Pasé a la siguiente pregunta"),
        ("fr", "Stop on arrête là", "Stop on arrête là a dit le chef"),
        ("en", "I'd like to end the interview", "I would end the interview"),
        ("en", "I want to end the interview", "I don't want to end the interview"),
    ],
)
def test_one_word_makes_a_wish_an_answer(code, wish, told):
    assert intent_of(wish, language=code) is not None
    assert intent_of(told, language=code) is None


@pytest.mark.parametrize(
    ("code", "reason", "request_", "told"),
    [
        ("de", "Die Katze lief über die Tasten.", "Wie war die Frage?", "Er fragte:"),
        ("es", "El perro no paraba de ladrar.", "¿Puede repetir la pregunta?", "El cliente dijo:"),
        ("fr", "Mon chien aboyait.", "Vous pouvez répéter la question ?", "Elle a demandé :"),
        ("en", "My cat ran over the keys.", "Could you repeat the question?", "He asked:"),
    ],
)
def test_a_request_behind_a_reason_is_one_unless_somebody_else_made_it(
    code, reason, request_, told
):
    assert intent_of(f"{reason} {request_}", language=code) is Intent.REPEAT
    assert intent_of(f"{told} {request_}", language=code) is None


def test_a_long_text_is_an_answer_whatever_it_is_made_of():
    assert intent_of("please wait a moment " * 7) is None
