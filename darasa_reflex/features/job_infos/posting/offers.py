"""What a posting offers and what it does not ask for: neither is a requirement."""

import re

_PER = r"(?:\s?(?:/|per|an|a|p)\s?-?(?:h(?:ou)?r?|hour|day|week|month|year|annum|a)\b|\s?p\.?a\b)"
_OFFER = re.compile(
    rf"""\b(?:equal\ opportunit\w+|regardless\ of|reasonable\ (?:accommodation|adjustment)|we\ offer
    |(?:company|nhs|government|workplace|teachers?'?|generous|good)\ pension|pension\ scheme
    |annual\ leave|\d+\ days?'?\ (?:of\ )?(?:\w+\ )?(?:holidays?|leave|vacation|off)
    |\d+\ weeks?'?\ (?:holiday|leave|off)|per\ annum|(?:competitive|excellent|good)\ (?:salary|pay)
    |salary\ (?:to|from|of|range)|401\s?\(?k\)?|403\s?\(?b\)?|stock\ options
    |(?:dental|health|medical|life|vision)\ (?:insurance|cover|plan)|medical/dental|perks
    |cover\ letter|(?:share|forward|send)\ (?:\w+\ ){{0,3}}(?:cvs?|r[eé]sum[eé]s?)
    |tuition\ (?:reimbursement|assistance|fees)|apply\ (?:now|by|today|online|here)
    |(?:parental|study|maternity)\ leave|background\ check|(?:annual|signing|sign-on)\ bonus
    |(?:staff|team)\ (?:discount|meals?|biscuits|laptop)|bonus\ scheme|profit\ share
    |free\ (?:parking|tea|coffee|meals?|bus|lunch|gym|drinks?|entry)|weekly\ pay|paid\ breaks
    |cycle\ to\ work|hybrid\ working|home\ office\ (?:budget|allowance)|gym\ membership
    |blue\ light\ card|well-?being\ day|birthday\ off|on-?call\ paid|market\ (?:rate|standards)
    |company\ (?:car|van|truck|laptop)|dog-friendly|visa\ sponsorship|offer\ sponsorship
    |we\ (?:pay|can(?:'t|not)\ offer)|we(?:'ll|\ will)\ (?:train|teach|pay|give|provide)
    |you(?:'ll|\ will)?\ (?:get|receive)|tips\ (?:in\ full|shared)|immediate\ joiners?
    |days?\ ago)\b
    | [£$€₦₹]\s?\d[\d,.]*\s?k?(?:\s?(?:-|\u2013|to)\s?[£$€₦₹]?\d[\d,.]*k?)?(?:{_PER}|\ \+)
    | \b(?:from|to|up\ to|ote|earn\w*|pay\w*|ctc)\s[£$€₦₹]?\d[\d,.]*\s?k\b
    | \bclosing\ date\b | \b(?:dm|message|text|e-?mail|ring|call)\ (?:me|us)\b
    | \bday\ rate\b | ^(?:fully\ )?(?:remote|hybrid|on-?site)\ (?:with|in|from|or|working)\b
    | ^confidential:
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Words of the trade in one job ("pension", "dental"), a benefit where an item says nothing else.
_WHOLE = re.compile(
    r"(?:(?:uncapped|free|great|paid|company|staff|generous|private|the usual) )*(?:pension|canteen"
    r"|gym|dental|laptop|macbook|pto|rtt|bonus|commission|parking|equity|hmo|tips|holidays?|super"
    r"|offsites?|full[- ]time|part[- ]time|permanent|temp to perm|ppa(?: at home)?|drinks"
    r"|benefits)[.!]?",
    re.IGNORECASE,
)
# "You do not need Java": what is named there is not asked for, to the end of the thought.
_NOT_NEEDED = re.compile(
    r"\b(?:do|does|will|wo|don|doesn|needn)(?:['\u2019]t| ?not|n['\u2019]t)"
    r" (?:need|require|have to|expect)\b"
    r"|\bneed(?:n['\u2019]t| not)\b|\bwithout (?:any )?(?:prior |previous )?experience\b",
    re.IGNORECASE,
)
_NONE_NEEDED = re.compile(
    r"\bno (?:[\w-]+ ){1,4}?(?:is |are )?(?:needed|required|necessary)\b"
    r"|\bnot (?:needed|required|necessary)\b|\bno \w+ please\b",
    re.IGNORECASE,
)
_THOUGHT = re.compile(r"\bbut\b|;", re.IGNORECASE)


def is_offered(text: str) -> bool:
    """Tell whether a sentence or item speaks of pay, benefits, law or how to apply."""
    said = text.replace("\u2019", "'").strip()
    return _OFFER.search(said) is not None or _WHOLE.fullmatch(said) is not None


def without_unasked(sentence: str) -> str:
    """Return a sentence without the thoughts that say what is not asked for."""
    if _NOT_NEEDED.search(sentence):
        thoughts = _THOUGHT.split(sentence)
        return "; ".join(one.strip() for one in thoughts if not _NOT_NEEDED.search(one))
    if _NONE_NEEDED.search(sentence):
        items = sentence.split(",")
        return ",".join(one for one in items if not _NONE_NEEDED.search(one)).strip()
    return sentence
