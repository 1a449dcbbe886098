"""The port of engines that keep chats: what they can tell of a call afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledTurn:
    """A turn, as the engine kept it.

    Attributes:
        speaker: "actor" or "interviewer".
        at_ms: When it was noted, in Unix time, ms.
        expressions: Name of a vocal expression to its strength, 0 to 1; empty when not measured.
    """

    speaker: str
    text: str
    at_ms: int
    expressions: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A chat, as the engine kept it.

    Attributes:
        turns: In the order they were said, each once.
        over: Whether the chat has ended, so that nothing more will come.
    """

    turns: tuple[RecalledTurn, ...]
    over: bool


class Historian(Protocol):
    """Reads chats that an engine has kept."""

    async def recall(self, chat_id: str) -> Recalled:
        """Return what the engine has kept of a chat so far.

        Raises:
            NotFound: It knows no such chat, or not any more.
            ServiceUnavailable: It cannot be asked.
        """
        ...
