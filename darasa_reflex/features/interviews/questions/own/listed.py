"""Questions read from a pasted list or from CSV, with the line of each that is wrong."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.models import ExperienceLevel

LONGEST = 300
_ROLE_LENGTH = 100
_SAID_ERRORS = 5
# Names of columns as people write them; "question" is the one a file cannot do without.
_COLUMNS = {
    "role": "role", "job": "role", "title": "role", "job title": "role",
    "level": "level", "experience level": "level", "seniority": "level",
    "section": "section", "kind": "section", "type": "section",
    "question": "text", "questions": "text", "text": "text",
    "follow-up": "follow_up", "follow up": "follow_up", "followup": "follow_up",
    "follow_up": "follow_up",
}  # fmt: skip
_LEVELS = {
    "": "", "any": "", "all": "", "mid": "mid-level", "mid level": "mid-level",
    "entry": "junior", "entry level": "junior", "graduate": "junior", "lead": "senior",
    **{level.value: level.value for level in ExperienceLevel},
}  # fmt: skip
_SECTIONS = {
    "": "", "any": "", "introduction": "introduction", "opening": "introduction",
    "background": "background", "motivation": "background",
    "behavioural": "behavioural", "behavioral": "behavioural", "how you work": "behavioural",
    "role": "role", "technical": "role", "the job itself": "role", "job": "role",
}  # fmt: skip
_NAMED_SECTIONS = ("introduction", "background", "behavioural", "technical")
_DELIMITERS = (",", ";", "\t")
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A question of a list. See `OwnQuestion` for the fields."""

    text: str
    role: str = ""
    level: str = ""
    section: str = ""
    follow_up: str = ""


class NotRead(Exception):
    """Lines of a list are wrong; the text says which and why, a sentence each."""


def read(text: str) -> tuple[Listed, ...]:
    """Return the questions of a list: CSV where the first line names a column, else one a line.

    Raises:
        NotRead: A line is wrong.
    """
    text = text.removeprefix("\ufeff")
    delimiter = _delimiter(text.strip().split("\n")[0])
    rows = _rows(text, delimiter) if delimiter else _lines(text)
    found: list[Listed] = []
    errors: list[str] = []
    for line, row in rows:
        if wrong := _wrong(row):
            errors.append(_("Line {line}: {wrong}", line=str(line), wrong=wrong))
        else:
            found.append(_listed(row))
    if errors:
        more = len(errors) - _SAID_ERRORS
        rest = [_("And {count} more.", count=more)] if more > 0 else []
        raise NotRead(" ".join([*errors[:_SAID_ERRORS], *rest]))
    return tuple(found)


def _delimiter(head: str) -> str | None:
    """Return what separates the columns that a first line names; None when it names none."""
    for delimiter in _DELIMITERS:
        names = {_COLUMNS.get(_folded(name)) for name in head.split(delimiter)}
        if "text" in names and (len(names) > 1 or _folded(head) in {"question", "questions"}):
            return delimiter
    return None


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number of the line each row begins on, and its cells by our names."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    columns = [_COLUMNS.get(_folded(name), "") for name in next(reader)]
    begins = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            named = zip(columns, cells, strict=False)
            yield begins, {name: " ".join(cell.split()) for name, cell in named if name}
        begins = reader.line_num + 1


def _lines(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if question := " ".join(_BULLET.sub("", line).split()):
            yield number, {"text": question}


def _wrong(row: dict[str, str]) -> str:
    """Return what is wrong in a row, as a sentence; empty when nothing is."""
    question, follow_up = row.get("text", ""), row.get("follow_up", "")
    if not question:
        return _("there is no question in it.")
    return _wrong_question(question) or _wrong_follow_up(follow_up) or _wrong_place(row)


def _wrong_question(text: str) -> str:
    if len(text) > LONGEST:
        return _(
            "the question has {count} characters; {most} are the most.",
            count=len(text),
            most=LONGEST,
        )
    if looks_like_instruction(text):
        return _("the question reads like orders to a program, so it is not asked.")
    return ""


def _wrong_follow_up(text: str) -> str:
    if len(text) > LONGEST:
        return _(
            "the follow-up has {count} characters; {most} are the most.",
            count=len(text),
            most=LONGEST,
        )
    if text and looks_like_instruction(text):
        return _("the follow-up reads like orders to a program, so it is not asked.")
    return ""


def _wrong_place(row: dict[str, str]) -> str:
    if len(row.get("role", "")) > _ROLE_LENGTH:
        return _("the role has more than {count} characters.", count=_ROLE_LENGTH)
    if _folded(row.get("level", "")) not in _LEVELS:
        return _("the level must be junior, mid-level, senior, or empty.")
    if _folded(row.get("section", "")) not in _SECTIONS:
        return _("the section must be {sections}, or empty.", sections=", ".join(_NAMED_SECTIONS))
    return ""


def _listed(row: dict[str, str]) -> Listed:
    return Listed(
        text=row["text"],
        role=row.get("role", ""),
        level=_LEVELS[_folded(row.get("level", ""))],
        section=_SECTIONS[_folded(row.get("section", ""))],
        follow_up=row.get("follow_up", ""),
    )


def _folded(name: str) -> str:
    return " ".join(name.strip(" \"'\r").casefold().split())
