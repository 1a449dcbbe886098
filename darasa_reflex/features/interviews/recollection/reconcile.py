"""What was heard live, compared with what the engine kept of the same call. Pure.

What the person was shown stays as it was shown. Three things are added: turns that never arrived,
how a voice sounded, and the rest of an answer that a lost line cut off, since those are the
person's own words. A sentence of the interviewer that a barge-in cut short is shown whole already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from uuid import UUID

from darasa_reflex.features.interviews.engines.history import RecalledTurn
from darasa_reflex.features.interviews.recollection.alignment import (
    Words,
    align,
    key_of,
    likeness,
    words_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveTurn:
    """A turn as it is stored.

    Attributes:
        speaker: "actor" or "interviewer".
        at_ms: When it began, in Unix time, ms.
        cut_off: Ended by the line or the clock, not by the person.
    """

    id: UUID
    speaker: str
    text: str
    at_ms: int
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A turn that was said and never arrived.

    Attributes:
        after: The live turn it follows; None when it precedes all of them.
    """

    turn: RecalledTurn
    after: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What makes the stored turns of a call whole.

    Attributes:
        missing: Turns to insert, with times on our clock; those that follow the same turn stand
            in their order.
        matched: Live turns by the recalled turn that is the same.
        completed: Live turns whose text was cut off, and the whole text.
    """

    missing: tuple[Missing, ...] = ()
    matched: Mapping[UUID, RecalledTurn] = field(default_factory=dict[UUID, RecalledTurn])
    completed: Mapping[UUID, str] = field(default_factory=dict[UUID, str])


def reconcile(live: Sequence[LiveTurn], recalled: Sequence[RecalledTurn]) -> Edits:
    """Return what is to be changed so that the live turns of a call hold all that was said.

    Both in the order they were said. Applied twice, it changes nothing the second time.
    """
    said = [Words(turn.speaker, words_of(turn.text), turn.at_ms) for turn in recalled]
    shown = [Words(turn.speaker, words_of(turn.text), turn.at_ms) for turn in live]
    pairs = align(said, shown)
    _pair_swapped(said, shown, pairs)
    places = _told_in_pieces(said, shown, pairs)
    return Edits(
        missing=_missing(live, _on_our_clock(recalled, live, pairs), places),
        matched={live[there].id: recalled[here] for here, there in pairs.items()},
        completed={
            live[there].id: recalled[here].text
            for here, there in pairs.items()
            if _completes(live[there], said[here], shown[there])
        },
    )


def _on_our_clock(
    recalled: Sequence[RecalledTurn], live: Sequence[LiveTurn], pairs: Mapping[int, int]
) -> list[RecalledTurn]:
    """Return the recalled turns with their times moved by what the engine's clock differs."""
    ahead = [recalled[here].at_ms - live[there].at_ms for here, there in pairs.items()]
    skew = round(median(ahead)) if ahead else 0
    return [replace(turn, at_ms=turn.at_ms - skew) for turn in recalled]


def _pair_swapped(said: list[Words], shown: list[Words], pairs: dict[int, int]) -> None:
    """Pair equal turns that stand in another order: times in seconds do not tell it."""
    free = [there for there in range(len(shown)) if there not in set(pairs.values())]
    for here, one in enumerate(said):
        same = [
            there for there in free if here not in pairs and key_of(shown[there]) == key_of(one)
        ]
        if same:
            pairs[here] = min(same, key=lambda there: abs(shown[there].at_ms - one.at_ms))
            free.remove(pairs[here])


def _told_in_pieces(
    said: list[Words], shown: list[Words], pairs: Mapping[int, int]
) -> dict[int, range]:
    """Return the live turns in which each recalled turn stands; one that stands in none is missing.

    Engines may show a reply sentence by sentence and keep it whole, or the other way round.
    """
    taken = set(pairs.values())
    found: dict[int, range] = {}
    left: tuple[str, ...] = ()
    there = -1
    for here, one in enumerate(said):
        if here in pairs:
            there = pairs[here]
            found[here] = _further_pieces(one, shown, there, taken)
            left = _rest(shown[there].words, one.words)
        elif left and one.speaker == shown[there].speaker and _begins(left, one.words):
            found[here] = range(there, there + 1)
            left = left[len(one.words) :]
        else:
            left = ()
    return found


def _further_pieces(one: Words, shown: list[Words], there: int, taken: set[int]) -> range:
    """Return the live turn `there`, and those after it that go on with the same words."""
    left = _rest(one.words, shown[there].words)
    end = there + 1
    while end < len(shown) and end not in taken and shown[end].speaker == one.speaker:
        if not _begins(left, shown[end].words):
            break
        left = left[len(shown[end].words) :]
        end += 1
    return range(there, end)


def _missing(
    live: Sequence[LiveTurn], recalled: Sequence[RecalledTurn], places: Mapping[int, range]
) -> tuple[Missing, ...]:
    found: list[Missing] = []
    taken = {there for place in places.values() for there in place}
    after = -1
    for here, turn in enumerate(recalled):
        if here in places:
            after = max(after, places[here][-1])
            continue
        # Live turns that the engine does not know stand between the others by their time.
        while after + 1 < len(live) and after + 1 not in taken:
            if live[after + 1].at_ms > turn.at_ms:
                break
            after += 1
        if turn.text.strip():
            found.append(Missing(turn, live[after].id if after >= 0 else None))
    return tuple(found)


def _completes(turn: LiveTurn, whole: Words, part: Words) -> bool:
    longer = len(" ".join(whole.words)) > len(" ".join(part.words))
    return turn.cut_off and turn.speaker == "actor" and longer and likeness(whole, part) > 0


def _rest(whole: tuple[str, ...], part: tuple[str, ...]) -> tuple[str, ...]:
    return whole[len(part) :] if _begins(whole, part) else ()


def _begins(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return bool(part) and whole[: len(part)] == part
