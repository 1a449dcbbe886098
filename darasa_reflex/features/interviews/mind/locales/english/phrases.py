"""The small talk in English: polite, neutral, brief, and never about how good it was."""

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
ACCEPTED = ("That's fine.", "No problem.", "That's all right.")
SKIPPED = ("Of course.", "No problem.", "Sure.")
# Neither tells whether a man or a woman is speaking, nor where they come from.
NAMES = ("Robin", "Alex", "Sam", "Charlie")
FOR_COMPANY = (
    "I'm {who}, and I'll be interviewing you for {company} today.",
    "I'm {who}, and today I'm asking the questions for {company}.",
)
BY_NAME = (
    "I'm {who}, and I'll be interviewing you today.",
    "I'm {who}, and I'm your interviewer today.",
)
WHO_I_AM = "I'm {who}, a computer program that holds practice interviews."
OF_COURSE = ("Of course.", "Certainly.", "Sure.")
WAITING = (
    "Of course, take your time.",
    "Sure, take the time you need.",
    "No rush, I'll wait.",
)
READY = ("Please go ahead.", "Go ahead.", "I'm listening.")
HEARING_YOU = "Hello, I can hear you."
WELL = "Hello! I'm well, thank you."
WELL_TOO = "I'm well, thank you."
NUDGES = ("Take your time.", "There's no rush.", "Take all the time you need.")
OFFERS = (
    "I can repeat the question, or we can skip it; just say so.",
    "If you'd like, say repeat, or say skip.",
)
BUTTONS = (
    "If you like, press {repeat} to hear the question again, or {skip} to leave it out.",
    "The buttons {repeat} and {skip} are there for you.",
)
NOT_FOLLOWED = (
    "I'm not sure what you'd like. I can repeat the question, put it another way, move on, or "
    "stop here. Or just carry on.",
    "Sorry, I didn't quite follow. I can say the question again, put it differently, or move on. "
    "If that was your answer, just carry on.",
)
OTHER_WORDS = ("In other words:", "Put differently:")
UNHEARD = (
    "Sorry, I didn't catch that. Please say it again, or type it.",
    "I could not make out the words. Please try once more, or type your answer.",
    "That didn't come through clearly. Please say it again, or type it.",
)
HINTS = (
    "The question is on your page as well, and you can say skip at any time.",
    "You'll find the question on your page too; say skip to leave it out.",
)
WIDE = (
    "Take it however you like; any example of yours will do.",
    "There's no trick to it; anything from your own experience will do.",
)
BACK_TO_IT = (
    "Let's get back to the interview.",
    "I'd like to keep to the interview.",
    "Let's come back to the question.",
)
LATER = (
    "You can ask me that at the end.",
    "There will be time for your questions at the end.",
)
CALM = (
    "I understand that this can be tiring.",
    "I can hear that you're not happy with this.",
)
PLEASE_CARRY_ON = (
    "Please carry on from where we stopped.",
    "Please go on with your last answer.",
)
LET_US_MOVE_ON = ("Let's move on.", "We can leave that one.", "Let's leave it there.")
SHORT_OF_TIME = ("We're nearly out of time.", "Our time is almost up.")
TIME_IS_UP = "Our time is up."
STOPPING = "Of course, we can stop here."
CLOSING = (
    "Thank you for your time{comma}.",
    "Thank you for talking with me{comma}.",
)
FEEDBACK = ("I don't judge during the interview.", "Your feedback is on the page that follows.")
UNREAD = (
    "I understand only English well enough to reply to questions.",
    "Please keep it for the real interview.",
)
INVITATIONS = (
    "Is there another question you have?",
    "What else would you like to ask?",
    "Would you like to ask anything else?",
)
GOODBYE = "That was the interview. Goodbye."
STILL_THERE = "Are you still there? I will close the line soon if I hear nothing."
LAST_MINUTE = "We have about one minute left."
FAREWELL = "Our time is up, so I have to stop here. Thank you for the interview. Goodbye."
TURNS: dict[Section, tuple[str, ...]] = {
    "introduction": (
        "That was the warm-up; from here on it counts.",
        "From here on it counts.",
    ),
    "behavioural": ("Now a question about how you work.", "Let's talk about how you work."),
    "role": ("Let's turn to the job itself.", "Now to the job itself."),
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


def back_to(question: str) -> str:
    """Return a question to come back to, which may be in a few words; empty when there is none."""
    if not question or question.endswith("?"):
        return question
    if ":" in question:
        return f"Back to my question. {question}"
    return f"Back to my question: {inside(question)}"
