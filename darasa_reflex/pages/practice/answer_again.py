"""/app/job-infos/[job_info_id]/interviews/[interview_id]/answers/[turn_id]/again"""

import reflex as rx

from darasa_reflex.components.forms.fields import Wrong, field
from darasa_reflex.components.forms.leave_guard import leave_guard
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button, fact_line
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.practice.attempts import changes, figures, outline, tellings
from darasa_reflex.components.practice.speaking.component import speaking
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import language, pieces
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.practice.answer_again import AnswerAgainState as Again

_WRONG = Wrong(Again.wrong_field, Again.wrong_text)


@page(
    "/app/job-infos/[job_info_id]/interviews/[interview_id]/answers/[turn_id]/again",
    _("Answer again"),
    on_load=Again.load,
)
def answer_again() -> rx.Component:
    """Return one question, room for another answer, and the attempts beside each other."""
    ready = view_of(Again) == "ready"
    return rx.fragment(
        title_bar(
            rx.cond(ready, Again.question, _("Answer again")),
            back=(
                rx.cond(ready, _("Your feedback"), _("Jobs")),
                rx.cond(ready, Again.report_to, "/app"),
            ),
            subtitle=rx.cond(ready, _facts()),
            language=rx.cond(ready, Again.asks, language()),
        ),
        viewed(view_of(Again), Again.refusal, _content(), skeletons("tall", "tall")),
    )


def _facts() -> rx.Component:
    return rx.cond(
        Again.tried != "",
        fact_line([_("One question, answered again"), Again.tried]),
        fact_line([_("One question, answered again")]),
    )


def _content() -> rx.Component:
    return rx.el.div(
        rx.cond(Again.tried != "", _compared()),
        section(rx.cond(Again.tried != "", _("Once more"), _("Your new answer")), _box()),
        rx.cond(Again.tried == "", _before()),
        class_name="stack",
        key=Again.opened,
    )


def _compared() -> rx.Component:
    return rx.el.section(
        rx.el.h2(_("What changed"), id="changed", tab_index=-1),
        rx.el.div(
            changes(Again.gained, Again.left, Again.following),
            figures(Again.figures),
            tellings(Again.tellings, Again.language, Again.choose),
            _reading(),
            rx.el.p(
                *pieces(
                    "{underlined} words are new. Parts are found by word rules, as in your "
                    "feedback; they may be there all the same. All attempts are kept, and none "
                    "counts as an interview.",
                    underlined=rx.el.ins(_("Underlined")),
                ),
                class_name="hint",
            ),
            class_name="stack close",
        ),
        class_name="section",
    )


def _reading() -> rx.Component:
    """Return what the language model is doing about the newest attempt."""
    told = rx.cond(
        Again.judging,
        _("{judge} is reading your new answer.", judge=Again.judge),
        rx.cond(
            Again.judge_failed != "",
            _("Your new answer was not read. {judge_failed}", judge_failed=Again.judge_failed),
            "",
        ),
    )
    waits = Again.unjudged & ~Again.judging
    return rx.el.div(
        rx.el.p(told, role="status", class_name="hint"),
        rx.cond(waits, button(_("Have it read by the language model"), on_click=Again.have_judged)),
        class_name="stack close",
    )


def _box() -> rx.Component:
    return leave_guard(
        rx.el.form(
            rx.cond(Again.hears, _speak()),
            field(
                "answer",
                rx.cond(Again.hears, _("Or type it"), _("Your answer")),
                rx.el.textarea,
                _WRONG,
                hint=_(
                    "Take your time: nothing is running. Two or three minutes of talk are about "
                    "300 words."
                ),
                rows=8,
                lang=Again.language,
                dir="auto",
                spell_check=True,
            ),
            rx.cond((Again.hints.length() > 0) | (Again.stronger.length() > 0), _hint()),
            actions(
                button(_("Done"), "primary", type="submit"),
                rx.el.p(Again.told, role="status", class_name="saved"),
            ),
            on_submit=Again.keep,
            no_validate=True,
            class_name="card again-box",
        ),
        question=_("Leave this page? What you typed is not kept yet."),
        draft="answer again",
        saved=Again.saved,
    )


def _speak() -> rx.Component:
    return speaking(
        rx.el.div(
            button(_("Speak it"), data_speak="start"),
            rx.el.p(
                rx.el.span(_("Opening the microphone"), class_name="when-opening"),
                rx.el.span(_("Listening to you "), class_name="when-listening"),
                rx.el.span(_("Writing down what you said"), class_name="when-reading"),
                role="status",
                class_name="call-state",
            ),
            rx.el.span(class_name="level when-listening", aria_hidden="true"),
            rx.el.span("0:00", data_speak_text="time", class_name="figures muted when-listening"),
            button(_("Done speaking"), "primary", data_speak="done"),
            button(_("Start over"), "plain", data_speak="cancel"),
            class_name="actions",
        ),
        rx.el.p(data_speak_text="caption", aria_live="off", lang=Again.language, dir="auto"),
        rx.el.p(data_speak_text="problem", role="alert", class_name="wrong"),
        ear_pass=Again.ear_pass,
        on_speak=Again.lend_ears,
        on_kept=Again.show_kept,
        class_name="speak-again",
    )


def _hint() -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Show a hint")),
        rx.cond(
            Again.stronger.length() > 0,
            rx.fragment(
                rx.el.p(_("A stronger answer, from your own facts."), class_name="hint"),
                rx.el.ul(rx.foreach(Again.stronger, rx.el.li), class_name="made"),
            ),
            rx.fragment(
                rx.el.p(_("What an answer to this has, in your own words."), class_name="hint"),
                outline(Again.hints, Again.language),
            ),
        ),
    )


def _before() -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Your first answer")),
        rx.el.p(Again.first, class_name="prose", lang=Again.language, dir="auto"),
    )
