"""From a report to what the page shows of it."""

import re
from collections.abc import Mapping, Sequence

from darasa_reflex.components.report.rows.answer_rows import CountRow
from darasa_reflex.components.report.rows.report_rows import (
    ChipRow,
    GroupRow,
    HeadRow,
    ReportRow,
    RunRow,
    WayRow,
)
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext, short
from darasa_reflex.features.feedback.found.grounds import FOREIGN, ROUGH
from darasa_reflex.features.feedback.found.insights import Insights
from darasa_reflex.features.feedback.judging.rubric import OVERALL
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer
from darasa_reflex.features.feedback.reading.answers import marked as answers_of
from darasa_reflex.features.feedback.reading.timeline import timeline
from darasa_reflex.features.feedback.report.category import CategoryResult, without_lead
from darasa_reflex.features.feedback.report.coverage import State
from darasa_reflex.features.feedback.report.report import CoverageRow, Report
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.runs.views import RunGlance
from darasa_reflex.states.report.anchors import card_of
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.rows.answer_rows import answer_rows, name_of, quoted
from darasa_reflex.states.report.rows.category_rows import category_row, category_rows, language_of
from darasa_reflex.states.report.rows.delivery_rows import delivery_row
from darasa_reflex.states.report.rows.time_rows import timeline_row

_NAMED = re.compile(r"\banswers? ((?:\d+(?:, | and )?)+)", re.IGNORECASE)
_MOST_WAYS = 4
_TOO_LITTLE = marked("Too little said to tell")
_UNTOLD = {
    str(ROUGH): marked("Heard too roughly to tell"),
    str(FOREIGN): marked("Your words were not read"),
}
_SHOWN = frozenset({State.SHOWN.value, State.NAMED.value})
# Beside the words of a requirement, where its group does not say all.
_BESIDE = {
    State.PARTLY.value: marked("{requirement} (in part)"),
    State.UNREAD.value: marked("{requirement} (not all of the answer was understood)"),
}


def report_row(report: Report, said: Conversation | None = None) -> ReportRow:
    """Return a report as the page shows it.

    Args:
        report: The report.
        said: What was said; None: answers cannot be shown beside it.
    """
    said = said or Conversation()
    answers = answers_of(report, said.turns, said.plan)
    many = sum(bool(one.answered) for one in answers)
    overall = report.category(OVERALL)
    others = [c for c in report.categories if c.key != OVERALL]
    by_rules = bool(report.unseen)
    unread = not any(c.rating is not None or c.unsure or c.counts for c in others)
    refusal = _refusal(overall.reason)
    prose = report.language if report.model else language_of(report.top.next_step, report.language)
    rows = others if by_rules or overall.rating is None else [*others, overall]
    return ReportRow(
        label=_(report.label) if by_rules else _("rated {how}", how=_(report.label)),
        overall="" if overall.rating is None else _out_of_ten(overall.rating),
        answered=ngettext("{count} answer", "{count} answers", many) if many else "",
        counted=by_rules and not unread,
        untold=_(refusal or _TOO_LITTLE) if unread else "",
        why_untold=without_lead(overall.reason) if unread else "",
        worked=_worked(report, answers),
        missing=_head(report, "gap", "" if unread else report.top.gap, answers),
        # What can be done about words that were not read stands in the reason.
        exercise=_head(report, "next_step", "" if refusal else report.top.next_step, answers),
        unseen=_(report.unseen) if report.unseen and not unread else "",
        timeline=timeline_row(timeline(said.turns, answers), answers),
        answers=answer_rows(answers, said, prose),
        rated_how=_rated_how(report),
        categories=[] if unread else category_rows(rows, report.language),
        rubric=[category_row(result) for result in others],
        also=[point.text for point in report.strengths[1:]],
        more=_more(report, others),
        counts=_counts(report.insights) if report.insights and not unread else [],
        delivery=delivery_row(report.metrics, answers, said.language),
        requirements=_groups(report, answers, unread=unread),
        voice=report.voice or "",
        voice_caveat=_(report.voice_caveat) if report.voice_caveat else "",
        made=_made(report),
        language=prose,
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
        return _(_STANDS[run.status])
    return _("Without marks") if run.overall is None else _out_of_ten(run.overall)


_STANDS = {
    FeedbackStatus.QUEUED: marked("Feedback queued"),
    FeedbackStatus.RUNNING: marked("Feedback running"),
    FeedbackStatus.FAILED: marked("Feedback failed"),
}


def _out_of_ten(rating: float) -> str:
    return _("{rating} out of 10", rating=short(rating))


def _refusal(reason: str) -> str:
    """Return what to say where nothing was read, for a reason in any language; else nothing."""
    return next((told for why, told in _UNTOLD.items() if reason in {why, _(why)}), "")


def _worked(report: Report, answers: Sequence[MarkedAnswer]) -> HeadRow:
    strongest = report.top.strongest
    if not strongest.text:
        return _head(report, "counted", report.top.counted, answers)
    turn = strongest.quote.turn if strongest.quote else None
    own = [one for one in answers if any(said.index == turn for said in one.answered)]
    told_in = language_of(strongest.text, report.language)
    return HeadRow(strongest.text, [_way(one) for one in own], told_in)


def _head(report: Report, line: str, text: str, answers: Sequence[MarkedAnswer]) -> HeadRow:
    """Return a line with ways to the answers it names.

    Args:
        report: Of which it is.
        line: Its name in `TopLines.named`.
        text: What it says.
        answers: All of the report.
    """
    # Older reports name answers in English, and nowhere else.
    numbers = report.top.named.get(line)
    older = (int(n) for group in _NAMED.findall(text) for n in re.findall(r"\d+", group))
    named = set(older if numbers is None else numbers) if text else set[int]()
    ways = [_way(one) for one in answers if one.number in named]
    return HeadRow(text, ways[:_MOST_WAYS], language_of(text, report.language))


def _way(answer: MarkedAnswer) -> WayRow:
    return WayRow(name_of(answer), f"#{card_of(answer.number, answer.asked)}")


def _rated_how(report: Report) -> str:
    if report.unseen:
        return _("what word cues can find, not a mark")
    if report.passes > 1:
        return _("out of 10, with the spread of {passes} passes", passes=report.passes)
    return _("out of 10")


def _more(report: Report, results: Sequence[CategoryResult]) -> list[str]:
    """Return what else to practise, but for what the page says first."""
    first = {report.top.gap, report.top.next_step}
    told = [point.text for point in report.improvements]
    told += [
        f"{_(c.title)}: {c.next_step}" for c in results if c.next_step not in {"", *first, *told}
    ]
    return [text for text in dict.fromkeys(told) if text not in first]


def _counts(found: Insights) -> list[CountRow]:
    """Return what was counted over all answers; what is not there is left out."""
    hedges = ", ".join(f"{quoted(word)} {times}\u00d7" for word, times in found.hedges)
    rows = (
        (
            _("Words used most"),
            ", ".join(f"{word} {times}\u00d7" for word, times in found.words_most),
        ),
        (
            _("“I” and “we”"),
            _(
                "I, me, my {own}\u00d7; we, us, our {shared}\u00d7",
                own=found.own,
                shared=found.shared,
            ),
        ),
        (_("Numbers you gave"), ", ".join(found.numbers)),
        (_("Hedges"), hedges),
        (_("Fillers"), _fillers(found)),
    )
    return [CountRow(name, told) for name, told in rows if told]


def _fillers(found: Insights) -> str:
    if found.fillers is None:
        return ""
    # Many transcriptions leave such sounds out: none there is no count of none.
    sounds = _("“um” and “uh” {times}\u00d7", times=found.fillers) if found.fillers else ""
    phrases = (
        _("“you know” and the like {times}\u00d7", times=found.phrases) if found.phrases else ""
    )
    return ", ".join(text for text in (sounds, phrases) if text)


def _groups(report: Report, answers: Sequence[MarkedAnswer], *, unread: bool) -> list[GroupRow]:
    """Return requirements in groups; word rules know what was named, not what was shown."""
    by_rules = bool(report.unseen)
    titles = {
        "shown": _("Named by you") if by_rules else _("Asked and shown"),
        "open": _("Asked, not named yet") if by_rules else _("Asked, not shown yet"),
        # Something was asked of it in other words, perhaps.
        "later": _("Named by nobody") if by_rules else _("Not reached"),
    }
    if unread:  # nobody knows what was named
        titles["open"] = _("Asked about")
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
    beside = marked("{requirement} (without being asked)") if unasked else ""
    beside = _BESIDE.get(row.state, beside)
    name = _(beside, requirement=row.requirement) if beside else row.requirement
    turn = row.quote.turn if row.quote else row.place[0] if row.place else -1
    answer = by_turn.get(turn)
    address = f"#{card_of(answer.number, answer.asked)}" if answer else ""
    return ChipRow(name, address)


def _made(report: Report) -> list[str]:
    versions = _(
        "Rubric {rubric}, app version {app}.", rubric=report.rubric_version, app=report.app_version
    )
    measured = _("Numbers about your delivery are measured or counted; none is guessed.")
    if report.unseen:
        return [
            _(
                "Words were counted by rules; nothing was rated, and nothing here is praise or "
                "blame."
            ),
            versions,
            _("A dash means that our rules found no such words. They may be there all the same."),
            measured,
        ]
    told: dict[str, str] = {
        "how": _(report.label),
        "judge": report.judge,
        "passes": ngettext("{count} pass", "{count} passes", report.passes),
    }
    if report.model:
        model, prompt = report.model, report.prompt_version or ""
        by = _(
            "Ratings {how}, by the {judge} judge ({model}, prompt {prompt}), in {passes}.",
            model=model,
            prompt=prompt,
            **told,
        )
    else:
        by = _("Ratings {how}, by the {judge} judge, in {passes}.", **told)
    found = ngettext(
        "Every quote was found in the transcript by code; {count} unsupported claim removed.",
        "Every quote was found in the transcript by code; {count} unsupported claims removed.",
        report.removed_claims,
    )
    return [by, versions, found, measured]
