"""Logging that never carries a person's words, a token or an exception's text."""

import logging
import re
from types import TracebackType
from typing import Any, Literal

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.monitoring.log_lines import JsonLines

# Credentials travel in addresses of sockets; Reflex logs all headers of unknown events.
# Names begin where no part of a name stands before: a longer search would be quadratic.
_NAMES = (
    r"(?<![\w-])[\w-]*(?:token|api[_-]?key|cookie|authorization|password|secret|signature|svix-id"
    r"|(?:session|client_uat|clerk_db_jwt)\w{0,40})"
)
_QUOTED = re.compile(rf"(?i)({_NAMES}['\"]?\s*[=:,]\s*b?)(['\"])(?:\\.|(?!\2).)*")
_SECRET = re.compile(
    rf"(?i)({_NAMES}['\"]?\s*[=:]\s*(?:bearer |basic )?)[^\s&'\",;}}]+(?:; *[^&'\",}}]+)?"
)
# Known by their looks, wherever they stand: signed tokens, keys of Clerk, passwords in addresses.
_KNOWN = re.compile(
    r"(?<![\w-])(?:eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|(?:whsec_|sk_test_|sk_live_)[\w+/=-]+)"
    r"|(?<=://)[^/\s@]*(?=@)"
)
# What a browser sent stands in these lines of Reflex, or names its state.
_SENT = re.compile(
    r"(?s)(Event\((?:name='[\w.]{1,200}')?|Error transforming event payload for handler [\w.]+"
    r"|disconnected client|[Ee]vent data:|Event data must be a dictionary"
    r"|\[Reflex Frontend Exception\]|Frontend state schema|reflex_disconnect_token"
    r"|reflex_lease_breaker|Invalid session|Computed var '[\w.]{1,200}' must return a value).*"
)
# Granian prints what an application raises into the text itself.
_TRACEBACK = "Traceback (most recent call last)"
# A flood is told in one line a minute, however many of its requests are refused.
_OURS_CHATTY = (
    "darasa_reflex.states.events.incoming.frames",
    "darasa_reflex.states.events.guard",
    "darasa_reflex.endpoints.middleware.floods",
)
# Say a line for each message of a peer; each would print it by a handler of its own, too.
_CHATTY = ("engineio.server", "socketio.server")
_REPEATED_SECONDS, _MOST_REPEATED = 60.0, 200
# Of one line; looking for secrets in more would hold up everybody.
_MOST_CHARACTERS = 20_000
_FRAME = re.compile(r'File "([^"]+)", line (\d+)')


def redact(record: logging.LogRecord) -> None:
    """Blank credentials and what a person sent, and reduce errors to their place."""
    text = _SENT.sub(r"\1…", _message(record))
    if _TRACEBACK in text:
        told, _, trace = text.partition(_TRACEBACK)
        text = f"{told.strip()} [{':'.join((_FRAME.findall(trace) or [('unknown place',)])[-1])}]"
    if record.exc_info and record.exc_info[0] is not None:
        # The message may quote the error too.
        text = f"{text.splitlines()[0] if text else ''} [{place_of(record.exc_info[1])}]"
    record.exc_info, record.exc_text = None, None
    record.msg, record.args = _blanked(text[:_MOST_CHARACTERS]), ()


def _blanked(text: str) -> str:
    return _KNOWN.sub("…", _SECRET.sub(r"\1…", _QUOTED.sub(r"\1\2…", text)))


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):  # a caller's mistake must not stop that caller
        return str(record.msg)


def place_of(error: BaseException | None) -> str:
    """Return the type of an error and the file and line it came from, without its text."""
    trace: TracebackType | None = error.__traceback__ if error else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    return f"{type(error).__name__} at {where}"


def quiet(level: str, style: Literal["text", "json"] = "text") -> None:
    """Set the root logger's level and redact every record, whichever handler prints it.

    Engine.IO and Granian print through handlers of their own, which no filter of ours sees.
    """
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    if style == "json":
        for handler in logging.getLogger().handlers:
            handler.setFormatter(JsonLines())
    logging.setLogRecordFactory(_redacted_record)
    for name in (*_CHATTY, *_OURS_CHATTY):
        logging.getLogger(name).addFilter(_REPEATS)
    for name in _CHATTY:  # while their level is not set, they add a handler
        logging.getLogger(name).setLevel(logging.ERROR)


class Repeats(logging.Filter):
    """Lets a line pass once a minute, however often it is said; the next one tells how often."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._said: dict[str, tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is to be written."""
        text, now = record.getMessage(), self._clock.monotonic()
        at, left_out = self._said.get(text, (now - _REPEATED_SECONDS, 0))
        if now - at < _REPEATED_SECONDS:
            self._said[text] = (at, left_out + 1)
            return False
        if len(self._said) >= _MOST_REPEATED:
            self._said.clear()
        self._said[text] = (now, 0)
        if left_out:
            record.msg = f"{text} ({left_out} more since)"
        return True


_REPEATS = Repeats(SystemClock())


def _redacted_record(*args: Any, **more: Any) -> logging.LogRecord:  # noqa: ANN401 (as logging's)
    record = logging.LogRecord(*args, **more)
    redact(record)
    return record
