"""Reasons and next steps in plain sentences; every number in them is counted by code."""

from collections.abc import Sequence

from darasa_reflex.features.feedback.cues import levels
from darasa_reflex.features.feedback.cues.answers import Answer
from darasa_reflex.features.feedback.cues.sentence_cues import Cue, Flaw
from darasa_reflex.features.feedback.delivery import fillers, pace
from darasa_reflex.features.feedback.exchanges import Kind

WHEN_UNRATED = "Answer at least three questions with two or three full sentences each."
WHEN_UNTIMED = "Speak your answers in a call, so that their times are measured."
_RELEVANCE = "Relevance beyond shared words needs a model to judge."
_NEXT_FOR = {
    Cue.ACTION: "Say what you yourself did, in the past tense: I did this, then that.",
    Cue.RESULT: "End each answer with what came of it.",
    Cue.FIGURE: "Put a figure behind an outcome: how much, how many, how long.",
    Cue.REASON: "Say why you chose your way, and what you gave up for it.",
    Cue.CHECK: "Say how you checked that it worked.",
    Cue.DETAIL: "Name the place, the tool or the amount, so that one can picture it.",
    Cue.REFLECTION: "Close with what you learned and do differently since.",
    Cue.PLAN: "Name the steps you would take, in order.",
    Cue.EXAMPLE: "Add one time you really did it.",
    Cue.TIE: "Name what in this job draws on what you have done.",
}


def count_with(answers: Sequence[Answer], *cues: Cue) -> int:
    """Return how many answers show at least one of these cues."""
    return sum(any(answer.evidence.get(cue) for cue in cues) for answer in answers)


def quality(answers: Sequence[Answer]) -> tuple[str, str]:
    """Return reason and next step for response quality."""
    total = len(answers)
    reason = (
        f"By cues, in {total} answers: own actions in {count_with(answers, Cue.ACTION)}, "
        f"reasons in {count_with(answers, Cue.REASON)}, "
        f"outcomes in {count_with(answers, Cue.RESULT)}, "
        f"figures in {count_with(answers, Cue.FIGURE)}. {_RELEVANCE}"
    )
    return reason, next_best(answers)


def clarity(answers: Sequence[Answer]) -> tuple[str, str]:
    """Return reason and next step for communication clarity."""
    early = sum(any(m.evidence for m in answer.marked[:2]) for answer in answers)
    again = sum(len(a.flaws(Flaw.REPEAT)) for a in answers)
    reason = (
        f"By cues: {early} of {len(answers)} answers bring something concrete in their first two "
        f"sentences; {_times(again, 'sentence repeats', 'sentences repeat')} what was said before."
    )
    step = "Open with your main point, then one example, then what came of it."
    return reason, step if early < len(answers) else "Keep the point first, and end on the outcome."


def confidence(answers: Sequence[Answer]) -> tuple[str, str]:
    """Return reason and next step for confidence."""
    hedges = sum(answer.hedges for answer in answers)
    reason = (
        f"By cues in your words, not in your voice: {_times(hedges, 'hedge', 'hedges')} in "
        f"{len(answers)} answers; own actions said plainly in {count_with(answers, Cue.ACTION)}."
    )
    if hedges > len(answers):
        return reason, "Leave out maybe and I guess where you do know."
    return reason, "Say I decided and I did where it was you, and name one limit calmly."


def engagement(answers: Sequence[Answer], *, invited: bool, own: int) -> tuple[str, str]:
    """Return reason and next step for engagement."""
    taken = sum(levels.taken_up(answer) > 0 for answer in answers)
    reason = f"By cues: {taken} of {len(answers)} questions were taken up with something concrete"
    if invited:
        reason += f"; {_times(own, 'question', 'questions')} about the job were asked"
    step = "Take each question up with one concrete thing from your own work."
    if taken == len(answers):
        step = "Prepare two questions about the team and the work, and ask them."
    return f"{reason}.", step


def role_fit(answers: Sequence[Answer], touched: frozenset[str]) -> tuple[str, str]:
    """Return reason and next step for role fit."""
    tied = sum(bool(answer.job_stems) for answer in answers)
    reason = (
        f"By cues: the proof in {tied} of {len(answers)} answers touches the job's text, in "
        f"{_times(len(touched), 'word', 'words')} of it. {_RELEVANCE}"
    )
    return reason, "Choose examples that show what the job's text asks for, and name it."


def pacing(rate: float, per_minute: float, long: int, total: int) -> tuple[str, str]:
    """Return reason and next step for pacing and timing."""
    reason = f"About {5 * round(rate / 5)} words per minute"
    if per_minute:
        reason += f", {round(2 * per_minute) / 2:g} fillers per minute"
    reason += f"; {long} of {total} answers took over three minutes."
    if rate < pace.SLOW_WPM:
        reason += " That is slower than most people, which is no fault."
    if rate > pace.FAST_WPM:
        return reason, "Slow down: end a sentence, breathe, then go on."
    if per_minute >= fillers.WORTH_PRACTISING:
        return reason, "Let a silent pause stand where um wants to come."
    if long:
        return reason, "Aim for one to two minutes, and offer to say more."
    return reason, "Keep this pace."


def own_questions(answers: Sequence[Answer]) -> int:
    """Return how many different questions the person asked where they were invited to."""
    closed = {Flaw.LISTING, Flaw.REPEAT, Flaw.COPY, Flaw.ADDRESSED, Flaw.SARCASM, Flaw.BOAST}
    asked = {
        frozenset(marked.sentence.stems)
        for answer in answers
        if answer.exchange.kind is Kind.INVITATION
        for marked in answer.marked
        if marked.sentence.text.rstrip(" \"')").endswith("?") and marked.flaw not in closed
    }
    return len(asked)


def next_best(answers: Sequence[Answer]) -> str:
    """Return the step that would help most: the weightiest cue that is missing most often."""
    lost: dict[Cue, float] = {}
    for answer in answers:
        for cue, weight in levels.WEIGHTS[answer.exchange.kind].items():
            lost[cue] = lost.get(cue, 0.0) + weight * (1 - min(1.0, answer.evidence.get(cue, 0.0)))
    best = max(lost, key=lambda cue: lost[cue])
    return _NEXT_FOR[best]


def improvements(answers: Sequence[Answer]) -> tuple[str, ...]:
    """Return up to three things to improve, most useful first, each with its count."""
    total = len(answers)
    gaps = [
        (weight * (total - count_with(answers, cue)), cue)
        for cue, weight in levels.WEIGHTS[Kind.EXPERIENCE].items()
    ]
    gaps.sort(key=lambda gap: -gap[0])
    return tuple(
        f"{total - count_with(answers, cue)} of {total} answers show no {cue.value}. "
        f"{_NEXT_FOR[cue]}"
        for lost, cue in gaps[:3]
        if lost
    )


def _times(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
