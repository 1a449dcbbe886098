"""Whether a job's text is in English: the only language that is read without a model."""

import re

# Letters beyond the Latin alphabets.
_STRANGE = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")
# The commonest short words. Those that two languages share ("an", "in", "die", "on", "me") count
# for none. Source: the heads of the frequency lists of each language.
_ENGLISH = frozenset(
    """
    the of and to for with you your we our is are will be have has this that as or at from by who
    what need needs must should can experience skills knowledge working work looking team role good
    required requirements ability using
    """.split()  # noqa: SIM905 - lists of words are read as text
)
# German and Dutch; French, Spanish, Portuguese and Italian; then Polish, Czech, Swedish, Danish,
# Norwegian, Finnish, Turkish, Indonesian and Swahili.
_OTHER = frozenset(
    """
    und der das den mit für wir ist sie ihre ihr dein deine unser unsere auf zu zur zum einen eine
    als bei oder sowie nach im het een van voor met wij je jouw ons onze bij naar wat ervaring
    kennis zoeken erfahrung kenntnisse
    le les des du une et pour vous nous votre vos notre avec dans sur est sont au aux el los las
    del una para con por tu se su sus nuestro más años experiencia os da dos das um uma com você não
    em ao é são conhecimento experiência il lo gli della di per nel nella che è sono esperienza
    i w na się oraz jest dla och att det som är för på av til og ja tai ve ile için bir yang dan
    untuk dengan kwa ya katika
    """.split()  # noqa: SIM905 - as above
)
# An English text has "résumé" and "café"; other languages have far more such words.
_FEWEST, _SHARE_OF_LETTERS = 3, 0.2


def is_english(text: str) -> bool:
    """Tell whether a text is English, or too short to tell; names in Latin letters do not count.

    Args:
        text: As `pasted.plain` returns it.
    """
    if len(_STRANGE.findall(text)) > _SHARE_OF_LETTERS * len(text):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    other = sum(word in _OTHER or not word.isascii() for word in words)
    return other < _FEWEST or english >= other
