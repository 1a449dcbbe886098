"""The sample on the landing page: a report made by this program, when the pages are built."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from darasa_reflex.components.report.rows.report_rows import CategoryRow, ReportRow
from darasa_reflex.components.room.transcript import BubbleRow, Utterance
from darasa_reflex.features.feedback.material import Job, Said
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.feedback.report.review import report_of
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.features.job_infos import skills
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.anchors import anchor_of
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.rows.bubbles import with_ways
from darasa_reflex.states.report.rows.report_rows import report_row, ways_of

# The shape that the `score` command reads.
_FILE = Path(__file__).parent / "sample_interview.json"
# The category whose anchors the landing page shows.
_EXPLAINED = "response_quality"
_MS_PER_SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Sample:
    """A conversation and the report on it.

    Attributes:
        report: The report.
        rubric: A category with its anchors, without a rating.
    """

    report: ReportRow
    rubric: CategoryRow
    turns: list[BubbleRow]


def sample() -> Sample:
    """Return the sample; takes as long as reading a short interview."""
    stored = json.loads(_FILE.read_text(encoding="utf-8"))
    turns = [_said(index, turn) for index, turn in enumerate(stored["turns"])]
    row = report_row(_report(stored["job"], turns), Conversation(turns=tuple(turns)))
    explained = next(category for category in row.rubric if category.key == _EXPLAINED)
    return Sample(row, explained, with_ways([_bubble(said) for said in turns], ways_of(row)))


def _report(job: dict[str, Any], turns: list[Said]) -> Report:
    requirements = tuple(skills.read(job["description"]))
    return report_of(Job(**job, requirements=requirements), turns).told()


def _said(index: int, turn: dict[str, Any]) -> Said:
    return Said(
        index=index,
        speaker=Speaker.ACTOR if turn["speaker"] == "candidate" else Speaker.INTERVIEWER,
        text=turn["text"],
        began_ms=turn["begin_ms"],
        ended_ms=turn["end_ms"],
    )


def _bubble(said: Said) -> BubbleRow:
    return BubbleRow(
        speaker=said.speaker.value,
        time=clock((said.began_ms or 0) / _MS_PER_SECOND),
        utterances=[Utterance(anchor_of(said.index), said.text)],
    )
