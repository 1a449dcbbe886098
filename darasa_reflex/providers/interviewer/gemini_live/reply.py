"""One reply of the model: its words and its voice come apart, and leave as sentences with sound."""

import re
from collections import deque
from dataclasses import dataclass, field

from darasa_reflex.providers.interviewer.gemini_live.wav import length_of, milliseconds

# 15 characters a second: calm English speech.
_MS_PER_CHARACTER = 65
# Shorter ones ("Mr.", "1.") are no sentences.
_LEAST_SENTENCE = 12
_END = re.compile(r"[.!?\u2026][\"')\]\u201d]*\s+(?=\S)")


@dataclass(slots=True)
class Reply:
    """What has come of a reply and has not left yet.

    Attributes:
        from_text: It says words that the program gave.
        began_ms: When the first of it came, ms from the start of the call.
        complete: Nothing more will come.
        cut: The line broke within it; another reply says the rest.
        said: The sentences that have left.
    """

    from_text: bool
    began_ms: int
    complete: bool = False
    cut: bool = False
    said: list[str] = field(default_factory=list[str])
    _sentences: deque[str] = field(default_factory=deque[str])
    _partial: str = ""
    _pcm: bytearray = field(default_factory=bytearray)
    _budget: int = 0

    def add(self, text: str, pcm: bytes) -> None:
        """Take more of it."""
        self._pcm += pcm
        self._partial += text
        while end := _END.search(self._partial, _LEAST_SENTENCE):
            self._sentences.append(self._partial[: end.end()].strip())
            self._partial = self._partial[end.end() :]

    def end(self) -> None:
        """Note that nothing more will come."""
        self.complete = True
        if rest := self.take_partial():
            self._sentences.append(rest)

    def break_off(self) -> None:
        """Note that the line broke: keep words that have a voice, and voice that has words."""
        self.end()
        self.cut = True
        if not self._pcm:
            self._sentences.clear()
        if not self._sentences and not self.said:
            self._pcm.clear()

    @property
    def text(self) -> str:
        """All its words, those that have not left too."""
        return " ".join([*self.said, *self._sentences, self._partial]).strip()

    @property
    def unsaid(self) -> str:
        """The words that have not left."""
        return " ".join([*self._sentences, self._partial]).strip()

    @property
    def has_sentence(self) -> bool:
        """Whether a whole sentence waits."""
        return bool(self._sentences)

    @property
    def has_words(self) -> bool:
        """Whether any words wait."""
        return bool(self._sentences or self._partial.strip())

    @property
    def has_voice(self) -> bool:
        """Whether any voice waits."""
        return len(self._pcm) > 1

    def take_sentence(self) -> str:
        """Return the next sentence, which leaves now."""
        return self._leaves(self._sentences.popleft())

    def take_partial(self) -> str:
        """Return what is known of a sentence that is not whole."""
        text, self._partial = self._partial.strip(), ""
        return text

    def leave(self, text: str) -> str:
        """Note that words leave now; return them."""
        return self._leaves(text)

    def take_voice(self, *, all_of_it: bool) -> bytes:
        """Return the voice of the sentence that left last, as far as it has come.

        Args:
            all_of_it: What waits belongs to that sentence, however long it is.
        """
        most = len(self._pcm) if all_of_it else min(self._budget, len(self._pcm))
        most -= most % 2
        pcm = bytes(self._pcm[:most])
        del self._pcm[:most]
        self._budget = max(0, self._budget - most)
        return pcm

    def _leaves(self, text: str) -> str:
        """Reckon how much voice belongs to a sentence: its share of the rest, or by its length."""
        self.said.append(text)
        self._budget += length_of(len(text) * _MS_PER_CHARACTER)
        if self.complete:
            rest = sum(map(len, self._sentences))
            share = milliseconds(len(self._pcm)) * len(text) / max(1, len(text) + rest)
            self._budget = length_of(share)
        return text
