"""What the page of a report says of interviews that went well, badly, or were hardly read."""

from dataclasses import replace
from itertools import pairwise

import pytest

from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import assemble
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.rows.report_rows import report_row
from tests.features.feedback import transcripts as said

SPOKEN = said.turns_of(said.BACKEND_STRONG, 400)
TYPED = [replace(turn, from_text=turn.is_candidate) for turn in SPOKEN]
ROUGH = [replace(turn, rough=turn.is_candidate) for turn in SPOKEN]
SHORT = said.turns_of([(said.BACKEND_STRONG[0][0], "I made it faster. It took me a week.")], 400)


def shown(turns, language="en"):
    material = Material(job=said.BACKEND, turns=tuple(turns), language=language)
    report = assemble(material, by_words(material), "local")
    return report_row(report, Conversation(turns=tuple(turns), language=language))


def percent(length):
    return float(length.removesuffix("%"))


def test_what_is_named_first_leads_to_the_answers_it_names():
    row = shown(SPOKEN)

    named = [way.text for head in (row.worked, row.missing, row.exercise) for way in head.ways]
    assert "answer" in row.worked.text
    assert named
    assert all(name.removeprefix("Answer ") in "1234" for name in named)
    keys = {f"#{answer.key}" for answer in row.answers}
    assert {way.address for way in row.worked.ways} <= keys
    assert {pin.address for pin in row.timeline.pins} == keys
    chips = [chip.address for group in row.requirements for chip in group.chips if chip.address]
    assert chips
    assert set(chips) <= keys


@pytest.mark.parametrize(
    ("turns", "language", "title"),
    [
        (SHORT, "en", "Too little said to tell"),
        (ROUGH, "en", "Heard too roughly to tell"),
        (SPOKEN, "de", "Your words were not read"),
    ],
)
def test_where_nothing_can_be_told_it_says_why_once_and_what_to_do(turns, language, title):
    row = shown(turns, language)

    assert row.untold == title
    assert row.why_untold
    assert bool(row.exercise.text) == (turns is SHORT)
    assert row.missing.text == row.worked.text == row.unseen == ""
    assert row.counts == row.categories == []
    assert ["".join(p.text for p in a.passages[0].pieces) for a in row.answers] == [
        turn.text for turn in turns[1::2]
    ]


def test_typed_answers_have_a_timeline_and_nothing_to_measure():
    row = shown(TYPED)

    assert row.delivery.tiles == []
    assert row.delivery.why_none.startswith("You typed your answers")
    assert row.timeline.has_typed
    assert not row.timeline.has_spoken
    assert [passage.labels for passage in row.answers[0].passages] == [["typed"]]


def test_usual_ranges_are_those_of_english_and_told_only_there():
    english, german = shown(SPOKEN).delivery, shown(SPOKEN, "de").delivery

    usual = {tile.title for tile in english.tiles if tile.usual}
    assert usual == {"Pace", "Thinking first"}
    assert {tile.title for tile in german.tiles if tile.usual} == {"Thinking first"}
    assert {tile.title for tile in english.tiles if tile.bars} == {"Longest answer", "You spoke"}


@pytest.mark.parametrize("times", [1, 3])
def test_pins_stay_in_the_drawing_and_apart(times):
    row = shown(said.turns_of(said.BACKEND_STRONG * times, 60))

    places = [percent(pin.x) for pin in row.timeline.pins]
    apart = min(7, 100 / len(places) - 0.1)
    assert len(places) == 4 * times
    assert all(later - before >= apart for before, later in pairwise(places))
    assert places[0] >= 3
    assert places[-1] <= 97


def test_an_answer_is_copied_with_its_question_and_without_numbers_of_notes():
    answer = shown(SPOKEN).answers[1]

    assert answer.plain == f"{SPOKEN[2].text}\n\n{SPOKEN[3].text}"
    assert answer.turn == "#turn-3"
