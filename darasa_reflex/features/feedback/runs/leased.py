"""A claimed run while it is made: its worker renews the lease for as long as it lives."""

import asyncio
from collections.abc import Mapping
from typing import Any

import anyio

from darasa_reflex.core.clock import Clock
from darasa_reflex.core.database.db import Database
from darasa_reflex.core.words.stored import as_column
from darasa_reflex.features.feedback.runs import repository
from darasa_reflex.features.feedback.runs.models import LONGEST_STEP
from darasa_reflex.features.feedback.runs.repository import Claim

# A judge that gives no sign for so long is given up.
SILENCE_SECONDS = 135.0
_RENEW_EVERY_SECONDS = 5.0


class LeaseLost(Exception):
    """Another worker has taken the run, or it was deleted; what is made here reaches nobody."""


class LeasedRun:
    """See `judge.Run`.

    Args:
        claimed: The run this worker took.
        patience: Ends the work of a judge that gives no sign for `silence_seconds`.
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        claimed: Claim,
        patience: anyio.CancelScope,
        silence_seconds: float = SILENCE_SECONDS,
    ) -> None:
        self._db = db
        self._clock = clock
        self._claimed = claimed
        self._patience = patience
        self._silence_seconds = silence_seconds
        self._kept = dict(claimed.passes)

    @property
    def kept(self) -> Mapping[str, Any]:
        """See `judge.Run.kept`."""
        return self._kept

    async def step(self, words: str) -> None:
        """See `judge.Run.step`."""
        await self.write(step=as_column(words, LONGEST_STEP))

    async def keep(self, name: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
        """See `judge.Run.keep`."""
        self._kept[name] = value
        await self.write(passes=dict(self._kept))

    async def renew(self) -> None:
        """Renew the lease until cancelled; what the judge does is no sign of this process's life.

        Raises:
            LeaseLost: This worker no longer holds it.
        """
        while True:
            await asyncio.sleep(_RENEW_EVERY_SECONDS)
            await self._write({})

    async def write(self, **values: Any) -> None:  # noqa: ANN401 (columns)
        """Write columns, as a sign that the judge is at work.

        Raises:
            LeaseLost: This worker no longer holds it.
        """
        await self._write(values)
        self._patience.deadline = anyio.current_time() + self._silence_seconds

    async def _write(self, values: Mapping[str, Any]) -> None:
        until = self._clock.now() + repository.LEASE
        held = await self._db.run(
            lambda session: repository.write(
                session, self._claimed, **{"lease_until": until, **values}
            )
        )
        if not held:
            raise LeaseLost
