"""Names of technologies and standards beyond the lexicon, told by how they are written."""

import re
from collections.abc import Iterator

from darasa_reflex.features.job_infos.mentions import Mention

_CODED = re.compile(
    r"(?<![\w@./&-])(?:"
    r"[A-Za-z]+\.js|[a-z]+[A-Z][A-Za-z0-9]+|(?:[A-Z][a-z0-9]+){2,}|[A-Z]{2,6}s?|[A-Z]{1,5}-?\d{1,5}"
    r")(?![\w@&-])"
)
_LISTED = re.compile(
    r"(?:,\s*(?:and |or )?|\b(?:and|or|und|oder|et|ou|y|e|en|of) |/\s?)"
    r"([A-Z][a-z]{3,}\w*)(?=\s*(?:[,.;)/]|$|\bor\b|\band\b))"
)
# So many capitals are a name in any language: DATEV, not BR.
_SURE = 4
_CONTEXT = re.compile(
    r"\b(?:experience|knowledge|know|understand\w*|familiar\w*|proficien\w*|using|use|with"
    r"|skills?|tools?|in"
    r"|certif\w+|such as|stack|including|standards?|expertise|fluent)\b|^[^.]*,",
    re.IGNORECASE,
)
# "SOUS CHEF for …": words that are shouted, side by side.
_LOUD = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})+\b")
# Capitals that name no skill.
_NO_SKILLS = re.compile(
    r"(?:"
    r"EOE|EEO|USA|US|UK|EU|UAE|NYC|LA|SF|UN|PTO|LLC|LTD|INC|CEO|CTO|CFO|COO|CIO|VP|SVP|MD|HQ|FAQ"
    r"|ID|OK|AM|PM|WFH|DEI|FTE|PT|FT|CV|NHS|NGO|SME|SMB|EST|PST|GMT|UTC|CET|USD|GBP|EUR|SEK|NOK|DKK|CHF|INR|AUD|CAD|ZAR|NGN|KES|OTE|CTC|PPA|AND|OR|NOT"
    r"|THE|FOR|YOU|WITH|ALL|NO|NEW|PDF|ASAP|TBC|TBD|ET|AL|IE|EG|DBS|STEM|BA|BS|BSC|MA|MS|MSC|MBA"
    r"|PHD|BENG|MENG|IT|HR|AI|UX|QA|MUST|HAVE|PLUS|OUR|ARE|GCSE|GCSES|NVQ|HND|II|III|IV|ROI|PPE"
    r"|C[A-Z]{1,2}O|DM|HN|CIS|OOH|FTC|PQE|IR35|DOE|OTE|LGBTQ|LLP|PLLC|Q1|Q2|Q3|Q4|TV|DIY|YOUR|WE"
    r")S?"
)
# "Columbus, OH" and "Toledo, OH 43604": a state behind its town, and what stands before a postcode.
_STATE = re.compile(
    r"(?<=[a-z.], )(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|"
    r"O[HKR]|PA"
    r"|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|AB|BC|MB|N[BLS]|ON|PE|QC|SK|NSW|VIC|QLD|TAS|ACT)\b"
    r"|\b[A-Z]{2}(?= \d{5}\b)"
)
# "Austin TX, 3 days in office": the same without its comma, where places are told. Behind what
# one knows, "Heidenhain NC" and "Level UT" are none.
_TOWN_BEFORE = re.compile(
    r"(?:^|[(:|\u00b7]\s*|\b(?:in|near|at|around|from|to|and|or) )(?:[A-Z][a-z]+\.? ){1,3}$"
)
_STATE_ALONE = re.compile(
    r"(?:AZ|FL|IL|K[SY]|M[NO]|N[CEHJVY]|O[HK]|T[NX]|UT|WI)(?=\s*(?:[,.;()|\u00b7]|$))"
)
# "GPS isn't always right": it is spoken of, not asked for.
_TOLD_OF = re.compile(r" (?:is|are|was|were|does|do)(?:n['\u2019]?t| not)\b", re.IGNORECASE)
_NO_CAMEL = re.compile(r"^(?:Mc|Mac|De|La|Le|Van)[A-Z]|^(?:LinkedIn|YouTube|GlassDoor|FaceBook)$")


def unknown_names(line: str, mentions: list[Mention]) -> Iterator[tuple[str, int]]:
    """Yield names that are surely technical, and where they stand."""
    if line.isupper() or not _CONTEXT.search(line):
        return
    loud = [(one.start(), one.end()) for one in _LOUD.finditer(line)]
    for found in _CODED.finditer(line):
        if _TOLD_OF.match(line, found.end()):
            continue
        if any(begin <= found.start() < end for begin, end in loud):
            continue
        if not _is_place(line, found.start()) and _is_new(found[0], found.start(), mentions):
            yield found[0], found.start()
    if mentions:
        for found in _LISTED.finditer(line):
            if _stands_beside(found.start(), mentions) and _is_new(
                found[1], found.start(1), mentions
            ):
                yield found[1], found.start(1)


def _is_place(line: str, start: int) -> bool:
    if _STATE.match(line, start):
        return True
    alone = _STATE_ALONE.match(line, start) is not None
    return alone and _TOWN_BEFORE.search(line[:start]) is not None


def names_beside(line: str, mentions: list[Mention]) -> Iterator[str]:
    """Yield names of a line in any language that surely are such, as a known one stands there."""
    for found in _CODED.finditer(line) if mentions else ():
        if len(found[0]) >= _SURE and _is_new(found[0], found.start(), mentions):
            yield found[0]
    for found in _LISTED.finditer(line) if mentions else ():
        if _stands_beside(found.start(), mentions) and _is_new(found[1], found.start(1), mentions):
            yield found[1]


def _is_new(name: str, start: int, mentions: list[Mention]) -> bool:
    if _NO_SKILLS.fullmatch(name.upper()) or _NO_CAMEL.match(name):
        return False
    return not any(mention.start <= start < mention.end for mention in mentions)


def _stands_beside(comma: int, mentions: list[Mention]) -> bool:
    """Whether the item before the comma is a proper name that we know."""
    return any(
        0 <= comma - mention.end <= 1 and any(letter.isupper() for letter in mention.skill.name)
        for mention in mentions
    )
