"""The part of Settings about programs."""

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.forms.fields import Wrong, field
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.links import actions, button, from_root
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces
from darasa_reflex.states.settings.access_tokens import NEW, TokenRow
from darasa_reflex.states.settings.access_tokens import AccessTokensState as Tokens

_WRONG = Wrong(Tokens.wrong_field, Tokens.wrong_text)


def access_tokens() -> rx.Component:
    """Return the tokens, with the way to make one and to remove each."""
    return rx.el.div(
        rx.el.p(
            _(
                "A program of yours can read your jobs, transcripts and feedback, and start "
                "interviews. It needs a token, which works like a password: give it to nobody "
                "else. "
            ),
            rx.el.a(_("What it can do"), href=from_root("/api/openapi.json"), class_name="target"),
            class_name="hint",
        ),
        rx.cond(
            Tokens.rows.length() > 0,
            rx.el.ul(rx.foreach(Tokens.rows, _token), class_name="rows"),
        ),
        rx.el.div(_fresh(), role="status"),
        rx.el.form(
            field(
                "token_name",
                _("What a new token is for"),
                rx.el.input,
                _WRONG,
                hint=_("Such as the name of the program that will use it."),
                auto_complete="off",
                max_length=60,
            ),
            actions(button(_("Make a token"), type="submit")),
            on_submit=Tokens.make,
            no_validate=True,
            class_name="stack close",
        ),
        class_name="card stack close",
    )


def _fresh() -> rx.Component:
    return rx.el.div(
        rx.el.label(_("Copy it now: it is not shown again."), html_for=NEW),
        rx.el.input(id=NEW, read_only=True, class_name="input", spell_check=False),
        class_name=rx.cond(Tokens.fresh != "", "field", "field hidden"),
        hidden=Tokens.fresh == "",
    )


def _token(row: ObjectVar[TokenRow]) -> rx.Component:
    used = rx.cond(
        row.used != "",
        rx.fragment(*pieces("Last used on {when}", when=local_time(iso=row.used))),
        rx.fragment(_("Never used")),
    )
    remove = button(
        _("Remove"),
        kind="plain",
        on_click=Tokens.remove(row.digest),
        aria_label=_("Remove the token {name}", name=row.name),
    )
    return rx.el.li(
        rx.el.div(rx.el.strong(row.name, dir="auto"), rx.el.p(used, class_name="hint")),
        actions(remove),
        class_name="row",
    )
