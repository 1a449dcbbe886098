"""The messages of a call: Hume's EVI wire format, https://dev.hume.ai (as of mid-2026).

Each message is a frozen, typed object; fields we do not know stay on it and go out again. The field
`darasa` is ours: official clients ignore it, since they accept unknown fields but no unknown types.
In this order: what messages are made of, from client to server, from server to client, as text.
"""

import base64
from collections.abc import Awaitable, Mapping
from math import isfinite
from typing import Annotated, Any, Literal, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    TypeAdapter,
    ValidationError,
)

# Stands in a text where speech was not understood, as it stands for an omission in a quotation.
NOT_UNDERSTOOD = "[…]"


class Message(BaseModel):
    """What all messages have in common."""

    model_config = ConfigDict(frozen=True, extra="allow")

    custom_session_id: str | None = None


class Text(BaseModel):
    """Who said what, in the shape language models use."""

    model_config = ConfigDict(frozen=True, extra="allow")

    role: str
    content: str | None = None


class Span(BaseModel):
    """Begin and end in whole milliseconds from the start of the call."""

    model_config = ConfigDict(frozen=True, extra="allow")

    begin: int
    end: int


class Measured(BaseModel):
    """What our own ears know of a user message. Times in ms from the start of the call.

    Attributes:
        segments: Begin and end of each stretch of speech.
        words: Each word with its begin and end; empty when unknown. Kept, and never sent: no client
            needs them, and of an answer they are several times as much as its text.
        unread: Begin and end of each stretch whose words are not known, or not yet; in the text
            `NOT_UNDERSTOOD` stands for each.
        held_ms: Time within it that the person asked to wait or was muted.
        cut_off: Ended by the line or the clock, not by the person.
        question: Key of the planned question it answers.
        resumed: It said that the moment the person had asked for is over.
        key: The client's own name of the typed turn, as it came with `UserInput`.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    segments: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[str, int, int], ...] = Field(default=(), exclude=True)
    unread: tuple[tuple[int, int], ...] = ()
    held_ms: int = 0
    cut_off: bool = False
    question: str | None = None
    resumed: bool = False
    key: str | None = None


class Cut(BaseModel):
    """What an interruption left of the interviewer's messages.

    Attributes:
        heard: By message id, the words that were heard before it; empty when none were. Messages
            that were heard to their end are not in it.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    heard: dict[str, str] = {}


class Offer(BaseModel):
    """What can be done about an error.

    Attributes:
        retryable: Whether trying again may help.
        engine: Name of the next best engine; empty when there is none.
        title: What a page calls it.
        not_kept: What the candidate said last, when it could not be kept.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    retryable: bool = False
    engine: str = ""
    title: str = ""
    not_kept: str = ""


class Time(BaseModel):
    """How much of the planned time is left when a call begins.

    Attributes:
        left_seconds: Whole seconds, at least 0.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    left_seconds: int


class Sign(BaseModel):
    """Ours, on `session_settings` of the server, for clients that ask for signs (`signs=true`).

    Attributes:
        changed: A turn was changed after it was kept; read the transcript again.
        alive: Nothing but a sign of life; `Alive` answers it.
        over: Nothing follows. The client closes, with 1000; if it does not, the server does.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    changed: bool = False
    alive: bool = False
    over: bool = False


class Sent(BaseModel):
    """Ours, on `user_input`.

    Attributes:
        key: The client's own name of the turn: sent twice, it is kept and answered once, and the
            message that tells it again carries the key.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    key: str = Field(min_length=1, max_length=64)


class Place(BaseModel):
    """Where in the question plan an assistant message stands.

    Attributes:
        question: Key of the planned question it asks; None outside the plan.
        number: Of the question, from 1; 0 outside the plan.
        of: How many questions the plan has.
        hang_up: Nothing follows; the call ends when it has been heard.
        asked: What stays open to be answered, where the message does not ask it itself.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    question: str | None = None
    number: int = 0
    of: int = 0
    hang_up: bool = False
    asked: str = ""


# As they are told to engines that know no buttons; in what those keep, they are nobody's answer.
WISHES = {
    "repeat": "Could you please repeat the question?",
    "skip": "I would like to skip this question, please.",
}


class SoundPlace(BaseModel):
    """Where the sound that follows lies. From there on its samples count, however late they come.

    Attributes:
        at_ms: Milliseconds from the first sample of the line, on the client's clock.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    at_ms: int = Field(ge=0)


class AudioSettings(BaseModel):
    """The shape of raw PCM that follows in binary frames: 16-bit signed little-endian."""

    model_config = ConfigDict(frozen=True, extra="allow")

    encoding: Literal["linear16"] = "linear16"
    sample_rate: int = Field(ge=8_000, le=192_000)
    channels: int = Field(default=1, ge=1, le=2)
    darasa: SoundPlace | None = None


class AudioInput(Message):
    """Microphone audio in base64; a binary frame carries the same without it."""

    type: Literal["audio_input"] = "audio_input"
    data: str


class SessionSettings(Message):
    """A partial update of the running chat; None leaves a setting as it is."""

    type: Literal["session_settings"] = "session_settings"
    audio: AudioSettings | None = None
    variables: dict[str, str | int | float | bool] | None = None
    context: dict[str, Any] | None = None
    system_prompt: str | None = None
    voice_id: str | None = None
    darasa: Sign | None = None


class UserInput(Message):
    """A typed turn of the candidate."""

    type: Literal["user_input"] = "user_input"
    text: str
    darasa: Sent | None = None


class AssistantInput(Message):
    """Text for the interviewer to speak as it stands."""

    type: Literal["assistant_input"] = "assistant_input"
    text: str


class PauseAssistant(Message):
    """Stop responding, go on listening."""

    type: Literal["pause_assistant_message"] = "pause_assistant_message"


class ResumeAssistant(Message):
    """Respond again; only the last turn heard meanwhile is answered."""

    type: Literal["resume_assistant_message"] = "resume_assistant_message"


class ToolResponse(Message):
    """Result of a tool."""

    type: Literal["tool_response"] = "tool_response"
    tool_call_id: str
    content: str


class ToolError(Message):
    """A tool failed."""

    type: Literal["tool_error"] = "tool_error"
    tool_call_id: str
    error: str


class Playback(Message):
    """Ours: the browser began or ended playing an assistant message. Optional; see `Place`.

    Attributes:
        id: Of the assistant message.
        event: Which of the two happened just now.
    """

    type: Literal["darasa_playback"] = "darasa_playback"
    id: str
    event: Literal["began", "ended"]


class Alive(Message):
    """Ours: answers a sign of life of the server. It does nothing else."""

    type: Literal["darasa_alive"] = "darasa_alive"


class Muted(Message):
    """Ours: the person muted or unmuted the microphone."""

    type: Literal["darasa_muted"] = "darasa_muted"
    muted: bool


class Wish(Message):
    """Ours: the person pressed a button instead of saying it. It is no turn of theirs.

    Attributes:
        wish: What is to happen to the open question: to hear it again, or to leave it out.
    """

    type: Literal["darasa_wish"] = "darasa_wish"
    wish: Literal["repeat", "skip"]

    @property
    def words(self) -> str:
        """The same as said by a candidate, for engines that take nothing but words."""
        return WISHES[self.wish]


ClientMessage = (
    AudioInput
    | SessionSettings
    | UserInput
    | AssistantInput
    | PauseAssistant
    | ResumeAssistant
    | ToolResponse
    | ToolError
    | Playback
    | Alive
    | Muted
    | Wish
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
