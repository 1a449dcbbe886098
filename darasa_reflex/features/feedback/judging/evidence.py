"""Quotes: found in the candidate's own turns by code, or not shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.material import Said

LEAST_WORDS = 4
LONGEST_QUOTE = 240
_OUTER = " \t\n\"'.,;:!?()[]-"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the candidate.

    Attributes:
        turn: Index of the turn in the transcript, from 0.
        text: The transcript's own letters.
        at_ms: When its first word was said, from the start of the interview; where words have no
            times, when the turn began; None when not known.
        shows: What it was quoted for, in a few words.
    """

    turn: int
    text: str
    at_ms: int | None
    shows: str = ""


def find(
    wanted: str, turns: Sequence[Said], shows: str = "", turn: int | None = None
) -> Quote | None:
    """Return where a candidate's turn holds these words, or None.

    Spelling of quotes, dashes, case and white space may differ. A quote must have 4 words, or be
    the whole turn. "…" parts it; the parts must follow each other in one turn.

    Args:
        wanted: The words, as somebody quoted them.
        turns: The transcript; turns of the interviewer are never searched.
        shows: Kept on the quote.
        turn: Look in this turn alone.
    """
    parts = [part for p in re.split(r"…|\.\.\.", wanted) if (part := _normal(p).strip(_OUTER))]
    for said in turns:
        if not said.is_candidate or turn not in {None, said.index}:
            continue
        if parts and (place := _place(parts, said.text)):
            begin, end = place
            return Quote(said.index, said.text[begin:end], _said_at(said, begin), shows)
    return None


def shortened(text: str) -> str:
    """Return the beginning of a long text, cut between two words; still verbatim."""
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;: ")


def _said_at(said: Said, place: int) -> int | None:
    """Return when the letter at a place of a turn was said; None when not known."""
    number = len(f"{said.text[:place]}.".split()) - 1
    if len(said.words) == len(said.text.split()):
        return said.words[number][1]
    return said.span[0] if said.span else said.began_ms


def _place(parts: Sequence[str], text: str) -> tuple[int, int] | None:
    """Return begin and end of the parts in the letters of a text."""
    normal, places = _mapped(text)
    whole = " ".join(parts) == normal.strip(_OUTER)
    if not whole and sum(words.count(part) for part in parts) < LEAST_WORDS:
        return None
    begin, at = -1, 0
    for part in parts:
        found = _at_word(part, normal, at)
        if found < 0:
            return None
        begin, at = (found if begin < 0 else begin), found + len(part)
    return places[begin], places[at - 1] + 1


def _at_word(part: str, normal: str, at: int) -> int:
    """Return where a part stands as whole words, from `at` on, or -1."""
    hit = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(normal, at)
    return hit.start() if hit else -1


def _normal(text: str) -> str:
    return _mapped(text)[0]


def _mapped(text: str) -> tuple[str, list[int]]:
    """Return normalised text and, for each of its letters, its place in the original."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for changed in words.plain(letter).casefold():
            blank = changed.isspace()
            if blank and (not letters or letters[-1] == " "):
                continue
            letters.append(" " if blank else changed)
            places.append(place)
    return "".join(letters), places
