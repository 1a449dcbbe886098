"""The voice socket with one more mind: the one that the docs show.

It stands in the folder `MIND_FOLDER`, as if somebody had written it into that of the port.
"""

import os
import sys

from granian.constants import Interfaces
from granian.server import Server

from darasa_reflex.providers import mind
from tests.endpoints.evi import lines_only


def app():
    mind.__path__.append(os.environ["MIND_FOLDER"])
    return lines_only.app()


if __name__ == "__main__":
    Server(
        target="tests.providers.mind.line_of_docs:app", factory=True, address="127.0.0.1",
        port=int(sys.argv[1]), interface=Interfaces.ASGI, log_access=False, workers=1,
    ).serve()  # fmt: skip
