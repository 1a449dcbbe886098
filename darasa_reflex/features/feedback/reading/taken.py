"""A report to take along, piece by piece: as Markdown to read, as JSON for programs."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import short
from darasa_reflex.features.feedback.found.steps import FOUND
from darasa_reflex.features.feedback.material import Said
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer, beside
from darasa_reflex.features.feedback.reading.answers import marked as answers_of
from darasa_reflex.features.feedback.report.category import CategoryResult, clock, passes
from darasa_reflex.features.feedback.report.coverage import state_told
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan

# Counts up when a key of the JSON is renamed or goes.
VERSION = 1
_NONE = "\u2013"
_ABOUT = marked("Feedback by {name} on one practice interview. Practice, not a forecast.")
# What Markdown would read as its own, where it stands in words of people.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_STARTS = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody with a link to the report wrote to an answer.

    Attributes:
        author: The name they gave, which nobody has checked.
        written_at: In UTC.
    """

    author: str
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A report with what it is of.

    Attributes:
        by: What the server calls itself.
        job: What the person called it.
        held_at: When the interview was started, in UTC.
        run: Number of the feedback.
        turns: The whole transcript.
        comments: By the place of the turn that asked, from 0; oldest first.
    """

    by: str
    job: str
    held_at: datetime
    seconds: int
    language: str
    run: int
    report: Report
    turns: tuple[Said, ...]
    plan: QuestionPlan
    comments: Mapping[int, Sequence[Comment]] = field(default_factory=dict[int, Sequence[Comment]])


def as_json(taken: Taken) -> Iterator[str]:
    """Yield one JSON object: what it is of, report, comments, and the transcript, a turn a line."""
    head = {
        "format": "darasa-report",
        "version": VERSION,
        "about": _(_ABOUT, name=taken.by),
        "job": taken.job,
        "held_at": taken.held_at.isoformat(),
        "seconds": taken.seconds,
        "language": taken.language,
        "run": taken.run,
    }
    yield _json(head).removesuffix("}") + ', "report": '
    yield _json(taken.report.as_json())
    yield ', "coach_comments": ' + _json(list(_comments(taken)))
    yield ', "turns": ['
    before = "\n"
    for turn in taken.turns:
        yield before + _json(_turn(turn))
        before = ",\n"
    yield "\n]}\n"


def as_markdown(taken: Taken) -> Iterator[str]:
    """Yield a report to read: what to read first, the answers, categories, delivery, the job."""
    report = taken.report
    day = f"{taken.held_at:%Y-%m-%d}"
    title = _("Feedback: {job}", job=plain(taken.job))
    yield f"# {title}\n\n{day}, {clock(taken.seconds * 1000)}, {_(report.label)}"
    yield from _top(report)
    answers = answers_of(report, taken.turns, taken.plan)
    comments = beside(answers, taken.comments)
    for answer in answers:
        yield "\n".join((*_answer(answer), *map(_comment, comments.get(answer.asked, ()))))
    yield _head(_("By category"))
    yield from map(_category, report.categories)
    yield _head(_("Delivery, measured"))
    for metric in report.metrics:
        told = " ".join(filter(None, (metric.remark, metric.reason)))
        yield f"- {_(metric.title)}: {metric.display}. {told}".rstrip()
    if report.coverage:
        yield _head(_("What the job asks for"))
        by_rules = bool(report.unseen)
        for row in report.coverage:
            yield f"- {plain(row.requirement)}: {state_told(row.state, by_rules=by_rules)}"
    if report.voice:
        yield _head(_("How your voice came across"))
        yield f"{_(report.voice_caveat)}\n\n{plain(report.voice)}"
    made = _(
        "Rubric {rubric}, app version {app}.", rubric=report.rubric_version, app=report.app_version
    )
    yield f"\n---\n\n{_(_ABOUT, name=plain(taken.by))} {made}"


def _head(title: str) -> str:
    return f"\n## {title}\n"


def plain(text: str) -> str:
    """Return words so that Markdown shows them as they are."""
    return _STARTS.sub(
        lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", _MARKS.sub(r"\\\1", text)
    )


def _top(report: Report) -> Iterator[str]:
    top = report.top
    lines = (
        (_("What worked") if report.model else _("Found"), top.strongest.text or top.counted),
        (_("What was missing") if report.model else _("Not found"), top.gap),
        (_("One exercise for tomorrow"), top.next_step),
    )
    yield "\n" + "\n".join(f"- **{name}:** {plain(text)}" for name, text in lines if text)
    if report.unseen:
        yield f"\n{_(report.unseen)}"


def _answer(answer: MarkedAnswer) -> Iterator[str]:
    name = f"{answer.number}. " if answer.number else ""
    yield f"\n## {name}{plain(answer.question)}"
    if answer.row and answer.row.parts:
        found = {part.name for part in answer.row.parts if part.quote} | set(answer.row.found)
        parts = (
            _("{part} found", part=_(p.name)) if p.name in found else f"{_(p.name)} {_NONE}"
            for p in answer.row.parts
        )
        yield f"\n{', '.join(parts)}"
    for passage in answer.passages:
        pieces = (
            f"**{plain(piece.text)}** ({piece.note})" if piece.note else plain(piece.text)
            for piece in passage.pieces
        )
        said = "".join(pieces)
        if passage.turn.is_candidate:
            yield "\n> " + said.replace("\n", "\n> ")
        else:
            interviewer = _("Interviewer")
            yield f"\n*{interviewer}:* {said}"
    if answer.notes:
        yield ""
    for note in answer.notes:
        at = "" if note.at_ms is None else f" ({clock(note.at_ms)})"
        yield f"- ({note.number}) {plain('; '.join(note.told))}{at}"
    yield from _judged(answer)


def _judged(answer: MarkedAnswer) -> Iterator[str]:
    row = answer.row
    if row is None:
        return
    verdict = _(row.verdict) if row.verdict else ""
    missing = _("Missing: {text}", text=row.lacking) if row.lacking else ""
    for text in (verdict, missing, row.note):
        if text:
            yield f"\n{plain(text)}"
    if row.stronger:
        stronger = _("Stronger, from your own facts:")
        yield f"\n{stronger}\n"
        yield from (f"- {plain(line)}" for line in row.stronger)


def _comment(comment: Comment) -> str:
    quoted = plain(comment.text).replace("\n", "\n> ")
    day = f"{comment.written_at:%Y-%m-%d}"
    written = _("Comment by your coach, {author}, {day}:", author=plain(comment.author), day=day)
    return f"\n*{written}*\n\n> {quoted}"


def _comments(taken: Taken) -> Iterator[dict[str, Any]]:
    """Yield comments for programs; `turn` is the place among the turns of the one that asked."""
    for place, written in sorted(taken.comments.items()):
        for one in written:
            at = one.written_at.isoformat()
            yield {"turn": place, "author": one.author, "text": one.text, "written_at": at}


def _category(result: CategoryResult) -> str:
    found = _(FOUND[result.found]) if result.found else (_("unsure") if result.unsure else _NONE)
    mark = found
    if result.rating is not None:
        mark = _("{rating} of 10", rating=short(result.rating))
    low, high = result.spread or (0, 0)
    spread = passes(low, high) if result.spread and low != high else ""
    return f"- **{_(result.title)}:** {mark}{spread}. {plain(result.reason)}"


def _turn(turn: Said) -> dict[str, Any]:
    return {
        "speaker": turn.speaker.value,
        "text": turn.text,
        "began_ms": turn.began_ms,
        "ended_ms": turn.ended_ms,
        "typed": turn.from_text,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
