"""Taking a report along: on paper, as a file, or as words to paste somewhere."""

import reflex as rx
from reflex.components.component import field

from darasa_reflex.components import scripts
from darasa_reflex.components.forms.native_form import native_form
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _

_MENU = "take-along"
_FORMATS = (("markdown", "Markdown"), ("json", "JSON"))


class CopyButton(rx.Component):
    """A button that copies words; it says itself whether it could."""

    library = scripts.library(__file__, "take_along.jsx")
    tag = "CopyButton"

    words: rx.Var[str] = field(doc="What is copied.")
    label: rx.Var[str] = field(doc="Of the button.")


class CopyFrom(rx.Component):
    """A button that copies what stands in a field; it says itself whether it could."""

    library = scripts.library(__file__, "take_along.jsx")
    tag = "CopyFrom"

    of: rx.Var[str] = field(doc="Id of the field.")
    label: rx.Var[str] = field(doc="Of the button.")


class MenuLink(rx.Component):
    """A link within the page that closes the menu it stands in."""

    library = scripts.library(__file__, "take_along.jsx")
    tag = "MenuLink"

    to: rx.Var[str] = field(doc="Where it leads, such as #sharing.")
    label: rx.Var[str] = field(doc="Of the link.")


class PrintButton(rx.Component):
    """A button that prints the page, or saves it as PDF where the browser can."""

    library = scripts.library(__file__, "take_along.jsx")
    tag = "PrintButton"

    label: rx.Var[str] = field(doc="Of the button.")


def copy_button(label: Text, words: rx.Var[str]) -> rx.Component:
    """Return a button that copies words."""
    return CopyButton.create(label=label, words=words)


def copy_from(label: Text, of: str) -> rx.Component:
    """Return a button that copies what stands in the field of this id."""
    return CopyFrom.create(label=label, of=of)


def take_along(
    interview_id: rx.Var[str], run: rx.Var[int], page: rx.Var[str], sharing: str
) -> rx.Component:
    """Return a button with the ways to take a report along, or to show it to somebody.

    Args:
        interview_id: Of the report.
        run: The one that is shown.
        page: Address of the page, where a refused download leads back to.
        sharing: Id of the part of the page where links to it are made.
    """
    return rx.el.div(
        rx.el.button(
            icon("take"),
            _("Export"),
            type="button",
            class_name="button",
            custom_attrs={"popoverTarget": _MENU},
        ),
        rx.el.div(
            PrintButton.create(label=_("Print or PDF")),
            *[_file(format_, words, interview_id, run, page) for format_, words in _FORMATS],
            MenuLink.create(label=_("Share with a coach"), to=f"#{sharing}"),
            id=_MENU,
            class_name="menu stack tight",
            custom_attrs={"popover": "auto"},
        ),
    )


def _file(
    format_: str, words: str, interview_id: rx.Var[str], run: rx.Var[int], page: rx.Var[str]
) -> rx.Component:
    values = {"interview": interview_id, "run": run.to_string(), "page": page, "format": format_}
    return native_form(
        *[rx.el.input(type="hidden", name=name, value=value) for name, value in values.items()],
        rx.el.button(words, type="submit", class_name="button wide"),
        action="/export/report",
        fetches=True,
    )
