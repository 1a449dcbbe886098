"""What Hume has kept of a chat, read over REST.

https://dev.hume.ai/reference/speech-to-speech-evi/chats/list-chat-events (read 2026-08).
"""

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import anyio.to_thread
from pydantic import SecretStr

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.engines.history import Recalled
from darasa_reflex.providers.interviewer.hume.rest.chat_events import recalled
from darasa_reflex.providers.interviewer.hume.rest.rest import HumeRest

_PAGE_SIZE = 100
# 20,000 events: ten a second for the longest chat that Hume allows.
_MOST_PAGES = 200
_TOO_SLOW = marked("Hume did not send the chat in time. Please try again in a minute.")


@dataclass(frozen=True, slots=True)
class HumeHistorian:
    """Reads chats that Hume has kept. See `HumeRest` for the fields.

    Attributes:
        longest_seconds: Longest reading of a chat, over all its pages.
    """

    base_url: str
    key: SecretStr
    timeout_seconds: float = 10.0
    longest_seconds: float = 60.0

    async def recall(self, chat_id: str) -> Recalled:
        """See `Historian.recall`."""
        try:
            async with asyncio.timeout(self.longest_seconds):
                status, events = await self._read(chat_id)
        except TimeoutError:
            raise ServiceUnavailable("hume", _(_TOO_SLOW), retryable=True) from None
        return await anyio.to_thread.run_sync(recalled, status, events)

    async def _read(self, chat_id: str) -> tuple[object, list[Any]]:
        """Return the status of a chat, as it was before its events were read, and the events."""
        rest = HumeRest(self.base_url, self.key, self.timeout_seconds)
        path = f"/v0/evi/chats/{quote(chat_id, safe='')}"
        status: object = None
        events: list[Any] = []
        for number in range(_MOST_PAGES):
            page = await rest.ask("GET", path, query=_page_query(number))
            # That of a later page may tell of an end whose last events stood on an earlier one.
            status = page.get("status") if number == 0 else status
            found = page.get("events_page")
            if not isinstance(found, list) or not found:
                break
            events += found
        return status, events


def _page_query(number: int) -> dict[str, str | int]:
    return {"page_number": number, "page_size": _PAGE_SIZE, "ascending_order": "true"}
