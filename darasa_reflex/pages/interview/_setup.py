"""What is chosen before an interview, used by the pages that start one."""

import reflex as rx

from darasa_reflex.components.forms.fields import agreement, choices, language_menu
from darasa_reflex.components.lists.statuses import engine_list
from darasa_reflex.components.page.links import button, link
from darasa_reflex.components.page.notices import notice
from darasa_reflex.components.set_up.start_refusal import start_refusal
from darasa_reflex.states.set_up.interview_setup import LANGUAGE_NAMES
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState as Setup
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models

_LENGTHS = (("5", "5 min", ""), ("10", "10 min", ""), ("20", "20 min", ""), ("30", "30 min", ""))
# About how long each waits when nothing tells whether an answer is over. Source: `Patience`, and
# `pace` of the built-in interviewer.
PATIENCES = (
    ("fast", "Fast", "waits 0.8 s"),
    ("normal", "Normal", "waits 1.5 s"),
    ("patient", "Patient", "waits 4 s"),
)
_KINDS = (
    ("mixed", "Mixed", "both"),
    ("behavioural", "Behaviour", "how you work"),
    ("technical", "Technical", "the job itself"),
)
_DIFFICULTIES = (
    ("easy", "Easy", "asks on once"),
    ("usual", "Usual", "asks on twice"),
    ("hard", "Hard", "twice, exactly"),
)
_TONES = (("friendly", "Friendly", ""), ("neutral", "Neutral", ""), ("strict", "Strict", ""))
# By it buttons elsewhere on a page submit the set-up.
FORM = "interview-setup"
# A second press within this many ms is the same start.
_ONE_START_MS = 3_000


def setup() -> rx.Component:
    """Return what is chosen, what plays the interviewer, and Start interview."""
    return rx.el.form(
        choices("minutes", "Length", _LENGTHS, "10"),
        choices("kind", "Questions", _KINDS, "mixed"),
        choices("difficulty", "Difficulty", _DIFFICULTIES, "usual"),
        choices("tone", "Tone of the interviewer", _TONES, "neutral"),
        choices("patience", "Patience of the interviewer", PATIENCES, Setup.patience),
        rx.cond(Setup.multilingual, _language()),
        rx.cond(
            Setup.expressive,
            rx.cond(Setup.agreed, _agreed(), _ask()),
        ),
        rx.el.p(
            "Patience is how long a silence lasts before your answer counts as finished. "
            "The first question is a warm-up and does not count. "
            "Everything said is kept as text; your voice is not recorded.",
            class_name="hint",
        ),
        rx.el.div(
            button("Start interview", "primary wide", type="submit"),
            start_refusal(
                Setup.not_started,
                Setup.frees_at,
                Setup.used_up,
                Setup.upgradable,
                f"{Setup.job_to}/interviews",
            ),
            class_name="field",
        ),
        engine_list(Setup.engines),
        id=FORM,
        on_submit=Setup.start.throttle(_ONE_START_MS),
        class_name="stack close",
    )


def _language() -> rx.Component:
    return rx.fragment(
        language_menu(
            "language",
            "You answer in",
            LANGUAGE_NAMES,
            Setup.usual_language,
            Setup.choose_language,
            hint=Setup.language_told,
        ),
        _unheard(),
    )


def _unheard() -> rx.Component:
    came = rx.cond(Setup.language == "en", Models.hears, Models.ready.contains(Setup.model))
    told = notice(rx.el.div(Setup.unheard), tone="warning")
    return rx.cond((Setup.unheard != "") & ~came.bool(), told)


def _ask() -> rx.Component:
    return agreement(
        "expressions",
        "Tell me afterwards how my voice came across",
        "Hume's service estimates how a voice may sound to listeners. This is never rated, and it "
        "is no reading of what you feel. You can take it back in the settings.",
        Setup.agreed,
    )


def _agreed() -> rx.Component:
    return rx.el.p(
        "How your voice came across is put into words afterwards, as you agreed. ",
        link("Change this in the settings", to="/app/settings"),
        ".",
        class_name="hint",
    )
