"""A whole interview in each language: what the server says, shows and writes down is in it."""

import asyncio
from dataclasses import dataclass, field

import pytest

from darasa_reflex.core.database.db import Database
from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.intent import Intent
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.providers.interviewer.local.provider import LocalInterviewer
from darasa_reflex.providers.mind.scripted import Scripted
from tests.features.interviews.doubles import engines
from tests.providers.local.call.local_room import ScriptedTranscriber, SteadyVoice
from tests.providers.local.call.virtual_time import run
from tests.providers.local.mind.languages.spoken_in import catalogue, not_in
from tests.providers.local.mind.languages.test_locales import ANSWERS, SHORT, TRUE_HERE, WISHES

pytestmark = pytest.mark.one_database

# In seconds. The last minute of the longest call begins before the planned time is over: all that a
# clock makes due is said in one call.
IDLE, PLANNED, LONGEST = 100, 600, 640
ENGLISH = {
    "Are you still there? I will close the line soon if I hear nothing.",
    "We have about one minute left.",
}
# What goes wrong in one language goes wrong in German too, nearly always; whole calls in English
# stand in `test_local_candidates.py`.
LANGUAGES = [
    pytest.param(code, marks=() if code == "de" else pytest.mark.slow) for code in ("en", *ASKED_IN)
]
ANSWER = "The shop was slow, so I measured every query and rewrote the two worst."
# Wishes, questions, answers, and at last a wish for time, over and over.
LINES = {"en": ("Could you repeat that?", "Can I type?", "No.", ANSWER, "One moment, please.")} | {
    code: (
        *(texts[0] for wish, texts in WISHES[code].items() if wish is not Intent.END),
        *TRUE_HERE[code],
        *SHORT[code],
        ANSWERS[code],
        WISHES[code][Intent.WAIT][0],
    )
    for code in ASKED_IN
}


@dataclass
class Candidate:
    """A line with somebody who says nothing until they are asked whether they are still there.

    Attributes:
        lines: What they type then, one after the other, and the last again and again.
        shown: What they were shown, and when.
    """

    clock: object
    lines: list[str]
    shown: list[tuple[float, evi.ServerMessage]] = field(default_factory=list)
    _warned: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self):
        await self._warned.wait()
        await asyncio.sleep(12)
        if not self.lines:
            await asyncio.Event().wait()
        line = self.lines.pop(0) if len(self.lines) > 1 else self.lines[0]
        return evi.write(evi.UserInput(text=line))

    async def send(self, frame):
        message = evi.read_server(frame)
        self.shown.append((self.clock.seconds, message))
        if self.clock.seconds > IDLE and isinstance(message, evi.AssistantMessage):
            self._warned.set()

    async def close(self, code=1000):
        pass

    def said(self):
        """What the interviewer said, and when each of it was shown first."""
        return {
            message.message.content: seconds
            for seconds, message in reversed(self.shown)
            if isinstance(message, evi.AssistantMessage)
        }


class Voice(SteadyVoice):
    """Remembers what it said."""

    def __init__(self):
        super().__init__(4)
        self.said = []

    async def speak(self, text):
        self.said.append(text)
        return await super().speak(text)


@pytest.fixture
def db(db, monkeypatch):
    """A database without threads, whose time nobody could move."""

    async def here(self, work, **how):
        return self.run_here(work)

    for name in ("run", "read"):
        monkeypatch.setattr(Database, name, here)
    return db


def interview(db, ada, job_info, code, lines):
    """Hold an interview in a language; return the candidate, the voice, and what was kept."""

    async def work(clock):
        voice = Voice()
        ears, mind = Cast.of(ScriptedTranscriber()), Cast.of(Scripted())
        interviewer = LocalInterviewer(stt=ears, tts=Cast.of(voice), mind=mind, clock=clock)
        limits = CallLimits(max_call_seconds=LONGEST, idle_seconds=IDLE)
        calls = Calls(db, clock, engines(interviewer), limits)
        interviews = Interviews(db, clock, calls, limit=None, asks_in=lambda language: language)
        started = await interviews.start(ada, job_info.id, PLANNED // 60, language=code)
        candidate = Candidate(clock, list(lines))
        await calls.conduct(started.ticket, candidate)
        return candidate, voice, await interviews.transcript(ada, started.interview_id)

    return run(work)


@pytest.mark.parametrize("code", LANGUAGES)
def test_from_the_greeting_to_the_goodbye_everything_is_in_the_language_of_the_interview(
    db, ada, job_info, code
):
    candidate, voice, turns = interview(db, ada, job_info, code, LINES[code])
    said, wording = candidate.said(), wording_of(code)
    kept = {turn.text for turn in turns if turn.speaker == Speaker.INTERVIEWER.value}

    # On time, and the same aloud, on the page and in the transcript.
    before, warned = sorted(at for at in said.values() if at <= said[wording.still_there])[-2:]
    assert IDLE < warned - before < IDLE + 10
    assert LONGEST - 60 <= said[wording.last_minute] < LONGEST - 50
    assert PLANNED <= said[wording.goodbye] < PLANNED + 20
    assert set(said) == kept
    assert kept <= set(voice.said)
    assert code == "en" or not_in([text.replace(", Ada", "") for text in said], code) == []
    assert ENGLISH & set(said) == (ENGLISH if code == "en" else set())
    english = {text for texts in catalogue("en").values() for text in texts} - {"Okay."}
    assert code == "en" or not english & set(said)


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_is_not_there_any_more_is_warned_once_in_that_language(db, ada, job_info, code):
    candidate, _, turns = interview(db, ada, job_info, code, [])

    last = [turn.text for turn in turns][-1]
    seconds, closing = candidate.shown[-1]
    assert last == wording_of(code).still_there
    assert closing.code == "E0714"
    assert 15 < seconds - candidate.said()[last] < 25
