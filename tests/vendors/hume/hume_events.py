"""Chat events in the shape of Hume's REST interface."""

import json
from typing import Any

from tests.vendors.hume.hume_record import KeptEvent

START_MS = 1_795_338_000_000  # 2026-11-22 09:00 UTC, the start of the held clock of tests


def message(chat_id: str, number: int, speaker: str, text: str, at_ms: int) -> dict[str, Any]:
    """Return an event of something said; the candidate's have a score."""
    actor = speaker == "actor"
    return {
        "id": f"event-{number}",
        "chat_id": chat_id,
        "timestamp": at_ms,
        "role": "USER" if actor else "AGENT",
        "type": "USER_MESSAGE" if actor else "AGENT_MESSAGE",
        "message_text": text,
        "emotion_features": json.dumps({"Joy": 0.25, "Doubt": 0.5}) if actor else "",
        "metadata": None,
        "related_event_id": None,
    }


def of_record(event: KeptEvent) -> dict[str, Any]:
    """Return an event that the WebSocket stand-in has kept."""
    return {
        "id": event.id,
        "chat_id": event.chat_id,
        "timestamp": event.timestamp,
        "role": event.role,
        "type": event.type,
        "message_text": event.text,
        "emotion_features": json.dumps(event.scores) if event.scores else "",
        "metadata": None,
    }


def the_end(events: list[Any]) -> dict[str, Any]:
    """Return the event that ends a chat."""
    last = events[-1] if events else {"chat_id": "c", "timestamp": START_MS}
    return {
        "id": "event-end",
        "chat_id": last["chat_id"],
        "timestamp": last["timestamp"] + 1_000,
        "role": "SYSTEM",
        "type": "CHAT_END_MESSAGE",
        "message_text": None,
        "emotion_features": None,
        "metadata": None,
    }
