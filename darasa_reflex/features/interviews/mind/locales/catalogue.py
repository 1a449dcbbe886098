"""What there is of each language."""

from darasa_reflex.features.interviews.mind.locales.english import catalogue as english
from darasa_reflex.features.interviews.mind.locales.french import unfit as french
from darasa_reflex.features.interviews.mind.locales.french.phrases import FRENCH
from darasa_reflex.features.interviews.mind.locales.french.wishes import FRENCH as HEARD_FRENCH
from darasa_reflex.features.interviews.mind.locales.german import unfit as german
from darasa_reflex.features.interviews.mind.locales.german.phrases import GERMAN
from darasa_reflex.features.interviews.mind.locales.german.wishes import GERMAN as HEARD_GERMAN
from darasa_reflex.features.interviews.mind.locales.listening import Listening
from darasa_reflex.features.interviews.mind.locales.spanish import unfit as spanish
from darasa_reflex.features.interviews.mind.locales.spanish.phrases import SPANISH
from darasa_reflex.features.interviews.mind.locales.spanish.wishes import SPANISH as HEARD_SPANISH
from darasa_reflex.features.interviews.mind.locales.standard import Standard
from darasa_reflex.features.interviews.mind.locales.wording import Wording

_SAID = {one.code: one for one in (english.ENGLISH, GERMAN, SPANISH, FRENCH)}
_HEARD = {one.code: one for one in (HEARD_GERMAN, HEARD_SPANISH, HEARD_FRENCH)}
_STANDARDS = {
    one.code: one for one in (english.STANDARD, german.STANDARD, spanish.STANDARD, french.STANDARD)
}


def wording_of(code: str) -> Wording:
    """Return what is said in a language; in English where there is nothing else."""
    return _SAID.get(code, english.ENGLISH)


def listening_of(code: str) -> Listening | None:
    """Return how wishes are worded in a language; None for English and those without rules."""
    return _HEARD.get(code)


def standard_of(code: str) -> Standard:
    """Return what sentences in a language are measured by."""
    return _STANDARDS.get(code, english.STANDARD)
