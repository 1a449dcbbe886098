"""An idle event loop: prints its longest lag in ms when its input ends."""

import asyncio
import sys

from tests.load.voice.local_turns import loop_lag


async def main() -> None:
    """Sample until the input ends."""
    async with loop_lag() as lag:
        await asyncio.to_thread(sys.stdin.buffer.read)
    print(max(lag.late))


if __name__ == "__main__":
    asyncio.run(main())
