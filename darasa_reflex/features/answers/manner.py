"""How something was done, by the words it is told with: care, its absence, shortcuts, conditions.

Measured on interviews of known quality, these words go along with it where grammar does not.
What they tell is only that they were said.
"""

from enum import StrEnum

from darasa_reflex.core.words.marks import marked
from darasa_reflex.features.answers import actions, words
from darasa_reflex.features.answers.cues import care, harm, telling
from darasa_reflex.features.answers.words import Sentence, stem


class Manner(StrEnum):
    """A way of telling how something is done; pages look its words up in their catalogue."""

    DEED = marked("something done")
    CARE = marked("checks")
    OPEN = marked("asking, telling and writing down")
    STOP = marked("stopping or taking back")
    CONDITION = marked("conditions")
    CHANGE = marked("something done differently since")
    CHOICE = marked("what came first, or was chosen over what")
    EXACT = marked("exactly which, how often or how much")
    NO_CARE = marked("checks left out")
    SHORTCUT = marked("making light of it")
    ABSOLUTE = marked("always, never and strong words")
    HEDGE = marked("hedges")
    GENERAL = marked("told in general")
    LOOSE = marked("told loosely")
    PRIDE = marked("own qualities and catchwords")
    UNSEEN = marked("nobody noticed or complained")
    HARM = marked("hiding, faking or harming")
    OWNED = marked("owning up")


# What speaks against how something was done.
AGAINST = frozenset(
    {
        Manner.NO_CARE, Manner.SHORTCUT, Manner.ABSOLUTE, Manner.HEDGE, Manner.GENERAL,
        Manner.LOOSE, Manner.PRIDE, Manner.UNSEEN, Manner.HARM,
    }
)  # fmt: skip
_PHRASES = {
    Manner.CONDITION: telling.CONDITION,
    Manner.CHANGE: telling.CHANGE,
    Manner.CHOICE: telling.CHOICE,
    Manner.EXACT: telling.EXACT,
    Manner.NO_CARE: care.NO_CARE,
    Manner.SHORTCUT: telling.SHORTCUT,
    Manner.ABSOLUTE: telling.ABSOLUTE,
    Manner.HEDGE: telling.HEDGE,
    Manner.GENERAL: telling.GENERAL,
    Manner.LOOSE: telling.LOOSE,
    Manner.PRIDE: telling.PRIDE,
    Manner.UNSEEN: telling.UNSEEN,
    Manner.HARM: harm.HARM,
    Manner.OWNED: harm.OWNED,
}
_VERBS = {
    Manner.CARE: care.CARE_VERBS,
    Manner.OPEN: care.OPEN_VERBS,
    Manner.STOP: care.STOP_VERBS,
}
# In a sentence with one of these something is done.
_ACTS = (Manner.DEED, *_VERBS)
_PRESENT = frozenset[str]().union(*_VERBS.values())


def manners_of(sentence: Sentence) -> dict[Manner, tuple[str, ...]]:
    """Return the words of each manner in a sentence; of checks, only those that were not denied."""
    text = words.plain(sentence.text)
    found = {
        manner: tuple(hit[0] for hit in pattern.finditer(text))
        for manner, pattern in _PHRASES.items()
    }
    own = () if found[Manner.NO_CARE] else actions.own_verbs(sentence, _PRESENT)
    for manner, listed in _VERBS.items():
        found[manner] = tuple(verb for verb in own if stem(verb) in listed or verb in listed)
    acts = actions.acts_of(sentence)
    found[Manner.DEED] = (sentence.terms[acts.at or 0],) if acts.own or acts.shared else ()
    if found[Manner.NO_CARE] or not any(map(found.get, _ACTS)):
        found[Manner.EXACT] = ()
    return {manner: hits for manner, hits in found.items() if hits}
