"""Wordings of the question that only warms up; each says that it does not count."""

from darasa_reflex.features.interviews.questions.wording import Template

WARM_UP = (
    Template(
        (
            "Let us warm up; this first one does not count. How has your day been so far?",
            "This first one does not count, it is to warm up. How is your day going?",
        ),
        "How has your day been?",
    ),
    Template(
        (
            "To warm up, this first one does not count. What did you have for breakfast?",
            "This first one does not count, it is to warm up. What did you eat today?",
        ),
        "What did you eat today?",
    ),
    Template(
        (
            "Let us warm up; this first one does not count. What can you see from where you sit?",
            "This first one does not count, it is to warm up. What does the room around you "
            "look like?",
        ),
        "What can you see around you?",
    ),
)
