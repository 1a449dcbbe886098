"""The question plan of an interview: what will be asked, made once, kept with the interview."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, replace
from random import Random
from typing import Any

from darasa_reflex.features.interviews.questions import gaps as left_open
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.interviews.questions.own.choosing import (
    NOTHING,
    Brought,
    Pool,
    in_language,
)
from darasa_reflex.features.interviews.questions.questions import general
from darasa_reflex.features.interviews.questions.role_questions import Job, about_role, stories
from darasa_reflex.features.interviews.questions.wordings.wording import Asked, Section

# How many questions of a section fit with follow-ups, by planned minutes. An answer takes 60 to
# 90 s, a follow-up with its answer about 45 s, greeting and close about 30 s.
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

# Without follow-ups a question takes this long, in s: as many must be there as fill the time.
_QUICKEST_S = 66
# The key of the question that is asked first and never rated.
WARM_UP = "warm-up"
_OTHER: dict[Section, Section] = {"role": "behavioural", "behavioural": "role"}
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
        reserve: It is asked only while there is time left once those before it are answered.
    """

    key: str
    section: Section
    text: str
    skill: str | None = None
    again: str = ""
    follow_up: str = ""
    source: str = ""
    reserve: bool = False


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """The questions of one interview, in order.

    Attributes:
        language: What they are asked in, as in ISO 639-1, and all that the interviewer says.
    """

    questions: tuple[PlannedQuestion, ...] = ()
    language: str = ENGLISH

    def place_of(self, key: str | None) -> tuple[int, int]:
        """Return the number of a question and how many there are; the warm-up has number 0.

        One in reserve has the number of the last one before it that is none.
        """
        number, found = 0, 0
        for question in self.questions:
            number += not question.reserve and question.key != WARM_UP
            if question.key == key:
                found = number
        return found, number

    def as_json(self) -> dict[str, Any]:
        """Return the plan as it is stored."""
        return {
            "questions": [asdict(question) for question in self.questions],
            "language": self.language,
        }

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "QuestionPlan":
        """Return the plan that was stored."""
        questions = tuple(PlannedQuestion(**question) for question in stored.get("questions", ()))
        return cls(questions, stored.get("language", ENGLISH))


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
    reserve: bool = False,
    gaps: left_open.Gaps = left_open.NO_GAPS,
    language: str = ENGLISH,
) -> QuestionPlan:
    """Return the questions of a new interview.

    Args:
        level: A value of `ExperienceLevel`.
        title: The job's title; None when it has none.
        skills: Chips of the job as the person left them, most important first.
        minutes: Planned length: 5, 10, 20 or 30.
        seed: The same seed and arguments give the same plan.
        avoid: Texts asked in earlier interviews of this job, asked again only when none are left.
        kind: One of `KINDS`.
        warm_up: Whether a question stands before them that does not count.
        posting: The job's text as it was pasted: what it asks for beyond the chips.
        brought: Questions of the person and of the server, and those a model wrote.
        reserve: Whether there are further questions in case there are few follow-ups.
        gaps: What was asked and not shown in an earlier interview: asked first.
        language: What is asked in: English, or one of `locales.catalogue.ASKED_IN`.
    """
    job = Job(level, title, skills, posting, language)
    brought = in_language(brought, language)
    random = Random(seed)  # noqa: S311 - variety, no secret
    counts = _of_kind(next(fit for most, fit in _FITTING if minutes <= most), kind)
    extra = _extra(counts, minutes) if reserve else {}
    wanted: dict[Section, int] = {
        section: count + extra.get(section, 0) for section, count in counts.items()
    }
    pool = Pool(random, brought, title=title, level=level, avoid=avoid)

    def built_in(section: Section, count: int) -> list[Asked]:
        if language != ENGLISH:
            told: dict[str, Any] = {"level": level, "title": title, "avoid": avoid}
            return general(random, section, count, language=language, **told)
        return _built_in(random, section, count, job=job, kind=kind, avoid=avoid)

    asked = _asked(pool, wanted, built_in)
    if brought.use == "mixed":
        for ones in asked.values():
            random.shuffle(ones)
    for section in extra if not pool.only else ():
        lacking, other = wanted[section] - len(asked[section]), _OTHER[section]
        if lacking > 0 and not asked[other]:
            # Nothing is left to ask of this kind: what the other kind asks fills the time.
            asked[other] = built_in(other, lacking)
    begun = left_open.opening(random, gaps, job, avoid, brought.prepared)
    left, fewer = left_open.without(asked, begun), left_open.fewer(counts, begun)
    questions = _in_order(left, fewer, begun)
    first: list[PlannedQuestion] = []
    if warm_up:
        (asked,) = general(
            random, "warm-up", 1, level=level, title=title, avoid=avoid, language=language
        )
        first = [_planned(WARM_UP, "warm-up", asked)]
    return QuestionPlan((*first, *questions), language)


def _asked(
    pool: Pool, wanted: dict[Section, int], built_in: Callable[[Section, int], list[Asked]]
) -> dict[Section, list[Asked]]:
    """Return what is asked in each section: own questions, then a model's, then built-in ones."""
    alone = pool.all(wanted) if pool.only else {}
    asked: dict[Section, list[Asked]] = {}
    for section, count in wanted.items():
        if section in alone and section not in _ENDING:
            asked[section] = alone[section]
        else:
            own = pool.take(section, count)
            own += pool.prepared(section, count - len(own))
            asked[section] = [*own, *built_in(section, count - len(own))]
    return asked


def _built_in(
    random: Random, section: Section, count: int, *, job: Job, kind: str, avoid: AbstractSet[str]
) -> list[Asked]:
    """Return questions that come with Darasa for a section."""
    if section == "role":
        return about_role(random, count, job=job, kind=kind, avoid=avoid)
    own = stories(random, count // 2, job=job, avoid=avoid) if section == "behavioural" else []
    left = count - len(own)
    return [*own, *general(random, section, left, level=job.level, title=job.title, avoid=avoid)]


def _extra(counts: dict[Section, int], minutes: int) -> dict[Section, int]:
    """Return how many more questions of a section are held in reserve."""
    lacking = -(-minutes * 60 // _QUICKEST_S) - sum(counts.values()) + len(_ENDING)
    shared: dict[Section, int] = {"role": counts["role"], "behavioural": counts["behavioural"]}
    sections: list[Section] = [section for section, count in shared.items() if count]
    return {
        section: (max(lacking, 0) + place) // len(sections)
        for place, section in enumerate(sections)
    }


def _in_order(
    asked: dict[Section, list[Asked]], counts: dict[Section, int], begun: left_open.Opening
) -> list[PlannedQuestion]:
    """Return the questions as they are asked: those in reserve by turns, before the end."""
    planned: list[tuple[Section, Asked, bool]] = [(section, one, False) for section, one in begun]
    reserve: list[tuple[int, Section, Asked]] = []
    for section, ones in asked.items():
        if section in _ENDING:
            continue
        planned.extend((section, one, False) for one in ones[: counts[section]])
        reserve.extend((place, section, one) for place, one in enumerate(ones[counts[section] :]))
    planned.extend(
        (section, one, True) for _, section, one in sorted(reserve, key=lambda three: three[0])
    )
    ending: list[Section] = [section for section in asked if section in _ENDING]
    for section in ending:
        planned.extend((section, one, False) for one in asked[section])
    return [
        replace(_planned(f"q{number}", section, one), reserve=held)
        for number, (section, one, held) in enumerate(planned, 1)
    ]


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
