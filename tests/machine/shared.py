"""What all forks of a run use together, begun before them.

shared(config)
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.machine import warmed
from tests.machine.services import postgres

POSTGRES = pytest.StashKey[str]()


@contextmanager
def shared(config: pytest.Config) -> Iterator[None]:
    """Begin a PostgreSQL, where tests run on one, and what forks programs; both for all."""
    if not config.getoption("postgres", default=False):
        yield
        return
    warmed.begin()
    with postgres.given_or_running() as address:
        config.stash[POSTGRES] = address
        yield
