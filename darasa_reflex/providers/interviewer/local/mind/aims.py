"""What a follow-up question aims at, when its words are not one of our templates."""

import re

from darasa_reflex.features.interviews.questions.follow_up import Gap, gap_of

# From the most telling words to the least: the first that fits names the aim.
_AIMS: dict[Gap, str] = {
    Gap.MEASURE: r"measur\w+|numbers?|figures?|percent\w*|metrics?|quantif\w+|size"
    r"|how (?:much|many|large|big|far|often|long|fast)"
    r"|(?:know|tell|sure) (?:that|it|whether|if)",
    Gap.OUTCOME: r"outcomes?|results?|resulted|turn(?:ed)? out|c[ao]me of|came out|end(?:ed)?"
    r"|chang\w+|effects?|impact|different(?:ly)?|differences?|le[ad]d? to|afterwards"
    r"|where did that leave",
    Gap.OWN_PART: r"yourself|yours|you personally|your (?:own|part|role|share|contribution|steps?)"
    r"|(?:did|do|were) you\b|fell to you",
    Gap.CONTEXT: r"situation|context|circumstances?|background|scene|setting|when|where|who"
    r"|le[ad]d? up|at the time",
    Gap.DETAIL: r"more|details?|examples?|steps?|happen\w*|through|look\w*|practice|else|further"
    r"|specific\w*|exactly|how|what",
}
_WORDS = {gap: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for gap, words in _AIMS.items()}


def aims_at(question: str, gap: Gap) -> bool:
    """Whether a question can be meant to fill a gap."""
    return gap in _WORDS and _WORDS[gap].search(question) is not None


def aim_of(text: str) -> Gap | None:
    """Return which gap a sentence probes, in our words or others; None when it is no question."""
    if gap := gap_of(text):
        return gap
    if not text.rstrip().endswith("?"):
        return None
    return next((gap for gap, words in _WORDS.items() if words.search(text)), Gap.DETAIL)
