"""From material and a verdict to a report. Pure: no clock, no network, the same every time."""

from collections.abc import Sequence
from statistics import fmean

from darasa_reflex.features.feedback.cues import answers as reading
from darasa_reflex.features.feedback.cues.answers import Answer
from darasa_reflex.features.feedback.cues.verdict import by_cues, missing, note
from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.exchanges import exchanges
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict, checked
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, OVERALL, RUBRIC_VERSION
from darasa_reflex.features.feedback.material import Job, Material, Said
from darasa_reflex.features.feedback.report import readable
from darasa_reflex.features.feedback.report.coverage import coverage
from darasa_reflex.features.feedback.report.report import (
    APP_VERSION,
    VOICE_CAVEAT,
    CategoryResult,
    Point,
    QuestionRow,
    Report,
    TopLines,
)

LOCAL = "local"
# A mean over fewer categories would be the name of one of them.
_LEAST_RATED = 3
_NOTHING_STRONG = "Nothing in your words stands as proof yet."


def report_of(job: Job, turns: Sequence[Said]) -> Report:
    """Return the report of an interview without a model."""
    material = Material(job=job, turns=tuple(turns))
    return assemble(material, by_cues(material), LOCAL)


def measure_all(material: Material) -> tuple[Metric, ...]:
    """Return everything measured about how the person spoke; no judge is needed for it."""
    return table.measure(material, exchanges(material)).metrics


def assemble(material: Material, verdict: Verdict, judge: str) -> Report:
    """Return the report of a verdict: quotes checked, overall computed, delivery measured.

    Args:
        material: What was judged.
        verdict: As the judge gave it; what code cannot find in the transcript is removed.
        judge: Name of the judge.
    """
    verdict, removed = checked(verdict, material.turns)
    answers = reading.read(material)
    delivery = table.measure(material, [answer.exchange for answer in answers])
    results = [_result(ruling) for ruling in verdict.rulings]
    strengths = tuple(Point(text=text, quote=quote) for text, quote in verdict.strengths)
    improvements = tuple(Point(text=text) for text in verdict.improvements)
    overall = _overall(results, strengths, improvements, verdict.overall_spread)
    ordered = sorted([*results, overall], key=lambda result: list(BY_KEY).index(result.key))
    return Report(
        rubric_version=RUBRIC_VERSION, app_version=APP_VERSION, judge=judge, label=verdict.label,
        passes=verdict.passes, rough=any(t.rough and not t.from_text for t in material.turns),
        top=_top(ordered, strengths, improvements), categories=tuple(map(readable.worded, ordered)),
        strengths=strengths, improvements=improvements,
        questions=_questions(answers, delivery, readable=not material.foreign),
        coverage=coverage(material, answers), metrics=delivery.metrics, removed_claims=removed,
        model=verdict.model, prompt_version=verdict.prompt_version, voice=verdict.voice,
        voice_caveat=VOICE_CAVEAT if verdict.voice else "",
    )  # fmt: skip


def _result(ruling: Ruling) -> CategoryResult:
    category = BY_KEY[ruling.key]
    rated = ruling.rating is not None
    return CategoryResult(
        key=category.key,
        title=category.title,
        question=category.question,
        rating=ruling.rating,
        anchor=category.anchor(ruling.rating) if ruling.rating is not None else None,
        reason=ruling.reason,
        next_step=ruling.next_step,
        quotes=ruling.quotes,
        spread=ruling.spread if rated or ruling.unsure else None,
        unsure=ruling.unsure,
    )


def _overall(
    results: Sequence[CategoryResult],
    strengths: Sequence[Point],
    improvements: Sequence[Point],
    spread: tuple[float, float] | None,
) -> CategoryResult:
    category = BY_KEY[OVERALL]
    rated = [r for r in results if r.rating is not None]
    left_out = [r.title for r in results if r.rating is None]
    rating = round(fmean(r.rating or 0.0 for r in rated), 1) if len(rated) >= _LEAST_RATED else None
    quotes = tuple(point.quote for point in strengths if point.quote)
    step = improvements[0].text if improvements else results[0].next_step
    return CategoryResult(
        key=OVERALL, title=category.title, question=category.question, rating=rating,
        anchor=None if rating is None else category.anchor(rating),
        reason=_explained(rated, left_out, results, rating), next_step=step, quotes=quotes,
        spread=None if rating is None else spread,
    )  # fmt: skip


def _explained(
    rated: Sequence[CategoryResult],
    left_out: Sequence[str],
    results: Sequence[CategoryResult],
    rating: float | None,
) -> str:
    if rating is None:
        lead = "Not enough evidence: an overall rating needs three rated categories."
        return results[0].reason if not rated else f"{lead} {results[0].reason}"
    told = f"The mean of {len(rated)} rated categories."
    return f"{told} Left out: {', '.join(left_out)}." if left_out else told


def _top(
    results: Sequence[CategoryResult], strengths: Sequence[Point], improvements: Sequence[Point]
) -> TopLines:
    rated = [r for r in results if r.rating is not None and r.key != OVERALL]
    if not rated:
        return TopLines(
            strongest=Point(text=_NOTHING_STRONG), gap=results[0].reason,
            next_step=results[0].next_step,
        )  # fmt: skip
    # What could not be rated is the bigger gap while little could.
    unrated = [r for r in results if r.rating is None and r.key != OVERALL]
    lowest = min(rated, key=lambda result: result.rating or 0.0)
    weakest = unrated[0] if len(unrated) > len(rated) else lowest
    strongest = strengths[0] if strengths else Point(text=_NOTHING_STRONG)
    gap = improvements[0].text if improvements else f"{weakest.title}: {weakest.reason}"
    return TopLines(strongest=strongest, gap=gap, next_step=weakest.next_step)


def _questions(
    answers: Sequence[Answer], delivery: table.Delivery, *, readable: bool
) -> tuple[QuestionRow, ...]:
    asked = [answer for answer in answers if answer.exchange.kind.is_rated]
    return tuple(_question(answer, delivery, readable=readable) for answer in asked)


def _question(answer: Answer, delivery: table.Delivery, *, readable: bool) -> QuestionRow:
    exchange = answer.exchange
    own = {turn.index for turn in exchange.answered}
    times = [spoken.seconds for spoken in delivery.answers if own & set(spoken.turns)]
    found = answer.evidence
    incomplete = not readable or exchange.cut_off or exchange.unread
    incomplete = incomplete or (exchange.rough and not answer.marked)
    return QuestionRow(
        turn=exchange.asked[0].index,
        question=exchange.question,
        answered=bool(exchange.answered),
        seconds=round(sum(times), 1) if times else None,
        found=tuple(cue.value for cue in found if found[cue]),
        missing=() if incomplete else tuple(cue.value for cue in missing(answer)),
        note=note(answer),
    )
