"""Words of a language model made fit to show: plain text, and no number but those of code."""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping

from darasa_reflex.core.db import storable

LONGEST = 600
# What is longer is cut before any pattern reads it: some take time by the square of the length.
_MOST_READ = 4 * LONGEST
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_ADDRESS = re.compile(r"\b(?:(?:https?|javascript|data|file|mailto):|www\.)\S*", re.IGNORECASE)
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|[-+*>]+)\s+", re.MULTILINE)
_MARK = re.compile(r"[*`<>|~]+|(?<!\w)_+|_+(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_NUMBER = re.compile(
    r"\d+(?:[.,:]\d+)*|\b(?:twice|thrice|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundreds?|thousands?|millions?|per ?cent)\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return text without markup, scripts, addresses and control characters; lines are kept."""
    text = html.unescape(storable(text[:_MOST_READ]))
    for unwanted in (_SCRIPT, _TAG):
        text = unwanted.sub(" ", text)
    text = _ADDRESS.sub("", _LINK.sub(r"\1", text))
    text = _MARK.sub("", _LINE_MARK.sub("", text))
    shown = (c for c in text if c == "\n" or unicodedata.category(c)[0] != "C")
    return "".join(shown).strip()


def worded(text: str, facts: Mapping[str, str], quoted: Iterable[str] = ()) -> str:
    """Return the sentences that may be shown, as one line; may be empty.

    A sentence with a number of the model's own is dropped, also one in words, from "three" on.
    So is one with a placeholder for what was not measured.

    Args:
        text: As the model wrote it. "{speech_rate}" stands for the measured value.
        facts: Name of a placeholder to the value as shown, with its unit.
        quoted: Words of the person beside it; numbers that stand in them may be repeated.
    """
    known = {number.lower() for words in quoted for number in _NUMBER.findall(words)}
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(plain(text)):
        filled = _filled(" ".join(sentence.split()), facts, known)
        if sum(map(len, kept)) + len(filled) > LONGEST:
            break
        if filled:
            kept.append(filled)
    return " ".join(kept)


def _filled(sentence: str, facts: Mapping[str, str], known: Iterable[str]) -> str:
    own = _PLACEHOLDER.sub(lambda name: "" if name[1] in facts else "{", sentence)
    rest = _NUMBER.sub(lambda number: "" if number[0].lower() in known else "0", own)
    if "{" in rest or "}" in rest or any(letter.isnumeric() for letter in rest):
        return ""
    return _PLACEHOLDER.sub(lambda name: facts[name[1]], sentence)
