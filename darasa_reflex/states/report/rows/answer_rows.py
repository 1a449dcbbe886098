"""From an answer with its marks to what the page shows of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from darasa_reflex.components.report.rows.answer_rows import (
    AnswerRow,
    CountRow,
    NoteRow,
    OutlineRow,
    PartRow,
    PassageRow,
    PieceRow,
    SegmentRow,
)
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import ENGLISH, ngettext, number
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.answers.words import cased
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer, Note, Passage, beside
from darasa_reflex.features.feedback.report.judged import ANSWERED
from darasa_reflex.features.feedback.report.report import QuestionRow
from darasa_reflex.features.interviews.recordings.recordings import Kept
from darasa_reflex.states.events import addresses
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.anchors import anchor_of, card_of
from darasa_reflex.states.report.conversation import Conversation
from darasa_reflex.states.report.rows.bubbles import filled, labels_of

# What is counted of an answer that tells of time and length, not of words.
LENGTH, THINKING = marked("Length"), marked("Thinking first")
# Source: advice pages on interviews, weak; silences between speakers in recorded meetings.
_LENGTH = marked("{words} in {seconds} s; advice pages say 60 to 120 s")
_THINKING = marked("{seconds} s; up to 5 s is usual, more is no fault")
_GAP = re.compile(r"\[([^\[\]]*)\]")
_VERDICTS = {
    ANSWERED["yes"]: marked("Answered"),
    ANSWERED["partly"]: marked("Answered in part"),
    ANSWERED["no"]: marked("Not answered"),
}
_MS, _BREATH_MS = 1_000, 200
NOT_RECORDED = marked("not recorded")
BEING_SAVED = marked("recording being saved: reload the page in a moment")


def answer_rows(
    answers: Sequence[MarkedAnswer], said: Conversation, told_in: str = ENGLISH
) -> list[AnswerRow]:
    """Return answers as the page shows them, in order.

    Args:
        answers: All of the report.
        said: What was said.
        told_in: What a model wrote its sentences in, as in ISO 639-1.
    """
    written = beside(answers, said.comments)
    return [
        replace(_answer(one, said), comments=written.get(one.asked, []), told_in=told_in)
        for one in answers
    ]


def name_of(answer: MarkedAnswer) -> str:
    """Return what an answer is called."""
    if answer.number:
        return _("Answer {number}", number=answer.number)
    return _("Your own questions") if answer.own_questions else _("Also said")


def _answer(one: MarkedAnswer, said: Conversation) -> AnswerRow:
    row, answered = one.row, one.answered
    begins = answered[0].index if answered else one.asked
    outline = [_outline(line) for line in row.stronger] if row else []
    return AnswerRow(
        key=card_of(one.number, one.asked),
        number=str(one.number or "?"),
        name=name_of(one),
        question=one.question,
        asks=said.asks,
        seconds=_seconds(row),
        parts=_parts(row) if row else [],
        passages=[_passage(passage, said) for passage in one.passages],
        notes=list(_notes(one.notes, _sounds(one, said))),
        carried=row.carried if row else "",
        missing=(row.lacking or ", ".join(map(_, row.missing))) if row else "",
        note=row.note if row else "",
        counts=_counts(row) if row else [],
        stronger=outline,
        turn=f"#{anchor_of(begins)}",
        again=said.again.get(one.asked, "") if one.number and answered else "",
        plain="\n\n".join([one.question, *(_text(passage) for passage in one.passages)]),
        outline="\n".join(row.stronger) if row else "",
        place=one.asked,
        spoken_in=said.language,
    )


def _seconds(row: QuestionRow | None) -> str:
    if row is None or row.seconds is None:
        return ""
    return _("{seconds} s", seconds=round(row.seconds))


def _parts(row: QuestionRow) -> list[PartRow]:
    found = [part.quote is not None or part.name in row.found for part in row.parts]
    parts = [
        PartRow(_(part.name), is_found, _(" found") if is_found else _(" not found by word rules"))
        for part, is_found in zip(row.parts, found, strict=True)
    ]
    if row.verdict in _VERDICTS:
        whole = row.verdict == ANSWERED["yes"]
        parts.append(PartRow(_(_VERDICTS[row.verdict]), found=whole, told=""))
    if row.flags:
        parts.append(PartRow(_("Would worry an interviewer"), found=False, told=""))
    return parts


def _passage(passage: Passage, said: Conversation) -> PassageRow:
    turn = passage.turn
    texts = filled([piece.text for piece in passage.pieces], turn.unread)
    sound = said.sounds.get(turn.index)
    unheard = said.recorded and turn.is_candidate and not turn.from_text and sound is None
    told = _(BEING_SAVED if said.saving else NOT_RECORDED)
    return PassageRow(
        speaker=turn.speaker.value,
        language=said.language if turn.is_candidate else said.asks,
        labels=[*labels_of([turn]), *([told] if unheard else [])],
        sound=addresses.recording(sound.turn_id) if sound else "",
        lasts=clock(sound.milliseconds / _MS) if sound else "",
        pieces=[
            PieceRow(text, str(piece.note or ""), piece.worry)
            for text, piece in zip(texts, passage.pieces, strict=True)
        ],
    )


def _text(passage: Passage) -> str:
    texts = filled([piece.text for piece in passage.pieces], passage.turn.unread)
    return "".join(texts)


def _sounds(one: MarkedAnswer, said: Conversation) -> list[Kept]:
    return [said.sounds[turn.index] for turn in one.answered if turn.index in said.sounds]


def _notes(notes: Sequence[Note], sounds: Sequence[Kept]) -> Iterator[NoteRow]:
    """Yield what marked places show; a time that several share, as of a whole turn, comes once."""
    before = ""
    for note in notes:
        at = "" if note.at_ms is None else clock(note.at_ms / _MS)
        row = NoteRow(
            str(note.number), " · ".join(note.told), "" if at == before else at, note.worry
        )
        sound = next((kept for kept in sounds if kept.has(note.at_ms)), None)
        yield _audible(row, sound, note.at_ms) if row.at and sound else row
        before = at


def _audible(row: NoteRow, sound: Kept, at_ms: int | None) -> NoteRow:
    """Return a note that can be heard, from a breath before its first word."""
    second = max(0, (at_ms or 0) - _BREATH_MS - sound.began_ms) / _MS
    return replace(row, sound=addresses.recording(sound.turn_id), second=second)


def _outline(line: str) -> OutlineRow:
    """Return a line of an outline, "Result: the queue was gone [how soon?]"."""
    part, _, text = line.partition(": ") if ": " in line else ("", "", line)
    return OutlineRow(part, [s for s in _segments(text) if s.text.strip()])


def _segments(text: str) -> Iterator[SegmentRow]:
    for place, piece in enumerate(_GAP.split(text)):
        yield SegmentRow(piece, blank=bool(place % 2))


def _counts(row: QuestionRow) -> list[CountRow]:
    """Return length and thinking time, each beside what is usual, and words by what they tell."""
    many = row.word_count
    told = ngettext("{count} word", "{count} words", many)
    if row.seconds is not None:
        told = _(_LENGTH, words=told, seconds=round(row.seconds))
    return [
        *([CountRow(_(LENGTH), told)] if row.word_count else []),
        *(
            [CountRow(_(THINKING), _(_THINKING, seconds=number(row.thinking, 1)))]
            if row.thinking is not None
            else []
        ),
        *(CountRow(capital(_(name)), _words(words)) for name, words in row.said.items()),
    ]


def _words(words: Iterable[str]) -> str:
    return ", ".join(quoted(word) for word in words)


def quoted(word: str) -> str:
    """Return words of the person in the quotation marks of who reads."""
    return _("“{words}”", words=cased(word))


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]
