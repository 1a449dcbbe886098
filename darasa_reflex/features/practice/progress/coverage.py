"""Requirements of a job over all its interviews: shown, asked and not shown, or not asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from darasa_reflex.features.feedback.report.coverage import State
from darasa_reflex.features.practice.progress.reports import Stored


class Standing(StrEnum):
    """How a requirement stands. Word rules know that it was named; a model, whether it is shown."""

    SHOWN = "shown"
    NAMED = "named"
    PARTLY = "shown in part"
    OPEN = "asked, not shown yet"
    LATER = "not asked yet"


_BY_STATE: Mapping[str, Standing] = MappingProxyType(
    {
        State.SHOWN: Standing.SHOWN,
        State.NAMED: Standing.NAMED,
        State.PARTLY: Standing.PARTLY,
        State.UNNAMED: Standing.OPEN,
        State.UNPROVEN: Standing.OPEN,
        State.UNREAD: Standing.OPEN,
        State.NOT_ASKED: Standing.LATER,
    }
)
_BEST_FIRST = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of a job and the best that any interview has shown of it."""

    name: str
    standing: Standing


def standings(requirements: Sequence[str], reports: Sequence[Stored]) -> tuple[Requirement, ...]:
    """Return how each requirement of a job stands, in the job's order."""
    best = dict.fromkeys(requirements, Standing.LATER)
    for report in reports:
        for row in report.coverage:
            name, standing = row["requirement"], _BY_STATE.get(row["state"], Standing.LATER)
            if name in best and _place(standing) < _place(best[name]):
                best[name] = standing
    return tuple(Requirement(name, standing) for name, standing in best.items())


def open_ones(found: Sequence[Requirement], newest: Stored) -> tuple[str, ...]:
    """Return what was asked and not shown in any interview, those of this report first."""
    asked = {row["requirement"] for row in newest.coverage if row["state"] != State.NOT_ASKED}
    left = [one for one in found if one.standing in {Standing.OPEN, Standing.PARTLY}]
    left.sort(key=lambda one: (one.name not in asked, one.standing is Standing.PARTLY))
    return tuple(one.name for one in left)


def _place(standing: Standing) -> int:
    return _BEST_FIRST.index(standing)
