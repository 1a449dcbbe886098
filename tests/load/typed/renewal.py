"""People who type while two servers behind the proxy are renewed, one after the other.

`python -m tests.load.typed.renewal CALLS` prints JSON: what became of their answers and calls.
"""

import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
from sqlmodel import col, select

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.tokens.access_tokens import AccessTokens
from darasa_reflex.features.interviews.models import Call, Turn
from tests.conftest import person
from tests.fixtures.server import Server
from tests.load.typed.typist import Typist
from tests.machine.services import composition as composed
from tests.machine.services.composition import Composition

_EVERY_SECONDS, _LOOK_SECONDS = 3.0, 0.1
# A busy machine takes long to start a server; without an end a lost page would wait for ever.
_LONGEST_SECONDS = 300
_JOB = {"name": "Crowd", "experience_level": "senior", "description": "Queries and indexes."}


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of it.

    Attributes:
        answers: How many were typed.
        lost: How many of them are not kept.
        twice: How many are kept more than once.
        out_of_order: How many interviews hold them in another order than they were typed in.
        ended: Why calls ended before anybody hung up.
        untold: Calls that ended with nothing told to the page.
        strangers: People whose calls were not all of one chat group, or who had only one call.
        median_ms: From an answer to its echo, coming back included.
        longest_ms: The same.
    """

    answers: int
    lost: int
    twice: int
    out_of_order: int
    ended: dict[str, int]
    untold: int
    strangers: int
    median_ms: int
    longest_ms: int


async def renewed(composition: Composition, people: int) -> Renewed:
    """Let so many people type, renew both servers, and return what became of their calls."""
    database = Database(composition.database)
    try:
        async with AsyncExitStack() as rooms, asyncio.timeout(_LONGEST_SECONDS):
            crowd = [await _typist(rooms, database, composition, n) for n in range(people)]
            talking = [asyncio.create_task(one.talk()) for one in crowd]
            await _until(lambda: all(one.is_kept for one in crowd), talking)
            for server in composition.servers:
                await _renew(server, crowd, talking)
            # Nobody has hung up until now: whatever ended was ended by the servers.
            ended = database.run_here(
                lambda s: list(s.exec(select(Call.end_reason).where(col(Call.ended_at) != None)))  # noqa: E711
            )
            for one in crowd:
                one.leave()
            await asyncio.gather(*talking)
        return _found(database, crowd, ended)
    finally:
        database.engine.dispose()


async def _renew(server: Server, crowd: list[Typist], talking: list[asyncio.Task[None]]) -> None:
    """Renew a server while all are typing, and wait until each has typed on one that is there.

    Nobody types more than that: on a slow machine an interview would come to its end.
    """
    assert server.process
    for one in crowd:
        one.answers += 2
    os.killpg(server.process.pid, signal.SIGTERM)
    await asyncio.to_thread(server.process.wait, _LONGEST_SECONDS)
    server.process = None
    await asyncio.to_thread(server.start)
    await asyncio.to_thread(composed.until, lambda: composed.ready(server))
    for one in crowd:
        one.answers += 1
    await _until(lambda: all(one.is_kept for one in crowd), talking)


async def _until(condition: Callable[[], bool], talking: Iterable[asyncio.Task[None]]) -> None:
    while not condition():
        for one in talking:
            if one.done():
                one.result()
        await asyncio.sleep(_LOOK_SECONDS)


async def _typist(
    rooms: AsyncExitStack, database: Database, composition: Composition, number: int
) -> Typist:
    """Return a person with a token, a job and an interview, all but the first made by the API."""
    actor = person(database, f"Crowd-{number}")
    tokens = AccessTokens(database, SystemClock(), sold=False, limited=False)
    headers = {"authorization": f"Bearer {await tokens.make(actor, 'walk')}"}
    client = httpx.AsyncClient(base_url=composition.origin, headers=headers, timeout=20)
    await rooms.enter_async_context(client)
    job = (await client.post("/api/v1/jobs", json=_JOB)).raise_for_status().json()
    asked = {"job_id": job["id"], "minutes": 30}
    begun = (await client.post("/api/v1/interviews", json=asked)).raise_for_status().json()
    return Typist(
        client, composition.origin, begun["interview_id"], begun["access_token"], _EVERY_SECONDS
    )


def _found(database: Database, crowd: Sequence[Typist], ended: Sequence[str | None]) -> Renewed:
    def kept(session):
        keyed = select(Turn.interview_id, Turn.key).where(col(Turn.key) != None)  # noqa: E711
        return session.exec(keyed.order_by(col(Turn.position))).all()

    by_interview: dict[str, list[str]] = {one.interview_id: [] for one in crowd}
    for interview_id, key in database.run_here(kept):
        if str(interview_id) in by_interview:
            by_interview[str(interview_id)].append(key)
    pairs = [(one.sent, by_interview[one.interview_id]) for one in crowd]
    ms = [one for person_ in crowd for one in person_.kept_ms]
    return Renewed(
        answers=sum(len(sent) for sent, _ in pairs),
        lost=sum(len(set(sent) - set(there)) for sent, there in pairs),
        twice=sum(len(there) - len(set(there)) for _, there in pairs),
        out_of_order=sum(list(dict.fromkeys(there)) != sent for sent, there in pairs),
        ended=dict(Counter(str(reason) for reason in ended)),
        # The last one ended because its person left.
        untold=sum(not told for one in crowd for told in one.told[:-1]),
        strangers=sum(len(one.groups) != 1 or len(one.told) < 2 for one in crowd),
        median_ms=round(statistics.median(ms)),
        longest_ms=round(max(ms)),
    )


def main(people: int) -> None:
    """Start the composition, and print what became of so many people's calls."""
    with (
        tempfile.TemporaryDirectory(prefix="darasa-renewal-") as folder,
        composed.running(Path(folder)) as composition,
    ):
        print(json.dumps(asdict(asyncio.run(renewed(composition, people)))))


if __name__ == "__main__":
    main(int(sys.argv[1]))
