"""Quotes: found in the candidate's own turns by code, or not shown."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.material import Said

LEAST_WORDS = 4
LONGEST_QUOTE = 240
# One sentence is quoted whole up to here: people speak on and on without a full stop.
LONGEST_SENTENCE = 600
_OUTER = " \t\n\"'.,;:!?()[]-"
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.'\u2019 \u00a0\u2009\u202f]\d{3})+(?![\d])")
# White space that is made one space, and marks between thousands.
_UNEVEN = re.compile(rf"\s\s|[^\S ]|^\s|{_THOUSANDS.pattern}")
# Words that turn what follows them into its opposite, or into something that was not done.
_TURNING = re.compile(
    r"\b(?:not|no|never|nobody|none|nor|neither|cannot|without|hardly|barely|if|unless|would|wish|"
    r"should|pretend\w*|accus\w+|instead of|rather than|"
    r"(?<!\bi )(?<!\bwe )(?:says?|said|claims?|claimed|thinks?|thought)|"
    r"nicht|nie|niemals|keine?[mnrs]?|ohne|wenn|"
    r"jamais|pas|sans|nunca|niet|geen|nooit)\b|n't\b",
)
_CLAUSE = re.compile(
    r"(?:,|\bbut|\band|\bso|\bthen|-)\s+(?:(?:and|so|but|then|also)\s+)*(?=(?:i|we)\b)"
)


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

    Spelling of quotes, dashes, accents, thousands, case and white space may differ. A quote must
    have 4 words, or be the whole turn. "…" parts it; the parts must follow each other in one turn.
    What is returned are the whole sentences it stands in, as many as fit. A piece cut
    out of "I never said that I broke it" is not found: the sentence says something else.

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
            begin, end = _whole(*place, said.text)
            if _turned(parts, said.text, begin, *place):
                continue
            return Quote(said.index, said.text[begin:end], _said_at(said, begin), shows)
    return None


def place_of(quote: Quote, turns: Sequence[Said]) -> tuple[int, int] | None:
    """Return the index of a quote's turn and of the letter in it where it begins; None: nowhere."""
    texts = (turn.text for turn in turns if turn.index == quote.turn)
    begin = next((text.find(quote.text) for text in texts), -1)
    return None if begin < 0 else (quote.turn, begin)


def turns_round(text: str) -> bool:
    """Tell whether words deny, doubt or only suppose what they say."""
    return bool(_TURNING.search(words.plain(text)))


def shortened(text: str) -> str:
    """Return the beginning of a very long sentence, cut between two words; still verbatim."""
    if len(text) <= LONGEST_SENTENCE:
        return text
    return text[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;: ")


def of_sentence(text: str, turn: int, shows: str, turns: Sequence[Said]) -> Quote | None:
    """Return a sentence as a quote, however short it is; code has found it in this turn."""
    short = shortened(text)
    said = next((one for one in turns if one.index == turn), None)
    return find(short, turns, shows, turn) or (
        Quote(turn, short, said.began_ms, shows) if said and short in said.text else None
    )


def _said_at(said: Said, place: int) -> int | None:
    """Return when the letter at a place of a turn was said; None when not known."""
    number = len(f"{said.text[:place]}.".split()) - 1
    if len(said.words) == len(said.text.split()):
        return said.words[number][1]
    return said.span[0] if said.span else said.began_ms


def _place(parts: Sequence[str], text: str) -> tuple[int, int] | None:
    """Return begin and end of the parts in the letters of a text."""
    normal, begins, ends = _mapped(text)
    whole = " ".join(parts) == normal.strip(_OUTER)
    if not whole and sum(words.count(part) for part in parts) < LEAST_WORDS:
        return None
    begin, at = -1, 0
    for part in parts:
        found = _at_word(part, normal, at)
        if found < 0:
            return None
        begin, at = (found if begin < 0 else begin), found + len(part)
    return begins[begin], ends[at - 1]


def _whole(begin: int, end: int, text: str) -> tuple[int, int]:
    """Return begin and end of the sentences that hold a place: the first, and what fits behind it.

    A sentence longer than anybody would read is the place alone.
    """
    held = [place for place in _sentences(text) if place[0] < end and place[1] > begin]
    if not held or held[0][1] - held[0][0] > LONGEST_SENTENCE:
        return begin, end
    first = min(begin, held[0][0])
    fits = [last for _, last in held[1:] if last - first <= LONGEST_QUOTE]
    return first, max([held[0][1], *fits])


@lru_cache(maxsize=500)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    places, at = list[tuple[int, int]](), 0
    for sentence in words.sentences(0, text):
        at = text.index(sentence.text, at)
        places.append((at, at := at + len(sentence.text)))
    return tuple(places)


def _turned(parts: Sequence[str], text: str, sentence: int, begin: int, end: int) -> bool:
    """Tell whether the sentence turns round what was quoted out of it."""
    first = parts[0].split()[0]
    before = _CLAUSE.split(words.plain(text[sentence:begin]) + first)[-1].removesuffix(first)
    unquoted = f"{before} {words.plain(text[begin:end]) if len(parts) > 1 else ''}"
    return turns_round(unquoted) and not any(map(turns_round, parts))


def _at_word(part: str, normal: str, at: int) -> int:
    """Return where a part stands as whole words, from `at` on, or -1."""
    found = normal.find(part, at)
    while found >= 0 and not _is_whole(part, normal, found):
        found = normal.find(part, found + 1)
    return found


def _is_whole(part: str, normal: str, at: int) -> bool:
    around = (normal[at - 1 : at], normal[at + len(part) : at + len(part) + 1])
    return not any(letter == "_" or letter.isalnum() for letter in around)


def _normal(text: str) -> str:
    return _mapped(text)[0]


# A turn is searched for each quote of a report; a long one takes 240 KB.
@lru_cache(maxsize=100)
def _mapped(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return normalised text and, for each of its letters, where it begins and ends in the text."""
    if text.isascii() and not _UNEVEN.search(text):  # each letter stays where it is
        return words.plain(text), range(len(text)), range(1, len(text) + 1)
    split = {
        at for number in _THOUSANDS.finditer(text) for at in range(*number.span())
        if not text[at].isdigit()
    }  # fmt: skip
    letters: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for begin, end, folded in _clusters(text):
        if begin in split:
            continue
        for changed in folded:
            blank = changed.isspace()
            if blank and (not letters or letters[-1] == " "):
                continue
            letters.append(" " if blank else changed)
            begins.append(begin)
            ends.append(end)
    return "".join(letters), begins, ends


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and normal form of each letter with the accents written behind it."""
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield begin, at, words.plain(text[begin:at]).casefold()
            begin = at
