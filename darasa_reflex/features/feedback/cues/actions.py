"""Own actions in a sentence: "I profiled the query", not "one should", not "we did not"."""

from dataclasses import dataclass

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues import lexicon, patterns
from darasa_reflex.features.feedback.words import Sentence

# Strength of an own past action, and of weaker forms of it. Part of the rubric's version.
STRONG, ELLIPTIC, SHARED, PRESENT, WEAK = 1.0, 0.8, 0.6, 0.6, 0.35
_REACH = 5
_LONGEST_PAST_TAIL = 2
_SEQUENCE = frozenset(
    {"first", "second", "then", "next", "finally", "after", "that", "also", "and"}
)
_AUXILIARIES = frozenset({"was", "were", "been"})
_SUBJECTS = frozenset({"i", "we", "i've", "we've"})


@dataclass(frozen=True, slots=True)
class Own:
    """What the person says they did.

    Attributes:
        strength: 0 for no own action, to 1 for one told plainly as "I".
        verbs: Distinct strong verbs of own past actions.
        past: Whether the sentence tells of the past.
        plan: Whether it states an intention or a step ("I would", "first check").
    """

    strength: float = 0.0
    verbs: frozenset[str] = frozenset()
    past: bool = False
    plan: bool = False


def is_past(word: str) -> bool:
    """Tell whether a word looks like the past tense of a verb."""
    regular = word.endswith("ed") and len(word) > len("used") and word not in lexicon.NOT_PAST
    return regular or word in lexicon.PAST_VERBS


def find(sentence: Sentence, *, told_in_past: bool) -> Own:
    """Return the own actions of a sentence; see `sentence_cues.evidence_of`."""
    terms = sentence.terms
    best, verbs, plan = 0.0, set[str](), False
    for place, subject in enumerate(terms):
        if subject not in _SUBJECTS | lexicon.MODALS:
            continue
        strength, verb, intends = _after(terms, place, told_in_past=told_in_past)
        best, plan = max(best, strength), plan or intends
        more = _joined(terms, place) if verb else []
        if more:  # "I looked at it and **added** an index"
            best = max(best, SHARED if subject.startswith("we") else STRONG)
        if verb and strength > WEAK:
            verbs.add(verb)
        verbs |= set(more)
    if not best and terms and _opens_with_action(terms):
        best, verbs = ELLIPTIC, verbs | {terms[0]}
    past = any(is_past(term) for term in terms)
    step = not past and _opens_with_step(terms)
    return Own(best, frozenset(verbs), past, plan or (step and not best))


def is_opinion(sentence: Sentence) -> bool:
    """Tell whether the person speaks of a feeling or an opinion ("I felt that …")."""
    pairs = zip(sentence.terms, sentence.terms[1:], strict=False)
    return any(who == "i" and verb in lexicon.MENTAL for who, verb in pairs)


def is_negated_check(sentence: Sentence) -> bool:
    """Tell whether what is checked or measured is said not to have been."""
    for place, term in enumerate(sentence.terms):
        if patterns.CHECK.fullmatch(term):
            return bool(lexicon.NEGATIONS & set(sentence.terms[max(0, place - 3) : place]))
    return False


def _after(
    terms: tuple[str, ...], place: int, *, told_in_past: bool
) -> tuple[float, str | None, bool]:
    """Return strength, verb and whether it is an intention, for a subject at `place`."""
    if terms[place] in lexicon.MODALS:
        return 0.0, None, terms[place] in {"i'd", "we'd", "i'll", "we'll"}
    lasted = False
    following = (*terms[place + 2 :], "")
    for word, after in zip(terms[place + 1 : place + _REACH], following, strict=False):
        if word in lexicon.MODALS:
            return 0.0, None, True
        if word in lexicon.NEGATIONS or (word in {"did", "do"} and after in lexicon.NEGATIONS):
            break
        if word in _AUXILIARIES or word in lexicon.ADVERBS or word.endswith("ly"):
            lasted = lasted or word in _AUXILIARIES
            continue
        if is_past(word):
            return _strength(word, shared=terms[place].startswith("we")), word, False
        if word.endswith("ing"):
            return (WEAK if lasted else 0.0), None, False
        if words.stem(word) in lexicon.ACTIONS:
            return (PRESENT if told_in_past else 0.0), word, True
        break
    return 0.0, None, False


def _strength(word: str, *, shared: bool) -> float:
    if word in lexicon.STATIVE:
        return 0.0
    if word in lexicon.WEAK_VERBS:
        return WEAK
    return SHARED if shared else STRONG


def _joined(terms: tuple[str, ...], place: int) -> list[str]:
    """Return further past verbs of the same subject: "I drew a plan and **asked** …"."""
    pairs = zip(terms[place + 2 :], terms[place + 3 :], strict=False)
    return [
        verb
        for before, verb in pairs
        if before in {"and", "then", "also"}
        and is_past(verb)
        and verb not in lexicon.STATIVE | lexicon.WEAK_VERBS
    ]


def _opens_with_step(terms: tuple[str, ...]) -> bool:
    opening = [term for term in terms[:4] if term not in _SEQUENCE]
    return bool(opening) and words.stem(opening[0]) in lexicon.ACTIONS


def _opens_with_action(terms: tuple[str, ...]) -> bool:
    return (
        is_past(terms[0])
        and len(terms) > _LONGEST_PAST_TAIL
        and terms[0] not in lexicon.STATIVE | lexicon.WEAK_VERBS
        and terms[1] not in {"by", "on", "from"}
    )
