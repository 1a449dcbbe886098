"""What Whisper's decoder returns for a phrase: which of it is speech, and what it says."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

# Nobody says words of less than this on average; fast speech has about 200 ms.
_LEAST_WORD_MS = 80
# What repeats itself compresses well; and to silence the decoder likes to say the words of its
# prompt. Source: Whisper's own defaults.
_CIRCLES, _SILENCE = 2.4, 0.6
# Fast speakers have 4 words a second over a phrase.
_MOST_WORDS_PER_SECOND = 5
# Every phrase ends with 0.3 s of quiet, and the end of a word is known to a fifth of a second.
_PAUSE_SECONDS = 0.7


def until(segments: Iterable[Any], seconds: float) -> Iterator[Any]:
    """Yield segments until only the pause after a phrase is left: it would be read as a window."""
    for segment in segments:
        yield segment
        if seconds - segment.end < _PAUSE_SECONDS:
            return


def is_doubtful(segments: list[Any], seconds: float, most: int) -> bool:
    """Whether the decoder may have made it up, as it does more with less than its whole window."""
    tokens = sum(len(segment.tokens) for segment in segments)
    words = sum(len(segment.words or ()) for segment in segments)
    return (
        tokens >= most - 2
        or words > _MOST_WORDS_PER_SECOND * max(seconds, 1.0)
        or is_said_again(segments)
        or any(segment.compression_ratio > _CIRCLES for segment in segments)
        or any(segment.no_speech_prob > _SILENCE for segment in segments)
    )


def is_said_again(segments: list[Any]) -> bool:
    """Whether all there is are the same words twice or more, as in "Yes. Yes.".

    With terms to expect, the decoder makes that of a single word, with its whole window too: of one
    "Yes." in twenty, measured with Piper's voice and tiny.en. Without them it hears it once.
    """
    words = [word.word for segment in segments for word in segment.words or ()]
    said = ["".join(filter(str.isalnum, word)).casefold() for word in words]
    lengths = range(1, len(said) // 2 + 1)
    return any(said == said[:length] * (len(said) // length) for length in lengths)


def is_silence(segments: list[Any]) -> bool:
    """Whether all there is was heard where nothing may have been said.

    With terms to expect, the decoder repeats those over silence until its window is full, which
    takes ten times as long as a phrase; without them it says nothing.
    """
    return all(segment.no_speech_prob > _SILENCE for segment in segments)


def is_speech(segment: Any) -> bool:  # noqa: ANN401 (the engine has no types)
    """Whether words stand in sound: Whisper likes to add a "Thank you." to the end of a phrase."""
    words = segment.words or ()
    long_ms = sum(word.end - word.start for word in words) * 1000
    return bool(words) and long_ms / len(words) >= _LEAST_WORD_MS


def told(segments: list[Any]) -> dict[str, Any]:
    """Return the answer to a frame `T`, see the worker."""
    words = [word for segment in segments for word in segment.words]
    # A lone full stop is what the decoder writes into silence.
    words = [word for word in words if any(map(str.isalnum, word.word))]
    text: str = "".join(word.word for word in words)
    return {
        "text": text.strip(),
        "confidence": _confidence(segments) if words else None,
        "words": [[w.word.strip(), round(w.start * 1000), round(w.end * 1000)] for w in words],
    }


def _confidence(segments: list[Any]) -> float:
    """Return the mean probability of a token, weighted by how long its segment lasts."""
    seconds = sum(segment.end - segment.start for segment in segments)
    weighted = sum(s.avg_logprob * (s.end - s.start) for s in segments)
    return math.exp(min(weighted / max(seconds, 0.01), 0.0))
