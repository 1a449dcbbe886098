"""Who asks for something in words that no rule knows is asked what they would like."""

import pytest

from darasa_reflex.features.interviews.mind.heard.addressed import quotes_others, speaks_to_us
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.english import phrases
from tests.providers.local.mind.languages.test_locales import mind_in
from tests.providers.local.mind.test_mind import GOOD, at, spoken

LOST = "You've lost me there. Good what?"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", LOST),
        ("en", "I'd rather not go into that one, can we move along?"),
        ("en", "Could I have that one more time, the line crackled."),
        ("en", "I'd love it if we could spend some time on the ordering side."),
        ("en", "hmm what's that in plain English"),
        ("en", "Before I answer, how big is the team at the moment?"),
        ("de", "Ist das jetzt auf den Laden gemünzt?"),
        ("es", "¿Se refiere usted al último trabajo?"),
        ("fr", "On pourrait parler plutôt des stocks ?"),
    ],
)
def test_a_request_that_no_rule_knows_is_told_from_an_answer(code, text):
    assert intent_of(text, language=code) is None
    assert speaks_to_us(text, language=code)


@pytest.mark.parametrize(
    "text",
    [
        "Could you wait, I said to her, and I went to find the ward sister.",
        "I always ask people to repeat it back to me, especially the postcode.",
        "She'd come over and say can you explain that to me like I'm five.",
        "You have to speak louder, and we use hand signals past the saw.",
        "It depends on how you can reach them.",
        "You're always on your feet in a kitchen.",
        "We closed it within the day and nobody noticed. Would you have done the same?",
        GOOD,
    ],
)
def test_an_answer_is_none_whatever_it_is_made_of(text):
    assert not speaks_to_us(text)


def test_they_are_asked_once_and_what_they_choose_is_done():
    dialogue = at("behavioural")

    asked, chosen = (dialogue.answer(spoken(text)) for text in (LOST, "Another way, please."))
    again = dialogue.answer(spoken("Good what, I said? You've lost me."))

    assert asked.sentences[0] in phrases.NOT_FOLLOWED
    assert chosen.sentences[0].startswith(tuple(phrases.OTHER_WORDS)) or (
        chosen.sentences[0] in phrases.WIDE
    )
    assert again.sentences[0] not in phrases.NOT_FOLLOWED


@pytest.mark.parametrize("code", ["de", "es", "fr"])
def test_the_same_in_other_languages(code):
    mind, _ = mind_in(code, "behavioural")

    assert mind.answer(spoken("Em, con qué, wie, quoi?")).sentences[0] in (
        wording_of(code).not_followed
    )


def test_what_may_be_an_answer_stays_one():
    dialogue = at("behavioural")

    dialogue.answer(spoken("Can I see your ticket please, that's how it starts."))

    assert "that's how it starts" in dialogue._thread.text


def test_who_is_asked_what_others_say_answers_with_it():
    assert quotes_others("What questions do customers ask most?")
    assert not quotes_others("Tell me about a time you made a mistake.")
