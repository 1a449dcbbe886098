"""What the room says of the built-in interviewer: what plays now, and why nothing better."""

from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.lineup import Lineup
from darasa_reflex.features.interviews.engines.phrasing import Phrasing

_ENGINE = ("Built-in interviewer.",)


def lineup_of(
    heard: tuple[str, ...],
    spoken: tuple[str, ...],
    phrasing: Phrasing,
    *,
    language: str = ENGLISH,
) -> Lineup:
    """Return what plays, from what the ladders of ears and voices say of themselves.

    Args:
        heard: Of the ladder of ears.
        spoken: Of the ladder of voices.
        phrasing: Words the sentences.
        language: What the candidate answers in.
    """
    worded = [phrasing.label] if phrasing.label else []
    if language != ENGLISH:
        told = f"It asks in English and does not understand {in_english(language)}"
        worded.append(f"{told}, so its follow-up questions are general.")
    return Lineup(_ENGINE, heard, spoken, tuple(worded))
