"""Interim captions of what the candidate is saying, for clients that want them."""

import asyncio
from dataclasses import dataclass
from typing import Any

from darasa_reflex.features.interviews import evi
from darasa_reflex.providers.interviewer.local.ears.ears import Ears

_EVERY_MS = 700


@dataclass(slots=True)
class Captions:
    """Asks the engine now and then, and never twice at once."""

    ears: Ears
    outbox: "asyncio.Queue[Any]"
    _asked_ms: int = 0
    _asking: "asyncio.Task[None] | None" = None

    def refresh(self, now_ms: int) -> None:
        """Send an interim message soon, if one is due."""
        busy = self._asking is not None and not self._asking.done()
        if not busy and now_ms - self._asked_ms >= _EVERY_MS:
            self._asked_ms = now_ms
            self._asking = asyncio.create_task(self._send())

    async def _send(self) -> None:
        began_ms = self.ears.endpointing.began_ms
        text = await self.ears.so_far()
        # The final message may have overtaken it.
        if text and began_ms is not None and began_ms == self.ears.endpointing.began_ms:
            self.outbox.put_nowait(
                evi.UserMessage(
                    message=evi.Text(role="user", content=text),
                    time=evi.Span(begin=began_ms, end=self.ears.endpointing.now_ms),
                    interim=True,
                )
            )
