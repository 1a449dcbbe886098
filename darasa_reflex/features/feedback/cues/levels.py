"""Levels of one answer, 0 to 10, from the evidence in it. The weights are part of the rubric."""

from collections.abc import Mapping

from darasa_reflex.features.feedback import words
from darasa_reflex.features.feedback.cues import actions
from darasa_reflex.features.feedback.cues.answers import Answer, is_dodge
from darasa_reflex.features.feedback.cues.sentence_cues import Cue, Flaw, is_readable
from darasa_reflex.features.feedback.exchanges import Kind

# What a strong answer to each kind of question shows. Each row sums to 10.
WEIGHTS: Mapping[Kind, Mapping[Cue, float]] = {
    Kind.EXPERIENCE: {
        Cue.ACTION: 2.5, Cue.DETAIL: 1.5, Cue.REASON: 1.5, Cue.RESULT: 1.5, Cue.CHECK: 1.0,
        Cue.FIGURE: 1.0, Cue.REFLECTION: 1.0,
    },
    Kind.APPROACH: {
        Cue.PLAN: 2.5, Cue.REASON: 2.0, Cue.DETAIL: 1.5, Cue.EXAMPLE: 1.5, Cue.CHECK: 1.5,
        Cue.RESULT: 0.5, Cue.FIGURE: 0.5,
    },
    Kind.MOTIVATION: {
        Cue.ACTION: 2.5, Cue.REASON: 2.5, Cue.DETAIL: 2.0, Cue.TIE: 2.0, Cue.RESULT: 1.0,
    },
}  # fmt: skip
# The best answer need not show everything: this share of the weights above is full marks.
_MOST, _FULL = 10.0, 1 / 0.85
# An intention where something done was asked for.
_PLAN_INSTEAD = 0.6
# One own action shows part of what two distinct ones show.
_SINGLE_ACTION = 0.7
# Links to question and job: by words alone one cannot know, so the factor stays near 1.
_UNLINKED = 0.75
# An answer longer than this, with less than that share of it in evidence, is diluted.
_LONG_WORDS, _DENSE_SHARE, _DILUTED = 150, 0.35, 0.8
_FREE_HEDGES, _PER_HEDGE, _MOST_HEDGED = 1, 0.75, 3.0
_PER_FLAW, _MOST_FLAWED = 0.75, 2.5


def quality(answer: Answer) -> float:
    """Return how well an answer proves what it says."""
    found = answer.evidence
    kind = answer.exchange.kind
    points = _weighed(answer, kind)
    if kind is Kind.EXPERIENCE and not found.get(Cue.ACTION):
        points += _PLAN_INSTEAD * found.get(Cue.PLAN, 0.0)
    if kind is Kind.APPROACH:  # "How do you …" is answered as well by a time it was done
        points = max(points, _weighed(answer, Kind.EXPERIENCE))
    return min(_MOST, _FULL * points) * _link(answer) * _density(answer)


def _weighed(answer: Answer, kind: Kind) -> float:
    found = answer.evidence
    return sum(
        weight * found.get(cue, 0.0) * _depth(answer, cue) for cue, weight in WEIGHTS[kind].items()
    )


def fit(answer: Answer) -> float:
    """Return how far an answer's proof touches the job."""
    touched = len(answer.job_stems)
    share = {0: 0.5, 1: 0.85, 2: 0.95}.get(touched, 1.0)
    return quality(answer) / _link(answer) * share


def clarity(answer: Answer) -> float:
    """Return how easily its point is found: early, supported, in order, with an end."""
    found = answer.evidence
    if not found:
        return 0.0
    place = next(n for n, marked in enumerate(answer.marked) if marked.evidence)
    support = (Cue.ACTION, Cue.PLAN, Cue.DETAIL, Cue.REASON, Cue.CHECK)
    backing = sorted((found.get(cue, 0.0) for cue in support), reverse=True)[:3]
    ends = max(answer.proof[-1].evidence.get(cue, 0.0) for cue in (Cue.RESULT, Cue.REFLECTION))
    ordered = len(answer.proof) > 1 and found.get(Cue.REASON, 0.0) > 0
    points = {0: 3.0, 1: 2.5, 2: 1.5}.get(place, 0.5) + 4 / 3 * sum(backing)
    points += 1.5 * ends + 1.5 * ordered
    return max(0.0, points - _disorder(answer))


def confidence(answer: Answer) -> float:
    """Return how plainly own decisions are said. Praise of oneself counts for nothing."""
    found = answer.evidence
    if is_dodge(answer) or not answer.is_answered:
        return 0.0
    points = 2.0 if found else 1.0
    owned = max(found.get(Cue.ACTION, 0.0), actions.WEAK * found.get(Cue.PLAN, 0.0))
    points += 4.0 * owned + 2.0 * found.get(Cue.REASON, 0.0) * (owned > actions.WEAK)
    points += max(found.get(Cue.RESULT, 0.0), found.get(Cue.REFLECTION, 0.0))
    points += found.get(Cue.REFLECTION, 0.0)
    hedged = _PER_HEDGE * max(0, answer.hedges - _FREE_HEDGES)
    return max(0.0, points - min(_MOST_HEDGED, hedged))


def taken_up(answer: Answer) -> float:
    """Return how far a question is taken up with something concrete, 0 to 1."""
    found = answer.evidence
    return min(1.0, max(found.values(), default=0.0)) * _link(answer)


def _depth(answer: Answer, cue: Cue) -> float:
    return _SINGLE_ACTION if cue is Cue.ACTION and len(answer.verbs) < 2 else 1.0  # noqa: PLR2004


def _link(answer: Answer) -> float:
    touched = any(set(m.sentence.stems) & answer.topic or m.job_stems for m in answer.proof)
    return 1.0 if touched or not answer.topic else _UNLINKED


def _density(answer: Answer) -> float:
    total = sum(words.count(marked.sentence.text) for marked in answer.marked)
    proven = sum(words.count(marked.sentence.text) for marked in answer.proof)
    if total <= _LONG_WORDS or proven >= _DENSE_SHARE * total:
        return 1.0
    return _DILUTED + (1 - _DILUTED) * proven / (_DENSE_SHARE * total)


def _disorder(answer: Answer) -> float:
    flawed = len(answer.flaws(Flaw.REPEAT, Flaw.OFF_TOPIC, Flaw.LISTING, Flaw.COPY))
    run_ons = sum(
        len(marked.sentence.terms) > words.RUN_ON_WORDS and is_readable(marked.sentence)
        for marked in answer.marked
    )
    return min(_MOST_FLAWED, _PER_FLAW * (flawed + run_ons))
