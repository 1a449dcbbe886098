"""The part of the settings page that chooses a language model."""

from typing import Literal

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _
from darasa_reflex.states.settings.language_model import LanguageModelState as Model
from darasa_reflex.states.settings.language_model import OfferRow


def language_model() -> rx.Component:
    """Return what is in use, what was found, and the way to try another out."""
    return rx.el.div(
        rx.cond(Model.name != "", _in_use(), _none()),
        rx.el.hr(),
        _found(),
        rx.el.hr(),
        _form(),
        _tested(),
        class_name="card stack close",
    )


def _none() -> rx.Component:
    return rx.el.p(
        _(
            "None is in use. Feedback shows what can be measured; whether an answer is right, "
            "honest or to the point takes a language model, on this computer or with a key of "
            "yours."
        )
    )


def _in_use() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(_("In use: ")), Model.name),
        rx.el.p(Model.where),
        rx.el.p(Model.serves),
        rx.el.ul(rx.foreach(Model.told, rx.el.li), class_name="made"),
        rx.cond(Model.chosen, actions(button(_("Remove model"), on_click=Model.remove))),
        class_name="stack tight",
    )


def _found() -> rx.Component:
    found = rx.el.div(
        rx.el.p(_("Found on this computer. Nothing is sent there before you test it.")),
        rx.el.ul(rx.foreach(Model.offers, _offer), class_name="rows"),
        class_name="stack tight",
    )
    nothing = rx.el.p(
        _(
            "No model server was found on this computer. Ollama and LM Studio are found by "
            "themselves while they run."
        ),
        class_name="hint",
    )
    looking = rx.el.p(_("Looking for model servers on this computer…"), class_name="hint")
    return rx.cond(Model.looked, rx.cond(Model.offers.length() > 0, found, nothing), looking)


def _offer(row: ObjectVar[OfferRow]) -> rx.Component:
    return rx.el.li(
        rx.el.span(row.told),
        button(
            _("Test"),
            on_click=Model.test_found(row.address, row.model),
            disabled=Model.testing,
            aria_label=_("Test {model}", model=row.model),
        ),
        class_name="row",
    )


def _form() -> rx.Component:
    return rx.el.form(
        _field("address", _("Address of a model server"), "https://api.example.org/v1", "text"),
        _field("key", _("Key"), _("Kept on this server, never shown again"), "password"),
        _field("model", _("Model"), _("As its server calls it; may stay empty"), "text"),
        actions(
            rx.cond(
                Model.testing,
                button(_("Testing…"), type="submit", disabled=True),
                button(_("Test this model"), type="submit"),
            )
        ),
        rx.el.p(Model.wrong, role="alert", class_name="wrong"),
        on_submit=Model.test,
        reset_on_submit=False,
        no_validate=True,
        class_name="stack close",
    )


def _field(name: str, label: Text, hint: Text, kind: Literal["text", "password"]) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=f"model-{name}"),
        rx.el.input(
            id=f"model-{name}", name=name, type=kind, placeholder=hint, auto_complete="off",
            spell_check=False, class_name="input",
        ),
        class_name="field",
    )  # fmt: skip


def _tested() -> rx.Component:
    return rx.cond(
        Model.tested != "",
        rx.el.div(
            rx.el.p(rx.el.b(_("Tested: ")), Model.tested),
            rx.el.ul(rx.foreach(Model.tested_told, rx.el.li), class_name="made"),
            rx.el.p(Model.tested_serves),
            rx.el.p(Model.tested_where),
            rx.cond(Model.fit, actions(button(_("Use this model"), "primary", on_click=Model.use))),
            rx.cond(Model.patient, _patiently()),
            role="status",
            class_name="stack tight",
        ),
    )


def _patiently() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            _(
                "In an interview it usually has two seconds to reply; then the built-in rules do. "
                "If you would rather wait for it, the interviewer takes up to ten seconds to "
                "reply."
            )
        ),
        actions(button(_("Use it and wait for its replies"), on_click=Model.use_patiently)),
        class_name="stack tight",
    )
