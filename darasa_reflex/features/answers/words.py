"""Words, stems and sentences of English text, with their places kept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from darasa_reflex.features.answers import spoken_numbers

# Source of the word's shape: facts on delivery, "[a-z]+(?:[-'][a-z]+)*", Unicode letters outside.
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_TERM = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W_]+(?:'[^\W_]+)*[+#]*")
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?P<closing>[\u200b-\u200f\u2060\ufeff\"'\u201c\u201d\u2019\u00bb)]*)\s+|[\n\r]+|;\s+"
)
# A full stop behind these ends no sentence: "z. B.", "Dr.", and "am 3." before what is counted.
_ABBREVIATED = re.compile(
    r"\b(?:(?:[zduov]|i\.\s?[a-zA-Z]|e\.g)\.(?:\s?[a-zA-Z]\.)*|i\.e\."
    r"|(?:ca|bzw|evtl|ggf|inkl|vgl|sog|Nr|Mio|Mrd|Dr|Prof|Mr|Mrs|Ms|Sra?|Uds?|Mme|approx)\.)$"
)
_ORDINAL = re.compile(
    r"(?<!\w)(?i:am|im|zum|vom|beim|der|die|das|den|dem|des|ab|bis|seit|jede[rsnm]?|ein\w{0,2}"
    r"|mein\w*|unser\w*)\s+\d{1,3}\.$"
)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,2}\.$")
_COUNTED = re.compile(
    r"\s+(?:[a-z\u00e4\u00f6\u00fc]|Januar|Februar|M\u00e4rz|April|Mai|Juni"  # codespell:ignore
    r"|Juli|August|September|Oktober|November|Dezember)"  # codespell:ignore
)
_LONGEST_MARK = 24
_JOINT = re.compile(
    r",?(?<!\band)(?<!\bso)(?<!\bbut)\s+"
    r"(?=(?:(?:and|so|but)(?:\s+then)?|then|because)\s+(?:i|we|it|the|they)\b)",
    re.IGNORECASE,
)
# Quotes of all languages, the letter apostrophe, en and em dash; marks of no width and of direction
# go.
_UNSEEN = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x200E, 0x2010), *range(0x202A, 0x202F))
_PLAIN = str.maketrans(
    dict.fromkeys(_UNSEEN)
    | dict.fromkeys((0x2018, 0x2019, 0x201A, 0x2039, 0x203A, 0x02BC), "'")
    | dict.fromkeys((0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB), '"')
    | {0x2013: "-", 0x2014: "-"}
)
# As ears write them; what is a word of its own ("its", "were", "id") stays.
_NO_SIGN = re.compile(
    r"\b(?:(?P<who>i|you|we|they)(?P<have>ve)|(?P<i>i)(?P<am>m)|(?P<they>you|they)(?P<are>re)"
    r"|(?P<it>that|there|what|he|she)(?P<is>s)"
    r"|(?P<not>do|does|did|is|are|was|has|have|had|could|would|should|ca|wo)(?P<nt>nt))\b"
)
_ID = re.compile(
    r"\bid (?=(?:do|say|tell|ask|let|go|be|have|never|also|just|like|love|rather|ring|make|give"
    r"|take|start|try|put|want)\b)"
)
_SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing",  # codespell:ignore ment
             "ers", "ed", "er", "es", "ly", "s")  # fmt: skip
_SHORTEST_STEM = 3
# Sounds that make a sentence no longer.
_SOUNDS = re.compile(r"\b(?:u[hm]+|erm?|you know|i mean)\b,?\s*", re.IGNORECASE)
# A longer sentence is a run-on, or speech written down without full stops.
RUN_ON_WORDS = 45


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a turn.

    Attributes:
        turn: Index of the turn in the transcript, from 0.
        text: The transcript's own letters.
        terms: Its lower-cased words and numbers.
        stems: Of the terms, in the same order.
    """

    turn: int
    text: str
    terms: tuple[str, ...]
    stems: tuple[str, ...]


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that are parted by white space."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """Return text in one spelling: NFKC, lower case, straight quotes and dashes."""
    # ASCII has one spelling already, and is nearly all there is.
    one = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return one.lower()


def signed(text: str) -> str:
    """Return plain text with the signs of contractions that ears leave out: "dont", "ive"."""
    return _NO_SIGN.sub(_with_sign, _ID.sub("i'd ", text))


def _with_sign(found: re.Match[str]) -> str:
    first, last = (part for part in found.groups() if part)
    return f"{first}n't" if last == "nt" else f"{first}'{last}"


def count(text: str) -> int:
    """Return the number of words; a number in digits counts as the words it is said with."""
    spoken = plain(text)
    return len(_WORD.findall(spoken_numbers.without(spoken))) + spoken_numbers.count(spoken)


def words(text: str) -> list[str]:
    """Return the lower-cased words in order."""
    return _WORD.findall(plain(text))


def cased(text: str) -> str:
    """Return lower-cased words as they are written inside a sentence: with a large "I"."""
    return re.sub(r"(?<![\w'])i(?=$|[ '])", "I", text)


def terms(text: str) -> list[str]:
    """Return lower-cased words and numbers; "C++" and "40%" stay whole, hyphens part."""
    return _TERM.findall(signed(plain(text)))


@lru_cache(maxsize=20_000)
def stem(term: str) -> str:
    """Return a rough common root: "deployed", "deployment" and "deploys" become one."""
    root = term.removesuffix("'s")
    for ending in ("ies", "ied"):
        if root.endswith(ending) and len(root) > _SHORTEST_STEM + 2:
            return root[: -len(ending)] + "y"
    for suffix in _SUFFIXES:
        if root.endswith(suffix) and len(root) - len(suffix) >= _SHORTEST_STEM:
            root = root if root.endswith("ss") else root[: -len(suffix)]
            break
    if len(root) > _SHORTEST_STEM and root[-1] == root[-2] and root[-1] not in "lse":
        root = root[:-1]
    return root.removesuffix("e") if len(root) > _SHORTEST_STEM else root


# Those of the report at hand: a long text takes 50 KB.
@lru_cache(maxsize=1_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of all terms, in order."""
    return tuple(stem(term) for term in terms(text))


def sentences(turn: int, text: str) -> list[Sentence]:
    """Return a turn's sentences; text without full stops is parted at its joints."""
    pieces = ((piece, terms(piece)) for piece in _pieces(text))
    return [
        Sentence(turn, piece, tuple(spoken), tuple(stem(term) for term in spoken))
        for piece, spoken in pieces
        if spoken
    ]


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _cut(text, _SENTENCE_END, at_stops=True):
        pieces += _cut(piece, _JOINT) if _runs_on(piece) else [piece]
    return pieces


def _runs_on(piece: str) -> bool:
    if len(piece.split()) <= RUN_ON_WORDS:
        return False
    return len(_SOUNDS.sub("", piece).split()) > RUN_ON_WORDS


def _cut(text: str, at: re.Pattern[str], *, at_stops: bool = False) -> list[str]:
    begin, pieces = 0, list[str]()
    for joint in at.finditer(text):
        if at_stops and _goes_on(text, joint.start()):
            continue
        closing = (joint.groupdict().get("closing") or "") if at_stops else ""
        pieces.append(text[begin : joint.start() + len(closing)].strip())
        begin = joint.end()
    return [piece for piece in (*pieces, text[begin:].strip()) if piece]


def _goes_on(text: str, end: int) -> bool:
    """Whether a full stop that ends here belongs to an abbreviation or an ordinal."""
    before = text[max(0, end - _LONGEST_MARK) : end]
    if _ABBREVIATED.search(before) or _ORDINAL.search(before):
        return True
    return bool(_NUMBER.search(before) and _COUNTED.match(text, end))
