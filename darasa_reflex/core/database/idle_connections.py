"""Connections of a pool that died while nobody used them, as when PostgreSQL was started anew."""

import math
import time

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

# A connection that was used within this time is taken to be alive.
_FRESH_SECONDS = 5.0
_USED_AT = "used_at"


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
