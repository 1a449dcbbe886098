"""How long a silence must last before an answer counts as finished: by its words and the speaker.

A sentence that is not finished is waited for longer, a finished one shorter, both within the
candidate's patience; and whoever pauses long within answers is given that time.
"""

import re
from bisect import insort
from dataclasses import dataclass, field
from itertools import pairwise

from darasa_reflex.features.interviews.mind.heard.intents import intent_of, plainly
from darasa_reflex.features.interviews.mind.heard.wishes import Intent

# Words that no sentence ends with, and sounds of thinking; Whisper puts a full stop after them all
# the same. English only.
_OPEN_WORDS = (
    "a an the and or but so because although though while when where which who whose than as if "
    "unless until of at from into between without my our your their every the i we they he she "
    "um uh uhm er erm hmm mm also basically like"
)
# Words that few sentences end with: a full stop tells.
_OPEN_WITHOUT_STOP_WORDS = (
    "it you this that these those some any each is are was were be been am will would could should "
    "can may might must do does did have has had to in on by for with about over under through "
    "since his her its very really then well not just even maybe"
)
_OPEN = frozenset(_OPEN_WORDS.split())
_OPEN_WITHOUT_STOP = frozenset(_OPEN_WITHOUT_STOP_WORDS.split())
_THINKS = (",", "-", "\N{EN DASH}", "\N{EM DASH}", "…", "...", ":")
_ENDS = (".", "!", "?")
# Under this many words a sentence is rarely a whole answer.
_FEW_WORDS = 8
# After these nothing follows, whether they are all that was said or end an answer.
_DONE = frozenset({Intent.REPEAT, Intent.SKIP, Intent.DONE, Intent.END, Intent.READY})
_IS_DONE = re.compile(
    r"\b(?:that(?:'s| is| was) (?:it|all|about it|my answer)(?: really| from me)?"
    r"|(?:does|did) that answer (?:your|the) question)$"
)
# Of the patience: after a wish, after a finished sentence, when nobody can tell, and within a
# sentence. Source: `python -m tests.load.voice.endpointing_rows`, 20 answers with pauses of 0.5 to
# 4 s: with a patience of 1.5 s 8 are cut off, where as long a silence (1.2 s) cuts off 12.
_WISH, _FINISHED, _UNCLEAR, _OPEN_ENDED = 0.6, 0.75, 1.2, 4.0
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


@dataclass(slots=True)
class Pace:
    """Learns how one speaker pauses.

    Attributes:
        patience_ms: As the candidate chose it.
    """

    patience_ms: int
    _pauses_ms: list[int] = field(default_factory=list[int])

    def learn(self, segments: tuple[tuple[int, int], ...]) -> None:
        """Take the pauses between the stretches of a finished answer. Times in ms."""
        for (_, end), (begin, _) in pairwise(segments):
            insort(self._pauses_ms, begin - end)

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
        return min(wait, round(max(self.patience_ms * _OVER, self._usual_ms, _LEAST_MS)))

    def can_be_shorter(self, text: str | None) -> bool:
        """Whether the sound counts after these words: they may be all, and patience allows it."""
        return bool(text) and _WISH < _share(text) < _OPEN_ENDED and not self._floor_ms

    def _wait_for(self, text: str | None) -> int:
        share = 1.0 if text is None else _share(text)
        wait = max(self.patience_ms * share, _LEAST_MS)
        if share > _WISH:
            wait = max(wait, self._usual_ms, self._floor_ms)
        return round(min(wait, self.longest_ms))

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


def _share(text: str) -> float:
    words = text.split()
    if not words:
        return _UNCLEAR
    intent = intent_of(text)
    if intent in _DONE or _IS_DONE.search(plainly(text)):
        return _WISH
    last = words[-1].casefold()
    if last.endswith(_THINKS) or last.strip(".,!?") in _OPEN or last in _OPEN_WITHOUT_STOP:
        return _OPEN_ENDED
    if intent is Intent.WAIT:
        return _OPEN_ENDED
    if last.endswith(_ENDS) and len(words) >= _FEW_WORDS:
        return _FINISHED
    return _UNCLEAR
