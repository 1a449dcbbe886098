"""What sentences of a mind are measured by, in one language; see `unfit` for what each rule is."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

_STEM = 4


@dataclass(frozen=True, slots=True)
class Standard:
    """The rules of one language.

    Attributes:
        neutral: Words that say nothing by themselves, in small letters.
        of_questions: The same in questions.
        of_postings: The same where the posting is quoted.

    In other languages than English the first four letters of a word are looked up: their words have
    many endings.
    """

    code: str
    praising: re.Pattern[str]
    judging: re.Pattern[str]
    private: re.Pattern[str]
    teaching: re.Pattern[str]
    out_of_role: re.Pattern[str]
    asking: re.Pattern[str]
    two_at_once: re.Pattern[str]
    asks_openly: re.Pattern[str]
    refers_back: re.Pattern[str]
    turned_to_them: re.Pattern[str]
    not_known: re.Pattern[str]
    neutral: AbstractSet[str]
    of_questions: AbstractSet[str]
    of_postings: AbstractSet[str]

    @classmethod
    def of(
        cls, code: str, private: re.Pattern[str], neutral: str, of_questions: str, **rules: str
    ) -> "Standard":
        """Return the rules of a language that is no English from their patterns and words."""
        found = {
            name: re.compile(rf"\b(?:{text})\b", re.IGNORECASE) for name, text in rules.items()
        }
        return cls(
            code=code,
            private=private,
            neutral=_stems_of(neutral),
            of_questions=_stems_of(of_questions),
            of_postings=frozenset(),
            **found,
        )

    def is_empty(self, word: str, more: AbstractSet[str] = frozenset()) -> bool:
        """Whether a word brings in nothing of its own."""
        known = word if self.code == ENGLISH else word[:_STEM]
        return known in self.neutral or known in more


def _stems_of(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words.split())
