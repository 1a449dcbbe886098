"""What a scripted interviewer says: tones in WAV files, inside EVI messages."""

import base64
import io
import wave
from typing import Any

import numpy as np

TONE_HZ = 700  # what the fake microphone hears


def tone(seconds: float, *, hz: float = 440, rate: int = 22_050, loud: float = 0.5) -> np.ndarray:
    """A sine as 16-bit samples."""
    times = np.arange(round(seconds * rate)) / rate
    return (loud * 0x7FFF * np.sin(2 * np.pi * hz * times)).astype("<i2")


def wav(samples: np.ndarray, rate: int = 22_050) -> bytes:
    """A WAV file with a 44-byte header, mono, 16 bits."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def said(
    name: str, samples: np.ndarray, *, pieces: int = 1, text: str = "Hello.", **darasa: Any
) -> list[dict[str, Any]]:
    """An assistant message with its audio, cut into equal pieces."""
    message = {"role": "assistant", "content": text}
    segment = {
        "type": "assistant_message",
        "id": name,
        "message": message,
        "models": {},
        "from_text": False,
        "is_quick_response": False,
    }
    if darasa:
        segment["darasa"] = darasa
    audio = [
        {
            "type": "audio_output",
            "id": name,
            "index": index,
            "data": base64.b64encode(wav(piece)).decode(),
        }
        for index, piece in enumerate(np.array_split(samples, pieces))
    ]
    return [segment, *audio]


def heard_as(text: str, *, interim: bool = False) -> dict[str, Any]:
    """A user message."""
    return {
        "type": "user_message",
        "message": {"role": "user", "content": text},
        "models": {},
        "time": {"begin": 0, "end": 900},
        "from_text": False,
        "interim": interim,
    }


END = {"type": "assistant_end"}
