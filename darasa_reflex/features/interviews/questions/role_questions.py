"""Questions about the job itself: from its skills, from the kind of work, from what it asks for."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from random import Random

from darasa_reflex.features.interviews.questions.bank import bank
from darasa_reflex.features.interviews.questions.bank.needs import needs_of
from darasa_reflex.features.interviews.questions.bank.roles import TECHNICAL_ROLES, role_of
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.interviews.questions.questions import spoken_role
from darasa_reflex.features.interviews.questions.topic import Topic, is_plural, topic_of
from darasa_reflex.features.interviews.questions.wordings.role_wordings import (
    AGAIN,
    BY_FAMILY,
    BY_KIND,
    GENERIC,
    OF_ONE,
)
from darasa_reflex.features.interviews.questions.wordings.wording import (
    Asked,
    Template,
    suited,
    worded,
)
from darasa_reflex.features.job_infos.lexicon import folded

# Chips behind this place are hardly ever asked about: the list is in order of importance.
_HEAD_START = 2
# Of the questions about a skill, so many come from the bank where it has some.
_FROM_BANK = 0.6


@dataclass(frozen=True, slots=True)
class Job:
    """What is known of the job when its questions are made.

    Attributes:
        level: A value of `ExperienceLevel`.
        title: None when it has none.
        skills: Chips as the person left them, most important first.
        posting: Its text as it was pasted.
        language: What is asked in, as in ISO 639-1. What is made here of templates is English.
    """

    level: str
    title: str | None = None
    skills: Sequence[str] = ()
    posting: str = ""
    language: str = ENGLISH

    @property
    def role(self) -> str:
        """The kind of work, a key of the bank; empty when it cannot be told."""
        return role_of(self.title, self.skills)


def about_role(
    random: Random, count: int, *, job: Job, kind: str, avoid: AbstractSet[str]
) -> list[Asked]:
    """Return questions about the job, each about something else, new ones first.

    A technical interview of a technical job asks for what one knows and for a design.
    """
    skills = list(_about_skills(random, job, avoid))
    role = [one for one in _of_role(random, job, avoid) if one.sort != "story"]
    wanted = _wanted(job, kind, count)
    asked: list[Asked] = []
    for sort in wanted:
        pools = (role, skills) if sort == "role" else (skills, role)
        if chosen := _first(sort, pools, asked, avoid):
            asked.append(chosen)
    generic = _generic(random, job, avoid)
    while len(asked) < count and (
        chosen := _first("skill", (skills, role, generic), asked, avoid)
        or _first("skill", (skills, role, generic), asked, frozenset())
    ):
        asked.append(chosen)
    return asked


def about_requirement(
    random: Random, requirement: str, *, job: Job, avoid: AbstractSet[str]
) -> Asked | None:
    """Return a question about one requirement of the job, in words not used before.

    None for a requirement that nobody can talk about, or when no wording is left.
    """
    one = replace(job, skills=(requirement,))
    return next(_about_skills(random, one, avoid), None)


def stories(random: Random, count: int, *, job: Job, avoid: AbstractSet[str]) -> list[Asked]:
    """Return questions about experience that this job asks for, at most `count`, new ones only."""
    role = job.role
    found: list[Asked] = []
    for need, chip in needs_of(job.posting, job.skills, role).items():
        questions = [replace(one, skill=chip) for one in _asked(bank.by_role()[need], job)]
        fresh = [one for one in questions if one.text not in avoid]
        found += random.sample(fresh, min(1, len(fresh)))
    random.shuffle(found)
    own = [one for one in _asked(bank.by_role().get(role, ()), job) if one.sort == "story"]
    fresh = [one for one in own if one.text not in avoid]
    return [*found, *random.sample(fresh, min(1, len(fresh)))][:count]


def _wanted(job: Job, kind: str, count: int) -> list[str]:
    """Return what is asked for, in order: a sort, anything of a skill, or of the role."""
    if job.role in TECHNICAL_ROLES and kind == "technical":
        sorts = ["knowledge", "skill", "design", "knowledge", "skill", "design", "knowledge"]
    elif job.role in TECHNICAL_ROLES:
        sorts = ["skill", "knowledge", "skill", "design"]
    else:
        sorts = ["skill", "role", "skill", "role"]
    return [sorts[place % len(sorts)] for place in range(count)]


def _first(
    sort: str, pools: Sequence[Sequence[Asked]], asked: list[Asked], avoid: AbstractSet[str]
) -> Asked | None:
    """Return the first question of a sort that is new and about something else."""
    for pool in pools:
        for one in pool:
            fits = sort in {"skill", "role", one.sort}
            if fits and one.text not in avoid and _is_new(one, asked):
                return one
    return None


def _is_new(one: Asked, asked: list[Asked]) -> bool:
    """Whether no question asked already is the same, or about the same words."""
    words = set(folded(one.skill or ""))
    return all(
        one.text != other.text
        and not (words and (words <= set(folded(other.text)) or words == _skill(other)))
        and not (_skill(other) and _skill(other) <= words)
        for other in asked
    )


def _skill(one: Asked) -> set[str]:
    return set(folded(one.skill or ""))


def _about_skills(random: Random, job: Job, avoid: AbstractSet[str]) -> Iterator[Asked]:
    """Yield a question about each chip that one can talk about, important ones tend to be first."""
    used: set[Template] = set()
    for topic in _ordered(random, job.skills):
        known = _asked(bank.by_skill().get(topic.skill, ()), job)
        fresh = [one for one in known if one.text not in avoid]
        templates = _templates(random, topic, job.level, avoid, used)
        if fresh and (random.random() < _FROM_BANK or not templates):
            yield replace(random.choice(fresh), skill=topic.chip)
            yield from _one(templates, used)
        else:
            yield from _one(templates, used)
            yield from (replace(one, skill=topic.chip) for one in fresh[:1])


def _one(templates: list[tuple[Template, Asked]], used: set[Template]) -> Iterator[Asked]:
    for template, asked in templates[:1]:
        used.add(template)
        yield asked


def _ordered(random: Random, skills: Sequence[str]) -> list[Topic]:
    """Return topics in a random order in which important and askable ones tend to come first."""
    topics = [topic for skill in skills if (topic := topic_of(skill)) and not topic.dull]
    drawn = {topic: random.random() ** (_HEAD_START + place) for place, topic in enumerate(topics)}
    hard = {"people", "spoken", "trait", "quoted"}
    return sorted(topics, key=lambda topic: (topic.kind in hard, -drawn[topic]))


def _templates(
    random: Random, topic: Topic, level: str, avoid: AbstractSet[str], used: AbstractSet[Template]
) -> list[tuple[Template, Asked]]:
    """Return wordings about a topic not asked in earlier interviews, unused ones first."""
    by_family = BY_FAMILY.get(topic.family, ()) if topic.kind == "practice" else ()
    of_one = OF_ONE if topic.kind == "practice" and not is_plural(topic.phrase) else ()
    templates = suited((*BY_KIND[topic.kind], *of_one, *by_family), level)
    random.shuffle(templates)
    words = {"x": topic.phrase}
    again = random.choice(AGAIN[topic.kind]).format_map(words)
    asked = [(template, worded(random, template, words, avoid)) for template in templates]
    good = [
        (template, Asked(one.text, again, skill=topic.chip))
        for template, one in asked
        if one.text not in avoid
    ]
    return sorted(good, key=lambda one: one[0] in used)


def _of_role(random: Random, job: Job, avoid: AbstractSet[str]) -> list[Asked]:
    """Return the questions of the kind of work, new ones first."""
    found = _asked(bank.by_role().get(job.role, ()), job)
    random.shuffle(found)
    return sorted(found, key=lambda one: one.text in avoid)


def _asked(questions: Sequence[bank.Question], job: Job) -> list[Asked]:
    return [
        Asked(one.text, one.again, sort=one.sort) for one in questions if job.level in one.levels
    ]


def _generic(random: Random, job: Job, avoid: AbstractSet[str]) -> list[Asked]:
    role = {"role": spoken_role(job.title)}
    generic = [worded(random, template, role, avoid) for template in suited(GENERIC, job.level)]
    random.shuffle(generic)
    return sorted(generic, key=lambda one: one.text in avoid)
