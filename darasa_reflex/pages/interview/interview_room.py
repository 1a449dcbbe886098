"""/app/job-infos/[job_info_id]/interviews/[interview_id]/room"""

import reflex as rx

from darasa_reflex.components.page.links import actions, button, button_link, link
from darasa_reflex.components.page.notices import notice, skeletons, viewed
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.room import popovers
from darasa_reflex.components.room.dock import call_bar, typed_answer, unsent
from darasa_reflex.components.room.end_dialog import end_dialog
from darasa_reflex.components.room.stage import (
    asked,
    captions,
    captions_off,
    problem,
    progress,
    read_aloud,
    time_left,
    trouble,
)
from darasa_reflex.components.room.transcript import transcript
from darasa_reflex.components.set_up.coming import coming
from darasa_reflex.components.set_up.start_refusal import start_refusal
from darasa_reflex.components.voice_room.component import voice_room
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.room.interview_room import InterviewRoomState as Room
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models

# A second press within this many ms is the same press.
_ONE_PRESS_MS = 3_000
# So long after the last key the notes are kept.
_TYPING_PAUSE_MS = 600
_MOST_NOTES = 20_000
IN_WRITING = _(
    "Nothing here can hear you yet, so type your answers: misheard words would help nobody. "
    "The interviewer speaks all the same."
)
_KEPT = _("Everything in the transcript is kept.")


@page(
    "/app/job-infos/[job_info_id]/interviews/[interview_id]/room",
    _("Interview"),
    on_load=Room.load,
)
def interview_room() -> rx.Component:
    """The room: one screen without a header of the site, and never longer than the window."""
    ready = view_of(Room) == "ready"
    return rx.el.div(
        rx.el.div(
            link(
                icon("back"),
                to=rx.cond(ready, Room.job_to, "/app"),
                class_name="icon-button",
                aria_label=rx.cond(ready, _("Leave the room; you can come back"), _("Jobs")),
            ),
            rx.el.div(
                rx.el.h1(rx.cond(ready, Room.called, _("Interview")), dir="auto"),
                rx.el.span(Room.company, dir="auto", class_name="muted"),
            ),
            class_name="room-job",
        ),
        viewed(view_of(Room), Room.refusal, _call(), skeletons("line", "tall", "line")),
        class_name="room-page",
    )


def _call() -> rx.Component:
    return voice_room(
        progress(),
        _tools(),
        _stage(),
        _dock(),
        popovers.about(Room.about),
        popovers.devices(),
        popovers.notes(_notes(), Room.notes_told),
        popovers.said_so_far(transcript(Room.turns)),
        popovers.more(),
        rx.cond(Room.recorded, popovers.recording(Room.stop_recording)),
        read_aloud(Room.newest),
        class_name=rx.cond(Room.captions, "room", "room no-captions"),
        interview_id=Room.interview_id,
        ticket=Room.ticket,
        in_writing=Room.typed & ~Models.hears,
        on_ready=Room.go_on,
        on_status=Room.show_status,
        on_chat=Room.keep_chat,
        on_turn=Room.show_turns,
        on_tick=Room.keep_duration,
        on_end=Room.show_end,
        on_error=Room.show_problem,
    )


def _tools() -> rx.Component:
    return rx.el.div(
        rx.cond(Room.recorded, popovers.recording_sign()),
        time_left(),
        popovers.opener("room-notes", _("Your notes"), "notes"),
        popovers.opener("room-devices", _("Microphone and speaker"), "headphones", "only-small"),
        popovers.opener("room-about", _("About this interview"), "about"),
        class_name="room-tools",
    )


def _stage() -> rx.Component:
    broken = problem(
        Room.problem,
        Room.problem_kind,
        Room.instead,
        Room.use_next_engine.throttle(_ONE_PRESS_MS),
    )
    return rx.el.div(
        rx.cond(Room.typed, _in_writing()),
        rx.el.div(rx.cond(Room.problem != "", broken), trouble(), class_name="room-banners"),
        asked(_way_in()),
        captions(Room.turns, Room.language),
        captions_off(),
        class_name="stage",
    )


def _dock() -> rx.Component:
    return rx.el.div(
        unsent(Room.language),
        typed_answer(Room.language),
        call_bar(end_dialog(Room.job_to, Room.finish, Room.discard)),
        class_name="dock",
    )


def _in_writing() -> rx.Component:
    """Return why the interview is typed, how far the ear is, and that it has come."""
    came = notice(
        rx.el.p(_("Better listening is here. From the next question on you can speak.")),
        actions(button(_("Speak"), "primary", data_call="type")),
        tone="good",
    )
    return rx.el.div(
        rx.cond(
            Models.hears & (Room.language == "en"),
            came,
            notice(
                rx.el.div(rx.el.p(IN_WRITING), coming(Models.coming)),
                tone="warning",
            ),
        ),
        class_name="in-writing",
        on_mount=Models.load,
    )


def _refused() -> rx.Component:
    return start_refusal(
        Room.not_started,
        Room.frees_at,
        Room.used_up,
        Room.upgradable,
        f"{Room.job_to}/interviews",
    )


def _notes() -> rx.Component:
    return rx.el.textarea(
        id="notes",
        dir="auto",
        class_name="input",
        max_length=_MOST_NOTES,
        default_value=Room.notes,
        # A browser keeps what it once showed: another interview needs another field.
        key=Room.interview_id,
        aria_describedby="notes_hint",
        on_change=Room.keep_notes.debounce(_TYPING_PAUSE_MS),
        on_blur=Room.keep_notes,
    )


def _way_in() -> rx.Component:
    """Return what to do while no call is live; which part is seen, the line itself decides.

    A server that is gone cannot say so: the parts follow the voice room's own status.
    """
    return rx.el.div(
        rx.cond(Room.status == "ended", _finished(), _resumable()),
        rx.cond(Room.not_started != "", _refused()),
        class_name=rx.cond(Room.ticket != "", "way-in when-apart opening", "way-in when-apart"),
    )


def _finished() -> rx.Component:
    return rx.fragment(
        _said(_("That was the interview"), _("All you said is saved.")),
        actions(
            button(_("Get feedback"), "primary big", on_click=Room.finish),
            button_link(_("See the transcript"), Room.report_to, "big"),
        ),
    )


def _resumable() -> rx.Component:
    stands = rx.match(
        Room.status,
        (
            "not_started",
            _said(
                _("Ready when you are"),
                _("The interviewer speaks first. The warm-up is not counted."),
            ),
        ),
        (
            "running",
            rx.cond(
                Room.elsewhere,
                _goes_on_elsewhere(),
                _said(_("Welcome back"), _("Your interview is still open. {kept}", kept=_KEPT)),
            ),
        ),
        _said(_("Welcome back"), _("The interview was interrupted. {kept}", kept=_KEPT)),
    )
    again = rx.cond(Room.elsewhere, _("Continue here"), _("Resume"))
    start = rx.cond(Room.status == "not_started", _("Start interview"), again)
    return rx.fragment(
        rx.el.div(stands, class_name="unless-lost"),
        rx.el.div(_gone(), class_name="when-lost", role="status"),
        actions(
            button(
                start,
                "primary big",
                on_click=Room.open_call,
                data_call_resume=rx.cond(Room.elsewhere, "by-hand", ""),
            ),
            button(_("Finish now"), "big", on_click=Room.finish),
        ),
    )


def _gone() -> rx.Component:
    """Return that the line is gone, and what the room does about it, by its own `data-return`."""
    kept = Room.problem_kind == "not_kept"
    lost = rx.fragment(
        rx.el.h2(
            rx.cond(kept, _("The interview waits"), _("Connection lost")), class_name="question"
        ),
        rx.el.p(_("{kept} Trying to come back…", kept=_KEPT), class_name="muted while-trying"),
        rx.el.p(
            _(
                "{kept} We tried for ten minutes and have stopped. Press Resume to try again.",
                kept=_KEPT,
            ),
            class_name="once-stopped",
        ),
    )
    return rx.cond(Room.elsewhere, _goes_on_elsewhere(), lost)


def _goes_on_elsewhere() -> rx.Component:
    return _said(_("Open in another tab"), _("Your interview goes on there. {kept}", kept=_KEPT))


def _said(title: Text, text: Text) -> rx.Component:
    return rx.fragment(rx.el.h2(title, class_name="question"), rx.el.p(text, class_name="muted"))
