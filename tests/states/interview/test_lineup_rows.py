"""What played, as the report words it."""

from darasa_reflex.components.report.lineup import StintRow
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup, Played
from darasa_reflex.states.report.rows.lineup_rows import part_rows

ROUGH = Lineup(("Built-in.",), ("Rough.", "Not Whisper: not fetched."), ("espeak.",))
FINE = Lineup(("Built-in.",), ("Whisper.",), ("espeak.",))


def test_a_part_that_did_not_change_stands_without_a_time():
    (engine, heard, spoken) = part_rows([Played(0, ROUGH), Played(130_000, FINE)])

    assert (engine.part, engine.stints) == ("Interviewer", [StintRow("", "Built-in.")])
    assert heard.part == "Heard by"
    assert heard.stints == [
        StintRow("00:00", "Rough. Not Whisper: not fetched."),
        StintRow("02:10", "Whisper."),
    ]
    assert (spoken.part, spoken.stints) == ("Spoken by", [StintRow("", "espeak.")])


def test_two_calls_with_the_same_engines_are_told_once():
    assert part_rows([Played(0, FINE), Played(60_000, FINE)]) == part_rows([Played(0, FINE)])


def test_what_an_engine_does_by_itself_is_not_told_of_others():
    gemini = Lineup(("Gemini Live.",))

    rows = part_rows([Played(0, gemini), Played(90_000, FINE)])

    assert [row.part for row in rows] == ["Interviewer", "Heard by", "Spoken by"]
    assert rows[1].stints == [StintRow("01:30", "Whisper.")]


def test_an_interview_of_an_earlier_version_shows_nothing():
    assert part_rows([]) == []
