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
            "To warm up, this first one does not count. What have you been busy with this week?",
            "This first one does not count, it is to warm up. What has your week been like?",
        ),
        "How has your week been?",
    ),
    Template(
        (
            "Let us warm up; this first one does not count. What are you looking forward to today?",
            "This first one does not count, it is to warm up. What is the best part of today?",
        ),
        "What is good about today?",
    ),
)
