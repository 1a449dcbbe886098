"""Links to reports: made by their owner, opened by whoever has them, taken back at any time."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, select

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database, storable
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.feedback.report.report import Report
from darasa_reflex.features.feedback.runs import repository as runs
from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from darasa_reflex.features.feedback.sharing import repository
from darasa_reflex.features.feedback.sharing.models import LONGEST_NAME, CoachComment, ReportLink
from darasa_reflex.features.interviews import repository as interviews
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.recordings.recordings import Kept, kept_of
from darasa_reflex.features.job_infos.models import JobInfo

# Of one interview.
MOST_LINKS = 10
DAYS = (1, 7, 30)
# The same for a link that never was, one that was taken back, and one whose time is over.
CLOSED = marked(
    "This link shows nothing, or nothing any more. Ask the person who sent it for a new one, and "
    "open the whole link as they sent it."
)
_SECRET_BYTES = 32
# A write for each visit would be the most of its work.
_OPENED_AT_MOST_EVERY = timedelta(days=1)
_TOO_MANY = marked("This report has {most} links. Revoke one that nobody uses any more.")
_NAME_TOO_LONG = marked("A name has room for {most} characters.")
_NO_DAYS = marked("Please choose how long the link works.")
_GONE = marked("This link is gone already.")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new link is to be, as the page sends it.

    Attributes:
        days: How long it works; one of `DAYS`.
        words: Whether it shows what the person said.
        measured: Whether it shows what was measured of how they spoke.
        audio: Whether what they said can be heard; without the words nothing is.
    """

    name: object
    days: object
    words: bool
    measured: bool
    audio: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """What a link leads to, whole: whoever shows it leaves out what was not chosen.

    Attributes:
        comments: Those that came by this link.
        asked: Places of the turns of the interviewer, from 0, to their ids.
        recordings: Of answers; none where they are not shown.
    """

    link: ReportLink
    interview: Interview
    job_info: JobInfo
    report: Report
    turns: Sequence[Turn]
    comments: Sequence[CoachComment]
    asked: dict[int, UUID]
    recordings: Sequence[Kept] = ()


@dataclass(frozen=True, slots=True)
class ReportLinks:
    """The links of all people."""

    db: Database
    clock: Clock

    async def make(self, actor: Actor, interview_id: UUID, run: int, wish: Wish) -> str:
        """Return the secret of a new link, which is not shown again.

        Args:
            actor: Whose interview it is.
            interview_id: The interview.
            run: Which feedback on it.
            wish: What the link is to be.

        Raises:
            AllowanceUsedUp: The interview has ten.
            InvalidInput: Its name is too long, or it would work for some other time.
            NotFound: The interview is not the person's own, or that feedback is not ready.
        """
        name = storable(wish.name).strip() if isinstance(wish.name, str) else ""
        if len(name) > LONGEST_NAME:
            raise InvalidInput("share_name", _(_NAME_TOO_LONG, most=LONGEST_NAME))
        days = next((days for days in DAYS if str(days) == str(wish.days)), None)
        if days is None:
            raise InvalidInput("share_days", _(_NO_DAYS))
        secret, now = secrets.token_urlsafe(_SECRET_BYTES), self.clock.now()

        def work(session: Session) -> None:
            # Held, so that two tabs do not make an eleventh.
            interviews.get_owned(session, actor.user_id, interview_id, held=True)
            shown = runs.run_owned(session, actor.user_id, interview_id, run)
            if shown.status != FeedbackStatus.READY.value:
                raise NotFound
            repository.drop_expired(session, interview_id, now)
            if repository.links_of(session, interview_id) >= MOST_LINKS:
                raise AllowanceUsedUp(_(_TOO_MANY, most=MOST_LINKS))
            session.add(
                ReportLink(
                    interview_id=interview_id, digest=digest_of(secret), run=run, name=name,
                    words=wish.words, measured=wish.measured, audio=wish.audio and wish.words,
                    created_at=now, expires_at=now + timedelta(days=days),
                )
            )  # fmt: skip

        await self.db.run(work)
        return secret

    async def of(
        self, actor: Actor, interview_id: UUID | None = None
    ) -> Sequence[tuple[ReportLink, Interview, JobInfo]]:
        """Return the person's links that work, newest first.

        Args:
            actor: Whose.
            interview_id: Only those of one interview; None: of all.
        """
        now = self.clock.now()
        return await self.db.read(
            lambda s: repository.of_owner(s, actor.user_id, now, interview_id)
        )

    async def revoke(self, actor: Actor, link_id: UUID) -> None:
        """Take a link back: it shows nothing from now on. What came by it stays.

        Raises:
            NotFound: It is not the person's own, or was taken back already.
        """
        own = select(Interview.id).join(JobInfo).where(JobInfo.user_id == actor.user_id)
        owned = delete(ReportLink).where(
            col(ReportLink.id) == link_id, col(ReportLink.interview_id).in_(own)
        )
        if not await self.db.run(lambda session: session.exec(owned).rowcount):
            raise NotFound(_(_GONE))

    async def open(self, digest: str) -> Shared:
        """Return what a link leads to, for whoever has it; `digest`: see `digest_of`.

        Raises:
            NotFound: There is no such link, or not any more.
        """
        now = self.clock.now()
        shared = await self.db.read(lambda session: _found(session, digest, now))
        opened_at = shared.link.opened_at
        if opened_at is None or now - opened_at > _OPENED_AT_MOST_EVERY:
            await self.db.run(lambda session: _mark_opened(session, digest, now))
        return shared

    async def heard(self, digest: str) -> UUID:
        """Return the interview whose recordings whoever has a link may hear.

        Raises:
            NotFound: There is no such link, not any more, or it shows none.
        """
        now = self.clock.now()
        link = await self.db.read(lambda session: repository.current(session, digest, now))
        if link is None or not link.audio:
            raise NotFound(_(CLOSED))
        return link.interview_id


def digest_of(secret: str) -> str:
    """Return what is kept of a link, in hex. Its 256 random bits need no salt."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _found(session: Session, digest: str, now: datetime) -> Shared:
    link = repository.current(session, digest, now)
    if link is None:
        raise NotFound(_(CLOSED))
    interview = session.get_one(Interview, link.interview_id)
    job_info = session.get_one(JobInfo, interview.job_info_id)
    run = runs.run_owned(session, job_info.user_id, interview.id, link.run)
    return Shared(
        link=link,
        interview=interview,
        job_info=job_info,
        report=Report.of_json(run.report),
        turns=interviews.turns(session, interview.id),
        comments=repository.comments_of(session, interview.id, link.id),
        asked=runs.asked_by_interviewer(session, interview.id),
        recordings=kept_of(session, interview.id) if link.audio else (),
    )


def _mark_opened(session: Session, digest: str, now: datetime) -> None:
    link = repository.current(session, digest, now)
    if link is not None:
        link.opened_at = now
