"""Fields of forms: a real label, a hint, and the error beside the field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.event import EventType
from reflex.vars import ObjectVar

from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a form.

    Attributes:
        field: Name of the field; empty when nothing is wrong.
        text: The sentence beside it.
    """

    field: rx.Var[str]
    text: rx.Var[str]

    def at(self, name: str) -> rx.Var[str]:
        """Return the sentence beside a field; empty when it is right."""
        return rx.cond(self.field == name, self.text, "")


@dataclass(frozen=True, slots=True)
class Wrongs:
    """All that is wrong in a form.

    Attributes:
        texts: The sentence beside each field that is wrong, by its name.
    """

    texts: ObjectVar[dict[str, str]]

    def at(self, name: str) -> rx.Var[str]:
        """Return the sentence beside a field; empty when it is right."""
        return rx.cond(self.texts.contains(name), self.texts[name], "")


def field(
    name: str,
    label: str | rx.Var[str],
    control: Any,  # noqa: ANN401 (one of the elements of rx.el)
    wrong: Wrong | Wrongs,
    *,
    hint: Text | rx.Component = "",
    optional: bool = False,
    **props: Any,  # noqa: ANN401 (props of the element)
) -> rx.Component:
    """Return a control with its label, its hint and its error.

    Args:
        name: Name of the field, as the form's state and the use case call it.
        label: The visible label.
        control: The element: `rx.el.input`, `rx.el.textarea` or `rx.el.select`.
        wrong: What is wrong in the form, in this field or another.
        hint: A line under the control.
        optional: Said beside the label.
        props: More props of the control, children of a select among them.
    """
    mine = wrong.at(name)
    told = [rx.el.span(_(" (optional)"), class_name="optional")] if optional else []
    return rx.el.div(
        rx.el.div(rx.el.label(label, html_for=name), *told),
        control(
            *props.pop("children", ()),
            id=name,
            name=name,
            class_name="input",
            aria_invalid=rx.cond(mine != "", "true", "false"),
            aria_describedby=f"{name}_wrong {name}_hint",
            **props,
        ),
        rx.el.p(mine, id=f"{name}_wrong", role="alert", class_name="wrong"),
        rx.el.div(hint, id=f"{name}_hint", class_name="hint"),
        class_name="field",
    )


def agreement(
    name: str,
    words: Text,
    hint: Text,
    agreed: rx.Var[bool],
    on_agree: EventType[bool] | None = None,
) -> rx.Component:
    """Return a box to tick. Its form value is "on" when ticked, and missing otherwise.

    Args:
        name: Name of the field.
        words: What the person agrees to.
        hint: A line under it.
        agreed: Whether it is ticked at first.
        on_agree: Takes whether it is ticked now, whenever that changes.
    """
    heard: dict[str, Any] = {} if on_agree is None else {"on_change": on_agree}
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                name=name,
                default_checked=agreed,
                # A browser keeps what it once showed: another answer needs another box.
                key=rx.cond(agreed, "agreed", "not-agreed"),
                aria_describedby=f"{name}_hint",
                **heard,
            ),
            rx.el.span(words),
            class_name="agreement",
        ),
        rx.el.p(hint, id=f"{name}_hint", class_name="hint"),
        class_name="field",
    )


def choices(
    name: str,
    legend: Text,
    options: Sequence[tuple[str, Text, Text]],
    chosen: str | rx.Var[str],
    on_choose: EventType[str] | None = None,
) -> rx.Component:
    """Return a radio group.

    Args:
        name: Name of the field.
        legend: What is chosen.
        options: Value, word and a smaller line under the word.
        chosen: The value that is chosen at first.
        on_choose: Takes the value that is chosen now, whenever that changes.
    """
    heard: dict[str, Any] = {} if on_choose is None else {"on_change": on_choose}
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="legend"),
        rx.el.div(
            *[
                _choice(name, value, word, line, chosen=chosen == value, **heard)
                for value, word, line in options
            ],
            class_name="choices",
        ),
        # A browser keeps what it once showed: another choice needs other buttons.
        key=f"{name} {chosen}",
    )


def language_menu(
    name: str,
    label: Text,
    options: Sequence[tuple[str, str]],
    chosen: rx.Var[str],
    on_choose: EventType[str],
    *,
    hint: rx.Var[str],
) -> rx.Component:
    """Return a menu of languages, each named in its own words.

    Args:
        name: Name of the field.
        label: What is chosen.
        options: Codes as in ISO 639-1, and names.
        chosen: The code that is chosen at first.
        on_choose: Takes the code that is chosen now, whenever that changes.
        hint: A line under the menu; it is read out when it changes.
    """
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.select(
            *[rx.el.option(word, value=code, lang=code) for code, word in options],
            id=name,
            name=name,
            class_name="input",
            default_value=chosen,
            on_change=on_choose,
            aria_describedby=f"{name}_hint",
            # A browser keeps what it once showed: another choice needs another menu.
            key=f"{name} {chosen}",
        ),
        rx.el.p(hint, id=f"{name}_hint", role="status", class_name="hint"),
        class_name="field",
    )


def saved(now: rx.Var[bool]) -> rx.Component:
    """Return the word that something was saved; it is read out when it comes."""
    return rx.el.p(rx.cond(now, _("Saved"), ""), role="status", class_name="saved")


def _choice(
    name: str,
    value: str,
    word: Text,
    line: Text,
    chosen: bool | rx.Var[bool],
    **props: Any,  # noqa: ANN401 (props of an input)
) -> rx.Component:
    small = [] if isinstance(line, str) and not line else [rx.el.small(line)]
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value, default_checked=chosen, **props),
        rx.el.span(word, *small),
        class_name="choice",
    )
