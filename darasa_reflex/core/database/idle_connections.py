"""Connections that died without a word, as when PostgreSQL was started anew or its line was cut."""

import math
import time
from types import MappingProxyType

from sqlalchemy import Engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

# A connection that was used within this time is taken to be alive.
_FRESH_SECONDS = 5.0
_USED_AT = "used_at"
# Source: libpq's parameters. Without them a write to a server that has vanished waits until TCP
# gives up, a quarter of an hour, and one that waits for its answer two hours: a call would hang
# without a word meanwhile. None of them limits how long a statement may take.
_NOTICING = MappingProxyType(
    {
        "connect_timeout": 10,  # s
        "tcp_user_timeout": 15_000,  # ms
        "keepalives_idle": 10,  # s
        "keepalives_interval": 5,  # s
        "keepalives_count": 2,
    }
)


def noticing(url: str) -> dict[str, int]:
    """Return how connections notice within 20 s that their server has vanished.

    Args:
        url: SQLAlchemy address; what it says itself stays.
    """
    said = make_url(url).query
    return {name: value for name, value in _NOTICING.items() if name not in said}


def ask(engine: Engine) -> None:
    """Have a connection that died while nobody used it made anew, as `pool_pre_ping` does.

    That asks at every use, which is one in five times on the way to the server and back. One that
    dies within the few seconds we do not ask is found out by its first statement: see `Database`.
    """

    @event.listens_for(engine, "checkin")
    def note(line: object, record: ConnectionPoolEntry) -> None:
        del line
        record.info[_USED_AT] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def ask_if_idle(line: DBAPIConnection, record: ConnectionPoolEntry, proxy: object) -> None:
        del proxy
        if time.monotonic() - record.info.get(_USED_AT, math.inf) < _FRESH_SECONDS:
            return
        try:
            engine.dialect.do_ping(line)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error
