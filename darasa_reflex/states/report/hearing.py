"""What is recorded of an interview, in words."""

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.interviews.recordings.recordings import MOST_MINUTES
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.conversation import Conversation

_MS = 1_000


def how_much(said: Conversation) -> str:
    """Return how much of the spoken answers is recorded, as sentences; empty when nothing is."""
    if not said.sounds:
        return ""
    spoken = sum(turn.is_candidate and not turn.from_text for turn in said.turns)
    length = clock(sum(kept.milliseconds for kept in said.sounds.values()) / _MS)
    if len(said.sounds) < spoken:
        return _(
            "{recorded} of your {spoken} spoken answers are recorded, {length} in all. The others "
            "are marked “not recorded”: recording was stopped, the limit of {minutes} minutes was "
            "reached, or the sound could not be saved.",
            recorded=len(said.sounds),
            spoken=spoken,
            length=length,
            minutes=MOST_MINUTES,
        )
    if spoken == 1:
        return _("Your spoken answer is recorded, {length}.", length=length)
    return _(
        "All {spoken} of your spoken answers are recorded, {length} in all.",
        spoken=spoken,
        length=length,
    )
