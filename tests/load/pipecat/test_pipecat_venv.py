import re

from tests.load.pipecat import pipecat_venv


def test_the_version_that_is_measured_is_the_one_that_is_installed():
    assert re.fullmatch(r"\d+\.\d+\.\d+", pipecat_venv.version())
