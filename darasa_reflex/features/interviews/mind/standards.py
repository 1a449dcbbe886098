"""What a sentence of a language model must meet before the interviewer says it.

In doubt it is not said: a template is always there, and costs nothing but variety.
"""

import re

from rapidfuzz import fuzz

from darasa_reflex.features.interviews.engines.phrasing import Draft
from darasa_reflex.features.interviews.mind.heard.aims import aims_at
from darasa_reflex.features.interviews.questions.follow_up import FollowUp
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded

_MOST_WORDS = 25
_MOST_LETTERS = 200
_SPOKEN = re.compile(r"(?:[\w\s,;:.'\u2019\"\u201c\u201d()/%&+\u2013\u2014-]|(?<=\w)#)+[.?!]")
_ADDRESS = re.compile(r"\w://|\bwww\.|\S@\S|\w\.\w{2,}/|\.(?:com|org|net|io)\b", re.IGNORECASE)
_JUDGING = re.compile(
    r"\b(?:good|great|excellent|nice\w*|perfect\w*|wonderful\w*|fantastic|amazing|awesome|brilliant"
    r"|superb|outstanding|exceptional\w*|remarkable|impress\w+|strong\w*|solid\w*|weak\w*|poor\w*"
    r"|bad\w*|better|best|worse|worst|correct\w*|incorrect\w*|wrong\w*|right answer|interesting\w*"
    r"|clever\w*|smart\w*|insightful|thoughtful\w*|valuable|clear\w*|vague\w*|unclear|well done"
    r"|well (?:said|put|handled|explained)|congratulat\w+|proud|love[ds]?|like (?:that|how|your)"
    r"|admir\w+|appreciate how|commendable|effective\w*|shows? (?:that|your|you|a)"
    r"|demonstrate[ds]?|disappoint\w+|unfortunate\w*|fail(?:s|ed)? to|lack(?:s|ed|ing)?|hired?"
    r"|rating|scored?|points|sounds like|(?:you(?:'re| are)|that(?:'s| is)|exactly) right)\b",
    re.IGNORECASE,
)
_TEACHING = re.compile(
    r"\b(?:should|could have|would have been|next time|try to|tips?|advice|advise|suggest\w*"
    r"|recommend\w*|remember to|make sure|in an interview|interviewers?|ideally)\b",
    re.IGNORECASE,
)
_OUT_OF_ROLE = re.compile(
    r"\b(?:i(?:'m|\u2019m| am) (?:a|an|the|your|not)|here(?:'s|\u2019s| is| are)|ai|language model"
    r"|assistant|chatbot|instructions?|prompts?|json|material|jokes?|poems?|happy to|glad to|sure"
    r"|candidates?|applicants?|we|our|us)\b",
    re.IGNORECASE,
)
# A question or a task without its mark.
_ASKING = re.compile(
    r"\b(?:tell me|describe|walk me|take me|talk me|give me|share|explain|let me know|please"
    r"|(?:can|could|would|will) you|next question|i(?:'d| would)? (?:want|like) to)\b",
    re.IGNORECASE,
)
_TWO_AT_ONCE = re.compile(
    r"(?<=\w),? (?:and|or|also)[, ]+(?:then )?(?:what|how|why|who|when|where|which|did|was|were"
    r"|could|can)\b",
    re.IGNORECASE,
)
_TURNED_TO_THEM = re.compile(
    r"\b(?:you|your|yours|yourself|thanks?|that|this|it|okay|see|understood)\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
# Words that say nothing by themselves: with them alone a sentence is neutral.
_NEUTRAL = frozenset(
    folded(
        "thank thanks okay see understood right alright noted hear heard follow taking take took "
        "walking through telling tell told giving gave give sharing shared share describing "
        "described explaining explained mentioned mention said brought spoke talked with about "
        "into from that this those these there them they their then than what when where which "
        "while have having been being were your yours yourself you also just some more part work "
        "worked working time step steps situation question answer answers example moment picture "
        "how did does exactly detail details outcome result results measure measured number "
        "numbers effect impact change changed happen happened after before during first "
        "large much many long often roughly even came come ended turned left things role "
        "contribution personally involved people scene context look looked practice"
    )
)
_STEM = 4
_MOST_NEW = 1 / 3
# Two questions nearer than this are the same one.
_SAME = 85


def may_be_worded(told: str) -> bool:
    """Whether an answer may be given to a model at all."""
    return bool(told.strip()) and not looks_like_instruction(told)


def may_be_said(sentence: str, draft: Draft) -> bool:
    """Whether a sentence may be said in place of the bridge, or of the follow-up if it asks."""
    if len(sentence) > _MOST_LETTERS or not 1 < len(sentence.split()) <= _MOST_WORDS:
        return False
    if not _SPOKEN.fullmatch(sentence) or _ADDRESS.search(sentence):
        return False
    if any(bad.search(sentence) for bad in (_JUDGING, _TEACHING, _OUT_OF_ROLE)):
        return False
    if not _is_grounded(sentence, draft):
        return False
    return _asks(sentence, draft) if "?" in sentence else _takes_in(sentence)


def _takes_in(sentence: str) -> bool:
    """Whether a sentence without a question mark asks nothing and turns to the candidate."""
    return not _ASKING.search(sentence) and _TURNED_TO_THEM.search(sentence) is not None


def _asks(sentence: str, draft: Draft) -> bool:
    """Whether a sentence asks what the follow-up asks, and that alone."""
    follow_up = draft.follow_up
    if follow_up is None or sentence.count("?") > 1 or not sentence.endswith("?"):
        return False
    if _TWO_AT_ONCE.search(sentence) or not _means(sentence, follow_up):
        return False
    planned = (f"{q.text}\n{q.again}" for q in draft.brief.plan.questions)
    texts = (text for both in planned for text in both.split("\n") if text)
    return all(fuzz.token_sort_ratio(sentence, text) < _SAME for text in texts)


def _means(sentence: str, follow_up: FollowUp) -> bool:
    return sentence == follow_up.text or aims_at(sentence, follow_up.aim)


def _is_grounded(sentence: str, draft: Draft) -> bool:
    """Whether a sentence speaks of what was told, so that it can be no other text."""
    follow_up = draft.follow_up.text if draft.follow_up else ""
    known = (draft.told, draft.question, draft.bridge, follow_up, draft.brief.user_name)
    source = " ".join(known)
    if not set(_DIGITS.findall(sentence)) <= set(_DIGITS.findall(source)):
        return False
    own = _weighty(source)
    words = [word for word in folded(sentence) if len(word) >= _STEM and word not in _NEUTRAL]
    new = [word for word in words if word[:_STEM] not in own]
    return len(new) <= len(words) * _MOST_NEW


def _weighty(text: str) -> set[str]:
    return {word[:_STEM] for word in folded(text) if len(word) >= _STEM}
