"""Forms that the browser itself posts, for what only a whole new page may carry: a cookie."""

from collections.abc import Mapping
from typing import Any

import reflex as rx
from reflex.components.component import field

from darasa_reflex.components import scripts
from darasa_reflex.components.page.links import from_root


class NativeForm(rx.Component):
    """A form without the JavaScript of `rx.form`, which keeps the browser from posting.

    The server answers with an address. Codes in it become words above the form, and its `next`, the
    page to lead to, goes along with the post. Inputs marked `data-kept` are filled in again after a
    refusal, from this tab's memory; passwords must not be.
    """

    library = scripts.library(__file__, "native_form.jsx")
    tag = "NativeForm"

    action: rx.Var[str] = field(doc="Path that takes the post.")
    told: rx.Var[Mapping[str, Mapping[str, str]]] = field(
        default=rx.Var.create({}),
        doc='Words by name and code of the address: {"wrong": {"email": "That is no…"}}. '
        '"wrong" is an alert.',
    )
    fetches: rx.Var[bool] = field(
        default=rx.Var.create(False),
        doc="The answer is a file, so the page stays. The newest token of Clerk, where it keeps "
        "the sign-ins, goes along as `token`.",
    )


def native_form(
    *children: Any,  # noqa: ANN401 (texts, vars and components)
    action: str,
    **props: Any,  # noqa: ANN401 (props of `NativeForm`)
) -> rx.Component:
    """Return a form that posts to a path of ours."""
    return NativeForm.create(*children, action=from_root(action), **props)
