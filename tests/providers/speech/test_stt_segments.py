"""What Whisper's decoder makes of a phrase: when it is read once more, and how."""

from types import SimpleNamespace

import numpy as np
import pytest

from darasa_reflex.providers.stt.whisper.ear import Ear
from darasa_reflex.providers.stt.whisper.segments import is_doubtful


def a_segment(text):
    words = [SimpleNamespace(word=f" {word}", start=0.0, end=0.4) for word in text.split()]
    heard = {"compression_ratio": 1.0, "no_speech_prob": 0.1, "avg_logprob": -0.1}
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


@pytest.mark.parametrize(("heard", "again"), [("Yes. Yes.", ""), ("Yes. " * 19 + "But", "FastAPI")])
def test_words_that_are_heard_twice_are_read_without_the_terms_that_lead_in_circles(heard, again):
    ear, asked = object.__new__(Ear), []
    ear._np, ear._least_seconds = np, 20

    def read(sound, language, prompt, most):
        asked.append(prompt)
        return [a_segment("Yes." if len(asked) > 1 else heard)]

    ear._read = read

    assert ear.read(bytes(32_000), "en", "FastAPI")["text"] == "Yes."
    assert asked == ["FastAPI", again]
