"""The interview that the Hume stand-in plays: every text is said once, so that none is confused."""

import base64
import io
import math
import re
import struct
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import uuid4

QUESTIONS = (
    "Tell me about the work you do now and what you are responsible for.",
    "Describe a time when a project of yours was about to fail. What did you do?",
    "How do you decide what to test when there is no time to test everything?",
    "What would you like to know about the role?",
)
# What the stand-in makes of sound.
SPOKEN = (
    "I run the billing service of a shop with two colleagues.",
    "We had two weeks left and no import, so I cut the scope and wrote the import first.",
    "I test what would cost the most if it broke.",
    "How large is the team that I would join?",
)
GOODBYE = "Thank you, that was all. The interview is over. Goodbye."
_TONE_HZ = 440


def tone(milliseconds: int, rate: int = 48_000) -> str:
    """A WAV file with a 44-byte header in base64, 16-bit mono."""
    count = rate * milliseconds // 1000
    samples = [int(6000 * math.sin(2 * math.pi * _TONE_HZ * i / rate)) for i in range(count)]
    with io.BytesIO() as file:
        with wave.open(file, "wb") as out:
            out.setparams((1, 2, rate, 0, "NONE", ""))
            out.writeframes(struct.pack(f"<{count}h", *samples))
        return base64.b64encode(file.getvalue()).decode()


@dataclass(slots=True)
class Group:
    """A conversation over all its connections.

    Attributes:
        unheard: Whether the interviewer's last words were lost on their way.
        over: Whether the goodbye was said.
    """

    id: str = field(default_factory=lambda: str(uuid4()))
    user_name: str = ""
    questions: tuple[str, ...] = QUESTIONS
    at: int = -1
    answers: int = 0
    spoken: int = 0
    resumed: int = 0
    unheard: bool = False
    over: bool = False

    def opening(self) -> list[str]:
        """What is said when a line opens; nothing if the person knows what they were asked."""
        if self.at < 0:
            self.at = 0
            return [f"Hello {self.user_name}, welcome.", self.questions[0]]
        self.resumed += 1
        if not self.unheard:
            return []
        last = GOODBYE if self.over else self.questions[self.at]
        return [f"Welcome back, this is line {self.resumed + 1}. {last}"]

    def reply(self, text: str) -> list[str]:
        """What is said after an answer."""
        self.answers += 1
        self.at += 1
        if self.over or self.at >= len(self.questions) or "stop the interview" in text.lower():
            self.over = True
            return [f"I have noted answer {self.answers}.", GOODBYE]
        return [f"I have noted answer {self.answers}.", self.questions[self.at]]

    def speech(self) -> str:
        """The next words understood from sound."""
        self.spoken += 1
        text = SPOKEN[(self.spoken - 1) % len(SPOKEN)]
        return text if self.spoken <= len(SPOKEN) else f"{text} That was utterance {self.spoken}."


def planned(variables: dict[str, str]) -> tuple[str, ...]:
    """The questions that the session's variable `plan` names, one a line."""
    lines = variables.get("plan", "").splitlines()
    return tuple(re.sub(r"^\d+\.\s*", "", line) for line in lines if line.strip())


def is_goodbye(text: str) -> bool:
    return text.endswith("Goodbye.")


def user_message(
    text: str, begin: int, end: int, scores: dict[str, float] | None, *, interim: bool = False
) -> dict:
    """`scores` None: a typed turn."""
    typed = scores is None and not interim
    return {
        "type": "user_message",
        "from_text": typed,
        "interim": interim,
        "message": {"role": "user", "content": text, "tool_call": None, "tool_result": None},
        "models": {"prosody": {"scores": scores}} if scores else {},
        "time": {"begin": begin, "end": end},
        "language": "en",
    }


def spoken_reply(
    texts: list[str], scores: dict[str, float], wav: str, *, from_text: bool = False
) -> Iterator[dict]:
    """The messages of a reply, in Hume's order."""
    for text in texts:
        its = str(uuid4())
        yield {
            "type": "assistant_message",
            "id": its,
            "from_text": from_text,
            "is_quick_response": False,
            "message": {"role": "assistant", "content": text},
            "models": {},
        }
        yield {"type": "audio_output", "id": its, "index": 0, "data": wav}
        yield {"type": "assistant_prosody", "id": its, "models": {"prosody": {"scores": scores}}}
    yield {"type": "assistant_end"}
