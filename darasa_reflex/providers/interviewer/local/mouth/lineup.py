"""What plays when the built-in interviewer does, and why nothing better."""

from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.lineup import Lineup

_ENGINE = ("Built-in interviewer.",)


def lineup_of(
    heard: tuple[str, ...],
    spoken: tuple[str, ...],
    minded: str,
    *,
    language: str = ENGLISH,
    asks: str = ENGLISH,
) -> Lineup:
    """Return what plays, from what the casts of ears and voices say of themselves.

    Args:
        heard: Of the ears.
        spoken: Of the voices.
        minded: Of the mind; empty: nothing.
        language: What the candidate answers in.
        asks: What it asks in.
    """
    worded = [minded] if minded else []
    if asks != ENGLISH:
        general = "" if minded else ", with follow-up questions that are general"
        worded.append(f"It asks in {in_english(asks)}{general}.")
    elif language != ENGLISH:
        told = f"It asks in English and does not understand {in_english(language)}"
        worded.append(f"{told}, so its follow-up questions are general.")
    return Lineup(_ENGINE, heard, spoken, tuple(worded))
