"""Comments on answers: what was written, and the form to write one."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex.event import EventType
from reflex.vars import ObjectVar

from darasa_reflex.components.forms.fields import Wrong
from darasa_reflex.components.lists.local_time import local_time
from darasa_reflex.components.page.dialogs import delete_dialog
from darasa_reflex.components.page.links import actions, button
from darasa_reflex.components.report.rows.answer_rows import AnswerRow, CommentRow
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _


def comments(
    row: ObjectVar[AnswerRow],
    *,
    on_delete: Callable[[rx.Var[str]], EventType] | None = None,
    on_take_back: Callable[[rx.Var[str], rx.Var[str]], EventType] | None = None,
) -> rx.Component:
    """Return what was written to an answer; nothing where nothing was.

    Args:
        row: The answer.
        on_delete: Returns the event that deletes the comment of this key. None: who reads cannot.
        on_take_back: Returns the event that takes an own comment back, from its key and what
            stands in the form below. None: who reads writes none.
    """

    def shown(comment: ObjectVar[CommentRow]) -> rx.Component:
        if on_delete:
            question = _("Delete this comment?")
            remove = delete_dialog(
                question, _("This cannot be undone."), on_delete(comment.key), label=comment.label
            )
            return _comment(comment, remove)
        if on_take_back:
            return _comment(comment, _take_back(row, comment, on_take_back))
        return _comment(comment, rx.fragment())

    listed = rx.foreach(row.comments.to(list[CommentRow]), shown)
    return rx.cond(row.comments.length() > 0, rx.el.div(listed, class_name="comments"))


def comment_form(
    row: ObjectVar[AnswerRow],
    *,
    author: rx.Var[str],
    wrong_at: rx.Var[str],
    wrong: Wrong,
    sent_to: rx.Var[str],
    returned: rx.Var[str],
    on_comment: EventType,
) -> rx.Component:
    """Return the form that leaves a comment on an answer.

    Args:
        row: The answer; its key goes along as "answer".
        author: The name that was given last.
        wrong_at: Key of the answer whose form is wrong; empty when none is.
        wrong: What is wrong in it.
        sent_to: Key of the answer whose comments were changed last: its form takes the focus again.
        returned: What that form begins with.
        on_comment: Takes the form.
    """
    return rx.el.form(
        rx.el.input(type="hidden", name="answer", value=row.key),
        _written(
            row, "comment", _("Your comment"), wrong_at, wrong,
            rows=4, max_length=2_000, auto_focus=sent_to == row.key,
            default_value=rx.cond(sent_to == row.key, returned, ""),
        ),
        _written(
            row, "author", _("Your name"), wrong_at, wrong,
            default_value=author, max_length=60, auto_complete="name",
        ),
        actions(button(_("Send comment"), type="submit")),
        on_submit=on_comment,
        reset_on_submit=False,
        no_validate=True,
        # What was sent goes from its field: another number of comments needs another form.
        key=f"{row.key} {row.comments.length()}",
        class_name="comment-form",
    )  # fmt: skip


def _written(
    row: ObjectVar[AnswerRow],
    name: str,
    label: Text,
    wrong_at: rx.Var[str],
    wrong: Wrong,
    **props: Any,  # noqa: ANN401 (props of the element)
) -> rx.Component:
    """Return a field of a form of which the page has several."""
    own = f"{row.key}_{name}"
    mine = rx.cond(wrong_at == row.key, wrong.at(name), "")
    control = rx.el.textarea if name == "comment" else rx.el.input
    return rx.el.div(
        rx.el.label(label, html_for=own),
        control(
            id=own,
            name=name,
            dir="auto",
            class_name="input",
            aria_invalid=rx.cond(mine != "", "true", "false"),
            aria_describedby=f"{own}_wrong",
            **props,
        ),
        rx.el.p(mine, id=f"{own}_wrong", role="alert", class_name="wrong"),
        class_name="field",
    )


def _take_back(
    row: ObjectVar[AnswerRow],
    comment: ObjectVar[CommentRow],
    on_take_back: Callable[[rx.Var[str], rx.Var[str]], EventType],
) -> rx.Component:
    # Read at the click: another number of comments makes the form anew.
    written = rx.Var(f'document.getElementById({row.key} + "_comment").value').to(str)
    return rx.cond(
        comment.mine,
        button(_("Take back"), "plain", on_click=on_take_back(comment.key, written)),
    )


def _comment(row: ObjectVar[CommentRow], remove: rx.Component) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.h4(rx.el.span(_("Comment by "), class_name="unseen"), row.author, dir="auto"),
            rx.el.span(local_time(iso=row.at), class_name="small muted figures"),
            remove,
            class_name="comment-head",
        ),
        rx.el.p(row.text, dir="auto", class_name="comment-text"),
        class_name="comment",
    )
