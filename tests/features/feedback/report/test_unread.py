"""What was said and not understood: measured, never missing, never quoted."""

from dataclasses import replace

import pytest

from darasa_reflex.features.feedback.report.coverage import State
from darasa_reflex.features.feedback.report.review import report_of
from darasa_reflex.features.interviews import evi
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

ANSWER = 5  # about mentoring, which the job asks for


def report(change):
    turns = turns_of(said.BACKEND_STRONG, 400)
    turns[ANSWER] = change(turns[ANSWER])
    return report_of(said.BACKEND, turns)


def unread(turn):
    return replace(
        turn,
        text=evi.NOT_UNDERSTOOD,
        unread=((turn.began_ms, turn.ended_ms),),
        segments=((turn.began_ms, turn.ended_ms),),
    )


def unread_at_the_end(turn):
    words = " ".join(turn.text.split()[:12])
    return replace(
        turn,
        text=f"{words} {evi.NOT_UNDERSTOOD}",
        unread=((turn.ended_ms - 6_000, turn.ended_ms),),
        segments=((turn.began_ms, turn.ended_ms),),
    )


def about(made):
    return next(row for row in made.questions if row.turn == ANSWER - 1)


@pytest.mark.parametrize("change", [unread, unread_at_the_end])
def test_an_answer_that_was_not_understood_counts_as_answered_and_misses_nothing(change):
    row = about(report(change))

    assert row.answered
    assert all(part.quote for part in row.parts)
    assert row.note == "Not all of it was understood; not counted."
    assert row.seconds


def test_the_same_answer_left_out_is_called_unanswered():
    row = about(report(lambda turn: replace(turn, text="")))

    assert not row.answered
    assert row.note == "Not answered."


def test_ratings_are_as_if_that_question_had_not_been_asked():
    turns = turns_of(said.BACKEND_STRONG, 400)
    without = report_of(said.BACKEND, turns[: ANSWER - 1] + turns[ANSWER + 1 :])

    made = report(unread)

    content = {"communication_clarity", "confidence_emotional_state", "response_quality"}
    found = {r.key: r.found for r in made.categories if r.key in content}
    assert found == {r.key: r.found for r in without.categories if r.key in content}
    assert any(found.values())


def test_what_the_job_asks_is_not_called_unproven_where_words_are_missing():
    rows = {row.requirement: row.state for row in report(unread).coverage}
    silent = {
        row.requirement: row.state
        for row in report(lambda turn: replace(turn, text="I do not know.")).coverage
    }

    changed = {name for name in rows if rows[name] != silent[name]}
    assert all(rows[name] == State.UNREAD for name in changed)
    assert all(silent[name] == State.UNNAMED for name in changed)


def test_the_mark_is_never_quoted_nor_counted_as_speech_without_words():
    made = report(unread)
    whole = report(lambda turn: turn)
    rate = {m.key: m.value for m in made.metrics}["speech_rate"]
    usual = {m.key: m.value for m in whole.metrics}["speech_rate"]

    assert evi.NOT_UNDERSTOOD not in str([r.quotes for r in made.categories])
    assert rate == pytest.approx(usual, rel=0.05)


def test_a_word_that_was_not_understood_spoils_no_answer():
    def a_word(turn):
        return replace(turn, unread=((turn.began_ms, turn.began_ms + 400),))

    assert about(report(a_word)).note == ""
