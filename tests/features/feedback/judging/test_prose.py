"""Words of a model before they are shown."""

import time

import pytest

from darasa_reflex.features.feedback.judging import prose
from tests.features.feedback.judging import said_by_models

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
    shown = prose.worded("".join(f"You did it {'very ' * n}well. " for n in range(60)), FACTS)

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


@pytest.mark.parametrize(
    "told",
    [
        "Half of your answers name a result.",
        "You gave dozens of details.",
        "You name zero figures.",
        "You show leadership in part IV.",
        "Two of your answers were short.",
        "Most answers lack a figure.",
        "You name no example.",
        "You give a result in every answer.",
        "That doubled the quality of it.",
        "You will get the job.",
        "You are likely to be invited.",
        "Your chances of an offer are good.",
        "They would hire you.",
        "Your accent was easy to follow.",
        "For a non-native speaker this is clear.",
        "Your age may be an advantage.",
        "You look tired and a little old.",
        "You seem very nervous.",
        "Your health should not matter.",
        "As a foreigner you explain well.",
        "You used Kubernetes for it.",
        "You work with gRPC.",
        "You did it at Initech.",
    ],
)
def test_what_nobody_measured_nobody_can_know_and_nobody_may_judge_is_dropped_and_counted(told):
    known = frozenset(["postgresql", "acme"])

    found = prose.sifted(f"You say what you did. {told}", {}, (), known)

    assert found == prose.Sifted("You say what you did.", 1)


@pytest.mark.parametrize(
    "told",
    [
        "End each answer with its outcome.",
        "Name one thing you would do otherwise.",
        "You looked after old patients and their health.",
        "You moved it to PostgreSQL at Acme.",
        "You put your CV in order.",
        "You hold the STAR order.",
        "You checked the health of the cluster.",
        "You asked for a second opinion.",
        "You took the last quarter's orders apart.",
    ],
)
def test_what_only_sounds_like_it_is_kept(told):
    known = frozenset(["postgresql", "acme", "cv"])

    assert prose.sifted(told, {}, ["in the last quarter"], known).text == told


def test_thousands_may_be_written_otherwise():
    assert prose.worded("You moved 1,200 orders.", {}, ["moved 1200 orders"])
    assert prose.worded("You moved 1200 orders.", {}, ["moved 1.200 orders"])
    assert not prose.worded("You moved 1,300 orders.", {}, ["moved 1200 orders"])


@pytest.mark.parametrize("kind", ["NOBODY_COUNTED", "NOBODY_KNOWS", "NOT_ABOUT_THE_WORK"])
def test_no_wording_of_what_may_not_be_said_comes_through(kind):
    told = getattr(said_by_models, kind).split("\n")[1:-1]

    assert [line for line in told if prose.worded(line, {})] == []


def test_advice_and_the_persons_own_work_come_through():
    told = said_by_models.FINE.split("\n")[1:-1]

    assert [line for line in told if prose.worded(line, {}) != line] == []


def test_an_often_of_their_own_may_be_repeated():
    told = "You often checked it."

    assert prose.worded(told, {}) == ""
    assert prose.worded(told, {}, ["I often checked it myself"]) == told


@pytest.mark.parametrize(
    "told",
    [
        "You\u2019ll get the job.",
        "You\u2019re too old for it.",
        "\uff39\uff4f\uff55 will be \uff48\uff49\uff52\uff45\uff44.",
        "You will be hi\u200bred.",
        "You will **get** the job.",
        "Sie werden diese Stelle sicher bekommen.",
        "Votre accent allemand trahit vos origines.",
    ],
)
def test_other_letters_and_languages_hide_nothing(told):
    assert prose.worded(f"You say what you did. {told}", {}) == "You say what you did."
