"""Processes are weighed with all that they started."""

import subprocess
import sys

import pytest

from tests.load.measuring.processes import (
    family,
    forget_peaks,
    own_kilobytes,
    peak_kilobytes,
    processor_seconds,
)

# Each works for a while; the first child ends and is reaped, the second lives on.
WORKER = "sum(range(20_000_000))"
PARENT = f"""
import subprocess, sys
subprocess.run([sys.executable, "-c", {WORKER!r}])
print("reaped", flush=True)
alive = subprocess.Popen([sys.executable, "-c", "{WORKER}; print('worked', flush=True); input()"],
                         stdin=subprocess.PIPE)
sys.stdin.read()
alive.communicate()
"""
HOLDER = """
import sys
held = b"x" * 200_000_000
del held
print("given back", flush=True)
held = b"x" * 50_000_000
print("holds", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def running():
    started = []

    def start(program):
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.communicate("")


@pytest.mark.slow
def test_processor_time_counts_children_that_live_and_those_that_ended(running):
    parent = running(PARENT)
    parent.stdout.readline()
    with_the_ended = processor_seconds(parent.pid)
    parent.stdout.readline()

    assert with_the_ended > 0.2
    assert processor_seconds(parent.pid) > 1.5 * with_the_ended
    assert len(family(parent.pid)) == 2


@pytest.mark.slow
def test_memory_and_its_peak_are_told_apart(running):
    holder = running(HOLDER)
    holder.stdout.readline()
    holder.stdout.readline()
    before = peak_kilobytes(holder.pid)
    forget_peaks(holder.pid)

    assert 50_000 < own_kilobytes(holder.pid) < 100_000
    assert before > 200_000
    assert peak_kilobytes(holder.pid) < 100_000


def test_a_process_that_is_gone_weighs_nothing(running):
    gone = running("")
    gone.communicate("")

    assert family(gone.pid) == []
    assert own_kilobytes(gone.pid) == 0
