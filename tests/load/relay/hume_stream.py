"""An engine that speaks like Hume without end: `python -m tests.load.relay.hume_stream PORT`.

The stand-in for Hume plays an interview; this one only keeps a steady flow, 25 pieces of audio a
second on each line, each with the time it was sent. Voice that comes in carries its own time in its
first eight bytes. All times are `time.monotonic_ns`, which is one clock for all processes.
"""

import asyncio
import contextlib
import json
import sys
import time
from itertools import count

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from tests.vendors.hume.hume import PATH
from tests.vendors.hume.hume_script import tone

FRAME_SECONDS = 0.04
_WAV = tone(40)
_RECORD = json.dumps({"status": "USER_ENDED", "events_page": []})
_NUMBERS = count()


async def beat(number: int, calls: int = 50):
    """Yield 25 times a second; calls of different numbers are spread over the time between."""
    due = (time.monotonic() // FRAME_SECONDS + 1 + number % calls / calls) * FRAME_SECONDS
    while True:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        yield
        due += FRAME_SECONDS


def sent(frame: bytes) -> bytes:
    """Return a piece of voice with the time of this moment in it."""
    return time.monotonic_ns().to_bytes(8, "little") + frame[8:]


async def talk(line: ServerConnection) -> None:
    """Send audio until the line closes; tell how long the voice that came in took."""
    number, up_ns = next(_NUMBERS), list[int]()
    await line.recv()  # the settings
    await line.send(json.dumps(_metadata(number)))
    with contextlib.suppress(ConnectionClosed):
        await line.send(json.dumps(_said(number)))
        async with asyncio.TaskGroup() as both:
            both.create_task(_listen(line, up_ns))
            both.create_task(_speak(line, number, up_ns))


async def _speak(line: ServerConnection, number: int, up_ns: list[int]) -> None:
    index = 0
    with contextlib.suppress(ConnectionClosed):
        async for _ in beat(number):
            audio = {"type": "audio_output", "id": f"said-{number}", "index": index, "data": _WAV}
            told, up_ns[:] = list(up_ns), []
            await line.send(json.dumps(audio | {"up_ns": told, "sent_ns": time.monotonic_ns()}))
            index += 1


async def _listen(line: ServerConnection, up_ns: list[int]) -> None:
    async for frame in line:
        came_ns = time.monotonic_ns()
        if isinstance(frame, bytes):
            up_ns.append(came_ns - int.from_bytes(frame[:8], "little"))


def _metadata(number: int) -> dict:
    # Chats are kept by their id, over all runs on one database.
    name = f"{time.time_ns()}-{number}"
    return {"type": "chat_metadata", "chat_id": name, "chat_group_id": f"group-{name}"}


def _said(number: int) -> dict:
    text = {"role": "assistant", "content": "Hello."}
    return {"type": "assistant_message", "id": f"said-{number}", "message": text}


def _check(line: ServerConnection, request: Request) -> Response | None:
    """Answer questions about chats: each has ended, and nothing was said in it."""
    return None if request.path.startswith(f"{PATH}?") else line.respond(200, _RECORD)


async def main(port: int) -> None:
    """Serve until cancelled."""
    async with serve(talk, "127.0.0.1", port, process_request=_check, compression=None):
        await asyncio.Future()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
