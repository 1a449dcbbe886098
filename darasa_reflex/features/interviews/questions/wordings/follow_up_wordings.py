"""How the interviewer asks on: what an answer may lack, in words, by how hard it asks."""

from enum import StrEnum

DIFFICULTIES = ("easy", "usual", "hard")


class Aim(StrEnum):
    """What an answer lacks, or what is worth going into."""

    DETAIL = "detail"
    OWN_PART = "own part"
    OUTCOME = "outcome"
    MEASURE = "measure"
    CONTEXT = "context"
    TERM = "term"


WORDINGS: dict[Aim, tuple[str, ...]] = {
    Aim.DETAIL: (
        "Can you tell me a bit more about that?",
        "Could you go into a little more detail?",
        "Is there anything more you can say about that?",
        "Could you give me an example?",
        "How did that look in practice?",
        "What else would you add to that?",
        "Could you expand on that a little?",
    ),
    Aim.OWN_PART: (
        "What did you do yourself?",
        "Which part of that was yours?",
        "What was your own role in it?",
        "What exactly was your contribution?",
        "Which steps did you take yourself?",
        "Who did what, and what fell to you?",
    ),
    Aim.OUTCOME: (
        "What was the outcome?",
        "How did it turn out?",
        "What came of it?",
        "How did it end?",
        "What changed because of it?",
        "Where did that leave things?",
    ),
    Aim.MEASURE: (
        "How did you measure that?",
        "Is there a number that shows how big it was?",
        "How large was the effect, roughly?",
        "How did you know that it had worked?",
        "Can you put a figure on any part of it, even a rough one?",
        "How would you put that in numbers?",
    ),
    Aim.CONTEXT: (
        "What was the situation at the time?",
        "When was that, and who was involved?",
        "What led up to it?",
        "Where did this take place, and for whom?",
        "Could you set the scene for me?",
    ),
    Aim.TERM: (
        "You mentioned {term}: could you say more about that?",
        "You brought up {term}: how did that come into it?",
        "You named {term}: what was your part in that?",
        "You spoke of {term}: what was hard about that?",
    ),
}
STORY_DETAIL = (
    "Could you take me through it step by step?",
    "Can you walk me through what happened?",
    "What happened first, and what came after?",
)
# To "No." nothing else can be asked: there are no steps in it, and no practice.
TO_A_BARE_WORD = (
    "Is there anything more you can say about that?",
    "Can you tell me a bit more about that?",
    "Could you expand on that a little?",
)
# Who asks gently leaves a way out; who asks hard wants it exact. Used up, those above serve.
BY_DIFFICULTY: dict[str, dict[Aim, tuple[str, ...]]] = {
    "easy": {
        Aim.DETAIL: (
            "Would you like to say a little more about that?",
            "If something else comes to mind, could you add it?",
            "Is there a small example you can think of?",
        ),
        Aim.OWN_PART: (
            "And what did you do yourself, in all of that?",
            "Which bit of that was yours, roughly?",
        ),
        Aim.OUTCOME: (
            "And how did it go in the end?",
            "Do you remember how it turned out?",
        ),
        Aim.MEASURE: (
            "Do you happen to have a number for that, even a rough one?",
            "Roughly, how big was the effect?",
        ),
        Aim.CONTEXT: (
            "Could you tell me briefly when and where that was?",
            "What was going on around you at the time?",
        ),
    },
    "hard": {
        Aim.DETAIL: (
            "Please be specific: what exactly happened?",
            "That's quite general; which single case can you take me through, step by step?",
            "What details would I need to check that?",
        ),
        Aim.OWN_PART: (
            "What exactly did you decide or do, as opposed to the others?",
            "Which part would not have happened without you?",
            "Which of those steps were yours alone?",
        ),
        Aim.OUTCOME: (
            "What exactly was the outcome, and how much of it was due to you?",
            "What would have happened had you done nothing?",
            "What did it cost, and what did it bring in the end?",
        ),
        Aim.MEASURE: (
            "Which number shows that, and how was it measured?",
            "What were the figures before and after?",
            "How do you know that it was this, and nothing else, that worked?",
        ),
        Aim.CONTEXT: (
            "What exactly were the constraints: time, money, people?",
            "Who wanted what at that point, and where did it clash?",
        ),
    },
}


def aims_by_text() -> dict[str, Aim]:
    """Return every wording without a gap to fill, with what it asks for."""
    known: dict[str, Aim] = dict.fromkeys(STORY_DETAIL, Aim.DETAIL)
    for table in (WORDINGS, *BY_DIFFICULTY.values()):
        known |= {text: aim for aim, texts in table.items() for text in texts}
    return known
