"""What was said so far: in this call, and in earlier calls of the same interview."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from darasa_reflex.features.interviews.engines.interviewer import SaidTurn
from darasa_reflex.features.interviews.mind.heard.aims import aim_of
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.port import ACTOR, INTERVIEWER
from darasa_reflex.features.interviews.questions.follow_up import Aim
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan

# Wishes that finish a question.
_FINISHING = frozenset({None, Intent.SKIP, Intent.UNKNOWN, Intent.DONE})


@dataclass(slots=True)
class Thread:
    """What happened around one question.

    Attributes:
        told: The candidate's answers to it and to its follow-ups.
        followed_up: What it was followed_up for.
        asked_on: How often it was followed up, whatever for.
        follow_up: The follow-up that is open; empty when the question itself is.
        clarified: How often it was said again or explained.
        strayed: How often the candidate was led back to it.
        misheard: Whether they were asked to say an answer again.
        wish_asked: Whether they were asked what they would like.
        broke_off: Whether they were let go on with half a sentence.
        given_time: Whether they were given time for what had come in between.
        nudges: How often a long silence was answered.
        served: How many questions of theirs were answered, in the candidate's part.
    """

    told: list[str] = field(default_factory=list[str])
    followed_up: set[Aim] = field(default_factory=set[Aim])
    asked_on: int = 0
    follow_up: str = ""
    clarified: int = 0
    strayed: int = 0
    misheard: bool = False
    wish_asked: bool = False
    broke_off: bool = False
    given_time: bool = False
    nudges: int = 0
    served: int = 0

    @property
    def text(self) -> str:
        """All that was told."""
        return "\n".join(self.told)

    def take(self, text: str) -> None:
        """Keep the newest answer."""
        self.told.append(text)

    def ask_on(self, text: str) -> None:
        """Keep a follow-up that is asked."""
        self.asked_on += 1
        self.follow_up = text
        if aim := aim_of(text):
            self.followed_up.add(aim)


@dataclass(frozen=True, slots=True)
class Resumption:
    """Where an earlier call left off.

    Attributes:
        index: Of the question that was open last; None when none was.
        answered: It was answered, so the next one is due.
        closed: The interviewer had said goodbye.
    """

    index: int | None
    answered: bool
    closed: bool
    thread: Thread


@dataclass(slots=True)
class Memory:
    """All that was said.

    Attributes:
        said: Every text the interviewer has said.
        turns: The same with what the candidate said, oldest first.
    """

    said: set[str] = field(default_factory=set[str])
    earlier: str = ""
    turns: list[SaidTurn] = field(default_factory=list[SaidTurn])

    @classmethod
    def of(cls, turns: Sequence[SaidTurn]) -> "Memory":
        """Return the memory of earlier calls."""
        texts = [turn.text for turn in turns if turn.speaker == INTERVIEWER]
        return cls(set(texts), "\n".join(texts), list(turns))

    def has(self, text: str) -> bool:
        """Whether a text was said, alone or as part of a longer turn."""
        return text in self.said or (bool(text) and text in self.earlier)

    def fresh(self, texts: Sequence[str]) -> list[str]:
        """Return those that were not said."""
        return [text for text in texts if not self.has(text)]

    def add(self, sentences: Sequence[str], question: str | None) -> None:
        """Keep what is being said, and the question it belongs to."""
        self.said.update(sentences)
        self.turns += [
            SaidTurn(speaker=INTERVIEWER, text=text, question=question) for text in sentences
        ]

    def replace(self, planned: str, said: str) -> None:
        """Keep that one sentence was said in place of another."""
        self.said.add(said)
        for at, turn in enumerate(self.turns):
            if turn.text == planned and turn.speaker == INTERVIEWER:
                self.turns[at] = replace(turn, text=said)

    def hear(self, text: str, question: str | None) -> None:
        """Keep what the candidate has answered."""
        self.turns.append(SaidTurn(speaker=ACTOR, text=text, question=question))


def resumption(turns: Sequence[SaidTurn], plan: QuestionPlan, *, language: str) -> Resumption:
    """Return where earlier calls left off."""
    places = {question.key: index for index, question in enumerate(plan.questions)}
    asked = [turn.question for turn in turns if _asks(turn, plan)]
    key = asked[-1] if asked else None
    goodbye = wording_of(plan.language).goodbye
    closed = any(goodbye in turn.text for turn in turns if turn.speaker == INTERVIEWER)
    if (
        turns[-1].speaker != INTERVIEWER
        and intent_of(turns[-1].text, language=language) is Intent.END
    ):
        closed = True
    thread = _thread(turns, plan.questions[places[key]], language=language) if key else Thread()
    answered = bool(asked) and _is_answered(turns, language=language)
    return Resumption(places[key] if key else None, answered, closed, thread)


def _asks(turn: SaidTurn, plan: QuestionPlan) -> bool:
    """Whether a turn belongs to a planned question."""
    return turn.speaker == INTERVIEWER and any(q.key == turn.question for q in plan.questions)


def _thread(turns: Sequence[SaidTurn], question: PlannedQuestion, *, language: str) -> Thread:
    thread = Thread()
    for turn in turns:
        if turn.question == question.key:
            if turn.speaker != INTERVIEWER:
                _recall(thread, turn.text, language=language)
            elif not _is_question_itself(turn.text, question) and aim_of(turn.text):
                thread.ask_on(turn.text)
    thread.served = len(thread.told)
    # Coming back, the question itself is asked again.
    thread.follow_up = ""
    return thread


def _is_question_itself(text: str, question: PlannedQuestion) -> bool:
    """Whether a text is the planned question, in one of its forms or within other words."""
    forms = (form.casefold() for form in (question.text, question.again) if form)
    return any(form in text.casefold() for form in forms)


def _recall(thread: Thread, text: str, *, language: str) -> None:
    """Take what the candidate said in an earlier call."""
    match intent_of(text, language=language):
        case None:
            thread.told.append(text)
        case Intent.REPEAT | Intent.MEANING:
            thread.clarified += 1
        case Intent.HOSTILE | Intent.ASIDE | Intent.ASKS:
            thread.strayed += 1
        case _:
            pass


def _is_answered(turns: Sequence[SaidTurn], *, language: str) -> bool:
    """Whether the candidate spoke last, and answered or let the question go."""
    last = turns[-1]
    return last.speaker != INTERVIEWER and intent_of(last.text, language=language) in _FINISHING


def short_form(question: PlannedQuestion, memory: Memory) -> str:
    """Return the question in words not said yet; empty when there are none left."""
    forms = (question.text, question.again)
    return next((form for form in forms if form and not memory.has(form)), "")
