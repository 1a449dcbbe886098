"""Where in the plan the interview stands, and what there is still time for."""

from dataclasses import dataclass, field

from darasa_reflex.features.interviews.questions.question_plan import (
    PlannedQuestion,
    QuestionPlan,
    Section,
)

# The least a question needs with its answer, in ms; a usual answer takes 60 to 90 s.
_LEAST_MS: dict[Section, int] = {
    "warm-up": 30_000,
    "introduction": 40_000,
    "background": 40_000,
    "behavioural": 60_000,
    "role": 60_000,
    "candidate": 25_000,
    "close": 10_000,
}
_FOLLOW_UP_MS = 40_000
# A question of a kind not asked yet is worth asking even with so little time left.
_MUST_MS = 60_000
# With less time left, what the candidate may ask or add is not asked for any more: there must be
# time for the answer too.
_LAST_MS = {"candidate": 45_000, "close": 25_000}
_LAST: frozenset[Section] = frozenset({"candidate", "close"})


@dataclass(slots=True)
class Agenda:
    """The plan, and the place in it.

    Attributes:
        minutes: Planned length.
        at: Index of the open question; -1 before the first.
        sections: Sections that have been asked about.
    """

    plan: QuestionPlan
    minutes: int
    at: int = -1
    sections: set[Section] = field(default_factory=set[Section])

    @property
    def open(self) -> PlannedQuestion | None:
        """The open question; None before the first and after the last."""
        questions = self.plan.questions
        return questions[self.at] if 0 <= self.at < len(questions) else None

    def reach(self, index: int) -> None:
        """Take an earlier call's place: everything before it counts as asked."""
        self.at = index
        self.sections = {question.section for question in self.plan.questions[: index + 1]}

    def advance(self, elapsed_ms: int) -> bool:
        """Open the next question there is time for; return whether any were left out."""
        self.at, before = self._next(elapsed_ms), self.at
        if self.open:
            self.sections.add(self.open.section)
        return self.at > before + 1

    def upcoming(self, elapsed_ms: int) -> PlannedQuestion | None:
        """Return the question that `advance` would open now; None after the last."""
        index = self._next(elapsed_ms)
        return self.plan.questions[index] if index < len(self.plan.questions) else None

    def has_time_to_follow_up(self, elapsed_ms: int) -> bool:
        """Whether a follow-up now leaves enough for what is to come."""
        to_come = (one for one in self.plan.questions[self.at + 1 :] if not one.reserve)
        rest = sum(_LEAST_MS[question.section] for question in to_come)
        return self.left_ms(elapsed_ms) - rest >= _FOLLOW_UP_MS

    def is_over(self, elapsed_ms: int) -> bool:
        """Whether the planned time is used up."""
        return self.left_ms(elapsed_ms) <= 0

    def left_ms(self, elapsed_ms: int) -> int:
        """Return how much of the planned time is left; below 0 when none is."""
        return self.minutes * 60_000 - elapsed_ms

    def _next(self, elapsed_ms: int) -> int:
        left_ms = self.left_ms(elapsed_ms)
        for index in range(self.at + 1, len(self.plan.questions)):
            if left_ms >= self._worth_ms(self.plan.questions[index].section):
                return index
        return len(self.plan.questions)

    def _worth_ms(self, section: Section) -> int:
        """Return how much time must be left to ask a question of a section, in ms."""
        if section in _LAST:
            return _LAST_MS[section]
        if section not in self.sections:
            return _MUST_MS
        return _LEAST_MS[section] + sum(_LEAST_MS[last] for last in _LAST)
