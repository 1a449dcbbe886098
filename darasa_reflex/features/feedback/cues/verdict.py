"""The verdict by cues: ratings as means over the answers, each with the quotes that drove it."""

from collections.abc import Callable, Sequence
from statistics import fmean

from darasa_reflex.features.feedback.cues import advice, levels, topic
from darasa_reflex.features.feedback.cues.answers import Answer, read
from darasa_reflex.features.feedback.cues.applicability import no_job_text
from darasa_reflex.features.feedback.cues.grounds import Grounds, survey
from darasa_reflex.features.feedback.cues.quoting import quotes_for, strengths_of
from darasa_reflex.features.feedback.cues.rhythm import pacing
from darasa_reflex.features.feedback.cues.sentence_cues import Cue, Flaw
from darasa_reflex.features.feedback.exchanges import Kind
from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict
from darasa_reflex.features.feedback.material import Material

LABEL = "by cues"
_BREADTH_WEIGHT = 0.25
_LEAST_BREADTH, _MOST_BREADTH = 3, 8
_MOST_OWN_QUESTIONS = 2


def by_cues(material: Material) -> Verdict:
    """Return a verdict from evidence cues in the words and from measured delivery."""
    answers = read(material)
    grounds = survey(answers, foreign=material.foreign)
    rulings = (
        _mean("communication_clarity", grounds, levels.clarity, advice.clarity),
        _mean("confidence_emotional_state", grounds, levels.confidence, advice.confidence),
        _mean("response_quality", grounds, levels.quality, advice.quality),
        pacing(answers, grounds),
        _engagement(grounds, answers),
        _role_fit(material, grounds),
    )
    if grounds.refusal:
        return Verdict(label=LABEL, rulings=rulings)
    return Verdict(
        label=LABEL,
        rulings=rulings,
        strengths=strengths_of(grounds.answers),
        improvements=advice.improvements(grounds.answers),
    )


def without_asking(material: Material) -> Verdict | None:
    """Return the verdict where no judge need be asked; None where one must be.

    Too little said, or words too roughly known, carry no rating of content, whoever judges.
    """
    grounds = survey(read(material), foreign=material.foreign)
    return by_cues(material) if grounds.refusal and not grounds.foreign else None


def rounded(value: float) -> int:
    """Return the nearest whole level, 0 to 10; halves go up."""
    return max(0, min(10, int(value + 0.5)))


def _mean(
    key: str,
    grounds: Grounds,
    level: Callable[[Answer], float],
    worded: Callable[[Sequence[Answer]], tuple[str, str]],
) -> Ruling:
    if grounds.refusal:
        return _refused(key, grounds.refusal)
    rating = rounded(fmean(level(answer) for answer in grounds.answers))
    reason, next_step = worded(grounds.answers)
    quotes = quotes_for(key, grounds.answers)
    return Ruling(key=key, rating=rating, reason=reason, next_step=next_step, quotes=quotes)


def _engagement(grounds: Grounds, answers: Sequence[Answer]) -> Ruling:
    key = "engagement_interaction"
    if grounds.refusal:
        return _refused(key, grounds.refusal)
    taken = fmean(levels.taken_up(answer) for answer in grounds.answers)
    invited = any(answer.exchange.kind is Kind.INVITATION for answer in answers)
    own = min(_MOST_OWN_QUESTIONS, advice.own_questions(answers))
    points = 8 * taken + own if invited else max(10 * taken * 0.9, 8 * taken + own)
    reason, next_step = advice.engagement(grounds.answers, invited=invited, own=own)
    quotes = quotes_for(key, grounds.answers)
    return Ruling(
        key=key, rating=rounded(points), reason=reason, next_step=next_step, quotes=quotes
    )


def _role_fit(material: Material, grounds: Grounds) -> Ruling:
    key = "role_fit"
    if grounds.refusal:
        return _refused(key, grounds.refusal)
    if reason := no_job_text(material):
        return _refused(key, reason)
    job = material.job
    known = topic.job_stems(job.title or "", job.description, *job.requirements)
    touched = frozenset(stem for answer in grounds.answers for stem in answer.job_stems)
    target = max(_LEAST_BREADTH, min(_MOST_BREADTH, len(known) // 4))
    depth = fmean(levels.fit(answer) for answer in grounds.answers)
    breadth = 10 * min(1.0, len(touched) / target) * min(1.0, depth / 5)
    points = (1 - _BREADTH_WEIGHT) * depth + _BREADTH_WEIGHT * breadth
    reason, next_step = advice.role_fit(grounds.answers, touched)
    quotes = quotes_for(key, grounds.answers)
    return Ruling(
        key=key, rating=rounded(points), reason=reason, next_step=next_step, quotes=quotes
    )


def _refused(key: str, reason: str) -> Ruling:
    return Ruling(key=key, rating=None, reason=reason, next_step=advice.WHEN_UNRATED)


def missing(answer: Answer) -> tuple[Cue, ...]:
    """Return what a strong answer to this kind of question shows and this one does not."""
    found = answer.evidence
    return tuple(cue for cue in levels.WEIGHTS[answer.exchange.kind] if not found.get(cue))


def note(answer: Answer) -> str:
    """Return what else is to say of an answer, for its row; may be empty."""
    if answer.exchange.cut_off:
        return "Cut off; not rated."
    if answer.exchange.unread:
        return "Not all of it was understood; not rated."
    if answer.exchange.rough:
        return "Rough transcription; its spoken words are not rated."
    if not answer.exchange.answered:
        return "Not answered."
    if answer.proof:
        return ""
    worst = next((flaw for flaw in Flaw if answer.flaws(flaw)), None)
    return f"Nothing in it counts as proof: {worst.value}." if worst else ""
