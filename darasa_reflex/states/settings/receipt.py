"""The receipt of a deleted account. It outlives the person, so that they can read it."""

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.report.receipt import LeftRow
from darasa_reflex.features.personal_data.receipt import Receipt
from darasa_reflex.states.events.door import outlives_people
from darasa_reflex.states.jobs.rows import counted

# Keys of kinds, in the words of the page, in its order. Passes and limits are told by no name.
_WORDS = {
    "profile": "profile",
    "passwords": "password",
    "sign_ins": "sign-in",
    "own_questions": "own question",
    "job_infos": "job",
    "interviews": "interview",
    "calls": "call",
    "turns": "turn",
    "recordings": "recording",
    "feedback": "feedback report",
    "self_ratings": "self-rating",
    "attempts": "practice attempt",
    "report_links": "shared link",
    "comments": "coach comment",
}
_NAMED_THERE = "Their names there: "


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

    deleted_at: rx.Field[str] = rx.field("")
    here: rx.Field[list[str]] = rx.field(default_factory=list)
    elsewhere: rx.Field[list[str]] = rx.field(default_factory=list)
    left: rx.Field[list[LeftRow]] = rx.field(default_factory=list)
    text: rx.Field[str] = rx.field("")


def show_receipt(page: ReceiptState, receipt: Receipt) -> None:
    """Put a receipt into the words of the page."""
    page.deleted_at = receipt.deleted_at.isoformat()
    page.here = [
        counted(number, word)
        for kind, word in _WORDS.items()
        if (number := receipt.removed.get(kind, 0))
    ]
    page.elsewhere = list(receipt.elsewhere)
    page.left = [
        LeftRow(one.told, _NAMED_THERE + ", ".join(one.names) + "." if one.names else "")
        for one in receipt.left
    ]
    page.text = "\n".join(_lines(page))


def _lines(page: ReceiptState) -> list[str]:
    return [
        f"{brand().name}: receipt of a deleted account, {page.deleted_at}",
        "",
        "Deleted from the database of this server:",
        *(f"- {line}" for line in page.here),
        *(["", "Deleted elsewhere:"] if page.elsewhere else []),
        *(f"- {line}" for line in page.elsewhere),
        *(["", "Still there:"] if page.left else []),
        *(f"- {row.told} {row.names}".rstrip() for row in page.left),
        "",
    ]
