"""What a posting plainly says to a candidate's question, in its own words, or that it does not."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.locales.wording import Wording
from darasa_reflex.features.interviews.mind.port import Situation
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded
from darasa_reflex.features.job_infos.posting.pasted import BULLETS

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What is asked about, and what a sentence that answers it holds. The same words where one is given.
_TOPICS: tuple[tuple[str, str], ...] = (
    (
        r"salary|pay|paid|wages?|compensation|earn\w*",
        r"salary|\bpa(?:y|id)\b|wages?|compensation|per annum|per hour|an hour"
        r"|[£$€]\s?\d|\d\s?[£$€]|\d\s?(?:k\b|EUR|GBP|USD)|\bband \d",
    ),
    (r"bonus\w*|commission", ""),
    (r"on[- ]?call|call[- ]?outs?|stand-?by", r"on[- ]?call|call[- ]?outs?|stand-?by"),
    (r"week-?ends?|saturdays?|sundays?", ""),
    (r"nights?|night shifts?", r"nights?"),
    (r"overtime", ""),
    (r"part[- ]?time|full[- ]?time", ""),
    (
        r"hours|shifts?|rotas?|schedule",
        r"hours?|shifts?|rotas?|\d{1,2}(?::\d\d)? ?(?:am|pm)|\bdays? (?:on|off)\b"
        r"|full[- ]?time|part[- ]?time",
    ),
    (
        r"remote\w*|from home|hybrid|(?:in|at) the office|on[- ]?site|office days",
        r"remote\w*|from home|hybrid|home office|on[- ]?site|in (?:the|our) \w+ office",
    ),
    (
        r"where (?:is|are|would)|based|located|location",
        r"based in|located|location"
        r"|(?:office|warehouse|workshop|school|clinic|site)s? (?:is |are )?in ",
    ),
    (r"holidays?|vacation|annual leave|time off|days off", r"holidays?|vacation|leave\b|days off"),
    (
        r"how (?:big|large|many)\b.*\bteam|size of the team|team like|who .*\bteam|the team",
        r"\bteams?\b.*\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
        r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b.*\bteam",
    ),
    (r"report to|line manager|my (?:boss|manager)", r"report(?:s|ing)? to|line manager"),
    (
        r"training|courses?|onboarding|induction|mentor\w*|supervision",
        r"training|courses?|onboarding|induction|mentor\w*|supervision",
    ),
    (r"tech(?:nology|nical)? stack|technologies|tools|software", r"stack|technolog\w+|tools"),
    (
        r"permanent|temporary|fixed[- ]term|contract",
        r"permanent|temporary|fixed[- ]term|contract|limited to",
    ),
    (
        r"start date|when .*\b(?:start|begin)\b",
        r"start(?:ing)? (?:date|in|on|from|immediately)|immediate start|as soon as possible"
        rf"|\b(?:in|from|on|by)(?: \d{{1,2}})? (?:{_MONTHS})\b",
    ),
    (r"travel\w*", ""),
    (r"benefits|perks", r"benefits|perks|pension|insurance"),
    (r"pension", ""),
    (r"visas?|sponsor\w*", ""),
    (r"relocat\w+", ""),
    (r"probation\w*|trial period", r"probation\w*|trial period"),
    (r"uniforms?", ""),
    (r"(?:company )?car", r"\bcar\b"),
    (r"parking", ""),
    (r"dress code", ""),
)
_PAIRS = tuple(
    (
        re.compile(rf"\b(?:{asked})\b", re.IGNORECASE),
        re.compile(rf"(?:{told or asked})", re.IGNORECASE),
    )
    for asked, told in _TOPICS
)
_LINE = re.compile(rf"^\s*(?:[-*#\u00b7\u2013\u2014{BULLETS}]+|\d{{1,2}}[.)])?\s*(.*?)\s*$")
# Questions are full of words that stand in every posting.
_EVERYWHERE = frozenset(
    folded(
        "company position would could should there their about which where please working "
        "experience question wondering wanted anything something people offer looking candidate "
        "really tell know usually expect expected typical possible have does will your this that "
        "with what from like much many long large often work team role kind sort more"
    )
)
_WEIGHTY, _STEM, _FEWEST = 4, 5, 2
_SHARE = 0.6
_MOST_WORDS, _FEWEST_WORDS = 40, 3


def answer(situation: Situation) -> tuple[str, ...]:
    """Return what is said to a question of the candidate, from the posting or not at all."""
    wording = situation.wording
    if wording.code != ENGLISH:
        return wording.unread
    found = sentence_for(situation.heard, situation.brief.description)
    if not found:
        return (unknown(situation),)
    return _saying(found, wording), situation.one(wording.no_more)


def unknown(situation: Situation) -> str:
    """Return what is said to a question that the posting does not answer."""
    return situation.one(situation.wording.unknown)


def quoted(words: str, situation: Situation) -> str:
    """Return what is said with some words of the posting; empty when they do not stand in it."""
    first = next(iter(sentences_in(words.strip().strip("\"'\u201c\u201d"))), "")
    parts: list[str] = re.findall(r"[^\W_]+", first)
    if not _FEWEST <= len(parts) <= _MOST_WORDS:
        return ""
    inside = re.compile(r"[\W_]+".join(map(re.escape, parts)), re.IGNORECASE)
    found = inside.search(situation.brief.description)
    if found is None or looks_like_instruction(found[0]):
        return ""
    # A number alone says little: the sentence around it says what it counts.
    around = (text for text in _sentences(situation.brief.description) if inside.search(text))
    said = _saying(next(around, found[0]), situation.wording)
    return f"{said} {situation.one(situation.wording.no_more)}"


def sentence_for(question: str, description: str) -> str:
    """Return the sentence of a posting that plainly answers a question; empty when none does."""
    sentences, stems = list(_sentences(description)), _weighty(question)
    asked = [told for words, told in _PAIRS if words.search(question)]
    for told in asked:
        if found := [text for text in sentences if told.search(text)]:
            return max(found, key=lambda text: len(stems & _stems(text)))
    return _nearest(stems, sentences)


def _saying(words: str, wording: Wording) -> str:
    plain = " ".join(words.split()).replace('"', "'").strip(" .;,:!")
    return wording.saying.format(plain)


def _sentences(description: str) -> Iterator[str]:
    for line in description.splitlines():
        bare = _LINE.match(line)
        for text in sentences_in(bare[1] if bare else line):
            count = len(text.split())
            heading = text.endswith(":") or count < _FEWEST_WORDS
            if not heading and count <= _MOST_WORDS and not looks_like_instruction(text):
                yield text


def _nearest(stems: AbstractSet[str], sentences: Sequence[str]) -> str:
    """Return the sentence that holds most words of weight of a question; empty when too few."""
    if not stems:
        return ""
    shared = [len(stems & _stems(text)) for text in sentences]
    most = max(shared, default=0)
    # One word alone must stand in one place alone.
    alone = most == len(stems) == 1 and shared.count(1) == 1
    if alone or most >= max(_FEWEST, len(stems) * _SHARE):
        return sentences[shared.index(most)]
    return ""


def _weighty(question: str) -> frozenset[str]:
    words = (word for word in folded(question) if len(word) > _WEIGHTY and word not in _EVERYWHERE)
    return frozenset(word[:_STEM] for word in words)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in folded(text))
