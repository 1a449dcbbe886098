"""What waits for the interviewer: things said and typed, in the order they happened."""

from dataclasses import dataclass

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.speech import Heard
from darasa_reflex.providers.interviewer.local.ears.utterance import Utterance
from darasa_reflex.providers.interviewer.local.mind.intents import intent_of
from darasa_reflex.providers.interviewer.local.mind.mind import Answer
from darasa_reflex.providers.interviewer.local.mind.wishes import Intent

# Shorter sounds without a word in them are coughs.
_LEAST_WORDLESS_MS = 700


@dataclass(frozen=True, slots=True)
class Typed:
    """A turn the candidate typed, at a time in ms from the start of the call."""

    text: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Words for the interviewer to say as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Silence:
    """The candidate has said nothing for long."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The interviewer may speak again."""


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The planned time is over, and nobody is speaking."""


Said = Utterance | Typed
Item = Said | Verbatim | Silence | Resumed | TimeUp


def spoken_message(utterance: Utterance, heard: Heard, measured: evi.Measured) -> evi.UserMessage:
    """Return the final message of an utterance; `measured` says what is known beside its times."""
    ended = utterance.ended
    told = {
        "segments": ended.segments,
        "held_ms": ended.held_ms,
        "words": tuple((word.text, word.begin_ms, word.end_ms) for word in heard.words),
    }
    return evi.UserMessage(
        message=evi.Text(role="user", content=heard.text),
        time=evi.Span(begin=ended.begin_ms, end=ended.end_ms),
        darasa=measured.model_copy(update=told),
    )


def typed_message(typed: Typed, measured: evi.Measured) -> evi.UserMessage:
    """Return the final message of a typed turn."""
    return evi.UserMessage(
        message=evi.Text(role="user", content=typed.text),
        time=evi.Span(begin=typed.at_ms, end=typed.at_ms),
        from_text=True,
        darasa=measured,
    )


async def message_of(said: Said, measured: evi.Measured) -> evi.UserMessage | None:
    """Return the final message of what was said; None when no words were understood."""
    if isinstance(said, Typed):
        return typed_message(said, measured)
    heard = await said.heard()
    if heard.text:
        return spoken_message(said, heard, measured)
    return None


def answer_of(said: Said, message: evi.UserMessage | None, *, elapsed_ms: int) -> Answer:
    """Return what the mind is told."""
    spoken = isinstance(said, Utterance)
    return Answer(
        text=message.message.content or "" if message else "",
        spoken_ms=said.voiced_ms if spoken else None,
        elapsed_ms=elapsed_ms,
    )


def deserves_reply(answer: Answer) -> bool:
    """Tell whether something was said that is to be replied to, if only by "say that again"."""
    return bool(answer.text) or (answer.spoken_ms or 0) >= _LEAST_WORDLESS_MS


def wants_to_leave(answers: list[Answer]) -> bool:
    """Tell whether the candidate wants to skip or to end, be the question heard or not."""
    if not answers:
        return False
    return intent_of(whole(answers).text) in {Intent.SKIP, Intent.END}


def whole(answers: list[Answer]) -> Answer:
    """Return what was said in several pieces as one answer."""
    spoken = [answer.spoken_ms for answer in answers if answer.spoken_ms is not None]
    return Answer(
        text=" ".join(answer.text for answer in answers if answer.text),
        spoken_ms=sum(spoken) if spoken else None,
        elapsed_ms=answers[-1].elapsed_ms,
    )
