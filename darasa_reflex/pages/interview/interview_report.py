"""/app/job-infos/[job_info_id]/interviews/[interview_id]"""

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.components.forms.fields import Wrong
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.lists.statuses import status_word
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button, button_link, fact_line, jump
from darasa_reflex.components.page.notices import empty_state, notice, skeletons, viewed
from darasa_reflex.components.report.answers.answers import answer_actions
from darasa_reflex.components.report.answers.comments import comments
from darasa_reflex.components.report.answers.hearing import recordings
from darasa_reflex.components.report.lineup import lineup
from darasa_reflex.components.report.made import earlier_runs, how_made
from darasa_reflex.components.report.overview.categories import more
from darasa_reflex.components.report.overview.delivery import delivery
from darasa_reflex.components.report.report import TRANSCRIPT, report
from darasa_reflex.components.report.rows.answer_rows import AnswerRow
from darasa_reflex.components.report.self_rating import beside, how_it_went
from darasa_reflex.components.report.sharing.sharing import SHARING, link_form, link_list
from darasa_reflex.components.report.sharing.take_along import take_along
from darasa_reflex.components.room.transcript import transcript
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.practice._next_steps import practise_next
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.practice.next_steps import NextStepsState as Next
from darasa_reflex.states.report.interview_report import InterviewReportState as Interview
from darasa_reflex.states.report.self_rating import SelfRatingState as Rating
from darasa_reflex.states.report.sharing import SharingState as Sharing

_WRONG = Wrong(Sharing.wrong_field, Sharing.wrong_text)


@page(
    "/app/job-infos/[job_info_id]/interviews/[interview_id]",
    _("Your feedback"),
    on_load=[Rating.load, Interview.load, Next.load, Sharing.load],
)
def interview_report() -> rx.Component:
    """Return the feedback on an interview and its transcript."""
    ready = view_of(Interview) == "ready"
    return rx.fragment(
        title_bar(
            _("Your feedback"),
            rx.cond(ready, _buttons()),
            back=(
                rx.cond(ready, Interview.job, _("Jobs")),
                rx.cond(ready, Interview.job_to, "/app"),
            ),
            subtitle=rx.cond(ready, _facts()),
        ),
        viewed(view_of(Interview), Interview.refusal, _content(), skeletons("tall", "", "")),
    )


def _buttons() -> rx.Component:
    made = _revealed()
    return rx.fragment(
        rx.cond(Interview.open, button_link(_("Resume"), Interview.room, "primary")),
        rx.cond(
            made & ~Interview.open, button_link(_("Practise again"), Interview.practise, "primary")
        ),
        rx.cond(made, take_along(Interview.interview, Interview.run, Interview.here, SHARING)),
        delete_dialog(
            _("Delete this interview?"),
            _("Its transcript, feedback and recordings will be deleted. This cannot be undone."),
            Interview.delete,
        ),
    )


def _facts() -> rx.Component:
    return fact_line(
        [
            local_time(iso=Interview.began),
            rx.el.span(Interview.length, class_name="figures"),
            rx.cond(_revealed(), _made_of(), status_word(Interview.status)),
        ]
    )


def _made_of() -> rx.Component:
    answered = Interview.report.answered
    return rx.fragment(
        Interview.report.label, rx.cond(answered != "", rx.fragment(" · ", answered))
    )


def _content() -> rx.Component:
    return rx.el.div(
        _rough(),
        _feedback(),
        rx.cond(
            _revealed(),
            rx.el.div(
                _sharing(),
                rx.cond(Interview.recordings != "", more(_("Your recordings"), _recordings())),
                rx.cond(Interview.notes != "", more(_("Your notes"), _notes())),
                more(_("Full transcript"), rx.el.div(_transcript(), id=TRANSCRIPT)),
                _made(),
                class_name="behind",
            ),
            rx.fragment(
                rx.cond(Interview.notes != "", more(_("Your notes"), _notes())),
                section(_("Transcript"), _transcript()),
                lineup(Interview.lineup),
            ),
        ),
        class_name="stack report-page",
    )


def _revealed() -> rx.Var[bool]:
    """Return whether the report is shown: it is ready, and nothing is asked before it."""
    return (Interview.feedback == "ready") & ~Rating.asks


def _rough() -> rx.Component:
    # Where nothing could be told, that says it already.
    return rx.cond(
        Interview.rough & (Interview.report.untold == ""),
        notice(
            rx.el.p(
                _(
                    "Rough transcription: about one word in three may be wrong. What you said "
                    "aloud is not rated by its words; what you typed is."
                )
            ),
            tone="warning",
            role="note",
        ),
    )


def _feedback() -> rx.Component:
    return rx.fragment(
        rx.match(
            Interview.feedback,
            ("queued", _under_way()),
            ("running", _under_way()),
            ("failed", _failed()),
            ("ready", rx.cond(Rating.asks, _how_it_went(), _ready())),
            _not_asked(),
        )
    )


def _how_it_went() -> rx.Component:
    return how_it_went(Rating.give, Rating.skip)


def _not_asked() -> rx.Component:
    return rx.cond(
        Interview.turns.length() > 0,
        empty_state(
            _("What do your answers show?"),
            _(
                "With a language model, feedback rates each category with your own words as "
                "proof. Without one, it counts what your words show and rates nothing. It "
                "measures how you spoke either way, and takes a few seconds."
            ),
            button(_("Get feedback"), "primary", on_click=Interview.ask),
        ),
        rx.el.p(_("There is nothing to give feedback on yet."), class_name="muted"),
    )


def _under_way() -> rx.Component:
    return rx.el.div(
        notice(
            rx.el.div(
                rx.el.p(rx.el.b(_("Your feedback is being made."))),
                rx.el.p(
                    *pieces(
                        "{step}. You can leave this page.",
                        step=rx.cond(
                            Interview.step != "", Interview.step, _("Waiting for its turn")
                        ),
                    ),
                    class_name="muted",
                ),
            )
        ),
        rx.cond(
            Rating.asks,
            _how_it_went(),
            rx.cond(_is_measured(), _measured(), skeletons("", "tall")),
        ),
        class_name="stack close",
    )


def _failed() -> rx.Component:
    return rx.el.div(
        notice(
            rx.el.div(
                rx.el.p(rx.el.b(_("The feedback could not be made."))),
                rx.el.p(Interview.reason, class_name="muted"),
            ),
            actions(
                button(_("Retry"), "primary", on_click=Interview.ask),
                button(_("Show what can be measured"), on_click=Interview.ask_without_model),
            ),
            tone="danger",
            role="alert",
        ),
        rx.cond(_is_measured(), _measured()),
        earlier_runs(Interview.runs, Interview.show_run),
        class_name="stack close",
    )


def _is_measured() -> rx.Var[bool]:
    return Interview.measured.metrics.length() > 0


def _measured() -> rx.Component:
    return rx.el.div(delivery(Interview.measured), class_name="report")


def _ready() -> rx.Component:
    return rx.fragment(
        rx.cond(Interview.stale, _stale()),
        rx.cond(Interview.commented.length() > 0, _commented()),
        beside(Rating.said, Interview.report),
        report(Interview.report, _below),
        practise_next(),
    )


def _commented() -> rx.Component:
    way = rx.foreach(
        Interview.commented,
        lambda row: jump(row.text, to=row.address, class_name="text-button"),
    )
    return notice(
        rx.el.p(rx.el.b(_("There are comments on your answers."))),
        rx.el.div(way, class_name="ways"),
        role="note",
    )


def _below(row: ObjectVar[AnswerRow]) -> rx.Component:
    return rx.fragment(comments(row, on_delete=Interview.delete_comment), answer_actions(row))


def _sharing() -> rx.Component:
    return more(
        _("Share with a coach"),
        rx.el.div(
            rx.el.p(
                _(
                    "Somebody you trust can read this report by a link, without an account, and "
                    "write to each answer. You choose what it shows, and you can take it back."
                ),
                class_name="prose muted",
            ),
            link_list(Sharing.rows, Sharing.revoke, of_all=False),
            link_form(_WRONG, Sharing.fresh, Sharing.make, recorded=Interview.recordings != ""),
            id=SHARING,
            class_name="card stack close",
        ),
    )


def _stale() -> rx.Component:
    return notice(
        rx.el.p(
            _(
                "Stale: the transcript was completed after this feedback was made, so some of your "
                "words are not marked. Get feedback again to have all of it rated."
            )
        ),
        button(_("Get feedback again"), "primary", on_click=Interview.ask),
        tone="warning",
        role="note",
    )


def _made() -> rx.Component:
    return more(
        _("How this was made"),
        rx.el.div(
            how_made(Interview.report.made.to(list[str])),
            lineup(Interview.lineup),
            earlier_runs(Interview.runs, Interview.show_run),
            actions(
                button(_("Get feedback again"), on_click=Interview.ask),
                rx.el.span(
                    *pieces("Made {when}", when=local_time(iso=Interview.made_at)),
                    class_name="small muted",
                ),
            ),
            class_name="stack close",
        ),
    )


def _recordings() -> rx.Component:
    return recordings(Interview.recordings, Interview.delete_recordings)


def _notes() -> rx.Component:
    return rx.el.p(Interview.notes, class_name="prose")


def _transcript() -> rx.Component:
    return rx.cond(
        Interview.turns.length() > 0,
        transcript(Interview.turns),
        rx.el.p(_("Nothing has been said in this interview."), class_name="muted"),
    )
