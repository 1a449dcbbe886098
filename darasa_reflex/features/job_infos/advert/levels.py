"""How much experience a posting asks for, where it says so."""

import re

from darasa_reflex.features.job_infos.models import ExperienceLevel

_WORDS = {
    ExperienceLevel.JUNIOR: (
        r"junior|graduate (?:programme|scheme|role)|graduate|entry[- ]level|trainee|apprentice"
        r"|intern(?:ship)?|freshers?|no experience (?:needed|required|necessary)"
    ),
    ExperienceLevel.MID_LEVEL: r"mid[- ]?level|mid[- ]senior|intermediate level",
    ExperienceLevel.SENIOR: r"senior|lead|principal|head of|director|chief|vp|staff engineer",
}
_PATTERNS = {
    level: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for level, words in _WORDS.items()
}
_SAID = re.compile(
    r"^(?:seniority|level|experience level|career level) ?: ?(?P<words>.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_RANGE = re.compile(
    r"\b(?P<from>\d{1,2}) ?(?:-|\u2013|to) ?\d{1,2} ?(?:yrs?|years?|pqe)\b", re.IGNORECASE
)
_MID_FROM, _SENIOR_FROM = 2, 7


def level_of(text: str, title: str) -> str:
    """Return a value of `ExperienceLevel`; empty where the posting does not say it in words.

    Args:
        text: The posting, plain.
        title: As read from it; may be empty.
    """
    said = _SAID.search(text)
    for words in (title, said["words"] if said else ""):
        for level, pattern in _PATTERNS.items():
            if pattern.search(words):
                return level.value
    if found := _RANGE.search(text):
        years = int(found["from"])
        if years < _MID_FROM:
            return ExperienceLevel.JUNIOR.value
        return (ExperienceLevel.MID_LEVEL if years < _SENIOR_FROM else ExperienceLevel.SENIOR).value
    for level in (ExperienceLevel.MID_LEVEL, ExperienceLevel.JUNIOR):
        if _PLAIN[level].search(text):
            return level.value
    return ""


# Beyond the title only these say it of the person who is looked for.
_PLAIN = {
    ExperienceLevel.MID_LEVEL: _PATTERNS[ExperienceLevel.MID_LEVEL],
    ExperienceLevel.JUNIOR: re.compile(
        r"\b(?:entry[- ]level|freshers?|graduate (?:programme|scheme)|final-year students)\b",
        re.IGNORECASE,
    ),
}
