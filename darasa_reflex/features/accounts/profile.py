"""What a person chose for themselves: name, patience, captions, how long interviews are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import InvalidInput, NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.accounts.service import Accounts

NAME_LENGTH = 100
ABOUT_LENGTH = 20_000
# Values of `interviews.models.Patience`.
PATIENCES = ("fast", "normal", "patient")
# Days after which interviews are deleted; None: never.
KEEP_DAYS = (30, 90, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person chose. See `User` for the fields.

    Attributes:
        provider_name: Their name as the identity provider knows it.
        chosen_name: What they want to be called instead; None: nothing else.
    """

    provider_name: str
    chosen_name: str | None
    email: str | None
    patience: str
    language: str
    captions: bool
    keep_days: int | None
    about_me: str
    expressions_consent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Profiles:
    """The choices of people."""

    db: Database
    accounts: Accounts

    async def read(self, actor: Actor) -> Choices:
        """Return what the person chose, or what counts until they do.

        Raises:
            NotSignedIn: They were deleted meanwhile.
        """
        return await self.db.read(lambda session: _choices(_own(session, actor)))

    async def rename(self, actor: Actor, name: object) -> None:
        """Keep what the interviewer is to call the person.

        Raises:
            InvalidInput: It is empty or too long.
        """
        wanted = _name(name)

        def work(session: Session) -> str:
            user = _own(session, actor)
            # The provider's own name stays the provider's to change.
            user.chosen_name = None if wanted == user.name else wanted
            session.add(user)
            return user.subject

        self.accounts.forget(await self.db.run(work))

    async def choose_patience(self, actor: Actor, patience: object) -> None:
        """Keep the patience that is chosen at first for a new interview.

        Raises:
            InvalidInput: It is none we offer.
        """
        if patience not in PATIENCES:
            raise InvalidInput("patience", _("Please choose how patient the interviewer is."))
        await self._set(actor, patience=patience)

    async def show_captions(self, actor: Actor, shown: object) -> None:
        """Keep whether the room shows what is said in writing.

        Raises:
            InvalidInput: It is neither yes nor no.
        """
        if not isinstance(shown, bool):
            raise InvalidInput("captions", _("Please choose whether captions are shown."))
        await self._set(actor, captions=shown)

    async def tell_about(self, actor: Actor, text: object) -> None:
        """Keep what the person tells of themselves; an empty text forgets it.

        Raises:
            InvalidInput: It is too long, or no text.
        """
        told = storable(text).strip() if isinstance(text, str) else None
        if told is None:
            raise InvalidInput("about_me", _("Please write it as text."))
        if len(told) > ABOUT_LENGTH:
            much = _(
                "This may have {most} characters; it has {many}.",
                most=ABOUT_LENGTH,
                many=len(told),
            )
            raise InvalidInput("about_me", much)
        await self._set(actor, about_me=told)

    async def keep_for(self, actor: Actor, days: object) -> None:
        """Keep after how many days interviews are deleted: 30, 90, or None for never.

        Raises:
            InvalidInput: It is none we offer.
        """
        if isinstance(days, bool | float) or days not in KEEP_DAYS:
            raise InvalidInput("keep_days", _("Please choose how long interviews are kept."))
        await self._set(actor, keep_days=days)

    async def _set(self, actor: Actor, **columns: object) -> None:
        def work(session: Session) -> None:
            user = _own(session, actor)
            for name, value in columns.items():
                setattr(user, name, value)
            session.add(user)

        await self.db.run(work)


def _own(session: Session, actor: Actor) -> User:
    user = session.get(User, actor.user_id)
    if user is None:
        raise NotSignedIn
    return user


def _choices(user: User) -> Choices:
    return Choices(
        provider_name=user.name,
        chosen_name=user.chosen_name,
        email=user.email,
        patience=user.patience,
        language=user.language,
        captions=user.captions,
        keep_days=user.keep_days,
        about_me=user.about_me,
        expressions_consent_at=user.expressions_consent_at,
    )


def _name(name: object) -> str:
    text = storable(name).strip() if isinstance(name, str) else ""
    if not text:
        raise InvalidInput("name", _("Please fill in your name."))
    if len(text) > NAME_LENGTH:
        told = _(
            "Your name may have {most} characters; this has {many}.",
            most=NAME_LENGTH,
            many=len(text),
        )
        raise InvalidInput("name", told)
    return text
