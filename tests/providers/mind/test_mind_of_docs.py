"""The mind that the docs show, in one file, holds an interview over the real socket."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys

import pytest

from tests.endpoints.evi.skipping import heard
from tests.endpoints.evi.test_stopping import connected
from tests.fixtures.databases import with_tables
from tests.fixtures.server import ROOT
from tests.machine.services.postgres import free_port

pytestmark = pytest.mark.slow

ANSWER = (
    "At the warehouse I reorganised the afternoon deliveries with two colleagues, because drivers "
    "waited for an hour, and as a result they were gone in twenty minutes."
)


@pytest.fixture
def line(tmp_path):
    """Port and settings of a server whose port of minds holds the example."""
    chapter = (ROOT / "docs" / "extending.md").read_text().split("## A mind\n")[1]
    (tmp_path / "curious.py").write_text(re.split(r"```(?:python)?\n", chapter)[1])
    port, url = free_port(), with_tables(tmp_path / "lines.db")
    given = os.environ | {"DARASA_DATABASE_URL": url, "MIND_FOLDER": str(tmp_path)}
    command = [sys.executable, "-m", "tests.providers.mind.line_of_docs", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=given, start_new_session=True)
    yield port, given
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


async def said(socket):
    """Return the interviewer's next sentences."""
    texts = []
    async with asyncio.timeout(60):
        async for frame in socket:
            message = json.loads(frame)
            for told in heard(message):
                await socket.send(told)
            if message["type"] == "assistant_message":
                texts.append(message["message"]["content"])
            if message["type"] == "assistant_end":
                return texts
    raise AssertionError(texts)


async def answered(socket, text):
    await socket.send(json.dumps({"type": "user_input", "text": text}))
    return await said(socket)


async def test_a_mind_in_one_file_holds_a_typed_call(line):
    socket = await connected(*line)
    await said(socket)
    await answered(socket, "skip")  # the warm-up
    first = await answered(socket, ANSWER)
    again = await answered(socket, "Could you repeat that?")
    moved_on = await answered(socket, ANSWER)
    stopped = await answered(socket, "Let's stop here")
    await socket.close()

    assert first == ["You spoke of reorganised.", "How did reorganised come into it?"]
    assert "ow did reorganised come into it?" in again[-1]
    assert moved_on[0] == "You told me about reorganised."
    assert moved_on[-1].endswith("?")
    assert stopped[-1] == "That was the interview. Goodbye."
