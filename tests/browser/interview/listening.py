"""What a page gets over the voice socket, and what its loudspeaker and microphone really carry."""

import base64
import json
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from playwright.sync_api import Browser, Page

from darasa_reflex.features.interviews.call.timing.audible import wav_milliseconds, words_until
from tests.browser.voice_room.app.room import TAP

# As 16-bit samples in base64: numbers in JSON take minutes to arrive.
_SAMPLES = """(name) => {
  const { samples } = tap.sound(tap[name]);
  const bytes = new Uint8Array(Int16Array.from(samples, (x) => 32767 * x).buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}"""


@dataclass
class Ear:
    """Listens in on one page. Times are seconds of the page's audio clock.

    Attributes:
        received: Messages of the server, in order.
    """

    page: Page
    received: list[dict] = field(default_factory=list)

    @classmethod
    def on(cls, browser: Browser) -> "Ear":
        """Open a page that is listened to; its policy, which allows no recorder, is bypassed."""
        context = browser.new_context(
            permissions=["microphone"], bypass_csp=True, reduced_motion="reduce"
        )
        context.add_init_script(path=TAP)
        ear = cls(context.new_page())
        ear.page.on("websocket", ear._follow)
        return ear

    def of(self, kind: str) -> list[dict]:
        return [message for message in self.received if message["type"] == kind]

    @property
    def sentences(self) -> list[tuple[str, float]]:
        """What the interviewer wanted to say so far: words, and seconds of sound."""
        lengths: dict[str, float] = {}
        for piece in self.of("audio_output"):
            before = lengths.get(piece["id"], 0.0)
            lengths[piece["id"]] = before + wav_milliseconds(piece["data"]) / 1000
        said = [(m["message"]["content"], m["id"]) for m in self.of("assistant_message")]
        return [(text, lengths.get(key, 0.0)) for text, key in said]

    def words_within(self, seconds: float) -> str:
        """Return the words that sound in the first seconds of the interviewer's voice."""
        words = []
        for text, length in self.sentences:
            words.append(words_until(text, min(max(seconds, 0) / length, 1)))
            seconds -= length
        return " ".join(filter(None, words))

    @cached_property
    def rate(self) -> int:
        return self.page.evaluate("tap.contexts.at(-1).sampleRate")

    @property
    def interrupted_at(self) -> list[float]:
        return self.page.evaluate("tap.interruptedAt")

    def played(self) -> np.ndarray:
        """Every sample of the loudspeaker since the audio clock began, 1 at most."""
        return self._samples("blocks")

    def spoken(self) -> np.ndarray:
        """The same of the microphone."""
        return self._samples("spoken")

    def _samples(self, name: str) -> np.ndarray:
        data = base64.b64decode(self.page.evaluate(_SAMPLES, name))
        return np.frombuffer(data, "<i2") / 32_768

    def _follow(self, socket) -> None:
        if "/v0/evi/chat" in socket.url:
            socket.on("framereceived", self._note)

    def _note(self, frame: str | bytes) -> None:
        if isinstance(frame, str):
            self.received.append(json.loads(frame))
