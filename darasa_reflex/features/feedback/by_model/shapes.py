"""What answers of a model are checked against. Keys that nobody asked for are ignored."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

Sure = Literal["sure", "not sure"]
FlagKind = Literal["harm", "insult", "contradiction", "invented", "wrong"]


class Claim(BaseModel):
    """Something a model says of the person, with the words it rests on.

    Attributes:
        turn: Where it says the words stand; a hint, never believed.
    """

    quote: str
    shows: str = ""
    turn: int | None = None


class RedFlag(BaseModel):
    """Something that would worry an interviewer.

    Attributes:
        other_quote: What it contradicts; empty otherwise.
    """

    kind: FlagKind
    quote: str
    other_quote: str = ""
    told: str = ""
    sure: Sure


class RatedCategory(BaseModel):
    """One category."""

    category: str
    claims: list[Claim]
    reason: str
    level: Annotated[int, Field(strict=True, ge=0, le=10)] | None
    next_step: str


class Rated(BaseModel):
    """The answer of a rating pass."""

    categories: list[RatedCategory]
    red_flags: list[RedFlag] = []
    strengths: list[Claim]
    improvements: list[str]


class Touched(BaseModel):
    """A requirement of the job that an answer speaks to."""

    requirement: str
    state: Literal["shown", "partly"]
    quote: str


class OutlineLine(BaseModel):
    """A line of a stronger answer, and the words of the person's that it is made of."""

    part: Literal["situation", "task", "action", "result"]
    text: str
    own_words: str


class JudgedAnswer(BaseModel):
    """The judgement of one answer."""

    answered: Literal["yes", "partly", "no", "cannot tell"]
    quotes: list[str]
    carried: str
    missing: str
    red_flags: list[RedFlag]
    requirements: list[Touched]
    stronger: list[OutlineLine]


class Worded(BaseModel):
    """The answer of the pass on the voice."""

    voice: str
