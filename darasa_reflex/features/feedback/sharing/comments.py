"""Comments on answers: left and taken back by whoever has a link, deleted by the report's owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, func, select

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.runs import repository as runs
from darasa_reflex.features.feedback.sharing import repository
from darasa_reflex.features.feedback.sharing.links import CLOSED, digest_of
from darasa_reflex.features.feedback.sharing.models import LONGEST_NAME, CoachComment, ReportLink
from darasa_reflex.features.interviews import repository as interviews

LONGEST_COMMENT = 2_000
# By one link.
MOST_COMMENTS = 100
_EMPTY = marked("Write your comment first.")
_TOO_LONG = marked("A comment has room for {most} characters. Shorten it, or write two.")
_NO_NAME = marked("Give your name, so that they know whose comment it is.")
_NAME_TOO_LONG = marked("A name has room for {most} characters.")
_TOO_MANY = marked("You have left {most} comments here, and there is no room for more.")
_GONE = marked("This comment is gone already.")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who came by a link, as far as they can be known without an account.

    Attributes:
        link: Digest of the link: see `digest_of`.
        writer: Digest of the key that their browser made up, for this link; empty without one.
            What they write carries it, and whoever brings it again may take that back.
    """

    link: str
    writer: str


def reader_of(secret: str, key: object) -> Reader:
    """Return who brings the secret of a link and the key of a browser."""
    link = digest_of(secret)
    # With the link, so that nobody can see in the table who came by several.
    return Reader(link, digest_of(f"{link} {key}") if isinstance(key, str) and key else "")


class Comments:
    """What people with links wrote to answers."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def leave(self, reader: Reader, place: int, author: object, text: object) -> None:
        """Keep a comment on an answer. One that is sent twice is kept once.

        Args:
            reader: Who writes.
            place: Of the turn that asked, from 0.
            author: The name that the writer gives.
            text: What they write.

        Raises:
            AllowanceUsedUp: There are a hundred by this link.
            InvalidInput: Name or comment are missing or too long.
            NotFound: The link does not work any more, or nothing was asked there.
        """
        named, told = _named(author), _told(text)

        def work(session: Session) -> None:
            now = self._clock.now()
            link = _held(session, reader, now)
            turn_id = runs.asked_by_interviewer(session, link.interview_id).get(place)
            if turn_id is None:
                raise NotFound
            row = CoachComment(
                interview_id=link.interview_id, turn_id=turn_id, link_id=link.id, author=named,
                writer=reader.writer, text=told, created_at=now,
            )  # fmt: skip
            if not _is_known(session, row):
                session.add(row)

        await self._db.run(work)

    async def take_back(self, reader: Reader, comment_id: UUID) -> CoachComment | None:
        """Delete a comment that the same browser left by the same link, and return it.

        None: there is none, it is somebody else's, or it is gone already.

        Raises:
            NotFound: The link does not work any more.
        """

        def work(session: Session) -> CoachComment | None:
            link = _held(session, reader, self._clock.now())
            found = session.get(CoachComment, comment_id)
            if found is None or not reader.writer:
                return None
            if (found.link_id, found.writer) != (link.id, reader.writer):
                return None
            session.delete(found)
            return found

        return await self._db.run(work)

    async def of(self, actor: Actor, interview_id: UUID) -> dict[int, list[CoachComment]]:
        """Return the comments on an interview by the place of the turn that asked, from 0.

        Raises:
            NotFound: The interview is not the person's own.
        """

        def work(session: Session) -> dict[int, list[CoachComment]]:
            interviews.get_owned(session, actor.user_id, interview_id)
            found = repository.comments_of(session, interview_id)
            return by_place(found, runs.asked_by_interviewer(session, interview_id))

        return await self._db.read(work)

    async def remove(self, actor: Actor, interview_id: UUID, comment_id: UUID) -> None:
        """Delete a comment on the person's own interview.

        Raises:
            NotFound: There is none, or the interview is not the person's own.
        """

        def work(session: Session) -> None:
            interviews.get_owned(session, actor.user_id, interview_id, held=True)
            found = session.get(CoachComment, comment_id)
            if found is None or found.interview_id != interview_id:
                raise NotFound(_(_GONE))
            session.delete(found)

        await self._db.run(work)


def by_place(
    comments: Sequence[CoachComment], asked: dict[int, UUID]
) -> dict[int, list[CoachComment]]:
    """Return comments by the place of the turn that asked.

    Args:
        comments: In the order in which they are shown.
        asked: Places of turns to their ids.
    """
    places = {turn_id: place for place, turn_id in asked.items()}
    found: dict[int, list[CoachComment]] = {}
    for one in comments:
        if one.turn_id in places:
            found.setdefault(places[one.turn_id], []).append(one)
    return found


def _held(session: Session, reader: Reader, now: datetime) -> ReportLink:
    """Return the link of a reader, with its interview locked: see the order of locks in `core.db`.

    Raises:
        NotFound: The link does not work any more.
    """
    link = repository.current(session, reader.link, now)
    if link is None or not interviews.lock(session, link.interview_id):
        raise NotFound(_(CLOSED))
    return link


def _named(author: object) -> str:
    name = " ".join(storable(author).split()) if isinstance(author, str) else ""
    if not name or len(name) > LONGEST_NAME:
        raise InvalidInput("author", _(_NAME_TOO_LONG, most=LONGEST_NAME) if name else _(_NO_NAME))
    return name


def _told(text: object) -> str:
    told = storable(text).strip() if isinstance(text, str) else ""
    if not told or len(told) > LONGEST_COMMENT:
        raise InvalidInput("comment", _(_TOO_LONG, most=LONGEST_COMMENT) if told else _(_EMPTY))
    return told


def _is_known(session: Session, row: CoachComment) -> bool:
    """Tell whether the same was written by the same link to the same answer. Its interview is held.

    Raises:
        AllowanceUsedUp: There is no room for another.
    """
    by_link = select(func.count()).where(CoachComment.link_id == row.link_id)
    same = by_link.where(
        CoachComment.turn_id == row.turn_id, CoachComment.text == row.text
    )  # fmt: skip
    if session.exec(same).one():
        return True
    if session.exec(by_link).one() >= MOST_COMMENTS:
        raise AllowanceUsedUp(_(_TOO_MANY, most=MOST_COMMENTS))
    return False
