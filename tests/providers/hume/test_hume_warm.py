"""What Hume's first question needs is there before calls begin."""

import subprocess
import sys

import pytest

from tests.fixtures.server import ROOT

# Asks a port where nobody listens: what it loads for that, it loads on the event loop.
PROGRAM = """
import asyncio, sys
from pydantic import SecretStr
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.providers.interviewer.hume.provider import PROVIDER
from darasa_reflex.providers.interviewer.hume.rest.rest import HumeRest

async def main():
    await asyncio.to_thread(keys)
    before = set(sys.modules)
    try:
        await HumeRest("http://127.0.0.1:9", SecretStr("key")).ask("GET", "/v0/evi/chats/1")
    except ServiceUnavailable:
        late = set(sys.modules) - before
        print(sorted(name for name in late if name.startswith(("httpx", "httpcore"))))

def keys():
    PROVIDER.build({name: SecretStr("x") for name in PROVIDER.needs}).warm()

asyncio.run(main())
"""


@pytest.mark.slow
def test_the_first_question_loads_nothing_while_calls_go_on():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
