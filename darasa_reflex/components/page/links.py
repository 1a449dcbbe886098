"""Links inside the app, and buttons. One `primary` of them on a screen."""

from collections.abc import Sequence
from typing import Any, Literal

import reflex as rx
from reflex.vars import ArrayVar
from reflex_components_core.el.elements.inline import A
from reflex_components_core.react_router.dom import ReactRouterLink

from darasa_reflex.settings import settings

Kind = Literal[
    "",
    "big",
    "primary",
    "primary big",
    "primary wide",
    "plain",
    "danger",
    "danger plain",
    "danger primary",
]


def link(
    *children: Any,  # noqa: ANN401 (texts, vars and components)
    to: str | rx.Var[str],
    class_name: str | rx.Var[str] = "",
    **props: Any,  # noqa: ANN401 (props of a link)
) -> rx.Component:
    """Return a link to a page of ours, followed without a full page load."""
    return ReactRouterLink.create(*children, to=to, class_name=class_name, **props)


def from_root(path: str | rx.Var[str]) -> rx.Var[str]:
    """Return a path of ours as the browser itself knows it; links of the router need no more."""
    return rx.Var.create(f"{settings().path}{path}")


def jump(
    *children: Any,  # noqa: ANN401 (texts, vars and components)
    to: str | rx.Var[str],
    class_name: str | rx.Var[str] = "",
) -> rx.Component:
    """Return a link within the page, "#turn-3", followed by the browser itself.

    Only then it moves the focus, and CSS knows where it led: `:target`.
    """
    return A.create(*children, href=to, class_name=class_name)


def button_link(
    text: str | rx.Var[str], to: str | rx.Var[str], kind: Kind | rx.Var[str] = ""
) -> rx.Component:
    """Return a link that looks like a button."""
    return link(text, to=to, class_name=f"button {kind}")


def button(text: str | rx.Var[str], kind: Kind = "", **props: Any) -> rx.Component:  # noqa: ANN401 (props of a button)
    """Return a button; without `type` it submits no form."""
    props = {"type": "button", **props}
    return rx.el.button(text, class_name=f"button {kind}", **props)


def actions(*children: rx.Component) -> rx.Component:
    """Return buttons beside each other, which wrap on a phone."""
    return rx.el.div(*children, class_name="actions")


def fact_line(facts: Sequence[str | rx.Var[str] | rx.Component]) -> rx.Component:
    """Return small facts in one muted line, with dots between them."""
    return rx.el.p(*[rx.el.span(fact, dir="auto") for fact in facts], class_name="facts")


def facts(texts: ArrayVar[Sequence[str]]) -> rx.Component:
    """Return a `fact_line` of as many facts as there are."""
    return rx.el.p(rx.foreach(texts, lambda text: rx.el.span(text, dir="auto")), class_name="facts")
