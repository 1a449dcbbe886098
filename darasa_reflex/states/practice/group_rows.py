"""Requirements of a job by how they stand over its interviews, in the words of the page."""

from collections.abc import Sequence

from darasa_reflex.components.practice.rows import GroupRow
from darasa_reflex.features.practice.progress.coverage import Requirement, Standing

_GROUPS: tuple[tuple[str, str, tuple[Standing, ...]], ...] = (
    ("Shown", "shown", (Standing.SHOWN,)),
    # Word rules find the name of a thing; whether it was shown, they cannot tell.
    ("Named in your answers", "named", (Standing.NAMED,)),
    ("Asked, not shown yet", "open", (Standing.PARTLY, Standing.OPEN)),
    ("Not asked yet", "later", (Standing.LATER,)),
)


def groups(found: Sequence[Requirement]) -> list[GroupRow]:
    """Return the groups that are not empty, in the order of the page."""
    rows = [
        GroupRow(title, state, [_name(one) for one in found if one.standing in standings])
        for title, state, standings in _GROUPS
    ]
    return [row for row in rows if row.names]


def _name(one: Requirement) -> str:
    return f"{one.name} (in part)" if one.standing is Standing.PARTLY else one.name
