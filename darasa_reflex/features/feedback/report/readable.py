"""The report as text to read, in the language of who reads."""

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.report.category import line_of
from darasa_reflex.features.feedback.report.coverage import state_told
from darasa_reflex.features.feedback.report.report import Report


def whole(report: Report) -> str:
    """Return the whole report as text: top lines, categories, questions, coverage, delivery."""
    top = [line for line in (report.top.strongest.text, report.top.counted) if line]
    if report.top.strongest.quote:
        top.append(line_of(report.top.strongest.quote))
    next_step = _("Next: {step}", step=report.top.next_step)
    top += [line for line in (report.top.gap, next_step) if line]
    parts = ["\n".join(top), _(report.unseen) if report.unseen else ""]
    parts += [result.text for result in report.categories]
    states = (state_told(row.state, by_rules=bool(report.unseen)) for row in report.coverage)
    rows = zip(report.coverage, states, strict=True)
    parts.append("\n".join(f"{row.requirement}: {state}" for row, state in rows))
    parts.append(
        "\n".join(f"{_(m.title)}: {m.display}. {m.remark or m.reason}" for m in report.metrics)
    )
    if report.voice:
        parts.append(f"{_(report.voice_caveat)}\n{report.voice}")
    return "\n\n".join(part.strip() for part in parts if part)
