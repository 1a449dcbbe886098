"""The question plan of an interview: what will be asked, made once, kept with the interview."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

from darasa_reflex.features.interviews.questions.own.choosing import NOTHING, Brought, Pool
from darasa_reflex.features.interviews.questions.questions import general
from darasa_reflex.features.interviews.questions.role_questions import Job, about_role, stories
from darasa_reflex.features.interviews.questions.wording import Asked, Section

# How many questions of a section fit, by planned minutes. An answer takes 60 to 90 s, a follow-up
# with its answer about 45 s, greeting and close about 30 s.
_FITTING: tuple[tuple[int, dict[Section, int]], ...] = (
    (7, {"introduction": 1, "behavioural": 1, "role": 1, "candidate": 1, "close": 1}),
    (
        14,
        {
            "introduction": 1,
            "background": 1,
            "behavioural": 2,
            "role": 2,
            "candidate": 1,
            "close": 1,
        },
    ),
    (
        1_000,
        {
            "introduction": 1,
            "background": 1,
            "behavioural": 2,
            "role": 3,
            "candidate": 1,
            "close": 1,
        },
    ),
)

# The key of the question that is asked first and never rated.
WARM_UP = "warm-up"
_ENDING = frozenset({"candidate", "close"})
KINDS = ("behavioural", "technical", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedQuestion:
    """One question of the plan.

    Attributes:
        key: Unique in the plan, stored with turns: `WARM_UP`, "q1", "q2", …
        section: Where in the interview it stands.
        text: As it will be asked.
        skill: The skill or requirement of the job it asks about; None for general ones.
        again: The same in other and fewer words, for a repetition or after a lost line; may be
            empty.
        follow_up: What whoever brought it wants to be asked next; may be empty.
        source: "own" of the person, "house" of the server, "model"; empty for built-in ones.
    """

    key: str
    section: Section
    text: str
    skill: str | None = None
    again: str = ""
    follow_up: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """The questions of one interview, in order."""

    questions: tuple[PlannedQuestion, ...] = ()

    def place_of(self, key: str | None) -> tuple[int, int]:
        """Return the number of a question and how many there are; the warm-up has number 0."""
        counted = [question.key for question in self.questions if question.key != WARM_UP]
        return (counted.index(key) + 1 if key in counted else 0), len(counted)

    def as_json(self) -> dict[str, Any]:
        """Return the plan as it is stored."""
        return {
            "questions": [asdict(question) for question in self.questions],
        }

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "QuestionPlan":
        """Return the plan that was stored."""
        return cls(tuple(PlannedQuestion(**question) for question in stored.get("questions", ())))


def make(
    *,
    level: str,
    title: str | None,
    skills: Sequence[str],
    minutes: int,
    seed: int,
    avoid: AbstractSet[str] = frozenset(),
    kind: str = "mixed",
    warm_up: bool = False,
    posting: str = "",
    brought: Brought = NOTHING,
) -> QuestionPlan:
    """Return the questions of a new interview.

    Args:
        level: A value of `ExperienceLevel`.
        title: The job's title; None when it has none.
        skills: Chips of the job as the person left them, most important first.
        minutes: Planned length: 5, 10 or 20.
        seed: The same seed and arguments give the same plan.
        avoid: Texts asked in earlier interviews of this job, asked again only when none are left.
        kind: One of `KINDS`.
        warm_up: Whether a question stands before them that does not count.
        posting: The job's text as it was pasted: what it asks for beyond the chips.
        brought: Questions of the person and of the server.
    """
    job = Job(level, title, skills, posting)
    random = Random(seed)  # noqa: S311 - variety, no secret
    fitting = next(counts for most, counts in _FITTING if minutes <= most)
    pool = Pool(random, brought, title=title, level=level, avoid=avoid)
    counts = _of_kind(fitting, kind)
    alone = pool.all(counts) if pool.only else {}
    questions: list[PlannedQuestion] = []
    for section, count in counts.items():
        if section in alone and section not in _ENDING:
            asked = alone[section]
        else:
            own = pool.take(section, count)
            own += pool.prepared(section, count - len(own))
            left = count - len(own)
            asked = [*own, *_built_in(random, section, left, job=job, kind=kind, avoid=avoid)]
            if brought.use == "mixed":
                random.shuffle(asked)
        for one in asked:
            questions.append(_planned(f"q{len(questions) + 1}", section, one))
    first: list[PlannedQuestion] = []
    if warm_up:
        (asked,) = general(random, "warm-up", 1, level=level, title=title, avoid=avoid)
        first = [_planned(WARM_UP, "warm-up", asked)]
    return QuestionPlan((*first, *questions))


def _built_in(
    random: Random, section: Section, count: int, *, job: Job, kind: str, avoid: AbstractSet[str]
) -> list[Asked]:
    """Return questions that come with Darasa for a section."""
    if section == "role":
        return about_role(random, count, job=job, kind=kind, avoid=avoid)
    own = stories(random, count // 2, job=job, avoid=avoid) if section == "behavioural" else []
    left = count - len(own)
    return [*own, *general(random, section, left, level=job.level, title=job.title, avoid=avoid)]


def _of_kind(counts: dict[Section, int], kind: str) -> dict[Section, int]:
    """Return how many questions of a section an interview of a kind has."""
    shared = counts["behavioural"] + counts["role"]
    moved: dict[str, dict[Section, int]] = {
        "behavioural": {"behavioural": shared, "role": 0},
        "technical": {"behavioural": 0, "role": shared},
    }
    return counts | moved.get(kind, {})


def _planned(key: str, section: Section, asked: Asked) -> PlannedQuestion:
    return PlannedQuestion(
        key=key,
        section=section,
        text=asked.text,
        skill=asked.skill,
        again=asked.again,
        follow_up=asked.follow_up,
        source=asked.source,
    )
