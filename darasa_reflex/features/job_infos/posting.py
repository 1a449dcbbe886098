"""A job's text cut into lines, each with the part of the posting it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Part = Literal["requirements", "duties", "nice", "about", "offer", "none"]

# In the order of trying: "About you" is no "About us".
_HEADING_WORDS_OF: dict[Part, str] = {
    "nice": ("nice[- ]to[- ]haves?|bonus|preferred|desirable|plus(?:es)?|good to have|advantages"),
    "offer": (
        "benefits|perks|what we offer|what you(?:'ll| will)? get|we offer|why (?:join|work)|offer"
        "|compensation|salary|pay|package|what'?s in it|equal opportunit|diversity|how to apply"
        "|application|to apply|privacy|location|hours|working hours|next steps"
    ),
    "duties": (
        "responsibilities|duties|what you(?:'ll| will)? (?:do|be doing)|you will|role|day to day"
        "|tasks|mission|accountabilities|about the (?:role|job|position)|in this role|description"
        "|purpose|position|summary|a typical day"
    ),
    "requirements": (
        "(?:minimum |basic |essential |technical |required )*"
        "(?:requirements?|qualifications|skills|criteria|experience|competenc\\w+|knowledge)"
        "|what (?:you(?:'ll| will)? (?:need|bring|have)|we(?:'re| are)? look\\w* for|we need)"
        "|you (?:have|bring|need|are)|who you are|about you|must[- ]haves?|essential|profile"
        "|person specification|tech(?:nology|nical)? stack|stack|tools|(?:we are )?looking for"
        "|ideal candidate|to be considered|education"
    ),
    "about": "about|who we are|(?:company )?(?:story|mission|culture)|company|team",
}
_HEADINGS: dict[Part, re.Pattern[str]] = {
    part: re.compile(rf"^(?:the |your |our |key |main |job )*(?:{words})\b", re.IGNORECASE)
    for part, words in _HEADING_WORDS_OF.items()
}
_OFFER = re.compile(
    r"\b(?:equal opportunit\w+|regardless of|reasonable (?:accommodation|adjustment)|we offer"
    r"|pension|annual leave|days? (?:of )?(?:holiday|leave|vacation)|per annum|salary|401\(?k\)?"
    r"|stock options|(?:dental|health|medical|life) (?:insurance|cover)|perks|cover letter"
    r"|send (?:us )?your (?:cv|r[eé]sum[eé])|apply (?:now|by|today|online|here)|parental leave"
    r"|background check|DBS check|annual bonus)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•·●▪◦‣\u2013\u2014✓✔]|\d{1,2}[.)])\s+")
_SENTENCE = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!etc)(?<=[.!?;])\s+(?=[\"'(]?[^\W_])")
# What may follow a heading's words when no colon ends it: "Skills and experience", "Why join us".
_TAIL = re.compile(r"^(?:$|[\s,&/+?!]+(?:$|(?:and|for|you|we|us|your|is|are|at)\b))", re.IGNORECASE)
_HARD_WRAP = 50
_HEADING_WORDS = 7


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A sentence or bullet of a posting.

    Attributes:
        listed: It stands in a list, or alone on its line.
    """

    text: str
    part: Part
    listed: bool


def lines_of(description: str) -> Iterator[PostingLine]:
    """Yield the sentences and bullets of a job's text in order, headings left out."""
    part: Part = "none"
    for raw in _unwrapped(description):
        bare = _BULLET.sub("", raw).strip().strip("#*_ ")
        listed = _BULLET.match(raw) is not None
        heading, rest = (None, bare) if listed and ":" not in bare else _heading(bare)
        on_this_line = heading or part
        # "About us: …" says it all on its line.
        part = part if rest and heading in {"about", "offer"} else on_this_line
        for sentence in _SENTENCE.split(rest) if rest else ():
            here: Part = "offer" if _OFFER.search(sentence) else on_this_line
            yield PostingLine(sentence.strip(), here, listed)


def _unwrapped(description: str) -> list[str]:
    """Return the lines, with those joined that a mail program or a PDF had cut."""
    lines: list[str] = []
    for line in description.splitlines():
        follows = line[:1].islower() and lines and len(lines[-1]) >= _HARD_WRAP
        if follows and lines[-1][-1] not in ".:;!?":
            lines[-1] = f"{lines[-1]} {line}"
        elif line.strip():
            lines.append(line.rstrip())
    return lines


def _heading(line: str) -> tuple[Part | None, str]:
    """Return the part a line opens, and what stands behind the heading on the same line."""
    head, colon, rest = line.partition(":")
    bare = head.strip(" *_#")
    if len(bare.split()) > _HEADING_WORDS or (not colon and bare.endswith((".", ",", ";"))):
        return None, line
    for part, words in _HEADINGS.items():
        found = words.match(bare)
        if found and (colon or part == "about" or _TAIL.match(bare[found.end() :])):
            return part, rest.strip(" *_")
    return None, line
