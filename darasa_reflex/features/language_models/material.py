"""What a person wrote or said, on its way to a model: data, never an instruction."""

import json


def as_material(name: str, facts: object) -> str:
    """Return facts as one line of JSON behind their name.

    "<" is written as its escape: servers of open models read marks such as <|im_end|> in a message
    as the end of it, so that a posting could forge a turn of the system.
    """
    return f"{name} {plain_json(facts)}"


def plain_json(facts: object) -> str:
    """Return facts as one line of JSON without a "<"."""
    return json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
