"""Questions that a company asks in every interview on its server."""

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.interviews.questions.own.bank import QuestionBank
from darasa_reflex.features.interviews.questions.own.listed import Listed


class House:
    """See `QuestionBank`."""

    def questions(self) -> tuple[Listed, ...]:
        """See `QuestionBank.questions`."""
        return (Listed(text="Which of our products have you used, and what would you change?"),)


PROVIDER = Provider[QuestionBank](
    name="house",
    title="Questions of the house",
    rank=5,
    build=lambda _: House(),
)
