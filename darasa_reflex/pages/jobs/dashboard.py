"""/app"""

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.lists.job_cards import job_cards
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button_link
from darasa_reflex.components.page.notices import skeletons, viewed
from darasa_reflex.components.page.theme import icon
from darasa_reflex.components.room.presence import presence
from darasa_reflex.components.words import gettext as _
from darasa_reflex.components.words import pieces
from darasa_reflex.pages._coming import coming_models
from darasa_reflex.pages._frame import page
from darasa_reflex.pages.jobs._job_form import job_form
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.jobs.dashboard import DashboardState as Dashboard
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState

_NOBODY = rx.Var.create(["signed-out", "unreachable", "closed"])
# A pause in typing after which the list is searched, in ms.
_TYPING_STOPS_MS = 250


@page("/app", _("Jobs"), menu=_("Jobs"), on_load=[Dashboard.load, JobInfoFormState.begin])
def dashboard() -> rx.Component:
    """Return what to do next, and all job infos; at the first visit the form."""
    return rx.fragment(
        title_bar(_("Jobs"), rx.cond(_NOBODY.contains(view_of(Dashboard)), "", _new())),
        viewed(
            view_of(Dashboard),
            Dashboard.refusal,
            rx.cond(Dashboard.first_visit, _welcome(), _jobs()),
            skeletons("", "", ""),
        ),
    )


def _new() -> rx.Component:
    # The form of a first visit, or an open interview, is the page's one next step.
    kind = rx.cond(Dashboard.first_visit | (Dashboard.open_room != ""), "", "primary")
    return button_link(_("Add a job"), "/app/job-infos/new", kind)


def _welcome() -> rx.Component:
    return rx.el.div(
        section(
            _("Welcome. Which job do you want?"),
            rx.el.p(
                _(
                    "Paste its description. {brand} reads what the job asks for, then "
                    "interviews you for it, aloud, and shows you what your answers proved.",
                    brand=brand().name,
                ),
                class_name="prose muted",
            ),
        ),
        job_form(JobInfoFormState.save),
        class_name="stack",
    )


def _jobs() -> rx.Component:
    return rx.el.div(
        coming_models(),
        rx.cond(Dashboard.open_room != "", _resume()),
        rx.cond(Dashboard.searchable, _search()),
        rx.cond(
            Dashboard.cards.length() > 0,
            job_cards(Dashboard.cards, Dashboard.delete),
            rx.el.p(_("No job has these words."), class_name="muted", role="status"),
        ),
        rx.cond(Dashboard.part != "", rx.el.p(Dashboard.part, class_name="muted", role="status")),
        class_name="stack close",
    )


def _resume() -> rx.Component:
    return rx.el.section(
        presence(),
        rx.el.div(
            rx.el.p(_("Next"), class_name="over"),
            rx.el.h2(_("Your interview is waiting")),
            rx.el.p(
                *pieces("{job}. What you said is kept.", job=Dashboard.open_job),
                class_name="small muted",
            ),
        ),
        actions(button_link(_("Resume"), Dashboard.open_room, "primary")),
        class_name="next",
        data_interviewer="waiting",
        aria_label=_("Next"),
    )


def _search() -> rx.Component:
    return rx.el.div(
        icon("search"),
        rx.el.input(
            type="search",
            placeholder=_("Search"),
            aria_label=_("Search jobs"),
            on_change=Dashboard.search.debounce(_TYPING_STOPS_MS),
            class_name="input",
        ),
        class_name="search",
    )
