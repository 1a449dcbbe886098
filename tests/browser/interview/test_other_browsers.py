"""The story of a first interview in Firefox and in WebKit, from the landing page to the report.

Each takes 14 to 28 s where much else runs, so only whoever asks for them has them run:
DARASA_OTHER_BROWSERS=1, on Debian with `firefox-esr`, `webkit2gtk-driver` and `xvfb`. Without an
output device Firefox holds the sound back, and the room says so; typing goes on.
"""

import os

import pytest

from tests.browser.steps import DESCRIPTION, WARM_UP, eventually, kept
from tests.machine.browsers import firefox, webkit

pytestmark = pytest.mark.browser


@pytest.mark.skipif(
    "DARASA_OTHER_BROWSERS" not in os.environ, reason="asked for by DARASA_OTHER_BROWSERS=1"
)
@pytest.mark.parametrize("opened", [firefox.opened, webkit.opened], ids=["firefox", "webkit"])
def test_a_first_interview_is_held_in_other_browsers_too(server, tmp_path, opened):
    with opened(tmp_path) as tab:
        tab.goto(server.address)
        tab.press("Start practising")
        tab.goto(f"{server.address}/app/job-infos/new")
        tab.fill("Company", "Acme elsewhere")
        tab.fill("Job title", "Backend Engineer")
        tab.choose("Experience level", "Senior")
        tab.fill("Description", DESCRIPTION)
        tab.press("Save")
        tab.press("Start interview")
        tab.press("Type")
        interview_id = tab.value("location.pathname.split('/').at(-2)")
        tab.sees("warm-up")
        tab.fill("Your answer", WARM_UP)
        tab.press("Send")
        assert eventually(lambda: WARM_UP in kept(server, interview_id))
        tab.sees("Question 1 of")
        tab.press("End interview")
        tab.press("End interview and get feedback")
        tab.press("Skip, show the feedback")
        tab.sees("Your feedback")
