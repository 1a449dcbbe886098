"""Into a call: a ticket admits, the engine's answer connects, its failure withdraws."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.engines.interviewer import Chat, Interviewer
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.interviews.start import reservations, ticket
from darasa_reflex.features.interviews.start.briefing import Admitted, Opened


def admit(
    session: Session, interviewers: Cast[Interviewer], secret: str, now: datetime, group: str
) -> Admitted:
    """Spend a ticket. Of several calls of an interview the one admitted last may connect.

    Args:
        session: An open write transaction.
        interviewers: Who can play.
        secret: The ticket.
        now: On the server's clock.
        group: The conversation the client wants to go on with; empty: whichever it is.

    Raises:
        NotSignedIn: The ticket is unknown, too old, or spent, or the interview is over.
        NotFound: The conversation is not the interview's.
    """
    spent = ticket.spend(session, secret, now)
    interview = _unfinished(session, spent.interview_id)
    if group and group != interview.chat_group_id:
        raise NotFound(_("There is no such conversation. Start a new one."))
    before, interview.admission = interview.admission, uuid4().hex
    session.add(interview)
    session.flush()
    return Admitted.of(session, interview, interviewers, spent, before)


def connect(
    session: Session, admitted: Admitted, chat: Chat | None, now: datetime
) -> Opened | None:
    """Store the call of an engine that has answered, and end the calls that it replaces.

    Returns:
        None when another call was admitted since.

    Raises:
        NotSignedIn: The interview is over, or came too late.
        AllowanceUsedUp: The person has held all interviews they may meanwhile.
    """
    reservations.lock(session, admitted.owner_id)
    interview = _unfinished(session, admitted.interview.id)
    if interview.admission != admitted.interview.admission:
        return None
    reservations.use(session, admitted.owner_id, interview, admitted.allowance)
    first = interview.chat_id is None
    call = Call(
        id=chat.id if chat else str(uuid4()),
        interview_id=interview.id,
        engine=admitted.interviewer.name,
        group_id=chat.group_id if chat else None,
        connected_at=now,
        seen_at=now,
        sign_in=admitted.sign_in,
    )
    interview = repository.open_call(session, call)
    group_id = interview.chat_group_id or call.id
    elapsed_ms = interview.duration_seconds * 1000
    return Opened(interview.id, call.id, group_id, elapsed_ms, interview.minutes, first)


def withdraw(session: Session, admitted: Admitted, now: datetime) -> None:
    """Undo the admission of a call that did not connect; a start that failed costs nothing.

    A call that was admitted before and is still opening gets its turn back, and the place then
    stays with it; so it does when the person has asked for another ticket since.
    """
    reservations.lock(session, admitted.owner_id)
    interview = session.get(Interview, admitted.interview.id, with_for_update=True)
    if interview is None or interview.admission != admitted.interview.admission:
        return
    interview.admission = admitted.before
    session.add(interview)
    kept = interview.reserved_until == admitted.interview.reserved_until
    if admitted.before is None and kept:
        reservations.give_back(session, admitted.owner_id, interview, now)


def _unfinished(session: Session, interview_id: UUID) -> Interview:
    """Return an interview that may still have a call, locked.

    Raises:
        NotSignedIn: It is over, or gone.
    """
    interview = session.get(Interview, interview_id, with_for_update=True)
    if interview is None or interview.finished_at is not None:
        raise NotSignedIn(_(ticket.EXPIRED))
    return interview
