"""Questions about the job itself, from its skills and requirements."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from random import Random

from darasa_reflex.features.interviews.questions.questions import spoken_role
from darasa_reflex.features.interviews.questions.role_wordings import (
    AGAIN,
    BY_FAMILY,
    BY_KIND,
    GENERIC,
)
from darasa_reflex.features.interviews.questions.topic import Topic, topic_of
from darasa_reflex.features.interviews.questions.wording import Asked, Template, suited, worded
from darasa_reflex.features.job_infos.lexicon import folded

# Chips behind this place are hardly ever asked about: the list is in order of importance.
_HEAD_START = 2


def about_role(
    random: Random,
    count: int,
    *,
    level: str,
    title: str | None,
    skills: Sequence[str],
    avoid: AbstractSet[str],
) -> list[Asked]:
    """Return questions about different skills of the job; general ones where skills are lacking."""
    asked: list[Asked] = []
    used: set[Template] = set()
    for topic in _ordered(random, skills):
        if len(asked) < count and _is_new(topic, asked):
            template, question = _about(random, topic, level, avoid, used)
            if question.text not in avoid:
                asked.append(question)
                used.add(template)
    role = {"role": spoken_role(title)}
    generic = [worded(random, template, role, avoid) for template in suited(GENERIC, level)]
    random.shuffle(generic)
    return (asked + sorted(generic, key=lambda one: one.text in avoid))[:count]


def _ordered(random: Random, skills: Sequence[str]) -> list[Topic]:
    """Return topics in a random order in which important and askable ones tend to come first."""
    topics = [topic for skill in skills if (topic := topic_of(skill))]
    drawn = {topic: random.random() ** (_HEAD_START + place) for place, topic in enumerate(topics)}
    hard = {"people", "spoken", "line"}
    return sorted(topics, key=lambda topic: (topic.dull, topic.kind in hard, -drawn[topic]))


def _is_new(topic: Topic, asked: list[Asked]) -> bool:
    """Whether no question asked already is about the same words."""
    words = set(folded(topic.phrase))
    return all(
        not words <= set(folded(one.text)) and not set(folded(one.skill or "")) <= words
        for one in asked
    )


def _about(
    random: Random,
    topic: Topic,
    level: str,
    avoid: AbstractSet[str],
    used: AbstractSet[Template],
) -> tuple[Template, Asked]:
    """Return a question about a topic in a wording not used yet, if there is one."""
    special = topic.kind in {"tool", "practice"}
    by_family = BY_FAMILY.get(topic.family, ()) if special else ()
    templates = suited((*BY_KIND[topic.kind], *by_family), level)
    random.shuffle(templates)
    words = {"x": topic.phrase}
    asked = [(template, worded(random, template, words, avoid)) for template in templates]
    template, chosen = min(asked, key=lambda one: (one[1].text in avoid, one[0] in used))
    again = random.choice(AGAIN[topic.kind]).format_map(words)
    return template, replace(chosen, again=again, skill=topic.chip)
