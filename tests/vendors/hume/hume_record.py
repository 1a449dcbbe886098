"""What the Hume stand-in keeps of its chats, in the shape of Hume's own history."""

import time
from dataclasses import dataclass, field
from uuid import uuid4

EXPRESSIONS = (
    "Admiration", "Adoration", "Aesthetic Appreciation", "Amusement", "Anger", "Anxiety", "Awe",
    "Awkwardness", "Boredom", "Calmness", "Concentration", "Confusion", "Contemplation",
    "Contempt", "Contentment", "Craving", "Desire", "Determination", "Disappointment", "Disgust",
    "Distress", "Doubt", "Ecstasy", "Embarrassment", "Empathic Pain", "Entrancement", "Envy",
    "Excitement", "Fear", "Guilt", "Horror", "Interest", "Joy", "Love", "Nostalgia", "Pain",
    "Pride", "Realization", "Relief", "Romance", "Sadness", "Satisfaction", "Shame",
    "Surprise (negative)", "Surprise (positive)", "Sympathy", "Tiredness", "Triumph",
)  # fmt: skip


def scores(seed: int) -> dict[str, float]:
    """All 48 expressions, other ones for every turn, the same in every run."""
    return {name: (seed * 7 + i * 13) % 100 / 100 for i, name in enumerate(EXPRESSIONS)}


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """`timestamp` is Unix time in ms, later than that of the event before.

    `type` is one of Hume's event types; `role` USER, AGENT or SYSTEM.
    """

    id: str
    chat_id: str
    timestamp: int
    role: str
    type: str
    text: str | None = None
    scores: dict[str, float] | None = None


@dataclass(slots=True)
class KeptChat:
    """One connection. `voice` is the PCM that arrived, frame by frame."""

    id: str
    group_id: str
    query: dict[str, str]
    headers: dict[str, str]
    began_ms: int
    ended_ms: int | None = None
    status: str = "ACTIVE"
    events: list[KeptEvent] = field(default_factory=list)
    settings: list[dict] = field(default_factory=list)
    received: list[dict] = field(default_factory=list)
    voice: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """All chats by id, oldest first."""

    chats: dict[str, KeptChat] = field(default_factory=dict)
    _last_ms: int = 0

    def now_ms(self) -> int:
        self._last_ms = max(int(time.time() * 1000), self._last_ms + 1)
        return self._last_ms

    def open(self, group_id: str, query: dict[str, str], headers: dict[str, str]) -> KeptChat:
        chat = KeptChat(str(uuid4()), group_id, query, headers, self.now_ms())
        self.chats[chat.id] = chat
        self.note(chat, "SYSTEM", "CHAT_START_MESSAGE")
        return chat

    def note(
        self,
        chat: KeptChat,
        role: str,
        kind: str,
        text: str | None = None,
        scores: dict[str, float] | None = None,
    ) -> KeptEvent:
        event = KeptEvent(str(uuid4()), chat.id, self.now_ms(), role, kind, text, scores)
        chat.events.append(event)
        return event

    def close(self, chat: KeptChat, status: str = "USER_ENDED") -> None:
        if chat.ended_ms is None:
            self.note(chat, "SYSTEM", "CHAT_END_MESSAGE")
            chat.ended_ms, chat.status = self.now_ms(), status

    @property
    def said(self) -> list[tuple[str, str]]:
        """Speaker ("actor" or "interviewer") and text of all turns of all chats, as said."""
        speakers = {"USER_MESSAGE": "actor", "AGENT_MESSAGE": "interviewer"}
        events = [event for chat in self.chats.values() for event in chat.events]
        return [(speakers[e.type], e.text or "") for e in events if e.type in speakers]
