"""Whether the words so far can be all of an answer, read from how they end.

Engines close every stretch of speech with a full stop, wherever the speaker paused. So a stop tells
little, and the words before it tell more: after "a large" a noun must follow, after "and then we
built" whatever was built. And the question tells how much is expected.
"""

import re
from enum import Enum

from darasa_reflex.features.answers.lexicon.verbs import is_past
from darasa_reflex.providers.interviewer.local.ears.sentences import clauses, last_words
from darasa_reflex.providers.interviewer.local.ears.sentences import word_classes as a
from darasa_reflex.providers.interviewer.local.ears.sentences.expectation import (
    IN_FEW_WORDS,
    Expected,
)
from darasa_reflex.providers.interviewer.local.ears.sentences.never_last import (
    NEVER_LAST,
    SELDOM_LAST,
)

_THINKS = (",", "-", "\N{EN DASH}", "\N{EM DASH}", "…", "...", ":")
_LOOKS_FOR_A_WORD = re.compile(
    r"\b(?:what(?:'s| is| was) (?:it|he|she|that|the) (?:called|name|word)|how (?:do|shall|should"
    r"|can) (?:i|you) (?:say|put)(?: it| that)?|let's say|i mean|you know|as i said)$"
)
# Adjectives that stand before a noun and never for one, as "best" and "other" do.
_NOUNS = (
    r"(?!\w*(?:table|cable|variable|executive|objective|alternative|initiative|perspective|motive"
    r"|representative|incentive|narrative|archive|drive|five|dive)$)"
)
_DESCRIBES = (
    r"(?:large|big|small|huge|tiny|great|good|bad|nice|simple|complex|whole|entire|certain"
    r"|different|separate|single|major|minor|short|slow|main|common|similar|long|proper|full"
    r"|extra|quick|hard|easy|difficult|strange|funny|local|former|previous"
    rf"|{_NOUNS}\w{{3,}}(?:able|ible|ful|less|ous|ical|ive|istic))"
)
_DESCRIBES_ONE = rf"(?:{_DESCRIBES}|new|old|young|real|current|next|same|first)"
_DEGREE = r"(?:very|really|quite|rather|pretty|too|more|most|less|completely|totally|extremely)"
_SO_MANY = r"(?:two|three|four|five|six|seven|eight|nine|hundred|thousand|\d)"
_ABOUT_SO_MANY = rf"\b(?:about|around|nearly|almost|roughly) {_SO_MANY}$"
_MUST_GO_ON = re.compile(
    rf"\b(?:an?|my|our|your|their|its|every) (?:{_DEGREE} )?{_DESCRIBES_ONE}$"
    rf"|\bthe (?:{_DEGREE} )?{_DESCRIBES}$|(?<!\bat ){_ABOUT_SO_MANY}"
    r"|\b(?:such as|in order|in front|in terms|in addition|how to)$"
)
_LINK = r"(?:and|but|or|so|because|then|if|when|while|although)"
_WHO = r"(?:i|we|they|he|she|it|you)"
_LAST_WORD = (
    r"(?:too|really|actually|mainly|mostly|though|then|please|thanks|basically|right|yes|no|okay"
    r"|again|anyway|honestly|probably|maybe|instead|also|together|myself|for|of|in|so|at|as|not"
    r"|both|every|each|always|never|ever|included|me|us|him|nor|one|now|a|next|done|last"
    r"|nobody|sorry|the|every\w+)"
)
_MAY_GO_ON = re.compile(
    r"\bfor (?:example|instance)$|, so$"
    # Of a list the last is told by "and".
    rf"|, (?!(?:{_LINK}|{_WHO}|{_LAST_WORD})\b)\w+(?: (?!{_LAST_WORD}\b)\w+)?$"
)
_MUST = (
    last_words.lacks_noun,
    last_words.lacks_verb,
    last_words.lacks_predicate,
    last_words.lacks_complement,
    clauses.lacks_verb_of_clause,
)
_MAY = (
    last_words.may_lack_noun,
    last_words.may_lack_verb,
    last_words.lacks_object,
    last_words.lacks_thought,
    last_words.lacks_second_object,
    last_words.lacks_other_half,
    last_words.announces,
    clauses.lacks_main_clause,
)
# "Up to four storeys I am": so ends what echoes a question.
_ECHOES = a.FINITE_AUXILIARIES - a.ENCLITICS - {"'s"}
_THEY_ACT = re.compile(r"\b(?:i|we)\b", re.IGNORECASE)
# With these an act is told to its end.
_TELLS_MORE = a.PREPOSITIONS | a.TIMES | {"myself", "again", "together", "too", "anyway", "back"}
_LONGEST_SUBJECT, _LONGEST_OBJECT = 3, 4
# Words of half a sentence, of what is more than a short answer, and of what may be a whole story.
_SHORT, _FEW, _SOME = 5, 8, 25
_PARTS = re.compile(r"(?<=[.!?])\s+")
_LAST_CHARACTERS = 40


class Ending(Enum):
    """How the words of an answer end.

    Nobody can have meant to stop there; they can be all and rarely are; they are whole, and few for
    what was asked; they are a short answer to a short question; or nothing speaks against them.
    """

    OPEN = "open"
    HALF = "half"
    BEGUN = "begun"
    ANSWERED = "answered"
    WHOLE = "whole"


def must_go_on(text: str, language: str) -> bool:
    """Whether nobody can have meant to stop after the last word, whatever is before it.

    Args:
        text: An answer, not empty.
        language: What it is in, as in ISO 639-1.
    """
    last = text.rsplit(maxsplit=1)[-1].casefold()
    if last.endswith(_THINKS) or last in SELDOM_LAST.get(language, ()):
        return True
    *before, word = clauses.words_of(text[-_LAST_CHARACTERS:]) or ("",)
    alone = before[-2:-1] in (["so"], ["nor"], ["neither"]) or before[-1:] == ["a"]
    return word in NEVER_LAST.get(language, ()) and not alone


def ending_of(text: str, expected: Expected | None) -> Ending:
    """Return how an answer in English ends, given what was expected; None: nobody knows."""
    sentence = _PARTS.split(text.strip())[-1]
    words, length = clauses.words_of(sentence), len(text.split())
    if not words:
        return Ending.WHOLE
    in_few = expected in IN_FEW_WORDS and length < _FEW
    if _must_go_on(words) and not (in_few and words[-1] in _ECHOES):
        return Ending.OPEN
    whole = Ending.ANSWERED if expected and length < _FEW else Ending.WHOLE
    if sentence.endswith("?"):
        return whole
    half = _may_go_on(words, expected, length) or _is_scene(text, expected, length)
    if half and not in_few:
        return Ending.HALF
    return Ending.BEGUN if expected and _is_begun(words, expected, length) else whole


def _must_go_on(words: list[str]) -> bool:
    """Whether the last sentence lacks what must follow, although a full stop stands there."""
    text = _plainly(words)
    if _LOOKS_FOR_A_WORD.search(text) or _MUST_GO_ON.search(text):
        return True
    return any(rule(words) for rule in _MUST)


def _may_go_on(words: list[str], expected: Expected | None, length: int) -> bool:
    """Whether it is half a sentence, or lacks an object."""
    is_list = _MAY_GO_ON.search(_plainly(words)) and (len(words) > _SHORT or "," not in words)
    if is_list and expected not in IN_FEW_WORDS and clauses.verbs_of(words):
        return True
    if any(rule(words) for rule in _MAY):
        return True
    if expected is None:
        begun = len(words) >= _SHORT and words[0] in a.ARTICLES
        return begun and length <= _SOME and clauses.is_fragment(words)
    if expected is Expected.STORY and length <= _SOME and clauses.is_fragment(words):
        return "," not in words
    return length > len(words) and clauses.is_beginning(words)


def _is_scene(text: str, expected: Expected | None, length: int) -> bool:
    """Whether it is what a story begins with, in which the speaker does nothing yet."""
    told = expected in {None, Expected.STORY} and _FEW <= length <= _SOME
    return told and not _THEY_ACT.search(text)


def _is_begun(words: list[str], expected: Expected, length: int) -> bool:
    """Whether few answers of that length to such a question are over."""
    match expected:
        case Expected.STORY if length < _SOME:
            return True
        case Expected.ACCOUNT if length < _FEW:
            return not clauses.is_fragment(words) and len(words) > 1
        case Expected.ACCOUNT | Expected.EXPLANATION | Expected.YES_OR_NO if _FEW <= length < _SOME:
            return True
        case _:
            return length >= _FEW and _is_bare_act(words)


def _is_bare_act(words: list[str]) -> bool:
    """Whether the last clause tells an act and neither when, where, how nor why."""
    links = {",", "and", "but", "so"}
    begin = max((at + 1 for at, word in enumerate(words) if word in links), default=0)
    clause = [word for word in words[begin:] if word != "then"]
    verb = next((at for at, word in enumerate(clause) if is_past(word)), 0)
    if not 0 < verb <= _LONGEST_SUBJECT or clause[0] not in a.SUBJECTS | a.ARTICLES:
        return False
    if clause[verb] in a.FINITE_AUXILIARIES | {"called", "named"}:
        return False
    told = clause[verb + 1 :]
    return len(told) <= _LONGEST_OBJECT and not _TELLS_MORE & set(told)


def _plainly(words: list[str]) -> str:
    """Return words as text, enclitics and commas where they belong."""
    return re.sub(r" (?='(?:m|re|s|ve|d|ll)\b|,)", "", " ".join(words))
