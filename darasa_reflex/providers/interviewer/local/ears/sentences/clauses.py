"""The clauses of a sentence: its verbs, and which of them depend on what must follow.

Sentences are lists of small words, enclitics like "'s" apart, with commas as the only signs.
"""

import re

from darasa_reflex.features.answers.lexicon.verbs import is_past, is_step
from darasa_reflex.providers.interviewer.local.ears.sentences import word_classes as a

_ENCLITIC = re.compile(r"(?<=\w)('(?:m|re|s|ve|d|ll))\b")
_SIGN = re.compile(r"[^\w\s',]|(?<=\d),(?=\d)")
_OFTEN_OBJECTS = a.SUBJECTS - a.ONLY_SUBJECTS
_BEFORE_SUBJECTS = a.BEFORE_CLAUSES | a.RELATIVES
_BEFORE_NOUNS = a.ARTICLES | a.PREPOSITIONS
_AFTER_VERBS = a.ARTICLES | a.OBJECTS | {"that", "this", "these", "those", "what", "how"}
# A longer rest may hold a verb of which the shape tells nothing: "because people remember it".
_MOST_WITHOUT_VERB = 4
# "When possible" and "if needed" have no verb and are whole.
_ELLIPTIC = frozenset(["possible", "needed", "necessary", "so", "not", "that", "this"])
# They stand for a noun: "because those go wrong".
_PLURALS = frozenset(["these", "those", "some", "both", "all", "many", "most"])
# "Something we built" is described like "the tool we built".
_PRONOUNS = frozenset(["something", "everything", "anything", "nothing"])
_DEGREES = frozenset(["way", "how", "enough", "too"])
_LEAST = 3


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence."""
    lower = sentence.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rstrip(".,!? ")
    return _SIGN.sub(" ", _ENCLITIC.sub(r" \1", lower)).replace(",", " , ").split()


def verbs_of(words: list[str]) -> list[int]:
    """Return where verbs stand that a subject can have, as far as their shape tells."""
    return [at for at in range(len(words)) if _is_finite(words, at)]


def _is_finite(words: list[str], at: int) -> bool:
    word, before = words[at], words[at - 1] if at else ","
    if word in a.FINITE_AUXILIARIES:
        return before != "to"
    if _after_subject(words, at):
        return word not in a.SUBJECTS and not a.is_adverb(word) and word != ","
    if is_past(word):
        return before not in _BEFORE_NOUNS | a.NUMBERS
    after = words[at + 1] if at + 1 < len(words) else ""
    # In the present it stands before an object: "children need a".
    shaped = (word.endswith("s") or is_step(word)) and word not in a.OPENERS
    return shaped and after in _AFTER_VERBS and before not in _BEFORE_NOUNS


def _after_subject(words: list[str], at: int) -> bool:
    while at > 0 and a.is_adverb(words[at - 1]):
        at -= 1
    if at == 0 or words[at - 1] not in a.SUBJECTS:
        return False
    begins = at == 1 or words[at - 2] in _BEFORE_SUBJECTS
    return begins or words[at - 1] not in _OFTEN_OBJECTS


def is_fragment(words: list[str]) -> bool:
    """Whether there is no verb at all, as in "the biggest problem with this"."""
    if not words or words[0] in a.INTERJECTIONS or is_step(words[0]):
        return False
    return len(words) > 1 and not verbs_of(words)


def is_beginning(words: list[str]) -> bool:
    """Whether there is only a place, a time or a subject: "in my last job"."""
    return is_fragment(words) and words[0] in a.PREPOSITIONS | a.KNOWN_ARTICLES


def is_fronted(words: list[str], at: int) -> bool:
    """Whether all before a subject only tells when or where: "in the end we"."""
    first = words[0] in a.PREPOSITIONS | {"eventually", "finally"}
    return first and not verbs_of(words[:at])


def lacks_verb_of_clause(words: list[str]) -> bool:
    """Whether the last clause was opened and has no verb: "because the old database"."""
    begin = max((at + 1 for at in range(len(words)) if _opens(words, at)), default=0)
    rest = words[begin:]
    if begin == 0 or not 0 < len(rest) <= _MOST_WITHOUT_VERB or "," in rest:
        return False
    if any(at >= begin for at in verbs_of(words)):
        return False
    may_be_verb = len(rest) >= _LEAST and rest[-1].endswith("s")
    may_be_verb = may_be_verb or (len(rest) > 1 and rest[0] in _PLURALS)
    return not (may_be_verb or rest[0] in _ELLIPTIC or is_past(rest[0]) or a.is_ing(rest[0]))


def _opens(words: list[str], at: int) -> bool:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in a.OPENERS - {"once"}:
        return after not in {"of", "to", ""}
    if word not in {"so", "but", "that", "which", "who", "once"}:
        return False
    subject = after in (a.ARTICLES - {"another", "every"}) | (a.SUBJECTS - {"it", "you"})
    return subject and (at == 0 or words[at - 1] not in a.PREPOSITIONS)


def lacks_main_clause(words: list[str]) -> bool:
    """Whether all of it depends on what must follow: "when the release went wrong"."""
    words = words[1:] if words[0] in a.COORDINATORS | {"well"} else words
    if len(words) < _LEAST:
        return False
    verbs = verbs_of(words)
    if not _opens_first(words, verbs):
        return _is_described(words, verbs)
    comma = len(words) - words[::-1].index(",") if "," in words else 0
    if comma and len(words) - comma < _LEAST and all(at < comma for at in verbs):
        return True  # "when something breaks, the first thing"
    another = any(word in a.SUBJECTS - {"it"} | {",", "then"} for word in words[_LEAST:])
    return not another and _count_clauses(words, verbs) < 2  # noqa: PLR2004 - it and the main one


def _opens_first(words: list[str], verbs: list[int]) -> bool:
    """Whether a sentence begins with a clause that another one must follow."""
    first, second = words[:2]
    if first in a.OPENERS - {"because", "once", "where"}:
        return second not in a.PREPOSITIONS
    if (first, second) in {("as", "soon"), ("even", "though"), ("once", "i"), ("once", "we")}:
        return True
    if (
        first not in {"after", "before", "since", "once"}
        or not verbs
        or second in _ELLIPTIC | {"then"}
    ):
        return False
    # "After two years we left" has a noun before its subject.
    subject = next((at for at in range(1, len(words)) if words[at] in a.SUBJECTS), 1)
    return subject == 1 or verbs[0] < subject


def _is_described(words: list[str], verbs: list[int]) -> bool:
    """Whether a noun was described and nothing said of it: "the first thing I did"."""
    if words[0] == "what":
        return _count_clauses(words, verbs) < 2  # noqa: PLR2004 - what, and what it equals
    least = 1 if words[0] in {"everything", "people"} else 2
    if words[0] not in a.ARTICLES | {"one", "everything", "something", "people", "that"}:
        return False
    inner = (
        at for at in range(1, len(words)) if words[at] in a.SUBJECTS | {"who", "that", "which"}
    )
    at = next(inner, 0)
    if at < least or "," in words[:at] or any(verb < at for verb in verbs):
        return False
    if words[at - 1] in a.TIMES | a.COORDINATORS | a.PREPOSITIONS | a.OPENERS:
        return False
    return _count_clauses(words, verbs) < 2  # noqa: PLR2004 - the describing one, and its own


def _count_clauses(words: list[str], verbs: list[int]) -> int:
    """Return how many clauses have these verbs: "have been told" is in one."""

    def goes_with_one_before(at: int) -> bool:
        led = any(
            spot in verbs and words[spot] in a.FINITE_AUXILIARIES for spot in (at - 1, at - 2)
        )
        return led and words[at - 1] not in a.SUBJECTS | {","}

    return sum(not goes_with_one_before(at) for at in verbs)


def is_named_before(words: list[str]) -> bool:
    """Whether the object of what follows was named: "what we", "the tool that we"."""
    return any(_names(words, at) for at in range(len(words)))


def _names(words: list[str], at: int) -> bool:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    lead = words[at - 1] if at else ","
    if word == "that":
        says = lead in a.PREPOSITIONS | a.OF_THOUGHTS or is_past(lead)
        return not says and (not after or after in a.SUBJECTS | a.ARTICLES)
    if word in a.RELATIVES:
        # "Which came to" has its subject, and nothing before it that could be an object.
        return word == "what" or not after or not _is_finite(words, at + 1)
    if word in _PRONOUNS | _DEGREES:
        return True
    if word not in a.ONLY_SUBJECTS | {"everybody", "everyone", "somebody", "someone"}:
        return False
    if lead in a.BEFORE_CLAUSES | a.TIMES | {"to"} or is_fronted(words, at):
        return False
    # "I told the manager we wanted" is no such case, and "the tool we wanted" is.
    return not (is_past(lead) or lead in a.FINITE_AUXILIARIES or a.is_adverb(lead))
