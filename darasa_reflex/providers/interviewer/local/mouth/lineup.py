"""What plays when the built-in interviewer does, and why nothing better."""

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup

_ENGINE = (sentence("Built-in interviewer."),)


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
        name = in_english(asks)
        worded.append(
            sentence("It asks in {language}.", language=name)
            if minded
            else sentence(
                "It asks in {language}, with follow-up questions that are general.", language=name
            )
        )
    elif language != ENGLISH:
        worded.append(
            sentence(
                "It asks in English and does not understand {language}, so its follow-up questions "
                "are general.",
                language=in_english(language),
            )
        )
    return Lineup(_ENGINE, heard, spoken, tuple(worded))
