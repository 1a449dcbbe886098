"""What the person did, in a sentence: "I profiled", "I had written", "we moved"."""

from dataclasses import dataclass

from darasa_reflex.features.answers import verbs
from darasa_reflex.features.answers.words import Sentence

# A verb stands at most so many words behind its subject: "I then very carefully weighed".
_REACH = 5
_LONGEST_TAIL = 2
_I = frozenset({"i", "i've", "i'd", "i'll"})
_WE = frozenset({"we", "we've", "we'd", "we'll"})
_PASSIVE = frozenset({"was", "were", "am", "get", "got"})
# "I was able to fix", "I managed to call", "I ended up writing", "I had to rebuild".
_LEADS_ON = frozenset(
    {"able", "to", "had", "managed", "ended", "up", "began", "started", "decided"}
)
_SKIPPED = verbs.ADVERBS | _LEADS_ON | {"been", "was"}


@dataclass(frozen=True, slots=True)
class Acts:
    """What is done in a sentence, and by whom.

    Attributes:
        own: Something done by "I".
        shared: Something done by "we".
        steps: Something meant, planned or done as a habit: "I would check", "I check".
        at: Place of the first verb of an own or shared act among the terms; None without one.
    """

    own: bool = False
    shared: bool = False
    steps: bool = False
    at: int | None = None


def acts_of(sentence: Sentence) -> Acts:
    """Return what is done in a sentence."""
    terms = sentence.terms
    own = shared = steps = False
    first: int | None = None
    for place, subject in enumerate(terms):
        if subject not in _I | _WE:
            continue
        verb, step = _verb(terms, place)
        steps = steps or step
        if verb is None:
            continue
        own, shared = own or subject in _I, shared or subject in _WE
        first = verb if first is None else min(first, verb)
    if not own and not shared and _opens_with_deed(terms):
        own, first = True, 0
    steps = steps or bool(terms and verbs.is_step(terms[0]))
    return Acts(own, shared, steps, first)


def _verb(terms: tuple[str, ...], subject: int) -> tuple[int | None, bool]:
    """Return where the deed of a subject stands, if it is one, and whether it is only a step."""
    modal = terms[subject] in verbs.MODALS and terms[subject] not in {"i'd", "we'd"}
    lasted = False
    for place in range(subject + 1, min(subject + 1 + _REACH, len(terms))):
        word = terms[place]
        if word in verbs.MODALS or word in {"will", "going"}:
            modal = True
        elif word in verbs.NEGATIONS:
            return _later_deed(terms, place), False
        elif not modal and verbs.is_deed(word) and word not in _LEADS_ON:
            passive = terms[place - 1] in _PASSIVE and word.endswith("ed")
            return (None if passive else place), False
        elif word.endswith("ing") and len(word) > len("being"):
            return (place if lasted and not modal else None), lasted
        elif word in _SKIPPED or word.endswith("ly"):
            lasted = lasted or word in {"been", "was", "up", "started", "began"}
        elif verbs.is_step(word) or _was_to(terms, place):
            # "I was able to calm", "I had to redo": done, not only meant.
            done = not modal and terms[place - 1] == "to"
            return (place if done else None), True
        else:
            return _later_deed(terms, place), modal
    return None, modal


def _was_to(terms: tuple[str, ...], place: int) -> bool:
    """Tell whether a verb hangs on "able to", "had to" and the like."""
    return terms[place - 1] == "to" and terms[place - 2] in _LEADS_ON


def _later_deed(terms: tuple[str, ...], place: int) -> int | None:
    """Return a further deed of the same subject: "I sat down **and asked** …"."""
    for at in range(place + 1, len(terms)):
        if terms[at] in _I | _WE:
            return None
        if verbs.is_deed(terms[at]) and terms[at - 1] in {"and", "then", "so"}:
            return at
    return None


def _opens_with_deed(terms: tuple[str, ...]) -> bool:
    """Tell whether a sentence leaves "I" out: "Called the doctor, checked the chart."."""
    return (
        len(terms) > _LONGEST_TAIL
        and verbs.is_deed(terms[0])
        and terms[1] not in {"by", "on", "from", "in"}
    )
