"""Ids of elements of a report, which links lead to."""


def anchor_of(turn: int) -> str:
    """Return the id of a turn's element on a page."""
    return f"turn-{turn}"


def card_of(number: int, asked: int) -> str:
    """Return the id of an answer's element: by its number, where it has one, else by its turn."""
    return f"answer-{number}" if number else f"asked-{asked}"
