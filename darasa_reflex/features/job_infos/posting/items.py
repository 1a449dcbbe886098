"""Items of a posting's lists, as requirements in the posting's own words."""

import re

from darasa_reflex.features.job_infos.lexicon import TECHNICAL
from darasa_reflex.features.job_infos.mentions import Mention, words_of
from darasa_reflex.features.job_infos.posting.clauses import LONGEST, shortened

_BEGIN = re.compile(
    r"^(?:(?:you(?:['\u2019](?:ll|re|ve))?|we|must|should|please|also|ideally|or|and|plus"
    r"|have|has|having|to be|be|being|bring|possess|hold|holding"
    r"|own(?! (?:car|bike|tools|transport|vehicle))|need|one of|some|any|both"
    r"|an?|the|your|our|my|their)\s+)+",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"^(?:(?:strong|proven|solid|hands-on|demonstrated|demonstrable|excellent|good|great|deep"
    r"|practical|working|professional|relevant|previous|extensive|prior|thorough|sound|recent"
    r"|significant|detailed|confident|current|valid|full|clean|enhanced|genuine|real|very"
    r"|(?:good |basic )?(?:knowledge|understanding|experience|exp|command|grasp) (?:of|in|with"
    r"|using)(?! \w+ing\b))"
    r"(?:,? (?:and )?|\s+))+(?!(?:with|at|in|of|to)\b)(?=\w)",
    re.IGNORECASE,
)
# What stands behind a requirement and tells only how much it counts.
_END = re.compile(
    r"(?:[\s,;:.!\u2013\u2014-]|\((?:[A-Z](?:/[A-Z])*|essential|desirable|preferred|required"
    r"|in date!?|we pay|optional|ideally|must|min\.?|\d\s?(?:\+\s?)?(?:yrs?|years?))\)"
    r"|\b(?:(?:is|are|would be|will be|highly|very|strongly|a|an|but|not)\s+)*(?:plus|advantage"
    r"|bonus|must|preferred|required|desirable|essential|desired|regarded|welcomed?|handy|nice"
    r"|useful|helpful|asset|of advantage|(?:would|will) (?:really )?help"
    r"|needed|optional|advantageous|beneficial|appreciated)(?: but not (?:essential|required))?"
    r"|\bor (?:similar|equivalent|another|its equivalent|any crm)|\betc|\bobvs lol)+$",
    re.IGNORECASE,
)
# "No drama, please": how one is to behave, and nothing that anybody has.
_CONDUCT = re.compile(
    r"no (?!.*\b(?:record|points|convictions?|criminal|gaps|fear|visible|allerg\w+)\b)",
    re.IGNORECASE,
)
# "Good knowledge of Dentrix (or Eaglesoft)": either is a chip of its own.
_NAMED = r"([A-Z][\w+#.-]*(?: [A-Z][\w+#.-]*)?)"
_EITHER = re.compile(
    r"(?:(?:\w+ ){0,3}(?:[Kk]nowledge|[Ee]xperience|[Ff]amiliarity|[Pp]roficiency|[Ff]luency"
    rf"|[Ss]kills?) (?:of|with|in) )?{_NAMED} \(or {_NAMED}\)"
)
# Of two techniques each is a chip of its own.
_JOINED = re.compile(r"\b(?:and|or)\b|[&/,]")
_MOST_WORDS, _SHORT = 14, 7
# Words that make no requirement of their own beside the name of a skill.
_EMPTY = re.compile(
    r"an?|the|and|or|of|in|with|for|to|as|at|on|by|from|is|are|be|have|your|our|strong|proven|solid"
    r"|hand|demonstrated|excellent|good|great|deep|practical|working|professional|relevant|previous"
    r"|extensive|prior|experience|exp|knowledge|understanding|familiarity|familiar|proficiency"
    r"|proficient|expertise|skill|ability|able|plus|etc|such|using|use|both|similar|tool|technology"
    r"|language|framework|including|like|other|well|modern|required|preferred|essential|desirable"
    r"|must|some|any|one|more|production|commercial|confident|user|fluent|either|ideally|yr|year"
    r"|full|valid|current|clean|in|date|via|w|certification|certificate"
)


def ended(text: str) -> str:
    """Return a requirement without what stands behind it and tells only how much it counts."""
    return _END.sub("", text).strip()


def either_in(requirement: str) -> tuple[str, ...]:
    """Return the two names of a requirement that is met by either; empty where it says more."""
    found = _EITHER.fullmatch(requirement)
    return found.groups() if found else ()


def item_in(line: str) -> str:
    """Return an item without what only leads in, praises or grades; empty when none is left."""
    text = " ".join(line.split())
    if _CONDUCT.match(text):
        return ""
    for pattern in (_END, _BEGIN, _PRAISE, _BEGIN, _END):
        text = pattern.sub("", text).strip()
    if not text or "http" in text or "@" in text or len(text.split()) > _MOST_WORDS:
        return ""
    if all(_EMPTY.fullmatch(word.folded) for word in words_of(text)):
        return ""
    short = shortened(text, LONGEST)
    return short[:1].upper() + short[1:]


def stands_for(item: str, line: str, mentions: list[Mention]) -> bool:
    """Tell whether an item as a whole says more than the skill named in it.

    "CIPD Level 5" does, "experience with Docker" does not; nor does a long one, or one that names
    several skills.
    """
    if not item or len(item.split()) > _SHORT or len(mentions) > 1:
        return False
    if any(one.skill.family in TECHNICAL for one in mentions) and _JOINED.search(line):
        return False
    return any(
        not _EMPTY.fullmatch(word.folded)
        and not any(mention.start <= word.start < mention.end for mention in mentions)
        for word in words_of(line)
    )
