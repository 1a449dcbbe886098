"""What is chosen before an interview, used by the pages that start one."""

import reflex as rx

from darasa_reflex.components.fields import agreement, choices
from darasa_reflex.components.links import button
from darasa_reflex.components.statuses import strip
from darasa_reflex.states.interview_setup import InterviewSetupState as Setup

_LENGTHS = (("5", "5 min", ""), ("10", "10 min", ""), ("20", "20 min", ""))
# Waits of the patience settings. Source: facts/ux.md, "Job".
_PATIENCES = (
    ("fast", "Fast", "waits 0.8 s"),
    ("normal", "Normal", "waits 1.5 s"),
    ("patient", "Patient", "waits 3 s"),
)
# A second press within this many ms is the same start.
_ONE_START_MS = 3_000


def setup() -> rx.Component:
    """Return length, patience, what plays the interviewer, and Start interview."""
    return rx.el.form(
        choices("minutes", "Length", _LENGTHS, "10"),
        choices("patience", "Patience of the interviewer", _PATIENCES, "normal"),
        rx.cond(
            Setup.expressive,
            agreement(
                "expressions",
                "Tell me afterwards how my voice came across",
                "Hume's service estimates how a voice may sound to listeners. This is never rated, "
                "and it is no reading of what you feel. Start with it unticked to delete what was "
                "kept.",
                Setup.agreed,
            ),
        ),
        rx.el.p(
            "Patience is how long a silence lasts before your answer counts as finished. "
            "Everything said is kept as text; your voice is not recorded.",
            class_name="hint",
        ),
        rx.el.div(
            button("Start interview", "primary wide", type="submit"),
            rx.el.p(Setup.not_started, role="alert", class_name="wrong"),
            class_name="field",
        ),
        strip(Setup.engines),
        on_submit=Setup.start.throttle(_ONE_START_MS),
        class_name="stack close",
    )
