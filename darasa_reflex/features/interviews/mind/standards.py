"""What a sentence of a mind must meet before the interviewer says it.

In doubt it is not said: the rules always have one, and that costs nothing but variety.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz import fuzz

from darasa_reflex.features.answers import reading
from darasa_reflex.features.answers.parts import Part
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.mind.heard.aims import aim_of
from darasa_reflex.features.interviews.mind.locales.catalogue import listening_of, standard_of
from darasa_reflex.features.interviews.mind.locales.listening import plainly
from darasa_reflex.features.interviews.mind.locales.standard import Standard
from darasa_reflex.features.interviews.mind.port import Situation
from darasa_reflex.features.interviews.questions.follow_up import Aim
from darasa_reflex.features.interviews.questions.locales.telling import is_in
from darasa_reflex.features.job_infos.instructions import looks_like_instruction
from darasa_reflex.features.job_infos.lexicon import folded

_MOST_WORDS = 25
_MOST_LETTERS = 200
_SPOKEN = re.compile(
    r"(?:[\w\s,;:.'\u2019\"\u201c\u201d\u201e\u00ab\u00bb\u00bf\u00a1()/%&+\u2013\u2014-]|(?<=\w)#)+[.?!]"
)
_ADDRESS = re.compile(r"\w://|\bwww\.|\S@\S|\w\.\w{2,}/|\.(?:com|org|net|io)\b", re.IGNORECASE)
# What a model is told to begin with is no part of what is said.
_MOVES = re.compile(r"\b(?:ASK|NEXT|POSTING|UNKNOWN)\b")
_DIGITS = re.compile(r"\d+")
_STEM = 4
_MOST_NEW, _MOST_NEW_ASKED = 1 / 3, 1 / 2
_MOST_WORDS_SERVED, _MOST_LETTERS_SERVED = 45, 320
_QUOTED = re.compile(
    r"[\"\u201c\u201e\u00ab]\s*([^\"\u201c\u201d\u201e\u00ab\u00bb]+?)\s*[\"\u201c\u201d\u00bb]"
)
_FEWEST_QUOTED = 2
# Two questions nearer than this are the same one.
_SAME = 85


def may_be_told(situation: Situation) -> bool:
    """Whether an answer may be given to a mind at all."""
    text = "\n".join(situation.told)
    # What is said to words in another language could not be checked.
    read = situation.brief.language == situation.brief.plan.language
    return read and bool(text.strip()) and not _orders(text, situation)


def _orders(text: str, situation: Situation) -> bool:
    listening = listening_of(situation.brief.language)
    told = listening is not None and listening.order.search(plainly(text)) is not None
    return told or looks_like_instruction(text)


def may_be_said(sentence: str, situation: Situation, *, stays: bool) -> bool:
    """Whether the first sentence of a reply may be said."""
    if situation.theirs:
        return stays and _serves(sentence, situation)
    standard = _standard(situation)
    if not _is_spoken(sentence, standard) or standard.teaching.search(sentence):
        return False
    if "?" in sentence:
        return stays and situation.may_ask_on and _asks(sentence, situation)
    return _takes_in(sentence, situation)


def may_follow(sentence: str, situation: Situation, *, stays: bool) -> bool:
    """Whether the second sentence of a reply may be said."""
    if situation.theirs:
        return "?" not in sentence and may_be_said(sentence, situation, stays=stays)
    return "?" in sentence and may_be_said(sentence, situation, stays=stays)


def _standard(situation: Situation) -> Standard:
    return standard_of(situation.brief.plan.language)


def _is_spoken(
    sentence: str,
    standard: Standard,
    most_words: int = _MOST_WORDS,
    most_letters: int = _MOST_LETTERS,
) -> bool:
    """Whether a sentence can be spoken, and keeps to the part of an interviewer."""
    if len(sentence) > most_letters or not 1 < len(sentence.split()) <= most_words:
        return False
    if not _SPOKEN.fullmatch(sentence) or _ADDRESS.search(sentence) or _MOVES.search(sentence):
        return False
    bad = (standard.praising, standard.out_of_role, standard.private)
    if any(one.search(sentence) for one in bad):
        return False
    spoken = standard.code == ENGLISH or is_in(sentence, standard.code)
    return spoken and not looks_like_instruction(sentence)


def _takes_in(sentence: str, situation: Situation) -> bool:
    """Whether a sentence asks nothing, judges nothing, and turns to the candidate."""
    standard = _standard(situation)
    if standard.judging.search(sentence) or standard.asking.search(sentence):
        return False
    if sentence in situation.asked:
        return False
    turned = standard.turned_to_them.search(sentence) is not None and sentence.endswith(".")
    return turned and _is_grounded(sentence, _known(situation), standard, most_new=_MOST_NEW)


def _asks(sentence: str, situation: Situation) -> bool:
    """Whether a sentence asks one new thing about what was told."""
    standard = _standard(situation)
    several = standard.two_at_once.search(sentence) is not None or sentence.count("?") > 1
    if several or ";" in sentence or not sentence.endswith("?"):
        return False
    if _echoes(sentence, situation):
        return False
    if not (standard.refers_back.search(sentence) or _takes_up(sentence, situation)):
        return False
    if not _is_grounded(
        sentence, _known(situation), standard, standard.of_questions, most_new=_MOST_NEW_ASKED
    ):
        return False
    return not _was_asked(sentence, situation) and not _was_told(sentence, situation)


def _takes_up(sentence: str, situation: Situation) -> bool:
    """Whether a sentence holds a word of weight from what was told."""
    standard = _standard(situation)
    own = _own_words(sentence, standard, standard.of_questions)
    return bool(_weighty(" ".join(situation.told)) & {word[:_STEM] for word in own})


def _echoes(sentence: str, situation: Situation) -> bool:
    """Whether a sentence only asks whether what was told is so: "So you rewrote two queries?"."""
    standard = _standard(situation)
    if standard.asks_openly.search(sentence):
        return False
    told = _weighty(" ".join(situation.told))
    own = _own_words(sentence, standard, standard.of_questions)
    return bool(own) and all(word[:_STEM] in told for word in own)


def _was_asked(sentence: str, situation: Situation) -> bool:
    asked = [text for text in situation.asked if "?" in text]
    planned = [text for q in situation.brief.plan.questions for text in (q.text, q.again) if text]
    return any(fuzz.token_sort_ratio(sentence, text) >= _SAME for text in (*asked, *planned))


def _was_told(sentence: str, situation: Situation) -> bool:
    """Whether a general question asks for what the answer holds already."""
    if _takes_up(sentence, situation) or situation.wording.code != ENGLISH:
        return False  # it asks about something in particular
    told = " ".join(situation.told)
    parts = reading.read(told).parts
    aim = aim_of(sentence)
    return (aim is Aim.OUTCOME and Part.RESULT in parts) or (
        aim is Aim.MEASURE and Part.NUMBER in parts and Part.RESULT in parts
    )


def _serves(sentence: str, situation: Situation) -> bool:
    """Whether a sentence tells what stands in the posting, in its words, or that nothing does."""
    if "?" in sentence or len(sentence) > _MOST_LETTERS_SERVED:
        return False
    quotes = [_plain(text) for text in _QUOTED.findall(sentence)]
    posting = _plain(situation.brief.description)
    if any(q not in posting or len(q.split()) < _FEWEST_QUOTED for q in quotes):
        return False
    standard = _standard(situation)
    if sentence in _own_replies(situation, quotes):
        return not looks_like_instruction(sentence)
    bare = _QUOTED.sub("it", sentence)
    most = (_MOST_WORDS_SERVED, _MOST_LETTERS_SERVED)
    if not _is_spoken(bare.replace("\u2026", "."), standard, *most):
        return False
    if looks_like_instruction(sentence) or not (quotes or standard.not_known.search(bare)):
        return False
    known = (situation.heard, situation.brief.job_title, situation.brief.job_name)
    return _is_grounded(bare, known, standard, standard.of_postings, most_new=_MOST_NEW)


def _own_replies(situation: Situation, quotes: Sequence[str]) -> frozenset[str]:
    """Return what may be said without a look at its words: sentences of ours, in any language."""
    wording = situation.wording
    ours = frozenset({*wording.unknown, *wording.no_more, *wording.unread})
    return ours if wording.code != ENGLISH and not quotes else frozenset()


def _plain(text: str) -> str:
    """Return words alone, so that quotes are found whatever stands between them."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _known(situation: Situation) -> tuple[str, ...]:
    return (
        *situation.told,
        situation.question.text,
        situation.follow_up,
        situation.brief.user_name,
    )


def _is_grounded(
    sentence: str,
    known: Sequence[str],
    standard: Standard,
    neutral: AbstractSet[str] = frozenset(),
    *,
    most_new: float,
) -> bool:
    """Whether a sentence speaks of what is known, so that it can be no other text."""
    source = " ".join(known)
    if not set(_DIGITS.findall(sentence)) <= set(_DIGITS.findall(source)):
        return False
    own = _weighty(source)
    words = _own_words(sentence, standard, neutral)
    new = [word for word in words if word[:_STEM] not in own]
    return len(new) <= len(words) * most_new


def _own_words(sentence: str, standard: Standard, neutral: AbstractSet[str]) -> list[str]:
    long = (word for word in folded(sentence) if len(word) >= _STEM)
    return [word for word in long if not standard.is_empty(word, neutral)]


def _weighty(text: str) -> set[str]:
    return {word[:_STEM] for word in folded(text) if len(word) >= _STEM}
