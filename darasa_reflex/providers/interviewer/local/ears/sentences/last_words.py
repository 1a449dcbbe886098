"""What the last words of a sentence still ask for, by rules with names.

Sentences are as in `clauses`.
"""

from darasa_reflex.features.answers.lexicon.verbs import is_past, is_step
from darasa_reflex.providers.interviewer.local.ears.sentences import word_classes as a
from darasa_reflex.providers.interviewer.local.ears.sentences.clauses import (
    is_fronted,
    is_named_before,
    verbs_of,
)

_LEAST, _FAR = 4, 7
_AND_SO_ON = a.BEFORE_CLAUSES - {"that"} - a.OPENERS | {"because", "to"}
_PAIRS = (("either", "or"), ("between", "and"), ("neither", "nor"))
_NEAR = 4
# "It was 2019, I think" ends with them.
_TAGS = frozenset(["think", "guess", "suppose", "believe", "say", "hope", "remember", "know"])
_FEW = frozenset(["two", "three", "four", "five", "several", "some", "few", "couple", "main"])
_NO_OBJECT = a.INTRANSITIVE | a.AUXILIARIES
_ALWAYS_BEFORE_NOUNS = frozenset(["of", "at", "from", "into", "between", "during"])
# With them words of time stand alone: "I had never done it before", "a week after".
_OF_PERFECT = a.TIMES | frozenset(
    ["have", "has", "had", "'ve", "'d", "never", "ever", "haven't", "hasn't", "hadn't", "not"]
)
# With them the verb of the last auxiliary was said before: "as fast as I could".
_COMPARED = frozenset(["as", "than", "like", "whether", "way", "all", "best", "most", "where"])
_REPLIED = frozenset(
    ["because", "if", "when", "before", "until", "unless", "never", "ever", "not", "think", "hope"]
)
_DO = frozenset(["do", "does", "did", "didn't"])
_SEQUENCE = frozenset(["then", "so", "first", "now", "also", "next", "second", "finally", "later"])
_DEGREES = frozenset(["really", "very", "quite", "just", "only", "more", "pretty", "rather", "too"])


def lacks_noun(words: list[str]) -> bool:
    """Whether a preposition stands last of which the noun was not said before: "mainly in"."""
    last, before = words[-1], _before(words)
    if last not in a.PREPOSITIONS | a.ABOUT or _is_stranded(words):
        return False
    if last in a.OF_TIME or before == ",":
        return False
    if last in a.PARTICLES:
        return (a.is_adverb(before) and before != "so") or before in a.NUMBERS
    return len(words) >= _LEAST or last in _ALWAYS_BEFORE_NOUNS


def may_lack_noun(words: list[str]) -> bool:
    """Whether the preposition that stands last may have a noun to come: "the servers on"."""
    before = _before(words)
    if len(words) < _LEAST or _is_stranded(words):
        return False
    if words[-1] in a.OF_TIME:
        return before not in a.PREPOSITIONS | a.NUMBERS | {"and", "or"} and not (
            _OF_PERFECT & set(words)
        )
    if words[-1] not in a.PARTICLES:
        return False
    verb = is_past(before) or is_step(before) or a.is_ing(before)
    return not verb and before not in a.OBJECTS | {"so", "later", "early", "all", "else"}


def _is_stranded(words: list[str]) -> bool:
    """Whether its noun was said before: "the people I worked with", "easy to work with"."""
    easy_to = len(words) > _LEAST and words[-3] == "to" and not is_past(words[-4])
    return easy_to or is_named_before(words[:-1])


def lacks_verb(words: list[str]) -> bool:
    """Whether a subject or an auxiliary stands last: "and still lose the room if you"."""
    last = words[-1]
    if last in a.ENCLITICS:
        return True
    if last in a.SUBJECTS:
        leads = a.OPENERS | {"so", "but", "that", "which", "what", "how", "more", "less"}
        return _before(words) in leads
    return _lacks_main_verb(words) and "," not in words[-_FAR:]


def may_lack_verb(words: list[str]) -> bool:
    """Whether an auxiliary stands last after a comma: "the old one did, the new one"."""
    return _lacks_main_verb(words)


def _lacks_main_verb(words: list[str]) -> bool:
    if words[-1] == "may" and _before(words) in a.PREPOSITIONS | {"last", "next", "early", "late"}:
        return False
    return words[-1] in a.AUXILIARIES and len(words) >= _LEAST and not _is_left_out(words)


def _is_left_out(words: list[str]) -> bool:
    """Whether the verb of an auxiliary was said before: "as fast as I could"."""
    if not any(at < len(words) - 2 for at in verbs_of(words)):
        return False
    known = _COMPARED if words[-1] in a.BE else _COMPARED | _REPLIED
    known = known | {"and", "but", "so"} if words[-1] in _DO else known
    compared = any(word in known or word.endswith("est") for word in words[:-1])
    return compared or _before(words) == "there" or is_named_before(words[:-1])


def lacks_predicate(words: list[str]) -> bool:
    """Whether adverbs stand last, and nothing of which they tell: "and then we usually"."""
    if len(words) == 1:
        return words[0] in _SEQUENCE
    at = _without_adverbs(words)
    if at in {0, len(words)}:
        return False
    last, before = words[-1], words[at - 1]
    if before in a.BE | {"'m", "'re"} and at > 1:
        return last in _DEGREES
    if before in {"and", "but", "then"}:
        return last not in {"then", "now", "again"}
    begins = at == 1 or words[at - 2] in a.BEFORE_CLAUSES | {"to"}
    return begins and before in (a.SUBJECTS - {"it", "you", "there"}) | {"which", "who"}


def lacks_complement(words: list[str]) -> bool:
    """Whether a word stands last that says little alone: "I was responsible", "a kind"."""
    last, before = words[-1], _before(words)
    if last in a.OF_WHAT:
        some = {"a", "some", "large", "whole", "small", "big", "huge"}
        return before in some or (last in a.KINDS and before in a.DETERMINERS)
    if last in {"called", "named"}:
        acts = before in a.SUBJECTS | a.OBJECTS | _AND_SO_ON or a.is_adverb(before)
        return len(words) >= _LEAST and not acts and not is_named_before(words[:-1])
    led = before in a.AUXILIARIES | a.SUBJECTS or a.is_adverb(before)
    return last in a.INCOMPLETE and led and not is_named_before(words[:-1])


def lacks_object(words: list[str]) -> bool:
    """Whether a verb stands last that is done to something: "and then we migrated"."""
    last, at = words[-1], _without_adverbs(words[:-1])
    if last in _NO_OBJECT or last.removesuffix("s") in _NO_OBJECT or at == 0:
        return False
    before, lead = words[at - 1], words[at - 2] if at > 1 else ","
    past, step = is_past(last), is_step(last)
    if a.is_ing(last):
        return before in {"by", "started", "began", "kept", "without"}
    if before == "to" or before in a.FINITE_AUXILIARIES - _DO - {"'s"}:
        bare = (step and not past and not last.endswith("s")) or last == "see"
        return bare and at > 2 and not is_named_before(words[: at - 1])  # noqa: PLR2004 - who must
    if before in a.SUBJECTS - {"it", "you", "there"} and (past or step):
        return lead in _AND_SO_ON or is_fronted(words, at - 1)
    return before in {"and", "then"} and past and at > 2  # noqa: PLR2004 - it goes on with an act


def lacks_thought(words: list[str]) -> bool:
    """Whether it ends before what was said or thought: "and then I realised", "which meant"."""
    last, before = words[-1], _before(words)
    if last not in a.OF_THOUGHTS or before not in a.SUBJECTS | {"which", "this", "that"}:
        return False
    lead = words[-3] if len(words) >= _LEAST - 1 else ","
    if last in _TAGS and len(words) > _LEAST:
        return lead in a.BEFORE_CLAUSES - {",", "that"}
    return lead in _AND_SO_ON | {"when"}


def lacks_second_object(words: list[str]) -> bool:
    """Whether it ends before what somebody was told or given: "so I asked them"."""
    if len(words) < _LEAST - 1 or words[-1] not in a.PERSONS or words[-2] not in a.DITRANSITIVE:
        return False
    leads = a.SUBJECTS | a.COORDINATORS | a.FINITE_AUXILIARIES | {"to", "which", "that"}
    return words[-3] in leads and not is_named_before(words[:-1])


def lacks_other_half(words: list[str]) -> bool:
    """Whether a pair has one part: "not only", "either", "on the one hand"."""
    text = f" {' '.join(words)} "
    if " not only " in text:
        return " but " not in text and " also " not in text
    if " on the one hand " in text:
        return " other " not in text
    several = words[-1].endswith("s") or words[-1] == "them"
    near = words[-_NEAR:-1]
    return not several and any(one in near and two not in words for one, two in _PAIRS)


def announces(words: list[str]) -> bool:
    """Whether it ends with how many things will be told: "there were two reasons"."""
    if words[-1] not in a.ANNOUNCED or len(words) < _LEAST - 1:
        return False
    counts = [at for at in range(len(words) - 3, len(words) - 1) if words[at] in _FEW]
    leads = a.PREPOSITIONS | a.ABOUT | {"up", "all"}
    return bool(counts) and words[max(counts) - 1] not in leads


def _before(words: list[str]) -> str:
    return words[-2] if len(words) > 1 else ""


def _without_adverbs(words: list[str]) -> int:
    """Return how many words are left without the adverbs at their end."""
    at = len(words)
    while at and a.is_adverb(words[at - 1]):
        at -= 1
    return at
