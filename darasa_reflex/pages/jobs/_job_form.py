"""The form of a job info, used by the pages that make and change one."""

from typing import Any

import reflex as rx
from reflex.event import EventType

from darasa_reflex.components.forms.chips import chip_adder, editable_chip, refused_chip
from darasa_reflex.components.forms.fields import Wrongs, field
from darasa_reflex.components.forms.leave_guard import leave_guard
from darasa_reflex.components.page.links import actions, button, button_link
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._coming import coming_models
from darasa_reflex.states.jobs.job_info_form import JobInfoFormState as Form

# A pause in typing after which the description is read, in ms.
_TYPING_STOPS_MS = 600
_FORM = "job_form"
SAVE = _("Save and set up the interview")
_RESTORED = _("What you had typed before is here again. It is not saved yet.")
_FOREIGN = _(
    "This text does not look like English. From other languages only the names of tools are read, "
    "so please fill in the title and add the skills yourself."
)
_WRONG = Wrongs(Form.wrongs)


def job_form(
    on_save: EventType,
    way_back: str | rx.Var[str] | None = None,
    *,
    save: Text = SAVE,
) -> rx.Component:
    """Return the fields, the chips beside the description, and Save.

    Args:
        on_save: Keeps the form.
        way_back: Address that Cancel leads to. None: there is no Cancel.
        save: Words of the button that saves.
    """
    cancel = [button_link(_("Cancel"), way_back, "plain")] if way_back is not None else []
    return leave_guard(
        rx.el.form(
            rx.el.p(rx.cond(Form.restored, _RESTORED, ""), role="status", class_name="hint"),
            _description(),
            rx.el.p(rx.cond(Form.foreign, _FOREIGN, Form.found), role="status", class_name="hint"),
            *_about(),
            on_submit=on_save,
            id=_FORM,
            no_validate=True,
            class_name="stack close",
        ),
        rx.el.div(_chips(), coming_models(), class_name="side stack"),
        actions(button(save, "primary", type="submit", form=_FORM), *cancel),
        class_name="columns wide-side",
        opened=Form.opened,
        asked_for=Form.asked_for,
        fills=Form.fills,
        draft=Form.kept_under,
        on_draft=Form.restore,
    )


def _about() -> list[rx.Component]:
    return [
        _read_field(
            "title",
            _("Job title"),
            rx.el.input,
            optional=True,
            default_value=Form.title,
            dir="auto",
        ),
        _read_field(
            "name",
            _("Company"),
            rx.el.input,
            hint=_("Or what you call this job."),
            default_value=Form.name,
            dir="auto",
        ),
        _read_field(
            "experience_level",
            _("Experience level"),
            rx.el.select,
            children=(
                rx.el.option(_("Choose one"), value=""),
                rx.el.option(_("Junior"), value="junior"),
                rx.el.option(_("Mid-level"), value="mid-level"),
                rx.el.option(_("Senior"), value="senior"),
            ),
            default_value=Form.experience_level,
        ),
    ]


def _read_field(name: str, label: Text, control: Any, **props: Any) -> rx.Component:  # noqa: ANN401
    """Return a field that follows the description until the person writes in it."""
    # Only what is typed tells its text when it is left.
    left = "on_change" if control is rx.el.select else "on_blur"
    props[left] = lambda text: Form.leave_field(name, text)
    return field(
        name,
        label,
        control,
        _WRONG,
        auto_complete="off",
        on_focus=Form.enter_field(name),
        **props,
    )


def _description() -> rx.Component:
    return field(
        "description",
        _("Description"),
        rx.el.textarea,
        _WRONG,
        hint=rx.fragment(
            rx.el.span(Form.size, class_name="figures"),
            rx.cond(Form.short, _(". Short descriptions lead to general questions."), ""),
        ),
        default_value=Form.description,
        placeholder=_("Paste the job's text here. The rest is read from it."),
        dir="auto",
        rows=10,
        on_change=Form.read.debounce(_TYPING_STOPS_MS),
        on_blur=Form.read,
    )


def _chips() -> rx.Component:
    return rx.el.section(
        rx.el.h2(_("You will be asked about")),
        rx.el.p(
            _("Read from the description. Change, add or remove what you like."),
            class_name="hint",
        ),
        rx.el.ul(
            rx.foreach(
                Form.chips,
                lambda row: editable_chip(
                    row,
                    # pyrefly: ignore[bad-argument-type] (Reflex takes a lambda)
                    on_rename=lambda text: Form.rename_chip(row.key, text),
                    on_remove=Form.remove_chip(row.key, row.text),
                ),
            ),
            class_name="chips",
        ),
        rx.foreach(Form.refused, refused_chip),
        chip_adder(Form.add_chip, Form.keep_typed_chip),
        rx.el.p(
            _WRONG.at("skills"),
            role="alert",
            class_name="wrong",
        ),
        class_name="stack close",
    )
