"""How the person says it went: the question before a report, and the answer beside it."""

from collections.abc import Callable

import reflex as rx
from reflex.event import EventType
from reflex.vars import ObjectVar

from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.report.rows.report_rows import ReportRow
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces


def how_it_went(on_give: Callable[[int], EventType], on_skip: EventType) -> rx.Component:
    """Return the question, with a button for each answer.

    Args:
        on_give: Returns the event that gives a level.
        on_skip: Shows the report without an answer.
    """
    # From the lowest level, which is 1.
    words = (_("Badly"), _("Not so well"), _("All right"), _("Well"), _("Very well"))
    levels = [button(word, on_click=on_give(level)) for level, word in enumerate(words, start=1)]
    return rx.el.section(
        rx.el.h2(_("Before you read it: how did it go?")),
        rx.el.p(
            _(
                "In your own view. Your answer stands beside the feedback and changes nothing in "
                "it."
            ),
            class_name="muted",
        ),
        rx.el.div(*levels, class_name="levels", role="group", aria_label=_("How it went")),
        actions(button(_("Skip, show the feedback"), "plain", on_click=on_skip)),
        class_name="card stack close self-rating",
    )


def beside(said: rx.Var[str], row: ObjectVar[ReportRow]) -> rx.Component:
    """Return what the person said of the interview, beside what was found.

    Args:
        said: "all right"; empty when nothing was said.
        row: The report.
    """
    found = rx.cond(
        row.overall != "",
        rx.fragment(
            *pieces("The feedback rates it {rating} overall.", rating=rx.el.b(row.overall))
        ),
        rx.fragment(_("This feedback rates nothing, so there is no mark to set beside it.")),
    )
    return rx.cond(
        said != "",
        rx.el.p(
            *pieces("Before you read this, you said it went {so}. ", so=rx.el.b(said)), found,
            class_name="self-rated",
        ),
    )  # fmt: skip
