"""From Hume's chat events to turns. Pure; what cannot be read is left out.

Doc strings call the timestamps seconds, samples and code show milliseconds: both are read.
"""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, cast

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.history import Recalled, RecalledTurn

# A time of day above this is in milliseconds: as seconds it would lie in the year 5138.
_MILLISECONDS_ABOVE = 1e11
_SPEAKERS = {"USER_MESSAGE": "actor", "AGENT_MESSAGE": "interviewer"}


def unix_ms(value: object) -> int | None:
    """Return a time of day in Unix milliseconds; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    if not math.isfinite(number) or number < 0:
        return None
    return round(number if number > _MILLISECONDS_ABOVE else number * 1000)


def recalled(status: object, events: Iterable[object]) -> Recalled:
    """Return a chat from its status and the events of all its pages, in any order, even doubled.

    Events of the same time keep the order they came in.
    """
    turns: dict[str, RecalledTurn] = {}
    over = isinstance(status, str) and status != "ACTIVE"
    last_ms = 0
    for event in events:
        if not isinstance(event, dict):
            continue
        known = cast("dict[str, Any]", event)
        over = over or known.get("type") == "CHAT_END_MESSAGE"
        at_ms = unix_ms(known.get("timestamp"))
        last_ms = last_ms if at_ms is None else at_ms
        if turn := _turn(known, last_ms):
            turns.setdefault(_identity(known, turn), turn)
    return Recalled(turns=tuple(sorted(turns.values(), key=lambda turn: turn.at_ms)), over=over)


def expressions(features: object) -> dict[str, float]:
    """Return name to strength, 0 to 1, from `emotion_features`: JSON in a text, or nothing."""
    if not isinstance(features, str):
        return {}
    try:
        scores = json.loads(features)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(scores, dict):
        return {}
    return evi.strengths(cast("dict[str, object]", scores))


def _turn(event: Mapping[str, Any], at_ms: int) -> RecalledTurn | None:
    speaker, text = _SPEAKERS.get(str(event.get("type"))), event.get("message_text")
    if speaker is None or not isinstance(text, str) or not text.strip():
        return None
    if speaker == "actor" and text.strip() in evi.WISHES.values():
        return None
    heard = expressions(event.get("emotion_features")) if speaker == "actor" else {}
    return RecalledTurn(speaker=speaker, text=text, at_ms=at_ms, expressions=heard)


def _identity(event: Mapping[str, Any], turn: RecalledTurn) -> str:
    named = event.get("id")
    return named if isinstance(named, str) else f"{turn.speaker} {turn.at_ms} {turn.text}"
