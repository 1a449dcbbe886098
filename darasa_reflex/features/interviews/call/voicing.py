"""The interviewer's turns of a call: kept when they are sent, timed when they are heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.timing.audible import Audible, wav_milliseconds
from darasa_reflex.features.interviews.call.writing.record import Record
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup


@dataclass(slots=True)
class Voicing:
    """Follows the interviewer's messages from the socket to the candidate's ears.

    All times are ms from the start of the call.

    Attributes:
        newest: The turn that was kept last; None before the first.
    """

    record: Record
    newest: UUID | None = None
    _played: Lineup | None = None
    _audible: Audible = field(default_factory=Audible)
    _unheard: dict[str, UUID] = field(default_factory=dict[str, UUID])

    @property
    def until_ms(self) -> int:
        """When what was sent so far has been heard."""
        return self._audible.until_ms

    async def begin(self, message: evi.AssistantMessage, now_ms: int) -> None:
        """Keep a message that is about to be sent."""
        message_id = message.id or ""
        began_ms = self._audible.begin(message_id, now_ms)
        before, self._played = self._played, self.record.lineup()
        changed = None if self._played == before else self._played
        self.newest = await self.record.keep_interviewer(message, began_ms, changed)
        self._unheard[message_id] = self.newest

    def add(self, output: evi.AudioOutput, now_ms: int) -> None:
        """Note a piece of audio that is about to be sent."""
        self._audible.add(output.id, wav_milliseconds(output.data), now_ms)

    def report(self, playback: evi.Playback, now_ms: int) -> None:
        """Take what the browser says of its player."""
        self._audible.report(playback.id, playback.event, now_ms)

    async def cut(self, now_ms: int, heard: Mapping[str, str]) -> None:
        """Note that nothing is heard from now on.

        Args:
            now_ms: Now.
            heard: By message id, the words that were heard of messages that are cut.
        """
        self._audible.cut(now_ms)
        self.tell(now_ms)
        left = {self._unheard[key]: words for key, words in heard.items() if key in self._unheard}
        await self.record.keep_cut(left)
        self._unheard = {key: turn for key, turn in self._unheard.items() if left.get(turn) != ""}
        self.newest = next(reversed(self._unheard.values()), self.newest)

    def tell(self, now_ms: int) -> None:
        """Tell the record when the turns of late were heard."""
        known = {
            turn_id: self._audible.utterances[message_id]
            for message_id, turn_id in self._unheard.items()
        }
        self.record.note_times(known)
        for message_id, turn_id in list(self._unheard.items()):
            if known[turn_id].ended_ms < now_ms:
                del self._unheard[message_id]
