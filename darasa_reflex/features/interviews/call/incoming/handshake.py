"""What a client asks for in the address of its call, in EVI's query keys."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_KEY = re.compile(r"session_settings((?:\[\w+\]){0,2})")
_NAME = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Handshake:
    """See EVI's connection parameters.

    Attributes:
        verbose: Whether interim user messages are wanted.
        signs: Whether the client wants our signs; others get nothing that EVI does not know.
        writing: Whether it begins in writing, so that nobody needs to be heard.
        resumed_group: The chat group that goes on. Empty: whichever the ticket is for.
        settings: A `session_settings` message as a text frame, to be taken as the first one.
    """

    verbose: bool = False
    signs: bool = False
    writing: bool = False
    resumed_group: str = ""
    settings: str | None = None


def handshake_of(query: Iterable[tuple[str, str]]) -> Handshake:
    """Return what the keys and values of a query ask for; unknown keys are ignored."""
    pairs = list(query)
    found = dict(pairs)
    return Handshake(
        verbose=found.get("verbose_transcription", "").lower() == "true",
        signs=found.get("signs", "").lower() == "true",
        writing=found.get("writing", "").lower() == "true",
        resumed_group=found.get("resumed_chat_group_id", ""),
        settings=_settings(pairs),
    )


def _settings(pairs: list[tuple[str, str]]) -> str | None:
    """Read `session_settings[audio][channels]=1`, `session_settings[audio]={…}` or all as JSON."""
    settings: dict[str, Any] = {}
    for key, value in pairs:
        if (found := _KEY.fullmatch(key)) is None:
            continue
        match _NAME.findall(found[1]):
            case [first, second]:
                inner = settings.setdefault(first, {})
                if isinstance(inner, dict):
                    inner[second] = value
            case [first]:
                settings[first] = _read(value)
            case _:
                whole = _read(value)
                settings.update(whole if isinstance(whole, dict) else {})
    return json.dumps({**settings, "type": "session_settings"}) if settings else None


def _read(value: str) -> Any:  # noqa: ANN401 (any JSON value)
    try:
        return json.loads(value) if value.startswith("{") else value
    except (ValueError, RecursionError):
        return value
