"""What an earlier interview left open, and how the plan of a new one begins with it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from random import Random

from darasa_reflex.features.interviews.questions.role_questions import Job, about_requirement
from darasa_reflex.features.interviews.questions.wording import Asked, Section

# More would be another interview about the same, with nothing new in it.
MOST = 3
Opening = Sequence[tuple[Section, Asked]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What was asked and not shown, most important first.

    Attributes:
        requirements: Of the job, asked about in other words.
        questions: Asked again as they were.
    """

    requirements: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


NO_GAPS = Gaps()


def opening(random: Random, gaps: Gaps, job: Job, avoid: AbstractSet[str]) -> Opening:
    """Return the questions about what was left open, at most `MOST`, requirements first."""
    return list(islice(_opening(random, gaps, job, avoid), MOST))


def _opening(
    random: Random, gaps: Gaps, job: Job, avoid: AbstractSet[str]
) -> Iterator[tuple[Section, Asked]]:
    for requirement in gaps.requirements:
        if asked := about_requirement(random, requirement, job=job, avoid=avoid):
            yield "role", asked
    for text in gaps.questions:
        yield "behavioural", Asked(text, "")


def without(asked: Mapping[Section, Sequence[Asked]], first: Opening) -> dict[Section, list[Asked]]:
    """Return the questions of a plan but those about what it begins with."""
    texts, skills = {one.text for _, one in first}, {one.skill for _, one in first} - {None}
    return {
        section: [one for one in ones if one.text not in texts and one.skill not in skills]
        for section, ones in asked.items()
    }


def fewer(counts: Mapping[Section, int], first: Opening) -> dict[Section, int]:
    """Return how many of each section are asked behind the opening; the rest is in reserve."""
    taken = Counter(section for section, _ in first)
    return {section: max(0, count - taken[section]) for section, count in counts.items()}
