"""Which words a person used, and which of the job's terms they named."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.lexicon import lexicon
from darasa_reflex.features.answers.words import Sentence
from darasa_reflex.features.job_infos.lexicon import Skill, folded, known
from darasa_reflex.features.job_infos.mentions import mentions_in

# A term of up to two words must be met whole, longer ones mostly.
_SHORT, _MOSTLY = 2, 0.6
_SHORT_NAME = 2
_JOINTS = frozenset(words.stems("and or of the with in to a an for as on at by your our"))
_LEAST_USES = 2
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LETTER = re.compile(r"[^\W\d_]")
# "Good manufacturing practice", "sound design" and "knowledge management" are names.
_HOW_WELL = re.compile(
    r"^(?!solid waste|fluent (?:bit|ui)\b)(?:(?:very |some )?(?:basic|solid|strong|proficient"
    r"|intermediate|excellent|fluent)(?: in| with)? |(?:(?:very|good|sound|some|working) )*"
    r"(?:knowledge|understanding|proficiency|familiarity) (?:of|in|with) )+(?=\S)",
    re.IGNORECASE,
)
# What no person or thing is called by.
_BARE = words.listed(
    "her him his hers himself herself themselves myself ourselves since other another else back"
)


def most_used(sentences: Iterable[Sentence], most: int) -> list[tuple[str, int]]:
    """Return the words of weight used most, each in the form it was used in, at least twice."""
    uses: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for sentence in sentences:
        particular = lexicon.specifics(sentence)
        for term, root in zip(sentence.terms, sentence.stems, strict=True):
            if root in particular and term not in _BARE:
                uses[root] += 1
                forms.setdefault(root, Counter())[term] += 1
    ranked = [(forms[root].most_common(1)[0][0], times) for root, times in uses.most_common(most)]
    return [(word, times) for word, times in ranked if times >= _LEAST_USES]


def names(term: str, text: str) -> bool:
    """Tell whether a text names a term of a job.

    Short names ("R", "Go") are told by their letters, known ones by the lexicon, and names written
    large as whole words: "Looker" does not stand in "I look after". Others by their roots.
    """
    term = _bare(term)
    if len(term) <= _SHORT_NAME:
        return bool(re.search(rf"(?<!\w){re.escape(term)}(?![\w+#])", text))
    skill = known(term)
    if skill and skill in _skills(text):
        return True
    if _is_name(term):
        return _stands_in(folded(term), folded(text))
    wanted = frozenset(words.stems(term)) - _JOINTS
    shared = len(wanted.intersection(words.stems(text)))
    enough = len(wanted) if len(wanted) <= _SHORT else _MOSTLY * len(wanted)
    return bool(wanted) and shared >= enough


@lru_cache(maxsize=2_000)
def _bare(term: str) -> str:
    """Return a term without how well it must be known, and without what it is exemplified by.

    Who says "I know Excel" has named "Basic Excel", and who says "WMS" has named "WMS (SAP or
    similar)".
    """
    alone = _ASIDE.sub(" ", term)
    without = _HOW_WELL.sub("", alone if _LETTER.search(alone) else term).strip(" ,.;:-")
    return without or term


@lru_cache(maxsize=2_000)
def _skills(text: str) -> tuple[Skill, ...]:
    """Return the skills a text names; each is asked for every term of a job."""
    return tuple(mention.skill for mention in mentions_in(text))


def _is_name(term: str) -> bool:
    """Tell whether a term is one word that is a name: known as one, or with a capital inside."""
    if " " in term.strip():
        return False
    skill = known(term)
    named = bool(skill) and any(letter.isupper() for letter in skill.name) if skill else False
    return named or any(letter.isupper() for letter in term[1:])


def _stands_in(wanted: Sequence[str], there: Sequence[str]) -> bool:
    size = len(wanted)
    return any(tuple(there[n : n + size]) == tuple(wanted) for n in range(len(there) - size + 1))
