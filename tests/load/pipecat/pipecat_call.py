"""A call of a Pipecat pipeline, alone in its process and in Pipecat's own environment.

`.venv-pipecat/bin/python -m tests.load.pipecat.pipecat_call SCRIPT`; see
`tests.load.voice.spoken_turns`. It is built as Pipecat's documentation builds one: transport, STT,
user aggregator with VAD and turn strategy, "LLM", TTS, transport, assistant aggregator. The
transport plays in real time and has no network; tracing, RTVI and logs of debugging are off, and
nothing is resampled.
"""

import asyncio
import sys
import time
from functools import partial
from itertools import chain, cycle
from pathlib import Path

from faster_whisper import WhisperModel
from loguru import logger
from pipecat.audio.vad.silero import SileroVADAnalyzer
from pipecat.audio.vad.vad_analyzer import VAD_STOP_SECS, VADParams
from pipecat.frames.frames import (
    BotStoppedSpeakingFrame,
    Frame,
    InputAudioRawFrame,
    InterruptionFrame,
    LLMContextFrame,
    LLMFullResponseEndFrame,
    LLMFullResponseStartFrame,
    LLMTextFrame,
    OutputAudioRawFrame,
    StartFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import (
    LLMContextAggregatorPair,
    LLMUserAggregatorParams,
)
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.services.piper.tts import PiperTTSService
from pipecat.services.whisper.stt import WhisperSTTService
from pipecat.transcriptions.language import Language
from pipecat.transports.base_input import BaseInputTransport
from pipecat.transports.base_output import BaseOutputTransport
from pipecat.transports.base_transport import TransportParams
from pipecat.turns.user_stop import SpeechTimeoutUserTurnStopStrategy
from pipecat.turns.user_turn_strategies import UserTurnStrategies
from pipecat.workers.runner import WorkerRunner

from tests.load.voice.spoken_turns import Script, hold

_HEARD_HZ = 16_000
# Of Piper's voice en_US-joe-medium.
_SPOKEN_HZ = 22_050
# Silero's own threshold, and no limit of loudness, as in our ears: by Pipecat's defaults (0.7 and
# 0.6) it may lose the candidate within a word, and then cuts the answer off.
_SAME_EAR = {"confidence": 0.5, "min_volume": 0.0}
_LONGEST_START_SECONDS = 60
_BYTES_PER_SECOND = 2 * _SPOKEN_HZ


class Ear(BaseInputTransport):
    """A microphone that is handed its sound."""

    async def start(self, frame: StartFrame) -> None:
        """See `BaseInputTransport.start`."""
        await super().start(frame)
        await self.set_transport_ready(frame)


class Loudspeaker(BaseOutputTransport):
    """Plays as fast as a real one, and notes when."""

    def __init__(self, params: TransportParams) -> None:
        super().__init__(params)
        self.sounds: list[float] = []
        self._free_at = 0.0

    async def start(self, frame: StartFrame) -> None:
        """See `BaseOutputTransport.start`."""
        await super().start(frame)
        await self.set_transport_ready(frame)

    async def write_audio_frame(self, frame: OutputAudioRawFrame) -> bool:
        """See `BaseOutputTransport.write_audio_frame`."""
        now = time.monotonic()
        self.sounds.append(now)
        self._free_at = max(self._free_at, now) + len(frame.audio) / _BYTES_PER_SECOND
        await asyncio.sleep(self._free_at - time.monotonic())
        return True


class GreedyWhisper(WhisperSTTService):
    """Whisper as the other pipeline reads: one thread, one beam, no second attempts."""

    def _load(self) -> None:
        model = WhisperModel(self._settings.model, device="cpu", compute_type="int8", cpu_threads=1)
        model.transcribe = partial(
            model.transcribe, beam_size=1, temperature=0.0, condition_on_previous_text=False
        )
        self._model = model


class Interviewer(FrameProcessor):
    """Says the next of its replies to whatever was said; it stands where an LLM would."""

    def __init__(self, replies: list[str]) -> None:
        super().__init__()
        self._replies = chain(replies, cycle(replies[-1:]))
        self.saying = False

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        """See `FrameProcessor.process_frame`."""
        await super().process_frame(frame, direction)
        if isinstance(frame, LLMContextFrame):
            await self.reply()
            return
        if isinstance(frame, BotStoppedSpeakingFrame | InterruptionFrame):
            self.saying = False
        await self.push_frame(frame, direction)

    async def reply(self) -> None:
        """Say the next reply."""
        self.saying = True
        await self.push_frame(LLMFullResponseStartFrame())
        await self.push_frame(LLMTextFrame(next(self._replies)))
        await self.push_frame(LLMFullResponseEndFrame())


def _whisper(script: Script) -> WhisperSTTService:
    settings = WhisperSTTService.Settings(model=script.whisper, language=Language.EN)
    return GreedyWhisper(settings=settings)


def _piper(script: Script) -> PiperTTSService:
    voice = Path(script.voice)
    settings = PiperTTSService.Settings(voice=voice.stem)
    return PiperTTSService(settings=settings, download_dir=voice.parent)


def _aggregators(script: Script) -> LLMContextAggregatorPair:
    # As Pipecat advises, its VAD stops early, and the rest of the patience is waited for while the
    # words are read.
    stop = script.patience_seconds if script.vad_waits else VAD_STOP_SECS
    waits = SpeechTimeoutUserTurnStopStrategy(user_speech_timeout=script.patience_seconds - stop)
    return LLMContextAggregatorPair(
        LLMContext(),
        user_params=LLMUserAggregatorParams(
            vad_analyzer=SileroVADAnalyzer(params=VADParams(stop_secs=stop, **_SAME_EAR)),
            user_turn_strategies=UserTurnStrategies(stop=[waits]),
        ),
    )


class PipecatCall:
    """See `tests.load.voice.spoken_turns.Pipeline`."""

    def __init__(self, script: Script) -> None:
        params = TransportParams(audio_in_enabled=True, audio_out_enabled=True)
        self._ear, self._loudspeaker = Ear(params), Loudspeaker(params)
        self._interviewer = Interviewer(script.replies or [])
        aggregators = _aggregators(script)
        pipeline = Pipeline(
            [
                self._ear,
                _whisper(script),
                aggregators.user(),
                self._interviewer,
                _piper(script),
                self._loudspeaker,
                aggregators.assistant(),
            ]
        )
        self.worker = PipelineWorker(
            pipeline,
            params=PipelineParams(audio_in_sample_rate=_HEARD_HZ, audio_out_sample_rate=_SPOKEN_HZ),
            enable_rtvi=False,
            enable_turn_tracking=False,
        )
        self._started = asyncio.Event()
        self.worker.add_event_handler("on_pipeline_started", self._note_start)

    async def _note_start(self, *_: object) -> None:
        self._started.set()

    async def greet(self) -> None:
        """Say the first reply once the pipeline runs."""
        async with asyncio.timeout(_LONGEST_START_SECONDS):
            await self._started.wait()
        await self._interviewer.reply()

    @property
    def saying(self) -> bool:
        """See `Pipeline.saying`."""
        return self._interviewer.saying

    async def hear(self, pcm: bytes) -> None:
        """See `Pipeline.hear`."""
        frame = InputAudioRawFrame(audio=pcm, sample_rate=_HEARD_HZ, num_channels=1)
        await self._ear.push_audio_frame(frame)

    def first_audio(self, since: float) -> float | None:
        """See `Pipeline.first_audio`."""
        return next((at for at in self._loudspeaker.sounds if at > since), None)


async def main() -> None:
    """Hold the calls of the script."""
    logger.remove()
    logger.add(sys.stderr, level="WARNING")
    script = Script.given()
    calls = [PipecatCall(script) for _ in range(script.calls)]
    runner = WorkerRunner()
    for call in calls:
        await runner.add_workers(call.worker)
    running = asyncio.create_task(runner.run())
    for call in calls:
        await call.greet()
    await hold(calls, script)
    for call in calls:
        await call.worker.cancel()
    await running


if __name__ == "__main__":
    asyncio.run(main())
