"""A report beside what was said: everything it speaks of stands once, marked, in its answer."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.judge import AnswerRuling, Flag, Ruling, Verdict
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.reading.answers import marked
from darasa_reflex.features.feedback.reading.taken import Taken, as_json, as_markdown
from darasa_reflex.features.feedback.reading.timeline import timeline
from darasa_reflex.features.feedback.report.review import assemble, report_of
from darasa_reflex.features.interviews.questions.question_plan import (
    WARM_UP,
    PlannedQuestion,
    QuestionPlan,
)
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

NO_PLAN = QuestionPlan()
OWN = ("Do you have any questions for me?", "How large is the team, and who is on call?")
TURNS = turns_of([*said.BACKEND_STRONG, OWN], 400)
REPORT = report_of(said.BACKEND, TURNS)


def texts(answer):
    return ["".join(piece.text for piece in passage.pieces) for passage in answer.passages]


def marks(answers):
    pieces = [piece for one in answers for passage in one.passages for piece in passage.pieces]
    return [piece.text for piece in pieces if piece.note]


def told(answer):
    return [text for note in answer.notes for text in note.told]


def test_answers_stand_whole_in_order_with_the_own_questions_behind_them():
    answers = marked(REPORT, TURNS, NO_PLAN)

    assert [answer.number for answer in answers] == [1, 2, 3, 4, 0]
    assert answers[-1].own_questions
    assert [texts(answer) for answer in answers] == [[turn.text] for turn in TURNS[1::2]]
    assert [answer.question for answer in answers] == [turn.text for turn in TURNS[::2]]


def test_a_question_is_named_without_what_led_over_to_it():
    asked, answer = said.BACKEND_STRONG[0]
    plan = QuestionPlan((PlannedQuestion(key="q1", section="background", text=asked),))
    turns = turns_of([(f"I see. From here on it counts. {asked}", answer)])
    turns[0] = replace(turns[0], question="q1")

    (shown,) = marked(report_of(said.BACKEND, turns), turns, plan)

    assert shown.question == asked


def test_an_answer_without_a_word_keeps_its_question_over_the_follow_up():
    asked, answer = said.BACKEND_STRONG[1]
    plan = QuestionPlan((PlannedQuestion(key="q1", section="behavioural", text=asked),))
    turns = turns_of([(asked, "\U0001f600"), ("What happened first, and what came after?", answer)])
    turns = [replace(turn, question="q1") for turn in turns]

    (shown,) = marked(report_of(said.BACKEND, turns), turns, plan)

    assert (shown.question, shown.answered[-1].text) == (asked, answer)


def test_all_that_was_found_is_told_at_its_place_and_no_place_is_marked_twice():
    answers = marked(REPORT, TURNS, NO_PLAN)

    for answer in answers[:4]:
        assert answer.row
        assert set(answer.row.found) <= set(told(answer))
        pieces = [piece for passage in answer.passages for piece in passage.pieces]
        assert [p.note for p in pieces if p.note] == [note.number for note in answer.notes]
    requirements = {row.requirement for row in REPORT.coverage if row.state == "named"}
    named = {text.removeprefix("Names ") for one in answers for text in told(one)}
    assert requirements
    assert requirements <= named


def test_what_overlaps_is_one_mark_and_what_worries_is_marked_as_that():
    turn = TURNS[3]
    first, second, third, *_ = re.split(r"(?<=\.) ", turn.text)
    both, later = Quote(3, f"{first} {second}", 5_000), Quote(3, f"{second} {third}", 9_000)
    worry = Flag("invented", "This sounds made up.", (later,))
    ruling = AnswerRuling(turn=2, answered="partly", flags=(worry,))
    rated = Ruling(key="role_fit", rating=7, reason="So.", next_step="Go on.", quotes=(both,))
    verdict = Verdict(label="by a model", rulings=(rated,), answers=(ruling,), model="m")
    report = assemble(Material(job=said.BACKEND, turns=tuple(TURNS)), verdict, "gemini")

    answer = marked(report, TURNS, NO_PLAN)[1]

    assert len(answer.notes) == 1
    assert answer.notes[0].worry
    assert answer.notes[0].told[1] == "Would worry an interviewer: This sounds made up."
    assert answer.is_open
    assert texts(answer) == [turn.text]


def test_a_transcript_completed_later_keeps_the_marks_on_the_words():
    late = [replace(turn, index=turn.index + 2) for turn in TURNS]
    warm = [replace(t, question=WARM_UP) for t in turns_of([("Are you well?", "I am.")])]

    answers = marked(REPORT, [*warm, *late], NO_PLAN)

    assert [one.row for one in answers] == [one.row for one in marked(REPORT, TURNS, NO_PLAN)]
    assert marks(answers) == marks(marked(REPORT, TURNS, NO_PLAN))


def test_a_timeline_shows_speech_typing_and_silence():
    spoken, asked = TURNS[1], TURNS[2]
    begin, end = spoken.span or (0, 0)
    paused = replace(spoken, segments=((begin, begin + 4_000), (begin + 7_000, end)))
    typed = replace(TURNS[3], from_text=True, began_ms=TURNS[3].ended_ms)
    turns = [TURNS[0], paused, asked, typed, *TURNS[4:]]
    answers = marked(REPORT, turns, NO_PLAN)

    drawn = timeline(turns, answers)

    assert drawn
    own = [(one.kind, one.begin_ms, one.end_ms) for one in drawn.stretches if one.answer == 0]
    assert own[-3:] == [
        ("spoken", begin, begin + 4_000),
        ("silence", begin + 4_000, begin + 7_000),
        ("spoken", begin + 7_000, end),
    ]
    assert ("typed", asked.ended_ms, typed.began_ms, 1) in [
        (one.kind, one.begin_ms, one.end_ms, one.answer) for one in drawn.stretches
    ]
    assert drawn.length_ms == TURNS[-1].ended_ms
    assert [place for place, _ in drawn.questions] == [0, 1, 2, 3, 4]


def test_without_times_there_is_no_timeline():
    turns = turns_of(said.BACKEND_STRONG)

    assert timeline(turns, marked(report_of(said.BACKEND, turns), turns, NO_PLAN)) is None


def taken(job="Backend *at* [Acme]"):
    return Taken(
        by="Darasa",
        job=job, held_at=datetime(2026, 11, 28, tzinfo=UTC), seconds=372, language="en", run=1,
        report=REPORT, turns=tuple(TURNS), plan=NO_PLAN,
    )  # fmt: skip


def test_as_json_it_reads_back_whole():
    read = json.loads("".join(as_json(taken())))

    assert read["report"] == json.loads(json.dumps(REPORT.as_json()))
    assert [turn["text"] for turn in read["turns"]] == [turn.text for turn in TURNS]


def test_as_markdown_every_answer_stands_once_and_nothing_typed_becomes_a_mark():
    text = "\n".join(as_markdown(taken()))

    bare = re.sub(r"\*\*| \(\d+\)|\\", "", text)
    assert text.startswith(r"# Feedback: Backend \*at\* \[Acme\]")
    assert all(bare.count(turn.text) == 1 for turn in TURNS[1::2])
    assert all(bare.count(turn.text) == 1 for turn in TURNS[::2])
