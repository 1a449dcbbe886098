"""The report as text to read, in the language of who reads."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import number
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.feedback.found.steps import FOUND
from darasa_reflex.features.feedback.judging.evidence import Quote

if TYPE_CHECKING:  # a report that is read gets its texts from here
    from darasa_reflex.features.feedback.report.report import CategoryResult, Report

# What a reason begins with, where that is said in another way beside it.
LEADS = (
    marked("Not enough evidence: "),
    marked("Not enough to tell: "),
    marked("Unsure: "),
)


def worded(result: "CategoryResult") -> "CategoryResult":
    """Return a category with its text."""
    return replace(result, text=text_of(result))


def text_of(result: "CategoryResult") -> str:
    """Return one category as a paragraph, with a line for each quote."""
    title, spread, reason = _(result.title), _passes(result), retold(result.reason)
    if result.unsure:
        told = _("{title}: unsure{spread}.", title=title, spread=spread)
        lines = [f"{told} {reason}"]
    elif result.found:
        step = _(FOUND[result.found])
        told = _("{title}: {step} found by word rules.", title=title, step=step)
        lines = [f"{told} {reason}"]
    elif result.rating is None:
        told = _("{title}: not enough evidence.", title=title)
        lines = [f"{told} {without_lead(reason, LEADS[:1])}"]
    else:
        told = _("{title}: {rating} of 10{spread}.", title=title, rating=rate(result.rating),
                 spread=spread)  # fmt: skip
        lines = [f"{told} {_(result.anchor or '')}", reason]
    lines += [_line(quote) for quote in result.quotes]
    step = retold(result.next_step)
    return "\n".join([*lines, _("Next: {step}", step=step)] if step else lines)


def whole(report: "Report") -> str:
    """Return the whole report as text: top lines, categories, questions, coverage, delivery."""
    top = [line for line in (report.top.strongest.text, report.top.counted) if line]
    if report.top.strongest.quote:
        top.append(_line(report.top.strongest.quote))
    next_step = _("Next: {step}", step=report.top.next_step)
    top += [line for line in (report.top.gap, next_step) if line]
    parts = ["\n".join(top), _(report.unseen) if report.unseen else ""]
    parts += [result.text for result in report.categories]
    parts.append("\n".join(f"{row.requirement}: {_(row.state)}" for row in report.coverage))
    parts.append(
        "\n".join(f"{_(m.title)}: {m.display}. {m.remark or m.reason}" for m in report.metrics)
    )
    if report.voice:
        parts.append(f"{_(report.voice_caveat)}\n{report.voice}")
    return "\n\n".join(part.strip() for part in parts if part)


def without_lead(reason: str, leads: Sequence[str] = LEADS) -> str:
    """Return a reason without the words that are said in another way beside it."""
    for lead in leads:
        for begin in (_(lead), lead):
            if reason.startswith(begin):
                rest = reason.removeprefix(begin)
                return rest[:1].upper() + rest[1:]
    return reason


def rate(rating: float) -> str:
    """Return a rating as the language of who reads writes it; a whole one without decimals."""
    return number(int(rating) if float(rating).is_integer() else rating)


def clock(at_ms: int) -> str:
    """Return a time from the start of the interview as minutes and seconds, "03:12"."""
    seconds = at_ms // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def passes(low: float, high: float) -> str:
    """Return what several passes rated, as it follows a rating."""
    return _(", passes {low} to {high}", low=rate(low), high=rate(high))


def _passes(result: "CategoryResult") -> str:
    if result.spread is None:
        return ""
    low, high = result.spread
    return _(", in every pass {low}", low=rate(low)) if low == high else passes(low, high)


def _line(quote: Quote) -> str:
    at = "" if quote.at_ms is None else f" ({clock(quote.at_ms)})"
    shows = f" ({quote.shows})" if quote.shows else ""
    words = _("“{words}”", words=quote.text)
    return f"{words}{at}{shows}"
