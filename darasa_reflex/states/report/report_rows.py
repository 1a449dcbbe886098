"""From a report to what the page shows of it."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from darasa_reflex.components.report.report_rows import (
    AnchorRow,
    AnswerRow,
    CategoryRow,
    CountRow,
    MetricRow,
    PartRow,
    PointRow,
    QuoteRow,
    ReportRow,
    RequirementRow,
    RunRow,
    UnratedRow,
)
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.found.insights import Insights
from darasa_reflex.features.feedback.found.steps import ORDER
from darasa_reflex.features.feedback.judging.evidence import Quote
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, OVERALL
from darasa_reflex.features.feedback.report.report import (
    CategoryResult,
    CoverageRow,
    Point,
    QuestionRow,
    Report,
)
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.runs.views import RunGlance
from darasa_reflex.states.jobs.rows import clock, counted

_MS_PER_SECOND = 1_000
_NOWHERE: Mapping[int, str] = MappingProxyType({})


# Source: advice pages on interviews, weak; silences between speakers in recorded meetings.
_USUAL_LENGTH = "advice pages say 60 to 120 s"
_USUAL_THINKING = "up to 5 s is usual, more is no fault"
# From this width on, ends of an interval are shown as whole numbers.
_WIDE = 2


def report_row(report: Report, again: Mapping[int, str] = _NOWHERE) -> ReportRow:
    """Return a report as the page shows it.

    Args:
        report: What was found.
        again: Places of turns that asked, to where their answers are given again.
    """
    overall = report.category(OVERALL)
    others = [c for c in report.categories if c.key != OVERALL]
    by_rules = bool(report.unseen)
    unread = not any(c.rating is not None or c.unsure or c.counts for c in others)
    return ReportRow(
        label=report.label,
        rough=report.rough,
        strongest=_point(report.top.strongest),
        gap=report.top.gap,
        next_step=report.top.next_step,
        rated=any(c.rating is not None for c in others),
        overall=_category(overall),
        categories=[_category(c) for c in others if c.rating is not None or c.unsure],
        unrated=_unrated([c for c in others if c.rating is None and not c.unsure], overall),
        strengths=[_point(point) for point in report.strengths],
        improvements=[_point(point) for point in report.improvements],
        questions=[_answer(row, again) for row in report.questions],
        coverage=[_requirement(row) for row in report.coverage],
        metrics=measured(report.metrics),
        unmeasured=unmeasured(report.metrics),
        voice=report.voice or "",
        voice_caveat=report.voice_caveat,
        made=_made(report),
        counted=by_rules and not unread,
        top_count=report.top.counted,
        unseen=report.unseen,
        steps=[_category(c) for c in others] if by_rules else [],
        counts=_counts(report.insights) if report.insights else [],
    )


def measured(metrics: Sequence[Metric]) -> list[MetricRow]:
    """Return what could be measured, as the page shows it."""
    return [_metric(metric) for metric in metrics if metric.value is not None]


def unmeasured(metrics: Sequence[Metric]) -> list[MetricRow]:
    """Return what could not be measured, with the reasons."""
    return [_metric(metric) for metric in metrics if metric.value is None]


def run_rows(runs: Sequence[RunGlance], shown: int) -> list[RunRow]:
    """Return the runs of an interview, as the page lists them."""
    return [
        RunRow(run.run, run.created_at.isoformat(), _stands(run), run.run == shown) for run in runs
    ]


def _stands(run: RunGlance) -> str:
    if run.status is not FeedbackStatus.READY:
        return f"Feedback {run.status.value}"
    return "Without marks" if run.overall is None else f"{run.overall:g} out of 10"


def anchor_of(turn: int) -> str:
    """Return the id of a turn's element on a page."""
    return f"turn-{turn}"


def _quotes(quotes: Iterable[Quote | None]) -> list[QuoteRow]:
    return [
        QuoteRow(
            text=quote.text,
            address=f"#{anchor_of(quote.turn)}",
            place=f"turn {quote.turn + 1}"
            if quote.at_ms is None
            else clock(quote.at_ms / _MS_PER_SECOND),
            shows=quote.shows,
        )
        for quote in quotes
        if quote is not None
    ]


def _point(point: Point) -> PointRow:
    return PointRow(point.text, _quotes([point.quote]))


def _category(result: CategoryResult) -> CategoryRow:
    rated = result.rating is not None
    return CategoryRow(
        key=result.key,
        title=result.title,
        question=result.question,
        rating=f"{result.rating:g}" if rated else "",
        share=f"{(result.rating or 0) * 10:g}%",
        spread=_passes(result.spread) if result.spread else "",
        unsure=result.unsure,
        anchor=result.anchor or "",
        reason=result.reason,
        next_step=result.next_step,
        quotes=_quotes(result.quotes),
        anchors=_anchors(result),
        found=(result.found or "").capitalize(),
        steps=[place < ORDER[result.found] for place in range(3)],
    )


def _passes(spread: tuple[int | float, int | float]) -> str:
    lowest, highest = spread
    return "the same in every pass" if lowest == highest else f"passes {lowest:g} to {highest:g}"


def _unrated(results: Sequence[CategoryResult], told: CategoryResult) -> list[UnratedRow]:
    by_reason: dict[str, list[CategoryResult]] = {}
    for result in results:
        by_reason.setdefault(result.reason, []).append(result)
    return [
        UnratedRow(
            reason="" if reason == told.reason else reason,
            next_steps=[
                step
                for step in dict.fromkeys(r.next_step for r in group)
                if step and step != told.next_step
            ],
            categories=[_category(result) for result in group],
        )
        for reason, group in by_reason.items()
    ]


def _anchors(result: CategoryResult) -> list[AnchorRow]:
    known = BY_KEY.get(result.key)
    levels = known.anchors.items() if known else ()
    return [AnchorRow(str(level), text, text == result.anchor) for level, text in levels]


def _answer(row: QuestionRow, again: Mapping[int, str]) -> AnswerRow:
    seconds = "" if row.seconds is None else f"{row.seconds:.0f} s"
    answered = [] if row.answered else ["not answered"]
    told = row.verdict.rstrip(".")
    return AnswerRow(
        question=row.question,
        address=f"#{anchor_of(row.turn)}",
        facts=[
            *([seconds] if seconds else []),
            *answered,
            *([told] if told else []),
            *([row.note] if row.note else []),
        ],
        found=row.carried or ", ".join(row.found),
        missing=row.lacking or ", ".join(row.missing),
        number=str(row.number or ""),
        seconds=seconds,
        parts=[
            PartRow(p.name, p.quote is not None or p.name in row.found, _quotes([p.quote]))
            for p in row.parts
        ],
        counts=[*_length(row), *(CountRow(n.capitalize(), _words(w)) for n, w in row.said.items())],
        note=row.note,
        quotes=_quotes(row.quotes),
        flags=[PointRow(flag.told, _quotes(flag.quotes)) for flag in row.flags],
        stronger=list(row.stronger),
        again=again.get(row.turn, "") if row.answered else "",
    )


def _length(row: QuestionRow) -> list[CountRow]:
    """Return length and thinking time, each beside what is usual."""
    said = counted(row.word_count, "word")
    told = said if row.seconds is None else f"{said} in {row.seconds:.0f} s; {_USUAL_LENGTH}"
    thinking = row.thinking
    usual = [] if thinking is None else [f"{thinking:.1f} s; {_USUAL_THINKING}"]
    return [
        *([CountRow("Length", told)] if row.word_count else []),
        *(CountRow("Thinking first", text) for text in usual),
    ]


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"“{_cased(word)}”" for word in words)


def _cased(word: str) -> str:
    return f"I{word[1:]}" if word.startswith(("i ", "i'")) else word


def _counts(found: Insights) -> list[CountRow]:
    """Return what was counted over all answers; what is not there is left out."""
    hedges = ", ".join(f"“{_cased(word)}” {times}\u00d7" for word, times in found.hedges)
    sounds = "" if found.fillers is None else f"“um” and “uh” {found.fillers}\u00d7"
    phrases = f", “you know” and the like {found.phrases}\u00d7" if sounds and found.phrases else ""
    rows = (
        ("Words used most", ", ".join(f"{word} {times}\u00d7" for word, times in found.words_most)),
        ("The job's terms you named", ", ".join(found.terms_named)),
        ("Not named", ", ".join(found.terms_unnamed)),
        ("“I” and “we”", f"I, me, my {found.own}\u00d7; we, us, our {found.shared}\u00d7"),
        ("Numbers you gave", ", ".join(found.numbers)),
        ("Hedges", hedges),
        ("Fillers", sounds + phrases),
    )
    return [CountRow(name, told) for name, told in rows if told]


def _requirement(row: CoverageRow) -> RequirementRow:
    return RequirementRow(row.requirement, row.state, _quotes([row.quote]))


def _metric(metric: Metric) -> MetricRow:
    known = metric.value is not None
    said = (_spread(metric), metric.remark, metric.note) if known else (metric.reason,)
    return MetricRow(
        title=metric.title,
        value=metric.display,
        told=" ".join(_sentence(part) for part in said if part),
        definition=metric.definition,
        source=metric.source,
    )


def _spread(metric: Metric) -> str:
    if metric.low is None or metric.high is None:
        return ""
    # As fine as the interval is wide: its ends differ, and say no more than is known.
    decimals = 0 if metric.high - metric.low >= _WIDE else 1
    return f"Between {metric.low:.{decimals}f} and {metric.high:.{decimals}f} {metric.unit}."


def _sentence(text: str) -> str:
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _made(report: Report) -> list[str]:
    if report.unseen:
        return [
            "Words were counted by rules; nothing was rated, and nothing here is praise or blame.",
            f"Rubric {report.rubric_version}, Darasa {report.app_version}.",
            "A dash means that our rules found no such words. They may be there all the same.",
            "Numbers about your delivery are measured or counted; none is guessed.",
        ]
    removed = counted(report.removed_claims, "unsupported claim")
    passes = counted(report.passes, "pass")
    model = f" ({report.model}, prompt {report.prompt_version})" if report.model else ""
    return [
        f"Ratings {report.label}, by the {report.judge} judge{model}, in {passes}.",
        f"Rubric {report.rubric_version}, Darasa {report.app_version}.",
        f"Every quote was found in the transcript by code; {removed} removed.",
        "Numbers about your delivery are measured or counted; none is guessed.",
    ]
