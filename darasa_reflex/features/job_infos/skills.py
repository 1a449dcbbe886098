"""Skills and requirements read from a job's text, in its own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from darasa_reflex.features.job_infos.advert.companies import company_of
from darasa_reflex.features.job_infos.advert.employers import employers_in, is_employer, named_in
from darasa_reflex.features.job_infos.advert.titles import names_a_role
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import TECHNICAL, folded
from darasa_reflex.features.job_infos.mentions import Mention, mentions_in
from darasa_reflex.features.job_infos.posting import pasted
from darasa_reflex.features.job_infos.posting.clauses import clauses_in
from darasa_reflex.features.job_infos.posting.headings import Part
from darasa_reflex.features.job_infos.posting.items import (
    either_in,
    ended,
    item_in,
    stands_for,
)
from darasa_reflex.features.job_infos.posting.language import is_english
from darasa_reflex.features.job_infos.posting.lines import PostingLine, lines_of
from darasa_reflex.features.job_infos.posting.names import names_beside, unknown_names

MOST = 25
_MOST_CLAUSES = 12
_TITLE_WORDS = 12
# How much a part of a posting says about what is required; 0 is not read.
_WEIGHT: dict[Part, float] = {
    "requirements": 3.0,
    "duties": 2.0,
    "none": 2.0,
    "nice": 1.2,
    "about": 0.3,
    "offer": 0.0,
}
# "Data analyst" is who is looked for, no skill; nor is the "back-end" in "back-end engineer".
_ROLE = re.compile(r"^(?:front|back)[- ]?end$|(?:yst|eer|loper|igner|nurse)s?$", re.IGNORECASE)
# What an employer tells of itself before the first heading.
_ABOUT_ITSELF = re.compile(
    r"\b(?:founded|was born|since (?:19|20)\d\d|est\.|has grown|shareholders|proud(?:ly)?|our story"
    r"|we care|brothers|award|our values|our mission)\b",
    re.IGNORECASE,
)
# "Tempo Recruitment are recruiting for our client": neither the employer nor a skill.
_AGENCY = re.compile(
    r"\b(?:[A-Z][\w&'.-]* ){1,3}(?:Recruitment|Recruiting|Resourcing|Staffing|Talent|Search)\b"
)
# "Brightsmile's Family Dentistry" on top of a posting.
_OWNED = re.compile(r"(?P<who>[A-Z][\w.-]+['\u2019]s)(?: [A-Z&][\w&-]*)+")
# What is said to agencies and of the law stands in postings of all kinds of jobs.
_BOILERPLATE = re.compile(
    r"\b(?:acting as an? employment|to all recruitment agencies|agency r[ée]sum\w*"
    r"|unsolicited (?:cvs?|r[ée]sum\w*|applications)|forward r[ée]sum\w*"
    r"|selective service|veterans['\u2019] preference)",
    re.IGNORECASE,
)
_PAPER = re.compile(r" (?:licen[cs]e|certificate|ticket|card|registration|qualification)\b")
_NAME = re.compile(r"[A-Z.\d]|^\w+-\w+$")
# Families whose names are the same in all languages.
_NAMED = TECHNICAL | {"design", "marketing", "sales", "finance"}
_SOFT, _UNKNOWN, _YEARS, _CLAUSE = -0.5, -0.4, 0.6, -0.2
_AGAIN, _MOST_AGAIN = 0.4, 3


@dataclass(slots=True)
class Chip:
    """A skill or requirement that was found.

    Attributes:
        text: In the posting's own words; a misspelled name is mended.
        meaning: Words that tell it from other chips.
        weight: How important the text makes it.
        clause: It is a requirement in words, not the name of a skill.
        times: How often it was met.
    """

    text: str
    meaning: tuple[str, ...]
    weight: float
    clause: bool = False
    times: int = 1

    @property
    def importance(self) -> float:
        """The weight, more for what the text names again."""
        return self.weight + _AGAIN * min(self.times - 1, _MOST_AGAIN)


def read(description: str) -> list[str]:
    """Return the skills and requirements a description names, most important first.

    At most `MOST`, each once, at most 80 characters long and in the description's own words. Needs
    about 25 ms for 20 000 characters, after the first call. Text that speaks to a model is left
    out. Of text that is not English only the names of techniques are read.
    """
    text = pasted.plain(description)
    employers, english, company = employers_in(text), is_english(text), company_of(text)
    for agency in _AGENCY.findall(text):
        text = text.replace(agency, "")
    for name in filter(_names_a_trade, named_in(text)):
        whole = name.replace(" ", "")  # in which no trade is read
        text, employers = text.replace(name, whole), employers | {whole.lower()}
    owned = _OWNED.match(text)
    if owned and not names_a_role(owned[0]):
        text = text.replace(owned[0], owned["who"], 1)
    lines = list(lines_of(text))
    if company:
        employers |= {company.lower()}
    found: dict[tuple[str, ...], Chip] = {}
    for number, line in enumerate(lines):
        short = len(line.text.split()) <= _TITLE_WORDS and line.text[-1:] not in ".;!"
        if _BOILERPLATE.search(line.text) or (number and _is_aside(line)):
            continue
        read_whole = english or line.part in {"requirements", "nice"}
        is_title = number == 0 and len(lines) > 1 and short
        for chip in _chips(line, is_title=is_title) if read_whole else _names(line):
            if not is_employer(chip.text, employers):
                _note(found, chip)
    return _best(list(found.values()))


def _names_a_trade(employer: str) -> bool:
    """Tell whether a skill stands behind the first word of a name: "Harbour Logistics"."""
    first, *rest = employer.split()
    return bool(rest) and bool(mentions_in(" ".join(rest))) and not mentions_in(first)


def _is_aside(line: PostingLine) -> bool:
    """Tell whether a sentence without a heading speaks of the employer, not of the job."""
    return line.part == "none" and not line.listed and _ABOUT_ITSELF.search(line.text) is not None


def _note(found: dict[tuple[str, ...], Chip], chip: Chip) -> None:
    """Keep a chip, or count it to the one that means the same."""
    earlier = found.setdefault(chip.meaning, chip) if chip.meaning else chip
    if earlier is not chip:
        if chip.weight > earlier.weight:
            earlier.text, earlier.clause = chip.text, chip.clause
        earlier.weight = max(earlier.weight, chip.weight)
        earlier.times += 1


def _names(line: PostingLine) -> Iterator[Chip]:
    """Yield techniques of a line in any language: their names are the same in all."""
    if not _WEIGHT[line.part]:
        return
    named = [m for m in mentions_in(line.text) if _NAME.search(m.skill.name) and not m.misspelled]
    for mention in named:
        if mention.skill.family in _NAMED:
            yield _named(line, mention)
    for name in names_beside(line.text, named):
        yield Chip(name, folded(name), _WEIGHT[line.part] + _UNKNOWN)


def _chips(line: PostingLine, *, is_title: bool) -> Iterator[Chip]:
    weight = _WEIGHT[line.part]
    if not weight or looks_like_instruction(line.text):
        return
    mentions = mentions_in(line.text, among=line.among)
    is_asked = line.part in {"requirements", "nice", "none"} and line.listed and not is_title
    item = item_in(line.text) if is_asked else ""
    clauses = [ended(clause) for clause in clauses_in(line.text, mentions)]
    counted = any("year" in clause for clause in clauses)
    if either := next(filter(None, map(either_in, (item, *clauses))), ()):
        yield from (Chip(name, folded(name), weight + _UNKNOWN) for name in either)
        return
    if stands_for(item, line.text, mentions) and not counted:
        meaning = folded(mentions[0].skill.label) if mentions else folded(item)
        yield Chip(item, meaning, weight + _CLAUSE, clause=not mentions)
        return
    for mention in mentions:
        if not _ROLE.search(line.text[mention.start : mention.end]):
            yield _named(line, mention)
    if line.part == "about" or is_title:
        return
    for name, _start in unknown_names(line.text, mentions):
        yield Chip(name, folded(name), weight + _UNKNOWN)
    for clause in clauses or ([item] if item and not mentions else ()):
        years = _YEARS if "year" in clause else _CLAUSE
        yield Chip(clause, folded(clause), weight + years, clause=True)


def _named(line: PostingLine, mention: Mention) -> Chip:
    """Return the chip of a skill as this line calls it; a misspelled name as it is spelled."""
    paper = _PAPER.match(line.text, mention.end)
    end = paper.end() if paper else mention.end
    own = " ".join(line.text[mention.start : end].split())
    text = own[:1].upper() + own[1:]
    if (mention.misspelled and not paper) or text.casefold() == mention.skill.label.casefold():
        text = mention.skill.label
    soft = _SOFT if mention.skill.family in {"people", "spoken"} else 0.0
    return Chip(text, folded(mention.skill.label), _WEIGHT[line.part] + soft)


def _best(chips: list[Chip]) -> list[str]:
    """Return the texts of the most important chips; of equal ones the earlier first."""
    certain = [chip for chip in chips if chip.weight > _WEIGHT["about"] or chip.times > 1] or chips
    ranked = sorted(certain, key=lambda chip: -chip.importance)
    clauses = [chip for chip in ranked if chip.clause][:_MOST_CLAUSES]
    kept = [chip for chip in ranked if not chip.clause or chip in clauses]
    texts = {chip.text.casefold(): chip.text for chip in reversed(kept[:MOST])}
    return list(reversed(texts.values()))
