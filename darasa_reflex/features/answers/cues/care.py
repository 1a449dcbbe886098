"""Words of finding out, of letting others know, of stopping, and of leaving checks out."""

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.cues.phrase import any_of
from darasa_reflex.features.answers.words import stem

_AGAIN = r"(?:re-?|double-?|cross-?|spot-?)?"
_CHECKED = (
    rf"{_AGAIN}(?:checked|tested|counted|measured|compared|weighed|verified|inspected|sampled|"
    "tasted|probed|matched|read)"
)
_CHECK = (
    rf"{_AGAIN}(?:check|test|count|measure|compare|weigh|verify|inspect|sample|taste|follow-up|"
    "match|read)"
)
_CHECKING = (
    rf"{_AGAIN}(?:checking|testing|counting|measuring|comparing|weighing|verifying|"
    "inspecting|reading)"
)


def _verbs(stems: str, forms: str) -> frozenset[str]:
    return frozenset(map(stem, words.listed(stems))) | words.listed(forms)


# Verbs of finding out how things are, of letting others know, and of stopping instead of going on;
# what the person does or did. Irregular forms stand apart.
CARE_VERBS = _verbs(
    """check recheck doublecheck test retest count recount measure compare weigh verify inspect
    sample taste follow-up match read confirm validate profile benchmark monitor trace audit
    reproduce observe prove proofread rehearse reconcile calibrate simulate examine investigate
    review watch notice isolate split assert log record note track walk wait repeat query listen
    ask smell feel separate label photograph research interview survey look see find work figure
    try time film draw probe shadow""",
    "read saw found tried looked sat",
)
OPEN_VERBS = _verbs(
    """ask tell ring phone email inform report escalate raise flag explain show warn apologise
    apologize call listen write document note log record admit suggest propose agree recommend
    offer teach invite discuss thank correct return refund pay meet""",
    "told rang wrote written spoke said taught met paid showed sat talked",
)
STOP_VERBS = _verbs(
    "stop cancel pull refuse postpone quarantine withdraw swap replace undo",
    "withdrew stopped cancelled pulled refused",
)
# "The method did not tell her" is about the method.
_BY_SPEAKER = r"(?:(?:i|we|you|one) (?:\w+ )?|^|(?<=[,;:.-] )(?:and |but |so )?)"
NO_CARE = any_of(
    rf"(?:without|instead of|rather than|skipp?ed|skip|skipping|no need (?:to|for)|needn't|waste "
    rf"(?:of )?time (?:on)?|waste of time) (?:\w+ ){{0,3}}?(?:{_CHECKING}|{_CHECK}|checks?|tests?|"
    r"asking|measuring|a test|a check|permission|telling)",
    # "Don't check it there, or it restarts" is told to others.
    rf"(?<!they )(?<!he )(?<!she )(?!(?<!.)(?:don't|do not) )"
    rf"(?:didn't|did not|don't|do not|never|hadn't|had not|haven't|isn't|wasn't|weren't|nobody|"
    rf"no one|rarely|wouldn't|not) (?:\w+ ){{0,3}}?(?!match)(?:{_CHECKED}|{_CHECK}|needed|"
    rf"necessary)",
    r"no (?:time|point|reason) (?:to|in|for) (?:\w+ ){0,2}?(?:check\w*|test\w*|measur\w+|"
    r"count\w*|ask\w*)",
    r"no (?:tests?|checks?|backups?|measurements?|records?)",
    rf"{_BY_SPEAKER}(?:didn't|did not|don't|do not|never|not) (?!an? |the )(?:\w+ )?"
    # "I don't ask leading questions" leaves no check out.
    r"(?:bother|write|note|document|report|tell|ask)(?:ed)?"
    r"(?=\W*$| ?[,.;:!?]| (?:it|that|this|them|him|her|me|us|any\w*|every\w*|much|down|up|about"
    r"|the|my|our|to|for|with|because|since|and|or|so|but|when|if|first|before|until|then|either|at)\b)",
)  # fmt: skip
