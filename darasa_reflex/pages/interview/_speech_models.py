"""Better listening and a better voice, on pages before an interview and in the settings."""

import reflex as rx

from darasa_reflex.components.set_up.model_downloads import (
    ModelActs,
    model_downloads,
    models_of_others,
)
from darasa_reflex.components.words import gettext as _
from darasa_reflex.states.set_up.speech_models import ALL_RECOMMENDED
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models


def speech_models(others_open: bool | rx.Var[bool] = False) -> rx.Component:
    """Return the section that offers better models; nothing where there is nothing to say.

    Args:
        others_open: Whether those for slow machines and other languages are unfolded.
    """
    acts = ModelActs(
        fetch=Models.fetch,
        cancel=Models.cancel,
        remove=Models.remove,
        fetch_all=Models.fetch(ALL_RECOMMENDED),
    )
    offered = model_downloads(
        Models.rows,
        Models.others,
        acts,
        offer=Models.offer,
        host=Models.host,
        news=Models.news,
        others_open=others_open,
    )
    return rx.el.div(
        rx.match(
            Models.view,
            ("open", _section(offered)),
            ("told", _section(models_of_others())),
            rx.fragment(),
        ),
        on_mount=Models.load,
    )


def _section(content: rx.Component) -> rx.Component:
    heading = rx.el.h2(_("Better listening"), id="better-voice")
    return rx.el.section(heading, content, aria_labelledby="better-voice", class_name="section")
