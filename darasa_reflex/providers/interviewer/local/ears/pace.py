"""How long a silence must last before an answer counts as finished: by its words and the speaker.

A sentence that is not finished is waited for longer, a finished one shorter, both within the
candidate's patience; and whoever pauses long within answers is given that time.
"""

import re
from bisect import insort
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from itertools import pairwise

from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.mind.heard.intents import intent_of, plainly
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.providers.interviewer.local.ears.sentences.completeness import (
    Ending,
    ending_of,
    must_go_on,
)
from darasa_reflex.providers.interviewer.local.ears.sentences.expectation import expected_by

# After these nothing follows, whether they are all that was said or end an answer.
_DONE = frozenset({Intent.REPEAT, Intent.SKIP, Intent.DONE, Intent.END, Intent.READY})
_IS_DONE = re.compile(
    r"\b(?:that(?:'s| is| was) (?:it|all|about it|my answer)(?: really| from me)?"
    r"|(?:does|did) that answer (?:your|the) question)$"
)
_ENDS = (".", "!", "?")
# Under this many words a sentence is rarely a whole answer.
_FEW_WORDS = 8
# Of the patience: after a wish, after a finished sentence, when nobody can tell, after what is
# rarely all, and within a sentence. Source: `python -m tests.load.voice.endpointing_rows`, 20
# answers with pauses of 0.5 to 4 s: with a patience of 1.5 s one is cut off, where as long a
# silence cuts off 12.
_WISH, _FINISHED, _UNCLEAR, _MAY_GO_ON, _OPEN_ENDED = 0.6, 0.75, 1.2, 2.2, 4.0
# After what is short for its question, and after a short answer to a short one.
_BEGUN, _ANSWERED = 1.5, 0.9
_SHARES = {
    Ending.OPEN: _OPEN_ENDED,
    Ending.HALF: _MAY_GO_ON,
    Ending.BEGUN: _BEGUN,
    Ending.ANSWERED: _ANSWERED,
}
_LEAST_MS = 600
# Of the patience, after words that may be all, when the voice sounds finished as well. Source: the
# same bench. Of 12 pauses within a person's reading one or two sound as finished as its end. In a
# synthetic voice as many pauses do as ends, so that no threshold helps there. A small sample.
SOUNDS_OVER, _OVER = 0.9, 0.6
# Whoever asks for the greatest patience may think for 4 s anywhere, even after a whole sentence.
_PATIENT_MS, _PATIENT_WAIT_MS = 3_000, 4_300
# The longest wait beyond the patience, in ms: an interviewer who waits for ever seems gone.
_MOST_EXTRA_MS = 3_500
# Of the speaker's own pauses: above nine in ten of them, and a little more.
_QUANTILE, _MARGIN = 0.9, 1.25
# More than the patience saved one answer of 20, and let all others wait half as long again.
_MOST_LEARNED = 1.0
_LEAST_PAUSES = 3
# Whoever was cut off is given their pause and a little more, up to half the patience each time.
_EACH_TIME, _MOST_HURRIED = 0.5, 2


@dataclass(slots=True)
class Pace:
    """Learns how one speaker pauses.

    Attributes:
        patience_ms: As the candidate chose it.
        language: What they answer in, as in ISO 639-1; of others than English little is read.
        question: Gives what they are answering; empty when nothing was asked.
    """

    patience_ms: int
    language: str = ENGLISH
    question: Callable[[], str] = str
    _pauses_ms: list[int] = field(default_factory=list[int])
    # Times an answer was taken to be over too soon, and what is waited since.
    _hurried: int = 0
    _least_ms: float = 0.0
    # What was read last, of which more than one thing is asked, and its share.
    _read: tuple[str, str, float] = ("", "", _UNCLEAR)

    def learn(
        self, segments: tuple[tuple[int, int], ...], told: Container[int] = frozenset()
    ) -> None:
        """Take the pauses between the stretches of a finished answer. Times in ms.

        Args:
            segments: Begin and end of each stretch.
            told: Ends of those after which the words told that more comes: they will tell again,
                and nobody needs to wait as long after a whole sentence.
        """
        for (_, end), (begin, _) in pairwise(segments):
            if end not in told:
                insort(self._pauses_ms, begin - end)

    def ended_too_soon(self, pause_ms: int) -> None:
        """Be more patient for the rest of the call: they went on after a pause of that length."""
        self._hurried = min(self._hurried + 1, _MOST_HURRIED)
        most = self.patience_ms * (1 + _EACH_TIME * self._hurried)
        self._least_ms = max(self._least_ms, min(pause_ms * _MARGIN, most))

    def expects_more(self, text: str) -> bool:
        """Whether the words tell that more comes."""
        return self._share(text) >= _BEGUN

    def wait_ms(self, text: str | None, over: float | None = None) -> int:
        """Return how long to wait after what was said so far.

        Args:
            text: The answer up to the silence; empty when no words were understood; None when
                its words cannot be trusted.
            over: How likely the speaker sounds finished, 0 to 1. It can only make a wait shorter,
                and only one that `can_be_shorter`.
        """
        wait = self._wait_for(text)
        if over is None or over < SOUNDS_OVER or not self.can_be_shorter(text):
            return wait
        return min(
            wait, round(max(self.patience_ms * _OVER, self._usual_ms, self._least_ms, _LEAST_MS))
        )

    def can_be_shorter(self, text: str | None) -> bool:
        """Whether the sound counts after these words: they may be all, and patience allows it."""
        if not text or self._floor_ms:
            return False
        return _WISH < self._share(text) < _OPEN_ENDED

    def _wait_for(self, text: str | None) -> int:
        share = 1.0 if text is None else self._share(text)
        wait = max(self.patience_ms * share, _LEAST_MS)
        if share > _WISH:
            wait = max(wait, self._usual_ms, self._floor_ms, self._least_ms)
        return round(min(wait, self.longest_ms))

    def _share(self, text: str) -> float:
        question = self.question()
        if (question, text) != self._read[:2]:
            share = _share_of(text, question, self.language)
            self._read = (question, text, share)
        return self._read[2]

    @property
    def longest_ms(self) -> int:
        """The wait while words are still being read: without them nothing can be replied."""
        return self.patience_ms + _MOST_EXTRA_MS

    @property
    def _floor_ms(self) -> int:
        return _PATIENT_WAIT_MS if self.patience_ms >= _PATIENT_MS else 0

    @property
    def _usual_ms(self) -> float:
        """What this speaker needs; 0 while that is not known."""
        if len(self._pauses_ms) < _LEAST_PAUSES:
            return 0.0
        place = int(_QUANTILE * (len(self._pauses_ms) - 1))
        return min(self._pauses_ms[place] * _MARGIN, _MOST_LEARNED * self.patience_ms)


def _share_of(text: str, question: str, language: str) -> float:
    """Return how much of the patience a silence must last after these words."""
    words = text.split()
    if not words:
        return _UNCLEAR
    intent = intent_of(text, language=language)
    if intent in _DONE or _IS_DONE.search(plainly(text)):
        return _WISH
    if intent is Intent.WAIT or must_go_on(text, language):
        return _OPEN_ENDED
    ending = ending_of(text, expected_by(question)) if language == ENGLISH else Ending.WHOLE
    is_sentence = text.endswith(_ENDS) and len(words) >= _FEW_WORDS
    return _SHARES.get(ending, _FINISHED if is_sentence else _UNCLEAR)
