"""The schema of an answer, as plain as every server can read it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from pydantic import BaseModel

# Limits are checked when the answer comes; some servers refuse them, or take them for advice.
_KEPT = frozenset({"type", "properties", "items", "enum", "anyOf", "const"})


def schema_of(
    shape: type[BaseModel], choices: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """Return a shape as JSON schema: no references, all keys required, no others, no limits.

    Args:
        shape: What the answer is validated by.
        choices: Name of a text to the values it may have, where they are known only now.
    """
    whole = _whole(shape)
    return _plain(whole, whole.get("$defs", {}), choices or {})


@lru_cache(maxsize=64)
def _whole(shape: type[BaseModel]) -> Mapping[str, Any]:
    """Return what Pydantic makes of a shape, which takes it 5 ms, twice for each question asked."""
    return shape.model_json_schema()


def _plain(
    node: Mapping[str, Any], known: Mapping[str, Any], choices: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    if "$ref" in node:
        node = known[str(node["$ref"]).rpartition("/")[2]]
    plain = {key: value for key, value in node.items() if key in _KEPT}
    if "const" in plain:
        plain["enum"] = [plain.pop("const")]
    if "enum" in plain:
        plain["enum"] = list(plain["enum"])
    if "anyOf" in plain:
        plain["anyOf"] = [_plain(one, known, choices) for one in plain["anyOf"]]
    if "items" in plain:
        plain["items"] = _plain(plain["items"], known, choices)
    if "properties" in plain:
        named = cast("Mapping[str, Mapping[str, Any]]", plain["properties"])
        plain["properties"] = {
            name: {"type": "string", "enum": list(choices[name])}
            if name in choices
            else _plain(one, known, choices)
            for name, one in named.items()
        }
        plain["required"] = list(named)
        plain["additionalProperties"] = False
    return plain
