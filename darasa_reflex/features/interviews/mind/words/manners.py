"""How the interviewer sounds: friendly, neutral or strict, and never about how good it was."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.features.interviews.mind.words import phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is worded differently from tone to tone; see `phrases` for when each is said."""

    greetings: tuple[str, ...] = phrases.GREETINGS
    thanks: tuple[str, ...] = phrases.THANKS
    go_on: tuple[str, ...] = phrases.GO_ON
    skipped: tuple[str, ...] = phrases.SKIPPED
    accepted: tuple[str, ...] = phrases.ACCEPTED
    nudges: tuple[str, ...] = phrases.NUDGES
    closing: tuple[str, ...] = phrases.CLOSING

    def letting_go(self, intent: Intent) -> tuple[str, ...] | None:
        """Return how a wish to leave the question is taken; None when it is another wish."""
        taken = {Intent.SKIP: self.skipped, Intent.UNKNOWN: self.accepted, Intent.DONE: self.thanks}
        return taken.get(intent)


_MANNERS = {
    "friendly": Manner(
        greetings=(
            "Hi{name}, it's lovely to meet you.",
            "Hello{name}, I've been looking forward to this.",
            "Hi{name}, make yourself comfortable.",
        ),
        thanks=("Thank you for telling me.", "Thanks for that.", "Thank you, I see.", "Okay."),
        go_on=("Thanks, I'd like to hear more.", "I see, go on.", "Okay, I see."),
        skipped=("Of course, no problem at all.", "Sure, we'll leave it out.", "Of course."),
        accepted=("That's quite all right.", "No problem at all.", "That happens to everyone."),
        closing=(
            "Thank you so much for your time{comma}.",
            "It was a pleasure to talk with you{comma}.",
        ),
    ),
    "neutral": Manner(),
    "strict": Manner(
        greetings=("Good day{comma}.", "Hello{comma}."),
        thanks=("Noted.", "Next.", "All right.", "Right."),
        go_on=("Noted.", "Right.", "Go on.", "I need more than that."),
        skipped=("Skipped.", "The next one, then.", "As you wish."),
        accepted=("Noted.", "The next one, then."),
        nudges=("I'm waiting for your answer.", "Please begin when you're ready."),
        closing=("That's all from me{comma}.", "We're done{comma}."),
    ),
}


def manner_of(tone: str) -> Manner:
    """Return a tone's manner; an unknown one is neutral."""
    return _MANNERS.get(tone, _MANNERS["neutral"])


@dataclass(slots=True)
class Tongue:
    """Chooses among phrases, never the same one twice in a row."""

    user_name: str
    random: Random
    _last: str = field(default="", init=False)

    def one(self, options: Sequence[str]) -> str:
        """Return one of the phrases."""
        self._last = phrases.chosen(self.random, options, self._last)
        return self._last

    def named(self, options: Sequence[str]) -> str:
        """Return one of the phrases, with the candidate's name where it can be said."""
        return phrases.named(self.random.choice(options), self.user_name)
