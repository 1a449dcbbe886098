"""The small talk of the interviewer: polite, neutral, brief, and never about how good it was."""

import re
from collections.abc import Sequence
from random import Random

from darasa_reflex.features.interviews.questions.question_plan import Section
from darasa_reflex.features.job_infos.instructions import looks_like_instruction

GREETINGS = (
    "Hi{name}, good to meet you.",
    "Hi{name}, thanks for joining.",
    "Hello{name}, and welcome.",
)
WELCOME_BACK = (
    "Welcome back{comma}.",
    "Hello again{comma}.",
    "Good to have you back{comma}.",
)
THANKS = ("Thanks.", "Thank you.", "Okay.", "All right.", "I see.", "Right.", "Understood.")
GO_ON = ("I see.", "Okay.", "Right.", "All right.")
ACCEPTED = ("That is fine.", "No problem.", "That is all right.")
SKIPPED = ("Of course.", "No problem.", "Sure.")
OF_COURSE = ("Of course.", "Certainly.", "Sure.")
WAITING = (
    "Of course, take your time.",
    "Sure, take the time you need.",
    "No hurry, I will wait.",
)
READY = ("Please go ahead.", "Go ahead.", "I am listening.")
HEARING_YOU = "Hello, I can hear you."
NUDGES = ("Take your time.", "There is no hurry.", "Take the time you need.")
OFFERS = (
    "I can repeat the question, or we can skip it; just say so.",
    "If you like, say repeat, or say skip.",
)
OTHER_WORDS = ("In other words:", "Put differently:")
UNHEARD = (
    "Sorry, I did not catch that. Please say it again, or type it.",
    "I could not make out the words. Please try once more, or type your answer.",
    "That did not reach me clearly. Please say it again, or type it.",
)
HINTS = (
    "The question also stands on your page, and you can say skip at any time.",
    "You find the question on your page as well; say skip to leave it out.",
)
WIDE = (
    "Take it as you like; any example of yours will do.",
    "There is no trick in it; anything from your own experience fits.",
)
BACK_TO_IT = (
    "Let us stay with the interview.",
    "I would like to keep to the interview.",
    "Let us come back to the question.",
)
LATER = (
    "You can ask me that at the end.",
    "There is room for your questions at the end.",
)
CALM = (
    "I understand that this can be tiring.",
    "I hear that you are not happy with this.",
)
PLEASE_CARRY_ON = (
    "Please carry on where we stopped.",
    "Please go on with your last answer.",
)
LET_US_MOVE_ON = ("Let us move on.", "We can leave that one.", "Let us leave it there.")
SHORT_OF_TIME = ("We are nearly out of time.", "Our time is almost over.")
TIME_IS_UP = "Our time is up."
STOPPING = "Of course, we can stop here."
CLOSING = (
    "Thank you for your time{comma}.",
    "Thank you for talking with me{comma}.",
)
GOODBYE = "That was the interview. Goodbye."
TURNS: dict[Section, tuple[str, ...]] = {
    "introduction": ("That was the warm-up; from here on it counts.", "Now it counts."),
    "behavioural": ("Now a question about how you work.", "Let us talk about how you work."),
    "role": ("Let us turn to the job itself.", "Now to the job itself."),
}
_NAME = re.compile(r"[^\W\d_]{2,20}(?:[-'\u2019][^\W\d_]{1,15})?")
_NO_NAMES = frozenset(
    {"there", "user", "you", "guest", "anonymous", "unknown", "me", "local", "test"}
)


def chosen(random: Random, phrases: Sequence[str], last: str = "") -> str:
    """Return one of the phrases, not the one said last."""
    return random.choice([phrase for phrase in phrases if phrase != last] or list(phrases))


def named(phrase: str, user_name: str) -> str:
    """Return the phrase with the person's first name in it, or without one if it cannot be said.

    `{name}` becomes " Ada", `{comma}` becomes ", Ada"; both vanish without a name.
    """
    first = next(iter(user_name.split()), "")
    usable = _NAME.fullmatch(first) and first.lower() not in _NO_NAMES
    if not usable or looks_like_instruction(user_name):
        return phrase.format(name="", comma="")
    return phrase.format(name=f" {first}", comma=f", {first}")


def inside(sentence: str) -> str:
    """Return a sentence as it stands after a colon."""
    first, _, rest = sentence.partition(" ")
    plain = first[1:].islower() or first == "A"
    return f"{first.lower()} {rest}" if plain and first != "I" else sentence
