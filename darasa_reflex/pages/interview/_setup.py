"""What is chosen before an interview, used by the pages that start one."""

from collections.abc import Sequence

import reflex as rx

from darasa_reflex.components.forms.fields import agreement, choices, language_menu
from darasa_reflex.components.lists.statuses import engine_list
from darasa_reflex.components.page.links import button, link
from darasa_reflex.components.page.notices import notice
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.set_up.start_refusal import start_refusal
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _
from darasa_reflex.states.set_up.interview_setup import LANGUAGE_NAMES
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState as Setup
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models

_LENGTHS = (
    ("5", _("5 min"), ""),
    ("10", _("10 min"), ""),
    ("20", _("20 min"), ""),
    ("30", _("30 min"), ""),
)
PATIENCES = (("fast", _("Quick"), ""), ("normal", _("Normal"), ""), ("patient", _("Patient"), ""))
_KINDS = (
    ("mixed", _("Mixed"), ""),
    ("behavioural", _("How you work"), ""),
    ("technical", _("The job itself"), ""),
)
_DIFFICULTIES = (("easy", _("Easy"), ""), ("usual", _("Normal"), ""), ("hard", _("Hard"), ""))
_TONES = (
    ("friendly", _("Friendly"), ""),
    ("neutral", _("Neutral"), ""),
    ("strict", _("Strict"), ""),
)
# A second press within this many ms is the same start.
_ONE_START_MS = 3_000


def setup(*checks: rx.Component) -> rx.Component:
    """Return what is chosen in one line, with Change, and Start interview.

    Args:
        checks: What is looked at before; the last of it may hold further buttons that start.
    """
    return rx.el.form(
        rx.el.details(
            rx.el.summary(
                rx.el.span(Setup.summary, role="status"),
                rx.el.span(_("Change"), icon("down"), class_name="text-button"),
                class_name="sum",
            ),
            rx.el.div(*_choices(), class_name="stack close chosen"),
        ),
        rx.cond(Setup.multilingual, _unheard()),
        rx.cond(Setup.unrecorded == "", _record()),
        rx.el.div(*(checks or (start_button(),)), _refusal(), class_name="field"),
        rx.el.p(
            _("It begins with a short warm-up that does not count. What is said is kept as text. "),
            Setup.unrecorded,
            class_name="hint",
        ),
        on_submit=Setup.start.throttle(_ONE_START_MS),
        class_name="stack close set-up",
        key=Setup.opened,
    )


def _refusal() -> rx.Component:
    return start_refusal(
        Setup.not_started,
        Setup.frees_at,
        Setup.used_up,
        Setup.upgradable,
        f"{Setup.job_to}/interviews",
    )


def start_button() -> rx.Component:
    """Return the one button that starts."""
    return button(_("Start interview"), "primary big", type="submit")


def how_it_works() -> rx.Component:
    """Return who hears, speaks and rates, for whoever asks."""
    return rx.el.details(
        rx.el.summary(_("How this works")), engine_list(Setup.engines), class_name="how"
    )


def _choices() -> list[rx.Component]:
    return [
        _chosen("minutes", _("Length"), _LENGTHS),
        _chosen("kind", _("Questions"), _KINDS),
        _chosen("difficulty", _("Difficulty"), _DIFFICULTIES, Setup.asks_on),
        _chosen("tone", _("Tone"), _TONES),
        _chosen("patience", _("Patience"), PATIENCES, Setup.waits),
        rx.cond(Setup.multilingual, _language()),
        rx.cond(Setup.expressive, rx.cond(Setup.agreed, _agreed(), _ask())),
        how_it_works(),
    ]


def _chosen(
    name: str,
    legend: Text,
    options: Sequence[tuple[str, Text, Text]],
    told: rx.Var[str] | None = None,
) -> rx.Component:
    group = choices(
        name,
        legend,
        options,
        Setup.first[name],
        lambda value: Setup.choose(name, value),  # pyrefly: ignore[bad-argument-type] (Reflex takes a lambda)
    )
    if told is None:
        return group
    return rx.el.div(group, rx.el.p(told, role="status", class_name="hint"))


def _language() -> rx.Component:
    return language_menu(
        "language",
        _("You answer in"),
        LANGUAGE_NAMES,
        Setup.usual_language,
        Setup.choose_language,
        hint=Setup.language_told,
    )


def _unheard() -> rx.Component:
    came = rx.cond(Setup.language == "en", Models.hears, Models.ready.contains(Setup.model))
    told = notice(rx.el.div(Setup.unheard), tone="warning")
    return rx.cond((Setup.unheard != "") & ~came.bool(), told)


def _ask() -> rx.Component:
    return agreement(
        "expressions",
        _("Tell me afterwards how my voice came across"),
        _(
            "Hume's service estimates how a voice may sound to listeners. This is never rated, "
            "and it is no reading of what you feel. You can take it back in the settings."
        ),
        Setup.agreed,
    )


def _record() -> rx.Component:
    return agreement(
        "recorded",
        _("Record my answers, so that I can hear them afterwards"),
        _(
            "Only your own voice, at most 30 minutes of it, kept with the interview and deleted "
            "with it. Without this your voice is turned into text and then dropped."
        ),
        Setup.recorded,
    )


def _agreed() -> rx.Component:
    return rx.el.p(
        _("How your voice came across is put into words afterwards, as you agreed. "),
        link(_("Change this in the settings"), to="/app/settings"),
        ".",
        class_name="hint",
    )
