"""What holds for every mind: the plan, the time, wishes, and what may follow on what.

No audio, no clock. What to say to an answer of substance a mind decides; see `port`.
"""

import copy
from collections.abc import Callable
from dataclasses import replace
from random import Random

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.mind.agenda import Agenda
from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.exchange import Answer, Considered, Live, Turn
from darasa_reflex.features.interviews.mind.heard import asked_back, visitor
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.heard.relevance import is_beside_the_point
from darasa_reflex.features.interviews.mind.heard.wishes import QUESTIONS, Intent
from darasa_reflex.features.interviews.mind.memory import (
    Memory,
    Thread,
    resumption,
    short_form,
)
from darasa_reflex.features.interviews.mind.port import Situation
from darasa_reflex.features.interviews.mind.scripted import scripted
from darasa_reflex.features.interviews.mind.words import phrases
from darasa_reflex.features.interviews.mind.words.answer_language import AnswerLanguage
from darasa_reflex.features.interviews.mind.words.introduction import introduction, name_of
from darasa_reflex.features.interviews.mind.words.manners import Tongue, manner_of
from darasa_reflex.features.interviews.questions.follow_up import MOST_FOLLOW_UPS
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion

__all__ = ["Answer", "Dialogue", "Turn"]

# Shorter speech without words is a cough, longer speech an answer the ears could not read.
_WORDLESS_ANSWER_MS = 3_000
_THEIRS = frozenset({"candidate", "close"})
_MOST_SERVED = 2
# With less time left nobody is invited to ask one more.
_ONE_MORE_MS = 45_000
_MOST_NUDGES = 2


class Dialogue:
    """One call. Every method changes what it remembers; call them in order."""

    def __init__(
        self, brief: Brief, *, seed: int, deaf: Callable[[], bool] = lambda: False
    ) -> None:
        self._brief = brief
        self._deaf = deaf
        self._tongue = Tongue(brief.user_name, Random(seed))  # noqa: S311 - variety, no secret
        self._one, self._named = self._tongue.one, self._tongue.named
        self._manner = manner_of(brief.tone)
        self._who = name_of(brief, seed)
        self._agenda = Agenda(brief.plan, brief.minutes)
        self._memory = Memory.of(brief.said)
        self._thread = Thread()
        self._elapsed_ms = brief.elapsed_ms
        self._waiting = self._ended = self._owes_question = False
        # Said before the reply to the answer that was taken last.
        self._before: tuple[str, ...] = ()

    def copied(self) -> "Dialogue":
        """Return another one that stands where this one does."""
        # The brief never changes, and is the greatest part of it.
        same = {id(self._brief): self._brief, id(self._brief.plan): self._brief.plan}
        return copy.deepcopy(self, same)

    @property
    def open_question(self) -> str | None:
        """Key of the planned question now open; None before the first and after the last."""
        return self._agenda.open.key if self._agenda.open and not self._ended else None

    @property
    def _language(self) -> AnswerLanguage:
        """What the candidate answers in; an ear may come while they do."""
        return AnswerLanguage(self._brief.language, self._deaf())

    def opening(self) -> Turn:
        """Return the greeting and the first question; after a lost call, a short welcome back."""
        if not self._brief.said:
            greeting = self._named(self._manner.greetings)
            # In one breath: whoever speaks over it has heard neither.
            first = f"{greeting} {introduction(self._brief, self._who)}"
            return self._move_on(first, self._language.note)
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

    def answer(self, answer: Answer) -> Turn:
        """Return what to say to an answer by the rules alone; no sentences while they think."""
        taken = self.take(answer)
        return taken if isinstance(taken, Turn) else self.follow(taken, by_rules(taken))

    def take(self, answer: Answer) -> Turn | Situation:
        """Return what to say to an answer, or what a mind is to be asked about it.

        Whoever is handed a situation gives it back to `follow`, with what the mind said. Until then
        the answer is not taken: the candidate may go on with it.
        """
        self._elapsed_ms = max(self._elapsed_ms, answer.elapsed_ms)
        self._owes_question, self._before = False, ()
        if self._ended:
            return Turn(sentences=(), hang_up=True)
        if self._agenda.is_over(self._elapsed_ms):
            return self._close(self._one(self._manner.thanks), phrases.TIME_IS_UP)
        if self._agenda.open is None:
            return self._move_on("")
        return self._heard(answer) if answer.text.strip() else self._wordless(answer)

    def told_of_itself(self, text: str) -> tuple[str, ...]:
        """Return what is true of the interview, where a text ends with asking for it."""
        if self._language.foreign:
            return ()
        facts = asked_back.Facts(
            minutes=self._brief.minutes,
            left_ms=self._agenda.left_ms(self._elapsed_ms),
            questions=self._brief.plan.place_of(None)[1],
        )
        return asked_back.reply_to(text, facts)

    def follow(self, situation: Situation, reply: Considered) -> Turn:
        """Return what to say to an answer that a mind was asked about."""
        before, self._before = self._before, ()
        self._take_in(situation.heard)
        self._memory.add(before, self.open_question)
        return self._followed(situation, reply).after(before)

    def _followed(self, situation: Situation, reply: Considered) -> Turn:
        if not reply.go_on:
            return _with_rest(self._close(*reply.sentences), reply)
        if situation.theirs:
            return self._serve(reply)
        if then := self._brought_follow_up:
            self._thread.ask_on(then)
            taken = (text for text in reply.sentences if not text.endswith("?"))
            return _with_rest(self._say(*taken, then), reply)
        if not reply.stays or not situation.may_ask_on:
            return self._move_on(*reply.sentences)
        return self._asked_on(situation, reply)

    def _asked_on(self, situation: Situation, reply: Considered) -> Turn:
        asks = next((text for text in reply.sentences if text.endswith("?")), "")
        if asks:
            self._thread.ask_on(asks)
            return self._say(*reply.sentences)
        # Said when nothing better comes.
        again = by_rules(situation)
        if not again.stays:
            self._owes_question = True
            return _with_rest(self._say(*reply.sentences), reply)
        self._thread.ask_on(again.sentences[-1])
        return _with_rest(self._say(*reply.sentences, again.sentences[-1]), reply, instead=1)

    def instead(self) -> Turn | None:
        """Return what follows when a mind has not brought the question it was to ask.

        None: it has, or was to ask none.
        """
        return self._move_on() if self._owes_question and not self._ended else None

    def wish(self, intent: Intent, elapsed_ms: int) -> Turn:
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
        if text.endswith("?") and self._owes_question:
            self._owes_question = False
            self._memory.add((text,), self.open_question)
            self._thread.ask_on(text)
        elif text.endswith("?"):
            self._memory.replace(self._thread.follow_up, text)
            self._thread.follow_up = text
        else:
            self._memory.add((text,), self.open_question)

    def nudge(self) -> Turn:
        """Return a word for a long silence, about 20 s. Never moves on by itself."""
        self._thread.nudges += 1
        if self._ended or self._waiting or self._thread.nudges > _MOST_NUDGES:
            return self._say()
        first = self._thread.nudges == 1
        return self._say(self._one(self._manner.nudges if first else self._language.offers))

    def time_is_up(self) -> Turn:
        """Return the last words when the time is over."""
        return self._close(phrases.TIME_IS_UP)

    @property
    def _question(self) -> PlannedQuestion:
        """The open question. There is one whenever an answer is taken."""
        if self._agenda.open is None:
            raise LookupError("no question is open")
        return self._agenda.open

    def _heard(self, answer: Answer) -> Turn | Situation:
        self._waiting = False
        theirs = self._question.section in _THEIRS
        told = () if theirs else self.told_of_itself(answer.text)
        if told and asked_back.only_asks(answer.text):
            return self._inform(answer.text, told)
        self._before = told
        if intent := self._intent(answer.text, theirs=theirs):
            self._memory.hear(answer.text, self.open_question)
            return self._wish(intent, answer.text)
        return self._substance(answer)

    def _intent(self, text: str, *, theirs: bool) -> Intent | None:
        """Return what the candidate wants instead of answering; None when this is an answer."""
        intent = intent_of(text, foreign=self._language.foreign)
        if theirs:
            return None if intent in QUESTIONS else intent
        if intent is None and self._strays(text):
            return Intent.ASIDE
        return Intent.ASKS if intent is None and self._only_asks(text) else intent

    def _strays(self, text: str) -> bool:
        """Whether a text is no answer. To a follow-up it is one, whatever it is about."""
        if self._language.foreign or self._thread.follow_up:
            return False
        return is_beside_the_point(text, self._question)

    def _only_asks(self, text: str) -> bool:
        """Whether a text is no answer to the warm-up: anything else it may be, a question too."""
        warm_up = self._question.section == "warm-up" and not self._language.foreign
        return warm_up and asked_back.only_asks(text)

    def _inform(self, text: str, told: tuple[str, ...]) -> Turn:
        """Say what is true of the interview, and return to the question."""
        self._memory.hear(text, self.open_question)
        self._thread.strayed += 1
        if self._thread.strayed > _MOST_SERVED:
            return self._move_on(*told)
        again = self._thread.follow_up or short_form(self._question, self._memory)
        return self._say(*told, phrases.back_to(again) or self._one(phrases.READY))

    def _wish(self, intent: Intent, text: str = "") -> Turn:
        """Do what the candidate wants instead of answering, in these words if they said it."""
        if intent is Intent.END:
            return self._close("" if self._question.section in _THEIRS else phrases.STOPPING)
        if intent in {Intent.REPEAT, Intent.MEANING}:
            return self._clarify(intent)
        if intent in {Intent.HOSTILE, Intent.ASIDE, Intent.ASKS}:
            return self._lead_back(intent, text)
        if taken := self._manner.letting_go(intent):
            return self._move_on(self._one(taken))
        if intent is Intent.GREETING:
            heard = phrases.WELL if "how are you" in text.lower() else phrases.HEARING_YOU
            again = short_form(self._question, self._memory)
            return self._say(heard, again or self._one(phrases.READY))
        self._waiting = intent is Intent.WAIT
        return self._say(self._one(phrases.WAITING if self._waiting else phrases.READY))

    def _substance(self, answer: Answer) -> Turn | Situation:
        thread, question, foreign = self._thread, self._question, self._language.foreign
        theirs = question.section in _THEIRS
        if theirs and not visitor.is_question(answer.text, foreign=foreign):
            self._take_in(answer.text)
            # The goodbye thanks them anyway.
            closing = question.section == "close"
            return self._move_on("" if closing else self._one(self._manner.thanks))
        if question.section == "warm-up" and asked_back.returns_courtesy(answer.text):
            self._before = (phrases.WELL_TOO,)
        certain = self.told_of_itself(answer.text)
        certain = certain or visitor.certain_reply(answer.text, foreign=foreign)
        if theirs and visitor.asks_who(answer.text):
            certain = (phrases.WHO_I_AM.format(who=self._who),)
        if theirs and certain:
            self._take_in(answer.text)
            return self._serve(Considered(sentences=certain, stays=True))
        return Situation(
            heard=answer.text,
            told=(*thread.told, answer.text),
            spoken_ms=answer.spoken_ms,
            question=question,
            follow_up=thread.follow_up,
            aims=frozenset(thread.followed_up),
            upcoming=self._agenda.upcoming(self._elapsed_ms),
            may_ask_on=self._may_ask_on and not (theirs or self._brought_follow_up),
            theirs=theirs,
            said=tuple(self._memory.turns),
            left_ms=self._agenda.left_ms(self._elapsed_ms),
            brief=self._brief,
            one=self._one,
            random=self._tongue.random,
        )

    @property
    def _brought_follow_up(self) -> str:
        """What follows on the open question whatever was answered; empty once it was asked."""
        then = self._question.follow_up
        fresh = not self._thread.asked_on and not self._memory.has(then)
        return then if then and fresh and self._may_ask_on else ""

    @property
    def _may_ask_on(self) -> bool:
        if self._question.section == "warm-up":
            return False
        most = MOST_FOLLOW_UPS[self._brief.difficulty]
        return self._thread.asked_on < most and self._agenda.has_time_to_follow_up(self._elapsed_ms)

    def _take_in(self, text: str) -> None:
        self._thread.take(text)
        self._memory.hear(text, self.open_question)

    def _serve(self, reply: Considered) -> Turn:
        """Answer a question of the candidate, and invite one more."""
        if self._question.section == "close":
            return _with_rest(self._close(*reply.sentences), reply)
        self._thread.served += 1
        hurried = self._agenda.left_ms(self._elapsed_ms) < _ONE_MORE_MS
        fresh = [] if hurried else self._memory.fresh(visitor.INVITATIONS)
        if self._thread.served >= _MOST_SERVED or not fresh:
            return _with_rest(self._move_on(*reply.sentences), reply)
        return _with_rest(self._say(*reply.sentences, self._one(fresh)), reply)

    def _clarify(self, intent: Intent) -> Turn:
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

    def _lead_back(self, intent: Intent, text: str) -> Turn:
        """Return to the question once, whatever was said instead of an answer; then move on."""
        self._thread.strayed += 1
        if self._thread.strayed > 1 or self._question.section == "close":
            return self._move_on(self._one(phrases.LET_US_MOVE_ON))
        again = "" if self._thread.follow_up else short_form(self._question, self._memory)
        if visitor.asks_who(text):
            return self._say(phrases.WHO_I_AM.format(who=self._who), phrases.back_to(again))
        if intent is Intent.ASKS:
            return self._say(self._one(phrases.LATER), phrases.back_to(again))
        calm = self._one(phrases.CALM) if intent is Intent.HOSTILE else ""
        return self._say(calm, self._one(phrases.BACK_TO_IT), again)

    def _wordless(self, answer: Answer) -> Turn:
        spoken_ms, unheard = answer.spoken_ms or 0, self._language.unheard
        if self._thread.misheard and not unheard and spoken_ms >= _WORDLESS_ANSWER_MS:
            return self._move_on(self._one(phrases.LET_US_MOVE_ON))
        if self._thread.misheard or self._waiting or not spoken_ms:
            return self._say()
        self._thread.misheard = True
        return self._say(unheard or self._one(phrases.UNHEARD))

    def _move_on(self, *before: str) -> Turn:
        """Ask the next question there is time for, or close."""
        section = self._agenda.open.section if self._agenda.open else None
        hurried = self._agenda.advance(self._elapsed_ms)
        self._thread, self._waiting, self._owes_question = Thread(), False, False
        if (question := self._agenda.open) is None:
            return self._close(*before)
        turn = ""
        if hurried and question.section in _THEIRS:
            turn = self._one(phrases.SHORT_OF_TIME)
        elif section and section != question.section:
            turn = self._one(phrases.TURNS.get(question.section, ("",)))
        return self._say(*before, turn, short_form(question, self._memory))

    def _close(self, *before: str) -> Turn:
        if self._ended:
            return Turn(sentences=(), hang_up=True)
        self._ended = True
        farewell = (self._named(self._manner.closing), phrases.GOODBYE)
        return Turn(sentences=tuple(filter(None, (*before, *farewell))), hang_up=True)

    def _say(self, *sentences: str) -> Turn:
        said = tuple(filter(None, sentences))
        key = self._agenda.open.key if self._agenda.open else None
        self._memory.add(said, key)
        number, of = self._brief.plan.place_of(key)
        return Turn(sentences=said, question=key, number=number, of=of)


def by_rules(situation: Situation) -> Considered:
    """Return what the rules say to an answer."""
    reply = scripted(situation)
    return Considered(
        sentences=tuple(sentences_in(str(reply.text))),
        stays=reply.question == situation.question.key,
        go_on=reply.go_on,
    )


def _with_rest(turn: Turn, reply: Considered, *, instead: int = 0) -> Turn:
    """Return a turn among whose sentences the rest of a reply may come."""
    if reply.rest is None:
        return turn
    live = Live(rest=reply.rest, at=len(reply.sentences), instead=instead)
    return replace(turn, live=live)
