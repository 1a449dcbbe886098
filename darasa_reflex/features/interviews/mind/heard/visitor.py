"""The candidate's own questions: honest answers of a program that knows the job's text alone."""

import re

_AUX = r"(?:is|are|do|does|did|can|could|would|will|should|has|have|was|were)"
_QUESTION = re.compile(
    r"^(?:(?:and|so|well|yes|yeah|okay|ok|sure|um+|uh+|actually|thanks|thank you|i guess|maybe"
    r"|first|also)[, ]+)*"
    rf"(?:(?:what|how|who|why|which)(?:'s|(?: \w+){{0,3}}? {_AUX})\b|(?:when|where) {_AUX} (?!i\b)"
    rf"|{_AUX} (?:you|there|the|it|this|that|i|we|they|people)\b)"
    r"|\b(?:tell me|i(?: would|'d) like to (?:know|ask)|i(?: was|'m| am) wondering|i wonder"
    r"|my question|i wanted to ask|i'm curious|one question|want to (?:know|ask))\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^(?:(?:um+|uh+|well|okay|ok|oh|hmm+|i think|thanks|thank you|sorry)[, ]+)*"
    r"(?:no|nope|nah|none|nothing|not (?:really|now|at the moment|today)|i'm (?:good|fine|all "
    r"set)|i am (?:good|fine)"
    r"|that's (?:all|it)|i (?:don't|do not|have no|haven't)|all (?:good|clear|set))\b",
    re.IGNORECASE,
)
_ANSWERS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(words, re.IGNORECASE), answers)
    for words, answers in (
        (
            r"\b(?:how (?:did|was|am) (?:i|my)|feedback|did i (?:do|pass)"
            r"|(?:rate|score|judge) (?:me|my)"
            r"|my (?:answers?|score|result|performance)|i (?:pass|improve))\b",
            (
                "I do not judge during the interview.",
                "Your feedback is on the page that follows.",
            ),
        ),
        (
            r"\b(?:are you|you a|your name|human|robot|real person|an ai|who made)\b",
            ("I am a computer program that holds practice interviews.",),
        ),
        (
            r"\b(?:next steps?|hear (?:back|from)|after this|process|when will|decision)\b",
            (
                "This is practice, so there is no decision after it.",
                "You will find the transcript and your feedback on the next page.",
            ),
        ),
        (
            r"\b(?:salary|pay|benefits|holiday|remote|hours|overtime|office|visa|relocat\w+"
            r"|bonus|contract)\b",
            (
                "I am a practice interviewer, so I do not know the conditions of this job.",
                "That would be one for the real interview.",
            ),
        ),
    )
)
_GENERAL = (
    (
        "I am a practice interviewer, so I cannot know that about the company.",
        "Please keep it for the real interview.",
    ),
    (
        "That I cannot know, since I only practise with you.",
        "The people who work there can tell you.",
    ),
)
_FOREIGN = (
    "I understand only English well enough to reply to questions.",
    "Please keep it for the real interview.",
)
INVITATIONS = (
    "Is there another question you have?",
    "What else would you like to ask?",
    "Would you like to ask anything else?",
)


def is_question(text: str, *, foreign: bool = False) -> bool:
    """Whether the candidate asks something.

    Of words in another language only the question mark is read.
    """
    if foreign:
        return "?" in text
    plain = text.strip().replace("\u2019", "'")
    if _NO.match(plain) and "?" not in plain:
        return False
    return "?" in plain or _QUESTION.search(plain) is not None


def reply_to(text: str, served: int, *, foreign: bool = False) -> tuple[str, ...]:
    """Return an honest answer.

    Args:
        text: The question.
        served: How many were answered before.
        foreign: It is not in English.
    """
    if foreign:
        return _FOREIGN
    for words, answer in _ANSWERS:
        if words.search(text):
            return answer
    return _GENERAL[min(served, len(_GENERAL) - 1)]
