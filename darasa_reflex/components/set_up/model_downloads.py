"""Fetching models: what each brings and weighs, how far it is, and the way to end or undo it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.event import EventType
from reflex.vars import ArrayVar, ObjectVar

from darasa_reflex.components.page.dialogs import dialog_title
from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.words import gettext as _
from darasa_reflex.core.words.marks import marked

OTHER_MODELS = marked("For slow machines and other languages")
_WORDS = (
    ("absent", _("Not here yet")),
    ("waiting", _("Waiting")),
    ("running", _("On its way")),
    ("checking", _("Being checked")),
    ("ready", _("Ready")),
    ("failed", _("Did not arrive")),
    ("cancelled", _("Stopped")),
)


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model that can be fetched, in the words of the page.

    Attributes:
        facts: Its size and its licence.
        stage: A value of `Stage`.
        told: How far it is; empty when that says nothing.
        percent: How far it is, 0 to 100.
        trouble: What is wrong and what to do; empty when nothing is.
        offer: Words of the button that fetches it; empty without one.
        moving: Whether it can be cancelled.
        kept: Whether there is something to remove.
    """

    key: str
    title: str
    brings: str
    facts: list[str]
    stage: str
    told: str
    percent: int
    trouble: str
    offer: str
    moving: bool
    kept: bool


Act = Callable[[rx.Var[str]], EventType]


@dataclass(frozen=True, slots=True)
class ModelActs:
    """What can be done with a model, by its key.

    Attributes:
        fetch: Fetches it, or goes on.
        cancel: Stops fetching it.
        remove: Deletes it, or what has come of it.
        fetch_all: Fetches all recommended ones.
    """

    fetch: Act
    cancel: Act
    remove: Act
    fetch_all: EventType


def model_downloads(
    rows: ArrayVar[Sequence[ModelRow]],
    others: ArrayVar[Sequence[ModelRow]],
    acts: ModelActs,
    *,
    offer: rx.Var[str],
    host: rx.Var[str],
    news: rx.Var[str],
    others_open: bool | rx.Var[bool] = False,
) -> rx.Component:
    """Return what can be fetched, for whoever may.

    Args:
        rows: The recommended models.
        others: Those for other machines and languages.
        acts: What can be done with them.
        offer: Words of the button that fetches all recommended ones; empty without one.
        host: Where they are fetched from.
        news: The newest thing that happened, read out by screen readers.
        others_open: Whether the other models are unfolded, since one of them is needed.
    """
    return rx.fragment(
        rx.el.p(
            _(
                "Whisper writes down what you say with far fewer mistakes, and Piper speaks like a "
                "person. Both work on this machine; what you say does not leave it. They come "
                "once from {host}. An interview never waits for them.",
                host=host,
            ),
            class_name="prose",
        ),
        _list(rows, acts),
        rx.cond(offer != "", actions(button(offer, on_click=acts.fetch_all))),
        rx.el.p(news, role="status", class_name="unseen"),
        rx.el.details(
            rx.el.summary(_(OTHER_MODELS)),
            _list(others, acts),
            open=others_open,
            class_name="other-models",
        ),
    )


def models_of_others() -> rx.Component:
    """Return who can fetch models, for people who may not."""
    return rx.el.p(
        _("This server can hear you better and speak more pleasantly once its models are here. "),
        _("Whoever runs this server can fetch it: `make models`."),
        class_name="prose",
    )


def _list(rows: ArrayVar[Sequence[ModelRow]], acts: ModelActs) -> rx.Component:
    return rx.el.ul(rx.foreach(rows, lambda row: _row(row, acts)), class_name="rows models")


def _row(row: ObjectVar[ModelRow], acts: ModelActs) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="when"),
            rx.el.p(row.brings, class_name="small"),
            rx.el.p(rx.foreach(row.facts, rx.el.span), class_name="facts"),
            rx.el.span(
                rx.match(row.stage, *_WORDS, ""), class_name="status", data_status=row.stage
            ),
            rx.cond(row.moving, _bar(row)),
            rx.cond(row.told != "", rx.el.p(row.told, class_name="small figures")),
            rx.el.p(
                row.trouble,
                role=rx.cond(row.stage == "failed", "alert", "note"),
                class_name=rx.cond(row.stage == "failed", "wrong", "hint"),
            ),
        ),
        actions(
            rx.cond(row.offer != "", _named(row.offer, row, acts.fetch(row.key))),
            rx.cond(row.moving, _named(_("Cancel"), row, acts.cancel(row.key))),
            rx.cond(row.kept, _remover(row, acts.remove(row.key))),
        ),
        key=row.key,
        class_name="row",
    )


def _bar(row: ObjectVar[ModelRow]) -> rx.Component:
    return rx.el.div(
        rx.el.div(style={"width": f"{row.percent}%"}),
        role="progressbar",
        aria_label=row.title,
        aria_valuemin="0",
        aria_valuemax="100",
        aria_valuenow=row.percent.to_string(),
        aria_valuetext=row.told,
        class_name="progress",
    )


def _named(words: str | rx.Var[str], row: ObjectVar[ModelRow], event: EventType) -> rx.Component:
    """Return a button whose accessible name tells which model it is about."""
    unseen = rx.el.span(f" ({row.title})", class_name="unseen")
    return rx.el.button(words, unseen, type="button", class_name="button", on_click=event)


def _remover(row: ObjectVar[ModelRow], on_remove: EventType) -> rx.Component:
    trigger = rx.el.button(
        _("Remove"),
        rx.el.span(f" {row.title}", class_name="unseen"),
        type="button",
        class_name="button danger plain",
    )
    return rx.alert_dialog.root(
        rx.alert_dialog.trigger(trigger),
        rx.alert_dialog.content(
            dialog_title(_("Remove {title}?", title=row.title)),
            rx.alert_dialog.description(_("To use it again it must be downloaded again.")),
            actions(
                rx.alert_dialog.cancel(button(_("Cancel"))),
                rx.alert_dialog.action(button(_("Remove"), "danger primary", on_click=on_remove)),
            ),
            class_name="dialog",
        ),
    )
