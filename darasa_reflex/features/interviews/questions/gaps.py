"""What an earlier interview left open, and how the plan of a new one begins with it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from random import Random

from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.interviews.questions.locales.telling import is_in
from darasa_reflex.features.interviews.questions.own.choosing import as_asked
from darasa_reflex.features.interviews.questions.prepared.checking import Ready
from darasa_reflex.features.interviews.questions.role_questions import Job, about_requirement
from darasa_reflex.features.interviews.questions.wordings.wording import Asked, Section

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


def opening(
    random: Random,
    gaps: Gaps,
    job: Job,
    avoid: AbstractSet[str],
    prepared: Sequence[Ready] = (),
) -> Opening:
    """Return the questions about what was left open, at most `MOST`, requirements first.

    Args:
        random: For variety.
        gaps: What was left open.
        job: What is asked about, and in which language.
        avoid: Texts that were asked before.
        prepared: What a model wrote: the only questions about a requirement in other languages
            than English.
    """
    found = (
        _opening(random, gaps, job, avoid)
        if job.language == ENGLISH
        else _elsewhere(gaps, job.language, avoid, prepared)
    )
    return list(islice(found, MOST))


def _opening(
    random: Random, gaps: Gaps, job: Job, avoid: AbstractSet[str]
) -> Iterator[tuple[Section, Asked]]:
    for requirement in gaps.requirements:
        if asked := about_requirement(random, requirement, job=job, avoid=avoid):
            yield "role", asked
    for text in gaps.questions:
        yield "behavioural", Asked(text, "")


def _elsewhere(
    gaps: Gaps, language: str, avoid: AbstractSet[str], prepared: Sequence[Ready]
) -> Iterator[tuple[Section, Asked]]:
    fresh = [one for one in prepared if one.text not in avoid]
    for requirement in gaps.requirements:
        if one := next((one for one in fresh if one.skill == requirement), None):
            yield one.section, as_asked(one)
    for text in gaps.questions:
        if is_in(text, language):
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
