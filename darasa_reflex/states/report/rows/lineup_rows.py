"""From what played in an interview to what the report shows of it."""

from collections.abc import Sequence
from itertools import groupby

from darasa_reflex.components.report.lineup import PartRow, StintRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.engines.lineup.lineup import Played
from darasa_reflex.states.jobs.rows import clock

_PARTS = {
    "engine": marked("Interviewer"),
    "heard": marked("Heard by"),
    "spoken": marked("Spoken by"),
    "worded": marked("Worded by"),
}
_MS_PER_SECOND = 1_000


def part_rows(played: Sequence[Played]) -> list[PartRow]:
    """Return each part with what played it in turn; parts of which nothing is said are left out."""
    rows = (PartRow(_(title), _stints(played, name)) for name, title in _PARTS.items())
    return [row for row in rows if row.stints]


def _stints(played: Sequence[Played], name: str) -> list[StintRow]:
    told = [(one.from_ms, " ".join(getattr(one.lineup, name))) for one in played]
    changes = [next(stint) for _, stint in groupby(told, key=lambda one: one[1])]
    stints = [(from_ms, said) for from_ms, said in changes if said]
    alone = len(changes) == 1
    return [
        StintRow("" if alone else clock(from_ms / _MS_PER_SECOND), said) for from_ms, said in stints
    ]
