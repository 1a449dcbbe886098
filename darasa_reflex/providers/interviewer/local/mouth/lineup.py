"""What plays when the built-in interviewer does, and why nothing better."""

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
    """Return what plays, from what the casts of ears and voices say of themselves.

    Args:
        heard: Of the ears.
        spoken: Of the voices.
        phrasing: Words the sentences.
        language: What the candidate answers in.
    """
    worded = [phrasing.label] if phrasing.label else []
    if language != ENGLISH:
        told = f"It asks in English and does not understand {in_english(language)}"
        worded.append(f"{told}, so its follow-up questions are general.")
    return Lineup(_ENGINE, heard, spoken, tuple(worded))
