"""What a follow-up question aims at, when its words are not one of our templates."""

import re

from darasa_reflex.features.interviews.questions.follow_up import Aim, known_aim

# From the most telling words to the least: the first that fits names the aim.
_AIMS: dict[Aim, str] = {
    Aim.MEASURE: r"measur\w+|numbers?|figures?|percent\w*|metrics?|quantif\w+|size"
    r"|how (?:much|many|large|big|far|often|long|fast)"
    r"|(?:know|tell|sure) (?:that|it|whether|if)",
    Aim.OUTCOME: r"outcomes?|results?|resulted|turn(?:ed)? out|c[ao]me of|came out|end(?:ed)?"
    r"|chang\w+|effects?|impact|different(?:ly)?|differences?|le[ad]d? to|afterwards"
    r"|where did that leave",
    Aim.OWN_PART: r"yourself|yours|you personally|your (?:own|part|role|share|contribution|steps?)"
    r"|(?:did|do|were) you\b|fell to you",
    Aim.CONTEXT: r"situation|context|circumstances?|background|scene|setting|when|where|who"
    r"|le[ad]d? up|at the time",
    Aim.DETAIL: r"more|details?|examples?|steps?|happen\w*|through|look\w*|practice|else|further"
    r"|specific\w*|exactly|how|what",
}
_WORDS = {aim: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for aim, words in _AIMS.items()}


def aim_of(text: str) -> Aim | None:
    """Return which aim a sentence has, in our words or others; None when it is no question."""
    if aim := known_aim(text):
        return aim
    if not text.rstrip().endswith("?"):
        return None
    return next((aim for aim, words in _WORDS.items() if words.search(text)), Aim.DETAIL)
