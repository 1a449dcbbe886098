"""What a candidate may want instead of answering."""

from enum import StrEnum


class Intent(StrEnum):
    """A wish, as opposed to an answer."""

    REPEAT = "repeat"
    MEANING = "meaning"
    WAIT = "wait"
    READY = "ready"
    PERMISSION = "permission"
    SKIP = "skip"
    UNKNOWN = "unknown"
    DONE = "done"
    END = "end"
    GREETING = "greeting"
    HOSTILE = "hostile"
    ASIDE = "aside"
    ASKS = "asks"
