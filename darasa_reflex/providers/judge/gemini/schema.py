"""The shape of the model's answers: as asked for, and as checked when they come."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, Field

from darasa_reflex.features.feedback.judging.rubric import Category

_TEXT = {"type": "STRING"}
VOICE_SCHEMA: dict[str, Any] = {
    "type": "OBJECT",
    "properties": {"voice": _TEXT},
    "required": ["voice"],
}


class Claim(BaseModel):
    """Something the model says of the person, with the words it rests on.

    Attributes:
        turn: Where it says the words stand; a hint, never believed.
    """

    quote: str
    shows: str = ""
    turn: int | None = None


class RatedCategory(BaseModel):
    """One category. Keys that nobody asked for are ignored."""

    category: str
    claims: list[Claim]
    reason: str
    level: Annotated[int, Field(strict=True, ge=0, le=10)] | None
    next_step: str


class Rated(BaseModel):
    """The answer of a rating pass."""

    categories: list[RatedCategory]
    strengths: list[Claim]
    improvements: list[str]


class Worded(BaseModel):
    """The answer of the pass on the voice."""

    voice: str


def rating_schema(asked: Sequence[Category]) -> dict[str, Any]:
    """Return the schema of a rating pass, in the words of Gemini's own schemas."""
    claim = _object({"quote": _TEXT, "shows": _TEXT, "turn": {"type": "INTEGER"}})
    level = {"type": "INTEGER", "minimum": 0, "maximum": 10, "nullable": True}
    keys = [category.key for category in asked]
    category = _object(
        {
            "category": {"type": "STRING", "enum": keys},
            "claims": _list(claim),
            "reason": _TEXT,
            "level": level,
            "next_step": _TEXT,
        }
    )
    return _object(
        {
            "categories": _list(category),
            "strengths": _list(claim),
            "improvements": _list(_TEXT),
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    names = list(properties)
    return {
        "type": "OBJECT",
        "properties": properties,
        "required": names,
        "property_ordering": names,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "ARRAY", "items": items}
