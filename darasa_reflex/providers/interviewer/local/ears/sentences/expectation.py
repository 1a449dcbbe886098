"""How much of an answer a question asks for, read from how it begins. English only."""

import re
from enum import Enum

_PARTS = re.compile(r"(?<=[.!?,:;])\s+")
_STORY = re.compile(
    r"\b(?:(?:tell|walk|talk|take|give) (?:me|us)|describe|explain|introduce yourself|an example"
    r"|share|set the scene|think of|imagine|suppose)\b"
)
_LEAD = r"(?:(?:and|so|but|okay|then|first|now|well|thanks|great|roughly) )*"
_BE_OR_DO = "is|was|are|were|do|does|did|have|has|had|will|would|can|could|should|might|may|am"
# A number, a place, a name, a time, one of several.
_FACT = re.compile(
    rf"{_LEAD}(?:about |for |by |in |at |with |from |since )?(?:how (?:many|much|long|old|often|big"
    r"|large|far|soon|high|fast|tall|late|early)|which|where|when|who|whom|whose"
    r"|what (?!(?:if|about|else|kind|sort|exactly|made|makes|happened|drew|draws|led|came|changed"
    rf"|brought|brings|s|{_BE_OR_DO})\b)\w+)\b"
)
_YES_OR_NO = re.compile(rf"{_LEAD}(?:{_BE_OR_DO}|any) \w+")
_MORE = re.compile(
    r"\b(?:more detail|a (?:bit|little) more|go into|expand|elaborate|anything (?:more|else) you)\b"
)
_ACCOUNT = re.compile(
    rf"{_LEAD}(?:how (?:do|did|would|will|have|should|can|could|are)"
    r"|what (?:do|did|would|will) (?:you|they|he|she) do)\b(?! \w+ (?:feel|like|hear|know)\b)"
)
_EXPLANATION = re.compile(rf"{_LEAD}(?:what|how|why)\b")


class Expected(Enum):
    """What a question asks for, from much to little.

    A story; an account of how something is done; an explanation; yes or no; a fact.
    """

    STORY = "story"
    ACCOUNT = "account"
    EXPLANATION = "explanation"
    YES_OR_NO = "yes or no"
    FACT = "fact"


# The first that matches counts.
_BEGINS = (
    (_FACT, Expected.FACT),
    (_ACCOUNT, Expected.ACCOUNT),
    (_EXPLANATION, Expected.EXPLANATION),
    (_YES_OR_NO, Expected.YES_OR_NO),
)
IN_FEW_WORDS = frozenset({Expected.FACT, Expected.YES_OR_NO})


def expected_by(question: str) -> Expected | None:
    """Return what is expected after a question; None when that cannot be told."""
    plain = question.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("'", " ")
    if _STORY.search(plain):
        return Expected.STORY
    if _MORE.search(plain):
        return Expected.ACCOUNT
    for part in reversed(_PARTS.split(plain.strip())):
        for begins, expected in _BEGINS:
            if begins.match(part):
                return expected
    return None
