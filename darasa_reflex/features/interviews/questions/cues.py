"""What can be told from an answer's words without understanding it.

Cues decide only whether the interviewer asks on; they rate nothing.
"""

import re

_DID = (
    r"built|led|wrote|made|ran|took|set|put|brought|got|gave|told|taught|drew|found|fixed|held"
    r"|kept|met|spoke|spent|sat|sent|sold|chose|began|went|came|dealt|did|cut|drove|broke|learnt"
    r"|rebuilt|rewrote|won|bought|sought|saw|split|read|caught|thought|rang|stood|left|paid|grew"
)
_FEELING = (
    r"(?:wanted|needed|liked|loved|hoped|believed|seemed|used|supposed|interested|worried|tired"
    r"|involved)"
)
_OWN_ACTION = re.compile(
    r"\bi(?:'ve| have| had|'d)? "
    r"(?:\w+ly |also |then |first |just |even |did |actually )*"
    rf"(?!{_FEELING}\b)(?:{_DID}|[a-z]{{2,}}ed)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:as a result|in the end|outcome|result(?:s|ed)?|led to|which meant|so that|reduc\w+"
    r"|increas\w+"
    r"|improv\w+|sav(?:ed|ing)|grew|went (?:up|down|from|well|live)|dropped|fell|rose|doubled"
    r"|halved|cut"
    r"|faster|fewer|less than|more than|deliver\w+|launch\w+|shipped|released|complet\w+|achiev\w+"
    r"|succeed\w+|success\w*|passed|won|worked(?: out)?|solved|fixed|fail\w*|did(?:n't| not) "
    r"(?:work|finish)"
    r"|on time|in time|ended up|since then|afterwards|finally|eventually|now (?:we|they|it)"
    r"|happy|calmed|thanked|agreed|accepted|stayed|recovered|resolved)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|percent|per cent|half"
    r"|double[ds]?"
    r"|halved|tripled|dozens?|a third|a quarter)\b",
    re.IGNORECASE,
)
_SITUATION = re.compile(
    r"\b(?:when|while|during|last (?:year|month|week|summer|winter|term|job)|at (?:my|our|the|a"
    r"|an) \w+"
    r"|in (?:my|our|19\d\d|20\d\d)|back (?:in|then|when)|there was|we (?:had|were)|(?:our|my"
    r"|the|a) (?:\w+ )?"
    r"(?:team|company|client|customer|project|class|ward|shift|manager|boss|patient|school|shop"
    r"|site"
    r"|university|employer|firm|department)|ago|once|one (?:day|time)|before|after|because)\b",
    re.IGNORECASE,
)


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def has_own_action(text: str) -> bool:
    """Whether the speaker says what they did themselves."""
    return _OWN_ACTION.search(text.replace("\u2019", "'")) is not None


def has_result(text: str) -> bool:
    """Whether something is said of how it ended."""
    return _RESULT.search(text.replace("\u2019", "'")) is not None


def has_number(text: str) -> bool:
    """Whether a quantity is named, in digits or words."""
    return _NUMBER.search(text) is not None


def has_situation(text: str) -> bool:
    """Whether it is said when, where or with whom it happened."""
    return _SITUATION.search(text) is not None
