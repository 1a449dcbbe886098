"""What to practise next, as the page of a report shows it."""

import reflex as rx

from darasa_reflex.components.practice.next_steps import next_steps
from darasa_reflex.components.set_up.start_refusal import start_refusal
from darasa_reflex.states.events.screen import view_of
from darasa_reflex.states.practice.next_steps import NextStepsState as Next


def practise_next() -> rx.Component:
    """Return it; nothing before it is read, and nothing where nothing was left open."""
    refusal = start_refusal(
        Next.not_started, Next.frees_at, Next.used_up, Next.upgradable, Next.interviews_to
    )
    return rx.cond(
        view_of(Next) == "ready", next_steps(Next.exercises, Next.gaps, Next.practise, refusal)
    )
