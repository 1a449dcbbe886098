"""EVI messages from client to server; `evi` tells about the format."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from darasa_reflex.features.interviews.evi_parts import Message, Sent, Sign

# As they are told to engines that know no buttons; in what those keep, they are nobody's answer.
WISHES = {
    "repeat": "Could you please repeat the question?",
    "skip": "I would like to skip this question, please.",
}


class AudioSettings(BaseModel):
    """The shape of raw PCM that follows in binary frames: 16-bit signed little-endian."""

    model_config = ConfigDict(frozen=True, extra="allow")

    encoding: Literal["linear16"] = "linear16"
    sample_rate: int = Field(ge=8_000, le=192_000)
    channels: int = Field(default=1, ge=1, le=2)


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
