"""The rules of the categories: what is counted where no model understands, and in which step it is.

A rule counts answers, never words of them, so that length and repetition change nothing. What was
praise, borrowed or away from the question is not counted, and nothing is in an interview with
words of hiding, faking or harming that nobody owns up to. Weights and thresholds were set on one
half of written interviews of known quality and held on the other: `make truth`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.found import weights
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.steps import Counted, step

UNSEEN = (
    "Without a model nobody can tell whether an answer is right, honest or to the point. To "
    "connect one, open Settings, then Language model."
)
# The count of answers with words of hiding, faking or harming.
ASKED_ABOUT = "with words to ask about"
# Fewer answers about what was done are no ground for a step.
_LEAST_DEEDS = 2
_ONE_DEED = "Not enough evidence: only one answer to a question about something done."
_NO_DEEDS = "Not enough evidence: no answer to a question about something done."


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What a rule looks at.

    Attributes:
        answers: Those that count.
        own_questions: How many different questions the person asked; None when not invited to.
        terms: How many of the job's terms were named, and how many it has.
        metrics: The measured delivery.
    """

    answers: Sequence[Answer]
    own_questions: int | None
    terms: tuple[int, int]
    metrics: Sequence[Metric]

    @property
    def deeds(self) -> list[Answer]:
        """The answers to questions about what was done, or would be."""
        return [answer for answer in self.answers if answer.exchange.kind.asks_for_deeds]


Rule = Callable[[Interview], Counted]


def quality(interview: Interview) -> Counted:
    """Count answers that tell how things were checked or stopped, and what changed since."""
    deeds = interview.deeds
    counts = {
        "answers": len(deeds),
        "with checks": _count(deeds, weights.checks),
        "with a change since": _count(deeds, lambda a: a.shows(Manner.CHANGE)),
        "with order or choice": _count(deeds, weights.chooses),
        "with several things done": _count(deeds, weights.acts_often),
        "done exactly": _count(deeds, weights.is_exact),
        "with checks left out": _count(deeds, weights.leaves_out),
        **_told_beside_it(deeds),
    }
    told = (
        f"Checks (looked, counted, tested) in {_of(counts, 'with checks')}; what is done "
        f"differently since in {counts['with a change since']}; what came first, or was chosen, in "
        f"{counts['with order or choice']}; several things done in "
        f"{counts['with several things done']}; done exactly (“each”, “twice”) in "
        f"{counts['done exactly']}.{_beside_in_words(counts)}"
    )
    return _told(deeds, _mean(deeds, weights.carefully), (0.6, 1.1), counts, told)


def clarity(interview: Interview) -> Counted:
    """Count conditions; whether a point can be found takes understanding, so there is no step."""
    deeds = interview.deeds
    counts = {
        "answers": len(deeds),
        "with conditions": _count(deeds, lambda a: a.shows(Manner.CONDITION)),
        "making light of it": _count(deeds, lambda a: a.shows(Manner.SHORTCUT)),
    }
    if not deeds:
        return Counted(found=None, counts=counts, reason=_NO_DEEDS)
    told = (
        f"When, if or until something is done: said in {_of(counts, 'with conditions')}; “just”, "
        f"“usually” and the like in {counts['making light of it']}. Whether your point can be "
        "found and followed takes a model to tell."
    )
    return Counted(found=None, counts=counts, reason=told)


def confidence(interview: Interview) -> Counted:
    """Count answers with an own act, a slip owned or a change since, less what stands beside it."""
    deeds = interview.deeds
    counts = {
        "answers": len(deeds),
        "with something done": _count(deeds, weights.acts),
        "with “we” alone": _count(deeds, lambda a: a.is_only_ours),
        "owning up, stopping or changing something": _count(deeds, weights.owns),
        "with hedges": _count(deeds, lambda a: a.shows(Manner.HEDGE)),
        "with always or never": _count(deeds, lambda a: a.shows(Manner.ABSOLUTE)),
        **_told_beside_it(deeds),
    }
    told = (
        f"Something done in {_of(counts, 'with something done')}; a slip owned, something stopped "
        f"or done differently since in {counts['owning up, stopping or changing something']}."
        f"{_beside_in_words(counts)}"
    )
    return _told(deeds, _mean(deeds, weights.plainly), (0.1, 0.5), counts, told)


def engagement(interview: Interview) -> Counted:
    """Count answers in which others are asked, told or written to, less what stands beside it."""
    deeds = interview.deeds
    counts = {
        "answers": len(deeds),
        "asking or telling others": _count(deeds, weights.opens),
        "with something concrete": _count(deeds, weights.is_concrete),
        **_told_beside_it(deeds),
    }
    told = (
        f"Asking, telling or writing down for others in {_of(counts, 'asking or telling others')}; "
        f"something checked, or several things done, in {counts['with something concrete']}"
    )
    if interview.own_questions is not None:
        counts["own questions"] = interview.own_questions
        many = interview.own_questions != 1
        told += f"; {interview.own_questions} question{'s' * many} of your own"
    told = f"{told}.{_beside_in_words(counts)}"
    return _told(deeds, _mean(deeds, weights.openly), (0.2, 0.6), counts, told)


def role_fit(interview: Interview) -> Counted:
    """Count the job's terms that were named; whether the examples fit, rules cannot tell."""
    named, known = interview.terms
    counts = {"terms of the job": known, "named by you": named}
    fit = "Whether your examples fit this job takes a model to tell."
    if not known:
        return Counted(found=None, counts=counts, reason=f"The job's text names no terms. {fit}")
    told = f"You named {named} of the {known} terms the job asks for. {fit}"
    return Counted(found=None, counts=counts, reason=told)


def pacing(interview: Interview) -> Counted:
    """Say what was measured of pace, fillers and length; measurement is no mark."""
    shown = ("speech_rate", "fillers_per_minute", "answer_length")
    rows = [m for m in interview.metrics if m.key in shown and m.value is not None]
    if not rows:
        reason = next((m.reason for m in interview.metrics if m.key == shown[0]), "Not measured.")
        return Counted(found=None, reason=reason, next_step=WHEN_UNTIMED)
    told = "; ".join(f"{m.title.lower()} {m.display}" for m in rows)
    return Counted(found=None, reason=f"Measured, not marked: {told}.")


WHEN_UNTIMED = "Speak your answers in a call, so that their times are measured."
NO_RULE = "Not enough evidence: rules that count words cannot tell this; it takes a model."


def _told(
    deeds: Sequence[Answer], share: float, steps: tuple[float, float], counts: dict[str, int],
    told: str,
) -> Counted:  # fmt: skip
    if harmful := [answer for answer in deeds if is_alarming(answer)]:
        return _alarmed(harmful)
    if len(deeds) < _LEAST_DEEDS:
        return Counted(found=None, counts=counts, reason=_ONE_DEED if deeds else _NO_DEEDS)
    return Counted(found=step(share, *steps), counts=counts, reason=told)


def is_alarming(answer: Answer) -> bool:
    """Tell whether words of hiding, faking or harming stand in an answer, and none of owning up."""
    return answer.shows(Manner.HARM) and not answer.shows(Manner.OWNED)


def _alarmed(answers: Sequence[Answer]) -> Counted:
    said = words.cased(answers[0].words_of(Manner.HARM)[0])
    reason = (
        f"Nothing is counted: answer {answers[0].number} says “{said}”. Rules cannot tell whether "
        "that means hiding, faking or harming; an interviewer will ask."
    )
    return Counted(found=None, counts={ASKED_ABOUT: len(answers)}, reason=reason)


def _told_beside_it(answers: Sequence[Answer]) -> dict[str, int]:
    return {name: _count(answers, lambda a, m=m: a.shows(m)) for m, name in weights.BESIDE.items()}


def _beside_in_words(counts: dict[str, int]) -> str:
    """Return what stands beside it, as a sentence; empty where nothing does."""
    told = {
        "told in general": "told as “you do it like this” in {}",
        "told loosely": "told loosely (“usually”, “stuff” and the like) in {}",
        "with own qualities or catchwords": "own qualities or catchwords in {}",
        "with nobody noticing": "“nobody noticed” and the like in {}",
        "with checks left out": "checks left out in {}",
        "with hedges": "hedges in {}",
        "with always or never": "“always”, “really” and the like in {}",
        "with “we” alone": "told as “we” alone in {}",
    }
    there = [text.format(counts[name]) for name, text in told.items() if counts.get(name)]
    return f" Against it: {'; '.join(there)}." if there else ""


def _count(answers: Sequence[Answer], holds: Callable[[Answer], bool]) -> int:
    return sum(holds(answer) for answer in answers)


def _mean(answers: Sequence[Answer], value: Callable[[Answer], float]) -> float:
    return sum(map(value, answers)) / len(answers) if answers else 0.0


def _of(counts: dict[str, int], name: str) -> str:
    return f"{counts[name]} of {counts['answers']} answers"
