"""/app/settings"""

import reflex as rx

from darasa_reflex.components.forms.binary_file import binary_file
from darasa_reflex.components.forms.export_form import export_form
from darasa_reflex.components.forms.fields import Wrong, agreement, choices, field, saved
from darasa_reflex.components.forms.sign_in_forms import (
    password_form,
    sign_out_everywhere_form,
    sign_out_form,
)
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.languages.language_choice import OFFERS, language_choice
from darasa_reflex.components.page.links import actions, button, button_link, link
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.page.theme import theme_choice
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pgettext, pieces
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.interview._setup import PATIENCES
from darasa_reflex.pages.settings._access_tokens import access_tokens
from darasa_reflex.pages.settings._language_model import language_model
from darasa_reflex.pages.settings._shared_links import shared_links
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.set_up.plan import PlanState as Plan
from darasa_reflex.states.settings.access_tokens import AccessTokensState as Tokens
from darasa_reflex.states.settings.language_model import LanguageModelState as Model
from darasa_reflex.states.settings.settings import SettingsState as Settings
from darasa_reflex.states.settings.shared_links import SharedLinksState as Links

_KEPT = (
    ("30", _("30 days"), ""),
    ("90", _("90 days"), ""),
    ("never", _("Until I delete"), ""),
)
_WRONG = Wrong(Settings.wrong_field, Settings.wrong_text)


@page(
    "/app/settings",
    _("Settings"),
    menu=_("Settings"),
    on_load=[Settings.load, Model.load, Tokens.load, Links.load],
)
def settings() -> rx.Component:
    """Return everything a person may choose, with the way to a copy and the way out."""
    return rx.fragment(
        title_bar(_("Settings")),
        viewed(view_of(Settings), Settings.refusal, _sections(), skeletons("tall", "", "tall")),
    )


def _sections() -> rx.Component:
    return rx.el.div(
        section(pgettext("heading", "You"), _you()),
        section(_("About you"), _about()),
        section(_("Interviews"), _interviews()),
        section(_("Your voice"), _voice()),
        rx.cond(Model.offered, section(_("Language model"), language_model())),
        *([section(_("Language"), _language())] if OFFERS else []),
        section(_("Look"), _look()),
        rx.cond(Door.kind == "form", section(_("Sign-in"), _sign_in())),
        section(_("Your data"), _kept()),
        section(_("Shared reports"), shared_links()),
        section(_("Programs"), access_tokens()),
        section(_("Your plan"), _plan()),
        section(_("Your account"), _end()),
        class_name="settings",
        key=Settings.opened,
    )


def _you() -> rx.Component:
    told = rx.match(
        Door.kind,
        (
            "clerk",
            _(
                "What the interviewer calls you. Your picture, e-mail and password are managed in "
                "your account: open it by the picture at the top of the page."
            ),
        ),
        _("What the interviewer calls you."),
    )
    return rx.el.form(
        field(
            "name",
            _("Name"),
            rx.el.input,
            _WRONG,
            hint=rx.fragment(told),
            default_value=Settings.name,
            dir="auto",
            auto_complete="name",
        ),
        rx.cond(
            Settings.email != "",
            rx.el.p(_("E-mail: "), rx.el.span(Settings.email, class_name="email")),
        ),
        actions(button(_("Save name"), type="submit"), saved(Settings.saved == "name")),
        on_submit=Settings.rename,
        no_validate=True,
        class_name="card stack close",
    )


def _about() -> rx.Component:
    return rx.el.form(
        field(
            "about_me",
            _("Your CV, or a few lines about your work"),
            rx.el.textarea,
            _WRONG,
            hint=_(
                "Paste it as text. Only used when a language model writes questions for your "
                "jobs: it goes there with the posting, the next time you save a job. Without a "
                "model it stays unused. Leave out what nobody should know."
            ),
            default_value=Settings.about_me,
            dir="auto",
            rows=6,
        ),
        rx.el.div(
            rx.el.label(_("Or choose a PDF, Word or text file, up to 5 MB"), html_for="cv_file"),
            binary_file(
                id="cv_file",
                accept=".pdf,.docx,.txt,.md",
                on_piece=Settings.take_file,
                class_name="input",
            ),
            rx.el.p(_("Its text appears above, for you to check and save."), class_name="hint"),
            class_name="field",
        ),
        actions(button(_("Save"), type="submit"), saved(Settings.saved == "about_me")),
        on_submit=Settings.tell_about,
        no_validate=True,
        class_name="card stack close",
    )


def _interviews() -> rx.Component:
    return rx.el.div(
        choices(
            "patience",
            _("Patience of the interviewer"),
            PATIENCES,
            Settings.patience,
            on_choose=Settings.choose_patience,
        ),
        rx.el.p(
            _(
                "How long a silence lasts before your answer counts as finished: about 0.8, 1.5 "
                "or 4 seconds. Chosen at first for each new interview; there you can change it."
            ),
            class_name="hint",
        ),
        rx.el.p(
            *pieces(
                "{questions}: a list of yours, or a file from your school or coach.",
                questions=link(
                    _("Bring your own questions"), to="/app/questions", class_name="target"
                ),
            ),
        ),
        _told("patience"),
        agreement(
            "captions",
            _("Show captions during interviews"),
            _(
                "Without them the room shows nothing in writing, and screen readers get nothing to "
                "read aloud. The transcript stays in the report either way."
            ),
            Settings.captions,
            on_agree=Settings.show_captions,
        ),
        _told("captions"),
        class_name="card stack close",
    )


def _voice() -> rx.Component:
    return rx.el.div(
        agreement(
            "expressions",
            _("Tell me afterwards how my voice came across"),
            _(
                "Hume's service estimates how a voice may sound to listeners, and the feedback "
                "puts that into words. It is never rated, and it is no reading of what you feel. "
                "Take this back, and what was kept is deleted at once, from older feedback too."
            ),
            Settings.agreed,
            on_agree=Settings.agree,
        ),
        rx.cond(
            Settings.agreed_at != "",
            rx.el.p(
                *pieces("You agreed on {when}.", when=local_time(iso=Settings.agreed_at)),
                class_name="small",
            ),
        ),
        rx.cond(
            Settings.measured,
            rx.fragment(),
            rx.el.p(
                _(
                    "The interviewer in use here does not measure voices, so nothing is kept at "
                    "the moment."
                ),
                class_name="hint",
            ),
        ),
        _told("expressions"),
        class_name="card stack close",
    )


def _language() -> rx.Component:
    return rx.el.div(
        language_choice("choices"),
        rx.el.p(
            _(
                "Of these pages. Kept in this browser. In which language an interview is held you "
                "choose before each one."
            ),
            class_name="hint",
        ),
        class_name="card stack close",
    )


def _look() -> rx.Component:
    return rx.el.div(
        theme_choice(),
        rx.el.p(_("Kept in this browser."), class_name="hint"),
        class_name="card stack close",
    )


def _sign_in() -> rx.Component:
    return rx.el.div(
        password_form(),
        rx.el.hr(),
        rx.el.p(_("Signed in on a computer that is not yours, or on a lost phone?")),
        actions(sign_out_everywhere_form(), sign_out_form("")),
        class_name="card stack close",
    )


def _kept() -> rx.Component:
    return rx.el.div(
        choices(
            "keep_days", _("Keep interviews for"), _KEPT, Settings.keep, on_choose=Settings.keep_for
        ),
        rx.el.p(
            _(
                "Older interviews are deleted within the hour, with their transcripts, feedback "
                "and recordings. Your voice is recorded only in interviews for which you chose it."
            ),
            class_name="hint",
        ),
        _told("keep_days"),
        rx.el.hr(),
        rx.el.p(
            _("A copy of everything, as a JSON file: jobs, interviews, what was said, feedback.")
        ),
        export_form(),
        class_name="card stack close",
    )


def _plan() -> rx.Component:
    return rx.el.div(
        rx.el.p(Plan.includes),
        rx.el.p(Plan.used, class_name="muted"),
        rx.cond(Door.kind == "clerk", actions(button_link(_("See the plans"), "/app/upgrade"))),
        class_name="card stack close",
    )


def _end() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            _(
                "Deletes everything of yours for good: jobs, interviews, transcripts, feedback "
                "and your sign-in. You get a receipt of what was removed, and where."
            )
        ),
        actions(
            rx.cond(
                Settings.deleting,
                button(_("Deleting…"), disabled=True),
                delete_dialog(
                    _("Delete your account?"),
                    _(
                        "Everything of yours is deleted, and a live interview ends. This cannot be "
                        "undone. If you want a copy, cancel and export everything first."
                    ),
                    Settings.delete_account,
                    words=_("Delete account"),
                    kind="danger",
                ),
            )
        ),
        class_name="card stack close",
    )


def _told(name: str) -> rx.Component:
    """Return whether a choice was saved, or why not."""
    return rx.el.div(
        saved(Settings.saved == name),
        rx.el.p(
            rx.cond(Settings.wrong_field == name, Settings.wrong_text, ""),
            role="alert",
            class_name="wrong",
        ),
        class_name="told",
    )
