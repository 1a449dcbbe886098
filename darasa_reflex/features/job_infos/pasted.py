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
BULLETS = "•●▪◦‣➤➢►▶▸★☆✦✅☑✓✔❖◆◇■□→⇒➔➜"
_IN_A_ROW = re.compile(rf"(?<=\S)\s+(?=[{BULLETS}]\s)|(?<=[.;:!?])\s*(?=[{BULLETS}])")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\ufe0f\u200b-\u200f\u2060\ufeff\u00ad]")
# "… up to date Essential:" at the end of an item is the next heading.
_LATE_HEADING = re.compile(r"(?<=[\w.)]) (?=[A-Z][\w' -]{2,40}:\s*$)", re.MULTILINE)


def plain(description: str) -> str:
    """Return a job's text with one line for each line, bullet and heading of it."""
    text = description
    for _ in range(_MOST_ESCAPED):
        text = _TAG.sub(" ", _ITEM.sub("\n• ", _BLOCK.sub("\n", _HIDDEN.sub(" ", text))))
        text, before = html.unescape(text), text
        if text == before:
            break
    text = unicodedata.normalize("NFKC", text)
    text = _PICTURES.sub(_as_bullet, text)
    return _LATE_HEADING.sub("\n", _IN_A_ROW.sub("\n", text))


def _as_bullet(picture: re.Match[str]) -> str:
    """Return a bullet for a picture that opens a line, nothing for one within it."""
    opens = not picture.string[: picture.start()].rpartition("\n")[2].strip()
    return "• " if opens and unicodedata.category(picture[0]) == "So" else ""
