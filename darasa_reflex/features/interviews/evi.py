"""The messages of a call: Hume's EVI wire format, https://dev.hume.ai (as of mid-2026).

Each message is a frozen, typed object; fields we do not know stay on it and go out again. The field
`darasa` is ours: official clients ignore it, since they accept unknown fields but no unknown types.
"""

import base64
from collections.abc import Mapping
from math import isfinite
from typing import Annotated, cast

from pydantic import Field, TypeAdapter, ValidationError

from darasa_reflex.features.interviews.evi_client import (
    WISHES,
    Alive,
    AssistantInput,
    AudioInput,
    AudioSettings,
    ClientMessage,
    Muted,
    PauseAssistant,
    Playback,
    ResumeAssistant,
    SessionSettings,
    ToolError,
    ToolResponse,
    UserInput,
    Wish,
)
from darasa_reflex.features.interviews.evi_parts import (
    NOT_UNDERSTOOD,
    Cut,
    Measured,
    Message,
    Offer,
    Place,
    Sent,
    Sign,
    Span,
    Text,
    Time,
)
from darasa_reflex.features.interviews.evi_server import (
    AssistantEnd,
    AssistantMessage,
    AssistantProsody,
    AudioOutput,
    ChatMetadata,
    Error,
    ServerMessage,
    ToolCall,
    UserInterruption,
    UserMessage,
)

__all__ = [
    "NOT_UNDERSTOOD",
    "WISHES",
    "Alive",
    "AssistantEnd",
    "AssistantInput",
    "AssistantMessage",
    "AssistantProsody",
    "AudioInput",
    "AudioOutput",
    "AudioSettings",
    "BrokenFrame",
    "ChatMetadata",
    "ClientMessage",
    "Cut",
    "Error",
    "Measured",
    "Message",
    "Muted",
    "Offer",
    "PauseAssistant",
    "Place",
    "Playback",
    "ResumeAssistant",
    "Sent",
    "ServerMessage",
    "SessionSettings",
    "Sign",
    "Span",
    "Text",
    "Time",
    "ToolCall",
    "ToolError",
    "ToolResponse",
    "UserInput",
    "UserInterruption",
    "UserMessage",
    "Wish",
    "audio_of",
    "expressions_of",
    "read_client",
    "read_server",
    "strengths",
    "write",
]

_CLIENT = TypeAdapter[ClientMessage](Annotated[ClientMessage, Field(discriminator="type")])
_SERVER = TypeAdapter[ServerMessage](Annotated[ServerMessage, Field(discriminator="type")])


class BrokenFrame(Exception):
    """A frame is not an EVI message. `error` is what the peer is told."""

    def __init__(self, error: Error) -> None:
        super().__init__(error.slug)
        self.error = error


def read_client(frame: str) -> ClientMessage:
    """Return the message in a text frame of a client.

    Raises:
        BrokenFrame: It is no JSON (E0100) or no message we know (E0101).
    """
    try:
        return _CLIENT.validate_json(frame)
    except ValidationError as invalid:
        kind = invalid.errors(include_input=False, include_url=False)[0]["type"]
    if kind == "json_invalid":
        raise BrokenFrame(Error(code="E0100", slug="invalid_json", message="Not JSON."))
    raise BrokenFrame(
        Error(code="E0101", slug="invalid_message", message="Not a message of this protocol.")
    )


def audio_of(message: AudioInput) -> bytes:
    """Return the audio bytes of a message.

    Raises:
        BrokenFrame: They are no base64 (E0201).
    """
    try:
        return base64.b64decode(message.data, validate=True)
    except ValueError:
        error = Error(code="E0201", slug="invalid_base64", message="The audio is no base64.")
    raise BrokenFrame(error)


def read_server(frame: str) -> ServerMessage:
    """Return the message in a text frame of an engine that speaks EVI itself.

    Raises:
        pydantic.ValidationError: It is none.
    """
    return _SERVER.validate_json(frame)


def expressions_of(message: UserMessage) -> dict[str, float]:
    """Return the vocal expressions an engine measured, 0 to 1 by name; empty without any."""
    return strengths(_inside(_inside(message.models, "prosody"), "scores"))


def strengths(scores: Mapping[str, object]) -> dict[str, float]:
    """Return the scores that are numbers, as 0 to 1; what is none is left out."""
    return {
        name: min(max(float(score), 0.0), 1.0)
        for name, score in scores.items()
        if isinstance(score, int | float) and not isinstance(score, bool) and isfinite(score)
    }


def _inside(outer: Mapping[str, object], name: str) -> Mapping[str, object]:
    inner = outer.get(name)
    return cast("Mapping[str, object]", inner) if isinstance(inner, Mapping) else {}


def write(message: ServerMessage | ClientMessage) -> str:
    """Return a message as a text frame; fields that are None are left out."""
    return message.model_dump_json(exclude_none=True)
