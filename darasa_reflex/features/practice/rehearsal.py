"""An answer with the attempts at it: which of them are shown, and which counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import told
from darasa_reflex.features.interviews.models import Interview
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.features.practice import telling, verdicts
from darasa_reflex.features.practice.comparison import Telling
from darasa_reflex.features.practice.models import Attempt, AttemptVerdict
from darasa_reflex.features.practice.telling import Asked
from darasa_reflex.features.practice.verdicts import Judged

# The number of the answer that was given in the interview.
FIRST = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A telling of an answer that is kept.

    Attributes:
        number: 0: the answer in the interview.
        told: As the report's rules read it.
        judged: What a language model said of it; None when none did.
    """

    number: int
    at: datetime
    told: Telling
    judged: Judged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """An answer with all attempts at it.

    Attributes:
        question: As it was asked, without follow-ups.
        tellings: The first, the best and the newest, each once, oldest first.
        best: Number of the one that counts.
        chosen: Whether the person chose it; else it has the most parts, the newer of equals.
        many: How many attempts there are.
        english: Whether rules can read the answers.
        stronger: Outline of a stronger answer from the person's own facts; empty without a model.
    """

    job_info: JobInfo
    interview: Interview
    question: str
    tellings: tuple[Kept, ...]
    best: int
    chosen: bool
    many: int
    english: bool
    stronger: tuple[str, ...] = ()

    @property
    def first(self) -> Kept:
        """The answer in the interview."""
        return self.tellings[0]

    @property
    def newest(self) -> Kept:
        """The newest telling; the first while there is no other."""
        return self.tellings[-1]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of an answer and its attempts, before it is read by rules."""

    interview: Interview
    job_info: JobInfo
    asked: Asked
    attempts: Sequence[Attempt]
    chosen: int | None
    reported: Mapping[str, Any]
    verdicts: Mapping[UUID, AttemptVerdict]

    def rehearsal(self) -> Rehearsal:
        """Read the tellings that are shown, by rules; it takes its time."""
        first = self._first()
        best = self.chosen if self.chosen is not None else self._fullest(first)
        newest = self.attempts[-1].number if self.attempts else FIRST
        shown = [one for one in self.attempts if one.number in {best, newest}]
        return Rehearsal(
            job_info=self.job_info,
            interview=self.interview,
            question=self.asked.question,
            tellings=(first, *map(self._told, shown)),
            best=best,
            chosen=self.chosen is not None,
            many=len(self.attempts),
            english=not self.asked.material.foreign,
            stronger=tuple(map(told, self.reported.get("stronger", ()))),
        )

    def _first(self) -> Kept:
        row = telling.read(self.asked)
        spoken = not any(turn.from_text for turn in self.asked.exchange.answered)
        told = Telling(text=self.asked.text, row=row, spoken=spoken)
        judged = _judged(self.reported)
        return Kept(number=FIRST, at=self.interview.created_at, told=told, judged=judged)

    def _told(self, attempt: Attempt) -> Kept:
        said = telling.heard_as(
            attempt.text, from_text=attempt.from_text, segments=attempt.segments
        )
        row = telling.read(self.asked, said)
        told = Telling(text=attempt.text, row=row, spoken=not attempt.from_text)
        verdict = self.verdicts.get(attempt.id)
        judged = verdicts.told(verdict) if verdict else None
        return Kept(number=attempt.number, at=attempt.created_at, told=told, judged=judged)

    def _fullest(self, first: Kept) -> int:
        parts = telling.parts_of(first.told.row) or (0, 0)
        counts = {FIRST: parts[0], **{one.number: one.parts_found or 0 for one in self.attempts}}
        return max(counts, key=lambda number: (counts[number], number))


def _judged(row: Mapping[str, Any]) -> Judged | None:
    """Return what a report's row says by a language model; None when rules alone wrote it."""
    if not row.get("verdict"):
        return None
    return Judged(
        _(row["verdict"]),
        row.get("carried", ""),
        row.get("lacking", ""),
        language=row.get("language", ENGLISH),
    )
