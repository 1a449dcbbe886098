"""How the interviewer sounds in English: friendly, neutral or strict."""

from darasa_reflex.features.interviews.mind.locales.english import phrases
from darasa_reflex.features.interviews.mind.locales.manner import Manner

_NEUTRAL = Manner(
    greetings=phrases.GREETINGS,
    thanks=phrases.THANKS,
    go_on=phrases.GO_ON,
    skipped=phrases.SKIPPED,
    accepted=phrases.ACCEPTED,
    nudges=phrases.NUDGES,
    closing=phrases.CLOSING,
)
MANNERS = {
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
        nudges=phrases.NUDGES,
        closing=(
            "Thank you so much for your time{comma}.",
            "It was a pleasure to talk with you{comma}.",
        ),
    ),
    "neutral": _NEUTRAL,
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
