"""What one answer is worth to the rules: what carries it, less what stands beside it.

Each cue is a yes or no of an answer, never a count of its words, so that length and repetition
change nothing. Weights were set on interviews of known quality: `make truth`.
"""

from darasa_reflex.features.answers.manner import Manner
from darasa_reflex.features.feedback.found.answered import Answer

# Ways of telling that go along with weak answers, in every set; with how the counts call them.
BESIDE = {
    Manner.GENERAL: "told in general",
    Manner.LOOSE: "told loosely",
    Manner.PRIDE: "with own qualities or catchwords",
    Manner.UNSEEN: "with nobody noticing",
}
_OFTEN = 2


def carefully(answer: Answer) -> float:
    """Return the worth of checks, several acts, changes, exactness, and an order or choice."""
    points = 0.75 * checks(answer) + 0.5 * acts_often(answer) + 0.5 * is_exact(answer)
    points += 0.5 * answer.shows(Manner.CHANGE) + 0.25 * chooses(answer)
    return _credit(answer) * points - _beside(answer) - 0.25 * answer.shows(Manner.HEDGE)


def plainly(answer: Answer) -> float:
    """Return the worth of own acts, and of slips owned, less hedges and absolutes."""
    points = _credit(answer) * (0.5 * acts(answer) + owns(answer)) - _beside(answer)
    return points - 0.5 * answer.shows(Manner.HEDGE) - 0.25 * answer.shows(Manner.ABSOLUTE)


def openly(answer: Answer) -> float:
    """Return the worth of asking, telling and writing down, and of something concrete."""
    points = 0.75 * opens(answer) + 0.25 * is_concrete(answer)
    return _credit(answer) * points - _beside(answer)


def checks(answer: Answer) -> bool:
    """Tell whether something was checked or stopped."""
    return answer.shows(Manner.CARE) or answer.shows(Manner.STOP)


def leaves_out(answer: Answer) -> bool:
    """Tell whether checks were left out, and nothing is said to be done differently since."""
    return answer.shows(Manner.NO_CARE) and not answer.shows(Manner.CHANGE)


def chooses(answer: Answer) -> bool:
    """Tell whether it says what came first, or what was chosen over what."""
    return answer.shows(Manner.CHOICE)


def is_exact(answer: Answer) -> bool:
    """Tell whether something was done to each, twice, only so, or to find out whether."""
    return answer.shows(Manner.EXACT)


def opens(answer: Answer) -> bool:
    """Tell whether others were asked, told or written to."""
    return answer.shows(Manner.OPEN)


def is_concrete(answer: Answer) -> bool:
    """Tell whether the question is taken up with something checked, or several things done."""
    return checks(answer) or acts_often(answer)


def acts(answer: Answer) -> bool:
    """Tell whether something was done."""
    return answer.shows(Manner.DEED)


def acts_often(answer: Answer) -> bool:
    """Tell whether something was done in two sentences or more that say different things."""
    return len(answer.reading.manners.get(Manner.DEED, ())) >= _OFTEN


def owns(answer: Answer) -> bool:
    """Tell whether a slip is owned, or something was stopped or changed."""
    return any(map(answer.shows, (Manner.CHANGE, Manner.OWNED, Manner.STOP)))


def _credit(answer: Answer) -> float:
    """Return how far an answer counts: half where it is all "we"."""
    return 0.5 if answer.is_only_ours else 1.0


def _beside(answer: Answer) -> float:
    """Return a half for each way of telling that stands beside what was done."""
    return 0.5 * sum(map(answer.shows, BESIDE))
