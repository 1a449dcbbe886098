"""Frames of Hume, as the browser may see them: unknown fields kept, what is not for it left out."""

import json
from collections.abc import Mapping
from typing import Any, cast

from pydantic import ValidationError

from darasa_reflex.features.interviews import evi

# What the settings of a chat and its tools hold, wherever it stands in a message.
_PRIVATE = frozenset(
    {
        *("session_settings", "system_prompt", "variables", "context", "metadata"),
        *("tools", "builtin_tools", "tool_call", "tool_result", "parameters"),
        *("language_model_api_key", "access_token", "api_key"),
    }
)
_SPEAKERS = frozenset({"user", "assistant"})
# Times that a client may only meet as whole numbers.
_TIMES = frozenset({"begin", "end", "time"})


def read(frame: str) -> evi.ServerMessage | None:
    """Return the message in a frame; None when it is none that a candidate should see.

    `ToolCall`, `Error` and `ChatMetadata` are returned too: they are for the caller alone.
    """
    try:
        message = evi.read_server(frame)
    except ValidationError:
        message = _mended(frame)
    match message:
        case None | evi.SessionSettings() | evi.ToolResponse() | evi.ToolError():
            return None
        case evi.UserMessage() | evi.AssistantMessage():
            if message.message.role not in _SPEAKERS:
                return None
            _strip(message.models)
            _strip(message.message.model_extra)
        case evi.AssistantProsody():
            _strip(message.models)
        case _:
            pass
    _strip(message.model_extra)
    return _ours(message)


def _ours(message: evi.ServerMessage) -> evi.ServerMessage:
    """Return a message without marks that only we may set, and with times from 0."""
    if isinstance(message, evi.UserMessage):
        begin = max(0, message.time.begin)
        span = evi.Span(begin=begin, end=max(begin, message.time.end))
        return message.model_copy(update={"time": span, "darasa": None})
    if isinstance(message, evi.AssistantMessage):
        return message.model_copy(update={"darasa": None})
    return message


def _strip(fields: object) -> None:
    """Drop the private fields, at any depth."""
    if isinstance(fields, dict):
        found = cast("dict[str, object]", fields)
        for name in [name for name in found if name in _PRIVATE]:
            del found[name]
        for value in found.values():
            _strip(value)
    elif isinstance(fields, list):
        for value in cast("list[object]", fields):
            _strip(value)


def _mended(frame: str) -> evi.ServerMessage | None:
    """Return a message whose only fault is a fraction of a millisecond, else None."""
    try:
        found = json.loads(frame, object_hook=_whole)
        return evi.read_server(json.dumps(found)) if isinstance(found, Mapping) else None
    except (ValueError, RecursionError, OverflowError):  # a ValidationError is a ValueError
        return None


def _whole(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: int(value) if name in _TIMES and isinstance(value, float) else value
        for name, value in fields.items()
    }
