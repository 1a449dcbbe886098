"""Pieces of work that are measured where traces are collected. Else nothing is done for them."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from time import time_ns
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer

# All that the product itself tells of a piece of work: names from our own code, and numbers.
Label = Literal["engine", "task", "live", "state"]


@dataclass(slots=True)
class _Measuring:
    tracer: "Tracer | None" = None


_measuring = _Measuring()


def trace_with(tracer: "Tracer | None") -> None:
    """Measure from now on; None: no more."""
    _measuring.tracer = tracer


def span(
    name: str, labels: dict[Label, str | bool] | None = None
) -> AbstractContextManager[object]:
    """Measure a piece of work; what is measured within it hangs below it.

    Args:
        name: Of the kind of work, from our own code.
        labels: What it was, never whose.
    """
    tracer = _measuring.tracer
    if tracer is None:
        return nullcontext()
    return tracer.start_as_current_span(name, attributes={**labels} if labels else None)


def note(name: str, seconds: float, labels: dict[Label, str | bool]) -> None:
    """Note a piece of work that has just ended, and how long it took."""
    tracer = _measuring.tracer
    if tracer is None:
        return
    now = time_ns()
    began = now - int(seconds * 1_000_000_000)
    tracer.start_span(name, start_time=began, attributes={**labels}).end(now)
