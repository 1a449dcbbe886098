"""What EVI messages are made of; `evi` tells about the format."""

from pydantic import BaseModel, ConfigDict, Field

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
        rough: About one word in three may be wrong.
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
    rough: bool = False
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
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    retryable: bool = False
    engine: str = ""
    title: str = ""


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
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    changed: bool = False
    alive: bool = False


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
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    question: str | None = None
    number: int = 0
    of: int = 0
    hang_up: bool = False
