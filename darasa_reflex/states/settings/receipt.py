"""The receipt of a deleted account. It outlives the person, so that they can read it."""

from collections.abc import Callable, Mapping

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.report.sharing.receipt import LeftRow
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import ngettext
from darasa_reflex.core.words.stored import said
from darasa_reflex.features.personal_data.receipt import Receipt
from darasa_reflex.states.events.door import outlives_people, public

# Keys of kinds, in the words of the page, in its order. Passes and limits are told by no name.
_TOLD: Mapping[str, Callable[[int], str]] = {
    "profile": lambda many: ngettext("{count} profile", "{count} profiles", many),
    "passwords": lambda many: ngettext("{count} password", "{count} passwords", many),
    "sign_ins": lambda many: ngettext("{count} sign-in", "{count} sign-ins", many),
    "own_questions": lambda many: ngettext("{count} own question", "{count} own questions", many),
    "job_infos": lambda many: ngettext("{count} job", "{count} jobs", many),
    "interviews": lambda many: ngettext("{count} interview", "{count} interviews", many),
    "calls": lambda many: ngettext("{count} call", "{count} calls", many),
    "turns": lambda many: ngettext("{count} turn", "{count} turns", many),
    "recordings": lambda many: ngettext("{count} recording", "{count} recordings", many),
    "feedback": lambda many: ngettext("{count} feedback report", "{count} feedback reports", many),
    "self_ratings": lambda many: ngettext("{count} self-rating", "{count} self-ratings", many),
    "attempts": lambda many: ngettext(
        "{count} practice attempt", "{count} practice attempts", many
    ),
    "report_links": lambda many: ngettext("{count} shared link", "{count} shared links", many),
    "comments": lambda many: ngettext("{count} coach comment", "{count} coach comments", many),
}


@outlives_people
class ReceiptState(rx.State):
    """What was deleted in this tab.

    Attributes:
        deleted_at: In ISO 8601; empty while nothing was deleted here.
        here: What was deleted from the database, each with its number.
        elsewhere: Where else the person was removed, as sentences.
        left: What could not be removed.
        text: All of it, to keep.
    """

    # What the words above are made of.
    _receipt: Receipt | None = None

    deleted_at: rx.Field[str] = rx.field("")
    here: rx.Field[list[str]] = rx.field(default_factory=list)
    elsewhere: rx.Field[list[str]] = rx.field(default_factory=list)
    left: rx.Field[list[LeftRow]] = rx.field(default_factory=list)
    text: rx.Field[str] = rx.field("")

    @property
    def holds_something(self) -> bool:
        """See `outlives_people`."""
        return self._receipt is not None

    @rx.event
    @public
    async def load(self) -> None:
        """Tell it anew in the language of who reads it now."""
        if self._receipt:
            show_receipt(self, self._receipt)


def show_receipt(page: ReceiptState, receipt: Receipt) -> None:
    """Put a receipt into the words of the page."""
    page._receipt = receipt
    page.deleted_at = receipt.deleted_at.isoformat()
    page.here = [
        told(many) for kind, told in _TOLD.items() if (many := receipt.removed.get(kind, 0))
    ]
    page.elsewhere = [said(one) for one in receipt.elsewhere]
    page.left = [
        LeftRow(
            said(one.told),
            _("Their names there: {names}.", names=", ".join(one.names)) if one.names else "",
        )
        for one in receipt.left
    ]
    page.text = "\n".join(_lines(page))


def _lines(page: ReceiptState) -> list[str]:
    return [
        _("{brand}: receipt of a deleted account, {at}", brand=brand().name, at=page.deleted_at),
        "",
        _("Deleted from the database of this server:"),
        *(f"- {line}" for line in page.here),
        *(["", _("Deleted elsewhere:")] if page.elsewhere else []),
        *(f"- {line}" for line in page.elsewhere),
        *(["", _("Still there:")] if page.left else []),
        *(f"- {row.told} {row.names}".rstrip() for row in page.left),
        "",
    ]
