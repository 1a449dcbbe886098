"""What one sentence shows: evidence for an answer, or a reason not to count it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues import actions, lexicon, patterns
from darasa_reflex.features.feedback.words import Sentence

# A sentence with fewer known function words than this share is a list or no English.
_LEAST_FUNCTION_SHARE = 0.15
_SHORT_WORDS = 6
_STUFFED_TERMS, _STUFFED_SHARE = 6, 0.7
_CLAIMED_TERMS = 3
_HEDGED = 0.5
_BARE_SPECIFICS = 0.6
# Other people and things as the subject of a clause.
_OTHERS = frozenset({"they", "he", "she", "it", "the", "their", "his", "her"})


class Cue(StrEnum):
    """A kind of evidence in the words."""

    ACTION = "own action"
    EXAMPLE = "own example"
    PLAN = "intention or step"
    DETAIL = "concrete detail"
    REASON = "decision with reason"
    CHECK = "check or measurement"
    RESULT = "outcome"
    FIGURE = "outcome with a figure"
    REFLECTION = "reflection"
    TIE = "link to the job"


class Flaw(StrEnum):
    """Why a sentence proves nothing."""

    ADDRESSED = "speaks to the judge instead of the interviewer"
    BOAST = "self-praise without proof"
    SARCASM = "not meant as said"
    LISTING = "a list of terms"
    COPY = "repeats the question or the job text"
    REPEAT = "repeats what was said before"
    OFF_TOPIC = "away from the question and the job"
    GENERALITY = "general, with no own action"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with what was found in it.

    Attributes:
        evidence: Cue to its strength, above 0 to 1. Empty when there is a flaw.
        verbs: Distinct own past actions, as words.
        job_stems: Words of the job it uses.
        hedges: How many hedges it holds.
    """

    sentence: Sentence
    flaw: Flaw | None = None
    evidence: Mapping[Cue, float] = field(default_factory=dict[Cue, float])
    verbs: frozenset[str] = frozenset()
    job_stems: frozenset[str] = frozenset()
    hedges: int = 0


def flaw_of(sentence: Sentence, job_stems: frozenset[str]) -> Flaw | None:
    """Return why a sentence proves nothing, as far as the sentence alone tells."""
    text = words.plain(sentence.text)
    if patterns.ADDRESSED.search(text):
        return Flaw.ADDRESSED
    if patterns.BOAST.search(text):
        return Flaw.BOAST
    if patterns.SARCASM.search(text):
        return Flaw.SARCASM
    return Flaw.LISTING if not is_readable(sentence) or _stuffed(sentence, job_stems) else None


def is_readable(sentence: Sentence) -> bool:
    """Tell whether it reads as an English sentence; short ones do."""
    if len(sentence.terms) < _SHORT_WORDS:
        return len(set(sentence.terms)) > 1 or len(sentence.terms) == 1
    known = sum(term in lexicon.FUNCTION_WORDS for term in sentence.terms)
    return known / len(sentence.terms) >= _LEAST_FUNCTION_SHARE


def specifics(sentence: Sentence) -> frozenset[str]:
    """Return the stems that say something particular."""
    pairs = zip(sentence.terms, sentence.stems, strict=True)
    return frozenset(
        root
        for term, root in pairs
        if term not in lexicon.FUNCTION_WORDS
        and root not in lexicon.GENERIC
        and not term[0].isdigit()
        and len(root) > 1
    )


def evidence_of(sentence: Sentence, job_stems: frozenset[str], *, told_in_past: bool) -> Marked:
    """Return a flawless sentence with its evidence.

    Args:
        sentence: It must have no flaw.
        job_stems: What the job text is about.
        told_in_past: Whether the answer tells of the past, so that a verb in the present may be
            someone's way to tell it in a second language.
    """
    text = words.plain(sentence.text)
    own = actions.find(sentence, told_in_past=told_in_past)
    told = {words.stem(term) for term in sentence.terms if actions.is_past(term)}
    particular = specifics(sentence) - told
    ties = frozenset(sentence.stems) & job_stems
    hedges = len(patterns.HEDGE.findall(text))
    general = patterns.GENERALITY.search(text) or actions.is_opinion(sentence)
    general = bool(general) and not (own.strength and own.past)
    if general or not particular or _claims_only(text, ties):
        flaw = Flaw.GENERALITY if general or not particular else Flaw.LISTING
        return Marked(sentence, flaw, job_stems=ties, hedges=hedges)
    weight = _HEDGED if patterns.STRONG_HEDGE.search(text) else 1.0
    weight *= 1.0 if len(particular) > 1 else _BARE_SPECIFICS
    found = {cue: s * weight for cue, s in _found(sentence, text, own, ties).items() if s}
    return Marked(sentence, None, found, own.verbs, ties, hedges)


def _found(
    sentence: Sentence, text: str, own: actions.Own, ties: frozenset[str]
) -> dict[Cue, float]:
    told = own.strength > 0 or (own.past and not own.plan)
    result = told and affirmed(text)
    measured = bool(patterns.FIGURE.search(text))
    checked = bool(patterns.CHECK.search(text)) and not actions.is_negated_check(sentence)
    placed = bool(patterns.TIME_OR_PLACE.search(text) or patterns.NAME_INSIDE.search(sentence.text))
    return {
        Cue.ACTION: own.strength,
        Cue.EXAMPLE: own.strength if own.past else 0.0,
        Cue.PLAN: 1.0 if own.plan else own.strength,
        Cue.DETAIL: float(told and (measured or placed or bool(ties))),
        Cue.REASON: float(_reasoned(text) and (told or own.plan or bool(ties))),
        Cue.CHECK: float(checked and (told or own.plan)),
        Cue.RESULT: float(result),
        Cue.FIGURE: float(result and measured),
        Cue.REFLECTION: float(bool(patterns.REFLECTION.search(text)) and _is_personal(sentence)),
    }


def affirmed(text: str) -> bool:
    """Tell whether plain text names an outcome that came about."""
    for hit in patterns.RESULT.finditer(text):
        before = words.terms(text[: hit.start()])[-4:]
        if before[-1:] == ["to"]:  # "we wanted to cut …"
            continue
        if not lexicon.NEGATIONS & set(before) and not lexicon.MODALS & set(before):
            return True
    return False


def _is_personal(sentence: Sentence) -> bool:
    return bool({"i", "i've", "i'd", "we", "me", "my", "us", "our"} & set(sentence.terms))


def _reasoned(text: str) -> bool:
    """Tell whether a reason is given whose words say something particular."""
    hit = patterns.REASON.search(text)
    if hit is None:
        return False
    after = words.sentences(0, text[hit.end() :])
    return bool(after) and bool(specifics(after[0]))


def _stuffed(sentence: Sentence, job_stems: frozenset[str]) -> bool:
    particular = specifics(sentence)
    ties = particular & job_stems
    return len(ties) >= _STUFFED_TERMS and len(ties) >= _STUFFED_SHARE * len(particular)


def _claims_only(text: str, ties: frozenset[str]) -> bool:
    """Tell whether terms of the job are only named ("I worked with A, B and C")."""
    if len(ties) < _CLAIMED_TERMS or not patterns.CLAIM.search(text):
        return False
    return not (patterns.REASON.search(text) or patterns.CHECK.search(text) or affirmed(text))


def is_turn_of_events(sentence: Sentence) -> bool:
    """Tell whether others did something ("the ward changed the form"): after an action, its effect.

    The caller must know that an own action came before.
    """
    past = [n for n, term in enumerate(sentence.terms) if actions.is_past(term)]
    moved = [n for n in past if sentence.terms[n] not in lexicon.STATES]
    if not moved or {"i", "we"} & set(sentence.terms[: moved[0]]):
        return False
    barred = lexicon.NEGATIONS | lexicon.MODALS
    return not barred & set(sentence.terms) and bool(specifics(sentence))


def came_later(sentence: Sentence) -> bool:
    """Tell whether it says how things stood later ("after three weeks the tally was at four").

    The caller must know that an own action came before.
    """
    barred = lexicon.NEGATIONS | lexicon.MODALS
    told = any(actions.is_past(term) for term in sentence.terms)
    later = patterns.LATER.search(words.plain(sentence.text))
    return told and bool(later) and not barred & set(sentence.terms) and bool(specifics(sentence))


def sets_off(sentence: Sentence) -> bool:
    """Tell whether an own action is followed by what others did ("I told them and they fixed it").

    The caller must know that the sentence holds an own action.
    """
    for place, (before, subject) in enumerate(pairwise(sentence.terms)):
        tail = sentence.terms[place + 2 : place + 5]
        if before in {"and", "so", "then", "which"} and subject in _OTHERS:
            moved = any(actions.is_past(t) and t not in lexicon.STATES for t in tail)
            if moved and not (lexicon.NEGATIONS | lexicon.MODALS) & set(tail):
                return True
    return False
