"""What the interviewer's ears make of a sentence, before an interview. Nothing of it is kept."""

import asyncio
import re
from collections.abc import AsyncGenerator, Generator, MutableSet
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import AllowanceUsedUp, DarasaError, InvalidInput
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import retold
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.incoming.intake import Intake
from darasa_reflex.features.interviews.call.line import Line, LineClosed, part
from darasa_reflex.features.interviews.device_check.ear_passes import EarPasses
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.speech.speech import Transcriber
from darasa_reflex.features.interviews.engines.typing_only import hearing

LONGEST_SECONDS = 10
# The text frame that ends the sound.
END = '{"type":"end"}'
_BYTES_PER_SECOND = HEARD_HZ * 2
# Two seconds at 192 kHz in stereo; a page sends 40 ms.
_MOST_FRAME_BYTES = 2 * 192_000 * 4
_MOST_FRAMES = 2_000
# For sending, and for an engine that still loads its model.
_LONGEST_WAIT_SECONDS = 30.0
# Interviews use the same engines; a check must not keep them waiting.
_MOST_AT_ONCE = 4
_PIECE_BYTES = HEARD_HZ * 2
_FILLER = re.compile(r"\b(?:u+h+m*|u+m+|erm?|h+m+)\b", re.IGNORECASE)
_TOO_LONG = marked("That was more than {seconds} seconds. Read only the sentence, once.")
_NO_AUDIO = marked("What came was no sound we can read. Reload the page, then try again.")
_NO_SOUND = marked("No sound arrived. Is the right microphone chosen?")
_TOO_SLOW = marked("That took too long. Try again, or go on without this check.")
_BUSY = marked(
    "Many people are checking just now. Try again in a minute, or go on without this check."
)


class Caption(BaseModel):
    """What was heard.

    Attributes:
        text: Empty when no words were understood.
        fillers: Whether um or uh stand in it; None where they are not looked for: they are known
            in English only.
        engine: Which engine heard it, as a sentence.
    """

    type: Literal["heard"] = "heard"
    text: str
    fillers: bool | None
    engine: str


class Refusal(BaseModel):
    """Why nothing was heard, as a sentence."""

    type: Literal["error"] = "error"
    message: str


class _Unreadable(InvalidInput):
    """What came is no sound, or was not announced."""

    def __init__(self) -> None:
        super().__init__("audio", _(_NO_AUDIO))


@dataclass(frozen=True, slots=True)
class EarCheck:
    """Listens to one sentence with the best ear that is ready.

    Attributes:
        ears: The engines that interviews use.
        passes: Who may ask.
    """

    ears: Cast[Transcriber]
    passes: EarPasses
    _listening: MutableSet[UUID] = field(default_factory=set[UUID], repr=False)

    async def hear(self, person: UUID, line: Line, language: str = ENGLISH) -> None:
        """Take linear16 as EVI announces it, until the frame `END`; send a caption, and close.

        Args:
            person: Whose pass was spent for this.
            line: See `Line`. What it carries is dropped as soon as it is read.
            language: What they speak, a code of `languages.LANGUAGES`.

        Raises:
            LineClosed: The peer is gone.
        """
        try:
            told = await self._caption(person, line, language)
        except TimeoutError:
            told = Refusal(message=_(_TOO_SLOW))
        except DarasaError as refusal:
            told = Refusal(message=refusal.message)
        if told is not None:
            await line.send(told.model_dump_json())
        await part(line, closes=True)

    async def _caption(self, person: UUID, line: Line, language: str) -> Caption | None:
        with self.seat(person):
            async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
                pcm = await _whole(line)
                return await self._read(pcm, language) if pcm is not None else None

    @contextmanager
    def seat(self, person: UUID) -> Generator[None]:
        """Take one of the few seats while somebody is listened to outside of an interview.

        Raises:
            AllowanceUsedUp: All are taken, or the person has one.
        """
        if person in self._listening or len(self._listening) >= _MOST_AT_ONCE:
            raise AllowanceUsedUp(_(_BUSY))
        self._listening.add(person)
        try:
            yield
        finally:
            self._listening.discard(person)

    async def _read(self, pcm: bytes, language: str) -> Caption:
        if not pcm:
            raise InvalidInput("audio", _(_NO_SOUND))
        engine = hearing(self.ears, language).best
        async with engine.listen(()) as listener:
            utterance = listener.utterance()
            for at in range(0, len(pcm), _PIECE_BYTES):
                await utterance.feed(pcm[at : at + _PIECE_BYTES])
            text = (await utterance.finish()).text.strip()
        fillers = bool(_FILLER.search(text)) if language == ENGLISH else None
        return Caption(text=text, fillers=fillers, engine=retold(engine.label))


async def sound(line: Line, longest_seconds: int) -> AsyncGenerator[bytes]:
    """Yield all that comes until `END`, piece by piece, as 16-bit mono PCM at 16 kHz.

    Raises:
        LineClosed: The peer left before.
        InvalidInput: It is too long, or no announced linear16.
    """
    intake, announced, heard = Intake(), False, 0
    too_long = InvalidInput(
        "audio", _("That was more than {seconds} seconds.", seconds=longest_seconds)
    )
    for _frame in range(_MOST_FRAMES * longest_seconds // LONGEST_SECONDS):
        frame = await line.receive()
        if frame is None:
            raise LineClosed
        if frame == END:
            return
        if isinstance(frame, str):
            intake.settle(_shape(frame))
            announced = True
            continue
        if not announced or len(frame) > _MOST_FRAME_BYTES:
            raise too_long if announced else _Unreadable
        piece = await intake.take(frame)
        heard += len(piece)
        if heard > longest_seconds * _BYTES_PER_SECOND:
            break
        yield piece
    raise too_long


async def _whole(line: Line) -> bytes | None:
    """Return the sound of one sentence; None when the peer leaves."""
    heard = bytearray()
    try:
        async with aclosing(sound(line, LONGEST_SECONDS)) as pieces:
            async for piece in pieces:
                heard += piece
    except LineClosed:
        return None
    except _Unreadable:
        raise
    except InvalidInput:
        raise InvalidInput("audio", _(_TOO_LONG, seconds=LONGEST_SECONDS)) from None
    return bytes(heard)


def _shape(frame: str) -> evi.AudioSettings:
    """Return what the client says of its sound.

    Raises:
        InvalidInput: It says nothing that we know.
    """
    try:
        message = evi.read_client(frame)
    except evi.BrokenFrame:
        message = None
    if not isinstance(message, evi.SessionSettings) or message.audio is None:
        raise _Unreadable
    return message.audio
