"""Writes docs/transcripts: `python -m tests.evaluations.interviews.transcripts`.

Ten simulated candidates and the built-in rules, since those need no model: what is read there is
what anybody meets. Remarks stand in docs/transcripts/README.md and are written by hand.
"""

import asyncio
from pathlib import Path

from tests.evaluations.interviews.held import Held, all_held
from tests.evaluations.interviews.people import seen

FOLDER = Path(__file__).parents[3] / "docs" / "transcripts"
_TEN = 10


def page(held: Held) -> str:
    """Return an interview as it was said."""
    person, lines, before = held.person, [], ""
    for who, text in held.said:
        if who == before:
            lines[-1] += f" {text}"
        else:
            name = person.name if who == "candidate" else "Interviewer"
            lines.append(f"**{name}:** {text}")
        before = who
    head = f"# {person.title}, {person.level}\n\n> {person.posting}\n"
    return "\n\n".join((head.rstrip(), *lines)) + "\n"


def main() -> None:
    """Hold the interviews and write them down."""
    FOLDER.mkdir(exist_ok=True)
    for held in asyncio.run(all_held(seen()[:_TEN], "scripted", reserve=True)):
        name = held.person.title.lower().replace(" ", "-")
        (FOLDER / f"{name}.md").write_text(page(held), encoding="utf-8")


if __name__ == "__main__":
    main()
