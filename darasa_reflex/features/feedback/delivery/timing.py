"""The times of an interview: answers, segments and questions, in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.feedback.material import Said

# Shorter answers ("yes", "mm-hm") say nothing about delivery.
SHORTEST_ANSWER_SECONDS = 5.0
_MS = 1000


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """An answer with its times.

    Attributes:
        turns: Indexes of its turns.
        word_count: Fillers count as words.
        seconds: From the first to the last speech, less held time.
        speech_seconds: Speech alone; None when segments are unknown.
        gaps: Begin in ms and length in seconds of each silence within it, less held time.
        thinking: Seconds from the end of the question, less held time, 0 or more; None when
            unknown.
        overlap: Whether it began before the question ended.
        rough: Whether its words are only roughly known.
        unread: Whether some of it was not understood, so that its words cannot be counted.
    """

    turns: tuple[int, ...]
    text: str
    word_count: int
    seconds: float
    speech_seconds: float | None
    gaps: tuple[tuple[int, float], ...]
    thinking: float | None
    overlap: bool
    rough: bool
    unread: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is long enough for the sums."""
        return self.seconds >= SHORTEST_ANSWER_SECONDS


def spoken_answers(exchanges: Sequence[Exchange]) -> list[SpokenAnswer]:
    """Return the answers with usable times; each stretch between two questions is one."""
    found: list[SpokenAnswer] = []
    for exchange in exchanges:
        for asked, answered in _stretches(exchange):
            spoken = [turn for turn in answered if turn.span]
            if spoken:
                found.append(_answer(asked, spoken))
    return found


def interviewer_seconds(turns: Sequence[Said]) -> float | None:
    """Return how long the interviewer was heard; None when a turn's times are unknown."""
    spans = [turn.span for turn in turns if not turn.is_candidate and turn.text.strip()]
    if not spans or None in spans:
        return None
    return sum(end - begin for begin, end in filter(None, spans)) / _MS


def _stretches(exchange: Exchange) -> list[tuple[list[Said], list[Said]]]:
    """Return question and answer turns, with follow-ups apart again."""
    stretches: list[tuple[list[Said], list[Said]]] = [([], [])]
    for turn in sorted(exchange.asked + exchange.answered, key=lambda turn: turn.index):
        if not turn.is_candidate and stretches[-1][1]:
            stretches.append(([], []))
        stretches[-1][1 if turn.is_candidate else 0].append(turn)
    return stretches


def _answer(asked: Sequence[Said], spoken: Sequence[Said]) -> SpokenAnswer:
    known = all(turn.segments for turn in spoken)
    segments = sorted(s for t in spoken for s in (t.segments or (t.span or (0, 0),)))
    held = sum(turn.held_ms for turn in spoken)
    heard = [turn.span[1] for turn in asked if turn.span]
    waited = sum(turn.held_ms for turn in asked)
    thinking = (segments[0][0] - max(heard)) / _MS if heard else None
    if thinking is not None and thinking > 0:
        thinking = max(0.0, thinking - waited / _MS)
    end = max(end for _, end in segments)
    return SpokenAnswer(
        turns=tuple(turn.index for turn in spoken),
        text=" ".join(turn.text for turn in spoken),
        word_count=sum(words.count(turn.text) for turn in spoken),
        seconds=max(0.0, (end - segments[0][0] - held) / _MS),
        speech_seconds=_covered(segments) / _MS if known else None,
        gaps=_gaps(segments, held),
        thinking=None if thinking is None else max(0.0, thinking),
        overlap=thinking is not None and thinking < 0,
        rough=any(turn.rough for turn in spoken),
        unread=any(turn.unread for turn in spoken),
    )


def _covered(segments: Sequence[tuple[int, int]]) -> int:
    covered, reached = 0, segments[0][0]
    for begin, end in segments:
        covered += max(0, end - max(begin, reached))
        reached = max(reached, end)
    return covered


def _gaps(segments: Sequence[tuple[int, int]], held: int) -> tuple[tuple[int, float], ...]:
    """Return silences; held time lies in the longest of them and is taken off there."""
    gaps: list[tuple[int, int]] = []
    reached = segments[0][1]
    for begin, end in segments[1:]:
        if begin > reached:
            gaps.append((reached, begin - reached))
        reached = max(reached, end)
    for place in sorted(range(len(gaps)), key=lambda p: -gaps[p][1]):
        taken = min(held, gaps[place][1])
        gaps[place] = (gaps[place][0], gaps[place][1] - taken)
        held -= taken
    return tuple((begin, length / _MS) for begin, length in gaps if length > 0)
