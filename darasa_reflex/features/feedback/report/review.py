"""From material and a verdict to a report. Pure: no clock, no network, the same every time."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from darasa_reflex.core.words.stored import Sentence, joined, sentence
from darasa_reflex.features.feedback.delivery import table
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.exchanges import exchanges
from darasa_reflex.features.feedback.found import answered
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.exercises import DONE, Line, complete, gap
from darasa_reflex.features.feedback.found.grounds import survey
from darasa_reflex.features.feedback.found.insights import insights
from darasa_reflex.features.feedback.found.rules import ASKED_ABOUT, UNSEEN
from darasa_reflex.features.feedback.judging import rubric
from darasa_reflex.features.feedback.judging.by_words import by_words
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict, checked
from darasa_reflex.features.feedback.judging.rubric import OVERALL, Category
from darasa_reflex.features.feedback.material import Job, Material, Said
from darasa_reflex.features.feedback.report import counted, judged
from darasa_reflex.features.feedback.report.category import CategoryResult, worded
from darasa_reflex.features.feedback.report.coverage import coverage
from darasa_reflex.features.feedback.report.once import Once
from darasa_reflex.features.feedback.report.report import (
    APP_VERSION,
    SHAPE,
    VOICE_CAVEAT,
    Point,
    Report,
    TopLines,
)

LOCAL = "local"
# A mean over fewer categories would be the name of one of them.
_LEAST_RATED = 3
_NOTHING_STRONG = sentence("Nothing in your words stands as proof yet.")
_NOTHING_COUNTED = sentence("Too little was said for our word rules to count anything.")
_UNRULED = sentence("Not enough evidence: this judge said nothing of it.")


def report_of(job: Job, turns: Sequence[Said]) -> Report:
    """Return the report of an interview without a model."""
    material = Material(job=job, turns=tuple(turns))
    answers = answered.read(material)
    return assemble(material, by_words(material, answers), LOCAL, answers)


def measure_all(material: Material) -> tuple[Metric, ...]:
    """Return everything measured about how the person spoke; no judge is needed for it."""
    return table.measure(material, exchanges(material)).metrics


def assemble(
    material: Material, verdict: Verdict, judge: str, answers: list[Answer] | None = None
) -> Report:
    """Return the report of a verdict: quotes checked, overall computed, delivery measured.

    Args:
        material: What was judged.
        verdict: As the judge gave it; what code cannot find in the transcript is removed.
        judge: Name of the judge.
        answers: As `answered.read` reads them; None: they are read here.
    """
    verdict, removed = checked(verdict, material.turns)
    answers = answered.read(material) if answers is None else answers
    delivery = table.measure(material, [answer.exchange for answer in answers])
    results = _results(verdict.rulings)
    flagged = Once(quote for one in verdict.answers for flag in one.flags for quote in flag.quotes)
    # What worries is no proof of strength as well.
    proofs = [(text, quote) for text, quote in verdict.strengths if not flagged.holds(quote)]
    strengths = tuple(Point(text=text, quote=quote) for text, quote in proofs)
    improvements = tuple(Point(text=text) for text in verdict.improvements)
    unread = survey(answers, foreign=material.foreign).refusal is not None
    overall = _overall(results, improvements, verdict, unread=unread)
    ordered = _in_order([*results, overall])
    top = (
        _top(ordered, strengths, improvements) if _is_rated(results) else _counted(answers, ordered)
    )
    questions = (
        judged.questions(material, verdict.answers, delivery)
        if verdict.answers
        else counted.questions(answers, delivery, material.turns)
    )
    covered = (
        judged.coverage(material, verdict.answers)
        if verdict.answers
        else coverage(material, answers)
    )
    once = flagged
    return Report(
        rubric_version=rubric.RUBRIC_VERSION, app_version=APP_VERSION, judge=judge,
        label=verdict.label, passes=verdict.passes,
        rough=any(t.rough and not t.from_text for t in material.turns),
        # In the order of reading: what is quoted above is not quoted again.
        top=replace(top, strongest=once.point(top.strongest)),
        categories=tuple(worded(once.category(result)) for result in ordered),
        strengths=tuple(map(once.point, strengths)), improvements=improvements,
        questions=tuple(map(once.question, questions)), coverage=tuple(map(once.covered, covered)),
        metrics=delivery.metrics, removed_claims=removed + len(verdict.strengths) - len(strengths),
        model=verdict.model, prompt_version=verdict.prompt_version, voice=verdict.voice,
        voice_caveat=VOICE_CAVEAT if verdict.voice else "", shape=SHAPE,
        unseen="" if verdict.model else UNSEEN,
        insights=None if material.foreign else insights(answers, material.job.requirements),
        language=verdict.language,
    )  # fmt: skip


def _results(rulings: Sequence[Ruling]) -> list[CategoryResult]:
    """Return a result for each category; one a judge left out has not enough evidence."""
    by_key = {ruling.key: ruling for ruling in rulings}
    return [
        _result(row, by_key.get(row.key) or _unruled(row))
        for row in rubric.RUBRIC
        if row.key != OVERALL
    ]


def _unruled(row: Category) -> Ruling:
    return Ruling(key=row.key, rating=None, reason=_UNRULED, next_step="")


def _in_order(results: Sequence[CategoryResult]) -> list[CategoryResult]:
    place = {row.key: number for number, row in enumerate(rubric.RUBRIC)}
    return sorted(results, key=lambda result: place[result.key])


def _is_rated(results: Sequence[CategoryResult]) -> bool:
    return any(result.rating is not None or result.unsure for result in results)


def _result(category: Category, ruling: Ruling) -> CategoryResult:
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
        found=ruling.found,
        counts=ruling.counts,
    )


def _overall(
    results: Sequence[CategoryResult],
    improvements: Sequence[Point],
    verdict: Verdict,
    *,
    unread: bool,
) -> CategoryResult:
    category = next(row for row in rubric.RUBRIC if row.key == OVERALL)
    rated = [r for r in results if r.rating is not None]
    left_out = [r.title for r in results if r.rating is None]
    rating = round(fmean(r.rating or 0.0 for r in rated), 1) if len(rated) >= _LEAST_RATED else None
    step = improvements[0].text if improvements else results[0].next_step or DONE
    reason = _explained(rated, left_out, results, rating)
    if verdict.model is None and not _is_rated(results) and not unread:
        reason = joined([sentence("No overall rating."), sentence(UNSEEN)])
    return CategoryResult(
        key=OVERALL, title=category.title, question=category.question, rating=rating,
        anchor=None if rating is None else category.anchor(rating), reason=reason, next_step=step,
        spread=None if rating is None else verdict.overall_spread,
    )  # fmt: skip


def _explained(
    rated: Sequence[CategoryResult],
    left_out: Sequence[str],
    results: Sequence[CategoryResult],
    rating: float | None,
) -> str:
    if rating is None:
        lead = sentence("Not enough evidence: an overall rating needs three rated categories.")
        return results[0].reason if not rated else joined([lead, results[0].reason])
    told = sentence("The mean of {rated} rated categories.", rated=len(rated))
    if not left_out:
        return told
    titles = joined([sentence(title) for title in left_out], ", ")
    return joined([told, sentence("Left out: {titles}.", titles=titles)])


def _top(
    results: Sequence[CategoryResult], strengths: Sequence[Point], improvements: Sequence[Point]
) -> TopLines:
    rated = [r for r in results if r.rating is not None and r.key != OVERALL] or results
    # What could not be rated is the bigger gap while little could.
    unrated = [r for r in results if r.rating is None and r.key != OVERALL]
    lowest = min(rated, key=lambda result: result.rating or 0.0)
    weakest = unrated[0] if len(unrated) > len(rated) else lowest
    strongest = strengths[0] if strengths else Point(text=_NOTHING_STRONG)
    gap = improvements[0].text if improvements else _under(weakest)
    return TopLines(strongest=strongest, gap=gap, next_step=weakest.next_step)


def _under(result: CategoryResult) -> str:
    return joined([sentence(result.title), result.reason], ": ")


def _counted(answers: Sequence[Answer], results: Sequence[CategoryResult]) -> TopLines:
    """Return the top lines of counts: nothing in them is a strength or a fault."""
    overall = next(result for result in results if result.key == OVERALL)
    alarmed = next((result for result in results if ASKED_ABOUT in result.counts), None)
    rated = [answer for answer in answers if answer.exchange.kind.is_rated]
    found = any(result.found for result in results)
    whole, lacking = (complete(rated), gap(rated)) if found else (Line(), Line())
    if not found:
        lacking = (
            Line(alarmed.reason, _named_in(alarmed.reason)) if alarmed else Line(_NOTHING_COUNTED)
        )
    return TopLines(
        strongest=Point(text=""),
        counted=whole.text,
        gap=lacking.text,
        next_step=overall.next_step,
        named={
            "counted": whole.answers,
            "gap": lacking.answers,
            "next_step": _named_in(overall.next_step),
        },
    )


def _named_in(text: str) -> tuple[int, ...]:
    """Return the answer that a sentence of ours names by its number."""
    number = text.values.get("answer") if isinstance(text, Sentence) else None
    return (number,) if isinstance(number, int) else ()
