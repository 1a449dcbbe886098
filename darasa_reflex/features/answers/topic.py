"""Whether the sentences of an answer belong to the question, the job, or work at all."""

from collections.abc import Sequence

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.lexicon import leisure, lexicon, verbs
from darasa_reflex.features.answers.lexicon.lexicon import specifics
from darasa_reflex.features.answers.words import Sentence

# Words of time and measure, which join no two sentences to one topic.
_MEASURES = words.stems(
    """minute hour week month night morning afternoon evening weekend spring summer autumn winter
    metre meter kilometre mile pound euro dollar percent half third quarter rest side"""
)
# What is private after "my".
_OWN = lexicon.KIN | leisure.PRIVATE
_BEFORE_DEEDS = frozenset({"to", "i", "i'd", "i'll", "we", "we'd", "we'll"})
# On the topic in spite of home words: that many times more topic words.
_OUTWEIGHS = 2


def job_stems(*texts: str) -> frozenset[str]:
    """Return what a job's texts are about, without what every job text says."""
    found = (words.Sentence(0, "", tuple(words.terms(t)), words.stems(t)) for t in texts)
    particular = frozenset(stem for sentence in found for stem in specifics(sentence))
    return particular - lexicon.BOILERPLATE


def belongs(
    sentences: Sequence[Sentence], question: frozenset[str], job: frozenset[str]
) -> list[bool]:
    """Return for each sentence of one answer whether it is on the topic.

    Args:
        sentences: Those of the answer that have no other flaw, in order.
        question: What the question is about.
        job: What the job is about.
    """
    topic = question | job | lexicon.WORK
    signs = _signs(sentences, topic, leisure.away(question | job))
    return [_decided(signs, place) for place in range(len(sentences))]


def _signs(sentences: Sequence[Sentence], topic: frozenset[str], away: frozenset[str]) -> list[int]:
    """Return 1 for on the topic, -1 for away, 0 for neither; the answer's own words chain."""
    chain: set[str] = set()
    signs: list[int] = []
    for sentence in sentences:
        particular = specifics(sentence)
        near = len(_named(sentence) & topic) + len((particular & chain) - topic)
        home = frozenset(term.removesuffix("'s") for term in sentence.terms) & away
        own = _speaks_of_home(sentence)
        on = bool(particular) and near > _OUTWEIGHS * (len(home) + 2 * own)
        # One everyday word ("rain", "bread") alone leads nowhere.
        far = own or len(home) > 1 or bool(home - leisure.EVERYDAY)
        signs.append(1 if on else -1 if far else 0)
        if on:
            told = {words.stem(term) for term in sentence.terms if verbs.is_past(term)}
            chain |= particular - told - frozenset(_MEASURES)
    return signs


def _named(sentence: Sentence) -> frozenset[str]:
    """Return the stems of a sentence without its deeds: one checks and measures at home, too."""
    before = ("", *sentence.terms)
    told = zip(before, sentence.terms, sentence.stems, strict=False)
    return frozenset(
        root for at, term, root in told if at not in _BEFORE_DEEDS and not verbs.is_past(term)
    )


def _speaks_of_home(sentence: Sentence) -> int:
    """Return 1 for "my brother" or "my flat": one's own is home, whatever the job is about."""
    pairs = zip(sentence.terms, sentence.terms[1:], strict=False)
    return int(any(who == "my" and whom.removesuffix("'s") in _OWN for who, whom in pairs))


def _decided(signs: Sequence[int], place: int) -> bool:
    """Take a sentence with no sign of its own as its nearest neighbour with one, the earlier.

    Where none has a sign, words alone cannot tell: the answer has the benefit of the doubt.
    """
    signed = [n for n, sign in enumerate(signs) if sign]
    if not signed:
        return True
    return signs[min(signed, key=lambda n: (abs(n - place), n))] > 0
