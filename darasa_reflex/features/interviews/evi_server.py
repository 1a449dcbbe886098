"""EVI messages from server to client; `evi` tells about the format."""

from collections.abc import Awaitable
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from darasa_reflex.features.interviews.evi_client import SessionSettings, ToolError, ToolResponse
from darasa_reflex.features.interviews.evi_parts import (
    Cut,
    Measured,
    Message,
    Offer,
    Place,
    Span,
    Text,
    Time,
)


class ChatMetadata(Message):
    """First message of a connection, sent once."""

    type: Literal["chat_metadata"] = "chat_metadata"
    chat_id: str
    chat_group_id: str
    request_id: str | None = None
    darasa: Time | None = None


class UserMessage(Message):
    """What the candidate said or typed; interim ones are provisional and never kept.

    One whose words are not all read yet knows where the whole message will come from.
    """

    type: Literal["user_message"] = "user_message"
    message: Text
    models: dict[str, Any] = Field(default_factory=dict)
    time: Span
    from_text: bool = False
    interim: bool = False
    language: str | None = None
    darasa: Measured | None = None
    _late: Awaitable["UserMessage"] | None = PrivateAttr(default=None)

    @property
    def late(self) -> Awaitable["UserMessage"] | None:
        """Gives the same message once all its words are read; None when nothing will be added."""
        return self._late

    def with_late(self, late: Awaitable["UserMessage"]) -> "UserMessage":
        """Return this message, which a whole one follows."""
        message = self.model_copy()
        message._late = late
        return message


class AssistantMessage(Message):
    """One segment of what the interviewer says, about a sentence or two, sent before its audio."""

    type: Literal["assistant_message"] = "assistant_message"
    id: str | None = None
    message: Text
    models: dict[str, Any] = Field(default_factory=dict)
    from_text: bool = False
    is_quick_response: bool = False
    language: str | None = None
    darasa: Place | None = None


class AssistantProsody(Message):
    """Expression scores of a spoken segment."""

    type: Literal["assistant_prosody"] = "assistant_prosody"
    id: str | None = None
    models: dict[str, Any] = Field(default_factory=dict)


class AudioOutput(Message):
    """A piece of the interviewer's voice.

    Attributes:
        id: The `AssistantMessage` it speaks.
        index: Counts from 0 for each `id`, without holes.
        data: A complete WAV file with a 44-byte header, 16-bit mono PCM, in base64.
    """

    type: Literal["audio_output"] = "audio_output"
    id: str
    index: int
    data: str


class AssistantEnd(Message):
    """The reply is complete (sent, not yet played)."""

    type: Literal["assistant_end"] = "assistant_end"


class UserInterruption(Message):
    """Stop playing, drop what is queued. `time` is Unix time in ms."""

    type: Literal["user_interruption"] = "user_interruption"
    time: int
    darasa: Cut | None = None


class ToolCall(Message):
    """The interviewer's engine wants a tool run."""

    type: Literal["tool_call"] = "tool_call"
    name: str
    parameters: str
    tool_call_id: str
    response_required: bool
    tool_type: str | None = None


class Error(Message):
    """Something went wrong; not always the end."""

    type: Literal["error"] = "error"
    code: str
    slug: str
    message: str
    request_id: str | None = None
    darasa: Offer | None = None


ServerMessage = (
    ChatMetadata
    | UserMessage
    | AssistantMessage
    | AssistantProsody
    | AudioOutput
    | AssistantEnd
    | UserInterruption
    | ToolCall
    | ToolResponse
    | ToolError
    | SessionSettings
    | Error
)
