"""Telling text that speaks to a language model from text that speaks of a job."""

import re

_SIGNS = re.compile(
    r"""
    \b(?:ignore|disregard|forget|override|bypass)\b.{0,40}
        \b(?:instructions?|rules?|prompts?|rubrics?|guidelines|above|previous|prior|everything)\b
    | \b(?:system|hidden|secret|initial)\s+(?:prompt|message|instructions?)\b
    | \byou\s+are\s+(?:now|no\s+longer)\b
    | \b(?:act|behave|respond|answer|reply|pretend)\s+(?:only\s+)?
        (?:as\s+(?:if|an?\s+ai)|with\s+["'\u201c]|only)\b
    | \b(?:as|you\s+are)\s+an?\s+
        (?:ai|llm|large\s+language\s+model|language\s+model|(?:helpful|virtual|ai)\s+assistant|chatbot)\b
    | \b(?:give|award|assign|rate|score|grade)\b.{0,50}
        (?:\b(?:10|ten|100|full|top|maximum|highest|perfect)\b
        |\b(?:candidate|applicant|answers?)\b.{0,20}\b(?:high|best)\b)
    | \b(?:new|following|these)\s+instructions?\s*(?::|are\b|override)
    | \b(?:reveal|print|repeat|output|show)\b.{0,30}
        \b(?:prompt|instructions?|api\s+keys?|secrets?)\b
    | \bsay\s+(?:that\s+)?["'\u201c]
    | \bdo\s+not\s+(?:ask|tell|reveal|mention)\b.{0,40}\b(?:candidate|questions?|user|anyone)\b
    | <\s*/?\s*(?:system|script|instructions?|prompt)\b | \[/?inst\] | <\|
    | ^\s*(?:system|assistant|user|developer)\s*:
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


# Every sign has one of these: a quick look that spares most lines the slow one.
_HINTS = (
    *("ignore", "disregard", "forget", "override", "bypass", "instruction", "prompt", "message"),
    *("you are", "act ", "behave", "respond", "answer", "reply", "pretend", "assistant", "chatbot"),
    *("llm", "language", " ai", "give", "award", "assign", "rate", "score", "grade", "reveal"),
    *("say", "do not", "secret", "key", "<", "[", "system", "user", "developer"),
)


def looks_like_instruction(text: str) -> bool:
    """Whether a text reads like orders to a model.

    Such text is kept as it is, but never spoken and never shown as a skill.
    """
    lower = " ".join(text.lower().split())
    return any(hint in lower for hint in _HINTS) and _SIGNS.search(text) is not None
