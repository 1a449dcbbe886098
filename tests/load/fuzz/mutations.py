"""Frames that are almost right, made from right ones. The same seed gives the same frames."""

import json
from random import Random
from typing import Any

# Stands in everything that is sent, and must stand in no log.
WORD = "zebrafish"
_NUMBERS = (0, -1, 2**31, 2**63, 10**40, 1e308, -1e308, 1e-320, float("inf"), float("nan"))
_TEXTS = ("", "\x00", "\ud800", "\u202e\u0301" * 9, "\U0001f480", "%s{}", "../..", "' or 1=1 --")
_TYPES = "0123456789"
_BEFORE = 0.02


def mutated(frame: str, random: Random) -> str | bytes:
    """Return a frame that was changed in one to three ways.

    What stands before the JSON is changed in few frames: most of those end a line.
    """
    start = 0 if random.random() < _BEFORE else max(frame.find("{"), 0)
    frame, before = frame[start:], frame[:start]
    for _ in range(random.randint(1, 3)):
        frame = random.choice(_WAYS)(frame, random)
    frame = before + frame
    frame = frame.encode("utf-8", "replace").decode()
    return frame.encode() if random.random() < _BEFORE else frame


def _flipped(frame: str, random: Random) -> str:
    data = bytearray(frame.encode("utf-8", "replace"))
    for _ in range(random.randint(1, 4) if data else 0):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return data.decode("utf-8", "replace")


def _cut(frame: str, random: Random) -> str:
    return frame[: random.randrange(len(frame) + 1)]


def _doubled(frame: str, random: Random) -> str:
    at = random.randrange(len(frame) + 1)
    return frame[:at] + frame[random.randrange(len(frame) + 1) :] + frame[at:]


def _another_type(frame: str, random: Random) -> str:
    return "".join(random.choice(_TYPES) for _ in range(random.randint(1, 3))) + frame[2:]


def _changed_inside(frame: str, random: Random) -> str:
    """Swap, drop or add one part of the first object in a frame; what stands around it stays."""
    start = max(frame.find("{"), 0)
    try:
        tree, length = json.JSONDecoder().raw_decode(frame[start:])
    except (ValueError, RecursionError):
        return _flipped(frame, random)
    if not isinstance(tree, dict) or not tree:
        return _flipped(frame, random)
    _change(tree, random)
    return frame[:start] + json.dumps(tree) + frame[start + length :]


def _change(tree: Any, random: Random) -> None:
    """Change one part somewhere in a tree that is not empty; seldom the name of an event."""
    while True:
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        key = random.choice(keys)
        if key == "name" and random.random() < 0.8:
            continue
        inside = tree[key]
        if isinstance(inside, dict | list) and inside and random.random() < 0.9:
            tree = inside
            continue
        if random.random() < 0.15:
            del tree[key]
        elif isinstance(tree, dict) and random.random() < 0.15:
            tree[random.choice(_TEXTS) + WORD] = _junk(random)
        else:
            tree[key] = _junk(random)
        return


def _junk(random: Random) -> Any:
    text = random.choice(_TEXTS)
    made = (
        lambda: random.choice(_NUMBERS),
        lambda: random.choice((None, True, False)),
        lambda: WORD + text * random.choice((1, 3, 2_000)),
        lambda: WORD * random.choice((1, 100, 6_000)),
        lambda: [WORD, *random.choices(_NUMBERS, k=random.randint(0, 40))],
        lambda: {WORD: _junk(random), text: 1},
        lambda: _deep(random.choice((5, 60, 400))),
    )
    return random.choice(made)()


def _deep(depth: int) -> Any:
    tree: Any = WORD
    for _ in range(depth):
        tree = [tree] if depth % 2 else {"x": tree}
    return tree


_WAYS = (_flipped, _cut, _doubled, _another_type, *[_changed_inside] * 24)
