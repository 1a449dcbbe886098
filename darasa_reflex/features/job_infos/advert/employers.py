"""The employer's own name in a job's text, which is no skill, however technical it looks."""

import re

_NAME = r"(?P<name>[A-Z][\w&'\u2019.-]*(?: (?:& )?[A-Z][\w&'\u2019.-]*){0,3})"
_SPEAKS = (
    r"(?:is|are) (?:now |currently |actively |proud |proudly )*(?:looking|hiring|seeking|"
    r"recruiting|an?|the|one|building|growing|"
    r"expanding|committed|dedicated|transforming|revolutioni[sz]ing|on a mission|where|known|"
    r"part of)|"
    r"seeks|hires|recruits|looks (?:for|after)|takes on|searches for|"
    r"has an? (?:\w+ )?(?:opening|vacancy|opportunity|position)|builds|makes|"
    r"provides|sells|operates|employs|offers|was founded|invites applications|designs|helps|serves"
)
_SAID = (
    re.compile(rf"(?:^|[.!?:]\s+|\n)(?:Here at |At )?{_NAME},? (?:{_SPEAKS})\b", re.MULTILINE),
    re.compile(
        rf"\b(?:[Aa]t|[Jj]oin(?:ing)?|[Ww]ork(?:ing)? (?:for|at)|[Aa]bout|[Ww]hy|[Hh]ere at|"
        rf"[Pp]art of"
        rf"|[Ww]elcome to|[Cc]areers? (?:at|with)) {_NAME}"
        r"(?=(?:,? we\b|['\u2019]s\b|,? you\b|\s*[?!:]"
        rf"|\s*$|\. |,? is\b| team\b| and (?:grow|help|be|make)))",
        re.MULTILINE,
    ),
    re.compile(rf"\b{_NAME},? (?:GmbH|AG|Inc|LLC|Ltd|Limited|PLC|plc|Corp|Corporation|NHS|B\.?V|"
    rf"S\.?A|Pty|SE|KG)\b"),
    # The first sentence under "About us": "Lumenpay moves money for small businesses."
    re.compile(
        rf"^(?:About us|Who we are|(?:The |Our )?[Cc]ompany(?: [Dd]escription)?|Us):?\s+{_NAME}"
        r" (?:[a-z]{2,}s)\b",
        re.MULTILINE,
    ),
    re.compile(rf"^(?:Company|Employer|Organi[sz]ation|Client): ?{_NAME}", re.MULTILINE),
)  # fmt: skip
# "Die Brandt GmbH": the article is none of the name.
_GERMAN_ARTICLE, _GERMAN_FORM = re.compile(r"^(?:Die|Der|Das) "), re.compile(r",? (?:GmbH|AG|KG)\b")
# Begins of sentences, roles and places of a text that no employer is called.
_NO_NAMES = frozenset(
    (
        "we",
        "you",
        "our",
        "this",
        "the",
        "it",
        "they",
        "role",
        "position",
        "team",
        "candidate",
        "applicant",
        "job",
        "work",
        "company",
        "who",
        "what",
        "python",
        "java",
        "sql",
        "requirements",
        "responsibilities",
        "experience",
        "knowledge",
        "us",
        "about",
        "there",
        "that",
        "if",
        "as",
        "in",
        "on",
        "at",
        "for",
        # Of "GmbH & Co. KG".
        "co",
    )
)


def employers_in(description: str) -> frozenset[str]:
    """Return what the employer calls itself in a job's text, in small letters; may be empty."""
    return frozenset(name.lower() for name in named_in(description))


def named_in(description: str) -> list[str]:
    """Return what the employer calls itself, as it is written, in the order of the text."""
    found = (
        (hit.start(), _name_in(hit)) for pattern in _SAID for hit in pattern.finditer(description)
    )
    names = [name for _, name in sorted(found)]
    good = [name for name in names if name and _names_somebody(name)]
    return list(dict.fromkeys(good))


def _name_in(hit: re.Match[str]) -> str:
    """Return the name without marks; "Macy's" keeps its own, "Acme's team" is of Acme."""
    name = hit["name"].strip(" .,'\u2019")
    if _GERMAN_FORM.match(hit.string, hit.end("name")):
        name = _GERMAN_ARTICLE.sub("", name)
    if not hit.string[hit.end("name") :].startswith(" team"):
        return name
    return name.removesuffix("'s").removesuffix("\u2019s")


def _names_somebody(name: str) -> bool:
    first, *rest = name.lower().split()
    if first == "the":
        return bool(rest) and rest[0] not in _NO_NAMES
    return first not in _NO_NAMES


def is_employer(chip: str, employers: frozenset[str]) -> bool:
    """Tell whether a chip is the employer, or only experience with its own products."""
    text = chip.lower()
    if text in employers:
        return True
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in employers)
