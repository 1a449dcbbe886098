"""/shared"""

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.forms.fields import Wrong
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.headings import title_bar
from darasa_reflex.components.page.links import fact_line
from darasa_reflex.components.page.notices import notice, skeletons
from darasa_reflex.components.report.answers.comments import comment_form, comments
from darasa_reflex.components.report.made import how_made
from darasa_reflex.components.report.overview.categories import more
from darasa_reflex.components.report.report import report
from darasa_reflex.components.report.rows.answer_rows import AnswerRow
from darasa_reflex.components.report.sharing.sharing import shared_link
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.report.shared_report import SharedReportState as Shared

_WRONG = Wrong(Shared.wrong_field, Shared.wrong_text)


@page(
    "/shared",
    _("A shared report"),
    on_load=Shared.load,
    by_link=True,
    description=_("A report on a practice interview, for whoever was sent the link."),
)
def shared_report() -> rx.Component:
    """Return the chosen parts of a report, with room for comments on each answer."""
    ready = view_of(Shared) == "ready"
    return rx.fragment(
        shared_link(asked=Shared.asked, on_link=Shared.open),
        title_bar(
            rx.cond(ready & (Shared.job != ""), Shared.job, _("A shared report")),
            subtitle=rx.cond(ready, _facts()),
        ),
        rx.match(
            view_of(Shared),
            ("ready", _content()),
            ("missing", _nothing()),
            ("closed", _nothing()),
            skeletons("tall", "", ""),
        ),
    )


def _facts() -> rx.Component:
    held = [_("Practice interview"), local_time(iso=Shared.began)]
    length = rx.el.span(Shared.length, class_name="figures")
    return rx.cond(Shared.length != "", fact_line([*held, length]), fact_line(held))


def _nothing() -> rx.Component:
    return rx.el.div(
        rx.el.h2(_("There is nothing to see here.")),
        rx.el.p(Shared.refusal),
        class_name="empty lost",
        role="alert",
    )


def _content() -> rx.Component:
    return rx.el.div(
        notice(
            rx.el.div(
                rx.el.p(
                    rx.el.b(_("You were sent this report. ")),
                    _(
                        "It speaks to the person who was interviewed: “you” means them. Open "
                        "an answer to leave a comment."
                    ),
                ),
                rx.el.p(
                    *pieces(
                        "The link works until {when}. Keep the message it came with: the address "
                        "of this page alone does not lead back here.",
                        when=local_time(iso=Shared.until),
                    ),
                    class_name="muted",
                ),
            ),
            role="note",
        ),
        rx.el.p(Shared.told, role="status", class_name="unseen"),
        report(Shared.report, _below, transcript=""),
        more(_("How this was made"), how_made(Shared.report.made.to(list[str]))),
        class_name="stack report-page",
    )


def _below(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.el.div(
        comments(row, on_take_back=Shared.take_back),
        comment_form(
            row,
            author=Shared.author,
            wrong_at=Shared.wrong_at,
            wrong=_WRONG,
            sent_to=Shared.sent_to,
            returned=Shared.returned,
            on_comment=Shared.comment,
        ),
        class_name="stack close",
    )
