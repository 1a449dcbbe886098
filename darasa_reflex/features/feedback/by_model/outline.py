"""Outlines of stronger answers: every number, name and claim stands in the person's own words."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from darasa_reflex.features.answers import words
from darasa_reflex.features.feedback.judging import evidence, prose
from darasa_reflex.features.feedback.judging.locales import german
from darasa_reflex.features.feedback.judging.unfit import GERMAN
from darasa_reflex.features.feedback.material import Said

MOST_LINES = 5
_LONGEST_LINE = 200
_GAP = re.compile(r"\[([^\[\]]*)\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Where a sentence begins to say something else. The mark stays with what it begins.
_CLAUSES = re.compile(
    r"[,;:]\s+|\s+(?=(?:because|since|so|but|instead of|rather than|which|when|while|until|"
    r"although|unless|if|and (?:i|we|he|she|they)|after|before)\b)"
)


def _listed(words_of_it: str) -> frozenset[str]:
    return frozenset(words_of_it.split())


# They join words without saying anything of the world; no reason, result or order is among them.
JOINING = _listed(
    "a an the and of to in on at for with by from into i my me it its they them their we our us "
    "that this these those who is are was were be been am have has had do does did"
)
_ASKING = JOINING | _listed(
    "how what which who whom whose when where why many much long often far big large small your "
    "you part role result outcome effect figure number numbers percent amount before after then "
    "change changed measured measure checked check compared people users customers team size cost "
    "costs time saved name tool tools reason decide decided decision learn learned next step steps "
    "else exactly came did happened happen date year month week day days hours minutes money lost "
    "won would if or not alternative alternatives option options other others deadline budget"
)
_OTHERS = re.compile(
    r"\b(?:we|us|he|she|they|somebody|someone|everyone|everybody|people|my (?!own\b)\w+)\b"
)
_SELF = re.compile(r"\b(?:i|myself)\b")


def line_of(text: str, own_words: str, turns: Sequence[Said]) -> str | None:
    """Return a line that holds nothing but the person's own facts and gaps to fill; else None.

    Args:
        text: The line; what stands in brackets is a question.
        own_words: What it is made of, as somebody quoted it.
        turns: The transcript.
    """
    text = " ".join(prose.plain(text).split())
    source = evidence.find(own_words, turns)
    if source is None or not text or len(text) > _LONGEST_LINE:
        return None
    if not all(_asks(gap) for gap in _GAP.findall(text)):
        return None
    said = _GAP.sub(" ", text)
    if "[" in said or "]" in said:
        return None
    own = prose.without_thousands(source.text)
    return text if _stands(prose.without_thousands(said), own) else None


def _asks(gap: str) -> bool:
    """Tell whether a gap asks for something and tells nothing."""
    asked = set(words.terms(gap))
    known = asked <= _ASKING or (prose.writing() == GERMAN and asked <= german.ASKING)
    return gap.strip().endswith("?") and known


def _stands(said: str, source: str) -> bool:
    needed = _content(said)
    if not needed or not needed <= set(words.stems(source)):
        return False
    if not _in_order(_numbers(said), _numbers(source)) or _swapped(said, source):
        return False
    used = _used(needed, source)
    plain = words.plain(said)
    if evidence.turns_round(" ".join(used)) != evidence.turns_round(plain):
        return False
    if any(_OTHERS.search(clause) and not _SELF.search(clause) for clause in used):
        return bool(_OTHERS.search(plain)) and not _SELF.search(plain)
    return not _SELF.search(plain) or bool(_SELF.search(words.plain(source)))


def _content(text: str) -> set[str]:
    return {words.stem(term) for term in words.terms(text) if term not in JOINING}


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)


def _in_order(wanted: Sequence[str], given: Iterable[str]) -> bool:
    left = iter(given)
    return all(number in left for number in wanted)


def _swapped(said: str, source: str) -> bool:
    """Tell whether words that stand before and after each other change places around a "to"."""
    marks = ("from", "to", "than", "over", "instead")
    order = [words.stem(t) for t in words.terms(source)]
    own = [words.stem(t) for t in words.terms(said) if t not in JOINING or t in marks]
    if not any(mark in own for mark in marks):
        return False
    places = [order.index(stem) for stem in own if stem in order and stem not in marks]
    return any(later < earlier for earlier, later in pairwise(places))


def _used(needed: set[str], source: str) -> list[str]:
    """Return the clauses of the source that the words of a line come from."""
    left, used = set(needed), list[str]()
    for clause in _CLAUSES.split(words.plain(source)):
        if found := left & set(words.stems(clause)):
            used.append(clause)
            left -= found
    return used
