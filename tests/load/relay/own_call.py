"""A built-in interviewer alone in its process: `python -m tests.load.relay.own_call SCRIPT`.

See `tests.load.voice.spoken_turns`. Only the product is loaded here, so that only it is weighed.
"""

import asyncio
import contextlib
import time
from pathlib import Path

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.engines.interviewer import Conversation
from darasa_reflex.providers.interviewer.local.provider import PROVIDER
from darasa_reflex.providers.mind.scripted import Scripted
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from darasa_reflex.providers.tts.piper.provider import PiperSynthesizer
from tests.load.pipecat.fixed_wait import FixedWait
from tests.load.voice.briefs import a_brief
from tests.load.voice.spoken_turns import Script, hold, tell

_WORDS = {"assistant_message": "said", "user_message": "heard"}


class Shelf:
    """The two models of the script. See `ModelShelf`."""

    def __init__(self, script: Script) -> None:
        whisper, voice = Path(script.whisper), Path(script.voice).parent
        self._folders = {"whisper-tiny.en": whisper, "piper-joe": voice}

    def folder_of(self, key: str) -> Path | None:
        """See `ModelShelf.folder_of`."""
        return self._folders.get(key)


class OwnCall:
    """See `tests.load.voice.spoken_turns.Pipeline`."""

    def __init__(self, conversation: Conversation, *, told: bool) -> None:
        self._conversation = conversation
        self._told = told
        self._sounds: list[float] = []

    @property
    def saying(self) -> bool:
        """See `Pipeline.saying`."""
        return self._conversation.mouth.saying

    async def hear(self, pcm: bytes) -> None:
        """See `Pipeline.hear`."""
        await self._conversation.hear(pcm)

    def first_audio(self, since: float) -> float | None:
        """See `Pipeline.first_audio`."""
        return next((at for at in self._sounds if at > since), None)

    async def read(self) -> None:
        """Read the messages; what is said is told, for other pipelines to say the same."""
        async for message in self._conversation.messages():
            if message.type == "audio_output":
                self._sounds.append(time.monotonic())
            elif self._told and message.type in _WORDS:
                tell(_WORDS[message.type], text=message.message.content)


async def main() -> None:
    """Hold the calls of the script."""
    script = Script.given()
    shelf = Shelf(script)
    interviewer = PROVIDER.build(
        {},
        # Other work on the machine must not choose the model.
        stt=Cast.of(WhisperTranscriber(shelf, slow_encode_seconds=60)),
        tts=Cast.of(PiperSynthesizer(shelf)),
        mind=Cast.of(Scripted()),
    )
    interviewer.warm()
    # The same interview says the same in every call.
    brief = a_brief(chat_group_id="bench", patience_seconds=script.patience_seconds)
    async with contextlib.AsyncExitStack() as open_calls:
        calls, readers = [], []
        for number in range(script.calls):
            conversation = await open_calls.enter_async_context(interviewer.open(brief))
            if script.fixed_wait:
                conversation.ears.pace = FixedWait(conversation.ears.pace.patience_ms)
            calls.append(OwnCall(conversation, told=number == 0))
            readers.append(asyncio.create_task(calls[-1].read()))
        await hold(calls, script)
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
