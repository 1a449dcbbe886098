"""What is recorded of an interview, in words."""

from darasa_reflex.features.interviews.recordings.recordings import MOST_MINUTES
from darasa_reflex.states.jobs.rows import clock
from darasa_reflex.states.report.conversation import Conversation

_MS = 1_000
_SOME = (
    " The others are marked “not recorded”: recording was stopped, the limit of "
    f"{MOST_MINUTES} minutes was reached, or the sound could not be saved."
)


def how_much(said: Conversation) -> str:
    """Return how much of the spoken answers is recorded, as sentences; empty when nothing is."""
    if not said.sounds:
        return ""
    spoken = sum(turn.is_candidate and not turn.from_text for turn in said.turns)
    length = clock(sum(kept.milliseconds for kept in said.sounds.values()) / _MS)
    if len(said.sounds) < spoken:
        some = f"{len(said.sounds)} of your {spoken} spoken answers"
        return f"{some} are recorded, {length} in all.{_SOME}"
    if spoken == 1:
        return f"Your spoken answer is recorded, {length}."
    return f"All {spoken} of your spoken answers are recorded, {length} in all."
