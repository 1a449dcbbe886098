"""Where in the plan the interview stands, told from what the interviewer says."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan

# 0 to 100. Models keep to the wording of the plan but for a word or two; follow-ups that borrow
# half of a question stay below 70.
_SAME = 80.0
# A shorter text is no question of the plan, only a piece that happens to stand in it.
_LEAST_LENGTH = 0.8
# In the languages that interviews are held in: what Hume speaks follows the questions.
_GOODBYE = re.compile(
    r"\bgood-?\s?bye\b|\binterview is (?:now )?over\b|\bauf wiedersehen\b|\bhasta la vista\b"
    r"|\bau revoir\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Progress:
    """Follows the plan.

    Attributes:
        at: Index of the open question; -1 before the first.
        goodbye: Whether the last thing the interviewer said ended the interview.
    """

    plan: QuestionPlan
    at: int = -1
    goodbye: bool = False
    _reply: str = ""

    @classmethod
    def of(cls, brief: Brief) -> "Progress":
        """Return where an interview stands when a call opens."""
        keys = [question.key for question in brief.plan.questions]
        asked = [keys.index(turn.question) for turn in brief.said if turn.question in keys]
        return cls(brief.plan, max(asked, default=-1))

    @property
    def question(self) -> str | None:
        """Key of the open question; None before the first."""
        return self.plan.questions[self.at].key if self.at >= 0 else None

    def say(self, sentence: str) -> evi.Place:
        """Take the next sentence of the interviewer; return where it stands."""
        self._reply = f"{self._reply} {sentence}".strip()
        self.goodbye = _GOODBYE.search(self._reply) is not None
        reply = utils.default_process(self._reply)
        to_come = [(i, q) for i, q in enumerate(self.plan.questions) if i > self.at]
        likeness = [(_likeness(question, reply), -index) for index, question in to_come]
        best, index = max(likeness, default=(0.0, 0))
        if best >= _SAME:
            self.at = -index
        number, of = self.plan.place_of(self.question)
        return evi.Place(question=self.question, number=number, of=of)

    def end_reply(self) -> None:
        """Note that the reply is complete, or cut off."""
        self._reply = ""


def _likeness(question: PlannedQuestion, reply: str) -> float:
    wordings = [utils.default_process(text) for text in (question.text, question.again) if text]
    return max((_likeness_of(wording, reply) for wording in wordings), default=0.0)


def _likeness_of(wording: str, reply: str) -> float:
    if not wording or len(reply) < _LEAST_LENGTH * len(wording):
        return 0.0
    return fuzz.partial_ratio(wording, reply)
