"""Read the coach's interviews: each question with a strong, a medium and a weak answer.

A block of the text files is one interview. `#` names it (key, title, level, description), `?` is
a question, `+`, `=` and `-` are the strong, the medium and the weak answer to it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

WRITTEN = Path(__file__).with_name("written")
LEVELS = {"strong": "+", "medium": "=", "weak": "-"}


@dataclass(frozen=True)
class Script:
    """One interview in three qualities."""

    key: str
    job: dict[str, Any]
    questions: tuple[str, ...]
    answers: dict[str, tuple[str, ...]]

    def transcript(self, level: str) -> dict[str, Any]:
        """Return the file `score` reads, with the answers of a level."""
        return transcript(self.job, self.questions, self.answers[level])


def transcript(
    job: dict[str, Any], questions: tuple[str, ...], answers: tuple[str, ...]
) -> dict[str, Any]:
    """Return a file for `score` in which each question is followed by its answer."""
    turns = [
        {"speaker": speaker, "text": text}
        for pair in zip(questions, answers, strict=True)
        for speaker, text in zip(("interviewer", "candidate"), pair, strict=True)
    ]
    return {"job": job, "turns": turns}


def scripts(name: str) -> list[Script]:
    """Return the interviews of `seen` or `held_out`."""
    text = (WRITTEN / "coach" / f"{name}.txt").read_text(encoding="utf-8")
    return [_script(block.splitlines()) for block in text.strip().split("\n\n")]


def _script(lines: list[str]) -> Script:
    key, title, level, description = lines[0].removeprefix("# ").split(" | ")
    return Script(
        key=key,
        job={"title": title, "experience_level": level, "description": description},
        questions=_after(lines, "?"),
        answers={level: _after(lines, mark) for level, mark in LEVELS.items()},
    )


def _after(lines: list[str], mark: str) -> tuple[str, ...]:
    return tuple(line[2:] for line in lines if line.startswith(f"{mark} "))
