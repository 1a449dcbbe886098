"""Where a call stands: its question, what was said, and how the next thing is said."""

import copy
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Self

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.mind.heard import asked_back
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.state.agenda import Agenda
from darasa_reflex.features.interviews.mind.state.exchange import Turn
from darasa_reflex.features.interviews.mind.state.memory import Memory, Thread, short_form
from darasa_reflex.features.interviews.mind.words.answer_language import AnswerLanguage
from darasa_reflex.features.interviews.mind.words.introduction import name_of
from darasa_reflex.features.interviews.mind.words.tongue import Tongue
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion

# Where the candidate asks, or adds what they like.
THEIRS = frozenset({"candidate", "close"})
_MOST_NUDGES = 2


class Course:
    """The course of one call, without what its answers mean."""

    def __init__(
        self, brief: Brief, *, seed: int, deaf: Callable[[], bool] = lambda: False
    ) -> None:
        self._brief = brief
        self._deaf = deaf
        self._tongue = Tongue(brief.user_name, Random(seed))  # noqa: S311 - variety, no secret
        self._one, self._named = self._tongue.one, self._tongue.named
        self._wording = wording_of(brief.plan.language)
        self._manner = self._wording.manner_of(brief.tone)
        self._who = name_of(brief, seed)
        self._agenda = Agenda(brief.plan, brief.minutes)
        self._memory = Memory.of(brief.said)
        self._thread = Thread()
        self._elapsed_ms = brief.elapsed_ms
        self._waiting = self._ended = self._owes_question = False
        # Said before the reply to the answer that was taken last.
        self._before: tuple[str, ...] = ()

    def copied(self) -> Self:
        """Return another one that stands where this one does."""
        # These never change, and are the greatest part of it.
        fixed = (self._brief, self._brief.plan, self._wording, self._manner)
        taken: dict[int, object] = {id(one): one for one in fixed}
        # Else each of the six hundred numbers of its state would be copied alone.
        taken[id(self._tongue.random)] = copy.copy(self._tongue.random)
        return copy.deepcopy(self, taken)

    @property
    def open_question(self) -> str | None:
        """Key of the planned question now open; None before the first and after the last."""
        return self._agenda.open.key if self._agenda.open and not self._ended else None

    @property
    def asked(self) -> str:
        """The open question in the words it was asked in, or what was asked on; empty for none."""
        question = self._agenda.open
        return self._thread.follow_up or (question.text if question and not self._ended else "")

    @property
    def _language(self) -> AnswerLanguage:
        """What the candidate answers in; an ear may come while they do."""
        return AnswerLanguage(self._brief.language, self._deaf(), self._brief.plan.language)

    @property
    def _question(self) -> PlannedQuestion:
        """The open question. There is one whenever an answer is taken."""
        if self._agenda.open is None:
            raise LookupError("no question is open")
        return self._agenda.open

    def has_said(self, text: str) -> bool:
        """See `Recall.has_said`."""
        return self._memory.has(text)

    def said_as(self, text: str) -> None:
        """See `Recall.said_as`. Asked on in other words, those are what is repeated."""
        if text.endswith("?") and self._owes_question:
            self._owes_question = False
            self._memory.add((text,), self.open_question)
            self._thread.ask_on(text)
        elif text.endswith("?"):
            self._memory.replace(self._thread.follow_up, text)
            self._thread.follow_up = text
        else:
            self._memory.add((text,), self.open_question)

    def told_of_itself(self, text: str) -> tuple[str, ...]:
        """Return what is true of the interview, where a text ends with asking for it."""
        facts = asked_back.Facts(
            minutes=self._brief.minutes,
            left_ms=self._agenda.left_ms(self._elapsed_ms),
            questions=self._brief.plan.place_of(None)[1],
        )
        told = asked_back.reply_to(text, facts, self._wording, self._brief.language)
        return (told,) if told else ()

    def nudge(self) -> Turn:
        """Return a word for a long silence, about 20 s. Never moves on by itself."""
        self._thread.nudges += 1
        if self._ended or self._waiting or self._thread.nudges > _MOST_NUDGES:
            return self._say()
        first = self._thread.nudges == 1
        return self._aside(self._one(self._manner.nudges if first else self._language.offers))

    def time_is_up(self) -> Turn:
        """Return the last words when the time is over."""
        return self._close(self._wording.time_is_up)

    def _take_in(self, text: str) -> None:
        self._thread.take(text)
        self._memory.hear(text, self.open_question)

    def _say(self, *sentences: str) -> Turn:
        said = tuple(filter(None, sentences))
        key = self._agenda.open.key if self._agenda.open else None
        self._memory.add(said, key)
        number, of = self._brief.plan.place_of(key)
        return Turn(sentences=said, question=key, number=number, of=of)

    def _aside(self, *sentences: str) -> Turn:
        """Say something beside the question, which stays open as it was asked."""
        question = self._agenda.open
        asked = self._thread.follow_up or (question.text if question else "")
        return replace(self._say(*sentences), asked=asked)

    def _move_on(self, *before: str) -> Turn:
        """Ask the next question there is time for, or close."""
        begun, entered = self._agenda.open is not None, frozenset(self._agenda.sections)
        hurried = self._agenda.advance(self._elapsed_ms)
        self._thread, self._waiting, self._owes_question = Thread(), False, False
        if (question := self._agenda.open) is None:
            return self._close(*before)
        turn = ""
        if hurried and question.section in THEIRS:
            turn = self._one(self._wording.short_of_time)
        elif begun and question.section not in entered:
            # Questions in reserve alternate: nobody would announce that each time.
            turn = self._one(self._wording.turns.get(question.section, ("",)))
        return self._say(*before, turn, short_form(question, self._memory))

    def _close(self, *before: str) -> Turn:
        if self._ended:
            return Turn(sentences=(), hang_up=True)
        self._ended = True
        farewell = (self._named(self._manner.closing), self._wording.goodbye)
        return Turn(sentences=tuple(filter(None, (*before, *farewell))), hang_up=True)
