"""Somebody who speaks when they are asked, however long a machine takes to ask.

A microphone that is a file speaks at its own times: its pauses are as long as the slowest machine
needs, and too short for a slower one.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page

_MICROPHONE = Path(__file__).parent / "microphone.js"
# A whole question, spoken, on a machine that does much else.
_ASKED_MS = 120_000


@dataclass
class Candidate:
    """Somebody before a page.

    Attributes:
        page: Where they are.
        voice: Makes samples of a sentence, at the rate of the microphone.
    """

    page: Page
    voice: Callable[[str], np.ndarray]

    @classmethod
    def before(cls, browser: Browser, voice: Callable[[str], np.ndarray]) -> "Candidate":
        """Open a page whose microphone hears a quiet room until something is said."""
        context = browser.new_context(permissions=["microphone"], reduced_motion="reduce")
        context.add_init_script(path=_MICROPHONE)
        return cls(context.new_page(), voice)

    def answer(self, sentence: str) -> None:
        """Say a sentence as soon as the interviewer has asked, and waits for an answer."""
        self.page.wait_for_function("() => window.isAsked()", timeout=_ASKED_MS)
        said = self.voice(sentence).astype("<i2").tobytes()
        self.page.evaluate("(said) => window.say(said)", base64.b64encode(said).decode())
