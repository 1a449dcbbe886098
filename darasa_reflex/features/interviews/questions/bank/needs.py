"""What a posting asks for beyond skills: leading people, targets, safety, a class-room."""

import re
from collections.abc import Sequence

from darasa_reflex.features.job_infos.posting import pasted
from darasa_reflex.features.job_infos.posting.lines import lines_of

_CUES = {
    "people": (
        r"(?:lead(?:ing)?|manag(?:e|es|ed|ing)|supervis\w+|line[- ]manag\w+|mentor(?:ing)?"
        r"|coach(?:ing)?)"
        r" (?:[\w-]+ ){0,3}?(?:team|staff|people|juniors?|apprentices|colleagues|managers|engineers"
        r"|nurses|developers|analysts|operatives)"
        r"|people management|line management|direct reports|team leadership"
    ),
    "targets": r"targets?|quotas?",
    "safety": (
        r"health (?:and|&) safety|risk assessments?|ppe|coshh|iosh|nebosh|osha|safe working"
        r"|permits? to work|method statements?|(?<!food )safety(?! (?:boots|shoes|glasses|gloves))"
    ),
    "classroom": r"class ?rooms?|behaviour management|classroom management|mixed[- ]ability",
    # Of money: an error budget is no plan of spending.
    "budget": r"(?<!error )(?<!latency )(?<!performance )budgets?|p&l|cost control",
    "confidential": r"confidential\w*|discretion",
    "customers": r"customer[- ]facing|deal(?:ing)? with (?:customers|the public|complaints)",
    "change": r"change management|transformation|lead(?:ing)? change",
    "shifts": r"night shifts?|shift (?:work|pattern)s?|rotating shifts|nights",
}
_PATTERNS = {
    need: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    for need, words in _CUES.items()
}
_ASKED_IN = frozenset({"requirements", "duties", "nice", "none"})
# Needs that only these kinds of work have.
_ONLY = {"classroom": frozenset({"teaching", "early years"})}


def needs_of(posting: str, skills: Sequence[str], role: str) -> dict[str, str | None]:
    """Return the keys of the bank for what a job asks for, each with the chip that says so.

    Args:
        posting: The job's text as it was pasted; what it offers does not count.
        skills: Chips of the job.
        role: As `role_of` tells it.
    """
    said = " \n ".join(
        line.text for line in lines_of(pasted.plain(posting)) if line.part in _ASKED_IN
    )
    found: dict[str, str | None] = {}
    for need, pattern in _PATTERNS.items():
        if role not in _ONLY.get(need, {role}):
            continue
        chip = next((skill for skill in skills if pattern.search(skill)), None)
        if chip or pattern.search(said):
            found[f"need:{need}"] = chip
    return found
