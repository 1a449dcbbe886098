"""The title of the job in a posting, where one is surely named."""

import re

# What a person at work is called. Words that end so are many; these endings alone are not enough.
_NOUN = (
    r"(?:\w*(?:engineer|developer|programmer|architect|designer|manager|director|nurse|midwife"
    r"|teacher|lecturer|tutor|officer|assistant|analyst|scientist|researcher|consultant|adviser"
    r"|advisor|administrator|accountant|auditor|bookkeeper|clerk|cashier|buyer|planner"
    r"|coordinator|co-ordinator|supervisor|technician|mechanic|electrician|plumber|carpenter"
    r"|joiner|welder|fitter|operative|operator|driver|courier|picker|packer|cleaner|caretaker"
    r"|porter|chef|baker|barista|bartender|waiter|waitress|receptionist|secretary"
    r"|solicitor|lawyer|barrister|paralegal|physiotherapist|therapist|pharmacist|paramedic|doctor"
    r"|dentist|hygienist|radiographer|psychologist|counsellor|carer|caregiver|worker|practitioner"
    r"|specialist|representative|executive|associate|agent|broker|trader|banker|underwriter"
    r"|recruiter|partner|marketer|copywriter|writer|editor|journalist|translator|photographer"
    r"|videographer|artist|animator|producer|librarian|surveyor|inspector|guard|firefighter"
    r"|apprentice|trainee|intern|graduate|leader|principal|groundskeeper|gardener"
    r"|stylist|hairdresser|merchandiser|labourer|laborer|bricklayer|roofer|scaffolder|painter"
    r"|machinist|foreman|tester|owner|master|chief|coach|trainer|instructor|housekeeper"
    r"|keyholder|storekeeper|shopkeeper|postman|pilot|steward|stewardess|captain)s?|(?:lead|head|host|cook|ceo|cto|cfo|sdr|bdr|sre|rn)s?"
    r"|chef de partie|head of \w+|director of \w+|vp(?: of)? \w+)"
)
_LABEL = re.compile(
    r"^(?:(?:job title|job advert|position|role|title|vacancy|job|post|subject|designation|opening)"
    r" ?: ?|job (?:title|description)(?: ?: ?|\s+[-\u2013\u2014]\s+))(?P<title>.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_SOUGHT = re.compile(
    r"\b(?:(?:look(?:ing)?|search(?:ing)?) for|hir(?:e|es|ing)(?: for)?|seek(?:ing|s)?"
    r"|recruit(?:ing|s)?(?: for)?|opening for|opportunity (?:has arisen )?for"
    r"|(?:in )?need(?:s)? (?:of )?|(?:are|is) after|vacancy for|join (?:us|our team) as"
    r"|to work as|position of|role of)\s*:?\s*"
    r"(?:an? |our |the |another |two |experienced |freshers & experienced for )*"
    rf"(?P<title>(?:[\w&/+#.'-]+ ){{0,5}}?{_NOUN}(?: of [A-Z]\w+)?)(?![\w-])",
    re.IGNORECASE,
)
_ROLE = re.compile(rf"(?<![\w-]){_NOUN}(?![\w-])", re.IGNORECASE)
# What stands before and behind a title on its line. There is one way alone to take each sign: else
# a line of nothing but dashes would be tried in as many ways as there are to cut it.
_BEFORE = re.compile(
    r"^(?:[\W_]|(?:we(?:'re| are)?|now|urgent(?:ly)?|hiring|wanted|needed|need|required|looking for"
    r"|job advert|vacancy|job|fwd?|re|graduate programme(?: \d+)?)(?=[\s:!-]))+(?=\w)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+[-\u2013\u2014|·/@]+\s+|\s*[(\[,;:|@!]|\s+(?:at|in|for|with|to join|wanted|needed|based)\s"
    r"|\s{2,}|\s+(?:wanted|needed|required|asap)(?=\W|$)|\.\s",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:ABOUT|REQUIREMENTS|RESPONSIBILITIES|Salary|The role)\b.*")
_PLURAL = re.compile(
    r"\((?:\d+ )?(?:positions?|posts?|m/f/d|m/w/d|f/m/x|h/f|all genders)\)", re.IGNORECASE
)
_NO_TITLE = re.compile(r"^(?:you|we|our|this|that|they|it|i|the successful|must)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:(?:an?|our|the|another|first|second|next|new)\s+)+", re.IGNORECASE)
# "Plover (plover.io) | Platform Engineer": where to read more of an employer is no part of a title.
_PAGE = re.compile(r"\((?:https?://)?[\w-]+(?:\.[\w-]+)+/?[^()\s]*\)")
# A title stands at the begin of its line.
_PIECES = 3
_MOST_WORDS, _LINES = 8, 12
# A title stands within so many characters of its line.
_REACH = 300


def title_of(text: str) -> str:
    """Return the job's title in a posting's plain text, at most 8 words; empty when not sure."""
    for found in _LABEL.finditer(text):
        if title := _clean(found["title"]):
            return title
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and (title := _clean(lines[0])):
        return title
    found = next((hit for line in lines if (hit := _SOUGHT.search(line))), None)
    if found and (title := _clean(found["title"])):
        return title
    return next((title for line in lines[1:_LINES] if (title := _alone(line))), "")


def names_a_role(text: str) -> bool:
    """Tell whether a text names a person at work."""
    return _ROLE.search(text[:_REACH]) is not None


def _alone(line: str) -> str:
    """Return the title of a line that is no sentence."""
    return "" if line.rstrip().endswith((".", "!", "?", ":")) else _clean(line)


def _clean(line: str) -> str:
    """Return the first piece of a line that names a person at work, in plain case."""
    bare = _PAGE.sub("", line[:_REACH].replace("\u2019", "'"))
    line = _PLURAL.sub("", _ENDS.sub("", _BEFORE.sub("", bare)))
    for piece in _BEHIND.split(line)[:_PIECES]:
        title = piece.strip(" .-*#_")
        title = _ARTICLE.sub("", title)
        if _NO_TITLE.match(title):
            continue
        if _ROLE.search(title) and len(title.split()) <= _MOST_WORDS:
            return _cased(title)
    return ""


def _cased(title: str) -> str:
    """Return a title that was shouted, or whispered, as one writes it."""
    if not (title.isupper() or title.islower()):
        return title
    if len(title) <= len("SRE"):
        return title.upper()
    return " ".join(
        word.lower() if word.lower() in {"of", "and", "de", "the"} else word.capitalize()
        for word in title.split()
    )
