"""The choice of the language that pages are in; the browser keeps it."""

import reflex as rx
from reflex.event import EventChain
from reflex.utils.imports import ImportVar
from reflex.vars import FunctionStringVar, VarData

from darasa_reflex.components import scripts
from darasa_reflex.components.page.languages.languages import names
from darasa_reflex.components.words import OFFERED, language
from darasa_reflex.components.words import gettext as _
from darasa_reflex.core.words.choice import COOKIE
from darasa_reflex.settings import settings

# Whether there is anything to choose.
OFFERS = len(OFFERED) > 1
_SCRIPT = scripts.library(__file__, "keep_language.js")


def language_choice(class_name: str) -> rx.Component:
    """Return a button for each language, called as its readers call it.

    They are no radio buttons, which choose at the press of an arrow: a page is loaded anew.
    """
    return rx.el.div(
        *[_button(code, name) for code, name in names().items()],
        role="group",
        aria_label=_("Language"),
        class_name=class_name,
    )


def _button(code: str, name: str) -> rx.Component:
    return rx.el.button(
        rx.el.span(name),
        type="button",
        lang=code,
        aria_pressed=rx.cond(language() == code, "true", "false"),
        on_click=_chosen(code),
        class_name="choice",
    )


def _chosen(code: str) -> rx.Var[EventChain]:
    imported = VarData(imports={_SCRIPT: [ImportVar(tag="chooseLanguage")]})
    choose = FunctionStringVar.create("chooseLanguage", _var_data=imported)
    call = choose.call(code, COOKIE, settings().path or "/")
    return rx.Var(f"() => {call}", _var_type=EventChain, _var_data=call._get_all_var_data())
