"""What an answer has told in any case: in doubt it is not asked for again.

The reader of answers (`features/answers`) finds what counts for a report. Here the other mistake is
the worse one: whoever is asked for what they have just said feels that nobody listens.
"""

import re
from collections.abc import Iterator

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.lexicon import verbs
from darasa_reflex.features.interviews.questions.follow_up import Aim

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_CLAUSE = re.compile(r",? (?:and|so|but|then|until|which) |, ")
_MINE = frozenset({"i", "i've", "i'd", "i'm"})
_OURS = _MINE | {"we", "we've", "we'd"}
_SUBJECTS = words.listed(
    """we they he she it nobody everybody everyone people most none all both the a an my our this
        that these those there after since now today nothing no every each his her their"""
)
# Whatever they do, it is what came of it.
_WHOEVER = frozenset({"nobody", "everybody", "everyone"})
_BEING = frozenset({"was", "were", "had", "been", "thought", "felt", "knew", "wanted"})
_NO_DEED = _BEING | words.listed(
    """am have think feel know want like love hope need believe guess mean suppose wish prefer
        understand see hear remember did do"""
)
_IS = frozenset({"is", "are", "has", "have", "comes", "does", "do", "runs", "works", "takes"})
_WORD = re.compile(r"[\w']+")
# How far behind "I" its verb may stand.
_NEAR = 5
_NO_MORE = re.compile(
    r"\b(?:(?:not|nothing|no|never) (?:really )?(?:much |any )?(?:more|else|number|figure)\b"
    r"|(?:not|\w+n't) (?:really )?(?:put|have|know|remember|recall|say|count|think of)"
    r"(?: (?:a|any|that|it))?"
    r"|hard to (?:say|put|tell|count)|that(?:'s| is| was) (?:all|it|everything|about it))\b",
    re.IGNORECASE,
)
_BARE_NO = re.compile(
    r"\W*(?:no|nope|none|nothing|not really|no idea)\b(?:\W+\w+){0,4}\W*", re.IGNORECASE
)
_LONGEST_NO = 14
_TOLD = re.compile(
    r"\bi(?:'ve| have)? (?:just|already) (?:told you|said|explained|answered|covered) "
    r"(?:that|this|it|the question)\b",
    re.IGNORECASE,
)


def told_in(text: str) -> frozenset[Aim]:
    """Return what somebody who listens would not ask for any more."""
    sentences = [_words(sentence) for sentence in _SENTENCE.split(text) if sentence.strip()]
    found: set[Aim] = set()
    acted = next((at for at, terms in enumerate(sentences) if _acts(terms)), None)
    if acted is not None:
        found.add(Aim.OWN_PART)
        after = [*_clauses(_SENTENCE.split(text)[acted]), *_later(text, acted)]
        if any(map(_is_of_others, after)):
            found.add(Aim.OUTCOME)
    if any(terms and terms[0] not in _OURS for terms in sentences):
        found.add(Aim.CONTEXT)
    return frozenset(found)


def says_no_more(reply: str) -> bool:
    """Whether a reply to a follow-up says that there is nothing to say to it."""
    if _BARE_NO.fullmatch(reply):
        return True
    return len(reply.split()) <= _LONGEST_NO and _NO_MORE.search(reply) is not None


def says_it_was_told(reply: str) -> bool:
    """Whether a reply says that the answer was given before: "I just told you that"."""
    return len(reply.split()) <= _LONGEST_NO and _TOLD.search(reply) is not None


def _words(text: str) -> list[str]:
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(text)]


def _acts(terms: list[str]) -> bool:
    """Whether "I" has done something."""
    for at, word in enumerate(terms):
        if word in _MINE:
            near = terms[at + 1 : at + 1 + _NEAR]
            if any(verbs.is_past(one) and one not in _BEING for one in near):
                return True
            # Told in the present, as those do for whom English is new.
            does = next((one for one in near if one not in verbs.ADVERBS), "")
            if word == "i" and does and does not in _NO_DEED | verbs.MODALS | verbs.NEGATIONS:
                return True
    return False


def _clauses(sentence: str) -> Iterator[list[str]]:
    """Yield what follows the first clause of a sentence."""
    for clause in _CLAUSE.split(sentence)[1:]:
        yield _words(clause)


def _later(text: str, acted: int) -> Iterator[list[str]]:
    """Yield the clauses of the sentences after an act."""
    for sentence in _SENTENCE.split(text)[acted + 1 :]:
        yield from map(_words, _CLAUSE.split(sentence))


def _is_of_others(terms: list[str]) -> bool:
    """Whether something or somebody else than "I" did or was something."""
    if not terms or terms[0] not in _SUBJECTS:
        return False
    whoever = terms[0] in _WHOEVER
    return whoever or any(verbs.is_past(word) or word in _IS for word in terms[1:])
