"""From a report to what the page shows of it."""

import re
from collections.abc import Mapping, Sequence

from darasa_reflex.components.report.answer_rows import CountRow
from darasa_reflex.components.report.report_rows import (
    ChipRow,
    GroupRow,
    HeadRow,
    ReportRow,
    RunRow,
    WayRow,
)
from darasa_reflex.features.answers.words import cased
from darasa_reflex.features.feedback.found.grounds import FOREIGN, ROUGH
from darasa_reflex.features.feedback.found.insights import Insights
from darasa_reflex.features.feedback.judging.rubric import OVERALL
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer, marked
from darasa_reflex.features.feedback.reading.timeline import timeline
from darasa_reflex.features.feedback.report.coverage import State
from darasa_reflex.features.feedback.report.report import CategoryResult, CoverageRow, Report
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.runs.views import RunGlance
from darasa_reflex.states.jobs.rows import counted
from darasa_reflex.states.report.anchors import card_of
from darasa_reflex.states.report.answer_rows import answer_rows, name_of
from darasa_reflex.states.report.category_rows import category_row, category_rows, without_lead
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.delivery_rows import delivery_row
from darasa_reflex.states.report.time_rows import timeline_row

_NAMED = re.compile(r"\banswers? ((?:\d+(?:, | and )?)+)", re.IGNORECASE)
_MOST_WAYS = 4
_TOO_LITTLE = "Too little said to tell"
_UNTOLD = {ROUGH: "Heard too roughly to tell", FOREIGN: "Your words were not read"}
_SHOWN = frozenset({State.SHOWN.value, State.NAMED.value})
# Beside the words of a requirement, where its group does not say all.
_BESIDE = {
    State.PARTLY.value: " (in part)",
    State.UNREAD.value: " (not all of the answer was understood)",
}


def report_row(report: Report, said: Conversation | None = None) -> ReportRow:
    """Return a report as the page shows it.

    Args:
        report: The report.
        said: What was said; None: answers cannot be shown beside it.
    """
    said = said or Conversation()
    answers = marked(report, said.turns, said.plan)
    many = sum(bool(one.answered) for one in answers)
    overall = report.category(OVERALL)
    others = [c for c in report.categories if c.key != OVERALL]
    by_rules = bool(report.unseen)
    unread = not any(c.rating is not None or c.unsure or c.counts for c in others)
    rows = others if by_rules or overall.rating is None else [*others, overall]
    return ReportRow(
        label=report.label if by_rules else f"rated {report.label}",
        overall="" if overall.rating is None else f"{overall.rating:g} out of 10",
        answered=counted(many, "answer") if many else "",
        counted=by_rules and not unread,
        untold=_UNTOLD.get(overall.reason, _TOO_LITTLE) if unread else "",
        why_untold=without_lead(overall.reason) if unread else "",
        worked=_worked(report, answers),
        missing=_head("" if unread else report.top.gap, answers),
        # What can be done about words that were not read stands in the reason.
        exercise=_head("" if overall.reason in _UNTOLD else report.top.next_step, answers),
        unseen="" if unread else report.unseen,
        timeline=timeline_row(timeline(said.turns, answers), answers),
        answers=answer_rows(answers, said),
        rated_how=_rated_how(report),
        categories=[] if unread else category_rows(rows),
        rubric=[category_row(result) for result in others],
        also=[point.text for point in report.strengths[1:]],
        more=_more(report, others),
        counts=_counts(report.insights) if report.insights and not unread else [],
        delivery=delivery_row(report.metrics, answers, said.language),
        requirements=_groups(report, answers, unread=unread),
        voice=report.voice or "",
        voice_caveat=report.voice_caveat,
        made=_made(report),
    )


def ways_of(row: ReportRow) -> dict[str, tuple[str, str]]:
    """Return the turns at which answers begin, each with the way to its answer."""
    return {one.turn.removeprefix("#"): (one.name, f"#{one.key}") for one in row.answers}


def run_rows(runs: Sequence[RunGlance], shown: int) -> list[RunRow]:
    """Return the runs of an interview, as the page lists them."""
    return [
        RunRow(run.run, run.created_at.isoformat(), _stands(run), run.run == shown) for run in runs
    ]


def _stands(run: RunGlance) -> str:
    if run.status is not FeedbackStatus.READY:
        return f"Feedback {run.status.value}"
    return "Without marks" if run.overall is None else f"{run.overall:g} out of 10"


def _worked(report: Report, answers: Sequence[MarkedAnswer]) -> HeadRow:
    strongest = report.top.strongest
    if not strongest.text:
        return _head(report.top.counted, answers)
    turn = strongest.quote.turn if strongest.quote else None
    own = [one for one in answers if any(said.index == turn for said in one.answered)]
    return HeadRow(strongest.text, [_way(one) for one in own])


def _head(text: str, answers: Sequence[MarkedAnswer]) -> HeadRow:
    """Return a line with ways to the answers it names."""
    named = {int(n) for group in _NAMED.findall(text) for n in re.findall(r"\d+", group)}
    ways = [_way(one) for one in answers if one.number in named]
    return HeadRow(text, ways[:_MOST_WAYS])


def _way(answer: MarkedAnswer) -> WayRow:
    return WayRow(name_of(answer), f"#{card_of(answer.number, answer.asked)}")


def _rated_how(report: Report) -> str:
    if report.unseen:
        return "what word cues can find, not a mark"
    if report.passes > 1:
        return f"out of 10, with the spread of {report.passes} passes"
    return "out of 10"


def _more(report: Report, results: Sequence[CategoryResult]) -> list[str]:
    """Return what else to practise, but for what the page says first."""
    first = {report.top.gap, report.top.next_step}
    told = [point.text for point in report.improvements]
    told += [f"{c.title}: {c.next_step}" for c in results if c.next_step not in {"", *first, *told}]
    return [text for text in dict.fromkeys(told) if text not in first]


def _counts(found: Insights) -> list[CountRow]:
    """Return what was counted over all answers; what is not there is left out."""
    hedges = ", ".join(f"“{cased(word)}” {times}\u00d7" for word, times in found.hedges)
    sounds = "" if found.fillers is None else f"“um” and “uh” {found.fillers}\u00d7"
    phrases = f", “you know” and the like {found.phrases}\u00d7" if sounds and found.phrases else ""
    rows = (
        ("Words used most", ", ".join(f"{word} {times}\u00d7" for word, times in found.words_most)),
        ("“I” and “we”", f"I, me, my {found.own}\u00d7; we, us, our {found.shared}\u00d7"),
        ("Numbers you gave", ", ".join(found.numbers)),
        ("Hedges", hedges),
        ("Fillers", sounds + phrases),
    )
    return [CountRow(name, told) for name, told in rows if told]


def _groups(report: Report, answers: Sequence[MarkedAnswer], *, unread: bool) -> list[GroupRow]:
    """Return requirements in groups; word rules know what was named, not what was shown."""
    by_rules = bool(report.unseen)
    titles = {
        "shown": "Named by you" if by_rules else "Asked and shown",
        "open": "Asked, not named yet" if by_rules else "Asked, not shown yet",
        "later": "Not reached",
    }
    if unread:  # nobody knows what was named
        titles["open"] = "Asked about"
    by_turn = {said.index: one for one in answers for said in one.answered}
    sorted_rows: Mapping[str, list[ChipRow]] = {state: [] for state in titles}
    for row in report.coverage:
        sorted_rows[_group_of(row)].append(_chip(row, by_turn, by_rules=by_rules))
    return [
        GroupRow(state, title, str(len(sorted_rows[state])), sorted_rows[state])
        for state, title in titles.items()
        if sorted_rows[state]
    ]


def _group_of(row: CoverageRow) -> str:
    if row.state in _SHOWN:
        return "shown"
    return "later" if row.state == State.NOT_ASKED.value else "open"


def _chip(row: CoverageRow, by_turn: Mapping[int, MarkedAnswer], *, by_rules: bool) -> ChipRow:
    unasked = row.state in _SHOWN and row.asked_in is None and not by_rules
    beside = _BESIDE.get(row.state, " (without being asked)" if unasked else "")
    turn = row.quote.turn if row.quote else row.place[0] if row.place else -1
    answer = by_turn.get(turn)
    address = f"#{card_of(answer.number, answer.asked)}" if answer else ""
    return ChipRow(row.requirement + beside, address)


def _made(report: Report) -> list[str]:
    if report.unseen:
        return [
            "Words were counted by rules; nothing was rated, and nothing here is praise or blame.",
            f"Rubric {report.rubric_version}, app version {report.app_version}.",
            "A dash means that our rules found no such words. They may be there all the same.",
            "Numbers about your delivery are measured or counted; none is guessed.",
        ]
    removed = counted(report.removed_claims, "unsupported claim")
    passes = counted(report.passes, "pass")
    model = f" ({report.model}, prompt {report.prompt_version})" if report.model else ""
    return [
        f"Ratings {report.label}, by the {report.judge} judge{model}, in {passes}.",
        f"Rubric {report.rubric_version}, app version {report.app_version}.",
        f"Every quote was found in the transcript by code; {removed} removed.",
        "Numbers about your delivery are measured or counted; none is guessed.",
    ]
