"""The employer's name in a posting, where it is surely named."""

import re

from darasa_reflex.features.job_infos.advert import titles
from darasa_reflex.features.job_infos.advert.employers import named_in

_LABEL = re.compile(
    r"(?:^|·\s*)(?:company|employer|organi[sz]ation|client|school|hospital|firm|hiring company)"
    r"(?: name)? ?: ?(?P<name>[^\n·]+)",
    re.IGNORECASE | re.MULTILINE,
)
# Words that only names of employers have, mostly at their end.
_KIND = re.compile(
    r"\b(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|AG|Corp|Corporation|Company|Group|Trust|School"
    r"|Academy|College|University|Hospital|Medical Cent(?:er|re)|Clinic|Surgery|Practice|Council"
    r"|Association|Foundation|Charity|Bank|Insurance|Capital|Partners|Consulting|Consultants"
    r"|Technologies|Systems|Solutions|Software|Labs|Robotics|Studios?|Agency|Services|Facilities"
    r"|Logistics|Electric|Engineering|Construction|Care Home|Nursery|Hotel|Restaurant|Kettle"
    r"|Kitchen|Bakery|Club|Health|Initiative|NGO|BPO|Sons|Holdings|Industries|Motors|Airlines"
    r"|Stores?|Supermarkets?|Pharmacy|Library|Museum|Theatre|Institute)\b\.?"
)
_NAME = r"(?P<name>(?:The )?[A-Z][\w&'.-]*(?: (?:&|of|and|the)? ?[A-Z&][\w&'.-]*){0,4})"
_SAID = (
    re.compile(rf"\b(?:[Gg]reetings from|[Oo]ffice of|[Ww]elcome to|[Jj]oin) {_NAME}"),
    re.compile(rf"(?:\bat|@) {_NAME}(?=\s*(?:$|[,|(\n!]|[-\u2013] ))", re.MULTILINE),
    re.compile(rf"^{_NAME} (?:is|are) (?:now |currently )?(?:after|hiring|looking)", re.MULTILINE),
)
_PIECES = re.compile(r"\s+[-\u2013\u2014|·]\s+|\s*[|@(]\s*|,\s+(?!Inc|LLC|Ltd)|\s{3,}")
# "Starbrew Coffee · Leeds · 3 days ago · Over 100 applicants": the head of an entry in a job board.
_LISTING = re.compile(r"^[^·\n]{2,60} · .*(?:\bago\b|\bapplicants?\b)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:description|overview|remote|hybrid|full[- ]time|part[- ]time|perm|contract|salary"
    r"|grade|band|from sept|department|team|emergency|day|night)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^(?:[-*•]\s+|greetings from |welcome to |about |join )+", re.IGNORECASE)
# A name stands within so many characters of its line.
_REACH = 300
_LINES, _MOST_WORDS = 6, 7
_FEWEST_PIECES = 3
# Who recruits for another employer names the agency, not the employer.
_FOR_ANOTHER = re.compile(r"\bon behalf of (?:our|a|their) |\bour client\b", re.IGNORECASE)
# A part of an employer.
_PART = re.compile(r"^(?:School|Faculty|Department|Division|Cent(?:er|re)|Institute) of ")


def company_of(text: str) -> str:
    """Return the employer's name in a posting's plain text; empty when not sure."""
    if found := _LABEL.search(text):
        return _clean(found["name"])
    if _FOR_ANOTHER.search(text):
        return ""
    lines = [line for line in text.splitlines() if line.strip()][:_LINES]
    head = [line[:_REACH].replace("\u2019", "'") for line in lines]
    return _on_top(head) or _in_sentences(text, head)


def _on_top(head: list[str]) -> str:
    """Return the name that stands in the first lines."""
    named = (_among(_PIECES.split(line)) for line in head)
    first = head[0] if head else ""
    return _in_front(first) or next(filter(None, named), "") or _beside_title(first)


def _in_sentences(text: str, head: list[str]) -> str:
    """Return what the employer calls itself."""
    for pattern in _SAID:
        if (found := pattern.search(text)) and (name := _clean(found["name"])):
            return name
    named = next((name for name in named_in(text) if _clean(name)), "")
    return _as_on_top(named, head) if named else ""


def _as_on_top(named: str, head: list[str]) -> str:
    """Return a name as it stands beside the title, where it is longer there: "Oakfield Vets"."""
    pieces = (_clean(piece) for line in head for piece in _PIECES.split(line))
    longer = re.compile(rf"{re.escape(named)}(?: (?:&|and|of|the|[A-Z][\w&'.-]*)){{1,3}}")
    return next((one for one in pieces if longer.fullmatch(one)), named)


def _in_front(line: str) -> str:
    """Return the first piece of a line that names the employer, then the job, then more."""
    if _LISTING.search(line):
        return _clean(line.partition(" · ")[0])
    pieces = [piece.strip() for piece in line.split("|")]
    named = len(pieces) >= _FEWEST_PIECES and any(map(titles.names_a_role, pieces[1:]))
    return "" if not named or titles.names_a_role(pieces[0]) else _clean(pieces[0].split("(")[0])


def _among(pieces: list[str]) -> str:
    """Return the piece that has a word which only employers have."""
    for piece in sorted(pieces, key=lambda piece: _PART.match(piece.strip()) is not None):
        name = _clean(piece)
        if name and _is_kind(name) and not titles.names_a_role(name):
            return name
    return ""


def _is_kind(name: str) -> bool:
    """Tell whether a name has such a word and more: "Engineering" alone is a department."""
    found = _KIND.search(name)
    return found is not None and found[0] != name and ": " not in name


def _beside_title(line: str) -> str:
    """Return what stands behind the title on its line, where that looks like a name."""
    pieces = _PIECES.split(line)
    behind = pieces[1:] if titles.names_a_role(pieces[0]) else []
    return next((name for one in behind if (name := _clean(one)) and name.startswith("The ")), "")


def _clean(name: str) -> str:
    name = re.split(r"(?<=\w{3})\. ", _LEAD_IN.sub("", name[:_REACH]))[0]
    bare = re.split(r",? (?:part of|is|are|has|have|invites|we)\b", name.strip(" *#_:!)"))[0]
    bare = re.split(r",\s+(?!Inc|Ltd)(?=[A-Z][a-z]+$)| in (?=[A-Z][a-z]+$)", bare)[0]
    bare = bare if re.search(r"\b(?:Inc|Ltd|Co)\.$", bare) else bare.rstrip(".")
    bad = not bare[:1].isupper() or len(bare.split()) > _MOST_WORDS or bare.endswith("?")
    return "" if bad or _NO_NAME.search(bare) or not any(c.isalpha() for c in bare) else bare
