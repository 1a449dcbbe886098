"""What the person did, in a sentence: "I profiled", "I had written", "we moved"."""

import re
from dataclasses import dataclass
from itertools import accumulate

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.lexicon import verbs
from darasa_reflex.features.answers.words import Sentence, stem

# A verb stands at most so many words behind its subject: "I then very carefully weighed".
_REACH = 5
_LONGEST_TAIL = 2
_I = frozenset({"i", "i've", "i'd", "i'll"})
_WE = frozenset({"we", "we've", "we'd", "we'll"})
_PASSIVE = frozenset({"was", "were", "am", "get", "got"})
_BEEN = frozenset({"was", "were", "am", "been"})
# "I was able to fix", "I managed to call", "I ended up writing", "I had to rebuild".
_LEADS_ON = frozenset(
    {"able", "to", "had", "managed", "ended", "up", "began", "started", "decided"}
)
_OTHERS = words.listed("he she they it who which them nobody everybody everyone somebody people")
_SKIPPED = verbs.ADVERBS | _LEADS_ON | {"been", "was", "were"}
_LASTING = frozenset({"been", "was", "were", "up", "started", "began"})


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
    steps = steps or _opens_with_step(terms)
    return Acts(own, shared, steps, first)


def _verb(terms: tuple[str, ...], subject: int) -> tuple[int | None, bool]:
    """Return where the deed of a subject stands, if it is one, and whether it is only a step."""
    modal = terms[subject] in verbs.MODALS and terms[subject] not in {"i'd", "we'd"}
    contracted = terms[subject] in {"i'd", "we'd"}
    lasted = False
    for place in range(subject + 1, min(subject + 1 + _REACH, len(terms))):
        word = terms[place]
        if word in verbs.MODALS or word in {"will", "going"}:
            modal = True
        elif word in verbs.NEGATIONS:
            return _later_deed(terms, place), False
        elif word == "did" and terms[place + 1 : place + 2] == ("not",):
            continue
        elif not modal and verbs.is_deed(word) and word not in _LEADS_ON:
            return (None if _is_passive(terms, place) else place), False
        elif word.endswith("ing") and len(word) > len("being"):
            return (place if lasted and not modal else None), lasted
        elif word in _SKIPPED or word.endswith("ly"):
            lasted = lasted or word in _LASTING
        elif verbs.is_step(word) or word == "used" or _was_to(terms, place):
            # "I was able to calm", "I had to redo": done, not only meant, or a habit ("used to").
            done = not modal and terms[place - 1] == "to"
            return (place if done else None), True
        else:
            after = terms[place + 1] if place + 1 < len(terms) else ""
            would = contracted and verbs.may_follow_would(word)
            habit = place == subject + 1 and (would or verbs.may_be_habit(word, after))
            return _later_deed(terms, place), modal or habit
    return None, modal


def _is_passive(terms: tuple[str, ...], place: int) -> bool:
    """Tell whether it was done to the subject: "I was sent", "I've been told"."""
    before = terms[place - 1]
    return before in _BEEN or (before in _PASSIVE and terms[place].endswith("ed"))


def _was_to(terms: tuple[str, ...], place: int) -> bool:
    """Tell whether a verb hangs on "able to", "had to" and the like."""
    return terms[place - 1] == "to" and terms[place - 2] in _LEADS_ON


def _later_deed(terms: tuple[str, ...], place: int) -> int | None:
    """Return a further deed of the same subject: "I sat down **and asked** …"."""
    for at in range(place + 1, len(terms)):
        if terms[at] in _I | _WE:
            return None
        if verbs.is_past(terms[at]) and terms[at - 1] in _OTHERS:
            return None  # "I remember that half of them got up and left"
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


def _opens_with_step(terms: tuple[str, ...]) -> bool:
    """Tell whether a sentence begins with what is to be done: "Check the oil."."""
    match terms:
        case (verb, after, *_):
            names = verb.endswith("ing") and after in _NO_OBJECT
            return verbs.is_step(verb) and not _NOUN.search(verb) and not names
        case _:
            return False


_WHO = frozenset({"i", "we", "i've", "we've", "i'd", "we'd", "i'll", "we'll", "i'm", "we're"})
_PERSONS = words.listed(
    """he she they you who nobody anyone people somebody anybody somebody's he'd she'd they'd he's
        she's they're you'd you're"""
)
_THINGS = words.listed(
    """it someone everyone everybody one it's that's there's which what that this"""
)
_DETERMINERS = words.listed("the a an my our his her their this that these those every each")
_STARTS = words.listed(
    "and but so because when while if as since then which that until after before"
)
_SUBORDINATE = words.listed("because when while if which that")
_PASSIVES = words.listed("was were been be being is are am 're 's i'm")
# "payments", "tests", "reviews": what is there, not what is done.
_NOUN = re.compile(r"(?:ment|tion|[^s]s)$")
# "I looked after the service", "I try to be nice", "it is to do with": no look, no trial, no act.
_NOT_WITH = {
    stem("look"): frozenset({"after", "forward", "like"}),
    stem("try"): frozenset({"to"}),
    stem("tried"): frozenset({"to"}),
    stem("tell"): frozenset({"you"}),
}
_ASKED = words.listed("if whether what how who whom where when why which")
# Acts only before certain words: "I see whether it holds", "I work out what it costs".
_ONLY_WITH = {
    stem("see"): _ASKED,
    stem("find"): frozenset({"out"}),
    stem("work"): frozenset({"out"}),
    stem("figure"): frozenset({"out"}),
}
# Speaks of the answer itself.
_TAKEN_UP = frozenset({("like", "i", "said"), ("as", "i", "said"), ("like", "i've", "said")})
# A root it shares with "offer" makes no verb of it.
_NO_VERBS = frozenset({"off", "counter"})
_NO_OBJECT = frozenset({"", "like", "and", "or", "is", "was"})
_BEFORE_VERBS = (
    _WHO | _STARTS | verbs.ADVERBS | verbs.MODALS | frozenset({"to", "or", "not", "don't"})
)
_MAY_ACT = verbs.ADVERBS | _BEFORE_VERBS
_NOT_MINE = _THINGS | _DETERMINERS
_BEFORE_NOUNS = _DETERMINERS - {"that", "this"} | words.listed(
    "of no on at in by with for any some"
)


def own_verbs(sentence: Sentence, present: frozenset[str]) -> tuple[str, ...]:
    """Return the verbs whose subject is "I" or "we", or that stand without one at the start.

    Args:
        sentence: What was said.
        present: Stems that are acts in the present tense, too: "I check", "lock it, check it".
    """
    found: list[str] = []
    mine, denied = True, False  # "Rang the doctor, wrote it down."
    before = "and"  # as if the sentence went on with one's own act
    starts = _clause_starts(sentence)
    for place, term in enumerate(sentence.terms):
        before = "and" if place in starts and before not in _WHO else before
        clause = place == 0 or before in _STARTS
        if term in _WHO:
            mine, denied = True, False
        elif term in _PERSONS or (clause and term in _NOT_MINE):
            mine = False
        elif before in _SUBORDINATE and not _may_act(term):
            mine = False  # "when payments were refused"
        elif term in verbs.NEGATIONS:
            denied = True
        elif sentence.terms[max(place - 2, 0) : place + 1] in _TAKEN_UP:
            pass
        elif mine and not denied and before not in _BEFORE_NOUNS:
            after = sentence.terms[place + 1] if place + 1 < len(sentence.terms) else ""
            if _is_act(term, before, after, present):
                found.append(term)
        denied = denied and term not in _STARTS
        before = term
    return tuple(found)


def _is_act(term: str, before: str, after: str, present: frozenset[str]) -> bool:
    """Tell whether a word is what its subject does: "I check", not "who sells train tickets"."""
    if after in _NOT_WITH.get(stem(term), frozenset()):
        return False
    if verbs.is_past(term):
        worked = term == "worked" and after != "out"
        return before not in _PASSIVES and not worked
    if term.endswith("ing") and after in _NO_OBJECT:
        return False  # "Reading, like.": what it is, not what is done
    if term in _NO_VERBS or after not in _ONLY_WITH.get(stem(term), {after}):
        return False
    return stem(term) in present and before in _BEFORE_VERBS and not _NOUN.search(term)


def _may_act(term: str) -> bool:
    """Tell whether a clause may begin with a word and still be about who spoke before it."""
    return verbs.is_past(term) or term.endswith("ing") or term in _MAY_ACT


def _clause_starts(sentence: Sentence) -> frozenset[int]:
    """Return the places of the terms that follow a comma, a colon or a dash."""
    clauses = re.split(r"[,:\u2013\u2014(]\s|\s-\s", sentence.text)
    lengths = [len(words.terms(clause)) for clause in clauses]
    return frozenset(accumulate(lengths[:-1]))
