"""Skills and requirements read from a job's text."""

from collections.abc import Iterator
from dataclasses import dataclass

from darasa_reflex.features.job_infos.clauses import clauses_in
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded
from darasa_reflex.features.job_infos.mentions import mentions_in
from darasa_reflex.features.job_infos.names import unknown_names
from darasa_reflex.features.job_infos.posting import Part, PostingLine, lines_of

MOST = 25
_MOST_CLAUSES = 8
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
_SOFT, _UNKNOWN, _YEARS, _CLAUSE = -0.5, -0.4, 0.6, -0.2
_AGAIN, _MOST_AGAIN = 0.4, 3


@dataclass(slots=True)
class Chip:
    """A skill or requirement that was found.

    Attributes:
        weight: How important the text makes it.
        clause: It is a requirement in words, not the name of a skill.
        times: How often it was met.
    """

    text: str
    weight: float
    clause: bool = False
    times: int = 1

    @property
    def importance(self) -> float:
        """The weight, more for what the text names again."""
        return self.weight + _AGAIN * min(self.times - 1, _MOST_AGAIN)


def read(description: str) -> list[str]:
    """Return the skills and requirements a description names, most important first.

    At most `MOST`, each once and at most 80 characters long. Needs about 25 ms for 20 000
    characters, after the first call. Text that speaks to a model is left out.
    """
    found: dict[tuple[str, ...], Chip] = {}
    lines = list(lines_of(description))
    for number, line in enumerate(lines):
        short = len(line.text.split()) <= _TITLE_WORDS and line.text[-1:] not in ".;!"
        for chip in _chips(line, is_title=number == 0 and len(lines) > 1 and short):
            key = folded(chip.text)
            earlier = found.setdefault(key, chip)
            if earlier is not chip:
                earlier.weight = max(earlier.weight, chip.weight)
                earlier.times += 1
    return _best([chip for key, chip in found.items() if key])


def _chips(line: PostingLine, *, is_title: bool) -> Iterator[Chip]:
    weight = _WEIGHT[line.part]
    if not weight or looks_like_instruction(line.text):
        return
    mentions = mentions_in(line.text)
    for mention in mentions:
        soft = _SOFT if mention.skill.family in {"people", "spoken"} else 0.0
        yield Chip(mention.skill.label, weight + soft)
    if line.part == "about" or is_title:
        return
    for name, _start in unknown_names(line.text, mentions):
        yield Chip(name, weight + _UNKNOWN)
    required = line.part == "requirements"
    listed = required and line.listed and not mentions
    for clause in clauses_in(line.text, mentions, listed=listed):
        years = _YEARS if "year" in clause else _CLAUSE
        yield Chip(clause, weight + years, clause=True)


def _best(chips: list[Chip]) -> list[str]:
    """Return the texts of the most important chips; of equal ones the earlier first."""
    certain = [chip for chip in chips if chip.weight > _WEIGHT["about"] or chip.times > 1] or chips
    ranked = sorted(certain, key=lambda chip: -chip.importance)
    clauses = [chip for chip in ranked if chip.clause][:_MOST_CLAUSES]
    kept = [chip for chip in ranked if not chip.clause or chip in clauses]
    return [chip.text for chip in kept[:MOST]]
