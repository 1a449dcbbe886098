"""Wishes of several clauses: "Moment, wie war die Frage noch gleich?".

A text is a wish only where every word of it belongs to one, or says nothing: a single word more may
be the beginning of an answer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from darasa_reflex.features.interviews.mind.locales.intent import Intent

# Longer texts are answers, even where every clause sounds like a wish.
MOST_WORDS = 24
# Where several are wished, what leads furthest is done; what is not here is wished alone.
_FURTHER = (
    Intent.GREETING,
    Intent.READY,
    Intent.DONE,
    Intent.UNKNOWN,
    Intent.WAIT,
    Intent.REPEAT,
    Intent.MEANING,
    Intent.SKIP,
    Intent.END,
)
_SAYS_NO_MORE = frozenset(_FURTHER[: _FURTHER.index(Intent.WAIT)])

# What is asked of the interviewer and of nobody else.
_REQUESTED = frozenset({Intent.WAIT, Intent.REPEAT, Intent.MEANING, Intent.SKIP})
_MOST_WORDS_REQUESTED, _MOST_WORDS_OF_REASON = 18, 8

Rules = Iterable[tuple[Intent, re.Pattern[str]]]


@dataclass(frozen=True, slots=True)
class Asks:
    """How a language asks for something.

    Attributes:
        request: How a clause begins that asks the interviewer.
        reported: Words of somebody who tells what was said.
    """

    request: re.Pattern[str]
    reported: re.Pattern[str]

    @classmethod
    def of(cls, request: str, reported: str) -> "Asks":
        """Return it from its patterns."""
        return cls(re.compile(rf"(?:{request})\b"), re.compile(rf"\b(?:{reported})\b"))


def made_of(words: str, *, with_one_of: str) -> str:
    """Return the pattern of a clause that holds nothing but these words.

    Args:
        words: All that may stand in it, in any order.
        with_one_of: What must stand in it.
    """
    return rf"(?=(?:.* )?(?:{with_one_of})(?: |$))(?:(?:{words})(?: |$))+"


def meant(plain: str, rules: Rules, empty: re.Pattern[str], asks: Asks) -> Intent | None:
    """Return what a text wishes for: by all of its words, or plainly asked; see below."""
    return wished(plain, rules, empty) or requested(plain, rules, empty, asks)


def wished(plain: str, rules: Rules, empty: re.Pattern[str]) -> Intent | None:
    """Return what the clauses of a text wish for; None when it may be an answer.

    Args:
        plain: The text in small letters, without marks.
        rules: What a whole clause says, the most certain first.
        empty: A whole clause that says nothing: courtesy, hesitation, an excuse.
    """
    words, ordered = plain.split(), tuple(rules)
    if not 0 < len(words) <= MOST_WORDS:
        return None
    # By how many words are read: what they wish for, in how few clauses.
    read: list[dict[Intent | None, int]] = [{} for _ in range(len(words) + 1)]
    read[0][None] = 0
    for begin, so_far in enumerate(read[:-1]):
        for end in range(begin + 1, len(words) + 1) if so_far else ():
            _read_on(so_far, " ".join(words[begin:end]), read[end], ordered, empty)
    found = {intent: clauses for intent, clauses in read[-1].items() if intent}
    by_rule = [intent for intent, _ in ordered]
    return min(found, key=lambda one: (found[one], by_rule.index(one)), default=None)


def requested(plain: str, rules: Rules, empty: re.Pattern[str], asks: Asks) -> Intent | None:
    """Return what a text plainly asks the interviewer for, behind a few words of a reason.

    "Ich hab nicht zugehört, wie war die Frage?" None where somebody else may have said it.
    """
    words, ordered = plain.split(), tuple(rules)
    if not 1 < len(words) <= _MOST_WORDS_REQUESTED or asks.reported.search(plain):
        return None
    clauses = (" ".join(words[at:]) for at in range(1, min(len(words), _MOST_WORDS_OF_REASON + 1)))
    wishes = (wished(one, ordered, empty) for one in clauses if asks.request.match(one))
    return next((wish for wish in wishes if wish in _REQUESTED), None)


def _read_on(
    so_far: dict[Intent | None, int],
    clause: str,
    into: dict[Intent | None, int],
    rules: tuple[tuple[Intent, re.Pattern[str]], ...],
    empty: re.Pattern[str],
) -> None:
    meant = [intent for intent, whole in rules if whole.fullmatch(clause)]
    for before, clauses in so_far.items():
        reached: list[tuple[Intent | None, int]] = [
            (both, clauses + 1) for intent in meant if (both := _both(before, intent))
        ]
        if empty.fullmatch(clause):
            reached.append((before, clauses))
        for intent, count in reached:
            into[intent] = min(count, into.get(intent, count))


def _both(before: Intent | None, then: Intent) -> Intent | None:
    """Return what is done where one is wished and then the other; None where that is unclear."""
    if before in {None, then}:
        return then
    if before not in _FURTHER or then not in _FURTHER:
        return None
    if before is Intent.END and then not in _SAYS_NO_MORE:
        # "I want to stop. No, wait." An interview that has ended cannot be taken back.
        return then
    return max(before, then, key=_FURTHER.index)
