"""The brief of measured calls."""

from uuid import uuid4

from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan

PATIENCE_SECONDS = 0.8


def a_brief(**changes: object) -> Brief:
    """Return a brief of a long interview with an impatient interviewer."""
    questions = tuple(
        PlannedQuestion(key=f"q{n}", section="background", text=f"What was your project {n}?")
        for n in range(1, 9)
    )
    known: dict[str, object] = {
        "user_name": "Ada",
        "job_title": "Engineer",
        "description": "Build things.",
        "experience_level": "junior",
        "skills": (),
        "plan": QuestionPlan(questions),
        "patience_seconds": PATIENCE_SECONDS,
        "minutes": 20,
        "chat_group_id": str(uuid4()),
    }
    return Brief(**(known | changes))
