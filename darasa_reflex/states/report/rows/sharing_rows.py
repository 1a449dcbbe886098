"""The chosen parts of a report for whoever has a link, the links, and the comments."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from darasa_reflex.components.report.rows.answer_rows import AnswerRow, CommentRow, NoteRow
from darasa_reflex.components.report.rows.measured_rows import DeliveryRow
from darasa_reflex.components.report.rows.report_rows import CategoryRow, HeadRow, ReportRow
from darasa_reflex.components.report.rows.time_rows import TimelineRow
from darasa_reflex.components.report.sharing.sharing import LinkRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.sharing.models import CoachComment, ReportLink
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.states.events import addresses
from darasa_reflex.states.report.rows.answer_rows import LENGTH, THINKING

# So many words in the order in which somebody said them are a quote.
_QUOTED = 5
_WORD = re.compile(r"\w+")
# The category that is told and rated from measures alone, and words of those in other texts, in
# each language that a model may write in.
_PACING = "pacing_timing"
_OF_MEASURES = re.compile(
    r"\b(?:per|a) minute\b|\b(?:pace|pacing|paused?|pauses|silences?|seconds?|minutes?|fillers?)\b"
    r"|\d\s?s\b|\b\w*(?:tempo|pausen?|pausiert|stille|sekunden?|minuten?|füllwort|füllwörtern?|"
    r"füllfloskeln?)\b",
    re.IGNORECASE,
)
_FILLERS = marked("Fillers")
_FIRST_SENTENCE = re.compile(r"(?<=\.) .*", re.DOTALL)


def shared_row(
    row: ReportRow, said: Sequence[str], *, with_words: bool, measured: bool
) -> ReportRow:
    """Return of a report what somebody with a link may see; all that is not named is left out.

    Args:
        row: The whole report.
        said: What the person said, turn by turn.
        with_words: Whether they chose to show that.
        measured: Whether they chose to show what was measured of how they spoke.
    """
    hidden = _Hidden(() if with_words else said, measures=not measured)
    counts = [one for one in row.counts if measured or one.name != _(_FILLERS)]
    return ReportRow(
        label=row.label,
        answered=row.answered,
        counted=row.counted,
        untold=row.untold,
        why_untold=row.why_untold,
        worked=_head(row.worked, hidden),
        missing=_head(row.missing, hidden),
        exercise=_head(row.exercise, hidden),
        # What follows tells its owner what to do.
        unseen=_FIRST_SENTENCE.sub("", row.unseen),
        timeline=row.timeline if measured else TimelineRow(),
        answers=[
            _answer(one, hidden, with_words=with_words, measured=measured) for one in row.answers
        ],
        rated_how=row.rated_how,
        categories=[
            _category(one, hidden) for one in row.categories if measured or one.key != _PACING
        ],
        rubric=[one for one in row.rubric if measured or one.key != _PACING],
        also=list(hidden.without(row.also)),
        more=list(hidden.without(row.more)),
        counts=counts if with_words else [],
        delivery=row.delivery if measured else DeliveryRow(),
        requirements=row.requirements,
        made=row.made,
    )


def comment_rows(comments: Sequence[CoachComment], writer: str = "") -> list[CommentRow]:
    """Return comments as the page shows them to who is known by `writer`: see `Reader`."""
    return [
        CommentRow(
            key=str(one.id),
            author=one.author,
            at=one.created_at.isoformat(),
            text=one.text,
            label=_("Delete the comment by {author}", author=one.author),
            mine=bool(writer) and one.writer == writer,
        )
        for one in comments
    ]


def comments_by_place(
    found: Mapping[int, Sequence[CoachComment]], writer: str = ""
) -> dict[int, list[CommentRow]]:
    """Return comments by the place of the turn that asked, as the page shows them: see above."""
    return {place: comment_rows(comments, writer) for place, comments in found.items()}


def link_row(link: ReportLink, interview: Interview, job_info: JobInfo) -> LinkRow:
    """Return a link as its owner sees it."""
    return LinkRow(
        key=str(link.id),
        name=link.name or _("Without a name"),
        shows=_shows(link),
        until=link.expires_at.isoformat(),
        opened=link.opened_at.isoformat() if link.opened_at else "",
        job=job_info.name,
        began=interview.created_at.isoformat(),
        report_to=addresses.interview_page(job_info.id, interview.id),
    )


# By whether words are shown, and what was measured.
_SHOWS = {
    (True, True): marked("Your words, and what was measured"),
    (True, False): marked("Your words; nothing measured"),
    (False, True): marked("What was measured; not your words"),
    (False, False): marked("Neither your words nor what was measured"),
}


def _shows(link: ReportLink) -> str:
    shows = _(_SHOWS[link.words, link.measured])
    return _("{shows}; your recorded answers", shows=shows) if link.audio else shows


def _answer(row: AnswerRow, hidden: "_Hidden", *, with_words: bool, measured: bool) -> AnswerRow:
    timed = {_(LENGTH), _(THINKING)}
    counts = [one for one in row.counts if (measured if one.name in timed else with_words)]
    own = replace(
        row, plain="", outline="", turn="", again="", counts=counts,
        seconds=row.seconds if measured else "",
        carried=hidden.emptied(row.carried),
        missing=hidden.emptied(row.missing),
        note=hidden.emptied(row.note),
        notes=row.notes if measured else [_timeless(note) for note in row.notes],
        passages=row.passages if measured else [replace(one, lasts="") for one in row.passages],
    )  # fmt: skip
    if with_words:
        return own
    return replace(own, passages=[], notes=[], stronger=[], withheld=True)


def _timeless(note: NoteRow) -> NoteRow:
    return replace(note, at="", sound="", second=0.0)


def _category(row: CategoryRow, hidden: "_Hidden") -> CategoryRow:
    return replace(row, reason=hidden.emptied(row.reason))


def _head(row: HeadRow, hidden: "_Hidden") -> HeadRow:
    return row if hidden.emptied(row.text) else HeadRow()


class _Hidden:
    """Finds texts that tell what is not shown.

    Args:
        said: What is not to be repeated word for word, turn by turn.
        measures: Whether nothing measured is to be told.
    """

    def __init__(self, said: Sequence[str], *, measures: bool) -> None:
        self._runs = {run for text in said for run in _runs(text)}
        self._measures = measures

    def emptied(self, text: str) -> str:
        """Return a text, or nothing where it tells what is not shown."""
        if self._measures and _OF_MEASURES.search(text):
            return ""
        return "" if self._runs.intersection(_runs(text)) else text

    def without(self, texts: Sequence[str]) -> Iterator[str]:
        """Yield the texts that tell nothing of it."""
        return (text for text in texts if self.emptied(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    said = _WORD.findall(words.plain(text))
    return (tuple(said[at : at + _QUOTED]) for at in range(len(said) - _QUOTED + 1))
