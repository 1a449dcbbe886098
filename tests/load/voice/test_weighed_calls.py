"""A call is weighed from what its process tells; a pipeline that fails is said to fail."""

import sys

import pytest

from tests.load.voice.spoken_turns import Script
from tests.load.voice.weighed_calls import CallFailed, Weighed

SCRIPT = Script(answers=[], room="", turns=2, patience_seconds=0.8, whisper="", voice="")
TELLS = """
import json, sys
def tell(what, **more): print(json.dumps({"what": what, **more}), flush=True)
print("a line of some library")
tell("said", text="Hello.")
tell("heard", text="Hi.")
tell("said", text="Right."); tell("said", text="Go on.")
tell("began"); sum(range(3_000_000))
tell("turn", waited_ms=900.0); tell("turn", waited_ms=None)
tell("ended")
sys.stdin.read()
"""


def test_a_call_that_was_held_is_weighed():
    calls = Weighed()

    calls.hold([sys.executable, "-c", TELLS], SCRIPT)

    assert (calls.waits_ms, calls.cut) == ([900.0], 1)
    assert calls.replies == ["Hello.", "Right. Go on."]
    assert calls.cpu_seconds[0] > 0.01
    assert calls.peak_megabytes[0] >= calls.megabytes[0] > 5


def test_a_pipeline_that_fails_says_why():
    with pytest.raises(CallFailed, match="no such model"):
        Weighed().hold([sys.executable, "-c", "raise SystemExit('no such model')"], SCRIPT)
