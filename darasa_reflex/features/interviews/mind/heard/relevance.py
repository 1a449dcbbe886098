"""Telling a story about something else from an answer; when in doubt, it is an answer."""

import re

from darasa_reflex.features.answers import reading, words
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.answers.words import stem
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion
from darasa_reflex.features.job_infos.lexicon import folded
from darasa_reflex.features.job_infos.mentions import mentions_in

_FEWEST_WORDS = 8
# Shorter words are in every text.
_WEIGHTY = 5
_WORK = re.compile(
    r"\b(?:we|our|us|work\w*|jobs?|teams?|colleagues?|co-?workers?|managers?|boss(?:es)?"
    r"|customers?|clients?"
    r"|users?|patients?|pupils?|students?|class(?:es)?|projects?|tasks?|deadlines?|company"
    r"|companies|business"
    r"|office|shifts?|site|meetings?|reports?|plans?|problems?|solutions?|decisions?|learn\w*"
    r"|help\w*|train\w*"
    r"|responsib\w*|experience\w*|skills?|process\w*|systems?|data|code|design\w*|test\w*"
    r"|risks?|quality|safety"
    r"|communicat\w*|listen\w*|explain\w*|people|person|someone|everyone|should|would|first"
    r"|always|usually"
    r"|us(?:e|ed|ing)|important|because|stress|pressure|mistakes?|feedback|goals?|results?|school|university"
    r"|course)\b",
    re.IGNORECASE,
)
# Asked what they do, people say what they do: "I stop, doors closed until it is safe".
_ASKS_DOING = re.compile(r"\b(?:do|would|will) you\b", re.IGNORECASE)
_DOING = re.compile(
    r"^(?:(?:well|so|um+|uh+|okay|ok|first(?:ly| of all)?|in that case)[, ]+)*"
    r"i(?:'d| would|'ll| will)? (?:(?:always|usually|never|just|then|first) )*"
    r"(?!(?:like|love|hate|prefer|eat|drink|watch|play|think|want|live|am|was|have|had)\b)[a-z]+\b",
    re.IGNORECASE,
)
# What comes in between at home, told as it is now.
_THEIRS = (
    r"(?:cat|dog|puppy|kids?|son|daughter|baby|toddler|wife|husband|boyfriend|girlfriend|mum|mom|mother"
    r"|dad|father|brother|sister|gran|grandma|grandpa|landlord|landlady|flatmate|roommate"
    r"|neighbou?rs?|car|flat|boiler|roof)"
)
_AT_HOME = re.compile(
    rf"\b(?:my|our) (?:\w+ )?(?P<whose>{_THEIRS})(?:'s|'re| is| are| has| have| just| keeps?"
    rf"| needs?"
    r"| wants?| won't| got)\b|\b(?:the )?(?P<weather>weather)(?:'s| is| has been) (?!why|what)\w+"
    r"|\bit(?:'s| is) (?:\w+ ){0,2}(?:hot|cold|freezing|raining|snowing|pouring|sunny|humid)"
    r" (?:\w+ ){0,2}?(?:here|outside|today|in my (?:room|flat|house))\b",
    re.IGNORECASE,
)
_GIVES_A_REASON = re.compile(
    r"\b(?:so (?:i|we|you|they|he|she|it|that|the|my)|because|since"
    r"|that's (?:why|how)|which is why|for (?:him|her|them))\b",
    re.IGNORECASE,
)
_MOST_WORDS_BESIDE = 20
_TROUBLE = re.compile(
    r"\b(?:sick|ill|unwell|hospital|a&e|emergency room|died|dying|passed away|funeral|accident"
    r"|missing|crying|surgery|operated)\b",
    re.IGNORECASE,
)


def tells_of_home(text: str, question: PlannedQuestion, *, asked: str) -> bool:
    """Whether a short text tells only what comes in between at home, and no word of what is asked.

    Args:
        text: The reply to a follow-up, or to the question.
        question: The open question.
        asked: All that was told and asked at it, and what the job is.
    """
    plain = words.signed(words.plain(text))
    home = _home_in(plain)
    if question.section not in {"behavioural", "role"} or home is None:
        return False
    if words.count(text) > _MOST_WORDS_BESIDE:
        return False
    told = reading.read(text).parts.keys() & {Part.ACTION, Part.SHARED, Part.STEP}
    if told or _WORK.search(plain) or mentions_in(text):
        return False
    what = {stem(one) for one in home.groupdict().values() if one}
    return what.isdisjoint(stem(one) for one in words.words(asked))


def tells_of_trouble(text: str) -> bool:
    """Whether what comes in between at home is nothing that one leaves aside at once."""
    plain = words.signed(words.plain(text))
    return _home_in(plain) is not None and _TROUBLE.search(plain) is not None


def _home_in(plain: str) -> re.Match[str] | None:
    """Return what is told of home; None where it is the reason of something else."""
    return None if _GIVES_A_REASON.search(plain) else _AT_HOME.search(plain)


def is_beside_the_point(text: str, question: PlannedQuestion) -> bool:
    """Whether a text has nothing to do with the question or with any work at all."""
    if question.section not in {"behavioural", "role"} or words.count(text) < _FEWEST_WORDS:
        return False
    # A story often begins with when and where, before anybody does anything.
    told = reading.read(text).parts.keys() & {Part.ACTION, Part.SHARED, Part.SITUATION}
    if told or _WORK.search(text) or mentions_in(text):
        return False
    if _ASKS_DOING.search(f"{question.text} {question.again}") and _DOING.match(text.strip()):
        return False
    asked = {word for word in folded(f"{question.text} {question.again}") if len(word) >= _WEIGHTY}
    return asked.isdisjoint(folded(text))
