"""When the interview is over: the model said goodbye, or called the function that ends it."""

import re
from dataclasses import dataclass

# In the languages that are spoken: see `line.script`.
_GOODBYE = re.compile(
    r"(?<!say )(?<!saying )(?<!said )\bgood-?bye\b|\bauf wiedersehen\b|\bhasta la vista\b"
    r"|\bau revoir\b",
    re.IGNORECASE,
)
# The model may call the function before its goodbye, and then say nothing.
_LAST_WORDS_MS = 8_000


@dataclass(slots=True)
class Closing:
    """The end of one call. Times are ms from its start.

    Attributes:
        has_begun: Nothing is said but last words.
        is_said: The last words have come; nothing may follow them.
    """

    has_begun: bool = False
    is_said: bool = False
    _since_ms: int = 0

    def hear(self, sentence: str) -> None:
        """Look for a goodbye in what the interviewer says."""
        if "?" not in sentence and _GOODBYE.search(sentence):
            self.has_begun = self.is_said = True

    def call(self, now_ms: int, *, after_words: bool) -> None:
        """Note that the model called the function; `after_words` in the turn of its goodbye."""
        if not self.has_begun:
            self.has_begun, self._since_ms = True, now_ms
        self.is_said = self.is_said or after_words

    def end_turn(self, *, with_words: bool) -> None:
        """Note that a turn of the model is over."""
        self.is_said = self.is_said or (self.has_begun and with_words)

    def look(self, now_ms: int) -> None:
        """Wait no longer for last words than is decent."""
        if self.has_begun and now_ms - self._since_ms > _LAST_WORDS_MS:
            self.is_said = True
