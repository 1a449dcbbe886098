"""A question as it is shown: without what the interviewer said beside it."""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.interviews.mind.cutting import sentences_in
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.manner import Manner
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN, ENGLISH

# Not beside a question: these ask on, or invite to ask.
_ASKING = frozenset({"code", "details", "invitations", "manners", "minute", "minutes"})
_TONES = ("friendly", "neutral", "strict")
_LANGUAGES = (ENGLISH, *ASKED_IN)
_BLANK = re.compile(r"\\\{\w*\\\}")


def question_of(exchange: Exchange) -> str:
    """Return what was asked, follow-ups included; all that was said where nothing else is left."""
    said = [one for turn in exchange.asked for one in sentences_in(turn.text)]
    asked = [one for one in said if not _asides().fullmatch(one)]
    return " ".join(dict.fromkeys(asked)) or exchange.question


@cache
def _asides() -> re.Pattern[str]:
    """Return the interviewer's own sentences, in every language that it asks in."""
    whole = {text for code in _LANGUAGES for said in _said_in(code) for text in sentences_in(said)}
    # A question that is said once more stands behind these.
    again = {text for code in _LANGUAGES for text in _led_back_in(code)}
    patterns = (*map(_pattern, sorted(whole)), *(f"{_pattern(one)}[:.].*" for one in sorted(again)))
    return re.compile("|".join(patterns))


def _pattern(text: str) -> str:
    return _BLANK.sub(".*", re.escape(text))


def _led_back_in(code: str) -> Iterator[str]:
    wording = wording_of(code)
    for text in (*wording.other_words, wording.asked_this, wording.back_to):
        yield text.partition("{")[0].rstrip(" :")


def _said_in(code: str) -> Iterator[str]:
    wording = wording_of(code)
    manners: list[Manner] = [wording.manner_of(tone) for tone in _TONES]
    for source in (wording, *manners):
        names = (field.name for field in fields(source))
        yield from _texts_of(*(getattr(source, name) for name in names if name not in _ASKING))


def _texts_of(*values: object) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts_of(*value.values())
        elif isinstance(value, tuple):
            yield from _texts_of(*value)
