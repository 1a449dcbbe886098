"""Recordings of answers: made beside calls, heard and deleted by the person whose they are."""

import importlib.util
import weakref
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.recordings import repository
from darasa_reflex.features.interviews.recordings.encoding import Encode, Encoding, by_child
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.interviews.recordings.recorder import Recorder, Take

MEDIA_TYPE = "audio/webm; codecs=opus"
# Of one interview: 4.5 MB. Nobody talks that long in one of 30 minutes.
MOST_MINUTES = 30
TURNED_OFF = sentence("Recording your answers is turned off on this server.")
NO_ENCODER = sentence(
    "Your answers cannot be recorded here: the package that would encode them is missing."
)
# Who reads a report a moment after the call waits so long for its last answers.
_SETTLED_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording, without its sound. See `Recording` for the fields."""

    turn_id: UUID
    began_ms: int
    milliseconds: int

    def has(self, at_ms: int | None) -> bool:
        """Whether it holds a moment of the interview; none that is not known."""
        return at_ms is not None and 0 <= at_ms - self.began_ms < self.milliseconds


class Recordings:
    """The recordings of all people.

    Args:
        db: Where they are kept.
        wanted: Whether this server offers them at all.
        encode: Makes Opus of PCM.

    Attributes:
        obstacle: Why nothing can be recorded here, as a sentence; empty when it can.
    """

    def __init__(self, db: Database, *, wanted: bool = True, encode: Encode = by_child) -> None:
        self._db = db
        there = importlib.util.find_spec("av") is not None
        self.obstacle = TURNED_OFF if not wanted else "" if there else NO_ENCODER
        self._encoding = Encoding(encode, self._store)
        self._recorders: weakref.WeakSet[Recorder] = weakref.WeakSet()

    # --- beside a call ---

    def recorder(self, interview_id: UUID, offset_ms: int) -> Recorder | None:
        """Return what hears a call of an interview whose person chose it; None: nothing can.

        Args:
            interview_id: The interview.
            offset_ms: Interview time spent in earlier calls.
        """
        if self.obstacle:
            return None
        recorder = Recorder(interview_id, offset_ms, self._encoding.take)
        self._recorders.add(recorder)
        return recorder

    async def stop(self) -> None:
        """Keep what waits to be kept, as far as some seconds allow."""
        await self._encoding.stop()

    async def _store(self, take: Take, sound: bytes) -> None:
        await self._db.run(lambda session: _add(session, take, sound))

    # --- for the person ---

    async def of(self, actor: Actor, interview_id: UUID) -> list[Kept]:
        """Return what is recorded of an interview.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> list[Kept]:
            interviews.get_owned(session, actor.user_id, interview_id)
            return kept_of(session, interview_id)

        await self._encoding.settle(interview_id, _SETTLED_SECONDS)
        return await self._db.read(work)

    def saving(self, interview_id: UUID) -> bool:
        """Whether more of an interview is about to be kept, as far as this server knows."""
        return self._encoding.waits(interview_id)

    async def sound(self, actor: Actor, turn_id: UUID) -> bytes:
        """Return the sound of a turn: Opus in WebM.

        Raises:
            NotFound: There is none, or it is not the person's own.
        """

        def work(session: Session) -> bytes | None:
            interview_id = repository.interview_of(session, turn_id)
            if interview_id is None:
                return None
            interviews.get_owned(session, actor.user_id, interview_id)
            return repository.sound_of(session, interview_id, turn_id)

        return _found(await self._db.read(work))

    async def sound_in(self, interview_id: UUID, turn_id: UUID) -> bytes:
        """Return the sound of a turn of an interview that the caller may hear.

        Raises:
            NotFound: There is none in it.
        """
        return _found(
            await self._db.read(lambda session: repository.sound_of(session, interview_id, turn_id))
        )

    async def end(self, actor: Actor, interview_id: UUID) -> None:
        """Record no more of an interview: not what is being said, on whatever server.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> None:
            interview, _ = interviews.get_owned(session, actor.user_id, interview_id, held=True)
            interview.recorded = False
            session.add(interview)

        await self._db.run(work)
        self._hush(interview_id)

    async def delete(self, actor: Actor, interview_id: UUID) -> int:
        """Delete what is recorded of an interview, and record no more; return how much there was.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> int:
            interview, _ = interviews.get_owned(session, actor.user_id, interview_id, held=True)
            interview.recorded = False
            session.add(interview)
            return repository.delete_of(session, interview_id)

        gone = await self._db.erase(work)
        self._hush(interview_id)
        return gone

    def _hush(self, interview_id: UUID) -> None:
        for recorder in list(self._recorders):
            if recorder.interview_id == interview_id:
                recorder.stop()


def kept_of(session: Session, interview_id: UUID) -> list[Kept]:
    """Return what is recorded of an interview the caller may see."""
    return [Kept(*row) for row in repository.kept_of(session, interview_id)]


def _add(session: Session, take: Take, sound: bytes) -> None:
    """Keep the sound of a turn, unless that is gone, recording has ended, or there is too much."""
    if not repository.may_be_kept(session, take.interview_id, take.turn_id):
        return
    before = repository.milliseconds_of(session, take.interview_id)
    if before + take.milliseconds > MOST_MINUTES * 60_000:
        return
    session.add(
        Recording(
            turn_id=take.turn_id,
            interview_id=take.interview_id,
            began_ms=take.began_ms,
            milliseconds=take.milliseconds,
            sound=sound,
        )
    )


def _found(sound: bytes | None) -> bytes:
    if sound is None:
        raise NotFound
    return sound
