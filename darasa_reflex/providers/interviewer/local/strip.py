"""What the room says of the built-in interviewer: what plays now, and why nothing better."""

from darasa_reflex.features.interviews.lineup import Lineup
from darasa_reflex.features.interviews.phrasing import Phrasing

_ENGINE = ("Built-in interviewer.",)
_ONLY_TYPED = "Only after typed answers: what is spoken is heard too roughly for that."


def lineup_of(
    heard: tuple[str, ...], spoken: tuple[str, ...], phrasing: Phrasing, *, rough: bool
) -> Lineup:
    """Return what plays, from what the ladders of ears and voices say of themselves."""
    worded = [phrasing.label] if phrasing.label else []
    if rough and not phrasing.verbatim:
        worded.append(_ONLY_TYPED)
    return Lineup(_ENGINE, heard, spoken, tuple(worded))
