"""Two tellings of one conversation, laid side by side. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

# More cells than a few hundred turns on either side: then only equal turns are paired.
_MOST_CELLS = 200_000
_EQUAL, _ALIKE = 4, 2
# A transcript that was corrected afterwards differs in a word or two. Not measured on real chats.
_ALIKE_PERCENT = 88.0
# Shorter than this, texts look alike by chance.
_LONG_CHARACTERS = 12
# A likeness outweighs all nearness in time that a whole call can gather.
_LIKENESS_WEIGHT = 1_000_000
_NEAREST = 999


class Words(NamedTuple):
    """A turn, as far as it is compared.

    Attributes:
        words: Lower case, without punctuation.
        at_ms: When it was said, in Unix time, ms.
    """

    speaker: str
    words: tuple[str, ...]
    at_ms: int


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared; a text of signs alone is one word."""
    plain = tuple(re.findall(r"\w+", text.casefold().replace("'", "").replace("\u2019", "")))
    return plain or (text.strip(),)


def key_of(turn: Words) -> tuple[str, tuple[str, ...]]:
    """Return what two equal turns have in common."""
    return turn.speaker, turn.words


def likeness(one: Words, other: Words) -> int:
    """Return 0 for two turns that are different ones, and more the surer they are the same."""
    if one.speaker != other.speaker:
        return 0
    if one.words == other.words:
        return _EQUAL
    shorter, longer = sorted((one.words, other.words), key=len)
    if longer[: len(shorter)] == shorter:
        return _ALIKE
    return _ALIKE if _looks_alike(" ".join(one.words), " ".join(other.words)) else 0


def align(one: Sequence[Words], other: Sequence[Words]) -> dict[int, int]:
    """Return which index of `one` is the same turn as which of `other`, in order on both sides.

    The pairs are those of the greatest likeness in all, and among those the nearest in time.
    """
    if [key_of(turn) for turn in one] == [key_of(turn) for turn in other]:
        return {index: index for index in range(len(one))}
    many = len(one) * len(other) > _MOST_CELLS
    return _equal_ones(one, other) if many else _best(one, other)


def _equal_ones(one: Sequence[Words], other: Sequence[Words]) -> dict[int, int]:
    here, there = [key_of(turn) for turn in one], [key_of(turn) for turn in other]
    return {
        block.a + step: block.b + step
        for block in LCSseq.opcodes(here, there).as_matching_blocks()
        for step in range(block.size)
    }


def _best(one: Sequence[Words], other: Sequence[Words]) -> dict[int, int]:
    # A turn that has its equal on the other side is not paired with one that is merely alike.
    odd, odd_there = _without_equal(one, other), _without_equal(other, one)
    worth = [[_worth(a, b, alike=a in odd and b in odd_there) for b in other] for a in one]
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(other))):
            paired = worth[i][j] + table[i + 1][j + 1] if worth[i][j] else 0
            table[i][j] = max(paired, table[i + 1][j], table[i][j + 1])
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(one) and j < len(other):
        if worth[i][j] and table[i][j] == worth[i][j] + table[i + 1][j + 1]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif table[i][j] == table[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _without_equal(one: Sequence[Words], other: Sequence[Words]) -> set[Words]:
    """Return those turns of `one` of whose kind `other` has fewer."""
    left = Counter(map(key_of, one)) - Counter(map(key_of, other))
    return {turn for turn in one if key_of(turn) in left}


def _worth(one: Words, other: Words, *, alike: bool) -> int:
    likely = likeness(one, other) if alike or key_of(one) == key_of(other) else 0
    near = max(_NEAREST - abs(one.at_ms - other.at_ms) // 1000, 0)
    return likely * _LIKENESS_WEIGHT + near if likely else 0


def _looks_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LONG_CHARACTERS:
        return False
    # The end may be missing: a line was lost, or the interviewer was interrupted.
    start = longer[: len(shorter)]
    return max(fuzz.ratio(shorter, longer), fuzz.ratio(shorter, start)) >= _ALIKE_PERCENT
