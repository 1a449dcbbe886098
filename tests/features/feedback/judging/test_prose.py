"""Words of a model before they are shown."""

import time

import pytest

from darasa_reflex.features.feedback.judging import prose

FACTS = {"speech_rate": "140 words per minute"}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("You speak at {speech_rate}.", "You speak at 140 words per minute."),
        ("You paused 3 times. Well done.", "Well done."),
        ("You waited ½ a second.", ""),
        ("You waited \uff13 seconds.", ""),
        ("You paused {pauses} times.", ""),
        ("A {broken placeholder.", ""),
        ("You saved 300 milliseconds.", "You saved 300 milliseconds."),
        ("You saved 30 milliseconds.", ""),
        ("- You did it.\n- You checked it.", "You did it. You checked it."),
        ("See https://evil.example/x now.", "See now."),
        ("<style>a{b:c}</style>Fine.", "Fine."),
        ("<script>never closed. Fine.", ""),
        ("You wrote it in C# and C++.", "You wrote it in C# and C++."),
        ("Nul\x00 and \u202eturned\ud800.", "Nul and turned."),
    ],
)
def test_only_plain_words_and_numbers_of_code_are_kept(told, shown):
    assert prose.worded(told, FACTS, ["from 4 seconds to 300 milliseconds"]) == shown


def test_long_texts_end_at_a_sentence():
    shown = prose.worded("You did it well. " * 200, FACTS)

    assert len(shown) <= prose.LONGEST + 100
    assert shown.endswith("well.")


@pytest.mark.parametrize("flood", ["[" * 200_000, "\n" * 200_000, "[]" * 100_000])
def test_a_flood_of_marks_is_cut_before_it_is_read(flood):
    began = time.process_time()

    assert len(prose.worded(f"You said it well. {flood}", {})) <= 600

    assert time.process_time() - began < 1  # it took half a minute when all of it was read


def test_a_number_in_words_is_a_number():
    assert prose.worded("You paused twelve times. You were calm.", {}) == "You were calm."
    assert (
        prose.worded("You led three people.", {}, ["I led three people"]) == "You led three people."
    )
