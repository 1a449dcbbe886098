"""How something was done, by the words it is told with: care, its absence, shortcuts, conditions.

Measured on interviews of known quality, these words go along with it where grammar does not.
What they tell is only that they were said.
"""

import re
from enum import StrEnum

from darasa_reflex.features.answers import actions, verbs, words
from darasa_reflex.features.answers.words import Sentence, stem


class Manner(StrEnum):
    """A way of telling how something is done."""

    DEED = "something done"
    CARE = "checks"
    OPEN = "asking, telling and writing down"
    CONDITION = "conditions"
    CHANGE = "something done differently since"
    NO_CARE = "checks left out"
    SHORTCUT = "making light of it"
    ABSOLUTE = "always and never"
    HEDGE = "hedges"
    HARM = "hiding, faking or harming"
    OWNED = "owning up"


# What speaks against how something was done.
AGAINST = frozenset({Manner.NO_CARE, Manner.SHORTCUT, Manner.ABSOLUTE, Manner.HEDGE, Manner.HARM})


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'-])(?:" + "|".join(parts) + r")(?![\w'-])")


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
# Verbs of finding out how things are, and of letting others know; what the person does or did.
CARE_VERBS = frozenset(
    stem(verb)
    for verb in words.listed(
        """check recheck doublecheck test retest count recount measure compare weigh verify
        inspect sample taste follow-up match read confirm validate profile benchmark
        monitor trace time audit reproduce observe prove proofread rehearse reconcile
        calibrate simulate examine investigate review look watch notice spot isolate
        split assert log record note track walk try wait repeat query listen ask smell
        feel sort separate label photograph research study interview survey sit"""
    )
) | words.listed("read saw found tried sat")
OPEN_VERBS = frozenset(
    stem(verb)
    for verb in words.listed(
        """ask tell ring phone email inform report escalate raise flag explain show warn
        apologise apologize call listen write document note log record admit own
        suggest propose agree recommend offer help teach train invite discuss thank
        warn correct return refund pay hand visit meet"""
    )
) | words.listed("told rang wrote written spoke said taught met paid showed sat")
CHANGE = _any(
    r"(?:so )?now,? \w+", r"(?:i|we) (?:\w+ ){1,9}now", r"since then", r"these days",
    r"from then on",
    r"from that (?:day|time|point|week|shift)(?: on)?", r"ever since", r"next time", r"differently",
    r"learn(?:ed|t)", r"taught me", r"no longer", r"should have", r"in hindsight", r"looking back",
    r"my (?:own )?(?:mistake|fault)", r"after that,? (?:i|we)", r"i was wrong",
)  # fmt: skip
NO_CARE = _any(
    rf"(?:without|instead of|rather than|skipp?ed|skip|skipping|no need (?:to|for)|needn't|waste "
    rf"(?:of )?time (?:on)?|"
    rf"waste of time) (?:\w+ ){{0,3}}?(?:{_CHECKING}|{_CHECK}|checks?|tests?|asking|measuring|"
    r"a test|a check|permission|telling)",
    rf"(?:didn't|did not|don't|do not|never|hadn't|had not|haven't|isn't|wasn't|weren't|nobody|"
    rf"no one|rarely|"
    rf"wouldn't|not) (?:\w+ ){{0,3}}?(?:{_CHECKED}|{_CHECK}|needed|necessary)",
    r"no (?:time|point|reason) (?:to|in|for) (?:\w+ ){0,2}?(?:check\w*|test\w*|measur\w+|"
    r"count\w*|ask\w*)",
    r"no (?:tests?|checks?|backups?|measurements?|records?)",
    r"(?:didn't|did not|don't|do not|never|not) (?:\w+ )?(?:bother|write|note|document|report|"
    r"tell|ask)(?:ed)?",
)  # fmt: skip
SHORTCUT = _any(
    r"just", r"simply", r"usually", r"basically", r"normally", r"mostly", r"by eye", r"by feel",
    r"from memory", r"roughly", r"somehow", r"whatever", r"(?:good|close|near) enough", r"gut",
    r"guess(?:ed|work)?", r"instinct", r"eyeball(?:ed)?", r"more or less", r"should be fine",
    r"(?:no|not a) big deal", r"as always", r"for the best", r"sort(?:s|ed)? itself out",
)  # fmt: skip
ABSOLUTE = _any(
    r"always", r"never", r"absolutely", r"extremely", r"incredibly", r"hundred percent",
    r"everyone",
    r"everybody", r"passionate", r"key", r"excellence", r"proactive", r"dynamic", r"success\w*",
    r"strong", r"confident", r"experienced", r"every single", r"really",
)  # fmt: skip
CONDITION = _any(
    r"if", r"unless", r"until", r"till", r"depend(?:s|ed|ing) on", r"only (?:when|after|where|"
    r"once|if)",
    r"as long as", r"in case", r"otherwise", r"whenever", r"provided", r"except", r"before",
    r"when (?:i|we|it|they) (?:can't|cannot|could not|couldn't|don't)",
)  # fmt: skip
HEDGE = _any(
    r"maybe", r"perhaps", r"probably", r"possibly", r"i guess", r"i suppose", r"i think",
    r"(?:i'm |i am )?not (?:really |entirely |quite |too )?sure", r"kind of", r"kinda", r"sort of",
    r"sorta", r"somehow", r"hopefully", r"might have", r"may have", r"could have been",
    r"i (?:don't|do not|can't) (?:really |quite )?(?:remember|recall)",
    r"or something(?: like that)?",
    r"more or less", r"i believe", r"i feel like", r"not exactly", r"apparently",
    r"if i remember (?:it |this )?(?:right|correctly|well)", r"or whatever", r"i'm no expert",
)  # fmt: skip
# One's own act of hiding, faking or harming. What it means rules cannot tell: it is told only.
_FAKED = (
    r"hid|hidden|hide|cover(?:ed)? (?:it|that|this|them|up)\b(?: up)?|faked?|forged?|falsified|"
    r"backdated?|fudged|"
    r"lied|lie|made (?:\w+ ){0,2}?up|pretend(?:ed)?|invented|fabricated|cheat(?:ed)?|stole|tricked|"
    r"bribed|pocketed|tampered|mocked up|copied (?:the|his|her|their|someone)|"
    r"(?:alter|chang|delet|wip|shred|edit)ed the (?:\w+ )?(?:record|log|report|figure|number|"
    r"date|result|email|"
    r"message|evidence|history|timestamp|sheet|entry|entries)s?|blamed?|bypass(?:ed)?|sabotaged?|"
    r"signed (?:it |them )?(?:off )?(?:for|as|without)|exported"
)
_UNSEEN = (
    r"(?:would|could|did|will|can|can't|won't)(?:n't| not| never)? (?:ever )?"
    r"(?:notice|see|find|know|ask|tell|trace|misunderstand|complain)"
)
HARM = _any(
    rf"(?:i|we)(?:'ve|'d| have| had)? (?:\w+ ){{0,3}}?(?:{_FAKED})(?! by\b)",
    r"i (?:\w+ ){0,3}?(?:shouted|yelled|screamed|swore) (?:at|on|in)",
    r"i (?:\w+ ){0,2}?(?:slapped|hit|"
    r"shoved|humiliated|mocked|insulted|threatened|bullied|punished|restrained) (?:him|her|them|"
    r"the|a|my)",
    r"(?:until|till) (?:he|she|they) (?:cried|quit|left|gave (?:up|in))",
    r"in front of (?:\w+ )?(?:whole|everyone)",
    r"(?:he|she|they|the \w+) (?:\w+ )?(?:believed (?:me|it|him)|fell for it|never (?:found out|"
    r"noticed|knew))",
    r"(?:turn(?:ed)?|switch(?:ed)?|took|take|taped?|bridged?|disabled?|removed?) (?:\w+ "
    r"){0,3}?(?:alarms?|protection|"
    r"guards?|interlocks?|safety \w+|(?:fraud|security|safety) checks?|detectors?|sensors?)(?: "
    r"(?:off|out))?",
    r"(?:deleted|erased|removed|wiped|moved) (?:his|her|their) \w+", r"sold (?:it|the data|their "
    r"data|customer data)",
    r"(?:told|tell) (?:nobody|no one)", r"(?:didn't|did not|never) (?:tell|told|mention|"
    r"report)(?:ed)? (?:him|her|"
    r"them|anyone|anybody|my|the|it)", r"without (?:telling|asking|informing) (?:\w+ )?(?:anyone|"
    r"anybody|him|her|"
    r"them|my|the|our)", rf"so (?:that )?(?:nobody|no one|they|he|she|the \w+) {_UNSEEN}",
    r"before (?:anyone|anybody|he|she|they|the \w+) (?:could )?(?:noticed?|saw|see|found out|"
    r"find out)",
    r"(?:nobody|no one) (?:ever )?(?:noticed|found out)",
    r"behind (?:his|her|their|my) backs?", r"kept (?:it|that|this) (?:quiet|secret|to myself)",
    r"off the books",
    r"under the (?:table|carpet|rug)", r"no comeback", r"(?:not|wasn't) (?:on|in|under) my name",
    r"wrote (?:down )?that i(?:'d| had)", r"look(?:s|ed)? (?:right|good|better|fine|healthy|real|"
    r"busy) "
    r"(?:on paper|in the|before|for the|so)", r"(?:readings|numbers|figures|results|times) "
    r"(?:\w+ )?that look",
    r"(?:don't|didn't|doesn't) exist", r"the inspectors? (?:was|were) coming",
    r"a little for myself",
    r"(?:put|said|told \w+) (?:it was |that it was )?(?:his|her|their|someone else's) fault",
)  # fmt: skip
# Who owns up to it is not faking any more.
OWNED = _any(
    r"sorry", r"apologi[sz]ed?", r"owned up", r"own up", r"admit(?:ted)?", r"confessed",
    r"ashamed", r"regret\w*",
    r"my (?:own )?(?:fault|mistake|error|responsibility)", r"i was wrong", r"wrong of me",
    r"should(?:n't| not| never)? have",
    r"told (?:him|her|them|my \w+|the \w+) (?:myself|the truth|straight|at once|immediately|what "
    r"i)",
    r"reported (?:it|myself)", r"came clean", r"never again", r"learn(?:ed|t)",
)  # fmt: skip
_ALL = {
    Manner.CONDITION: CONDITION,
    Manner.CHANGE: CHANGE,
    Manner.NO_CARE: NO_CARE,
    Manner.SHORTCUT: SHORTCUT,
    Manner.ABSOLUTE: ABSOLUTE,
    Manner.HEDGE: HEDGE,
    Manner.HARM: HARM,
    Manner.OWNED: OWNED,
}


def manners_of(sentence: Sentence) -> dict[Manner, tuple[str, ...]]:
    """Return the words of each manner in a sentence; of checks, only those that were not denied."""
    text = words.plain(sentence.text)
    found = {
        manner: tuple(hit[0] for hit in pattern.finditer(text)) for manner, pattern in _ALL.items()
    }
    denied = found[Manner.NO_CARE]
    own = () if denied else own_verbs(sentence)
    found[Manner.CARE] = tuple(
        verb for verb in own if stem(verb) in CARE_VERBS or verb in CARE_VERBS
    )
    found[Manner.OPEN] = tuple(
        verb for verb in own if stem(verb) in OPEN_VERBS or verb in OPEN_VERBS
    )
    acts = actions.acts_of(sentence)
    found[Manner.DEED] = (sentence.terms[acts.at or 0],) if acts.own or acts.shared else ()
    return {manner: hits for manner, hits in found.items() if hits}


_I = frozenset({"i", "we", "i've", "we've", "i'd", "we'd", "i'll", "we'll", "i'm", "we're"})
_PERSONS = words.listed(
    """he she they you who nobody anyone people he'd she'd they'd he's she's they're you'd
        you're"""
)
_THINGS = words.listed(
    """it someone everyone everybody one it's that's there's which what that this"""
)
_DETERMINERS = words.listed("the a an my our his her their this that these those every each")
_STARTS = words.listed(
    "and but so because when while if as since then which that until after before"
)
# "I looked after the service", "I look forward to it" are no look at anything.
_NOT_WITH = {stem("look"): frozenset({"after", "forward", "like"})}
_BEFORE_VERBS = (
    _I | _STARTS | verbs.ADVERBS | verbs.MODALS | frozenset({"to", "or", "not", "don't"})
)
_BEFORE_NOUNS = _DETERMINERS - {"that", "this"} | words.listed(
    "of no on at in by with for any some"
)


def own_verbs(sentence: Sentence) -> tuple[str, ...]:
    """Return the verbs whose subject is "I" or "we", or that stand without one at the start."""
    found: list[str] = []
    mine, denied = True, False  # "Rang the doctor, wrote it down."
    before = "and"  # as if the sentence went on with one's own act
    for place, term in enumerate(sentence.terms):
        clause = place == 0 or before in _STARTS
        if term in _I:
            mine, denied = True, False
        elif term in _PERSONS or (clause and term in _THINGS | _DETERMINERS):
            mine = False
        elif term in verbs.NEGATIONS:
            denied = True
        elif mine and not denied and before not in _BEFORE_NOUNS:
            after = sentence.terms[place + 1] if place + 1 < len(sentence.terms) else ""
            if _is_act(term, before, after):
                found.append(term)
        denied = denied and term not in _STARTS
        before = term
    return tuple(found)


def _is_act(term: str, before: str, after: str) -> bool:
    """Tell whether a word is what its subject does: "I check", not "who sells train tickets"."""
    if after in _NOT_WITH.get(stem(term), frozenset()):
        return False
    if verbs.is_past(term):
        return True
    return stem(term) in CARE_VERBS | OPEN_VERBS and before in _BEFORE_VERBS
