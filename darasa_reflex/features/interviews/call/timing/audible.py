"""When the interviewer is heard: known from the browser, or reckoned from the audio sent."""

import base64
import struct
from dataclasses import dataclass

_HEADER_BYTES = 44
# Base64 characters that hold the 44 bytes of a WAV header.
_HEADER_CHARS = 60


def wav_milliseconds(data: str) -> int:
    """Return how long a base64 WAV file with a 44-byte header plays; 0 when it is none."""
    try:
        header = base64.b64decode(data[:_HEADER_CHARS])
        (bytes_per_second,) = struct.unpack_from("<I", header, 28)
    except (ValueError, struct.error):
        return 0
    if bytes_per_second == 0:
        return 0
    padding = data[-2:].count("=")
    return (len(data) * 3 // 4 - padding - _HEADER_BYTES) * 1000 // bytes_per_second


@dataclass(slots=True)
class Utterance:
    """One assistant message on its way to the candidate's ears; ms from the start of the call."""

    began_ms: int
    ended_ms: int
    reported: bool = False


class Audible:
    """Keeps when each assistant message was heard.

    Without reports of the browser, a chunk is taken to play when the one before it has ended.
    """

    def __init__(self) -> None:
        self.utterances: dict[str, Utterance] = {}
        self.until_ms = 0

    def begin(self, message_id: str, now_ms: int) -> int:
        """Note that a message was sent; return when it will begin to be heard."""
        began = max(now_ms, self.until_ms)
        self.utterances[message_id] = Utterance(began, began)
        return began

    def add(self, message_id: str, milliseconds: int, now_ms: int) -> None:
        """Note a piece of its audio."""
        self.until_ms = max(now_ms, self.until_ms) + milliseconds
        if (utterance := self.utterances.get(message_id)) and not utterance.reported:
            utterance.ended_ms = self.until_ms

    def report(self, message_id: str, event: str, now_ms: int) -> None:
        """Take what the browser says of its player."""
        utterance = self.utterances.get(message_id)
        if utterance is None:
            return
        if event == "began":
            self.until_ms += max(0, now_ms - utterance.began_ms)
            utterance.ended_ms += now_ms - utterance.began_ms
            utterance.began_ms = now_ms
        else:
            utterance.ended_ms, utterance.reported = now_ms, True

    def share(self, message_id: str, now_ms: int) -> float:
        """Return how much of a message has been heard by now, 0 to 1; 1 for one without sound."""
        utterance = self.utterances[message_id]
        length = utterance.ended_ms - utterance.began_ms
        if length <= 0 or now_ms >= utterance.ended_ms:
            return 1.0
        return max(0, now_ms - utterance.began_ms) / length

    def cut(self, now_ms: int) -> None:
        """Note that nothing is heard from now on."""
        self.until_ms = now_ms
        for utterance in self.utterances.values():
            utterance.ended_ms = max(utterance.began_ms, min(utterance.ended_ms, now_ms))


def words_until(text: str, share: float) -> str:
    """Return the whole words of a sentence that were heard when a share of its sound was, 0 to 1.

    Every character is taken to last as long. Source: 14 questions in espeak's voice: the end of a
    word is found within 0.13 s in the median, and within 0.29 s nine times in ten.
    """
    heard = text[: int(share * len(text))]
    whole = len(heard) == len(text) or text[len(heard)].isspace()
    return heard.rstrip() if whole else heard.rpartition(" ")[0].rstrip()
