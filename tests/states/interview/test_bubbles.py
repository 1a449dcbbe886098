from uuid import uuid4

from darasa_reflex.features.interviews.models import Turn
from darasa_reflex.states.report.rows.bubbles import bubbles


def said(position, speaker, **more):
    given = {"interview_id": uuid4(), "chat_id": "c", "text": f"text {position}", "began_ms": 0}
    return Turn(position=position, speaker=speaker, **(given | more))


def test_neighbouring_turns_of_one_speaker_share_a_bubble_and_keep_their_anchors():
    turns = [
        said(0, "interviewer"),
        said(1, "actor", began_ms=192_000),
        said(2, "actor"),
        said(3, "interviewer"),
    ]

    rows = bubbles(turns, "en")

    assert [row.speaker for row in rows] == ["interviewer", "actor", "interviewer"]
    assert [u.anchor for u in rows[1].utterances] == ["turn-1", "turn-2"]
    assert rows[1].time == "03:12"


def test_a_bubble_says_what_was_typed_rough_or_cut_off():
    turns = [said(0, "actor", from_text=True), said(1, "actor", rough=True, cut_off=True)]

    assert bubbles(turns, "en")[0].labels == ["typed", "rough transcription", "cut off"]
    assert bubbles([], "en") == []


def test_what_the_person_said_is_marked_as_their_language_and_the_questions_as_english():
    turns = [said(0, "interviewer"), said(1, "actor")]

    assert [row.language for row in bubbles(turns, "de")] == ["en", "de"]


def test_what_came_before_the_first_question_says_so_and_nothing_else_does():
    greeting = said(0, "interviewer", question="warm-up")
    typed = said(1, "actor", from_text=True)
    asked = said(2, "interviewer", question="warm-up")
    answered = said(3, "actor", question="warm-up", from_text=True)
    following = said(4, "interviewer", question="q1")
    later = said(5, "actor")
    of_an_engine_without_places = [said(0, "interviewer"), said(1, "actor"), said(2, "interviewer")]

    labels = [
        row.labels for row in bubbles([greeting, typed, asked, answered, following, later], "en")
    ]
    unanswered = [row.labels for row in bubbles([greeting, typed, asked], "en")]

    assert labels[1] == ["before the first question, not rated", "typed"]
    assert labels[3] == ["warm-up, not rated", "typed"]
    assert labels[5] == []
    assert unanswered[1] == labels[1]
    assert [row.labels for row in bubbles(of_an_engine_without_places, "en")] == [[], [], []]


def test_each_side_is_marked_as_the_language_it_speaks():
    turns = [said(0, "interviewer"), said(1, "actor")]

    assert [row.language for row in bubbles(turns, "de", "de")] == ["de", "de"]
