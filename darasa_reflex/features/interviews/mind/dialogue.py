"""What holds for every mind: the plan, the time, wishes, and what may follow on what.

No audio, no clock. What to say to an answer of substance a mind decides; see `port`.
"""

from dataclasses import replace

from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.detours import Detours
from darasa_reflex.features.interviews.mind.heard import asked_back, relevance, visitor
from darasa_reflex.features.interviews.mind.heard.addressed import quotes_others, speaks_to_us
from darasa_reflex.features.interviews.mind.heard.broken_off import breaks_off
from darasa_reflex.features.interviews.mind.heard.intents import intent_of
from darasa_reflex.features.interviews.mind.heard.wishes import QUESTIONS, Intent
from darasa_reflex.features.interviews.mind.port import Situation
from darasa_reflex.features.interviews.mind.scripted import scripted
from darasa_reflex.features.interviews.mind.state.course import THEIRS
from darasa_reflex.features.interviews.mind.state.exchange import Answer, Considered, Live, Turn
from darasa_reflex.features.interviews.mind.state.memory import resumption, short_form
from darasa_reflex.features.interviews.mind.words.introduction import introduction
from darasa_reflex.features.interviews.questions.follow_up import MOST_FOLLOW_UPS
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

__all__ = ["Answer", "Dialogue", "Turn"]

_MOST_SERVED = 2
# With less time left nobody is invited to ask one more.
_ONE_MORE_MS = 45_000


class Dialogue(Detours):
    """One call. Every method changes what it remembers; call them in order."""

    def opening(self) -> Turn:
        """Return the greeting and the first question; after a lost call, a short welcome back."""
        if not self._brief.said:
            greeting = self._named(self._manner.greetings)
            # In one breath: whoever speaks over it has heard neither.
            first = f"{greeting} {introduction(self._brief, self._who)}"
            return self._move_on(first, self._language.note)
        earlier = resumption(self._brief.said, self._brief.plan, language=self._brief.language)
        welcome = self._named(self._wording.welcome_back)
        if earlier.closed or self._agenda.is_over(self._elapsed_ms):
            return self._close(welcome, "" if earlier.closed else self._wording.time_is_up)
        if earlier.index is None:
            return self._move_on(welcome)
        self._agenda.reach(earlier.index)
        theirs = self._question.section == "candidate" and earlier.thread.served < _MOST_SERVED
        if earlier.answered and not theirs:
            return self._move_on(welcome)
        self._thread = earlier.thread
        if again := short_form(self._question, self._memory):
            return self._say(welcome, again)
        return self._aside(welcome, self._one(self._wording.please_carry_on))

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
            return self._close(self._one(self._manner.thanks), self._wording.time_is_up)
        if self._agenda.open is None:
            return self._move_on("")
        return self._heard(answer) if answer.text.strip() else self._wordless(answer)

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
            return self._say(self._one(self._wording.of_course), again)
        return self._wish(intent)

    def _heard(self, answer: Answer) -> Turn | Situation:
        self._waiting = False
        theirs = self._question.section in THEIRS
        told = () if theirs else self.told_of_itself(answer.text)
        if told and asked_back.only_asks(answer.text, self._brief.language):
            return self._inform(answer.text, told)
        self._before = told
        asks = not theirs and self._asks_something(answer.text)
        if intent := self._intent(answer.text, theirs=theirs, asks=asks):
            self._memory.hear(answer.text, self.open_question)
            return self._wish(intent, answer.text)
        if not (theirs or self._thread.broke_off) and self._breaks_off(answer.text):
            return self._let_go_on(answer.text)
        if asks:
            return self._ask_what(answer.text)
        return self._substance(answer)

    def _intent(self, text: str, *, theirs: bool, asks: bool) -> Intent | None:
        """Return what the candidate wants instead of answering; None when this is an answer.

        What asks for something that no rule knows is never beside the point.
        """
        intent = intent_of(text, language=self._brief.language)
        if theirs:
            return None if intent in QUESTIONS else intent
        if intent is None and not asks and self._strays(text):
            # Whose father is in hospital is given time, once.
            waits = relevance.tells_of_trouble(text) and not self._thread.given_time
            self._thread.given_time |= waits
            return Intent.WAIT if waits else Intent.ASIDE
        if intent is Intent.MEANING and visitor.asks_of_the_job(text, self._brief.language):
            return Intent.ASKS  # "Is it paid well?" asks nothing about the question
        who = asks and visitor.asks_who(text, self._brief.language)
        return Intent.ASKS if intent is None and (who or self._only_asks(text)) else intent

    def _strays(self, text: str) -> bool:
        """Whether a text is no answer. To a follow-up nearly all is one, whatever it is about."""
        if self._language.foreign:
            return False
        question = self._question
        asked = (question.text, self._thread.text, self._thread.follow_up, self._brief.description)
        if relevance.tells_of_home(text, question, asked=" ".join(asked)):
            return True
        return not self._thread.follow_up and relevance.is_beside_the_point(text, question)

    def _breaks_off(self, text: str) -> bool:
        return self._brief.language == ENGLISH and breaks_off(text)

    def _only_asks(self, text: str) -> bool:
        """Whether a text is a question to the interviewer, and no answer.

        To the warm-up that is any question; later people also ask themselves: "What did I do then?"
        """
        if self._language.foreign:
            return False
        if visitor.is_unmarked_question(text) and not quotes_others(self._question.text):
            return True
        if not asked_back.only_asks(text):
            return False
        oneself = asked_back.asks_oneself(text) and not visitor.asks_of_the_job(text)
        return self._question.section == "warm-up" or not oneself

    def _asks_something(self, text: str) -> bool:
        """Whether a text seems to ask for what no rule knows: asked once at a question.

        Who is asked what people say may answer with just their words.
        """
        if self._before or self._thread.wish_asked:
            return False
        if self._question.section == "warm-up" or quotes_others(self._question.text):
            return False
        language = self._brief.language
        return speaks_to_us(text, language=language) and not visitor.asks_of_the_job(text, language)

    def _ask_what(self, text: str) -> Turn:
        """Ask what they would like. Their words are kept as an answer, since they may be one."""
        self._thread.wish_asked = True
        self._take_in(text)
        return self._aside(self._one(self._wording.not_followed))

    def _substance(self, answer: Answer) -> Turn | Situation:
        thread, question, language = self._thread, self._question, self._brief.language
        theirs = question.section in THEIRS
        if theirs and not visitor.is_question(answer.text, language):
            self._take_in(answer.text)
            # The goodbye thanks them anyway.
            closing = question.section == "close"
            return self._move_on("" if closing else self._one(self._manner.thanks))
        if question.section == "warm-up" and asked_back.returns_courtesy(answer.text, language):
            self._before = (self._wording.well_too,)
        if not theirs and visitor.asks_of_the_job(answer.text, language):
            self._before = (*self._before, *self._put_off())
        certain = visitor.certain_reply(answer.text, self._wording, language)
        if theirs and visitor.asks_who(answer.text, language):
            certain = (self._wording.who_i_am.format(who=self._who),)
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

    def _put_off(self) -> tuple[str, ...]:
        """Say that there is time for a question at the end: once, and then no more."""
        said = any(self._memory.has(text) for text in self._wording.later)
        return () if said else (self._one(self._wording.later),)

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

    def _serve(self, reply: Considered) -> Turn:
        """Answer a question of the candidate, and invite one more."""
        if self._question.section == "close":
            return _with_rest(self._close(*reply.sentences), reply)
        self._thread.served += 1
        hurried = self._agenda.left_ms(self._elapsed_ms) < _ONE_MORE_MS
        fresh = [] if hurried else self._memory.fresh(self._wording.invitations)
        if self._thread.served >= _MOST_SERVED or not fresh:
            return _with_rest(self._move_on(*reply.sentences), reply)
        return _with_rest(self._say(*reply.sentences, self._one(fresh)), reply)


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
