"""What candidates want instead of answering, and the way back to the question."""

from darasa_reflex.features.interviews.mind.heard import visitor
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.interviews.mind.state.course import THEIRS, Course
from darasa_reflex.features.interviews.mind.state.exchange import Answer, Turn
from darasa_reflex.features.interviews.mind.state.memory import short_form
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

# Shorter speech without words is a cough, longer speech an answer the ears could not read.
_WORDLESS_ANSWER_MS = 3_000
# So often the question is asked again for who asks something back.
_MOST_INFORMED = 2


class Detours(Course):
    """Does what is wished, within limits: in the end the interview moves on."""

    def _wish(self, intent: Intent, text: str = "") -> Turn:
        """Do what the candidate wants instead of answering, in these words if they said it."""
        if intent is Intent.END:
            return self._close("" if self._question.section in THEIRS else self._wording.stopping)
        if intent in {Intent.REPEAT, Intent.MEANING}:
            return self._clarify(intent)
        if intent in {Intent.HOSTILE, Intent.ASIDE, Intent.ASKS}:
            return self._lead_back(intent, text)
        if taken := self._manner.letting_go(intent):
            return self._move_on(self._one(taken))
        if intent is Intent.GREETING:
            polite = visitor.asks_how_we_are(text, self._brief.language)
            heard = self._wording.well if polite else self._wording.hearing_you
            again = short_form(self._question, self._memory)
            return self._back(heard, again=again)
        self._waiting = intent is Intent.WAIT
        granted = self._one(self._wording.of_course) if intent is Intent.PERMISSION else ""
        then = self._wording.waiting if self._waiting else self._wording.ready
        return self._aside(granted, self._one(then))

    def _inform(self, text: str, told: tuple[str, ...]) -> Turn:
        """Say what is true of the interview, and return to the question."""
        self._memory.hear(text, self.open_question)
        self._thread.strayed += 1
        if self._thread.strayed > _MOST_INFORMED:
            return self._move_on(*told)
        again = self._thread.follow_up or short_form(self._question, self._memory)
        return self._back(*told, again=self._back_to(again))

    def _back(self, *before: str, again: str) -> Turn:
        """Say something, and the question again, or that it is the candidate's turn."""
        if again:
            return self._say(*before, again)
        return self._aside(*before, self._one(self._wording.ready))

    def _let_go_on(self, text: str) -> Turn:
        """Let them finish a sentence. Its words are kept: they are the beginning of an answer."""
        self._thread.broke_off = True
        self._take_in(text)
        return self._aside(self._one(self._wording.ready))

    def _clarify(self, intent: Intent) -> Turn:
        """Say the open question or follow-up again, every time in another way, then leave it."""
        self._thread.clarified += 1
        verbatim = self._verbatim(self._thread.follow_up or self._question.text)
        again = "" if self._thread.follow_up else short_form(self._question, self._memory)
        match self._thread.clarified, intent:
            case 1, Intent.MEANING if again:
                return self._say(f"{self._one(self._wording.other_words)} {self._inside(again)}")
            case 1, Intent.REPEAT if again:
                return self._say(self._one(self._wording.of_course), again)
            case ((1 | 2), Intent.REPEAT) if not self._memory.has(verbatim):
                return self._say(self._one(self._wording.of_course), verbatim)
            case ((1 | 2), _):
                return self._aside(self._one(self._wording.wide))
            case 3, _:
                return self._aside(self._one(self._wording.hints))
            case _:
                return self._move_on(self._one(self._wording.let_us_move_on))

    def _lead_back(self, intent: Intent, text: str) -> Turn:
        """Return to the question, whatever was said instead of an answer; then move on."""
        self._thread.strayed += 1
        most = _MOST_INFORMED if intent is Intent.ASKS else 1
        if self._thread.strayed > most or self._question.section == "close":
            return self._move_on(self._one(self._wording.let_us_move_on))
        again = self._thread.follow_up or short_form(self._question, self._memory)
        if visitor.asks_who(text, self._brief.language):
            return self._returned(self._wording.who_i_am.format(who=self._who), again)
        if intent is Intent.ASKS:
            return self._returned(self._one(self._wording.later), again)
        if intent is Intent.ASIDE and self._thread.follow_up:
            return self._returned(self._one(self._wording.back_to_it), again)
        calm = self._one(self._wording.calm) if intent is Intent.HOSTILE else ""
        again = "" if self._thread.follow_up else again
        return self._say(calm, self._one(self._wording.back_to_it), again)

    def _returned(self, said: str, again: str) -> Turn:
        """Say something, and come back to the question, if there are words left for it."""
        if again and self._memory.has(again):
            # Word for word a question is asked once.
            again = self._verbatim(again)
            return self._aside(said) if self._memory.has(again) else self._say(said, again)
        return self._say(said, self._back_to(again)) if again else self._aside(said)

    def _wordless(self, answer: Answer) -> Turn:
        spoken_ms, unheard = answer.spoken_ms or 0, self._language.unheard
        if self._thread.misheard and not unheard and spoken_ms >= _WORDLESS_ANSWER_MS:
            return self._move_on(self._one(self._wording.let_us_move_on))
        if self._thread.misheard or self._waiting or not spoken_ms:
            return self._say()
        self._thread.misheard = True
        return self._say(unheard or self._one(self._wording.unheard))

    def _verbatim(self, question: str) -> str:
        """Return a question as it was asked, with a word that it was."""
        return self._wording.asked_this.format(self._inside(question))

    def _inside(self, sentence: str) -> str:
        """Return a sentence as it stands after a colon."""
        english = self._wording.code == ENGLISH
        return phrases.inside(sentence) if english else sentence

    def _back_to(self, question: str) -> str:
        """Return a question to come back to; empty when there is none."""
        if self._wording.code == ENGLISH:
            return phrases.back_to(question)
        asked = not question or question.endswith("?")
        return question if asked else self._wording.back_to.format(question)
