"""/app/questions"""

import reflex as rx

from darasa_reflex.components.forms.fields import Wrong, choices, field, saved
from darasa_reflex.components.forms.text_file import text_file
from darasa_reflex.components.lists.question_rows import question_rows
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.questions.own_questions import OwnQuestionsState as Own

_WRONG = Wrong(Own.wrong_field, Own.wrong_text)
_USES = (
    ("first", _("Mine first"), _("The built-in ones fill the time that is left.")),
    ("mixed", _("Mixed"), _("Half of them mine, half built-in.")),
    ("only", _("Only mine"), _("The interview is over when they are; a short list ends early.")),
)


@page("/app/questions", _("Your questions"), on_load=Own.load)
def own_questions() -> rx.Component:
    """Return the person's questions, with what adds more and how they are used."""
    return rx.fragment(
        title_bar(_("Your questions"), back=(_("Settings"), "/app/settings")),
        viewed(view_of(Own), Own.refusal, _content(), skeletons("tall", "", "tall")),
    )


def _content() -> rx.Component:
    return rx.el.div(
        section(_("Add questions"), _adder()),
        section(_("How they are used"), _use()),
        section(_("What you have"), _list()),
        class_name="settings",
        key=Own.opened,
    )


def _adder() -> rx.Component:
    return rx.el.form(
        field(
            "questions",
            _("Paste a list"),
            rx.el.textarea,
            _WRONG,
            hint=_(
                "One question a line. Or CSV with a first line that names its columns: role, "
                "level, section, question, follow-up. Only “question” is needed."
            ),
            placeholder=_("Why do you want to work with us?"),
            dir="auto",
            rows=6,
        ),
        actions(button(_("Add"), "primary", type="submit")),
        rx.el.div(
            rx.el.label(_("Or choose a CSV or text file"), html_for="questions_file"),
            text_file(id="questions_file", on_text=Own.add_file, class_name="input"),
            class_name="field",
        ),
        rx.el.p(Own.told, role="status", class_name="saved"),
        on_submit=Own.add,
        no_validate=True,
        class_name="card stack close",
    )


def _use() -> rx.Component:
    return rx.el.div(
        choices("use", _("In your interviews"), _USES, Own.use, on_choose=Own.choose_use),
        rx.cond(Own.house != "", rx.el.p(Own.house, class_name="hint")),
        rx.el.p(
            _("Greeting, the question whether you have questions, and the end stay as they are."),
            class_name="hint",
        ),
        saved(Own.saved == "use"),
        class_name="card stack close",
    )


def _list() -> rx.Component:
    return rx.cond(
        Own.rows.length() > 0,
        rx.el.div(
            question_rows(Own.rows, Own.remove),
            actions(
                delete_dialog(
                    _("Delete all your questions?"),
                    _("Interviews you have held keep theirs. This cannot be undone."),
                    Own.clear,
                    words=_("Delete all"),
                )
            ),
            class_name="card stack close",
        ),
        rx.el.p(_("None yet. Interviews ask the built-in questions."), class_name="muted"),
    )
