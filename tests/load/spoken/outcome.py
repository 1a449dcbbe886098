"""What became of spoken calls, as numbers."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.load.spoken.socket_call import Speaker
from tests.load.voice.local_turns import at_percent


@dataclass(frozen=True, slots=True)
class Crowd:
    """What became of some spoken calls.

    Attributes:
        asked: How many people called.
        heard: How many of them the server took.
        answers: How many answers counted, from when all had come on.
        cut: How many of those were replied to before they ended.
        unanswered: How many had no reply.
        median_ms: From the end of an answer to the first sound of the reply.
        ninety_ms: Nine of ten replies began within this.
        cores: What one call takes of a core, with what hears and speaks for it.
        kilobytes: Memory of the server before anybody came, ear and voice loaded.
        kilobytes_per_call: What each call added to it.
    """

    asked: int
    heard: int
    answers: int
    cut: int
    unanswered: int
    median_ms: int
    ninety_ms: int
    cores: float
    kilobytes: int
    kilobytes_per_call: int


def summary(
    asked: int, speakers: Sequence[Speaker], since: float, share: float, memory: tuple[int, int]
) -> Crowd:
    """Return what became of calls.

    Args:
        asked: How many people called.
        speakers: Those who were heard.
        since: Answers count that ended after this.
        share: What all of them took of a core.
        memory: Kilobytes before and with all of them.

    Raises:
        ValueError: There is nothing to tell: nobody was heard, or had a reply.
    """
    waits = [ms for one in speakers for ended, ms in one.waits if ended > since]
    if not waits:
        raise ValueError(f"nobody of {asked} had a reply; {len(speakers)} were heard")
    heard, (empty, full) = len(speakers), memory
    return Crowd(
        asked=asked,
        heard=heard,
        answers=len(waits),
        cut=sum(one.cut for one in speakers),
        unanswered=sum(one.unanswered for one in speakers),
        median_ms=round(statistics.median(waits)),
        ninety_ms=round(at_percent(waits, 90) if len(waits) > 1 else waits[0]),
        cores=round(share / heard, 3),
        kilobytes=empty,
        kilobytes_per_call=round((full - empty) / heard),
    )
