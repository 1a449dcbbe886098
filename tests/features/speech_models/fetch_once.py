"""A process that fetches the test's model: `python -m … URL FOLDER`. It can be killed."""

import asyncio
import sys
from pathlib import Path

from darasa_reflex.features.speech_models.store import Store
from tests.features.speech_models.conftest import EAR, fetched, some_downloads


async def main() -> None:
    url, folder = sys.argv[1:]
    print((await fetched(some_downloads(Store(Path(folder), (EAR,)), url), "ear")).stage)


if __name__ == "__main__":
    asyncio.run(main())
