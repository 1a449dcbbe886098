"""What waits for the interviewer: things said and typed, in the order they happened."""

import asyncio
from dataclasses import dataclass

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.mind.dialogue import Answer
from darasa_reflex.features.interviews.mind.heard.asked_back import only_asks
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.providers.interviewer.local.ears.reading import Understood
from darasa_reflex.providers.interviewer.local.ears.utterance import Utterance

# Shorter sounds without a word in them are coughs.
_LEAST_WORDLESS_MS = 700
# A candidate who has waited so long for a reply is told that words are missing. They may come yet.
LONGEST_WAIT_SECONDS = 10.0


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


def spoken_message(
    utterance: Utterance, known: Understood, measured: evi.Measured
) -> evi.UserMessage:
    """Return the final message of an utterance; `measured` says what is known beside its times."""
    ended = utterance.ended
    told = {
        "segments": ended.segments,
        "held_ms": ended.held_ms,
        "words": tuple((word.text, word.begin_ms, word.end_ms) for word in known.heard.words),
        "unread": known.unread,
    }
    return evi.UserMessage(
        message=evi.Text(role="user", content=known.heard.text),
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


async def message_of(
    said: Said, measured: evi.Measured, *, seconds: float
) -> evi.UserMessage | None:
    """Return the final message of what was said; None when there was no word in it.

    Args:
        said: Spoken or typed.
        measured: What is known of it beside its times.
        seconds: How long to wait for words that are not read yet. The message that is returned
            then knows where the whole one comes from.
    """
    if isinstance(said, Typed):
        return typed_message(said, measured)
    known = await said.heard(seconds)
    if not known.heard.text or (said.is_read and _is_cough(said, known)):
        return None
    message = spoken_message(said, known, measured)
    return message if said.is_read else message.with_late(_whole_message(said, measured))


def _is_cough(said: Utterance, known: Understood) -> bool:
    """Whether an engine that failed had nothing to read but a short sound."""
    return bool(known.unread) and said.voiced_ms < _LEAST_WORDLESS_MS


def _whole_message(said: Utterance, measured: evi.Measured) -> asyncio.Future[evi.UserMessage]:
    async def whole() -> evi.UserMessage:
        return spoken_message(said, await said.heard(), measured)

    return asyncio.ensure_future(whole())


def words_of(message: evi.UserMessage | None) -> str:
    """Return the text of a message without the marks of what was not understood."""
    text = (message.message.content if message else None) or ""
    measured = message.darasa if message else None
    if not measured or not measured.unread:
        return text
    return " ".join(word for word in text.split() if word != evi.NOT_UNDERSTOOD)


def answer_of(said: Said, message: evi.UserMessage | None, *, elapsed_ms: int) -> Answer:
    """Return what the dialogue is told."""
    spoken = isinstance(said, Utterance)
    return Answer(
        text=words_of(message),
        spoken_ms=said.voiced_ms if spoken else None,
        elapsed_ms=elapsed_ms,
    )


def silence_between(before: Said | None, said: Said) -> int | None:
    """Return how long nothing was said between two things, in ms; None unless both were spoken."""
    if not isinstance(before, Utterance) or not isinstance(said, Utterance):
        return None
    return said.ended.begin_ms - before.ended.end_ms


def deserves_reply(answer: Answer) -> bool:
    """Tell whether something was said that is to be replied to, if only by "say that again"."""
    return bool(answer.text) or (answer.spoken_ms or 0) >= _LEAST_WORDLESS_MS


def wants_to_leave(answers: list[Answer], language: str) -> bool:
    """Tell whether the candidate wants to skip or to end, be the question heard or not."""
    if not answers:
        return False
    return intent_of(whole(answers).text, language=language) in {Intent.SKIP, Intent.END}


def goes_on(answers: list[Answer], language: str) -> bool:
    """Tell whether what was said before the interviewer had asked adds to the answer before."""
    text = whole(answers).text
    wish = intent_of(text, language=language)
    return bool(text) and wish is None and not only_asks(text, language)


def whole(answers: list[Answer]) -> Answer:
    """Return what was said in several pieces as one answer."""
    spoken = [answer.spoken_ms for answer in answers if answer.spoken_ms is not None]
    return Answer(
        text=" ".join(answer.text for answer in answers if answer.text),
        spoken_ms=sum(spoken) if spoken else None,
        elapsed_ms=answers[-1].elapsed_ms,
    )
