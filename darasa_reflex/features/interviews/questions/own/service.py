"""What a person does with questions of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import anyio.to_thread
from sqlmodel import Session, col, delete, func, select

from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import InvalidInput, NotFound, NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.questions.own.choosing import USES, Brought, Use
from darasa_reflex.features.interviews.questions.own.listed import Listed, NotRead, read
from darasa_reflex.features.interviews.questions.own.models import OwnQuestion

MOST = 500
LONGEST_TEXT = 200_000


@dataclass(frozen=True, slots=True)
class OwnBank:
    """The questions of a person.

    Attributes:
        use: How they stand among the others, one of `choosing.USES`.
        house: How many the server brings along.
    """

    questions: Sequence[OwnQuestion]
    use: str
    house: int


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """Questions that people bring along. `house`: those of the whole server."""

    db: Database
    house: tuple[Listed, ...] = ()

    async def read(self, actor: Actor) -> OwnBank:
        """Return the person's questions, in their order.

        Raises:
            NotSignedIn: They were deleted meanwhile.
        """

        def work(session: Session) -> OwnBank:
            use = _user(session, actor.user_id).own_questions
            return OwnBank(_owned(session, actor.user_id), use, len(self.house))

        return await self.db.read(work)

    async def add(self, actor: Actor, text: object) -> int:
        """Keep the questions of a pasted list or CSV; return how many there were.

        One that the person has already is not kept twice.

        Raises:
            InvalidInput: A line is wrong, or there are none, or too many.
        """
        listed = await anyio.to_thread.run_sync(_read, text)

        def work(session: Session) -> int:
            _user(session, actor.user_id, held=True)
            there = {row.text for row in _owned(session, actor.user_id)}
            new = [one for one in listed if one.text not in there]
            new = list({one.text: one for one in new}.values())
            if len(there) + len(new) > MOST:
                refusal = _("{count} questions are the most. Remove some first.", count=MOST)
                raise InvalidInput("questions", refusal)
            first = session.exec(
                select(func.coalesce(func.max(OwnQuestion.position), -1)).where(
                    OwnQuestion.user_id == actor.user_id
                )
            ).one()
            for place, one in enumerate(new, first + 1):
                session.add(_row(actor.user_id, place, one))
            return len(new)

        return await self.db.run(work)

    async def remove(self, actor: Actor, question_id: UUID) -> None:
        """Delete a question.

        Raises:
            NotFound: It is not the person's own.
        """

        def work(session: Session) -> None:
            row = session.get(OwnQuestion, question_id)
            if row is None or row.user_id != actor.user_id:
                raise NotFound
            session.delete(row)

        await self.db.erase(work)

    async def clear(self, actor: Actor) -> None:
        """Delete all questions of the person."""

        def work(session: Session) -> None:
            session.exec(delete(OwnQuestion).where(col(OwnQuestion.user_id) == actor.user_id))

        await self.db.erase(work)

    async def choose_use(self, actor: Actor, use: object) -> None:
        """Keep how the person's questions stand among the others.

        Raises:
            InvalidInput: It is none we offer.
        """
        if use not in USES:
            raise InvalidInput("use", _("Please choose how your questions are used."))

        def work(session: Session) -> None:
            _user(session, actor.user_id).own_questions = str(use)

        await self.db.run(work)


def brought(session: Session, owner_id: UUID, house: tuple[Listed, ...]) -> Brought:
    """Return the questions that are brought to an interview of a person."""
    user = session.get(User, owner_id)
    chosen: list[Use] = [one for one in USES if user and one == user.own_questions]
    own = tuple(
        Listed(
            text=row.text,
            role=row.role,
            level=row.level,
            section=row.section,
            follow_up=row.follow_up,
        )
        for row in _owned(session, owner_id)
    )
    return Brought(own=own, house=house, use=chosen[0] if chosen else "first")


def _owned(session: Session, owner_id: UUID) -> Sequence[OwnQuestion]:
    query = select(OwnQuestion).where(OwnQuestion.user_id == owner_id)
    return session.exec(query.order_by(col(OwnQuestion.position)).limit(MOST)).all()


def _user(session: Session, owner_id: UUID, *, held: bool = False) -> User:
    user = session.get(User, owner_id, with_for_update=held or None)
    if user is None:
        raise NotSignedIn
    return user


def _read(text: object) -> tuple[Listed, ...]:
    given = storable(text) if isinstance(text, str) else ""
    if len(given) > LONGEST_TEXT:
        raise InvalidInput("questions", _("The list may have 200,000 characters."))
    try:
        listed = read(given)
    except NotRead as wrong:
        raise InvalidInput("questions", str(wrong)) from None
    if not listed:
        raise InvalidInput("questions", _("Please paste at least one question."))
    return listed


def _row(owner_id: UUID, position: int, one: Listed) -> OwnQuestion:
    return OwnQuestion(
        user_id=owner_id,
        position=position,
        role=one.role,
        level=one.level,
        section=one.section,
        text=one.text,
        follow_up=one.follow_up,
    )
