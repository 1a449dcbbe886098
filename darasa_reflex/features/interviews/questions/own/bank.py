"""The port of questions that a whole server brings along."""

from typing import Protocol

from darasa_reflex.features.interviews.questions.own.listed import Listed


class QuestionBank(Protocol):
    """Questions that are asked in the interviews of everybody on this server."""

    def questions(self) -> tuple[Listed, ...]:
        """Return them in their order; none where the server brings none."""
        ...
