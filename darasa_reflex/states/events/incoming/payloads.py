"""What a browser sends, checked: types are hints to Reflex, not checks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, signature
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked

BROKEN = marked("That message did not reach us whole. Reload the page.")
TOO_LONG = marked("That is more than we can take at once. Shorten it, then try again.")
# A job description has 50 000 characters at most; a form says so beside the field.
_MOST_CHARACTERS = 200_000
_MOST_PARTS, _DEEPEST = 2_000, 8


def check(handler: Callable[..., Any], payload: object) -> None:
    """Refuse arguments that a handler does not take: missing, too many, or of another type.

    Raises:
        InvalidInput: They do not fit.
    """
    wanted = _wanted(handler)
    if not isinstance(payload, dict) or not wanted.needed <= payload.keys() <= wanted.types.keys():
        raise InvalidInput("event", BROKEN)
    for name, value in payload.items():
        try:
            wanted.types[name].validate_python(value, strict=True)
        except ValidationError:
            raise InvalidInput(name, BROKEN) from None


def is_small(sent: object, most_characters: int = _MOST_CHARACTERS) -> bool:
    """Tell whether a value from JSON is of a size that an honest page may send."""
    # Level by level, as every event asks, and twice.
    level, characters, parts = [sent], 0, 1
    for _ in range(_DEEPEST + 1):
        within: list[object] = []
        for one in level:
            if isinstance(one, str):
                characters += len(one)
            elif isinstance(one, dict):
                within += one
                within += one.values()
            elif isinstance(one, list):
                within += one
        parts += len(within)
        if parts > _MOST_PARTS or characters > most_characters:
            return False
        if not within:
            return True
        level = within
    return False


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The arguments of a handler beside its state.

    Attributes:
        needed: Those without a default.
    """

    types: Mapping[str, TypeAdapter[Any]]
    needed: frozenset[str]


@cache
def _wanted(handler: Callable[..., Any]) -> _Wanted:
    hints = get_type_hints(handler)
    _, *taken = signature(handler).parameters.values()
    return _Wanted(
        {one.name: TypeAdapter(hints[one.name]) for one in taken},
        frozenset(one.name for one in taken if one.default is Parameter.empty),
    )
