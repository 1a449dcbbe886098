"""One thread multiplies: others would wait busily."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from darasa_reflex.commands.build import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="not Linux"),
]
MULTIPLIES = """
import os
from darasa_reflex.core.processes.threads import multiply_alone
multiply_alone()
import numpy
numpy.ones((400, 400)) @ numpy.ones((400, 400))
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.parametrize(
    ("given", "threads"), [({}, 1), ({"OPENBLAS_NUM_THREADS": "2"}, min(2, os.cpu_count() or 1))]
)
def test_numpy_begins_no_threads_unless_the_machine_asks_for_them(given, threads):
    own = {name: value for name, value in os.environ.items() if "_NUM_THREADS" not in name}

    told = subprocess.run(
        [sys.executable, "-c", MULTIPLIES],
        cwd=ROOT, env={**own, **given}, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert int(told.stdout) == threads
