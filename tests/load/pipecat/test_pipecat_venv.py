"""Which Pipecat is measured stands in its lock, with its extras."""

import re

from tests.load.pipecat import pipecat_venv


def test_the_version_is_told_before_anything_is_measured():
    assert re.fullmatch(r"\d+\.\d+\.\d+", pipecat_venv.version())
