"""In which language an event is answered: as the page that sent it chose it."""

from collections.abc import Mapping
from typing import Any

from reflex_base.event.context import EventContext

from darasa_reflex.core.words.choice import language_of
from darasa_reflex.core.words.sentences import speak
from darasa_reflex.settings import settings


def speak_to_tab(state: Any) -> None:  # noqa: ANN401 (a state, to Reflex)
    """Say what follows in this task in the language of a tab. Every event asks, see `who`."""
    offered = settings().languages
    if len(offered) > 1:
        told = state.get_value("rx_router_headers")
        speak(language_of(told.cookie, told.accept_language, offered))


def speak_to_sender() -> None:
    """Say what follows in the language of whoever sent the event that is being answered.

    What Reflex does after a handler has failed is a task that inherits nothing of it.
    """
    offered = settings().languages
    if len(offered) > 1 and (told := _headers_of_event()) is not None:
        speak(language_of(told.get("cookie", ""), told.get("accept-language", ""), offered))


def _headers_of_event() -> Mapping[str, str] | None:
    """Return the headers of the line that an event came by; None: it is no event."""
    try:
        return EventContext.get().router_data.get("headers")
    except LookupError:
        return None
