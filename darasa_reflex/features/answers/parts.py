"""The parts of an answer: what is found of them by words, and the sentence it stands in.

Rules find words, not meaning. What is not found may be there all the same; pages must say so.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from darasa_reflex.features.answers import actions, verbs, words
from darasa_reflex.features.answers.words import Sentence


class Part(StrEnum):
    """A part that an answer may have."""

    SITUATION = "situation"
    ACTION = "own action"
    SHARED = "action of a group"
    STEP = "step or plan"
    REASON = "reason"
    RESULT = "result"
    REFLECTION = "reflection"
    NUMBER = "number"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'])(?:" + "|".join(parts) + r")(?![\w])")


_SITUATION = _any(
    r"when", r"while", r"during", r"(?:last|this|one|that|the other) (?:year|month|week|summer|"
    r"winter|spring|"
    r"autumn|term|job|time|day|night|morning|evening|afternoon|shift|weekend|monday|tuesday|"
    r"wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|quarter|season)",
    r"(?:on|in|at|for|with|to|from|by|of) (?:my|our|the|a|an|one|this|that) \w+",
    r"(?:in|by|since|until|over|that|one) (?:spring|summer|autumn|winter|easter|christmas|lent|"
    r"may)",
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"19\d\d|20\d\d)", r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day", r"back (?:in|then|when)",
    r"there (?:was|were)", r"(?:i|we) (?:had|were|was|have had|am|work|worked)", r"ago", r"once",
    r"(?:our|my|the|a|an|one) (?!result)(?:\w+ ){1,3}?(?:was|were|had|came|wanted|started|kept|"
    r"went|got|called|"
    r"broke|failed|complained|asked|said|did|needed|refused|would)",
)  # fmt: skip
_REASON = _any(
    r"because", r"so that", r"in order to", r"instead of", r"rather than", r"trade-?offs?",
    r"(?:the|my|one|a|main) reason", r"therefore", r"(?:which|that) is why", r"that's why",
    r"to avoid",
    r"to make sure", r"to be (?:sure|safe|fair|certain)", r"to keep", r"to prevent", r"to save",
    r"to stop",
    r"to protect", r"due to", r"given (?:that|the|how)", r"since (?:it|they|the|he|she|i|we|there|"
    r"nobody|no one|this|that|my|our|a|you|most|every\w*)",
    r"as (?:the|it|they|he|she|there|i|we|this) \w+", r"so (?:i|we|it|they|he|she|the|nobody|"
    r"people|"
    r"everyone|that)", r"otherwise", r"depend(?:s|ed|ing) on", r"to (?:see|find out|check) "
    r"(?:if|whether|how|what|where|why)", r"which meant", r"(?:i|we) (?:wanted|needed|thought|"
    r"figured|"
    r"knew|believed|felt|feared|worried|suspected|realised|realized|noticed|saw)", r"in case",
    r"for fear",
    r"the (?:point|idea|thinking|logic|aim|goal|trouble|problem|risk|cause) (?:was|is|being)",
    r"not to", r"if (?:i|we|it|they|the|you|he|she|one|someone|nobody|that|this|there)",
    r"for the sake",
    r"thanks to", r"why", r"means (?:that|the|we|it|you|i)", r"would have", r"might", r"could have",
)  # fmt: skip
_RESULT = _any(
    r"as a result", r"(?:in|at) the end", r"(?:the )?(?:outcome|result|effect|upshot)s?",
    r"resulted in",
    r"led to", r"which meant", r"reduc\w+", r"increas\w+", r"improv\w+", r"sav(?:ed|ing)", r"grew",
    r"drop(?:ped|s)", r"fell", r"rose", r"doubled", r"tripled", r"halved",
    r"went (?:up|down|from|well|live|"
    r"fine|back|out|through|home|wrong|smoothly|better|quiet|better)",
    r"came (?:back|down|out|through|in)",
    r"faster", r"fewer", r"shorter", r"cheaper", r"calmer", r"less than", r"more than",
    r"deliver\w+", r"launch\w+",
    r"shipped", r"released", r"complet\w+", r"finish\w+", r"achiev\w+", r"succe\w+",
    r"pass(?:ed)?", r"won",
    r"works?", r"worked(?: out)?", r"solved", r"fixed", r"fail(?:ed|ure)", r"on time", r"in time",
    r"within (?:\w+ ){1,3}(?:seconds?|minutes?|hours?|days?|weeks?|months?|budget)",
    r"ended(?: up)?",
    r"turned out", r"(?:ever )?since", r"after(?:wards| that| this)", r"from then on",
    r"finally", r"eventually",
    r"now", r"today", r"still", r"no longer", r"happy", r"happier", r"pleased", r"relieved",
    r"calmed", r"thanked",
    r"agreed", r"accepted", r"stayed", r"recovered", r"resolved", r"renewed", r"signed",
    r"apologi[sz]ed",
    r"adopted", r"approved", r"stopped", r"prevented", r"caught", r"avoided", r"closed", r"lost",
    r"missed",
    r"cancel+ed", r"refused", r"rejected", r"quit", r"left", r"paid", r"cost", r"took",
    r"it (?:was|did|is)",
    r"none of", r"nothing", r"nobody", r"no one", r"zero", r"never (?:\w+ )?again",
    r"not (?:a|one) single",
    r"made (?:the|a|all the) difference", r"(?:the )?(?:next|following|same) (?:day|morning|week|"
    r"month|"
    r"year|shift|audit|term|time|release|quarter|evening|night)", r"(?:a|one|two|three|four|five|"
    r"six|\w+) "
    r"(?:minutes?|hours?|days?|weeks?|months?|years?) later", r"by (?:the end|then|half|noon|"
    r"evening|monday|"
    r"friday|january|june|easter|christmas|six|five|four|three|two|ten)",
    r"without (?:\w+ ){0,2}?(?:loss|"
    r"outage|incidents?|complaints?|errors?|delays?|problems?|downtime)",
    r"from (?:\w+ ){1,4}to \w+",
)  # fmt: skip
_REFLECTION = _any(
    r"learn(?:ed|t)?", r"taught me", r"in hindsight", r"looking back", r"next time", r"differently",
    r"(?:would|i'd) (?:\w+ )?(?:have )?(?:do|done|start|started|involve|involved|ask|asked|tell|"
    r"told|call|"
    r"called|test|tested|check|checked|write|written|bring|brought) \w+ (?:\w+ )?(?:earlier|"
    r"sooner|first|"
    r"before|again)", r"(?:i|we) (?:\w+ )?(?:realised|realized|understood|regret\w*)",
    r"my (?:own )?"
    r"(?:mistake|fault|error)", r"(?:i|we) (?:should|could) have", r"(?:should|ought to) have",
    r"lesson",
    r"(?:since|from) (?:then|that \w+)(?: on)?,? (?:i|we)", r"what i took", r"takeaway",
    r"(?:so )?now,? (?:i|we)",
    r"(?:i|we) (?:now|always|never|no longer) \w+", r"(?:i|we) (?:\w+ ){1,9}now",
    r"these days,? (?:i|we)",
    r"from (?:that|then|this|there) (?:on|day|time|point|moment|week|year)",
    r"(?:i've|i have|i had) (?:\w+ )?understood", r"i'd (?:tell|advise|say)",
    r"i would (?:tell|advise)",
    r"(?:that|this|it) comes from", r"what (?:stuck|stayed) with me", r"since then",
    r"changed my mind", r"than (?:i|we) (?:thought|believed|expected|knew)",
    r"if i (?:did|had|could|were)", r"nowadays", r"i'?(?:ve| have) (?:since|never|always|stopped|"
    r"started|kept|made it)", r"ever since", r"i (?:still )?(?:think about|remember) (?:that|"
    r"it)", r"i wish",
    r"(?:it|that) (?:showed|shows|reminded|made|changed) me", r"i would (?:never|not|no longer|"
    r"always)",
    r"i (?:was|had been) (?:wrong|too \w+)", r"too (?:late|long|hard|soon|quickly|fast|early|much)",
)  # fmt: skip
_WORDS_FOR_NUMBERS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    r"thousands?|millions?|billions?|percent|per cent|zero|half|twice|doubled?|halved|tripled?|"
    r"dozens?|thirds?|"
    r"quarters?|fifths?|tenths?"
)
NUMBER = re.compile(
    rf"(?<![\w.])(?:[$€£]\s?)?\d[\d.,]*(?:\s?%|(?:st|nd|rd|th)\b)?|"
    rf"(?<![\w'])(?:{_WORDS_FOR_NUMBERS})(?:[- ](?:and )?(?:{_WORDS_FOR_NUMBERS}|one)\b)*(?![\w'])"
)
_NOT_DONE = frozenset({"didn't", "wasn't", "weren't", "couldn't", "wouldn't", "hadn't"})
_BY_ME = re.compile(r"(?<![\w'])by (?:me|myself|my own hands?)(?![\w'])")
# What others do because of it, as a habit: "they thank me for that".
_EFFECT = re.compile(
    r"(?<![\w'])(?:they|he|she|it|people|everyone|most|most of them|nobody|the \w+|that|this)(?: "
    r"\w+ly| also|"
    r" always| usually| often| then)? (?:thanks?|likes?|trusts?|comes?|stays?|knows?|agrees?|"
    r"sleeps?|eats?|"
    r"calms?|stops?|works?|goes|drops?|helps?|saves?|keeps?|makes?|means?|gives?|gets?|finds?|"
    r"sees?|asks?|"
    r"needs?|runs?|lasts?|holds?|shows?|takes?|leaves?|forgets?|remembers?|laughs?|listens?|"
    r"learns?)(?![\w'])"
)
# After these a clause tells of something else than what came of an act.
_ASIDE = words.listed("because when while who whom whose where as since if whether although though")
_JOINTS = frozenset({"and", "so", "but", "which", "then", "until", "that"})


# A result in these words has a size that can be asked for.
_SIZE = _any(
    r"reduc\w+", r"increas\w+", r"improv\w+", r"sav(?:ed|ing)\w*", r"grew", r"dropp?\w*",
    r"fell", r"rose",
    r"doubled", r"tripled", r"halved", r"cut", r"faster", r"slower", r"quicker", r"fewer",
    r"shorter", r"cheaper",
    r"less than", r"more than", r"lower\w*", r"higher", r"raised", r"boosted",
    r"went (?:up|down)", r"deliver\w*",
    r"launch\w*", r"shipped", r"released", r"sales", r"revenue", r"costs?", r"budget",
    r"errors?", r"bugs?",
    r"complaints", r"waste", r"speed", r"users", r"visitors", r"rates?", r"traffic", r"load",
    r"stock",
    r"targets?", r"outages?", r"incidents", r"downtime", r"throughput", r"attendance",
    r"scores?", r"successful\w*",
)  # fmt: skip


def has_size(sentence: Sentence) -> bool:
    """Tell whether a sentence tells of something that can be counted or measured."""
    return bool(_SIZE.search(words.plain(sentence.text)))


def parts_of(sentences: Sequence[Sentence]) -> Mapping[Part, Sentence]:
    """Return the parts found in an answer, each with the sentence that shows it best."""
    found: dict[Part, Sentence] = {}
    acted = False
    for sentence in sentences:
        text = words.plain(sentence.text)
        acts = actions.acts_of(sentence)
        learned = bool(_REFLECTION.search(text)) and _is_personal(sentence)
        told = {
            Part.SITUATION: bool(_SITUATION.search(text)) or (not acted and _sets_scene(sentence)),
            Part.ACTION: acts.own or bool(_BY_ME.search(text)),
            Part.SHARED: acts.shared,
            Part.STEP: acts.steps or acts.own,
            Part.REASON: bool(_REASON.search(text)),
            Part.REFLECTION: learned,
            Part.NUMBER: bool(NUMBER.search(text)),
        }
        for part, there in told.items():
            if there:
                found.setdefault(part, sentence)
        # The last one, since what came of it stands at the end; but what was learned is no result.
        better = Part.RESULT not in found or not learned
        if better and _tells_outcome(sentence, text, acts, acted=acted):
            found[Part.RESULT] = sentence
        acted = acted or acts.own or acts.shared or acts.steps
    return found


def _sets_scene(sentence: Sentence) -> bool:
    """Tell whether somebody or something else than "I" did or was something."""
    return any(map(_is_past, sentence.terms)) and not _is_personal_deed(sentence)


def _is_past(term: str) -> bool:
    return verbs.is_past(term) or term in _NOT_DONE


def _tells_outcome(sentence: Sentence, text: str, acts: actions.Acts, *, acted: bool) -> bool:
    """Tell whether a sentence says what came of something.

    Args:
        sentence: What was said.
        text: The same in plain letters.
        acts: What is done in it.
        acted: Whether something was done in an earlier sentence.
    """
    past = any(map(_is_past, sentence.terms))
    if acts.at is not None and _sets_off(sentence.terms, acts.at):
        return True
    if _RESULT.search(text) and (past or acted):
        return True
    others = past and not _is_personal_deed(sentence)
    return acted and (others or bool(_EFFECT.search(text)))


def _is_personal_deed(sentence: Sentence) -> bool:
    """Tell whether "I" or "we" comes before the first verb in the past."""
    for term in sentence.terms:
        if term in {"i", "we", "i've", "i'd", "we'd", "we've"}:
            return True
        if _is_past(term):
            return False
    return True


def _sets_off(terms: tuple[str, ...], act: int) -> bool:
    """Tell whether an act is followed by what others did: "I told them and they fixed it"."""
    for place in range(act + 1, len(terms) - 1):
        if terms[place] not in _JOINTS or terms[place + 1] in {"i", "we", "then"} | _ASIDE:
            continue
        clause = terms[place + 1 : place + 8]
        told = next((n for n, term in enumerate(clause) if verbs.is_past(term)), None)
        if told and not {"i", "we"} & set(clause[:told]):
            return True
    return False


def _is_personal(sentence: Sentence) -> bool:
    mine = {"i", "i've", "i'd", "i'm", "i'll", "we", "me", "my", "us", "our", "we've", "we'd"}
    return bool(mine & set(sentence.terms))
