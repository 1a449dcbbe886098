"""A report: what to read first, the interview over time, the answers, what follows from them."""

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.headings import section
from darasa_reflex.components.report.answer_rows import AnswerRow
from darasa_reflex.components.report.answers import answers
from darasa_reflex.components.report.categories import categories
from darasa_reflex.components.report.delivery import delivery
from darasa_reflex.components.report.headline import headline
from darasa_reflex.components.report.report_rows import GroupRow, ReportRow
from darasa_reflex.components.report.requirements import requirements
from darasa_reflex.components.report.timeline import timeline

# Id of the element that holds the whole transcript.
TRANSCRIPT = "transcript"


def report(row: ObjectVar[ReportRow]) -> rx.Component:
    """Return a whole report, but for the transcript and how it was made."""
    return rx.el.div(
        headline(row),
        timeline(row.timeline),
        answers(row.answers.to(list[AnswerRow]), counted=row.counted, transcript=TRANSCRIPT),
        rx.el.div(categories(row), delivery(row.delivery), class_name="pair"),
        requirements(row.requirements.to(list[GroupRow])),
        rx.cond(row.voice != "", _voice(row)),
        class_name="stack report",
    )


def _voice(row: ObjectVar[ReportRow]) -> rx.Component:
    return section(
        "How your voice came across",
        rx.el.p(row.voice_caveat, class_name="small muted"),
        rx.el.p(row.voice),
    )
