"""A job's text cut into lines, each with the part of the posting it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from darasa_reflex.features.job_infos.mentions import names_techniques
from darasa_reflex.features.job_infos.posting.headings import Part, heading
from darasa_reflex.features.job_infos.posting.offers import is_offered, without_unasked
from darasa_reflex.features.job_infos.posting.pasted import BULLETS

_NUMERAL = r"(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)、]"
# "E3", "D1": what public employers number essential and desirable criteria by.
_CODE = r"[ED]\d{1,2}[.:)]?\s+(?=[A-Z])"
_BULLET = re.compile(rf"^\s*(?:[-*·\u2013\u2014{BULLETS}]\s*(?=\S)|{_NUMERAL}\s*(?=\D)|{_CODE})")
_SENTENCE = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!etc)(?<!yrs)(?<=[.!?;])\s+(?=[\"'(£$€]?[^\W_])|\s+·\s+"
)
# "Phonics (E)": schools and councils grade their lines so.
_GRADE = re.compile(r"\((E|D|essential|desirable)\)\s*$", re.IGNORECASE)
_GRADES = re.compile(r"\([ED]\)|\b[ED] = ")
# A list that a sentence opens.
_LEAD = re.compile(
    r"^(?:you(?:'ll| will)? (?:do )?need(?: to have)?|you (?:should|must|will)(?: also)? have"
    r"|all you need is|we(?: do)? (?:need|ask for|want)|candidates (?:need|must have)"
    r"|must(?: also)? have) (?!to\b)",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?:\s*[,;](?!\d)\s*(?:and |or |& )?|\s/\s)(?![^()]*\))")
# "CSCS card + own tools + 2 refs"; one alone joins two halves of a thought.
_PLUS, _FEWEST_PLUS = " + ", 2
# What makes a row of items one that is asked for, under no heading.
_ASKED = re.compile(
    r"\b(?:must\b|min(?:imum)?\.? \d|\d\+? ?(?:yrs?|years?)\b|own tools|licen[cs]e\b|\w+ card\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:they|we|he|she|it|this|there|i)\b|\b(?:is|are|was|were|will)\b(?! (?:an?|of) )",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\((?:we(?:'ll)? pay|paid by us|provided|we provide|free)\)", re.IGNORECASE)
_HARD_WRAP = 50
# Whatever its length, a line that ends so goes on.
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|or|of|the|an?|in|with|to|for|by|on|at|from|as|our|your|their|its|into|including))$"
)
# A list within a line: so many items, each so short; longer ones where words say they are asked.
_FEWEST_ITEMS, _LONGEST_ITEM, _LONGEST_ASKED = 3, 9, 14
# A line of its own with so few words and no full stop is an item as well.
_ALONE = 9


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A sentence or item of a posting.

    Attributes:
        listed: It is an item of a list, not a sentence.
        among: It was cut out of a list in which techniques are named.
    """

    text: str
    part: Part
    listed: bool
    among: bool = False


def lines_of(text: str) -> Iterator[PostingLine]:
    """Yield the sentences and items of a job's text in order, headings left out.

    Args:
        text: As `pasted.plain` returns it.
    """
    part: Part = "none"
    for raw in _unwrapped(text):
        bare = _BULLET.sub("", raw).strip().strip("#*_ ")
        listed = _BULLET.match(raw) is not None
        opened, rest = (None, bare) if listed and ":" not in bare else heading(bare)
        here: Part = opened or part
        # "About us: …" and "Salary: …" say it all on their line.
        part = part if rest and here in {"about", "offer"} else here
        yield from _said(rest, here, listed=listed, after_colon=opened is not None)


def _said(text: str, part: Part, *, listed: bool, after_colon: bool) -> Iterator[PostingLine]:
    """Yield what a line says, item by item where it is a list."""
    if after_colon and ";" in text:
        text = text.rstrip(".")  # of the whole list, not of its last item
    for sentence in _SENTENCE.split(text) if text else ():
        asked = without_unasked(_ASIDE.sub("", sentence.strip()))
        if is_offered(asked):
            yield PostingLine(asked, "offer", listed)
            continue
        opened, rest = heading(asked) if ":" in asked else (None, asked)
        here: Part = opened or part
        if len(_GRADES.findall(rest)) > 1:
            continue  # the legend of the grades
        if graded := _GRADE.search(rest):
            here, listed = ("nice" if graded[1][0] in "Dd" else "requirements"), True
        if lead := _LEAD.match(rest.replace("\u2019", "'")):
            opened, here, rest = "requirements", "requirements", rest[lead.end() :]
        row = rest.replace(_PLUS, ", ") if rest.count(_PLUS) >= _FEWEST_PLUS else rest
        items = _COMMA.split(row)
        fewest = 2 if after_colon or opened else _FEWEST_ITEMS
        longest = _LONGEST_ASKED if opened else _LONGEST_ITEM
        in_a_row = len(items) >= fewest and all(_is_item(one, longest) for one in items)
        if in_a_row and here == "none" and _ASKED.search(rest):
            opened, here = "requirements", "requirements"
        if not (listed or after_colon or opened) and rest.endswith("."):
            in_a_row = False  # a sentence that stands behind a list
        alone = here in {"requirements", "nice"} and len(rest.split()) <= _ALONE
        is_item = listed or (alone and not rest.endswith((".", "!", "?")))
        split = in_a_row and here in {"requirements", "nice"}
        among = split and names_techniques(rest)
        for item in items if split else [rest]:
            if item.strip():
                where = "offer" if is_offered(item) else here
                yield PostingLine(item.strip(), where, split or is_item, among)


def _is_item(text: str, longest: int) -> bool:
    """Tell whether a piece between commas has so few words, and is no sentence."""
    return len(text.split()) <= longest and not _TOLD.search(text)


def _may_go_on(line: str) -> bool:
    """Tell whether the next line may be the rest of this one."""
    return len(line) >= _HARD_WRAP or _GOES_ON.search(line) is not None


def _unwrapped(text: str) -> list[str]:
    """Return the lines, with those joined that a mail program or a PDF had cut."""
    lines: list[str] = []
    for line in text.splitlines():
        follows = line[:1].islower() and not _BULLET.match(line)
        follows = follows and bool(lines) and _may_go_on(lines[-1])
        if follows and lines[-1][-1] not in ".:;!?":
            lines[-1] = f"{lines[-1]} {line}"
        elif line.strip():
            lines.append(line.rstrip())
    return lines
