"""From an answer with its marks to what the page shows of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from darasa_reflex.components.report.answer_rows import (
    AnswerRow,
    CountRow,
    NoteRow,
    OutlineRow,
    PartRow,
    PassageRow,
    PieceRow,
    SegmentRow,
)
from darasa_reflex.features.answers.words import cased
from darasa_reflex.features.feedback.reading.answers import MarkedAnswer, Note, Passage, beside
from darasa_reflex.features.feedback.report.judged import ANSWERED
from darasa_reflex.features.feedback.report.report import QuestionRow
from darasa_reflex.features.interviews.recordings.recordings import Kept
from darasa_reflex.states.events import addresses
from darasa_reflex.states.jobs.rows import clock, counted
from darasa_reflex.states.report.anchors import anchor_of, card_of
from darasa_reflex.states.report.bubbles import filled, labels_of
from darasa_reflex.states.report.conversation import Conversation

# What is counted of an answer that tells of time and length, not of words.
LENGTH, THINKING = "Length", "Thinking first"
# Source: advice pages on interviews, weak; silences between speakers in recorded meetings.
_USUAL_LENGTH = "advice pages say 60 to 120 s"
_USUAL_THINKING = "up to 5 s is usual, more is no fault"
_GAP = re.compile(r"\[([^\[\]]*)\]")
_VERDICTS = {
    ANSWERED["yes"]: PartRow("Answered", found=True, told=""),
    ANSWERED["partly"]: PartRow("Answered in part", found=False, told=""),
    ANSWERED["no"]: PartRow("Not answered", found=False, told=""),
}
_FLAGGED = PartRow("Would worry an interviewer", found=False, told="")
_MS, _BREATH_MS = 1_000, 200
NOT_RECORDED = "not recorded"
BEING_SAVED = "recording being saved: reload the page in a moment"


def answer_rows(answers: Sequence[MarkedAnswer], said: Conversation) -> list[AnswerRow]:
    """Return answers as the page shows them, in order."""
    written = beside(answers, said.comments)
    return [replace(_answer(one, said), comments=written.get(one.asked, [])) for one in answers]


def name_of(answer: MarkedAnswer) -> str:
    """Return what an answer is called."""
    if answer.number:
        return f"Answer {answer.number}"
    return "Your own questions" if answer.own_questions else "Also said"


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
        seconds=f"{row.seconds:.0f} s" if row and row.seconds is not None else "",
        parts=_parts(row) if row else [],
        passages=[_passage(passage, said) for passage in one.passages],
        notes=list(_notes(one.notes, _sounds(one, said))),
        carried=row.carried if row else "",
        missing=(row.lacking or ", ".join(row.missing)) if row else "",
        note=row.note if row else "",
        counts=_counts(row) if row else [],
        stronger=outline,
        turn=f"#{anchor_of(begins)}",
        again=said.again.get(one.asked, "") if one.number and answered else "",
        plain="\n\n".join([one.question, *(_text(passage) for passage in one.passages)]),
        outline="\n".join(row.stronger) if row else "",
        place=one.asked,
    )


def _parts(row: QuestionRow) -> list[PartRow]:
    found = [part.quote is not None or part.name in row.found for part in row.parts]
    parts = [
        PartRow(part.name, is_found, " found" if is_found else " not found by word rules")
        for part, is_found in zip(row.parts, found, strict=True)
    ]
    judged = [_VERDICTS[row.verdict]] if row.verdict in _VERDICTS else []
    return [*parts, *judged, *([_FLAGGED] if row.flags else [])]


def _passage(passage: Passage, said: Conversation) -> PassageRow:
    turn = passage.turn
    texts = filled([piece.text for piece in passage.pieces], turn.unread)
    sound = said.sounds.get(turn.index)
    unheard = said.recorded and turn.is_candidate and not turn.from_text and sound is None
    told = BEING_SAVED if said.saving else NOT_RECORDED
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
    said = counted(row.word_count, "word")
    told = said if row.seconds is None else f"{said} in {row.seconds:.0f} s; {_USUAL_LENGTH}"
    return [
        *([CountRow(LENGTH, told)] if row.word_count else []),
        *(
            [CountRow(THINKING, f"{row.thinking:.1f} s; {_USUAL_THINKING}")]
            if row.thinking is not None
            else []
        ),
        *(CountRow(name.capitalize(), _words(words)) for name, words in row.said.items()),
    ]


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"“{cased(word)}”" for word in words)
