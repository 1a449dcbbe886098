"""A job's text as people paste it, made plain: HTML, letters that look bold, bullets in a row."""

import html
import re
import unicodedata

# Source of a page keeps its line ends in tags, and escapes twice where it was copied from a feed.
_BLOCK = re.compile(
    r"</?(?:p|ul|ol|br|div|h[1-6]|tr|td|th|table|section|article|header|footer|dl|dt|dd)\b[^<>]*>",
    re.IGNORECASE,
)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_HIDDEN = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MOST_ESCAPED = 2
# Signs that open an item wherever they stand; a hyphen or an asterisk does so only on a new line.
BULLETS = "•●▪◦‣➤➢►▶▸★☆✦✅☑✓✔❖◆◇■□→⇒➔➜・∙"
_IN_A_ROW = re.compile(rf"(?<=\S)\s+(?=[{BULLETS}]\s)|(?<=[.;:!?])\s*(?=[{BULLETS}])")
# "•Own tools•CSCS card": so many in one text are no sign between two words.
_UNSPACED, _FEWEST_BULLETS = re.compile(r"(?<=\S)[^\S\n]*(?=[•●▪◦‣])"), 4
# "intro call → task → offer" tells an order; at the begin of a line the arrow opens an item.
_ORDER = re.compile(r"(?<=[\w)])\s+[→⇒➔➜]\s+(?=[a-z])")
_AFTER_LABEL = re.compile(r"(?<=\w:) {2,}")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\ufe0f\u200b-\u200f\u2060\ufeff\u00ad]")
# "… up to date Essential:" at the end of an item is the next heading.
_LATE_HEADING = re.compile(r"(?<=[\w.)]) (?=[A-Z][a-z']{2,}(?: [a-z']+){0,3}:\s*$)", re.MULTILINE)
# Without a colon only what is hardly ever anything else: "… up to date What we offer".
_HEADS = (
    r"(?:The role|Role|Requirements|Responsibilities|Duties|Qualifications|Essential|Desirable"
    r"|Benefits|Perks|Package|Person specification|Key skills|Skills required|About (?:you|us)"
    r"|Wh(?:at|o) (?:you|we)(?:['\u2019](?:ll|re))? (?:will )?"
    r"(?:need|bring|get|offer|do|have|are|look(?:ing)? for|want|provide)"
    r"|What['\u2019]s (?:in it for you|on offer)|In return|Nice to have|Must[- ]haves?)"
)
_LOUD_HEAD = re.compile(rf"(?<=[\w.)]) (?=(?:{_HEADS}|[A-Z][A-Z' ]{{5,30}})\s*$)")
# "Our benefits" is a heading as a whole.
_FEWEST_BEFORE = 2
# Dashes between items of one long line; a title has two at most.
_DASH = re.compile(r"\s+[-\u2013\u2014]\s+")
_FEWEST_DASHES, _LONG_LINE = 4, 100
_NUMBERED = re.compile(r"(?:^|\s)(?=\d{1,2}[.)]\s)")
_FEWEST_NUMBERED = 2
# What a mail program and a page put around a text.
_QUOTED = re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE)
_AROUND = re.compile(
    r"^(?:-{5,}.*|(?:from|to|cc|sent|date): .*|sent from my .*|#\w+(?:\s+#\w+)*"
    r"|(?:set|get) (?:job )?alerts?\b.*|(?:share|save|apply|easy apply|show more(?: options)?"
    r"|see more|promoted by .*|\d+ (?:people|applicants) .*)|.*\bpeople clicked apply\b.*)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"^\s*(?:--|(?:kind |best |warm )?regards|thanks(?: and regards)?|cheers|yours \w+)"
    r"[\s,!.]*(?:[A-Z][a-z]+\s*)?$",
    re.IGNORECASE | re.MULTILINE,
)
# What a PDF leaves: the foot of each page, and words cut at the end of a line.
_PAGES = re.compile(
    r"(?:^|[ \t]{2,})page \d{1,3} (?:of|/) ?\d{1,3}[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_CUT_WORD = re.compile(r"\b([A-Za-z]{2,})-[ \t]*\n[ \t]*(?=[a-z]{2})")
# Words that stand before a hyphen of their own: "on-call", "full-time".
_COMPOUND = re.compile(
    r"on|off|part|full|post|self|non|high|low|long|short|well|night|hands|front|back|real|cross|open"
    r"|one|two|three|four|five|six|first|second|third|step|face|peer|follow|start|problem|decision"
    r"|data|customer|client|team|detail|results?|goal|patient|child|evidence|solution|entry|mid"
    r"|right|fast|year|month",
    re.IGNORECASE,
)
# A text in capitals alone is read as one writes it; short names stay as they are.
_FEWEST_LETTERS, _SHOUTED = 80, 0.9
_SHORT_NAME = re.compile(
    r"[^aeiouy\s]{2,4}|[a-z0-9]*[\d+#/][a-z0-9+#/]*|uk|eu|usa?|hr|ai|adr|api|aws|gphc|cipd|acca|cima",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[+#/'][^\W_]+)*[+#]*")
# A row of a table with two cells: "Company", "Corvane".
_CELLS = re.compile(r"^([A-Z][A-Za-z ]{1,30}?):?[ ]*\t+(?=[^\t\n]+$)", re.MULTILINE)
# "Power BI" before Japanese without a space.
_FAR = "\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SCRIPTS = re.compile(rf"(?<=[A-Za-z0-9+#])(?=[{_FAR}])|(?<=[{_FAR}])(?=[A-Za-z0-9])")
# They choose between forms of a picture, and join two into one.
_JOINERS = "\ufe0f\u200d"
# What goes on behind a picture is the same thought.
_GOES_ON = re.compile(r"\s*(?:$|[^\w\s]|(?:and|or|but|to|for|of|in|on|at|with|who|that|as)\b)")
_GREETING = re.compile(r"^(?:hi|hello|hey|dear) [A-Z]\w+", re.IGNORECASE | re.MULTILINE)
_NAME_BELOW = re.compile(r"\n\s*[A-Z][a-z]+[ .]*\Z")
_GAPS = re.compile(r"[^\S\n]{4,}")
# A line of a posting, or a sentence, is never longer, in characters.
_LONGEST_LINE = 800
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
# Signs of markup in plain text, at their places: headings, bold, code.
_MARKS = re.compile(r"^#{1,6}\s+|\*\*|__|`", re.MULTILINE)


def plain(description: str) -> str:
    """Return a job's text with one line for each line, bullet and heading of it."""
    text = description
    for _ in range(_MOST_ESCAPED):
        text = _TAG.sub(" ", _ITEM.sub("\n• ", _BLOCK.sub("\n", _HIDDEN.sub(" ", text))))
        text, before = html.unescape(text), text
        if text == before:
            break
    text = unicodedata.normalize("NFKC", text)
    text = _spoken(_CUT_WORD.sub(_as_one, _PAGES.sub("", text)))
    text = _CELLS.sub(r"\1: ", text).replace("\t", " ")
    text = _SCRIPTS.sub(" ", _GAPS.sub("   ", text))
    text = _ORDER.sub(", ", _AFTER_LABEL.sub(" ", text))
    text = _PICTURES.sub(_as_bullet, _MARKS.sub("", _QUOTED.sub("", text)))
    if sum(map(text.count, "•●▪◦‣")) >= _FEWEST_BULLETS:
        text = _UNSPACED.sub("\n", text)
    text = _LATE_HEADING.sub("\n", _IN_A_ROW.sub("\n", _signed_off(_AROUND.sub("", text))))
    return "\n".join(_items(line.strip()) for line in text.splitlines())


def _as_one(cut: re.Match[str]) -> str:
    """Return a word that a line's end had cut; a hyphen of its own stays."""
    return cut[0].rstrip() if _COMPOUND.fullmatch(cut[1]) else cut[0].rstrip()[:-1]


def _spoken(text: str) -> str:
    """Return a text that was shouted as one writes it, any other as it is."""
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) < _FEWEST_LETTERS or sum(map(str.isupper, letters)) < _SHOUTED * len(letters):
        return text
    return "\n".join(_WORD.sub(_lowered, line) for line in text.splitlines())


def _lowered(word: re.Match[str]) -> str:
    if _SHORT_NAME.fullmatch(word[0]):
        return word[0]
    first = not any(map(str.isalnum, word.string[: word.start()]))
    return word[0].capitalize() if first else word[0].lower()


def _signed_off(text: str) -> str:
    """Return the text up to a signature, if one stands in its second half."""
    text = text.rstrip()
    found = _SIGNATURE.search(text, len(text) // 2)
    text = text[: found.start()] if found else text
    return _NAME_BELOW.sub("", text) if _GREETING.search(text) else text


def _items(line: str) -> str:
    """Return a line with each of its items, and each heading between them, on a line of its own."""
    if len(line) >= _LONG_LINE and len(_DASH.findall(line)) >= _FEWEST_DASHES:
        line = _DASH.sub("\n- ", line)
    if len(_NUMBERED.findall(line)) >= _FEWEST_NUMBERED:
        line = _NUMBERED.sub("\n", line)
    parts = (part for long in line.split("\n") for part in _cut(long))
    return "\n".join(_before_heading(part) for part in parts)


def _cut(line: str) -> list[str]:
    """Return a line, or its sentences where it is so long that looking through it takes time."""
    if len(line) <= _LONGEST_LINE:
        return [line]
    sentences = _SENTENCE_END.split(line)
    ways = (range(0, len(one), _LONGEST_LINE) for one in sentences)
    return [
        one[at : at + _LONGEST_LINE]
        for one, places in zip(sentences, ways, strict=True)
        for at in places
    ]


def _before_heading(line: str) -> str:
    found = _LOUD_HEAD.search(line)
    if not found or len(line[: found.start()].split()) < _FEWEST_BEFORE:
        return line
    return f"{line[: found.start()].rstrip()}\n{line[found.start() :].lstrip()}"


def _as_bullet(picture: re.Match[str]) -> str:
    """Return a bullet for a picture that opens a line, an end for one between two thoughts."""
    if unicodedata.category(picture[0]) != "So":
        return ""
    before = picture.string[: picture.start()].rpartition("\n")[2].rstrip()
    behind = picture.string[picture.end() :].partition("\n")[0].lstrip(_JOINERS)
    if not before:
        return "• "
    return ";" if before[-1].isalnum() and not _GOES_ON.match(behind) else ""
