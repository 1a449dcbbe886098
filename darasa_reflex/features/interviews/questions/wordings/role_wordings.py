"""Wordings of questions about a job's skills: `{x}` is the topic, `{role}` "the … role"."""

from darasa_reflex.features.interviews.questions.topic import Kind
from darasa_reflex.features.interviews.questions.wordings.wording import (
    ANY,
    EARLY,
    LATER,
    SENIOR,
    Template,
)


def _one(text: str, levels: frozenset[str] = ANY) -> Template:
    return Template((text,), "", levels)


BY_KIND: dict[Kind, tuple[Template, ...]] = {
    "tool": (
        _one(
            "What is the most demanding thing you have done with {x}, and what was your part in it?"
        ),
        _one("Tell me about a problem you ran into with {x}, and how you solved it."),
        _one("Talk me through one thing you made or changed with {x}."),
        _one("What do you wish you had known about {x} when you started?"),
        _one("What do you use {x} for, and when would you choose something else?", LATER),
        _one("How have you helped a team to work well with {x}?", SENIOR),
        _one("How did you learn {x}, and what have you done with it so far?", EARLY),
        _one("What did you find hard about {x} at first, and how did you get past that?", EARLY),
    ),
    "practice": (
        _one("Tell me about a recent piece of work that involved {x}, and what you did."),
        _one("What have you learned about {x} from something that went wrong?"),
        _one("How have you helped others to get better at {x}?", SENIOR),
        _one("Where did you learn about {x}, and how have you used that since?", EARLY),
    ),
    "rule": (
        _one("What do you do differently at work because of {x}?"),
        _one("How would you explain {x} to someone who has just joined your team?"),
        _one("Tell me about a time when {x} decided what you could or could not do."),
    ),
    "people": (
        _one("Tell me about a time when {x} made a difference to the result."),
        _one("Describe a situation in which {x} really counted, and how you acted."),
        _one("When did you last find {x} difficult, and what did you do?"),
    ),
    "spoken": (
        _one("How do you use {x} at work, and with whom?"),
        _one("Tell me about a time you had to explain something difficult in {x}."),
    ),
    "ability": (
        _one("The job asks you to {x}. Tell me about a time you did that."),
        _one("You would have to {x} here. When was that last hard for you?"),
        _one("Part of this job is to {x}. Could you give me an example from your own work?"),
    ),
    "doing": (
        _one("How do you go about {x}?"),
        _one("What is the hardest part of {x}, in your experience?"),
        _one("What have you learned from {x}?"),
    ),
    "having": (
        _one("Tell me about your {x}, and where it has counted most."),
        _one("Where have you needed your {x} most, and why there?"),
        _one("When did you last draw on your {x}, and what did you do?"),
    ),
    "trait": (
        _one("The posting says “{x}”. When did you last show that at work?"),
        _one("One point in the posting is “{x}”. Tell me about a time that was true of you."),
    ),
    "quoted": (
        _one("The posting mentions “{x}”. What have you done in that area?"),
        _one("One point in the posting is “{x}”. What in your own work comes closest to that?"),
        _one("The posting also says “{x}”. How would you rate yourself on that, and why?"),
    ),
}

# Only where the topic is one thing: "good stock control", not "good sales targets".
OF_ONE: tuple[Template, ...] = (
    _one("What is the hardest part of {x} for you, and how do you deal with it?"),
    _one("What does good {x} look like to you?"),
)

# For practices, not for tools.
BY_FAMILY: dict[str, tuple[Template, ...]] = {
    "trades": (_one("Describe a job involving {x} that did not go to plan, and what you did."),),
    "engineering": (_one("Tell me about a piece of work in {x} that you had to do again."),),
    "finance": (_one("How do you check your own work in {x}?"),),
    "marketing": (_one("Tell me about a campaign or launch in which {x} played a part."),),
    "service": (_one("On a busy day, how do you keep up the standard of {x}?"),),
    "legal": (_one("Tell me about a matter that involved {x}, and how you reached your view."),),
    "hr": (_one("Describe a delicate case that involved {x}, and how you handled it."),),
    "operations": (_one("Where did you find waste or delay in {x}, and what did you change?"),),
    "product": (_one("Tell me about a trade-off you had to make in {x}."),),
    "data": (_one("Tell me about a surprise in your work on {x}, and how you checked it."),),
    "security": (_one("Tell me about a risk you found in {x}, and what you did about it."),),
}

AGAIN: dict[Kind, tuple[str, ...]] = {
    "tool": ("In short: {x}, and what you have done with it.",),
    "practice": ("An example from your own work in {x} will do.",),
    "rule": ("In short: {x}, and your own work.",),
    "people": ("One example that shows {x} is enough.",),
    "spoken": ("In short: {x}, and when you use it.",),
    "ability": ("An example of when you had to {x}.",),
    "doing": ("In short: your way of {x}.",),
    "having": ("An example from your {x}.",),
    "trait": ("A time you were like that: “{x}”.",),
    "quoted": ("In short: “{x}”, and what you bring to it.",),
}

GENERIC: tuple[Template, ...] = (
    Template(
        (
            "What would you do in your first month in {role}?",
            "How would you spend your first weeks in {role}?",
        ),
        "Your first weeks in the job.",
    ),
    Template(
        (
            "Which task in {role} do you expect to be hardest, and why?",
            "What do you think will be difficult about {role}?",
        ),
        "The hardest part of the job, as you see it.",
    ),
    Template(
        (
            "Tell me about the piece of work that comes closest to {role}, and what you did.",
            "Which of your projects is most like {role}, and what was your part?",
        ),
        "The most similar work you have done.",
    ),
    Template(
        (
            "Which tools or methods do you rely on most in your work, and what for?",
            "What do you need to do your work well, and how do you use it?",
        ),
        "The tools or methods you rely on.",
    ),
    Template(
        (
            "How do you make sure that your work is right before you hand it over?",
            "What do you do to check your own work?",
        ),
        "How you check your own work.",
    ),
    Template(
        (
            "How do you keep your knowledge for {role} up to date?",
            "What is the last thing you learned that matters for {role}?",
        ),
        "How you keep learning.",
    ),
    Template(
        (
            "What makes someone excellent rather than good in {role}?",
            "How would you notice that somebody is really good at this work?",
        ),
        "Excellent rather than good.",
    ),
    Template(
        (
            "What would you want to know before your first day in {role}?",
            "Which three things would you find out first in {role}?",
        ),
        "What you would want to know first.",
    ),
    Template(
        (
            "What do people outside this kind of work usually get wrong about it?",
            "How would you explain {role} to a friend who knows nothing about it?",
        ),
        "This work, as outsiders see it.",
    ),
    Template(
        (
            "Which mistake do newcomers to this kind of work make most often?",
            "What would you warn a beginner in this kind of work about?",
        ),
        "A typical mistake of beginners.",
    ),
    Template(
        (
            "What has changed in this kind of work lately, and what does that mean for you?",
            "How will this kind of work be different in five years?",
        ),
        "How this work is changing.",
    ),
    Template(
        (
            "On a day that is too full, how do you decide what can wait?",
            "How do you plan a day on which not everything can be done?",
        ),
        "What can wait on a full day.",
    ),
    Template(
        (
            "Which part of {role} would come easily to you, and which would you have to grow into?",
            "Where would you need the most support in {role}?",
        ),
        "What comes easily, and what does not.",
    ),
    Template(
        (
            "How do you work with people whose job is very different from yours?",
            "Who would you depend on in {role}, and how would you work with them?",
        ),
        "Working with people of other jobs.",
    ),
)
