"""One category of a report, and its text in the language of who reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import short
from darasa_reflex.core.words.stored import Text, retold
from darasa_reflex.features.feedback.found.steps import FOUND, Found
from darasa_reflex.features.feedback.judging.evidence import Quote

# What a reason begins with, where that is said in another way beside it.
LEADS = (
    marked("Not enough evidence: "),
    marked("Not enough to tell: "),
    marked("Unsure: "),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryResult:
    """One category of the rubric.

    Attributes:
        title: In English, as question and anchor; pages look them up in their catalogue.
        rating: Out of 10; whole, but for the overall one. None: not enough evidence.
        anchor: What can be observed at this rating; None without one.
        reason: Why this rating, or why none, in plain sentences.
        next_step: One sentence.
        spread: Lowest and highest pass; None for a single pass.
        text: All of it to read.
        unsure: The passes disagreed too much for a number; the spread is shown instead.
        found: What rules found of it, where there is no number; None where they cannot tell.
        counts: What `found` follows from, by name.
    """

    key: str
    title: str
    question: str
    rating: int | float | None
    anchor: str | None
    reason: Text
    next_step: Text
    quotes: tuple[Quote, ...] = ()
    spread: tuple[int | float, int | float] | None = None
    text: Text = ""
    unsure: bool = False
    found: Found | None = None
    counts: dict[str, int] = field(default_factory=dict[str, int])


def worded(result: CategoryResult) -> CategoryResult:
    """Return a category with its text."""
    return replace(result, text=text_of(result))


def text_of(result: CategoryResult) -> str:
    """Return one category as a paragraph, with a line for each quote."""
    title, spread, reason = _(result.title), _passes(result), retold(result.reason)
    if result.unsure:
        told = _("{title}: unsure{spread}.", title=title, spread=spread)
        lines = [f"{told} {reason}"]
    elif result.found:
        step = _(FOUND[result.found])
        told = _("{title}: {step} found by word rules.", title=title, step=step)
        lines = [f"{told} {reason}"]
    elif result.rating is None and without_lead(reason) == reason:
        # It tells what was counted or measured: no evidence is missing for that.
        lines = [_("{title}: {reason}", title=title, reason=reason)]
    elif result.rating is None:
        told = _("{title}: not enough evidence.", title=title)
        lines = [f"{told} {without_lead(reason)}"]
    else:
        told = _("{title}: {rating} of 10{spread}.", title=title, rating=short(result.rating),
                 spread=spread)  # fmt: skip
        lines = [f"{told} {_(result.anchor or '')}", reason]
    lines += [line_of(quote) for quote in result.quotes]
    step = retold(result.next_step)
    return "\n".join([*lines, _("Next: {step}", step=step)] if step else lines)


def without_lead(reason: str, leads: Sequence[str] = LEADS) -> str:
    """Return a reason without the words that are said in another way beside it."""
    for lead in leads:
        for begin in (_(lead), lead):
            if reason.startswith(begin):
                rest = reason.removeprefix(begin)
                return rest[:1].upper() + rest[1:]
    return reason


def clock(at_ms: int) -> str:
    """Return a time from the start of the interview as minutes and seconds, "03:12"."""
    seconds = at_ms // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def passes(low: float, high: float) -> str:
    """Return what several passes rated, as it follows a rating."""
    return _(", passes {low} to {high}", low=short(low), high=short(high))


def _passes(result: CategoryResult) -> str:
    if result.spread is None:
        return ""
    low, high = result.spread
    return _(", in every pass {low}", low=short(low)) if low == high else passes(low, high)


def line_of(quote: Quote) -> str:
    """Return a quote with its time and with what it shows."""
    at = "" if quote.at_ms is None else f" ({clock(quote.at_ms)})"
    shows = f" ({quote.shows})" if quote.shows else ""
    words = _("“{words}”", words=quote.text)
    return f"{words}{at}{shows}"
