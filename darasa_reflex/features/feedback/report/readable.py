"""The report as text to read."""

from dataclasses import replace

from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.report.report import CategoryResult, Report


def worded(result: CategoryResult) -> CategoryResult:
    """Return a category with its text."""
    return replace(result, text=text_of(result))


def text_of(result: CategoryResult) -> str:
    """Return one category as a paragraph, with a line for each quote."""
    spread = _passes(result)
    if result.unsure:
        lines = [f"{result.title}: unsure{spread}. {result.reason}"]
    elif result.found:
        lines = [f"{result.title}: {result.found} found by word rules. {result.reason}"]
    elif result.rating is None:
        lines = [f"{result.title}: not enough evidence. {_without_lead(result.reason)}"]
    else:
        lines = [f"{result.title}: {result.rating:g} of 10{spread}. {result.anchor}", result.reason]
    lines += [_line(quote) for quote in result.quotes]
    return "\n".join([*lines, f"Next: {result.next_step}"] if result.next_step else lines)


def whole(report: Report) -> str:
    """Return the whole report as text: top lines, categories, questions, coverage, delivery."""
    top = [line for line in (report.top.strongest.text, report.top.counted) if line]
    if report.top.strongest.quote:
        top.append(_line(report.top.strongest.quote))
    top += [line for line in (report.top.gap, f"Next: {report.top.next_step}") if line]
    parts = ["\n".join(top), report.unseen]
    parts += [result.text for result in report.categories]
    parts.append("\n".join(f"{row.requirement}: {row.state}" for row in report.coverage))
    parts.append(
        "\n".join(f"{m.title}: {m.display}. {m.remark or m.reason}" for m in report.metrics)
    )
    if report.voice:
        parts.append(f"{report.voice_caveat}\n{report.voice}")
    return "\n\n".join(part.strip() for part in parts if part)


def clock(at_ms: int) -> str:
    """Return a time from the start of the interview as minutes and seconds, "03:12"."""
    seconds = at_ms // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def _passes(result: CategoryResult) -> str:
    if result.spread is None:
        return ""
    low, high = result.spread
    return f", in every pass {low:g}" if low == high else f", passes {low:g} to {high:g}"


def _line(quote: Quote) -> str:
    at = "" if quote.at_ms is None else f" ({clock(quote.at_ms)})"
    shows = f" ({quote.shows})" if quote.shows else ""
    return f"“{quote.text}”{at}{shows}"


def _without_lead(reason: str) -> str:
    rest = reason.removeprefix("Not enough evidence: ")
    return rest[:1].upper() + rest[1:]
