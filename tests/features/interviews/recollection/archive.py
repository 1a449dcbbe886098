"""An engine's memory that a test fills, and interviews held before it is asked."""

from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.engines.history import Recalled, RecalledTurn
from darasa_reflex.features.interviews.models import Call, Interview, Turn

ASKED, ANSWERED, THANKED = (
    ("interviewer", "Why Acme?"),
    ("actor", "It is near."),
    ("interviewer", "Thank you."),
)
SAID = (ASKED, ANSWERED, THANKED)


class Archive:
    """An engine's memory: answers what the test says, or raises it."""

    def __init__(self, clock) -> None:
        self.clock = clock
        self.asked: list[str] = []
        self.answer: Recalled | Exception = Recalled(turns=(), over=True)

    async def recall(self, chat_id: str) -> Recalled:
        self.asked.append(chat_id)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def keeps(self, *said: tuple[str, str], over: bool = True) -> None:
        began_ms = round(self.clock.now().timestamp() * 1000)
        self.answer = Recalled(
            turns=tuple(
                RecalledTurn(
                    speaker=speaker,
                    text=text,
                    at_ms=began_ms + 1_000 * (i + 1),
                    expressions={"Joy": 0.5} if speaker == "actor" else {},
                )
                for i, (speaker, text) in enumerate(said)
            ),
            over=over,
        )


def held(
    db, clock, job_info, *said, call="chat", seconds=60.0, interview=None, **more
) -> Interview:
    """Insert an interview with a call in which turns came through, a second apart."""

    def work(session):
        own = interview or Interview(job_info_id=job_info.id)
        session.add(own)
        session.flush()
        now = clock.now()
        times = {"connected_at": now, "seen_at": now, "ended_at": now, "engine": "echo"}
        session.add(Call(id=call, interview_id=own.id, seconds=seconds, **{**times, **more}))
        first = len(repository.turns(session, own.id))
        for i, (began_ms, speaker, text) in enumerate(said):
            turn = Turn(
                interview_id=own.id,
                chat_id=call,
                position=first + i,
                speaker=speaker,
                text=text,
                began_ms=began_ms,
            )
            session.add(turn)
        return own

    return db.run_here(work)


def turns_of(db, interview) -> list[Turn]:
    return list(db.run_here(lambda session: repository.turns(session, interview.id)))


def spoken(db, interview) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in turns_of(db, interview)]


def call_of(db, chat_id="chat") -> Call:
    return db.run_here(lambda session: session.get_one(Call, chat_id))


def agree(db, actor, at) -> None:
    def work(session):
        session.get_one(User, actor.user_id).expressions_consent_at = at

    db.run_here(work)
