"""The port of language models: who answers a question, whatever it is asked for."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

# What is read of an answer, in characters; a longer one is none.
LONGEST_ANSWER = 100_000
# Longest silence while somebody waits.
LIVE_SECONDS = 15.0


class Form(StrEnum):
    """How the shape of an answer is asked for, strictest first."""

    SCHEMA = "schema"
    JSON = "json"
    WORDS = "words"


class Finish(StrEnum):
    """Why a model stopped."""

    WHOLE = "whole"
    CUT = "cut"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What sentences to people call a model.

    Attributes:
        provider: Name of the provider file.
        title: Of the service, "Gemini" or "llm.example.org".
        model: As the service calls it.
        host: Where words go, as shown.
        local: Whether that is this very machine.
        key_setting: Where its key is set.
        model_setting: Where the model is set.
    """

    provider: str
    title: str
    model: str
    host: str
    local: bool = False
    key_setting: str = "DARASA_MODEL_KEY"
    model_setting: str = "DARASA_MODEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One request.

    Attributes:
        instruction: The fixed task. No word of a person's stands in it.
        material: Messages of the user, oldest first; what changes comes last, so that a server
            can go on from the beginning it knows.
        schema: JSON schema of the answer, without references; None: plain text.
        form: How the shape is asked for. The schema stands in the instruction as well.
        most_tokens: Longest answer, with what a model thinks before it.
        live: Somebody waits for it while they talk: no thinking, no patience.
        seconds: Longest wait for all of it.
    """

    instruction: str
    material: tuple[str, ...]
    schema: Mapping[str, Any] | None = None
    form: Form = Form.SCHEMA
    most_tokens: int = 16_384
    live: bool = False
    seconds: float = 110.0

    @property
    def patience(self) -> float:
        """Seconds after which the line is given up."""
        return LIVE_SECONDS if self.live else self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back.

    Attributes:
        text: As the model wrote it, thoughts and fences too where the service leaves them in.
        model: Which model says it answered; some servers answer any name with their own.
        tokens_in: What it read, in tokens; None when not told.
        tokens_out: What it wrote, in tokens; None when not told.
    """

    text: str
    finish: Finish = Finish.WHOLE
    model: str = ""
    tokens_in: int | None = None
    tokens_out: int | None = None


class LanguageModel(Protocol):
    """Answers questions. Checks nothing: what it gives is data until code has read it."""

    @property
    def names(self) -> Names:
        """What sentences call it."""
        ...

    @property
    def forms(self) -> tuple[Form, ...]:
        """The ways to ask for a shape that may work, strictest first."""
        ...

    def warm(self) -> None:
        """Load what every question needs. Slow: runs in a thread."""
        ...

    async def ask(self, question: Question) -> Answer:
        """Return one whole answer. Retries what may pass, within the question's seconds.

        Raises:
            NotAnswered: Nothing usable came; see `failures`.
        """
        ...

    def stream(self, question: Question) -> AsyncGenerator[str]:
        """Yield the text piece by piece, thoughts left out where the service marks them.

        It ends without an error only when the model itself came to its end. Closing the generator
        closes the connection. Not retried.

        Raises:
            NotAnswered: It did not, or the line broke.
        """
        ...

    async def close(self) -> None:
        """Give back connections."""
        ...
