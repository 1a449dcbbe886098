"""What practice shows is looked up to the last word."""

import re
from dataclasses import asdict, replace
from datetime import UTC, datetime
from uuid import uuid4

from darasa_reflex.core.words.sentences import spoken_in
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.judged import ANSWERED
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.interviews.questions.gaps import Gaps
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.practice import telling
from darasa_reflex.features.practice.comparison import Telling
from darasa_reflex.features.practice.models import AttemptVerdict
from darasa_reflex.features.practice.progress.coverage import Requirement, Standing
from darasa_reflex.features.practice.progress.measures import Series
from darasa_reflex.features.practice.progress.service import Exercise, Practised
from darasa_reflex.features.practice.progress.trend import Value, judged
from darasa_reflex.features.practice.rehearsal import Kept, Rehearsal
from darasa_reflex.features.practice.verdicts import told
from darasa_reflex.states.practice import next_steps, progress, telling_rows
from darasa_reflex.states.practice.group_rows import groups
from darasa_reflex.states.practice.trend_rows import trend_row
from tests.features.feedback import transcripts as said
from tests.fixtures.pseudo_language import outside_brackets, pseudo_language

NOW = datetime(2026, 11, 29, tzinfo=UTC)
BETTER = (
    "In March a certificate expired. I renewed it by hand because customers could not pay. In the "
    "end 1,400 payments went through."
)
MATERIAL = Material(job=said.BACKEND, turns=tuple(said.turns_of(said.BACKEND_WEAK, 400)))
OF_PEOPLE = " ".join([BETTER, *(turn.text for turn in MATERIAL.turns), "PROSE MODEL"]).lower()
_NO_WORDS = {"number", "at", "address", "state", "line", "dots", "last", "told_in", "asks",
             "band_y", "band_height"}  # fmt: skip


def rehearsal(*, english=True, spoken=True):
    asked = telling.asked_at(MATERIAL, MATERIAL.turns[2].index)
    first = Telling(text=asked.text, row=telling.read(asked), spoken=spoken)
    heard = telling.heard_as(BETTER, from_text=not spoken, segments=[(0, 40_000)])
    now = Telling(text=BETTER, row=telling.read(asked, heard), spoken=spoken)
    verdict = AttemptVerdict(
        attempt_id=uuid4(), interview_id=uuid4(), answered="partly", carried="PROSE",
        missing="PROSE", model="MODEL", language="de",
    )  # fmt: skip
    kept = Kept(number=2, at=NOW, told=now, judged=told(verdict))
    return Rehearsal(
        job_info=JobInfo(user_id=uuid4(), name="", experience_level="", description=""),
        interview=Interview(job_info_id=uuid4()), question=asked.question,
        tellings=(Kept(number=0, at=NOW, told=first), replace(kept, number=1), kept), best=1,
        chosen=False, many=2, english=english,
    )  # fmt: skip


def series(*values, left_out=0):
    measured = tuple(map(Value, values))
    return Series(
        key="parts", title="PROSE", unit="%", values=measured, trend=judged(measured),
        left_out=left_out,
    )  # fmt: skip


def shown():
    """Rows of everything that can be shown."""
    for found in (rehearsal(), rehearsal(spoken=False)):
        yield from map(asdict, telling_rows.tellings(found))
        yield from map(asdict, telling_rows.figure_rows(found))
        yield list(telling_rows.changes(found))
    bare = rehearsal(english=False).tellings
    unread = [replace(one, told=replace(one.told, row=replace(one.told.row, parts=(), found=())))
              for one in bare]  # fmt: skip
    for english in (True, False):
        yield list(
            telling_rows.changes(replace(rehearsal(english=english), tellings=tuple(unread)))
        )
    for one in (series(1.5), series(50, 50, 50, left_out=1), series(10, 11, 90, 91, left_out=2),
                series(90, 91, 10, 11)):  # fmt: skip
        yield asdict(trend_row(one))
    yield from map(asdict, groups([Requirement("PROSE", one) for one in Standing]))
    yield next_steps._told(Exercise(turn_id=uuid4(), question="", lacking=("Why", "Your part")))
    yield next_steps._begins_with(Gaps(requirements=("PROSE", "MODEL")))
    yield next_steps._begins_with(Gaps(questions=("PROSE",)))
    yield [progress._early(1), progress._early(2), progress._with_feedback(3)]
    for best in (None, (2, 4)):
        practised = Practised(
            job_info_id=uuid4(), interview_id=uuid4(), turn_id=uuid4(), question="PROSE",
            language="en", attempts=2, at=NOW, best=best,
        )  # fmt: skip
        yield asdict(progress._practised(practised))


def texts(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner) if key not in _NO_WORDS else ()
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def test_everything_that_practice_shows_is_looked_up(monkeypatch):
    with pseudo_language(monkeypatch):
        found = [text for row in shown() for text in texts(row)]

    pieces = {one for text in found for one in re.split(r"[,.%\u2013]|\d+", outside_brackets(text))}
    assert {one for one in pieces if one.strip().lower() not in OF_PEOPLE} == set()
    assert sum("⟦" in text for text in found) > 50


def test_parts_that_are_new_are_told_as_a_sentence_in_german():
    english = telling_rows.changes(rehearsal())
    with spoken_in("de"):
        german = telling_rows.changes(rehearsal())

    assert english[0] == "Your part, why, result and a number."
    assert german[0] == "Ihr Anteil, warum, Ergebnis und eine Zahl."


def test_a_verdict_keeps_the_language_it_was_written_in():
    row = telling_rows.tellings(rehearsal())[-1]

    assert (row.verdict, row.carried, row.told_in) == (ANSWERED["partly"], "PROSE", "de")
    with spoken_in("de"):
        row = telling_rows.tellings(rehearsal())[-1]
    assert row.verdict == "Beantwortet einen Teil der Frage."
