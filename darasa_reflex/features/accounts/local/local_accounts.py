"""Accounts with e-mail and password, kept by this server."""

from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.errors import InvalidInput, NotFound, NotSignedIn
from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.local import credentials, sign_ins
from darasa_reflex.features.accounts.local.passwords import Passwords, acceptable, composed
from darasa_reflex.features.accounts.models import Credential

# One sentence for all causes: it does not tell who has an account here.
_WRONG = marked("This e-mail and password do not belong together here.")
_WRONG_OLD = marked("That is not your password now.")
_NO_ACCOUNT = marked("There is no account with this e-mail.")


@dataclass(frozen=True, slots=True)
class LocalAccounts:
    """Makes accounts, and signs browsers in and out. No work of the database waits for a hash."""

    db: Database
    clock: Clock
    passwords: Passwords

    async def sign_up(self, email: str, password: str, name: str) -> None:
        """Make an account. One that is there already stays as it is, and nobody is told.

        Raises:
            InvalidInput: A field may not be so.
        """
        email, name = credentials.email_of(email), credentials.name_of(name)
        kept = await self.passwords.hashed(acceptable("password", password))
        with suppress(IntegrityError):  # another request was faster
            await self.db.run(lambda session: credentials.add(session, email, name, kept))

    async def sign_in(self, email: str, password: str, user_agent: str = "") -> str:
        """Sign a browser in; return the secret of its cookie.

        Raises:
            NotSignedIn: There is no such account, or that is not its password.
        """
        folded = credentials.folded(email)
        known = await self.db.read(lambda session: credentials.find(session, folded))
        kept = known.password_hash if known else None
        checked = await self.passwords.check(composed(password), kept)
        if known is None or not checked.right:
            raise NotSignedIn(_WRONG)

        def work(session: Session) -> str:
            account = _unchanged(session, known) or _refuse()
            account.password_hash = checked.renewed or account.password_hash
            return sign_ins.begin(session, account.user_id, user_agent, self.clock.now())

        return await self.db.run(work)

    async def knows(self, key: str, email: str) -> bool:
        """Tell whether a browser was signed in to an account within the last 30 days.

        Args:
            key: What is kept of the secret that it had; see `sign_ins.digest_of`.
            email: Of the account, folded.
        """
        now = self.clock.now()
        return await self.db.read(lambda session: sign_ins.was_of(session, key, email, now))

    async def change_password(self, actor: Actor, old: str, new: str, user_agent: str = "") -> str:
        """Change the person's password and sign all browsers out; return the secret for this one.

        Raises:
            InvalidInput: `old` is not the password, or `new` may not be one.
            NotFound: The person has no password here.
            NotSignedIn: Another browser was faster and signed this one out.
        """
        new = acceptable("new_password", new)
        known = await self.db.read(lambda session: session.get(Credential, actor.user_id))
        if known is None:
            raise NotFound(_NO_ACCOUNT)
        if not (await self.passwords.check(composed(old), known.password_hash)).right:
            raise InvalidInput("old_password", _WRONG_OLD)
        kept = await self.passwords.hashed(new)

        def work(session: Session) -> str:
            account = _unchanged(session, known) or _refuse()
            self._replace(session, account, kept)
            return sign_ins.begin(session, account.user_id, user_agent, self.clock.now())

        return await self.db.run(work)

    async def set_password(self, email: str, new: str) -> None:
        """Set a password for somebody who lost theirs, and sign all their browsers out.

        Raises:
            InvalidInput: `new` may not be one.
            NotFound: There is no account with this e-mail.
        """
        folded, new = credentials.folded(email), acceptable("password", new)
        kept = await self.passwords.hashed(new)

        def work(session: Session) -> None:
            known = credentials.find(session, folded)
            account = credentials.held(session, known.user_id) if known else None
            if account is None:
                raise NotFound(_NO_ACCOUNT)
            self._replace(session, account, kept)

        await self.db.run(work)

    async def sign_out(self, secret: str) -> None:
        """Sign one browser out, by the secret of its cookie."""
        now = self.clock.now()
        await self.db.run(lambda session: sign_ins.revoke(session, secret, now))

    async def sign_out_everywhere(self, actor: Actor) -> None:
        """Sign all browsers of the person out."""
        now = self.clock.now()
        await self.db.run(lambda session: sign_ins.revoke_all(session, actor.user_id, now))

    def _replace(self, session: Session, account: Credential, password_hash: str) -> None:
        account.password_hash, account.changed_at = password_hash, self.clock.now()
        session.flush()  # before what follows, so that a sign-in that waits for the row sees it
        sign_ins.revoke_all(session, account.user_id, self.clock.now())


def _unchanged(session: Session, known: Credential) -> Credential | None:
    """Return the account if its password is still the one that was checked."""
    account = credentials.held(session, known.user_id)
    return account if account and account.password_hash == known.password_hash else None


def _refuse() -> NoReturn:
    raise NotSignedIn(_WRONG)
