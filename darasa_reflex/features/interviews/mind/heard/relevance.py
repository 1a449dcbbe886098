"""Telling a story about something else from an answer; when in doubt, it is an answer."""

import re

from darasa_reflex.features.answers import reading, words
from darasa_reflex.features.answers.parts import Part
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
