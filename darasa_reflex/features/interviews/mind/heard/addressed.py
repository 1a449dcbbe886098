"""Whether a text speaks to the interviewer, though no rule knows what it asks for.

"You've lost me there. Good what?" is in no list of wishes, and plainly no answer either. Who may
have asked for something is asked what it is, instead of being thanked for an answer.
"""

import re

from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.heard import intents
from darasa_reflex.features.interviews.mind.locales import listening
from darasa_reflex.features.interviews.mind.locales.address import Address
from darasa_reflex.features.interviews.mind.locales.catalogue import listening_of
from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

# Longer texts tell something, whatever they ask beside it.
_MOST_WORDS = 20
# So many words before the last sentence were an answer, with a question behind it.
_AN_ANSWER = 9
_AN_INTERJECTION = 3


_CAN = r"(?:can|could|would|will|may|shall)"
_ENGLISH = Address.of(
    # "How can we" and "so could I" need not be to us.
    asks=r"(?<!\bso )(?<!\bhow )(?<!\bwhat )(?<!\bwhen )(?<!\bwhere )(?<!\bwhich )"
    rf"{_CAN} (?:you|we|i|this|that|it)|let's|lets (?:go|move|do|skip|try|leave|stop|start)"
    r"|let me|if (?:you|we) (?:can|could|would)|what was (?:that|it|the question)$"
    r"|please$|what (?:you|you're|you are) (?:mean|after|want|asking|said|asked)(?: by \w+)?$"
    r"|(?:not|n't) (?:\w+ )?(?:with|follow|hear|understand) you"
    r"|(?:too \w+|above|beyond|over) (?:for me|my level|me|my head)"
    r"|(?:got to|gotta|have to|need to) (?:dash|run|shoot|(?:go|leave)(?: now)?$)",
    begins=r"(?:is|are|was|were|am|do|does|did|have|has|can|could|would|will|may|might|shall"
    r"|should)(?:n't)? (?:you|we|i|it|this|that|there|any(?:thing|one|body)?|all)"
    r"|(?:test|grill|ask|quiz|drill|give|try) me"
    r"|(?:what|which|how|why|where|who)(?:'s|'re| is| are| was| were| do| does| did| would| will)"
    r"|i (?:only|just|barely|hardly) (?:caught|heard|got)|speak up|slow down|rewind|please"
    # What the interviewer does, or did to who speaks.
    r"|you(?:'ve| have)? (?:just |sort of |kind of )?(?:lost|cut|skipped|missed|said|asked|keep"
    r"|broke|gone)|you(?:'re| are) (?!(?:always|never|often|usually|only|just|on|in)\b)"
    r"(?!.*\byou (?:have|need|can)\b)",
    reported=r"(?<!you )(?<!just )(?:said|says|saying|asked|asks|tells?|told|telling|shout\w*"
    r"|replied|answered|thought|wrote)|(?<!can )(?<!could )(?<!may )(?<!might )(?<!before )"
    r"i(?:'d| would|'ll)?(?: always| just| usually| then| often)? (?:say|ask|tell|go|shout)"
    r"|(?:he|she|they|we|people|everybody|everyone|customers?|clients?)(?:'d| would| will|'ll)?"
    r"(?: \w+){0,3} (?:say|ask)"
    # Nobody is to answer: "who wouldn't?", "isn't it?".
    r"|(?:who|why) (?:\w+n't|not)(?: \w+)?$|(?:\w+n't (?:it|he|she|they|you|we|i)|right|you know"
    r"|i mean)$",
)
_QUOTES = re.compile(r"\b(?:asks?|asked|says?|said|questions?)\b", re.IGNORECASE)


def speaks_to_us(text: str, *, language: str = ENGLISH) -> bool:
    """Whether a text that is no known wish asks the interviewer for something.

    Args:
        text: What the candidate said or typed.
        language: What they answer in, as in ISO 639-1; no other is read than those with rules.
    """
    if not 0 < len(text.split()) <= _MOST_WORDS:
        return False
    *told, _ = sentences_in(text) or ("",)
    if len(" ".join(told).split()) >= _AN_ANSWER:
        return False
    rules = listening_of(language)
    if rules is None and language != ENGLISH:
        return False
    address = rules.address if rules else _ENGLISH
    plain = listening.plainly(text) if rules else intents.plainly(text)
    if address.reported.search(plain):
        return False
    asked = text.rstrip().endswith("?") or address.asks.search(plain)
    begun = rules.bare(_begun(text)) if rules else intents.bare(_begun(text))
    return bool(asked or address.begins.match(begun))


def _begun(text: str) -> str:
    """Return a text without what says nothing at its beginning: "Whoa whoa", "Sorry love"."""
    clauses = [one for one in re.split(r"[,.;:!?]+", text) if one.strip()]
    while len(clauses) > 1 and len(clauses[0].split()) <= _AN_INTERJECTION:
        del clauses[0]
    return ", ".join(clauses)


def quotes_others(question: str) -> bool:
    """Whether a question may be answered with words that others say: "What do customers ask?"."""
    return _QUOTES.search(question) is not None
