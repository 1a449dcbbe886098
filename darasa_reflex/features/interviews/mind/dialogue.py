"""The interviewer's mind: what to say next, from the plan and what was said. No audio, no clock."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.mind.agenda import Agenda
from darasa_reflex.features.interviews.mind.exchange import Answer, Reply, drafted
from darasa_reflex.features.interviews.mind.heard import visitor
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.heard.relevance import is_beside_the_point
from darasa_reflex.features.interviews.mind.heard.wishes import QUESTIONS, Intent
from darasa_reflex.features.interviews.mind.memory import (
    Memory,
    Thread,
    resumption,
    short_form,
)
from darasa_reflex.features.interviews.mind.words import phrases
from darasa_reflex.features.interviews.mind.words.answer_language import AnswerLanguage
from darasa_reflex.features.interviews.mind.words.manners import Tongue, manner_of
from darasa_reflex.features.interviews.questions.follow_up import FollowUp, next_follow_up
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion

__all__ = ["Answer", "Dialogue", "Reply"]

# Shorter speech without words is a cough, longer speech an answer the ears could not read.
_WORDLESS_ANSWER_MS = 3_000
_MOST_SERVED = 2
_MOST_NUDGES = 2


class Dialogue:
    """The interviewer of one call. Every method changes what it remembers; call them in order."""

    def __init__(
        self, brief: Brief, *, seed: int, deaf: Callable[[], bool] = lambda: False
    ) -> None:
        self._brief = brief
        self._deaf = deaf
        self._tongue = Tongue(brief.user_name, Random(seed))  # noqa: S311 - variety, no secret
        self._one, self._named = self._tongue.one, self._tongue.named
        self._manner = manner_of(brief.tone)
        self._agenda = Agenda(brief.plan, brief.minutes)
        self._memory = Memory.of(brief.said)
        self._thread = Thread()
        self._elapsed_ms = brief.elapsed_ms
        self._waiting = self._ended = False

    @property
    def open_question(self) -> str | None:
        """Key of the planned question now open; None before the first and after the last."""
        return self._agenda.open.key if self._agenda.open and not self._ended else None

    @property
    def _language(self) -> AnswerLanguage:
        """What the candidate answers in; an ear may come while they do."""
        return AnswerLanguage(self._brief.language, self._deaf())

    def opening(self) -> Reply:
        """Return the greeting and the first question; after a lost call, a short welcome back."""
        if not self._brief.said:
            return self._move_on(self._named(self._manner.greetings), self._language.note)
        earlier = resumption(self._brief.said, self._brief.plan, foreign=self._language.foreign)
        welcome = self._named(phrases.WELCOME_BACK)
        if earlier.closed or self._agenda.is_over(self._elapsed_ms):
            return self._close(welcome, "" if earlier.closed else phrases.TIME_IS_UP)
        if earlier.index is None:
            return self._move_on(welcome)
        self._agenda.reach(earlier.index)
        theirs = self._question.section == "candidate" and earlier.thread.served < _MOST_SERVED
        if earlier.answered and not theirs:
            return self._move_on(welcome)
        self._thread = earlier.thread
        again = short_form(self._question, self._memory)
        return self._say(welcome, again or self._one(phrases.PLEASE_CARRY_ON))

    def answer(self, answer: Answer) -> Reply:
        """Return what to say to an answer; no sentences while the candidate thinks."""
        self._elapsed_ms = max(self._elapsed_ms, answer.elapsed_ms)
        if self._ended:
            return Reply(sentences=(), hang_up=True)
        if self._agenda.is_over(self._elapsed_ms):
            return self._close(self._one(self._manner.thanks), phrases.TIME_IS_UP)
        if self._agenda.open is None:
            return self._move_on("")
        if not answer.text.strip():
            return self._wordless(answer)
        self._waiting = False
        foreign = self._language.foreign
        intent = intent_of(answer.text, foreign=foreign)
        if intent in QUESTIONS and self._question.section in {"candidate", "close"}:
            intent = None
        if intent is None and not foreign and is_beside_the_point(answer.text, self._question):
            intent = Intent.ASIDE
        return self._substance(answer) if intent is None else self._wish(intent)

    def wish(self, intent: Intent, elapsed_ms: int) -> Reply:
        """Return what to say to a pressed button: REPEAT word for word, SKIP as when it is said."""
        self._elapsed_ms, self._waiting = max(self._elapsed_ms, elapsed_ms), False
        if self._ended or self._agenda.open is None:
            return self._say()
        if intent is Intent.REPEAT:
            again = self._thread.follow_up or self._question.text
            return self._say(self._one(phrases.OF_COURSE), again)
        return self._wish(intent)

    def has_said(self, text: str) -> bool:
        """See `Recall.has_said`."""
        return self._memory.has(text)

    def said_as(self, text: str) -> None:
        """See `Recall.said_as`. Asked on in other words, those are what is repeated."""
        self._memory.add((text,))
        if text.endswith("?"):
            self._thread.follow_up = text

    def nudge(self) -> Reply:
        """Return a word for a long silence, about 20 s. Never moves on by itself."""
        self._thread.nudges += 1
        if self._ended or self._waiting or self._thread.nudges > _MOST_NUDGES:
            return self._say()
        first = self._thread.nudges == 1
        return self._say(self._one(self._manner.nudges if first else self._language.offers))

    def time_is_up(self) -> Reply:
        """Return the last words when the time is over."""
        return self._close(phrases.TIME_IS_UP)

    @property
    def _question(self) -> PlannedQuestion:
        """The open question. There is one whenever an answer is taken."""
        if self._agenda.open is None:
            raise LookupError("no question is open")
        return self._agenda.open

    def _wish(self, intent: Intent) -> Reply:
        """Do what the candidate wants instead of answering."""
        if intent is Intent.END:
            return self._close(phrases.STOPPING)
        if intent in {Intent.REPEAT, Intent.MEANING}:
            return self._clarify(intent)
        if intent in {Intent.HOSTILE, Intent.ASIDE, Intent.ASKS}:
            return self._lead_back(intent)
        if taken := self._manner.letting_go(intent):
            return self._move_on(self._one(taken))
        self._waiting = intent is Intent.WAIT
        heard = phrases.HEARING_YOU if intent is Intent.GREETING else ""
        return self._say(heard, self._one(phrases.WAITING if self._waiting else phrases.READY))

    def _substance(self, answer: Answer) -> Reply:
        thread, question = self._thread, self._question
        thread.take(answer.text)
        if question.section in {"candidate", "close"}:
            return self._serve(answer)
        follow_up = self._follow_up(answer)
        if follow_up is None:
            reply = self._move_on(self._one(self._manner.thanks))
        else:
            thread.followed_up.add(follow_up.aim)
            thread.follow_up = follow_up.text
            reply = self._say(self._one(self._manner.go_on), follow_up.text)
        told = "" if self._language.foreign else thread.text
        return drafted(reply, to=question, told=told, follow_up=follow_up, brief=self._brief)

    def _follow_up(self, answer: Answer) -> FollowUp | None:
        warm_up = self._question.section == "warm-up"
        if warm_up or not self._agenda.has_time_to_follow_up(self._elapsed_ms):
            return None
        return next_follow_up(
            replace(self._thread.so_far(answer.spoken_ms), foreign=self._language.foreign),
            question=self._question,
            skills=self._brief.skills,
            followed_up=self._thread.followed_up,
            asked=self._memory.said,
            random=self._tongue.random,
            difficulty=self._brief.difficulty,
        )

    def _serve(self, answer: Answer) -> Reply:
        """Answer a question of the candidate, and invite one more."""
        foreign = self._language.foreign
        if not visitor.is_question(answer.text, foreign=foreign):
            return self._move_on(self._one(self._manner.thanks))
        if self._question.section == "close":
            return self._close(*visitor.reply_to(answer.text, 0, foreign=foreign))
        reply = visitor.reply_to(answer.text, self._thread.served, foreign=foreign)
        self._thread.served += 1
        fresh = [text for text in visitor.INVITATIONS if not self._memory.has(text)]
        if self._thread.served >= _MOST_SERVED or not fresh:
            return self._move_on(*reply)
        return self._say(*reply, self._one(fresh))

    def _clarify(self, intent: Intent) -> Reply:
        """Say the open question or follow-up again, every time in another way, then leave it."""
        self._thread.clarified += 1
        verbatim = f"I asked this: {phrases.inside(self._thread.follow_up or self._question.text)}"
        again = "" if self._thread.follow_up else short_form(self._question, self._memory)
        match self._thread.clarified, intent:
            case 1, Intent.MEANING if again:
                return self._say(f"{self._one(phrases.OTHER_WORDS)} {phrases.inside(again)}")
            case 1, Intent.REPEAT if again:
                return self._say(self._one(phrases.OF_COURSE), again)
            case ((1 | 2), Intent.REPEAT) if not self._memory.has(verbatim):
                return self._say(self._one(phrases.OF_COURSE), verbatim)
            case ((1 | 2), _):
                return self._say(self._one(phrases.WIDE))
            case 3, _:
                return self._say(self._one(phrases.HINTS))
            case _:
                return self._move_on(self._one(phrases.LET_US_MOVE_ON))

    def _lead_back(self, intent: Intent) -> Reply:
        """Return to the question once, whatever was said instead of an answer; then move on."""
        self._thread.strayed += 1
        if self._thread.strayed > 1 or self._question.section == "close":
            return self._move_on(self._one(phrases.LET_US_MOVE_ON))
        again = "" if self._thread.follow_up else short_form(self._question, self._memory)
        if intent is Intent.ASKS:
            return self._say(self._one(phrases.LATER), again)
        calm = self._one(phrases.CALM) if intent is Intent.HOSTILE else ""
        return self._say(calm, self._one(phrases.BACK_TO_IT), again)

    def _wordless(self, answer: Answer) -> Reply:
        spoken_ms, unheard = answer.spoken_ms or 0, self._language.unheard
        if self._thread.misheard and not unheard and spoken_ms >= _WORDLESS_ANSWER_MS:
            return self._move_on(self._one(phrases.LET_US_MOVE_ON))
        if self._thread.misheard or self._waiting or not spoken_ms:
            return self._say()
        self._thread.misheard = True
        return self._say(unheard or self._one(phrases.UNHEARD))

    def _move_on(self, *before: str) -> Reply:
        """Ask the next question there is time for, or close."""
        section = self._agenda.open.section if self._agenda.open else None
        hurried = self._agenda.advance(self._elapsed_ms)
        self._thread, self._waiting = Thread(), False
        if (question := self._agenda.open) is None:
            return self._close(*before)
        turn = ""
        if hurried and question.section in {"candidate", "close"}:
            turn = self._one(phrases.SHORT_OF_TIME)
        elif section and section != question.section:
            turn = self._one(phrases.TURNS.get(question.section, ("",)))
        return self._say(*before, turn, short_form(question, self._memory))

    def _close(self, *before: str) -> Reply:
        if self._ended:
            return Reply(sentences=(), hang_up=True)
        self._ended = True
        farewell = (self._named(self._manner.closing), phrases.GOODBYE)
        return Reply(sentences=tuple(filter(None, (*before, *farewell))), hang_up=True)

    def _say(self, *sentences: str) -> Reply:
        said = tuple(filter(None, sentences))
        self._memory.add(said)
        key = self._agenda.open.key if self._agenda.open else None
        number, of = self._brief.plan.place_of(key)
        return Reply(sentences=said, question=key, number=number, of=of)
