"""The rules of the categories: what is counted where no model understands, and in which step it is.

A rule counts answers, never words of them, so that length and repetition change nothing. What was
praise, borrowed or away from the question is not counted, and nothing is in an interview with
words of hiding, faking or harming that nobody owns up to. Weights and thresholds were set on one
half of written interviews of known quality and held on the other: `make truth`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.stored import Sentence, joined, sentence, sentences
from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.feedback.delivery.metric import Metric
from darasa_reflex.features.feedback.found import weights
from darasa_reflex.features.feedback.found.answered import Answer
from darasa_reflex.features.feedback.found.steps import Counted, step

UNSEEN = marked(
    "Without a model nobody can tell whether an answer is right, honest or to the point. To "
    "connect one, open Settings, then Language model."
)
# The count of answers with words of hiding, faking or harming.
ASKED_ABOUT = "with words to ask about"
# Fewer answers about what was done are no ground for a step.
_LEAST_DEEDS = 2
_ONE_DEED = sentence("Not enough evidence: only one answer to a question about something done.")
_NO_DEEDS = sentence("Not enough evidence: no answer to a question about something done.")


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
    told = sentence(
        "Checks (looked, counted, tested) in {checks}; what is done differently since in "
        "{changes}; what came first, or was chosen, in {order}; several things done in {several}; "
        "done exactly (“each”, “twice”) in {exactly}.",
        checks=_of(counts, "with checks"),
        changes=counts["with a change since"],
        order=counts["with order or choice"],
        several=counts["with several things done"],
        exactly=counts["done exactly"],
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
    told = sentence(
        "When, if or until something is done: said in {conditions}; “just”, “usually” and the "
        "like in {light}. Whether your point can be found and followed takes a model to tell.",
        conditions=_of(counts, "with conditions"),
        light=counts["making light of it"],
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
    told = sentence(
        "Something done in {done}; a slip owned, something stopped or done differently since in "
        "{owned}.",
        done=_of(counts, "with something done"),
        owned=counts["owning up, stopping or changing something"],
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
    opens = _of(counts, "asking or telling others")
    concrete = counts["with something concrete"]
    own = interview.own_questions
    if own is None:
        told = sentence(
            "Asking, telling or writing down for others in {opens}; something checked, or several "
            "things done, in {concrete}.",
            opens=opens,
            concrete=concrete,
        )
    else:
        counts["own questions"] = own
        told = sentence(
            "Asking, telling or writing down for others in {opens}; something checked, or several "
            "things done, in {concrete}; {own}.",
            opens=opens,
            concrete=concrete,
            own=sentences("{count} question of your own", "{count} questions of your own", own),
        )
    return _told(deeds, _mean(deeds, weights.openly), (0.2, 0.6), counts, told)


def role_fit(interview: Interview) -> Counted:
    """Count the job's terms that were named; whether the examples fit, rules cannot tell."""
    named, known = interview.terms
    counts = {"terms of the job": known, "named by you": named}
    if known == 1:
        told = sentence("One term was read in the job's text; you named {named}.", named=named)
    elif known:
        told = sentence(
            "You named {named} of the {known} terms read in the job's text.",
            named=named,
            known=known,
        )
    else:
        told = sentence("No terms were read in the job's text.")
    fit = sentence("Whether your examples fit this job takes a model to tell.")
    return Counted(found=None, counts=counts, reason=joined([told, fit]))


def pacing(interview: Interview) -> Counted:
    """Say what was measured of pace, fillers and length; measurement is no mark."""
    rows = [m for m in interview.metrics if m.key in _PACED and m.value is not None]
    if not rows:
        rate = (m.reason for m in interview.metrics if m.key == "speech_rate")
        reason = next(rate, sentence("Not measured."))
        return Counted(found=None, reason=reason, next_step=WHEN_UNTIMED)
    told = joined([sentence(_PACED[m.key], value=m.display) for m in rows], "; ")
    return Counted(found=None, reason=sentence("Measured, not marked: {values}.", values=told))


_PACED = {
    "speech_rate": marked("speech rate {value}"),
    "fillers_per_minute": marked("fillers {value}"),
    "answer_length": marked("answer length {value}"),
}
WHEN_UNTIMED = sentence("Speak your answers in a call, so that their times are measured.")
NO_RULE = sentence(
    "Not enough evidence: rules that count words cannot tell this; it takes a model."
)


def _told(
    deeds: Sequence[Answer], share: float, steps: tuple[float, float], counts: dict[str, int],
    told: str,
) -> Counted:  # fmt: skip
    if harmful := [answer for answer in deeds if is_alarming(answer)]:
        return _alarmed(harmful)
    if len(deeds) < _LEAST_DEEDS:
        return Counted(found=None, counts=counts, reason=_ONE_DEED if deeds else _NO_DEEDS)
    beside = _beside_in_words(counts)
    reason = joined([told, beside]) if beside else told
    return Counted(found=step(share, *steps), counts=counts, reason=reason)


def is_alarming(answer: Answer) -> bool:
    """Tell whether words of hiding, faking or harming stand in an answer, and none of owning up."""
    return answer.shows(Manner.HARM) and not answer.shows(Manner.OWNED)


def _alarmed(answers: Sequence[Answer]) -> Counted:
    said = words.cased(answers[0].words_of(Manner.HARM)[0])
    reason = sentence(
        "Nothing is counted: answer {answer} says “{said}”. Rules cannot tell whether that means "
        "hiding, faking or harming; an interviewer will ask.",
        answer=answers[0].number,
        said=said,
    )
    return Counted(found=None, counts={ASKED_ABOUT: len(answers)}, reason=reason)


def _told_beside_it(answers: Sequence[Answer]) -> dict[str, int]:
    return {name: _count(answers, lambda a, m=m: a.shows(m)) for m, name in weights.BESIDE.items()}


def _beside_in_words(counts: dict[str, int]) -> str:
    """Return what stands beside it, as a sentence; empty where nothing does."""
    there: list[str] = [
        sentence(text, answers=counts[name]) for name, text in _AGAINST.items() if counts.get(name)
    ]
    return sentence("Against it: {things}.", things=joined(there, "; ")) if there else ""


_AGAINST = {
    "told in general": marked("told as “you do it like this” in {answers}"),
    "told loosely": marked("told loosely (“usually”, “stuff” and the like) in {answers}"),
    "with own qualities or catchwords": marked("own qualities or catchwords in {answers}"),
    "with nobody noticing": marked("“nobody noticed” and the like in {answers}"),
    "with checks left out": marked("checks left out in {answers}"),
    "with hedges": marked("hedges in {answers}"),
    "with always or never": marked("“always”, “really” and the like in {answers}"),
    "with “we” alone": marked("told as “we” alone in {answers}"),
}


def _count(answers: Sequence[Answer], holds: Callable[[Answer], bool]) -> int:
    return sum(holds(answer) for answer in answers)


def _mean(answers: Sequence[Answer], value: Callable[[Answer], float]) -> float:
    return sum(map(value, answers)) / len(answers) if answers else 0.0


def _of(counts: dict[str, int], name: str) -> Sentence:
    return sentence("{some} of {all} answers", some=counts[name], all=counts["answers"])
