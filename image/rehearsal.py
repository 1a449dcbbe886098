"""The last step of the image's build: all that a server loads is loaded once, and it interviews.

What was taken out and is needed ends the build. And Python keeps what it compiles meanwhile, below
PYTHONPYCACHEPREFIX: in the image nothing can be written later, and of all that is installed a
server reads the smaller part. `python -m image.rehearsal`, in the folder of the checkout.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping

from websockets.asyncio.client import ClientConnection, connect

from image.libraries import ROOT, Missing, load_engines, load_libraries
from image.speech import use_speech, use_words

_PORT = "3999"
_LONGEST_SECONDS = 120
_COMMAND = [sys.executable, "-m", "darasa_reflex"]
_ANSWER = "I rewrote two queries and added an index, and the page was fast again for everybody."


def main() -> int:
    """Rehearse; return 0.

    Raises:
        Missing: Something that a server needs is not there.
        ImportError: A library is not there.
    """
    load_libraries()
    print("engines:", *load_engines())
    use_words()
    asyncio.run(use_speech())
    with tempfile.TemporaryDirectory() as folder:
        interview(_environment(folder))
    print("an interview was held")
    return 0


def _environment(folder: str) -> dict[str, str]:
    """Return settings of a server that writes to a folder alone, and fetches nothing."""
    database = f"sqlite:///{folder}/darasa.db"
    own = {"DATABASE_URL": database, "DARASA_DATABASE_URL": database, "PORT": _PORT}
    folders = {"DARASA_MODELS_FOLDER": f"{folder}/models", "DARASA_CONFIG_FOLDER": folder}
    return {**os.environ, **own, **folders, "DARASA_HOST": "127.0.0.1", "DARASA_MODELS": "off"}


def interview(environment: Mapping[str, str]) -> None:
    """Start a server, ask for its first pages, and type an answer to its first question.

    Raises:
        Missing: It did not start, or did not go on with the interview.
    """
    began = time.monotonic()
    server = subprocess.Popen([*_COMMAND, "run"], cwd=ROOT, env=environment)
    try:
        path = environment.get("DARASA_PATH", "")
        for page in ("/_ready", f"{path}/", f"{path}/app/"):
            _wait_for(page, server)
            print(f"{page} after {time.monotonic() - began:.1f} s")
        asyncio.run(_answer_a_question(_ticket(environment)))
    finally:
        server.terminate()
        code = server.wait(_LONGEST_SECONDS)
    if code:
        raise Missing(f"the server ended with {code}")


def _wait_for(page: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _LONGEST_SECONDS
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{_PORT}{page}", timeout=10):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Missing(f"{page} did not answer")


def _ticket(environment: Mapping[str, str]) -> dict[str, str]:
    command = [*_COMMAND, "ticket", "--minutes", "5"]
    printed = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(printed.stdout)


async def _answer_a_question(ticket: Mapping[str, str]) -> None:
    async with asyncio.timeout(_LONGEST_SECONDS):
        address = f"{ticket['url']}?access_token={ticket['access_token']}"
        async with connect(address, proxy=None) as socket:
            await _hear(socket, "audio_output")  # its first question, spoken
            await socket.send(json.dumps({"type": "user_input", "text": _ANSWER}))
            await _hear(socket, "user_message")
            await _hear(socket, "assistant_message")


async def _hear(socket: ClientConnection, kind: str) -> None:
    async for frame in socket:
        if json.loads(frame)["type"] == kind:
            return
    raise Missing(f"the call ended without {kind}")


if __name__ == "__main__":
    sys.exit(main())
