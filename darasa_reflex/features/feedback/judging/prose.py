"""Words of a language model made fit to show: plain text, and no number but those of code."""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from darasa_reflex.core.database.db import storable
from darasa_reflex.core.words.sentences import ENGLISH, language
from darasa_reflex.features.feedback.judging.locales import german
from darasa_reflex.features.feedback.judging.locales.german_nouns import INFLECTED, is_noun
from darasa_reflex.features.feedback.judging.unfit import GERMAN, WRITTEN, is_unfit

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
    r"\d+(?:[.,:'\u2019 \u00a0\u202f]\d+)*|"
    r"\b(?:twice|thrice|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|[mb]illions?|per ?cent|"
    r"zero|nil|half|halve[sd]?|halves|quarters?|(?:two|three)[- ](?:thirds|quarters)|dozens?|"
    r"doubled?|tripled?|majority|minority|[-\w]+fold)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    ENGLISH: _NUMBER,
    GERMAN: re.compile(f"{_NUMBER.pattern}|{german.NUMBER.pattern}", re.IGNORECASE),
}
_THOUSANDS = re.compile(
    r"(?<=\d)[,.'\u2019 \u00a0\u202f](?=\d{3}(?!\d))(?<!\d{4}[,.'\u2019 \u00a0\u202f])"
)
_NAME = re.compile(r"(?<=\s)[\"'(„“]*([A-ZÄÖÜ][\w+#.-]*[\w+#])|\b(\w*[a-z][A-Z]\w*|[A-Z]{2,}\w*)\b")
# Shorter ones are words, and others with an ending.
_LEAST_STEM = 5
_NO_NAMES = frozenset({"star", "i'm", "i've", "i'd", "i'll"})


@dataclass(frozen=True, slots=True)
class Sifted:
    """What may be shown of a text.

    Attributes:
        text: One line; may be empty.
        dropped: How many sentences may not.
    """

    text: str
    dropped: int = 0


def plain(text: str) -> str:
    """Return text without markup, scripts, addresses and control characters; lines are kept."""
    text = html.unescape(storable(text[:_MOST_READ]))
    for unwanted in (_SCRIPT, _TAG):
        text = unwanted.sub(" ", text)
    text = _ADDRESS.sub("", _LINK.sub(r"\1", text))
    text = _MARK.sub("", _LINE_MARK.sub("", text))
    shown = (c for c in text if c == "\n" or unicodedata.category(c)[0] != "C")
    return "".join(shown).strip()


def writing() -> str:
    """Return what a model is to write in now: the language of who asked, if there are rules of it.

    In another nobody could tell whether a sentence may be shown.
    """
    return language() if language() in WRITTEN else ENGLISH


def worded(text: str, facts: Mapping[str, str], quoted: Iterable[str] = ()) -> str:
    """Return the sentences that may be shown, as one line; may be empty. See `sifted`."""
    return sifted(text, facts, quoted).text


def sifted(
    text: str,
    facts: Mapping[str, str],
    quoted: Iterable[str] = (),
    known: frozenset[str] | None = None,
) -> Sifted:
    """Return the sentences of a model that may be shown, and how many may not.

    They are in the language of `writing`. Dropped is a sentence with a number or quantity of the
    model's own, also in words, from "three" on; with a placeholder for what was not measured; with
    a forecast of the decision; with a remark on accent, looks, health, origin or age; with a name
    that stands nowhere in the material.

    Args:
        text: As the model wrote it. "{speech_rate}" stands for the measured value.
        facts: Name of a placeholder to the value as shown, with its unit.
        quoted: Words of the person beside it; numbers that stand in them may be repeated.
        known: Lower-cased terms of the material; None: names are not checked.
    """
    quoted, written = tuple(quoted), writing()
    pattern = _NUMBERS[written]
    numbers = {_bare(number) for words in quoted for number in pattern.findall(words)}
    kept: list[str] = []
    dropped = 0
    for piece in _SENTENCE_END.split(_spelled_out(plain(text), written)):
        sentence = " ".join(piece.split())
        filled = _filled(sentence, facts, numbers, pattern)
        unfit = is_unfit(sentence, quoted, written)
        if not filled or unfit or not _names_known(sentence, known, written):
            dropped += bool(sentence)
            continue
        if filled in kept:
            continue
        if sum(map(len, kept)) + len(filled) > LONGEST:
            break
        kept.append(filled)
    return Sifted(" ".join(kept), dropped)


def _spelled_out(text: str, written: str) -> str:
    """Return text without abbreviations, whose full stops end no sentence."""
    for short, whole in german.ABBREVIATIONS.items() if written == GERMAN else ():
        text = text.replace(short, whole)
    return text


def _names_known(sentence: str, known: frozenset[str] | None, written: str) -> bool:
    if known is None:
        return True
    named = [name for found in _NAME.findall(sentence) for name in found if name]
    if written != GERMAN:
        return all(_is_known(name.lower(), known) for name in named)
    called = german.CALLED.findall(sentence)
    return all(_is_known_in_german(name, known, noun=name not in called) for name in named)


def _is_known_in_german(name: str, known: frozenset[str], *, noun: bool) -> bool:
    """Whether a name stands in the material, in whatever case, or may be a noun and is one."""
    small = name.lower()
    in_case = {small.removesuffix(end) for end in INFLECTED}
    in_case |= {f"{small}{end}" for end in INFLECTED} if len(small) >= _LEAST_STEM else set()
    stems = {one for one in in_case if len(one) >= _LEAST_STEM}
    if _is_known(small, known) or not known.isdisjoint(stems):
        return True
    return noun and (small in german.FUNCTION_WORDS or is_noun(name))


def _is_known(name: str, known: frozenset[str]) -> bool:
    parts = [part for part in re.split(r"[-./]", name.removesuffix("'s")) if part]
    return name in known | _NO_NAMES or all(p in known or p.rstrip("s") in known for p in parts)


def without_thousands(text: str) -> str:
    """Return text in which numbers have no marks between thousands, "1,200" as "1200"."""
    return _THOUSANDS.sub("", text)


def _bare(number: str) -> str:
    return without_thousands(number.lower())


def _filled(
    sentence: str, facts: Mapping[str, str], known: Iterable[str], number: re.Pattern[str]
) -> str:
    own = _PLACEHOLDER.sub(lambda name: "" if name[1] in facts else "{", sentence)
    rest = number.sub(lambda found: "" if _bare(found[0]) in known else "0", own)
    if "{" in rest or "}" in rest or any(letter.isnumeric() for letter in rest):
        return ""
    return _PLACEHOLDER.sub(lambda name: facts[name[1]], sentence)
