"""What a page shows when an interview may not be started: why, when again, and the next step."""

from datetime import datetime, timedelta

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.set_up.start_refusal import UPGRADE
from darasa_reflex.core.errors import AllowanceUsedUp, DarasaError
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.states.events.toasts import toast

_MINUTE = timedelta(minutes=1)


class Startable(rx.State, mixin=True):
    """A page that starts interviews.

    Attributes:
        not_started: Why the last start was refused, as a sentence; empty when it was not.
        frees_at: When the next start is possible, in ISO 8601; empty when time does not help.
        used_up: Whether a limit is the reason.
        upgradable: Whether another plan helps.
    """

    not_started: rx.Field[str] = rx.field("")
    frees_at: rx.Field[str] = rx.field("")
    used_up: rx.Field[bool] = rx.field(False)
    upgradable: rx.Field[bool] = rx.field(False)


def forget_refusal(page: Startable) -> None:
    """Show no refusal, as before a start."""
    page.not_started = page.frees_at = ""
    page.used_up = page.upgradable = False


def refuse(page: Startable, refusal: DarasaError) -> EventSpec | None:
    """Show a refusal with its next step; where another plan helps, also as a toast."""
    forget_refusal(page)
    page.not_started = refusal.message
    if not isinstance(refusal, AllowanceUsedUp):
        return None
    page.used_up, page.upgradable = True, refusal.upgradable
    page.frees_at = _next_minute(refusal.frees_at).isoformat() if refusal.frees_at else ""
    return toast(refusal.message, label=_("Upgrade"), to=UPGRADE) if refusal.upgradable else None


def _next_minute(moment: datetime) -> datetime:
    """Return the first full minute from a moment on: pages show no seconds."""
    whole = moment.replace(second=0, microsecond=0)
    return whole if whole == moment else whole + _MINUTE
