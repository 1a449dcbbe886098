"""What every question bank promises: questions that can be asked, each once."""

from typing import Any

import pytest

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.features.interviews.questions.own.bank import QuestionBank
from darasa_reflex.features.interviews.questions.own.listed import LONGEST
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.models import ExperienceLevel
from darasa_reflex.testing.provider import ProviderContract

_LEVELS = {"", *(level.value for level in ExperienceLevel)}


class QuestionBankContract(ProviderContract):
    """Reads a bank. Override `bank` for one that takes keys or parts."""

    @pytest.fixture
    def bank(self, one: Provider[Any]) -> QuestionBank:
        """Return the bank."""
        return one.build({})

    def test_every_question_can_be_asked(self, bank: QuestionBank) -> None:
        for listed in bank.questions():
            assert 0 < len(listed.text.strip()) <= LONGEST
            assert len(listed.follow_up) <= LONGEST
            assert listed.level in _LEVELS
            assert not looks_like_instruction(listed.text)

    def test_no_question_is_asked_twice(self, bank: QuestionBank) -> None:
        texts = [listed.text.casefold() for listed in bank.questions()]

        assert len(texts) == len(set(texts))
