"""What Whisper's decoder makes of a phrase: when it is read once more, and how."""

from types import SimpleNamespace

import numpy as np
import pytest

from darasa_reflex.providers.stt.whisper.ear import Ear
from darasa_reflex.providers.stt.whisper.segments import is_doubtful


def a_segment(text, no_speech=0.1):
    words = [SimpleNamespace(word=f" {word}", start=0.0, end=0.4) for word in text.split()]
    heard = {"compression_ratio": 1.0, "no_speech_prob": no_speech, "avg_logprob": -0.1}
    return SimpleNamespace(words=words, tokens=[0] * len(words), start=0.0, end=0.4, **heard)


@pytest.mark.parametrize(
    "texts",
    [
        ["Yes. Yes."],
        ["Yes.", "yes"],
        ["No, I have not. No, I have not."],
        ["Right, right. Right."],
    ],
)
def test_words_that_are_heard_twice_and_nothing_else_are_read_once_more(texts):
    assert is_doubtful([a_segment(text) for text in texts], 3.0, most=100)


@pytest.mark.parametrize(
    "text", ["Yes.", "", "Yes, yes, I have.", "It was very, very slow.", "No. No, it was not."]
)
def test_words_that_are_said_once_are_not(text):
    assert not is_doubtful([a_segment(text)], 3.0, most=100)


def read_again(*found):
    """Return what an ear that expects a term makes of segments, and what it expects each time."""
    ear, asked = object.__new__(Ear), []
    ear._np, ear._least_seconds = np, 20

    def read(sound, language, prompt, most):
        asked.append(prompt)
        return [a_segment("Yes.")] if len(asked) > 1 else list(found)

    ear._read = read
    return ear.read(bytes(32_000), "en", "FastAPI")["text"], asked


@pytest.mark.parametrize(("heard", "again"), [("Yes. Yes.", ""), ("Yes. " * 19 + "But", "FastAPI")])
def test_words_that_are_heard_twice_are_read_without_the_terms_that_lead_in_circles(heard, again):
    assert read_again(a_segment(heard)) == ("Yes.", ["FastAPI", again])


@pytest.mark.parametrize(("words", "again"), [(0.9, ""), (0.1, "FastAPI")])
def test_what_is_heard_in_silence_alone_is_read_without_them_too(words, again):
    found = (a_segment("FastAPI, Yes.", words), a_segment("Thank you for watching.", 0.7))

    assert read_again(*found) == ("Yes.", ["FastAPI", again])
