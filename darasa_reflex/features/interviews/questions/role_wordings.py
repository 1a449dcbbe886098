"""Wordings of questions about a job's skills: `{x}` is the topic, `{role}` "the … role"."""

from darasa_reflex.features.interviews.questions.topic import Kind
from darasa_reflex.features.interviews.questions.wording import ANY, EARLY, LATER, SENIOR, Template


def _one(text: str, levels: frozenset[str] = ANY) -> Template:
    return Template((text,), "", levels)


BY_KIND: dict[Kind, tuple[Template, ...]] = {
    "tool": (
        _one("What is the largest thing you have done with {x}, and what was your part in it?"),
        _one("Tell me about a problem you met while working with {x}, and how you solved it."),
        _one("Talk me through one thing you made or changed with {x}."),
        _one("What should a newcomer to {x} watch out for, in your experience?", LATER),
        _one("What do you use {x} for, and when would you choose something else?", LATER),
        _one("Which decision about {x} would you take differently today, and why?", SENIOR),
        _one("How have you helped a team to work well with {x}?", SENIOR),
        _one("How did you learn {x}, and what have you done with it so far?", EARLY),
        _one("What did you find hard about {x} at first, and how did you get past that?", EARLY),
    ),
    "practice": (
        _one("Tell me about a recent piece of work that involved {x}, and what you did."),
        _one("Think of a time when {x} turned out harder than expected: how did you respond?"),
        _one("When it comes to {x}, how do you tell good work from poor work?"),
        _one("What have you learned about {x} from something that went wrong?"),
        _one("When {x} comes up in your work, where do you start?"),
        _one("Where have you changed the way your team deals with {x}?", SENIOR),
        _one("How have you helped others to get better at {x}?", SENIOR),
        _one("Where did you learn about {x}, and where have you put that to use?", EARLY),
    ),
    "standard": (
        _one("Where has {x} come up in your work, and what did you do?"),
        _one("Tell me about a time when {x} changed how you did something."),
        _one("What does {x} mean for your day-to-day work?"),
        _one("What do you know about {x}, and where have you seen that in practice?", EARLY),
        _one("How have you explained {x} to people who were new to it?", LATER),
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
        _one("The job asks you to {x}: tell me about a time you did that."),
        _one("You would have to {x} here: when was that last hard for you?"),
        _one("Part of this job is to {x}: could you give me an example from your own work?"),
    ),
    "having": (
        _one("Tell me about your {x}, and where it has counted most."),
        _one("Where have you needed your {x} most, and why there?"),
        _one("When did you last draw on your {x}, and what did you do?"),
    ),
    "line": (
        _one("The job description lists this: {x}; where have you done something like that?"),
        _one("One line of the job description reads: {x}; how does your experience fit that?"),
        _one("The employer also names this: {x}; what can you tell me about that?"),
    ),
}

BY_FAMILY: dict[str, tuple[Template, ...]] = {
    "health": (
        _one("When {x} is part of your shift, what do you check first?"),
        _one("Tell me about a patient or client for whom {x} mattered, and what you did."),
    ),
    "education": (
        _one("How have you adapted {x} to a group with different needs?"),
        _one("Tell me about a lesson or session in which {x} mattered."),
    ),
    "trades": (
        _one("What do you check for safety before a job that involves {x}?"),
        _one("Describe a job involving {x} that did not go to plan, and what you did."),
    ),
    "engineering": (
        _one("Which assumption did you check in your last work on {x}, and how?"),
        _one("Tell me about a design or test involving {x} that you had to change."),
    ),
    "finance": (
        _one("How do you check your own work when it comes to {x}?"),
        _one("Tell me about an error you found in work on {x}, and what you did."),
    ),
    "sales": (
        _one("Tell me about a customer or deal where {x} was decisive."),
        _one("What was your last target connected with {x}, and how did you get on?"),
    ),
    "marketing": (
        _one("How have you measured whether {x} worked?"),
        _one("Tell me about a campaign or launch in which {x} played a part."),
    ),
    "service": (
        _one("Tell me about a difficult customer or guest, and the part that {x} played."),
        _one("On a busy day, how do you keep up the standard of {x}?"),
    ),
    "legal": (
        _one("Tell me about a matter that involved {x}, and how you reached your view."),
        _one("Where in {x} do mistakes happen, and what do you do against them?"),
    ),
    "hr": (
        _one("Describe a delicate case that involved {x}, and how you handled it."),
        _one("How have you made {x} fairer or simpler where you worked?"),
    ),
    "operations": (
        _one("Where did you find waste or delay in {x}, and what did you change?"),
        _one("Tell me about a day when {x} did not run as planned."),
    ),
    "design": (
        _one("How did {x} shape a recent project of yours, and who was it for?"),
        _one("Which choice did you make in recent work with {x}, and what did you reject?"),
    ),
    "product": (
        _one("How did {x} change a decision that your team took?"),
        _one("Tell me about a trade-off you had to make in {x}."),
    ),
    "data": (
        _one("Tell me about a surprising result from your work with {x}, and how you checked it."),
        _one("Which decision rested on your work with {x}?"),
    ),
    "security": (
        _one("Which risk did you find in your work on {x}, and what did you do about it?"),
    ),
    "testing": (_one("Which defect did your work with {x} catch that others had missed?"),),
}

AGAIN: dict[Kind, tuple[str, ...]] = {
    "tool": ("In short: {x}, and what you have done with it.",),
    "practice": ("An example of your work on {x} will do.",),
    "standard": ("In short: your own dealings with {x}.",),
    "people": ("One example that shows {x} is enough.",),
    "spoken": ("In short: {x}, and when you use it.",),
    "ability": ("An example of when you had to {x}.",),
    "having": ("An example from your {x}.",),
    "line": ("Anything you have done in this direction: {x}.",),
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
)
