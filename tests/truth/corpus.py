"""Interviews of known quality, as data: what the rules are measured on.

`interviews_*.json` holds levels 1 to 5 as an experienced interviewer would put them, with tags;
`paddings_*.json` the same interview with something added that makes it no better; `parts_*.json`
answers with the parts marked by hand. They were written without sight of the rules. Of
`interviews_one.json` every second job was read while the rules were made, the others only counted;
of the coach's interviews the `seen` ones.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.truth import coach

HERE = Path(__file__).parent
COACH_LEVELS = {"weak": 1, "medium": 2, "strong": 3}


@dataclass(frozen=True)
class Interview:
    """An interview with its level; a higher one is better."""

    name: str
    level: int
    file: dict[str, Any]
    tags: tuple[str, ...] = field(default=())


def sets() -> dict[str, list[Interview]]:
    """Return the sets, by name: read while the rules were made, and held back."""
    found: dict[str, list[Interview]] = {}
    for path in sorted(HERE.glob("interviews_*.json")):
        half = path.stem.removeprefix("interviews_")
        loaded = [_interview(row) for row in json.loads(path.read_text(encoding="utf-8"))]
        if half != "one":
            found[f"{half} (held back)"] = loaded
            continue
        titles = list(dict.fromkeys(_title(one) for one in loaded))
        found["one (read)"] = [one for one in loaded if titles.index(_title(one)) % 2 == 0]
        found["one (held back)"] = [one for one in loaded if titles.index(_title(one)) % 2]
    found["coach (read)"] = list(_coached("seen"))
    found["coach (held back)"] = list(_coached("held_out"))
    return found


def rows(name: str) -> list[dict[str, Any]]:
    """Return all rows of the files of a name: "paddings", "parts" or "postings"."""
    paths = sorted(HERE.glob(f"{name}_*.json"))
    return [row for path in paths for row in json.loads(path.read_text(encoding="utf-8"))]


def _interview(row: dict[str, Any]) -> Interview:
    return Interview(row["name"], row["level"], row["file"], tuple(row["tags"]))


def _title(one: Interview) -> str:
    return one.file["job"]["title"]


def _coached(name: str) -> Iterator[Interview]:
    for script in coach.scripts(name):
        for word, level in COACH_LEVELS.items():
            yield Interview(f"{script.key} {word}", level, script.transcript(word), ("honest",))
