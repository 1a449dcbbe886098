"""A task is data: what is asked for, in which shape, and when an answer will not do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from darasa_reflex.features.language_models.material import plain_json
from darasa_reflex.features.language_models.schema import schema_of

Shape = TypeVar("Shape", bound=BaseModel)
_SHAPE = "\nAnswer with one JSON object of this schema and nothing else:\n"


def _will_do(_: Any) -> str | None:  # noqa: ANN401 (any shape)
    return None


@dataclass(frozen=True, kw_only=True)
class Task(Generic[Shape]):
    """Something a model is asked to do.

    Attributes:
        name: For logs.
        instruction: Fixed; holds nothing of a person's.
        shape: What the answer is validated by.
        choices: See `schema_of`.
        check: Says in a few words of ours what is wrong with an answer of the right shape; None:
            nothing.
        most_tokens: Longest answer.
    """

    name: str
    instruction: str
    shape: type[Shape]
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    check: Callable[[Shape], str | None] = _will_do
    most_tokens: int = 16_384

    @property
    def schema(self) -> dict[str, Any]:
        """The schema that is sent."""
        return schema_of(self.shape, self.choices)

    @property
    def told(self) -> str:
        """The instruction with the shape in words, for servers that cannot hold a model to it."""
        return f"{self.instruction}{_SHAPE}{plain_json(self.schema)}"
