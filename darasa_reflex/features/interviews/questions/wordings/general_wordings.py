"""Wordings of questions that suit any job. `{role}` stands for "the … role".

The kinds of question follow structured interviewing: U.S. Office of Personnel Management,
https://www.opm.gov/policy-data-oversight/assessment-and-selection/structured-interviews (2026).
"""

from darasa_reflex.features.interviews.questions.wordings.warm_up_wordings import WARM_UP
from darasa_reflex.features.interviews.questions.wordings.wording import (
    EARLY,
    LATER,
    SENIOR,
    Section,
    Template,
)

_INTRODUCTION = (
    Template(
        (
            "Could you tell me a little about yourself?",
            "To start, could you introduce yourself in a minute or two?",
            "Let's begin with you. What do you do now, and how did you get there?",
            "Would you start by telling me a bit about yourself and your work?",
        ),
        "A minute about who you are and what you do is enough.",
    ),
    Template(
        (
            "How would you describe your working life so far, in a minute or two?",
            "Could you walk me through what you have done so far?",
            "What should I know about you before we talk about the job?",
            "In a minute or two, what has brought you to this point?",
        ),
        "Just a short summary of what you have done so far.",
    ),
)
_BACKGROUND = (
    Template(
        (
            "What draws you to {role}?",
            "Why does {role} interest you at this point?",
            "What made you decide to go for {role}?",
        ),
        "In short, why this job?",
    ),
    Template(
        (
            "Which part of what you have done so far prepares you best for {role}?",
            "What in your past work comes closest to {role}?",
            "How does what you do today connect with {role}?",
        ),
        "Which part of your experience fits this job best?",
    ),
    Template(
        (
            "Which course, project or job has taught you most for {role}?",
            "What have you studied or tried that will help you in {role}?",
        ),
        "Something you learned that will help you here.",
        EARLY,
    ),
    Template(
        (
            "What are you responsible for at the moment, and who relies on your work?",
            "What does your present job ask of you, from day to day?",
        ),
        "Your present duties, and who depends on them.",
        LATER,
    ),
)
_BEHAVIOURAL = (
    Template(
        (
            "Tell me about a time you disagreed with someone at work, and what you did.",
            "Think of a conflict with a colleague: how did you deal with it?",
        ),
        "A disagreement at work, and what you did.",
    ),
    Template(
        (
            "Tell me about a deadline that was hard to meet, and how you handled it.",
            "When did you last run short of time on something important, and what did you do?",
        ),
        "A time when a deadline was tight, and how you handled it.",
    ),
    Template(
        (
            "Tell me about a mistake you made at work, and what you did next.",
            "When did something go wrong because of you, and how did you put it right?",
        ),
        "Some mistake of yours, and what followed.",
    ),
    Template(
        (
            "Describe a time you were given criticism, and what you did with it.",
            "When did feedback change the way you work?",
        ),
        "Criticism you were given, and what you made of it.",
    ),
    Template(
        (
            "Tell me about a time when everything seemed urgent, and how you chose what came "
            "first.",
            "When did you have too much to do at once, and how did you set priorities?",
        ),
        "A busy time, and how you chose what came first.",
    ),
    Template(
        (
            "Tell me about a task that was unclear when you got it, and how you began.",
            "When did you have to start without knowing quite what was wanted?",
        ),
        "An unclear task, and how you began.",
    ),
    Template(
        (
            "Tell me about something you had to learn quickly, and how you went about it.",
            "When did a job require a skill you did not have yet?",
        ),
        "Something new you had to learn fast.",
    ),
    Template(
        (
            "Tell me about a time you helped a colleague who was stuck.",
            "When did you put your own work aside to help someone else?",
        ),
        "A time you helped somebody at work.",
    ),
    Template(
        (
            "Tell me about a difficult customer, client or colleague, and what you did.",
            "Describe someone who was hard to work with, and how you managed.",
        ),
        "A difficult person, and how you dealt with them.",
    ),
    Template(
        (
            "Tell me about a time when plans changed at short notice, and how you reacted.",
            "When did you have to change direction in the middle of something?",
        ),
        "A sudden change of plan, and what you did.",
    ),
    Template(
        (
            "Tell me about something you improved without being asked to.",
            "When did you notice a problem that nobody had given you, and act on it?",
        ),
        "Something you improved on your own initiative.",
    ),
    Template(
        (
            "Tell me about a goal you did not reach, and what happened.",
            "Describe a piece of work that did not succeed, and your part in it.",
        ),
        "Something that did not work out, and your part in it.",
    ),
    Template(
        (
            "Tell me about a piece of work you would gladly do again, and what you did in it.",
            "Which result of your work means most to you, and how did you reach it?",
        ),
        "A result that matters to you, and how you got there.",
    ),
    Template(
        (
            "Tell me about a time you had to ask for help, and how you decided to ask.",
            "Describe a project you did together with others, and your own part in it.",
        ),
        "Working with others, and your own part in it.",
        EARLY,
    ),
    Template(
        (
            "Tell me about a time you had to convince someone who did not report to you.",
            "When did you change the mind of someone more senior than you?",
        ),
        "A time you had to convince someone.",
        LATER,
    ),
    Template(
        (
            "Tell me about a decision you took with too little information.",
            "When did you have to decide before all the facts were known?",
        ),
        "A decision without all the facts.",
        LATER,
    ),
    Template(
        (
            "Tell me about a time you had to say no to someone important.",
            "When did you stop or refuse a piece of work, and how did others take it?",
        ),
        "A time you refused something, and how it went.",
        LATER,
    ),
    Template(
        (
            "Tell me about someone you helped to grow, and what came of it.",
            "Whom have you helped to get better at their work, and how did you go about it?",
        ),
        "Someone you guided, and what you did.",
        SENIOR,
    ),
    Template(
        (
            "Tell me about a change you led that some people did not want.",
            "When did you lead a group through a difficult period, and how?",
        ),
        "A difficult change you led.",
        SENIOR,
    ),
)
_CANDIDATE = (
    Template(
        (
            "Now it's your turn: what would you like to ask me?",
            "Do you have any questions for me?",
            "Before we close, what would you like to know?",
            "That's everything from me, so what questions do you have?",
        ),
        "Any question you have is welcome.",
    ),
)
_CLOSE = (
    Template(
        (
            "Is there anything you would like to add before we finish?",
            "Is there anything we haven't touched on that you'd like to mention?",
            "Would you like to add anything to what you've said?",
            "One last thing: is there anything you want to say before we end?",
        ),
        "Anything you want to add, or simply say no.",
    ),
)
GENERAL: dict[Section, tuple[Template, ...]] = {
    "warm-up": WARM_UP,
    "introduction": _INTRODUCTION,
    "background": _BACKGROUND,
    "behavioural": _BEHAVIOURAL,
    "candidate": _CANDIDATE,
    "close": _CLOSE,
}
