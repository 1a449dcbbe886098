"""A report as somebody with a link reads it, who may have no account here."""

import asyncio
import secrets
from typing import Any

import reflex as rx

from darasa_reflex.components.report.rows.report_rows import ReportRow
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.feedback.sharing.comments import Reader, by_place, reader_of
from darasa_reflex.features.feedback.sharing.links import CLOSED, Shared
from darasa_reflex.states.events.door import public
from darasa_reflex.states.events.screen import Screen, showing, shut
from darasa_reflex.states.events.who import id_of
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.conversation import conversation_of
from darasa_reflex.states.report.rows.report_rows import report_row
from darasa_reflex.states.report.rows.sharing_rows import comments_by_place, shared_row
from darasa_reflex.wiring import services

_TOO_MANY = marked(
    "Too many links were opened from your network. Wait a minute, then reload this page."
)
_TAKEN_BACK = marked("Your comment was taken back. You can change it and send it again.")
_GONE = marked("This comment is gone already.")
_TOO_FAST = marked("Those were many comments. Wait some minutes, then send this one again.")


class SharedReportState(Screen, rx.State):
    """A cache of what one link shows. It asks nobody who they are: the link is what they have.

    Attributes:
        asked: Changes whenever the page is to bring its link.
        job: Title of the job, or what the person calls it.
        began: When the interview was started, ISO 8601 in UTC.
        length: As "03:12"; empty where lengths are not shared.
        until: When the link stops working, ISO 8601 in UTC.
        report: The chosen parts of it.
        author: The name under which the reader comments.
        wrong_at: Key of the answer whose comment was refused; empty when none was.
        wrong_field: Name of the field that is wrong.
        wrong_text: The sentence beside it.
        sent_to: Key of the answer whose comments were changed last; empty when none was.
        returned: The text of the comment that was taken back last; its form begins with it.
        told: What was done last, as a sentence.
    """

    asked: rx.Field[str] = rx.field("")
    job: rx.Field[str] = rx.field("")
    began: rx.Field[str] = rx.field("")
    length: rx.Field[str] = rx.field("")
    until: rx.Field[str] = rx.field("")
    report: rx.Field[ReportRow] = rx.field(default_factory=ReportRow)
    author: rx.Field[str] = rx.field("")
    wrong_at: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")
    wrong_text: rx.Field[str] = rx.field("")
    sent_to: rx.Field[str] = rx.field("")
    returned: rx.Field[str] = rx.field("")
    told: rx.Field[str] = rx.field("")
    # What link and browser are known by; the secrets themselves stay in the browser.
    _reader: Reader | None = None

    @rx.event
    @public
    async def load(self) -> None:
        """Have the page bring its link."""
        self.asked = secrets.token_hex(8)

    @rx.event
    @public
    async def open(self, secret: str, key: str) -> None:
        """Show what a link leads to, or that it leads nowhere; `key` is the browser's own."""
        if not await services().floods.allows("shared", self.router.session.client_ip):
            shut(self, AllowanceUsedUp(_(_TOO_MANY)))
            return
        async with showing(self):
            await _show(self, reader_of(secret, key))

    @rx.event
    @public
    async def comment(self, form: dict[str, Any]) -> None:
        """Leave a comment on an answer, or say beside it what is wrong."""
        given: dict[str, Any] = form if isinstance(form, dict) else {}
        _tidy(self)
        key, author = str(given.get("answer", "")), given.get("author")
        async with showing(self):
            place = next((one.place for one in self.report.answers if one.key == key), None)
            if self._reader is None or place is None:
                raise NotFound(_(CLOSED))
            try:
                await _leave(self._reader, place, author, given.get("comment"))
            except (InvalidInput, AllowanceUsedUp) as refusal:
                self.wrong_at, self.wrong_text = key, refusal.message
                self.wrong_field = getattr(refusal, "field", "comment")
                return
            await _show(self, self._reader)
            self.author, self.sent_to = str(author), key
            self.told = _("Your comment was sent.")

    @rx.event
    @public
    async def take_back(self, key: str, draft: str) -> None:
        """Take back a comment of this browser; its words go into the form, before what is there."""
        _tidy(self)
        async with showing(self):
            if self._reader is None:
                raise NotFound(_(CLOSED))
            taken = await services().comments.take_back(self._reader, id_of(key))
            rows = self.report.answers
            at = next((row.key for row in rows if key in {one.key for one in row.comments}), "")
            await _show(self, self._reader)
            self.told = _(_TAKEN_BACK if taken else _GONE)
            self.sent_to = at
            self.author = taken.author if taken else self.author
            texts = (taken.text if taken else "", str(draft).strip())
            self.returned = "\n\n".join(filter(None, texts))


def _tidy(page: SharedReportState) -> None:
    """Take what was said of the last comment off the page."""
    page.wrong_at = page.wrong_field = page.wrong_text = ""
    page.told = page.sent_to = page.returned = ""


async def _leave(reader: Reader, place: int, author: object, text: object) -> None:
    if not await services().floods.allows("comment", reader.link):
        raise AllowanceUsedUp(_(_TOO_FAST))
    await services().comments.leave(reader, place, author, text)


async def _show(page: SharedReportState, reader: Reader) -> None:
    shared = await services().report_links.open(reader.link)
    page.report = await asyncio.to_thread(_row, shared, reader.writer)
    page.job = shared.job_info.title or shared.job_info.name
    page.began = shared.interview.created_at.isoformat()
    page.length = clock(shared.interview.duration_seconds) if shared.link.measured else ""
    page.until = shared.link.expires_at.isoformat()
    page._reader = reader


def _row(shared: Shared, writer: str) -> ReportRow:
    comments = comments_by_place(by_place(shared.comments, shared.asked), writer)
    kept = shared.recordings if shared.link.audio else None
    said = conversation_of(shared.interview, shared.turns, {}, comments, kept)
    own = [turn.text for turn in said.turns if turn.is_candidate]
    return shared_row(
        report_row(shared.report, said),
        own,
        with_words=shared.link.words,
        measured=shared.link.measured,
    )
