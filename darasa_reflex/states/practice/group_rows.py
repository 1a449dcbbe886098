"""Requirements of a job by how they stand over its interviews, in the words of the page."""

from collections.abc import Sequence

from darasa_reflex.components.practice.rows import GroupRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.practice.progress.coverage import Requirement, Standing

_GROUPS: tuple[tuple[str, str, tuple[Standing, ...]], ...] = (
    (marked("Shown"), "shown", (Standing.SHOWN,)),
    # Word rules find the name of a thing; whether it was shown, they cannot tell.
    (marked("Named in your answers"), "named", (Standing.NAMED,)),
    (marked("Asked, not shown yet"), "open", (Standing.PARTLY, Standing.OPEN)),
    (marked("Not asked yet"), "later", (Standing.LATER,)),
)


def groups(found: Sequence[Requirement]) -> list[GroupRow]:
    """Return the groups that are not empty, in the order of the page."""
    rows = [
        GroupRow(_(title), state, [_name(one) for one in found if one.standing in standings])
        for title, state, standings in _GROUPS
    ]
    return [row for row in rows if row.names]


def _name(one: Requirement) -> str:
    partly = one.standing is Standing.PARTLY
    return _("{requirement} (in part)", requirement=one.name) if partly else one.name
