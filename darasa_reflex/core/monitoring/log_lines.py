"""Lines of the log as JSON, each with the request and the call that it belongs to."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

# Of what is being done now; empty: of none. Tasks keep those of the task that began them.
REQUEST: ContextVar[str] = ContextVar("request", default="")
CALL: ContextVar[str] = ContextVar("call", default="")


class JsonLines(logging.Formatter):
    """One object a line. What a record says was redacted when it was made."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request": REQUEST.get(),
            "call": CALL.get(),
        }
        return json.dumps({name: value for name, value in line.items() if value})
