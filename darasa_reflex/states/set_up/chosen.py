"""What is chosen before an interview, in the words of the page."""

from collections.abc import Mapping

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _

# What counts until the person chooses, by the names of the form's fields.
USUAL = {
    "minutes": "10",
    "kind": "mixed",
    "difficulty": "usual",
    "tone": "neutral",
    "patience": "normal",
}
# How often it asks on. Source: `MOST_FOLLOW_UPS`.
_ASKS_ON = {
    "easy": marked("One follow-up per question."),
    "usual": marked("Up to two follow-ups per question."),
    "hard": marked("Up to two follow-ups per question, and it asks for details."),
}
# About how long it waits when nothing tells whether an answer is over. Source: `Patience`, and
# `pace` of the built-in interviewer.
_SECONDS = {"fast": 0.8, "normal": 1.5, "patient": 4}
_KINDS = {
    "mixed": marked("mixed"),
    "behavioural": marked("how you work"),
    "technical": marked("the job itself"),
}
_DIFFICULTIES = {"easy": marked("easy"), "hard": marked("hard")}
# The usual one says nothing.
_TONES = {"friendly": marked("friendly"), "strict": marked("strict")}
_PATIENCES = {
    "fast": marked("quick"),
    "normal": marked("normal patience"),
    "patient": marked("patient"),
}


def asks_on(difficulty: str) -> str:
    """Return what a difficulty means, as a sentence; empty for an unknown one."""
    return _(_ASKS_ON[difficulty]) if difficulty in _ASKS_ON else ""


def waits(patience: str) -> str:
    """Return what a patience means, as a sentence; empty for an unknown one."""
    if patience not in _SECONDS:
        return ""
    return _(
        "Waits about {seconds} s of silence before it takes your answer as finished.",
        seconds=_SECONDS[patience],
    )


def summary(chosen: Mapping[str, str]) -> str:
    """Return choices in one line, "10 minutes · mixed · normal patience".

    A tone and a difficulty that are the usual ones are left out.

    Args:
        chosen: Values by the names of the form's fields.
    """
    words = (
        _KINDS.get(chosen["kind"], ""),
        _DIFFICULTIES.get(chosen["difficulty"], ""),
        _TONES.get(chosen["tone"], ""),
        _PATIENCES.get(chosen["patience"], ""),
    )
    minutes = _("{count} minutes", count=chosen["minutes"])
    return " · ".join([minutes, *map(_, filter(None, words))])
