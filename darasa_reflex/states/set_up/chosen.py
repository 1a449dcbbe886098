"""What is chosen before an interview, in the words of the page."""

from collections.abc import Mapping

# What counts until the person chooses, by the names of the form's fields.
USUAL = {
    "minutes": "10",
    "kind": "mixed",
    "difficulty": "usual",
    "tone": "neutral",
    "patience": "normal",
}
# How often it asks on. Source: `MOST_FOLLOW_UPS`.
ASKS_ON = {
    "easy": "One follow-up per question.",
    "usual": "Up to two follow-ups per question.",
    "hard": "Up to two follow-ups per question, and it asks for details.",
}
# About how long it waits when nothing tells whether an answer is over. Source: `Patience`, and
# `pace` of the built-in interviewer.
_SECONDS = {"fast": "0.8", "normal": "1.5", "patient": "4"}
WAITS = {
    name: f"Waits about {seconds} s of silence before it takes your answer as finished."
    for name, seconds in _SECONDS.items()
}
_KINDS = {"mixed": "mixed", "behavioural": "how you work", "technical": "the job itself"}
_DIFFICULTIES = {"easy": "easy", "hard": "hard"}
_PATIENCES = {"fast": "quick", "normal": "normal patience", "patient": "patient"}


def summary(chosen: Mapping[str, str]) -> str:
    """Return choices in one line, "10 minutes · mixed · normal patience".

    A tone and a difficulty that are the usual ones are left out.

    Args:
        chosen: Values by the names of the form's fields.
    """
    tone = chosen["tone"]
    said = (
        f"{chosen['minutes']} minutes",
        _KINDS.get(chosen["kind"], ""),
        _DIFFICULTIES.get(chosen["difficulty"], ""),
        tone if tone != USUAL["tone"] else "",
        _PATIENCES.get(chosen["patience"], ""),
    )
    return " · ".join(filter(None, said))
