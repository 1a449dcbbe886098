"""Wordings of the question that only warms up; each says that it does not count."""

from darasa_reflex.features.interviews.questions.wordings.wording import Template

WARM_UP = (
    Template(
        (
            "Let's start with a warm-up, which does not count. How has your day been so far?",
            "First a warm-up question, which does not count. How is your day going?",
        ),
        "How has your day been?",
    ),
    Template(
        (
            "Let's start with a warm-up, which does not count. What has kept you busy this week?",
            "First a warm-up question, which does not count. What has your week been like?",
        ),
        "How has your week been?",
    ),
    Template(
        (
            "Let's start with a warm-up, which does not count. What has been good about today?",
            "First a warm-up, which does not count. What are you looking forward to today?",
        ),
        "How has today been?",
    ),
)
