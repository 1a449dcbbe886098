"""Requirements that are no single skill: "5+ years of …", "ability to …", "a valid licence"."""

import re
from collections.abc import Iterator

from darasa_reflex.features.job_infos.mentions import Mention, words_of

LONGEST = 80
_PRAISE = (
    r"(?:(?:strong|proven|solid|hands-on|demonstrated|demonstrable|excellent|good|great|deep"
    r"|practical"
    r"|working|professional|relevant|previous|commercial|extensive|basic|prior|advanced"
    r"|thorough|clear"
    r"|sound|recent|significant|detailed|confident|fluent|natural|some|industry|production)"
    r"(?:,? (?:and )?| or ))*"
)
_NUMBER = (
    r"(?:\d{1,2}(?:\s?(?:[-\u2013+]|to)\s?\d{0,2})?\+?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)"
)
# Before a further requirement on the same line.
_NEW = re.compile(
    rf"(?:[,;:.]|\b(?:and|with|have|has|be|the|a|an|our|or|plus|also|you))\s+{_PRAISE}$",
    re.IGNORECASE,
)
_PRAISED = re.compile(rf"\b{_PRAISE}$", re.IGNORECASE)
_VERBOSE_NUMBER = _NUMBER.replace(" ", r"\ ")
_CUE = re.compile(
    rf"""(?<![\w-])(?:
    (?P<years>(?:at\ least\ |minimum\ (?:of\ )?|more\ than\ |over\ )?
        {_VERBOSE_NUMBER}\+?\ (?:or\ more\ |plus\ )?years?['\u2019]?\ )
    | (?P<ability>
        (?:ability|able|capacity|capable|willing(?:ness)?|confiden(?:t|ce)|comfortable
        |commitment|committed)
        \ (?:to|with|about|for|of|in|using|\w+ing)\ |(?:OK|happy|at\ ease|worked)\ with\ )
    | (?P<knowledge>
        (?:knowledge|understanding|familiar(?:ity)?|proficien(?:cy|t)|fluen(?:cy|t)|expertise
        |competen(?:ce|t)|experience[d]?|background|track\ record|grasp|command|awareness)
        \ (?:of|in|with|as|using|\w+ing)\ )
    | (?P<paper>(?:a\ |an\ )?
        (?:(?:bachelor|master)(?:['\u2019]?s)?|(?:university\ |college\ |relevant\ )?degree
        |diploma|ph\.?d|[BM]\.?(?:Sc|A|Eng)|NVQ|GCSEs?|apprenticeship|certifi(?:ed|cation|cate)
        |qualified|registered|registration
        |(?:valid|current|full|clean)(?=(?:\ \w+){0, 2}\ (?:licence|license|permit|card)))\ )
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CUTS = re.compile(
    r"\s*(?:,(?!\d{3})|[;(\u2013\u2014]|\s(?:and|or|including|such as|with|while|so that"
    r"|to ensure|in order|across)\s)"
)
# Not the one of "1,000".
_ITEM_END = re.compile(r",(?!\d{3})")
_LOOSE_END = re.compile(
    r"(?:[\s,;:.(\u2013\u2014-]|\b(?:and|or|of|in|with|the|a|an|to|for|as|at|on|by|from"
    r"|including|such|e\.?g|i\.?e"
    r"|is|are|min|minimum|an advantage|a bonus"
    r"|would be|would|preferred|required|essential|desirable|a "
    r"plus|must|our|your|their|strong|similar))+$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:you(?:['\u2019]ll| will| should| must)? ?(?:have|are|be|need|bring|possess)?|we(?: "
    r"are|['\u2019]re)? \w+(?: for)?"
    r"|must(?: have| be)?|should(?: have| be)?|candidates? \w+ have|has|have|having|be|being"
    r"|an?|the)\s+",
    re.IGNORECASE,
)
# Words that say nothing of what is required.
_EMPTY = re.compile(
    r"full|valid|clean|uk|hold|current|a|an|the|and|or|of|in|with|for|to|as|at|on|by|from|is"
    r"|are|be|have|has|having|you|your|our"
    r"|their|we|strong|proven|solid|hands|demonstrated|excellent|good|great|deep|practical|working"
    r"|professional|relevant|previous|extensive|basic|prior|advanced|experience|knowledge"
    r"|understanding|familiarity|familiar|proficiency|proficient|expertise|skill|ability|able|plus"
    r"|etc|such|using|use|both|similar|tool|technology|language|framework|including|like|other"
    r"|level|least|well|environment|modern|required|preferred|essential|desirable|must|some|any"
    r"|one|more|production|commercial|industry"
)
_FEWEST_WORDS, _FEWEST_OF_YEARS = 2, 3
_WHOLE_ITEM = 5
_MOST_SLASHES = 3
# How far before a cue its adjectives are looked for, in characters.
_BEFORE = 50


def clauses_in(line: str, mentions: list[Mention]) -> Iterator[str]:
    """Yield the requirements a line states beyond the skills in it, at most `LONGEST` characters.

    Args:
        line: A sentence or bullet.
        mentions: The skills in it.
    """
    if "http" in line or "@" in line or line.count(" / ") >= _MOST_SLASHES:
        return  # an address, or a list of names that `mentions` reads
    for start, end, years in _spans(line):
        text = line[start:end]
        if years or _says_more(text, start, mentions):
            clause = shortened(_first_item(_LEAD_IN.sub("", text)), LONGEST)
            if len(clause.split()) >= (_FEWEST_OF_YEARS if years else _FEWEST_WORDS):
                yield clause[:1].upper() + clause[1:]


def _spans(line: str) -> Iterator[tuple[int, int, bool]]:
    """Yield begin and end of each requirement, and whether it counts years."""
    cues = [
        cue
        for cue in _CUE.finditer(line)
        if not cue.start() or _NEW.search(line, max(0, cue.start() - _BEFORE), cue.start())
    ]
    cues = cues or list(_CUE.finditer(line))[:1]
    if not cues:
        return
    starts = [_start(line, cue) for cue in cues]
    for cue, start, end in zip(cues, starts, [*starts[1:], len(line)], strict=True):
        yield start, end, bool(cue["years"])


def _first_item(text: str) -> str:
    """Return what stands before the first comma, if that is a requirement of its own."""
    first = _ITEM_END.split(text, maxsplit=1)[0]
    return first if len(first.split()) >= _WHOLE_ITEM else text


def _start(line: str, cue: re.Match[str]) -> int:
    """Return where a requirement begins: before "strong" in "strong knowledge of"."""
    praised = _PRAISED.search(line, max(0, cue.start() - _BEFORE), cue.start())
    return praised.start() if praised else cue.start()


def shortened(text: str, longest: int) -> str:
    """Return the text cut where a thought ends, without loose words at its end."""
    text = " ".join(text.split()).rstrip(".;,:?! ")
    if len(text) > longest:
        cuts = [cut.start() for cut in _CUTS.finditer(text) if cut.start() <= longest]
        good = [cut for cut in cuts if cut >= longest // 3]
        text = text[: good[-1]] if good else text[: longest + 1].rpartition(" ")[0]
    return _LOOSE_END.sub("", text).strip()


def _says_more(text: str, offset: int, mentions: list[Mention]) -> bool:
    """Whether at least two words of weight stand outside the skills."""
    weighty = [
        word
        for word in words_of(text)
        if not _EMPTY.fullmatch(word.folded)
        and not any(m.start <= word.start + offset < m.end for m in mentions)
    ]
    return len(weighty) > 1
