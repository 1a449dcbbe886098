"""A report: what to read first, the interview over time, the answers, what follows from them."""

from collections.abc import Callable

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.report.answers.answers import answer_actions, answers
from darasa_reflex.components.report.overview.categories import categories
from darasa_reflex.components.report.overview.delivery import delivery
from darasa_reflex.components.report.overview.headline import headline
from darasa_reflex.components.report.overview.requirements import requirements
from darasa_reflex.components.report.overview.timeline import timeline
from darasa_reflex.components.report.rows.answer_rows import AnswerRow
from darasa_reflex.components.report.rows.report_rows import GroupRow, ReportRow
from darasa_reflex.components.words import gettext as _

# Id of the element that holds the whole transcript.
TRANSCRIPT = "transcript"


def report(
    row: ObjectVar[ReportRow],
    below: Callable[[ObjectVar[AnswerRow]], rx.Component] = answer_actions,
    *,
    transcript: str = TRANSCRIPT,
) -> rx.Component:
    """Return a whole report, but for the transcript and how it was made.

    Args:
        row: The report.
        below: Returns what stands at the end of the card of an answer.
        transcript: Id of the element that holds the transcript; empty where there is none.
    """
    rows = row.answers.to(list[AnswerRow])
    return rx.el.div(
        headline(row),
        timeline(row.timeline),
        answers(rows, below, counted=row.counted, transcript=transcript),
        rx.el.div(categories(row), _delivery(row), class_name="pair"),
        requirements(row.requirements.to(list[GroupRow])),
        rx.cond(row.voice != "", _voice(row)),
        class_name="stack report",
    )


def _voice(row: ObjectVar[ReportRow]) -> rx.Component:
    return section(
        _("How your voice came across"),
        rx.el.p(row.voice_caveat, class_name="small muted"),
        rx.el.p(row.voice, lang=row.language),
    )


def _delivery(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return what was measured, or why nothing was; nothing where neither is shared."""
    there = (row.delivery.metrics.length() > 0) | (row.delivery.why_none != "")
    return rx.fragment(rx.cond(there, delivery(row.delivery)))
