"""A report shown by a link: making one, bringing it along, and the links there are."""
# What an event brings, Reflex takes by `__class_getitem__`.
# pyrefly: ignore-errors[bad-index]

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.components.component import field as prop
from reflex.event import EventType, passthrough_event_spec
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components import scripts
from darasa_reflex.components.forms.fields import Wrong, agreement, choices, field
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import actions, button, fact_line, link
from darasa_reflex.components.report.sharing.take_along import copy_from
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces

# Id of the part of the report about links, and of the field that shows a new one.
SHARING, NEW_LINK = "sharing", "new_link"
_DAYS = (("1", _("1 day"), ""), ("7", _("7 days"), ""), ("30", _("30 days"), ""))


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link to a report, as its owner sees it.

    Attributes:
        shows: Which parts it shows, in words.
        until: When it stops working, ISO 8601 in UTC.
        opened: When it was opened last; empty: never.
        job: Name of the job of the interview.
        began: When that was started.
        report_to: Address of the report.
    """

    key: str
    name: str
    shows: str
    until: str
    opened: str
    job: str
    began: str
    report_to: str


class SharedLink(rx.Component):
    """Brings the secret of a link to the server, and takes it off the address. Renders nothing.

    The secret follows the `#`, which browsers send to nobody. It is taken off before the page's
    first event, which would tell the whole address, and kept in this tab, so that a reload finds
    it. It goes out on mount, whenever `asked` changes, and when another link is opened here. With
    it goes a random key that this browser makes up once and keeps: by it comments are taken back.
    """

    library = scripts.library(__file__, "shared_link.jsx")
    tag = "SharedLink"

    asked: rx.Var[str] = prop(doc="Changes when the server needs the secret again.")

    on_link: rx.EventHandler[passthrough_event_spec(str, str)] = prop(
        doc="The secret, empty where there is none, and the key of this browser."
    )


shared_link = SharedLink.create


def link_form(
    wrong: Wrong, fresh: rx.Var[bool], on_make: EventType, *, recorded: rx.Var[bool]
) -> rx.Component:
    """Return the form that makes a link, with the field that shows a new one.

    Args:
        wrong: What is wrong in it.
        fresh: Whether one was just made.
        on_make: Takes the form.
        recorded: Whether there are recordings to be heard.
    """
    return rx.fragment(
        rx.el.form(
            agreement(
                "share_words",
                _("Show my answers, word for word"),
                _("Without them your coach sees the questions and what the feedback says."),
                rx.Var.create(value=True),
            ),
            agreement(
                "share_measured",
                _("Show what was measured"),
                _("Pace, pauses, lengths, and who spoke when."),
                rx.Var.create(value=True),
            ),
            rx.cond(
                recorded,
                agreement(
                    "share_audio",
                    _("Let them hear my recorded answers"),
                    _("Only together with your answers, word for word."),
                    rx.Var.create(value=False),
                ),
            ),
            choices("share_days", _("The link works for"), _DAYS, "7"),
            field(
                "share_name",
                _("For whom"),
                rx.el.input,
                wrong,
                hint=_("Only you see this, in the list of your links."),
                optional=True,
                auto_complete="off",
                dir="auto",
                max_length=60,
            ),
            actions(button(_("Make a link"), type="submit")),
            on_submit=on_make,
            no_validate=True,
            class_name="stack close",
        ),
        rx.el.div(_fresh(fresh), role="status"),
    )


def link_list(
    rows: ArrayVar[Sequence[LinkRow]],
    on_revoke: Callable[[rx.Var[str]], EventType],
    *,
    of_all: bool,
) -> rx.Component:
    """Return links, each with a button that takes it back.

    Args:
        rows: Newest first.
        on_revoke: Returns the event that revokes the link of this key.
        of_all: Whether they are of several reports, which are named.
    """
    listed = rx.foreach(rows, lambda row: _link(row, on_revoke, of_all=of_all))
    return rx.cond(rows.length() > 0, rx.el.ul(listed, class_name="rows"))


def _fresh(fresh: rx.Var[bool]) -> rx.Component:
    return rx.el.div(
        rx.el.label(_("Send this link to your coach. It is not shown again."), html_for=NEW_LINK),
        rx.el.div(
            rx.el.input(id=NEW_LINK, read_only=True, class_name="input", spell_check=False),
            copy_from(_("Copy"), NEW_LINK),
            class_name="beside",
        ),
        rx.el.p(_("Whoever has it can read this, so send it to nobody else."), class_name="hint"),
        class_name=rx.cond(fresh, "field", "field hidden"),
        hidden=~fresh,
    )


def _link(
    row: ObjectVar[LinkRow], on_revoke: Callable[[rx.Var[str]], EventType], *, of_all: bool
) -> rx.Component:
    opened = rx.cond(
        row.opened != "",
        rx.fragment(*pieces("Last opened {when}", when=local_time(iso=row.opened))),
        rx.fragment(_("Not opened yet")),
    )
    report = fact_line(
        [link(row.job, to=row.report_to, class_name="target"), local_time(iso=row.began)]
    )
    return rx.el.li(
        rx.el.div(
            rx.el.strong(row.name, dir="auto"),
            report if of_all else rx.fragment(),
            rx.el.p(row.shows, class_name="hint"),
            fact_line(
                [rx.fragment(*pieces("Works until {when}", when=local_time(iso=row.until))), opened]
            ),
        ),
        actions(
            button(
                _("Revoke"),
                "plain",
                on_click=on_revoke(row.key),
                aria_label=_("Revoke the link: {name}", name=row.name),
            )
        ),
        class_name="row",
    )
