"""Telling whether all that an interviewer says is in one language."""

from dataclasses import fields

from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.manner import Manner
from darasa_reflex.features.interviews.questions.locales.telling import is_in

# Shorter ones have too few common words: they must stand in the catalogue.
_FEWEST_WORDS = 5


def strings_of(value):
    """All sentences in a part of a catalogue."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Manner):
        return [text for one in fields(value) for text in strings_of(getattr(value, one.name))]
    values = value.values() if hasattr(value, "values") else value
    return [text for one in values for text in strings_of(one)]


def catalogue(code):
    """All sentences of a language by the field they stand in; without the code."""
    wording = wording_of(code)
    names = [one.name for one in fields(wording) if one.name != "code"]
    return {name: strings_of(getattr(wording, name)) for name in names}


def not_in(sentences, code):
    """The sentences that are not in a language."""
    known = {text for texts in catalogue(code).values() for text in texts}
    known |= {text.format(name="", comma="") for text in known if "{comma}" in text}
    return [one for one in sentences if one not in known and not is_in(one, code)]


def long(texts):
    """Those that can be told by their words."""
    return [text for text in texts if len(text.split()) >= _FEWEST_WORDS]
