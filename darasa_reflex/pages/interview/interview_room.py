"""/app/job-infos/[job_info_id]/interviews/[interview_id]/room"""

import reflex as rx

from darasa_reflex.components.lists.statuses import engine_list
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button, button_link
from darasa_reflex.components.page.notices import notice, skeletons, viewed
from darasa_reflex.components.room.call_controls import (
    call_bar,
    call_head,
    call_keys,
    call_settings,
    captions,
    captions_off,
    end_dialog,
    problem,
    read_aloud,
    typed_answer,
)
from darasa_reflex.components.room.transcript import transcript
from darasa_reflex.components.set_up.coming import coming
from darasa_reflex.components.set_up.start_refusal import start_refusal
from darasa_reflex.components.voice_room.component import voice_room
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.room.interview_room import InterviewRoomState as Room
from darasa_reflex.states.set_up.speech_models import SpeechModelsState as Models

# A second press within this many ms is the same press.
_ONE_PRESS_MS = 3_000
# So long after the last key the notes are kept.
_TYPING_PAUSE_MS = 600
_MOST_NOTES = 20_000
IN_WRITING = (
    "Type your answers for now: nothing here can hear you yet, and words that are misheard would "
    "help nobody. The interviewer speaks all the same."
)
_LOST = "Connection lost. Everything in the transcript is kept. Trying to come back…"
_STOPPED = "The interview waits. Everything in the transcript is kept. Trying to go on…"


@page(
    "/app/job-infos/[job_info_id]/interviews/[interview_id]/room",
    title="Interview",
    on_load=Room.load,
)
def interview_room() -> rx.Component:
    """Captions, controls, and the way back in after a lost line."""
    return rx.fragment(
        title_bar("Interview", back=(Room.job, Room.job_to), subtitle=Room.planned),
        viewed(view_of(Room), Room.refusal, _room(), skeletons("line", "tall", "line")),
    )


def _room() -> rx.Component:
    return rx.el.div(_call(), rx.el.aside(_beside(), class_name="side stack"), class_name="columns")


def _call() -> rx.Component:
    return voice_room(
        call_head(),
        rx.cond(
            Room.problem != "",
            problem(
                Room.problem,
                Room.problem_kind,
                Room.instead,
                Room.use_next_engine.throttle(_ONE_PRESS_MS),
            ),
        ),
        rx.cond(Room.not_started != "", _refused()),
        rx.cond(Room.typed, _in_writing()),
        _way_in(),
        call_settings(),
        captions(transcript(Room.turns), Room.language),
        captions_off(),
        read_aloud(Room.newest),
        typed_answer(),
        call_bar(end_dialog(Room.job_to, Room.finish, Room.discard)),
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


def _in_writing() -> rx.Component:
    """Return why the interview is typed, how far the ear is, and that it has come."""
    came = notice(
        rx.el.p("Better listening is here. From the next question on you can speak."),
        actions(button("Speak", "primary", data_call="type")),
        tone="good",
    )
    return rx.el.div(
        rx.cond(
            Models.hears & (Room.language == "en"),
            came,
            rx.fragment(notice(rx.el.p(IN_WRITING), tone="warning"), coming(Models.coming)),
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


def _beside() -> rx.Component:
    return rx.fragment(
        section("Your notes", _notes()),
        section("Who interviews you", engine_list(Room.engines)),
        rx.el.div(section("Keys", call_keys()), class_name="keys-section"),
    )


def _notes() -> rx.Component:
    return rx.el.div(
        rx.el.label("Notes for yourself", html_for="notes"),
        rx.el.textarea(
            id="notes",
            dir="auto",
            rows="4",
            class_name="input",
            max_length=_MOST_NOTES,
            default_value=Room.notes,
            # A browser keeps what it once showed: another interview needs another field.
            key=Room.interview_id,
            aria_describedby="notes_hint",
            on_change=Room.keep_notes.debounce(_TYPING_PAUSE_MS),
            on_blur=Room.keep_notes,
        ),
        rx.el.p(
            "Only for you: neither the interviewer nor the feedback reads them.",
            id="notes_hint",
            class_name="hint",
        ),
        rx.el.p(Room.notes_told, role="status", class_name="saved"),
        class_name="field",
    )


def _way_in() -> rx.Component:
    """Return what to do while no call is live; which part is seen, the line itself decides.

    A server that is gone cannot say so: the parts follow the voice room's own status.
    """
    return rx.fragment(
        rx.el.div(notice(rx.el.p("Connecting…")), class_name="when-connecting"),
        rx.el.div(
            rx.cond(Room.status == "ended", _finished(), _resumable()),
            class_name=rx.cond(Room.ticket != "", "when-apart opening", "when-apart"),
        ),
    )


def _finished() -> rx.Component:
    return notice(
        rx.el.p("This interview is over. Everything said is kept."),
        actions(
            button("Get feedback", "primary", on_click=Room.finish),
            button_link("See the transcript", Room.report_to),
        ),
    )


def _resumable() -> rx.Component:
    stands = rx.match(
        Room.status,
        ("not_started", "Ready when you are. The interviewer speaks first."),
        ("running", "Welcome back. Your interview is still open: resume it here."),
        "Your interview was interrupted. Everything in the transcript is kept.",
    )
    start = rx.cond(Room.status == "not_started", "Start interview", "Resume")
    return notice(
        rx.el.p(stands, class_name="unless-lost"),
        rx.el.p(rx.cond(Room.problem_kind == "not_kept", _STOPPED, _LOST), class_name="when-lost"),
        actions(
            button(start, "primary", on_click=Room.open_call, data_call_resume=""),
            button("Finish now", on_click=Room.finish),
        ),
    )
