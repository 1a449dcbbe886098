"""What the interviewer says, on its way out: every text before its voice, a sentence ahead.

Gemini sends voice and transcript side by side, faster than they are heard, and neither tells where
in the other it stands. So a sentence leaves when its words are known and the one before it is
nearly over: what an interruption leaves unheard is not in the transcript. Words that come late are
waited for while the candidate still hears what was sent; then whatever is known leaves.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.timing.audible import Audible
from darasa_reflex.providers.interviewer.gemini_live.reply import Reply
from darasa_reflex.providers.interviewer.gemini_live.wav import length_of, milliseconds, wav

# A sentence leaves when so much of the one before it is left.
_AHEAD_MS = 1_500
# With less than this the candidate may soon hear a gap.
_STARVING_MS = 300
# How long the first words of a reply may make its voice wait, if some are known, or none.
_FEW_WORDS_MS = 700
_NO_WORDS_MS = 1_500
_UNKNOWN_WORDS = "\u2026"
_PIECE_MS = 200
# EVI's React client loses a text whose audio is shorter than 10 ms.
_LEAST_MS = 20
_LOOK_SECONDS = 0.05


@dataclass(slots=True)
class Mouth:
    """The mouth of one call.

    Attributes:
        send: Takes each message.
        locate: Tells where in the plan the newest of a reply's sentences stands.
        may_begin: Tells whether the first sentence of a reply may leave.
        on_silence: Called when all replies have left.
    """

    now_ms: Callable[[], int]
    send: Callable[[evi.ServerMessage], None]
    locate: Callable[[Reply], evi.Place]
    may_begin: Callable[[Reply], bool]
    on_silence: Callable[[], None]
    _replies: deque[Reply] = field(default_factory=deque[Reply])
    _audible: Audible = field(default_factory=Audible)
    _moved: asyncio.Event = field(default_factory=asyncio.Event)
    _id: str = ""
    _index: int = 0
    _is_open: bool = False

    @property
    def left_ms(self) -> int:
        """How long it will be heard; below 0 how long ago it ended."""
        return self._audible.until_ms - self.now_ms()

    @property
    def is_saying(self) -> bool:
        """Whether something is being heard or has begun to leave."""
        return self.left_ms > 0 or any(reply.said for reply in self._replies)

    @property
    def is_done(self) -> bool:
        """Whether nothing waits to leave."""
        return not self._replies

    @property
    def is_about_to_speak(self) -> bool:
        """Whether a reply has come and nothing of it has left."""
        return any(not reply.said for reply in self._replies)

    @property
    def unsaid(self) -> str:
        """The words that wait to leave."""
        return " ".join(reply.unsaid for reply in self._replies).strip()

    def begin(self, *, from_text: bool) -> Reply:
        """Return a new reply, to be filled; it is said after those before it."""
        reply = Reply(from_text, self.now_ms())
        self._replies.append(reply)
        return reply

    def wake(self) -> None:
        """Look at once whether something is due."""
        self._moved.set()

    def hush(self) -> None:
        """Send nothing more of what is being said, and take it as not heard from now on."""
        self._replies.clear()
        self._audible.cut(self.now_ms())
        self._is_open = False

    def close(self) -> None:
        """Tell that the reply is over, if that was not told: a line may have cut its end."""
        if self._is_open:
            self._is_open = False
            self.send(evi.AssistantEnd())

    def drop(self, reply: Reply) -> None:
        """Say nothing of a reply that has not begun to leave."""
        with contextlib.suppress(ValueError):
            self._replies.remove(reply)

    def report(self, playback: evi.Playback) -> None:
        """Take what the browser says of its player."""
        now_ms = self.now_ms()
        self._audible.report(playback.id, playback.event, now_ms)
        if playback.event == "ended" and playback.id == self._id:
            self._audible.until_ms = min(self._audible.until_ms, now_ms)

    async def run(self) -> None:
        """Send what is due, for as long as the call lives."""
        while True:
            while self._replies and self._advance(self._replies[0]):
                self._end(self._replies.popleft())
            self._moved.clear()
            # Time alone may make something due.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_SECONDS if self._replies else None):
                    await self._moved.wait()

    def _advance(self, reply: Reply) -> bool:
        """Send what is due of a reply; return whether it is over."""
        self._send_voice(reply)
        while (words := self._due(reply)) is not None:
            self._send_words(reply, words)
            self._send_voice(reply)
            if self._index == 0:  # words never stay without any voice
                self._send_piece(b"")
        return reply.complete and not reply.has_words and not reply.has_voice

    def _end(self, reply: Reply) -> None:
        if not reply.cut:
            self.close()
        if not self._replies:
            self.on_silence()

    def _due(self, reply: Reply) -> str | None:
        """Return the words that leave now, or None."""
        if not (reply.has_voice or reply.complete):
            return None
        if not reply.said and not self.may_begin(reply):
            return None
        if reply.has_sentence:
            return reply.take_sentence() if self.left_ms <= _AHEAD_MS else None
        return self._due_in_need(reply)

    def _due_in_need(self, reply: Reply) -> str | None:
        """Return words that are not a sentence, when waiting longer would be heard."""
        if not reply.has_voice or self.left_ms > _STARVING_MS:
            return None
        waited_ms = self.now_ms() - reply.began_ms
        if reply.has_words and (reply.said or waited_ms >= _FEW_WORDS_MS):
            return reply.leave(reply.take_partial())
        if not reply.said and (reply.complete or waited_ms >= _NO_WORDS_MS):
            return reply.leave(_UNKNOWN_WORDS)
        return None

    def _send_words(self, reply: Reply, words: str) -> None:
        self._id, self._index, self._is_open = str(uuid4()), 0, True
        self._audible.begin(self._id, self.now_ms())
        text = evi.Text(role="assistant", content=words)
        self.send(
            evi.AssistantMessage(
                id=self._id, message=text, from_text=reply.from_text, darasa=self.locate(reply)
            )
        )

    def _send_voice(self, reply: Reply) -> None:
        """Send the voice of the words that left last."""
        if not reply.said:
            return
        none_follow = not reply.has_words
        rest = none_follow and (reply.complete or self.left_ms <= _STARVING_MS)
        pcm = reply.take_voice(all_of_it=rest)
        size = length_of(_PIECE_MS)
        for at in range(0, len(pcm), size):
            self._send_piece(pcm[at : at + size])

    def _send_piece(self, pcm: bytes) -> None:
        if self._index == 0:
            pcm = pcm.ljust(length_of(_LEAST_MS), b"\0")
        self.send(evi.AudioOutput(id=self._id, index=self._index, data=wav(pcm)))
        self._index += 1
        self._audible.add(self._id, milliseconds(len(pcm)), self.now_ms())
