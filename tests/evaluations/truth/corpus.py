"""Interviews of known quality, as data: what the rules are measured on.

`written/interviews` holds levels 1 to 5 as an experienced interviewer would put them, with tags;
`paddings` the same interview with something added that makes it no better; `parts` answers with
the parts marked by hand. They were written without sight of the rules. Of the interviews of `one`
every second job was read while the rules were first made, then all of it; `two` was read while
they were made again. `three` holds other jobs by the author of `two`; it was counted once, when
the rules were done. `four` to `six` are one set of 17 further jobs, parted by hashes of the
names: `four` was read while the rules were made a third time, `five` at the end of that; of `six`
only the table's figures were seen, and one false alarm in it was mended. `seven` and `eight` are
one set of 60 further jobs by another author, halved by them: `seven` was read when the rules were
done, `eight` was counted once after that. Of the coach's interviews the `seen` ones were read.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.evaluations.truth import coach

WRITTEN = Path(__file__).with_name("written")
HELD_BACK = ("three", "six", "eight")
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
    for path in sorted(WRITTEN.glob("interviews/*.json")):
        half = path.stem
        name = f"{half} (held back)" if half in HELD_BACK else f"{half} (read)"
        found[name] = [_interview(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    found["coach (read)"] = list(_coached("seen"))
    found["coach (held back)"] = list(_coached("held_out"))
    return found


def rows(name: str) -> list[dict[str, Any]]:
    """Return all rows of the files in a folder: "paddings", "parts" or "postings"."""
    paths = sorted(WRITTEN.glob(f"{name}/*.json"))
    return [row for path in paths for row in json.loads(path.read_text(encoding="utf-8"))]


def _interview(row: dict[str, Any]) -> Interview:
    return Interview(row["name"], row["level"], row["file"], tuple(row["tags"]))


def _coached(name: str) -> Iterator[Interview]:
    for script in coach.scripts(name):
        for word, level in COACH_LEVELS.items():
            yield Interview(f"{script.key} {word}", level, script.transcript(word), ("honest",))
