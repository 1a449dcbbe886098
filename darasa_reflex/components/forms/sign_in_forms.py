"""Forms of accounts that this server keeps itself: sign in, sign up, sign out, another password."""

from typing import Any

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.forms.fields import Wrong, field
from darasa_reflex.components.forms.native_form import native_form
from darasa_reflex.components.page.links import Kind, actions, button, button_link
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _

# What is wrong stands above these forms: they come back by a new page, which begins with the alert.
_NOWHERE = Wrong(rx.Var.create(""), rx.Var.create(""))
_LENGTH = _("10 to 200 characters of any kind. A sentence is fine, and so is pasting.")
_OFTEN = _("That was tried too often. Wait five minutes, then try again.")
_LENGTH_WRONG = _("That password cannot be used: it needs 10 to 200 characters.")
_COMMON = _("Many people use that password, so it is tried first. Choose another one.")
_FORGOTTEN = _("Forgot your password? Whoever runs this server can give you a new one: ")
_HOW = "python -m darasa_reflex set-password EMAIL"


def sign_in_form(sign_up: str | rx.Var[str] = "/sign-up") -> rx.Component:
    """Return the form that signs this browser in; `sign_up` is the address of the other form."""
    told = {
        "wrong": {
            "sign_in": _("This e-mail and password do not belong together here. Check both."),
            "ended": _("Your sign-in has ended. Please sign in again."),
            "often": _OFTEN,
        },
        "made": {"1": _("If that e-mail had no account yet, it has one now. Sign in with it.")},
        "done": {"everywhere": _("All your browsers are signed out.")},
    }
    return native_form(
        _email(),
        _password("password", _("Password"), "current-password"),
        actions(
            button(_("Sign in"), "primary", type="submit"),
            button_link(_("Make an account"), sign_up, "plain"),
        ),
        rx.el.p(_FORGOTTEN, _who_can(), class_name="hint"),
        action="/auth/sign-in",
        told=told,
        class_name="stack close narrow",
    )


def _who_can() -> rx.Component | str:
    contact = brand().support
    return rx.el.a(contact, href=brand().support_address) if contact else _HOW


def sign_up_form(sign_in: str | rx.Var[str] = "/sign-in") -> rx.Component:
    """Return the form that makes an account; `sign_in` is the address of the other form."""
    told = {
        "wrong": {
            "email": _("That is no e-mail address. Check it."),
            "password": _LENGTH_WRONG,
            "common": _COMMON,
            "name": _("Please write a name of 1 to 100 characters."),
            "often": _("Too many accounts were made from here. Wait an hour, then try again."),
        }
    }
    return native_form(
        _input(
            "name", _("Name"), "name", hint=_("What the interviewer calls you."), data_kept="yes"
        ),
        _email(),
        _new_password("password", _("Password")),
        actions(
            button(_("Make an account"), "primary", type="submit"),
            button_link(_("Already have an account? Sign in"), sign_in, "plain"),
        ),
        action="/auth/sign-up",
        told=told,
        class_name="stack close narrow",
    )


def password_form() -> rx.Component:
    """Return the form that changes the person's password."""
    told = {
        "wrong": {
            "old_password": _("That is not your password now. Check it."),
            "new_password": _LENGTH_WRONG,
            "common": _COMMON,
            "often": _OFTEN,
        },
        "done": {"password": _("Your password is changed. All other browsers are signed out.")},
    }
    return native_form(
        _password("old_password", _("Password now"), "current-password"),
        _new_password("new_password", _("New password")),
        actions(button(_("Change password"), type="submit")),
        action="/auth/password",
        told=told,
        class_name="stack close narrow",
    )


def sign_out_everywhere_form() -> rx.Component:
    """Return the button that signs all the person's browsers out."""
    return _only_button(_("Sign out everywhere"), "/auth/sign-out-everywhere")


def sign_out_form(kind: Kind = "plain") -> rx.Component:
    """Return the button that signs this browser out."""
    return _only_button(_("Sign out"), "/auth/sign-out", kind)


def _only_button(words: Text, action: str, kind: Kind = "") -> rx.Component:
    return native_form(button(words, kind, type="submit"), action=action)


def _email() -> rx.Component:
    return _input("email", _("E-mail"), "username", type="email", data_kept="yes")


def _password(name: str, label: Text, purpose: str, **props: Any) -> rx.Component:  # noqa: ANN401 (props of an input)
    return _input(name, label, purpose, type="password", **props)


def _new_password(name: str, label: Text) -> rx.Component:
    # No `max_length`: a browser would cut a pasted password without a word.
    return _password(name, label, "new-password", min_length=10, hint=_LENGTH)


def _input(name: str, label: Text, purpose: str, **props: Any) -> rx.Component:  # noqa: ANN401 (props of an input)
    return field(name, label, rx.el.input, _NOWHERE, auto_complete=purpose, required=True, **props)
