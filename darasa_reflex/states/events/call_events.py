"""Events of the voice room, checked: any browser can send anything."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from darasa_reflex.core.database.db import storable
from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.states.events.incoming.payloads import BROKEN
from darasa_reflex.states.events.who import id_of

_LONGEST_TEXT = 500


def interview_of(event: object) -> UUID:
    """Return which interview an event of a call is about.

    Raises:
        InvalidInput: It is no event of a call.
        NotFound: It carries no id.
    """
    return id_of(_fields(event).get("interview_id"))


def seconds_of(event: object) -> int:
    """Return the elapsed whole seconds of a tick, 0 or more.

    Raises:
        InvalidInput: It carries none.
    """
    seconds = _fields(event).get("elapsed_seconds")
    if isinstance(seconds, bool) or not isinstance(seconds, int) or seconds < 0:
        raise InvalidInput("elapsed_seconds", BROKEN)
    return seconds


def text_of(event: object, name: str) -> str:
    """Return a short text of an event.

    Raises:
        InvalidInput: It carries none, or a long one.
    """
    text = _fields(event).get(name)
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        raise InvalidInput(name, BROKEN)
    return storable(text)


def _fields(event: object) -> Mapping[str, object]:
    if not isinstance(event, Mapping):
        raise InvalidInput("event", BROKEN)
    return cast("Mapping[str, object]", event)
